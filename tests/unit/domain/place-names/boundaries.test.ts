import { describe, expect, it } from 'vitest'
import { boundaryActions } from '../../../../domain/place-names/boundaries/actions.ts'
import type { BoundaryLineAction } from '../../../../domain/place-names/boundaries/actions.ts'
import { boundaryRules, dueInYear, foldBoundary, nextInspection, openMarkers, planResult, proposePlan } from '../../../../domain/place-names/boundaries/line.ts'
import { runRules } from '../../../../domain/findings.ts'
import { linesOfBoundary, tallyLines } from '../../../../domain/place-names/statistics/counts.ts'
import { checkIdentities } from '../../../../domain/place-names/statistics/identities.ts'
import { checkProfile, clockSettingsOf, defaultProfile, findProfileOn, nameSettingsOf, PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { thrown } from './case-facts.ts'

const marker = (number: string) => ({ number, type: 'double' as const, keeper: '甲区', position: null, place: '' })
const doing = <K extends BoundaryLineAction['kind']>(kind: K, body: Omit<Extract<BoundaryLineAction, { kind: K }>['body'], 'day'>, day: string, subject = 'l1'): BoundaryLineAction => ({ kind, subject, body: { day, ...body } }) as unknown as BoundaryLineAction
const registered = (approvedOn = '2001-06-15', subject = 'l1') => doing('boundary.registered', { facts: { code: '', name: '甲乙线', level: 'county', neighbours: ['甲区', '乙县'], lengthKilometres: 32.5, approvedOn, approver: '省人民政府', document: '', geometry: null, markers: [marker('01'), marker('02')] } }, '2020-01-01', subject)
const inspected = (day: string, rest: object = {}) => doing('boundary.inspected', { from: day, kind: 'regular', cause: '', sides: ['甲区', '乙县'], lengthKilometres: 32.5, markers: [{ number: '01', state: 'sound', note: '' }, { number: '02', state: 'damaged', note: '' }], report: `联检${day}`, archiveNumber: '', result: 'clear', note: '', photos: [], ...rest }, day)
const asked = (line: ReturnType<typeof foldBoundary>, day: string) => runRules(boundaryRules, { line, day }, { typing: false, answers: [] }).findings.map(({ rule }) => rule)

describe('boundaries', () => {
  it('five years after the last regular inspection, whatever was looked at between', () => {
    const acts = [registered(), inspected('2021-06-10'), inspected('2023-08-01', { kind: 'extra', cause: '洪水' })]
    for (const { kind, body } of acts) expect(boundaryActions[kind].safeParse(body).success, kind).toBe(true)
    expect(nextInspection(foldBoundary(acts))).toBe('2026-06-10')
    expect(nextInspection(foldBoundary([registered('2024-02-29')]))).toBe('2029-02-28')
  })
  it('the plan of a year, its results, and what was forgotten', () => {
    const lines = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'].map((id, index) => foldBoundary([registered(`202${index === 5 ? 4 : 1}-03-0${index + 1}`, id), ...(index < 3 ? [inspected(`2026-02-1${index}`)] : [])]))
    expect(dueInYear(lines, 2026).map(({ line }) => line.id)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5'])
    const plan = { day: '2026-01-05', year: 2026, document: '', lines: proposePlan(lines, 2026).slice(0, 4) }
    expect(plan.lines[0]).toEqual({ line: 'l1', by: '2026-03-01', lead: '甲区' })
    expect(planResult(plan, lines)).toEqual({ planned: 4, done: 3, onTime: 3, filed: 0, extra: 0, open: ['l4'], unplanned: ['l5'] })
    expect(proposePlan(lines, 2028).find(({ line }) => line === 'l4')).toMatchObject({ by: '2028-12-31' })
  })
  it.each<[string, readonly BoundaryLineAction[], object]>([
    ['an inspection without the neighbour', [registered(), inspected('2026-03-01', { sides: ['甲区', '丙县'] })], { code: 'invalid', field: 'sides' }],
    ['a marker the line does not have', [registered(), inspected('2026-03-01', { markers: [{ number: '09', state: 'sound', note: '' }] })], { code: 'not_found', field: 'markers.0.number' }],
    ['one report twice', [registered(), inspected('2026-03-01'), inspected('2026-04-01', { report: '联检2026-03-01' })], { code: 'conflict', field: 'report' }],
    ['an extra one without a cause', [registered(), inspected('2026-03-01', { kind: 'extra' })], { code: 'invalid', field: 'cause' }],
    ['a result filed of no report', [registered(), doing('boundary.resultFiled', { report: 'x', with: '省政府', document: '' }, '2026-04-01')], { code: 'not_found', field: 'report' }],
  ])('refuses %s', (_name, acts, expected) => expect(thrown(() => foldBoundary(acts))).toEqual(expected))
  it('markers stay open until they are mended with the neighbour present', () => {
    const seen = foldBoundary([registered(), inspected('2026-03-01')])
    expect(openMarkers(seen)).toEqual(['02'])
    const mend = (neighbourPresent: boolean) => doing('boundary.markerMended', { marker: '02', how: 'reset', by: '甲区', neighbourPresent, note: '' }, '2026-03-20')
    expect(asked(seen, '2026-04-01')).toEqual(['boundary.report', 'boundary.markers'])
    expect(asked(foldBoundary([registered(), inspected('2026-03-01'), mend(false)]), '2026-04-01')).toContain('boundary.markers')
    expect(asked(foldBoundary([registered(), inspected('2026-03-01'), mend(true), doing('boundary.resultFiled', { report: '联检2026-03-01', with: '省人民政府', document: '' }, '2026-03-30')]), '2026-04-01')).toEqual([])
    expect(asked(seen, '2031-03-02')).toContain('boundary.inspection')
  })
  it('counts by kind, level and result', () => {
    const lines = linesOfBoundary(foldBoundary([registered(), inspected('2026-03-01')]))
    expect(tallyLines(lines, '2026-01-01', '2026-12-31').get('boundary.inspected.level.county')).toBe(1)
    expect(checkIdentities(lines, '2026-01-01', '2026-12-31').every(({ holds }) => holds)).toBe(true)
  })
})

describe('the local profile', () => {
  const sound: PlaceNameProfile = { ...defaultProfile(), officeName: '示例区民政局', areaCode: '320506', box: [120, 31, 121, 32], approvals: ['natural.other', 'village', 'park', 'other'].map((classId) => ({ classId, approver: 'countyGovernment' as const })), sources: [{ section: 'approval', document: '示例规〔2026〕1号', title: '', from: '', to: '', note: '' }] }
  const fields = (rest: Partial<PlaceNameProfile>) => checkProfile({ ...sound, ...rest }).findings.map(({ field }) => field)
  it('is data that its schema takes; the one a new office starts with says what is missing', () => {
    expect(PlaceNameProfile.safeParse(JSON.parse(JSON.stringify(sound))).success).toBe(true)
    expect(checkProfile(sound).findings).toEqual([])
    expect(checkProfile(defaultProfile()).findings.map(({ field }) => field)).toEqual(['officeName', 'box', 'approvals'])
  })
  it.each<[string, Partial<PlaceNameProfile>, string]>([
    ['an approver against the regulation', { approvals: [...sound.approvals, { classId: 'street', approver: 'nameAuthority' }] }, 'approvals.4.approver'],
    ['a class that is none', { approvals: [...sound.approvals, { classId: 'x' }] }, 'approvals.4.classId'],
    ['a scope narrower than the law', { scopes: { STREET: 'none' } }, 'scopes.STREET'],
    ['a reading of the wrong length', { readings: [{ characters: '浒关', syllables: ['xǔ'] }] }, 'readings.0.syllables'],
    ['a document code in letters', { documentCodes: { reply: { agency: 'ABC', withWord: false } } }, 'documentCodes.reply.agency'],
    ['a built-up area called outside', { builtUpAreas: [{ id: 'outside', name: '外', geometry: null }] }, 'builtUpAreas.0.id'],
    ['an estate on one axis', { plates: { ...sound.plates, estate: { ...sound.plates.estate, within: 'southToNorth' } } }, 'plates.estate.within'],
    ['papers without their document', { papers: [{ type: 'x', title: '某材料', acts: [], kinds: [] }] }, 'sources.papers'],
  ])('finds %s', (_name, rest, field) => expect(fields(rest)).toContain(field))
  it('feeds the rules and the clocks, and is chosen by its day', () => {
    const own = { ...sound, maxSpecificLength: 4, words: [{ word: '某词', class: 'odd' as const }], clocks: { ...sound.clocks, sign: { days: 60, count: 'calendar' as const } } }
    expect(nameSettingsOf(own)).toMatchObject({ maxSpecificLength: 4 })
    expect(nameSettingsOf(own)).toBe(nameSettingsOf(own))
    expect(nameSettingsOf(own).words[0]).toMatchObject({ word: '某词', source: 'office' })
    expect(clockSettingsOf(own).sign).toEqual({ days: 60, count: 'calendar' })
    expect(findProfileOn([{ day: '2026-01-01', profile: sound }, { day: '2026-06-01', profile: own }], '2026-05-31')).toBe(sound)
    expect(findProfileOn([], '2026-05-31')).toBeUndefined()
  })
})
