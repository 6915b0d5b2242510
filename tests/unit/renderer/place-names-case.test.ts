import { describe, expect, it, vi } from 'vitest'
import type { PlaceNameCase, CheckedName } from '../../../api/schemas/place-names.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { placeNameStates } from '../../../domain/place-names/case/codes.ts'
import { getPlaceKind } from '../../../domain/place-names/kinds.ts'
import { nameRules } from '../../../domain/place-names/names/index.ts'
import { placeNameCaseRules } from '../../../domain/place-names/case/rules/index.ts'
import { romanise } from '../../../domain/place-names/romanise/index.ts'
import { placeNameFilters } from '../../../renderer/windows/place-names/cases/ListPage.tsx'
import { groundOf, grounds } from '../../../renderer/windows/place-names/case/grounds.ts'
import type { NameQuestion } from '../../../renderer/windows/place-names/case/names/checker.ts'
import { createNameChecker, isNameRule, itemFindings } from '../../../renderer/windows/place-names/case/names/checker.ts'
import { locationOf, newItem, readPasted, usedProposal, withAct, withCut, withEntity, withName, withProposal } from '../../../renderer/windows/place-names/case/names/edit.ts'
import { readObjections } from '../../../renderer/windows/place-names/case/sections/ExamineSections.tsx'
import { settledSpelling } from '../../../renderer/windows/place-names/case/names/SpellingPart.tsx'
import { barOf, isRelevant, sectionIds, sectionOfField, stepsOf } from '../../../renderer/windows/place-names/case/steps.ts'
import { words } from '../../../renderer/windows/place-names/case/words.ts'
import { findWindow } from '../../../renderer/windows.ts'
import { readFilter } from '../../../renderer/case/list/filters.ts'

const item = (change: Partial<ReturnType<typeof emptyPlaceNameItem>> = {}) => ({ ...emptyPlaceNameItem('1'), ...change })

describe('a name as it is typed', () => {
  it('keeps the readings of the characters that stay and lays aside what was cut for another name', () => {
    const before = item({ name: '长乐路', chosen: { 0: 'cháng', 1: 'lè' }, readingsConfirmedBy: 'a', cut: { specific: '长乐', generic: '路' }, division: ['长乐', '路'], spelling: { text: 'Chánglè Lù', sign: 'CHANGLE LU', manualReason: '' } })
    const after = withName(before, '长安路')
    expect(after.chosen).toEqual({ 0: 'cháng' })
    expect(after.readingsConfirmedBy).toBe('a')
    expect(after).not.toHaveProperty('cut')
    expect(after).not.toHaveProperty('division')
    expect(after.spelling).toEqual({ text: '', sign: '', manualReason: '' })
    expect(withName(before, '新路').readingsConfirmedBy).toBe('')
    expect(withName(before, before.name)).toBe(before)
  })
  it('has three proposals of which one is in use', () => {
    const first = withProposal(item(), 0, '青简路')
    expect([first.name, first.proposals]).toEqual(['青简路', ['青简路']])
    const second = withProposal(first, 1, '木牍路')
    expect([second.name, second.proposals, usedProposal(second)]).toEqual(['青简路', ['青简路', '木牍路'], 0])
    const used = withName(second, '木牍路')
    expect(usedProposal(used)).toBe(1)
    expect(withProposal(used, 1, '木牍街').name).toBe('木牍街')
    expect(withProposal(used, 0, '竹简路').name).toBe('木牍路')
    expect(withProposal(first, 0, '').proposals).toEqual([])
  })
  it('moves the cut by characters, also those beyond the first plane', () => {
    expect(withCut(item({ name: '外麻东路' }), 2).cut).toEqual({ specific: '外麻', generic: '东路' })
    expect(withCut(item({ name: '𨱏山路' }), 1).cut).toEqual({ specific: '𨱏山', generic: '路' })
    expect(withCut(item({ name: '路' }), 1)).not.toHaveProperty('cut')
  })
  it('is numbered on from the highest, and like another takes over what they share', () => {
    const like = item({ id: '7', kind: 'STREET', township: '示例街道', name: '青简路', meaning: '甲' })
    const made = newItem({ items: [like, item({ id: '2' })] }, like)
    expect([made.id, made.kind, made.township, made.name, made.meaning]).toEqual(['8', 'STREET', '示例街道', '', ''])
  })
  it('takes the spelling of the rules once no reading is open, and never over one by hand', () => {
    const spelled = (name: string) => ({ ...romanise({ name, kind: 'STREET', chosen: {} }), name }) as unknown as NonNullable<CheckedName['spelled']>
    const made = spelled('宁平路')
    expect(settledSpelling(item({ name: '宁平路' }), made)).toEqual({ text: 'Níngpíng Lù', sign: 'NINGPING LU', manualReason: '' })
    expect(settledSpelling(item({ name: '宁安路' }), made)).toBeUndefined()
    expect(settledSpelling(item({ name: '宁平路', spelling: { text: 'X', sign: 'X', manualReason: '旧拼写' } }), made)).toBeUndefined()
    const open = spelled('长乐路')
    expect(open.open.length).toBeGreaterThan(0)
    expect(settledSpelling(item({ name: '长乐路', spelling: { text: 'a', sign: 'A', manualReason: '' } }), open)).toEqual({ text: '', sign: '', manualReason: '' })
  })
})

