import { findPlot } from '../../domain/burial/placement/cemetery.ts'
import { plotSizes, burialForms, cemeteryKinds, preNeedReasons } from '../../domain/burial/placement/codes.ts'
import { contractOn, occupantsOn, type Contract, type Interment } from '../../domain/burial/placement/fold.ts'
import { codeNumber } from '../case/lists.ts'
import type { PlotRecord } from '../contract.ts'
import { required } from './facts.ts'

/** The agreement that stands on the record's day, or the last one; throws `wrong_state` without any. */
export const agreementOf = ({ plot, day }: PlotRecord): Contract => required(contractOn(plot, day) ?? plot.contracts.at(-1), '没有使用协议', 'There is no agreement')

/** Those who lie there, in the order in which they came. */
export const lyingIn = ({ plot, day }: PlotRecord): readonly Interment[] => occupantsOn(plot, day).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.seq - b.seq))

/** 墓位 or 格位, as the section has it. */
export const unitOf = ({ cemetery, plot }: PlotRecord): '墓位' | '格位' => (findPlot(cemetery, plot.id)?.section.what === 'niche' ? '格位' : '墓位')

export const kindOf = ({ cemetery }: PlotRecord): string => cemeteryKinds.find(({ code }) => code === cemetery.facts.kind)?.zh ?? ''

/** Size in words: 双穴，安葬骨灰，可安葬 2 具，占地 0.80 平方米. */
export const sizeWords = ({ cemetery, plot }: PlotRecord): string => {
  const section = findPlot(cemetery, plot.id)?.section
  if (section === undefined) return ''
  const words = plotSizes.find(({ code }) => code === section.size)?.zh ?? ''
  const size = section.what === 'niche' ? words.replaceAll('穴', '格') : words
  const form = burialForms.find(({ code }) => code === section.form)?.zh ?? ''
  return [size, `${section.what === 'niche' ? '安放' : '安葬'}${form}`, `至多 ${section.capacity} ${section.form === 'body' ? '具' : '份'}`, section.areaDm2 === 0 ? '' : `占地 ${(section.areaDm2 / 100).toFixed(2)} 平方米`, section.steleCm === 0 ? '' : `墓碑高 ${(section.steleCm / 100).toFixed(2)} 米`].filter((part) => part !== '').join('，')
}

export const preNeedWords = ({ preNeed }: Contract): string => (preNeed === null ? '' : `${preNeedReasons.find(({ code }) => code === preNeed.reason)?.zh ?? ''}（${preNeed.proof}）`)

/** The last day of the term as it runs now: a certificate printed after a renewal says so. */
export const endOf = (record: PlotRecord): string => {
  const { renewals, to } = agreementOf(record)
  return renewals.at(-1)?.to ?? to
}

/** What the code can carry of the plot's id and a paper's number; of what is too long the end is kept, where the number stands. */
export const plotNumber = ({ plot }: PlotRecord, number: string): string => codeNumber(plot.id, number).slice(-64)

/** What both papers say of plot and agreement. */
export const plotFacts = (record: PlotRecord) => {
  const { agreement, day, to, holder, feeFen, upkeepFen, proof, preNeed, renewals } = agreementOf(record)
  const { cemetery: { facts: { name, kind, document, authority } }, plot, words, officeName, sample } = record
  return { plot: plot.id, words, size: sizeWords(record), cemetery: { name, kind, document, authority }, agreement: { agreement, day, to, holder, feeFen, upkeepFen, proof, preNeed }, renewals: renewals.filter((one) => one.day <= record.day), officeName, sample }
}
