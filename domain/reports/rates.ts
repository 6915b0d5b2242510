import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ComplianceReport, ComplianceSums } from './shapes.ts'

/** The pass rate (合格率): passed ÷ examined, examined = passed + failed, with both its numbers, and no 100 % while anything failed or was not examined. */

/** Nothing counted yet. */
export const noSums: ComplianceSums = { passed: 0, failed: 0, unexamined: 0, notApplicable: 0, attested: 0 }

const keys = ['passed', 'failed', 'unexamined', 'notApplicable', 'attested'] as const

/** Sums of several parts. */
export const addSums = (parts: Iterable<ComplianceSums>): ComplianceSums => {
  const sum = { ...noSums }
  for (const part of parts) for (const key of keys) sum[key] += part[key]
  return sum
}

/** The sums of one rule over its cases: what a person attested has passed. */
export const sumsOfRule = ({ pass, attested, fail, notApplicable, unexamined }: Pick<ComplianceReport['byRule'][number], 'pass' | 'attested' | 'fail' | 'notApplicable' | 'unexamined'>): ComplianceSums => ({ passed: pass + attested, failed: fail, unexamined, notApplicable, attested })

type Counted = Pick<ComplianceSums, 'passed' | 'failed' | 'unexamined'>

/** How many were examined: what passed and what failed. */
export const examinedOf = ({ passed, failed }: Pick<ComplianceSums, 'passed' | 'failed'>): number => passed + failed

/** A whole number with its thousands apart: 4999 → 4,999. */
export const grouped = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+(?!\d))/gu, ',')

/** passed ÷ examined in percent, cut to two decimals and never rounded up; null when nothing was examined, and when it would come to 100 while cases are not examined. */
export const percentOf = ({ passed, failed, unexamined }: Counted): number | null => {
  const examined = passed + failed
  if (examined === 0 || (failed === 0 && unexamined > 0)) return null
  // Whole numbers first: 10,000 × passed stays exact for any register.
  return Math.floor((passed * 10_000) / examined) / 100
}

/** Whether every one was examined and none failed: the only time that 100 % and 合格 may be said. */
export const isAllPassed = ({ passed, failed, unexamined }: Counted): boolean => passed > 0 && failed === 0 && unexamined === 0

/** The rate in words with both its numbers: 合格率 99.98%（4,999/5,000）; says what is not examined, and 未检查 without a number where nothing was. */
export const rateWords = (sums: Counted): Text => {
  const { passed, failed, unexamined } = sums
  const examined = passed + failed
  const left = grouped(unexamined)
  if (examined === 0) return unexamined === 0 ? text('未检查', 'not examined') : text(`未检查（${left}件）`, `not examined (${left})`)
  const both = `${grouped(passed)}/${grouped(examined)}`
  const percent = percentOf(sums)
  if (percent === null) return text(`已检查的未发现不合格（${both}），${left}件未检查，不计合格率`, `nothing failed of what was examined (${both}), ${left} not examined, no rate`)
  const [restZh, restEn] = unexamined === 0 ? ['', ''] : [`，${left}件未检查`, `, ${left} not examined`]
  return text(`合格率 ${String(percent)}%（${both}）${restZh}`, `pass rate ${String(percent)} % (${both})${restEn}`)
}

/** The rate without its numbers, for a narrow column: `99.98%`, 未检查, or — where there is nothing to examine. */
export const rateShort = (sums: Counted): Text => {
  const percent = percentOf(sums)
  if (percent !== null) return text(`${String(percent)}%`, `${String(percent)} %`)
  if (examinedOf(sums) === 0) return sums.unexamined === 0 ? text('—', '—') : text('未检查', 'not examined')
  return text('未检查完', 'not all examined')
}