describe('an entity of the gazetteer', () => {
  const name = (standing: 'standard' | 'former', text: string) => ({ id: text, name: text, text: 'T', sign: 'S', specific: '', generic: '', standing, from: '', to: '', document: '', caseId: '', itemId: '' })
  const facts = { kind: 'STREET', classCode: '', province: '99', county: '990101', builtUpArea: 'main', township: '示例街道', village: '', location: '位于示例街道', orientation: '东西走向', start: { text: '甲路', status: 'registered', entityId: 'e1' }, end: { text: '乙路', status: 'unnamed', entityId: '' }, bounds: '', lengthMetres: 900, meaning: '甲', origin: '', history: '', secrecy: '' } as const
  const entity = { id: 'e9', facts, geometry: null, names: [name('former', '旧路'), name('standard', '今路')] }
  it('fills the present facts; a name that stays keeps its spelling, a new one does not', () => {
    const removed = withEntity(item({ act: 'removal' }), entity)
    expect([removed.entityId, removed.name, removed.formerName, removed.kind, removed.size.lengthMetres, removed.spelling.text]).toEqual(['e9', '今路', '今路', 'STREET', 900, 'T'])
    const renamed = withEntity(item({ act: 'renaming', name: '新路' }), entity)
    expect([renamed.name, renamed.formerName, renamed.spelling.text, renamed.meaning]).toEqual(['新路', '今路', '', ''])
    expect(withEntity(item({ act: 'restoration' }), entity).name).toBe('旧路')
    expect(withAct(renamed, 'removal').name).toBe('今路')
  })
})

describe('pasted coordinates', () => {
  it.each([
    ['120.5,31.2\n120.6,31.3', 'line', { type: 'LineString', coordinates: [[120.5, 31.2], [120.6, 31.3]] }],
    ['120.5 31.2', 'point', { type: 'Point', coordinates: [120.5, 31.2] }],
    ['120°30′00″,31°12′00″,12.5', 'point', { type: 'Point', coordinates: [120.5, 31.2] }],
    ['120,31;121,31;121,32', 'area', { type: 'Polygon', coordinates: [[[120, 31], [121, 31], [121, 32], [120, 31]]] }],
    ['{"type":"Point","coordinates":[120.5,31.2,7]}', 'line', { type: 'Point', coordinates: [120.5, 31.2] }],
  ] as const)('%s', (source, form, geometry) => expect(readPasted(source, form)).toMatchObject({ geometry }))
  it.each([
    ['120.5,31.2\nabc', 'line', { fault: 'lineWrong', n: 2, line: 'abc' }],
    ['120.5,31.2', 'line', { fault: 'few' }],
    ['120,31;121,31', 'area', { fault: 'few' }],
    ['', 'point', { fault: 'none' }],
    ['{"a":1}', 'point', { fault: 'said' }],
    ['{', 'point', { fault: 'said' }],
    ['31.2,120.5', 'point', { fault: 'lineWrong' }],
    ['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,3]}}]}', 'point', { fault: 'many', n: 2 }],
  ] as const)('%s is not taken', (source, form, fault) => expect(readPasted(source, form)).toMatchObject(fault))
})

