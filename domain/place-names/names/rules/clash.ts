import { citations } from '../../../law.ts'
import type { Outcome } from '../../../rule.ts'
import { text } from '../../../text.ts'
import type { NameScope, PlaceKind } from '../../kinds.ts'
import { scopeOf } from '../../kinds.ts'
import { localRule, placeNameRegulation } from '../../law.ts'
import type { NameFacts, Neighbour, PlaceArea } from '../facts.ts'
import { relationOf } from '../sounds.ts'
import type { NameRelation } from '../sounds.ts'
import { splitName } from '../split.ts'
import type { NameRule } from './make.ts'
import { nameRule, notApplicable, ofNewName } from './make.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'

const width: Readonly<Record<NameScope, number>> = { none: 0, builtUpArea: 1, county: 2, province: 3, country: 4 }

/** The scope in which this name is compared: the law's, or the office's where that is wider. */
export const scopeFor = (facts: NameFacts): NameScope => {
  const { kind, standing } = facts.item
  if (kind === '') return 'none'
  const law = scopeOf(kind, standing)
  const own = facts.context.settings.scopes[kind] ?? 'none'
  return width[own] > width[law] ? own : law
}

/** Says whether two places lie in one scope; a place beyond all built-up areas shares none, or, where the office compares those as one, that of its county. */
export const inScope = (a: PlaceArea, b: PlaceArea, scope: NameScope, outsideCounts = false): boolean => {
  if (scope === 'none') return false
  if (scope === 'country') return true
  if (scope === 'province') return a.province !== '' && a.province === b.province
  if (scope === 'county') return a.county !== '' && a.county === b.county
  if (a.builtUpArea === 'outside' && b.builtUpArea === 'outside') return outsideCounts && a.county !== '' && a.county === b.county
  return a.builtUpArea !== '' && a.builtUpArea !== 'outside' && a.builtUpArea === b.builtUpArea
}

/** A neighbour with how its name stands to this one, and whether it lies in the scope. */
export interface Clash {
  readonly neighbour: Neighbour
  readonly relation: NameRelation
  readonly inScope: boolean
}

const live = new Set<Neighbour['status']>(['standard', 'alias', 'proposed'])
const comparable = (kind: PlaceKind | '', neighbour: Neighbour, acrossKinds: boolean): boolean => acrossKinds || kind === neighbour.kind

/** Every neighbour whose name is the same, sounds or looks alike, or is of the same series; the entity itself is none. */
export const findClashes = (facts: NameFacts): readonly Clash[] => {
  const { item, context, parts, keys } = facts
  if (parts === undefined || keys === undefined) return []
  const { settings } = context
  const scope = scopeFor(facts)
  return context.neighbours.flatMap((neighbour): Clash[] => {
    if (neighbour.entityId !== '' && neighbour.entityId === context.entityId) return []
    if (!comparable(item.kind, neighbour, settings.acrossKinds)) return []
    const other = splitName(neighbour.name, neighbour.kind)
    const whole = relationOf({ parts, keys: keys.whole }, { parts: other, keys: neighbour.keys.whole })
    // An office may compare the specific part alone; roads of one series share it by right.
    const relation = settings.compare === 'specific' && whole !== 'same' && whole !== 'series' ? relationOf({ parts, keys: keys.specific }, { parts: other, keys: neighbour.keys.specific }) : whole
    return relation === 'none' ? [] : [{ neighbour, relation, inScope: inScope(context.area, neighbour.area, scope, settings.outsideCounts) }]
  })
}

// Five rules ask for the same comparison of the same facts; it is made once.
const known = new WeakMap<NameFacts, readonly Clash[]>()
const clashesOf = (facts: NameFacts): readonly Clash[] => {
  const found = known.get(facts) ?? findClashes(facts)
  known.set(facts, found)
  return found
}

const shown = ({ neighbour }: Clash): string => `${neighbour.name}（${neighbour.where}）`
const list = (clashes: readonly Clash[]): string => clashes.slice(0, 5).map(shown).join('、') + (clashes.length > 5 ? ` …（${clashes.length}）` : '')

const inTheScope = (ask: (clashes: readonly Clash[], facts: NameFacts) => Outcome): ((facts: NameFacts) => Outcome | readonly Outcome[]) =>
  ofNewName((facts) => {
    if (facts.item.kind === '') return notYet('kind', '还没有选择地名类别', 'The kind has not been chosen yet')
    const scope = scopeFor(facts)
    if (scope === 'none') return notApplicable('这一类没有规定重名范围', 'No scope is set for this kind')
    const { area } = facts.context
    if (scope === 'builtUpArea' && area.builtUpArea === '') return notYet('area.builtUpArea', '还没有确定所在的建成区', 'The built-up area has not been settled yet')
    return ask(clashesOf(facts).filter((clash) => clash.inScope), facts)
  })

