import { areaName, findLatestArea } from '../../../../domain/areas/index.ts'
import { statisticalClasses, titleOf } from '../../../../domain/waiver/codes.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import type { ClaimTerms, Condition, FiscalBearer, Layer, Measure, PolicyItem, WaiverPolicy, WorkedExample } from '../../../../domain/waiver/policy.ts'
import type { Text } from '../../../../domain/text.ts'
import type { Say } from '../../../shared/i18n.ts'
import type { words } from './words.ts'

/** A policy in plain words: what the page of a policy shows, and what a difference list compares. */

export interface Speech {
  readonly t: Say<keyof typeof words>
  readonly say: (text: Text) => string
  readonly and: string
}

/** Names of areas, those that an old document still calls by their former name too. */
export const areasWords = (areas: readonly string[]): string => areas.map((area) => areaName(area, '2025-01-01') || findLatestArea(area)?.name || area).join('、')

export const conditionWords = (condition: Condition, { t, say }: Speech): string => {
  if (condition.kind === 'flag') return condition.is === 'yes' ? say(titleOf(condition.flag)) : t('not', { what: say(titleOf(condition.flag)) })
  const areas = condition.within.length === 0 ? t('policyAreas') : areasWords(condition.within)
  return t(condition.is === 'yes' ? `area.${condition.of}` : `areaNot.${condition.of}`, { areas })
}
export const conditionsWords = (all: readonly Condition[], speech: Speech): string => (all.length === 0 ? speech.t('everyone') : all.map((condition) => conditionWords(condition, speech)).join(speech.t('and')))

/** An amount in yuan; a dash where it is being typed. */
const money = (fen: number): string => (Number.isFinite(fen) ? yuan(fen) : '—')

export const measureWords = (measure: Measure, { t, say, and }: Speech): string => {
  const unit = measure.unit === '' ? t('noUnit') : say(titleOf(measure.unit))
  const parts = [
    measure.unitPriceFen === null ? (measure.capFen === null ? t('actualCost') : '') : t('perUnit', { unit, yuan: money(measure.unitPriceFen) }),
    // A case counts as one body: saying so adds nothing.
    measure.capQuantity === null || measure.unit === 'body' ? '' : t('upTo', { n: measure.capQuantity, unit }),
    measure.capFen === null ? '' : t('capped', { yuan: money(measure.capFen) }),
  ].filter((part) => part !== '')
  return parts.join(and)
}

const or = (language: string): string => (language === '，' ? '；' : '; ')
export const itemStandard = (item: PolicyItem, speech: Speech): string => (item.amountKnown ? item.measures.map((measure) => measureWords(measure, speech)).join(or(speech.and)) : speech.t('notRead'))

export const itemLimits = (item: PolicyItem, speech: Speech): readonly string[] => {
  const { t, say } = speech
  return [
    say(item.scope),
    item.when.length === 0 ? '' : t('onlyWhen', { what: conditionsWords(item.when, speech) }),
    item.clockStart === null ? '' : t(`clock.${item.clockStart}`),
    item.substitution.kind === 'credit' ? t('substitution.credit', { yuan: money(item.substitution.upToFen) }) : item.substitution.kind === 'none' ? t('substitution.none') : '',
    item.instead ? t('insteadOf') : '',
  ].filter((part) => part !== '')
}

export const capWords = (layer: Pick<Layer, 'caseCapFen' | 'cutOrder'>, { t, say, and }: Speech): readonly string[] =>
  layer.caseCapFen === null ? [t('noCaseCap')] : [t('caseCap', { yuan: money(layer.caseCapFen) }), layer.cutOrder.length === 0 ? t('cutOrderUsual') : t('cutOrder', { items: layer.cutOrder.map((item) => say(titleOf(item))).join(and === '，' ? '、' : ', ') })]

export const claimWords = (claim: ClaimTerms | null, { t, say }: Speech): readonly string[] => {
  if (claim === null) return []
  const { deadline } = claim
  const [where, papers] = [say(claim.where), say(claim.papers)]
  return [deadline === null ? t('claimUnlimited') : t('claimUntil', { from: t(`claimFrom.${deadline.from}`), n: t(`claimUnit.${deadline.unit}`, { n: deadline.count }) }), where === '' ? '' : t('claimWhere', { where }), papers === '' ? '' : t('claimPapers', { papers })].filter((part) => part !== '')
}

export const bearerWords = (bearer: FiscalBearer, speech: Speech): string => {
  const { t, say } = speech
  return `${say(bearer.title)} ${bearer.share === null ? t('noShare') : t('share', { n: bearer.share })}${bearer.when.length === 0 ? '' : ` · ${t('onlyWhen', { what: conditionsWords(bearer.when, speech) })}`}`
}

export const datesWords = ({ from, to }: { readonly from: string; readonly to: string }, t: Speech['t']): string =>
  from === 'unknown' ? t('unknownStart') : to === '' ? t('openEnd', { from }) : to === 'unknown' ? t('unknownEnd', { from }) : t('fromTo', { from, to })