describe('looking a name up', () => {
  const reply = { findings: [], clashes: [] } as unknown as CheckedName
  const question = (id: string, name: string): NameQuestion => ({ item: { ...emptyPlaceNameItem(id), name }, applicants: [], answers: [] })
  it('asks for the newest only, one at a time', async () => {
    vi.useFakeTimers()
    try {
      const asked: string[] = []
      const open: (() => void)[] = []
      const checker = createNameChecker(({ item: { name } }) => new Promise((resolve) => { asked.push(name); open.push(() => resolve(reply)) }), 30)
      for (const name of ['青', '青简', '青简路']) checker.want(question('1', name))
      await vi.advanceTimersByTimeAsync(40)
      expect(asked).toEqual(['青简路'])
      checker.want(question('1', '青简路甲'))
      checker.want(question('1', '青简路乙'))
      await vi.advanceTimersByTimeAsync(40)
      expect(asked).toEqual(['青简路'])
      open[0]?.()
      await vi.advanceTimersByTimeAsync(1)
      expect(checker.known('1')).toMatchObject({ name: '青简路', busy: true })
      expect(asked).toEqual(['青简路', '青简路乙'])
      open[1]?.()
      await vi.advanceTimersByTimeAsync(1)
      expect(checker.known('1')).toMatchObject({ name: '青简路乙', busy: false, failure: undefined })
      checker.stop()
    } finally {
      vi.useRealTimers()
    }
  })
  it('keeps what it knew when the door cannot be reached', async () => {
    let fails = false
    const checker = createNameChecker(async () => { if (fails) throw new Error('away'); return reply }, 0)
    checker.want(question('1', '青简路'))
    await vi.waitFor(() => expect(checker.known('1').reply).toBe(reply))
    fails = true
    checker.want(question('1', '青简街'))
    await vi.waitFor(() => expect(checker.known('1').failure).toBeInstanceOf(Error))
    expect(checker.known('1').reply).toBe(reply)
  })
  it('knows the rules on names from those on the case, by every id there is', () => {
    for (const { id } of nameRules) expect(isNameRule(id), id).toBe(true)
    for (const { id } of placeNameCaseRules) expect(isNameRule(id), id).toBe(false)
  })
  it('shows its own findings on the name and those of the file on all else', () => {
    const finding = (rule: string, field: string) => ({ rule, field, outcome: 'fail', severity: 'stop', title: { zh: '', en: '' }, law: { zh: '', en: '' }, message: { zh: '', en: '' } }) as never
    const all = [finding('place-names.duplicate', 'items.1.name'), finding('place-names.application.entity', 'items.1.location'), finding('place-names.duplicate', 'items.11.name')]
    const known = { name: '', busy: false, failure: undefined, reply: { ...reply, findings: [finding('place-names.rare', 'items.1.name')] } as CheckedName }
    expect(itemFindings('1', all, known).map(({ rule }) => rule)).toEqual(['place-names.rare', 'place-names.application.entity'])
    expect(itemFindings('1', all, { ...known, reply: undefined }).map(({ rule }) => rule)).toEqual(['place-names.duplicate', 'place-names.application.entity'])
  })
})

