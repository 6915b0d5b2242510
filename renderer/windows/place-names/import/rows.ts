import type { StagedLine } from '../../../../api/schemas/gazetteer.ts'
import type { Finding } from '../../../../api/schemas/common.ts'
import { blocks, findReason } from '../../../../domain/findings.ts'
import type { Text } from '../../../../domain/text.ts'

/** The reason given for a finding of a row, or undefined. */
export const reasonOf = (line: Pick<StagedLine, 'answers'>, finding: Finding): string | undefined => findReason(line.answers, finding)
/** The questions of a row that nobody has answered. */
export const openQuestions = (line: StagedLine): readonly Finding[] => line.findings.filter((finding) => finding.severity === 'answer' && (finding.outcome === 'asks' || finding.outcome === 'fail') && blocks(line.answers, finding))

const weights = { stop: 0, answer: 1, information: 2 } as const
/** What stands in the way of a row, the heaviest first. */
export const standing = (line: StagedLine): readonly Finding[] => line.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'asks').toSorted((a, b) => weights[a.severity] - weights[b.severity])

export interface Question { readonly rule: string; readonly title: Text; readonly rows: number; readonly asked: readonly { readonly row: number; readonly rule: string; readonly field: string }[] }
/** What is asked of several rows, by rule, the most frequent first. */
export const questionsOf = (lines: Iterable<StagedLine>): readonly Question[] => {
  const found = new Map<string, { title: Text; rows: Set<number>; asked: { row: number; rule: string; field: string }[] }>()
  for (const line of lines) for (const { rule, title, field, message } of openQuestions(line)) {
    const known = found.get(rule) ?? { title: rule.startsWith('place-names.import.') ? { zh: message.zh.replace(/^第 \d+ [行个][：:]?/u, ''), en: message.en.replace(/^(?:Row|Number) \d+[:,]? ?/u, '') } : title, rows: new Set(), asked: [] }
    known.rows.add(line.row)
    known.asked.push({ row: line.row, rule, field: field ?? '' })
    found.set(rule, known)
  }
  return [...found].map(([rule, { title, rows, asked }]) => ({ rule, title, rows: rows.size, asked })).sort((a, b) => b.rows - a.rows)
}

/** A line with reasons added, as the register will answer it. */
export const withReasons = (line: StagedLine, asked: readonly { readonly row: number; readonly rule: string; readonly field: string }[], reason: string): StagedLine => {
  const own = asked.filter(({ row }) => row === line.row)
  return own.length === 0 ? line : { ...line, answers: [...line.answers.filter((answer) => !own.some(({ rule, field }) => rule === answer.rule && field === answer.field)), ...own.map(({ rule, field }) => ({ rule, field, reason }))] }
}