export const expectedWords = ({ expected }: Pick<WorkedExample, 'expected'>, { t }: Speech): string => t('expected', { answer: t(`answer.${expected.answer}`), waived: money(expected.waivedFen), selfPaid: money(expected.selfPaidFen) })

/** One thing that a policy says, under a key that stays the same over its versions. */
export interface PolicyLine {
  readonly key: string
  readonly label: string
  readonly value: string
}

const layerLines = (layer: Layer, speech: Speech): readonly PolicyLine[] => {
  const { t, say } = speech
  const head = say(layer.title) === '' ? t(`layer.${layer.kind}`) : say(layer.title)
  const seen = new Map<string, number>()
  const line = (key: string, label: string, value: string): PolicyLine => ({ key: `layer.${layer.id}.${key}`, label: `${head} · ${label}`, value })
  return [
    line('kind', t('layerKind'), t(`layer.${layer.kind}`)),
    ...layer.classes.flatMap((one) => {
      const counted = statisticalClasses.find(({ code }) => code === one.counted)
      return [line(`class.${one.id}`, t('classes'), [say(one.title), conditionsWords(one.all, speech), counted === undefined ? '' : say(counted), say(one.proof)].filter((part) => part !== '').join(' · '))]
    }),
    line('complete', t('classesComplete'), layer.classesComplete ? t('yes') : t('no')),
    ...layer.items.map((item) => {
      const place = (seen.get(item.item) ?? 0) + 1
      seen.set(item.item, place)
      return line(`item.${item.item}.${String(place)}`, say(titleOf(item.item)), [itemStandard(item, speech), ...itemLimits(item, speech), say(item.clause)].filter((part) => part !== '').join(' · '))
    }),
    line('cap', t('caseCapField'), capWords(layer, speech).join(' · ')),
    ...layer.bearers.map((bearer) => line(`bearer.${bearer.id}`, t('bearers'), bearerWords(bearer, speech))),
  ]
}

const exampleValue = (example: WorkedExample, speech: Speech): string =>
  [example.day, ...example.facts.lines.map((line) => `${speech.say(titleOf(line.item))} ${String(line.quantity)} × ${money(line.unitPriceFen)}`), expectedWords(example, speech)].join(' · ')

/** Everything a policy says, one line each. */
export const policyLines = (policy: WaiverPolicy, speech: Speech): readonly PolicyLine[] => {
  const { t, say } = speech
  const line = (key: string, label: string, value: string): PolicyLine => ({ key, label, value })
  return [
    line('title', t('titleField'), say(policy.title)), line('document', t('document'), policy.document), line('documentNumber', t('documentNumber'), policy.documentNumber), line('source', t('source'), `${policy.source} · ${t(`grade.${policy.sourceGrade}`)}`),
    line('areas', t('areas'), areasWords(policy.areas)), line('dates', t('dates'), datesWords(policy, t)), line('appliesBy', t('appliesBy'), t(`appliesBy.${policy.appliesBy}`)), line('rank', t('rank'), String(policy.rank)),
    ...policy.layers.flatMap((layer) => layerLines(layer, speech)),
    ...policy.exclusions.map((one) => line(`exclusion.${one.id}`, t('excluded'), `${say(one.title)} · ${conditionsWords(one.all, speech)}`)),
    line('modes', t('modes'), policy.modes.map((mode) => t(`modes.${mode}`)).join(' · ')), line('claim', t('claims'), policy.claim === null ? t('noClaims') : claimWords(policy.claim, speech).join(' · ')),
    ...policy.bearers.map((bearer) => line(`bearer.${bearer.id}`, t('bearers'), bearerWords(bearer, speech))),
    line('settlement', t('settlement'), say(policy.settlement)), ...policy.notes.map((note, index) => line(`note.${String(index)}`, t('notes'), say(note))),
    ...policy.examples.map((example) => line(`example.${example.id}`, `${t('examples')} ${say(example.title)}`, exampleValue(example, speech))),
  ]
}

export interface PolicyChange {
  readonly key: string
  readonly label: string
  /** Empty where there was nothing, or is nothing any more. */
  readonly old: string
  readonly now: string
}

/** What changed from one version to the next, in the order of the new one, with what was dropped at the end. */
export const changesOf = (before: readonly PolicyLine[], after: readonly PolicyLine[]): readonly PolicyChange[] => {
  const old = new Map(before.map((line) => [line.key, line]))
  const kept = new Set(after.map(({ key }) => key))
  return [
    ...after.flatMap(({ key, label, value }) => (old.get(key)?.value ?? '') === value && (old.has(key) || value === '') ? [] : [{ key, label, old: old.get(key)?.value ?? '', now: value }]),
    ...before.filter(({ key }) => !kept.has(key)).map(({ key, label, value }) => ({ key, label, old: value, now: '' })),
  ]
}