describe('the steps of a place-name case', () => {
  const current = (change: object): PlaceNameCase => ({ state: 'received', file: { ...emptyPlaceNameFile(), items: [item({ name: '青简路', kind: 'STREET' })] }, accepted: null, notAccepted: null, withdrawn: null, visits: [], reports: [], consultations: [], displays: [], review: null, forwarded: null, opinion: null, decision: null, words: [], delivered: null, filings: [], notices: [], entries: [], signs: [], archive: null, report: { rows: [] }, acts: [], clocks: [], ...change }) as unknown as PlaceNameCase
  const t = (key: string) => key
  it('begin with who applies, the names and the papers', () => {
    const steps = stepsOf({ file: emptyPlaceNameFile(), current: undefined, findings: [] })
    expect(steps.map(({ id, state }) => [id, state])).toEqual([['applicant', 'next'], ['names', 'later'], ['papers', 'later']])
  })
  it('go on with the examination once it is accepted, and stand together in the bar', () => {
    const accepted = current({ state: 'accepted', accepted: { day: '2026-01-01', slip: '' } })
    const steps = stepsOf({ file: accepted.file, current: accepted, findings: [] })
    expect(steps.map(({ id }) => id)).toEqual(['applicant', 'names', 'papers', 'acceptance', 'visits', 'reports', 'display', 'review'])
    const bar = barOf(steps, false, t)
    expect(bar.map(({ title }) => title)).toEqual(['section.applicant', 'section.names', 'section.papers', 'section.acceptance', 'bar.examine', 'section.review'])
    expect(bar.find(({ title }) => title === 'bar.examine')).toMatchObject({ id: 'visits', state: 'next' })
  })
  it('lead from the approval to filing, notice, entry, sign and archive; a removed name has no sign', () => {
    const approved = current({ state: 'approved', accepted: {}, review: {}, decision: { approver: 'countyGovernment' }, words: [{ item: '1' }], acts: ['placeName.archived'] })
    expect(sectionIds.filter((id) => isRelevant(id, approved)).slice(-8)).toEqual(['decision', 'delivery', 'filing', 'notice', 'entry', 'signs', 'compliance', 'archive'])
    const removal = current({ ...approved, file: { ...approved.file, items: [item({ act: 'removal', name: '旧路' })] } })
    expect(isRelevant('signs', removal)).toBe(false)
    expect(isRelevant('filing', current({ ...approved, decision: { approver: 'stateCouncil' } }))).toBe(false)
  })
  it('know where every finding of the rules on the case stands', () => {
    expect(['items.3.name', 'planAndReasons', 'papers.map', 'reports.expert', 'displays.d1.result', 'consultations.c1', 'decision.document', 'filings.papers', 'notices.0.link', 'accepted.slip', 'extension.told', 'act.day', 'items.1.signs.s1.pinyin', 'items.1.entries.1'].map(sectionOfField)).toEqual(['names', 'applicant', 'papers', 'reports', 'display', 'consult', 'decision', 'filing', 'notice', 'acceptance', 'clocks', 'compliance', 'signs', 'entry'])
  })
  it('have words for every state and kind', () => {
    for (const { code, zh, en } of placeNameStates) expect(words[`state.${code}`], code).toEqual([zh, en])
    for (const id of sectionIds) expect(words[`section.${id}`]).toBeDefined()
    expect(getPlaceKind('STREET').title.zh).toBe(words['kind.STREET'][0])
  })
})

describe('what the clerk writes in lines', () => {
  it('is read as objections with who and how handled', () => {
    expect(readObjections('王某；应叫旧名；已采纳；回函\n\n只有意见')).toEqual([{ from: '王某', words: '应叫旧名', handling: '已采纳；回函' }, { from: '', words: '只有意见', handling: '' }])
  })
  it('is a location without what the record puts behind it', () => {
    expect(locationOf({ township: '示例街道', village: '甲社区' })).toBe('位于示例街道甲社区')
    expect(locationOf({ township: '', village: '' })).toBe('')
  })
  it('rests on a ground with its article', () => {
    expect(groundOf('duplicate', '与青简路重名')).toEqual({ rule: 'place-names.duplicate', law: '《地名管理条例》第九条', reason: '与范围内的地名重名：与青简路重名' })
    const known = new Set([...nameRules, ...placeNameCaseRules].map(({ id }) => id.replace(/\.\d{4}$/u, '')))
    for (const { rule } of grounds) expect(known.has(rule), rule).toBe(true)
  })
})

describe('addresses', () => {
  const window = findWindow('place-names')
  it.each([
    ['n1a2b', '/place-names/n1a2b'], ['sample-n000017', '/place-names/sample-n000017'], ['e1a2b', '/place-names/gazetteer/e1a2b'], ['sample-e000001', '/place-names/gazetteer/sample-e000001'], ['k9', '/place-names/boundaries/k9'], ['q7', '/place-names/plans?plan=q7'], ['w7', '/place-names/irregular?name=w7'],
    ['boundaryPlan/2026', '/place-names/boundaries?year=2026'], ['placeNameProfile', '/place-names/profile'],
  ])('%s stands at %s', (id, path) => expect(window?.casePath(id)).toBe(path))
  it('tell lists from states', () => {
    expect(window?.casesPath({ state: 'filingDue' })).toBe('/place-names?list=filingDue')
    expect(window?.casesPath({ state: 'approved', from: '2026-01-01' })).toBe('/place-names?from=2026-01-01&state=approved')
    expect(readFilter(placeNameFilters, '?list=filingDue&text=青&act=nonsense&kind=STREET')).toMatchObject({ list: 'filingDue', text: '青', act: '', kind: 'STREET' })
  })
})