const law = citations(placeNameRegulation.cite(9, 7), placeNameRegulation.cite(9, 8))

export const clashRules: readonly NameRule[] = [
  nameRule({
    code: 'N10', group: 'clash', id: 'place-names.duplicate', title: text('不重名', 'No duplicate'), law, asks: text('在法定范围内不应重名；正在办理的申请也算。', 'No name is repeated in the legal scope; names under application count.'),
    check: inTheScope((clashes) => {
      const same = clashes.filter(({ relation, neighbour }) => relation === 'same' && live.has(neighbour.status))
      return same.length > 0 ? fail('name', `重名：${list(same)}`, `Repeats a name: ${list(same)}`) : pass
    }),
  }),
  nameRule({
    code: 'N10', group: 'clash', id: 'place-names.same-elsewhere', severity: 'information', title: text('范围外同名', 'The same name elsewhere'), law, asks: text('法定范围以外的同名只作提示。', 'The same name outside the legal scope is pointed out only.'),
    check: ofNewName((facts) => {
      if (scopeFor(facts) === 'builtUpArea' && facts.context.area.builtUpArea === '') return notApplicable('还没有确定所在的建成区', 'The built-up area has not been settled yet')
      const same = clashesOf(facts).filter((clash) => clash.relation === 'same' && !clash.inScope && live.has(clash.neighbour.status))
      return same.length > 0 ? asks('name', `范围以外有同名：${list(same)}`, `The same name stands outside the scope: ${list(same)}`) : pass
    }),
  }),
  nameRule({
    code: 'N11', group: 'clash', id: 'place-names.homophone', severity: 'answer', title: text('避免同音', 'No homophone'), law, asks: text('在法定范围内避免同音；确需使用的写明理由。', 'Homophones in the legal scope are avoided; a reason is written where one is kept.'),
    check: inTheScope((clashes) => {
      const found = clashes.filter(({ relation, neighbour }) => relation === 'homophone' && live.has(neighbour.status))
      return found.length > 0 ? asks('name', `同音：${list(found)}`, `Sounds the same as: ${list(found)}`) : pass
    }),
  }),
  nameRule({
    code: 'N12', group: 'clash', id: 'place-names.near-homophone', severity: 'answer', source: 'guides', title: text('避免近音、近形', 'No near sounds or look-alikes'), law: localRule, asks: text('在范围内避免声调不同、平翘舌和前后鼻音易混的近音，以及形近的字。', 'Names that differ by tone alone, by sounds that are confused, or by look-alike characters are avoided in the scope.'),
    check: inTheScope((clashes, facts) => {
      if (!facts.context.settings.nearSounds) return notApplicable('本地不查近音', 'The office does not ask about near sounds')
      const found = clashes.filter(({ relation, neighbour }) => (relation === 'near' || relation === 'loose' || relation === 'look') && live.has(neighbour.status))
      return found.length > 0 ? asks('name', `近音或者近形：${list(found)}`, `Sounds or looks like: ${list(found)}`) : pass
    }),
  }),
  nameRule({
    code: 'N12', group: 'clash', id: 'place-names.series', severity: 'information', source: 'guides', title: text('派生路名', 'Roads of one series'), law: localRule, asks: text('分段、支线、序数和方位派生的名称可以并存，只提示一次。', 'Names derived by segment, branch, number or direction may stand together; they are pointed out once.'),
    check: ofNewName((facts) => {
      const found = clashesOf(facts).filter(({ relation, neighbour }) => relation === 'series' && live.has(neighbour.status))
      return found.length > 0 ? asks('name', `同系列的地名：${list(found)}`, `Names of the same series: ${list(found)}`) : pass
    }),
  }),
  nameRule({
    code: 'N13', group: 'clash', id: 'place-names.past-name', severity: 'answer', source: 'general', title: text('与已销、历史、预留地名同名', 'A removed, historic or reserved name'), law: citations(placeNameRegulation.cite(25), localRule), asks: text('与已注销地名、曾用名、历史地名和预留地名相同的，写明理由。', 'A name that was removed, used before, is historic or is kept in reserve needs a reason.'),
    check: ofNewName((facts) => {
      const found = clashesOf(facts).filter(({ relation, neighbour }) => relation === 'same' && !live.has(neighbour.status) && (neighbour.status !== 'removed' || facts.context.settings.removedNamesReserved))
      if (facts.item.act === 'restoration') return notApplicable('恢复历史地名', 'A historic name is being restored')
      return found.length > 0 ? asks('name', `与已销、曾用、历史或者预留的地名相同：${list(found)}`, `The same as a removed, former, historic or reserved name: ${list(found)}`) : pass
    }),
  }),
]
