import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../domain/dates.ts'
import type { PlaceNameAction, PlaceNameBody } from '../../../../domain/place-names/case/actions.ts'
import { clocksOfCase } from '../../../../domain/place-names/case/clocks.ts'
import type { CaseContext } from '../../../../domain/place-names/case/context.ts'
import { reportOf } from '../../../../domain/place-names/case/report.ts'
import { placeNameCaseRules } from '../../../../domain/place-names/case/rules/index.ts'
import { nameRules } from '../../../../domain/place-names/names/index.ts'
import { linesOfCase, linesBehind, tallyLines } from '../../../../domain/place-names/statistics/counts.ts'
import { checkIdentities } from '../../../../domain/place-names/statistics/identities.ts'
import { onTimeRates, tallyReports } from '../../../../domain/place-names/statistics/rates.ts'
import { placeNameWindow } from '../../../../domain/place-names/window.ts'
import { act, context, fold, namesOf, profile, road, soundCase } from './case-facts.ts'

const register = new Map([['1', { name: '张桥村路', text: 'Zhāngqiáocūn Lù', sign: 'ZHANGQIAOCUN LU' }]])
const looked: Partial<CaseContext> = { register, plates: new Map() }
const reported = (actions: readonly PlaceNameAction[], rest: Partial<CaseContext> = {}) => { const folded = fold(...actions); return reportOf(folded, context({ ...looked, ...rest }), namesOf(folded.file.items)) }
const change = (kind: PlaceNameAction['kind'], body: object): readonly PlaceNameAction[] => soundCase().map((action) => (action.kind === kind ? ({ ...action, body: { ...action.body, ...body } } as PlaceNameAction) : action))
const without = (...kinds: readonly PlaceNameAction['kind'][]): readonly PlaceNameAction[] => soundCase().filter(({ kind }) => !kinds.includes(kind))
const row = (card: ReturnType<typeof reportOf>, rule: string) => card.rows.find((entry) => entry.rule === `place-names.${rule}`)

describe('the report of an approval', () => {
  it('has every code of the list, and a file with nothing wrong is sound', () => {
    const card = reported(soundCase())
    expect([...new Set(card.rows.map(({ code }) => code))]).toEqual(['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'P01', 'P02', 'M01', 'M02', 'M03', 'M04', 'T01', 'T02', 'T03', 'T04', 'T05', 'H01', 'H02', 'H03', 'F01', 'F02', 'F03', 'S01', 'S02', 'S03', 'K01'])
    expect(card.rows.filter(({ state }) => state === 'fail' || state === 'open').map(({ rule, message }) => [rule, message?.zh])).toEqual([])
    expect(card.verdict).toBe('sound')
    expect(card.rows.filter(({ state }) => state === 'notApplicable').every(({ message }) => message !== undefined)).toBe(true)
  })
  it.each<[string, readonly PlaceNameAction[], string, string]>([
    ['filed after 15 days', change('placeName.filed', { day: '2026-04-01' }), 'filing', 'fail'],
    ['filed on the fifteenth day', change('placeName.filed', { day: '2026-03-31' }), 'filing', 'pass'],
    ['a filing without its report', change('placeName.filed', { papers: ['form', 'approval', 'application'] }), 'filing', 'fail'],
    ['a filing that has to be corrected', change('placeName.filingAnswered', { outcome: 'correctionAsked' }), 'filing', 'fail'],
    ['a notice a day late', change('placeName.noticed', { day: '2026-04-01' }), 'notice', 'fail'],
    ['a notice without pinyin, place and day (the Danjiangkou notice)', change('placeName.noticed', { elements: ['name', 'division', 'approver'] }), 'notice', 'fail'],
    ['a notice outside the national base', change('placeName.noticed', { channels: ['website'] }), 'notice', 'fail'],
    ['a notice whose link was not kept', change('placeName.noticed', { link: '' }), 'notice', 'fail'],
    ['a tone wrong in the notice', change('placeName.noticed', { words: [{ item: '1', name: '张桥村路', text: 'Zhāngqiáocún Lù', sign: 'ZHANGQIAOCUN LU', extent: '东起塔韵路，西至规划河道' }] }), 'same-words', 'fail'],
    ['the space lost in the filing', change('placeName.filed', { words: [{ item: '1', name: '张桥村路', text: 'ZhāngqiáocūnLù', sign: 'ZHANGQIAOCUN LU', extent: '东起塔韵路，西至规划河道' }] }), 'same-words', 'fail'],
    ['the wrong body', change('placeName.decided', { approver: 'housingDepartment' }), 'approver', 'fail'],
    ['no seal', change('placeName.decided', { sealed: false }), 'document', 'fail'],
    ['a sign with another spelling', change('placeName.signSet', { pinyin: 'ZHANGQIAO CUN LU' }), 'sign', 'fail'],
    ['a sign without a photo', change('placeName.signSet', { photo: '' }), 'sign', 'open'],
    ['not entered', without('placeName.entered'), 'national-base', 'open'],
    ['entered, not announced', change('placeName.entered', { announced: false }), 'national-base', 'open'],
    ['delivered late', change('placeName.delivered', { day: '2026-04-20' }), 'delivery', 'fail'],
    ['decided after 20 working days', soundCase().map((action) => (action.kind === 'placeName.accepted' || action.kind === 'placeName.received' ? ({ ...action, body: { ...action.body, day: '2026-01-05' } } as PlaceNameAction) : action)), 'time-limit', 'fail'],
    ['no index', change('placeName.archived', { index: false }), 'archive', 'fail'],
    ['not archived', without('placeName.archived'), 'archive', 'open'],
    ['an expert report that says nothing of risks', soundCase().map((action) => (action.kind === 'placeName.reported' && action.body.report.kind === 'expert' ? act('placeName.reported', { ...action.body, report: { ...action.body.report, contents: ['necessity', 'soundness', 'reasonableness', 'advice'] } }) : action)), 'reports', 'fail'],
    ['reports not required, without a reason', soundCase().map((action) => (action.kind === 'placeName.reported' ? act('placeName.reported', { ...action.body, report: { ...action.body.report, standing: 'notRequired', contents: [] } }) : action)), 'reports', 'fail'],
    ['reports not required, with the reason', soundCase().map((action) => (action.kind === 'placeName.reported' ? act('placeName.reported', { ...action.body, report: { ...action.body.report, standing: 'notRequired', contents: [], reason: '专业性不强，与群众生活关系不大' } }) : action)), 'reports', 'pass'],
    ['no reports at all', without('placeName.reported'), 'reports', 'open'],
  ])('%s', (_name, actions, rule, state) => {
    const card = reported(actions)
    expect(row(card, rule)).toMatchObject({ state })
    expect(card.verdict).toBe(card.rows.some((entry) => entry.state === 'fail') ? 'failed' : card.rows.some((entry) => entry.state === 'open') ? 'open' : 'sound')
  })
  it('a corrected filing moves the notice: it counts from the new papers, and is on time', () => {
    const [...actions] = without('placeName.noticed', 'placeName.archived', 'placeName.filingAnswered')
    const filing = actions.find(({ kind }) => kind === 'placeName.filed') as PlaceNameAction
    const at = actions.indexOf(filing) + 1
    const noticed = soundCase().find(({ kind }) => kind === 'placeName.noticed') as PlaceNameAction
    const folded = fold(...actions.slice(0, at), act('placeName.filingAnswered', { day: '2026-03-24', outcome: 'correctionAsked', note: '缺表' }), { ...filing, body: { ...filing.body, day: '2026-04-02' } } as PlaceNameAction, act('placeName.filingAnswered', { day: '2026-04-03', outcome: 'filed', note: '' }), { ...noticed, body: { ...noticed.body, day: '2026-04-16' } } as PlaceNameAction)
    expect(clocksOfCase(folded, civilDate('2026-04-20')).find(({ id }) => id === 'notice')).toMatchObject({ due: { day: '2026-04-17' }, state: 'met' })
    expect(row(reportOf(folded, context(looked), namesOf(folded.file.items)), 'notice')?.state).toBe('pass')
  })
  it('plates and concordance come from the register', () => {
    const items = [road('1', '龙湖路', { act: 'renaming', entityId: 'e1', renameGround: 'construction', renameReason: '拆分' })]
    const folded = fold(...soundCase(items))
    const card = reportOf(folded, context({ register: new Map([['1', { name: '龙湖路', text: 'Lónghú Lù', sign: 'LONGHU LU' }]]), plates: new Map([['1', [{ kind: 'fail', field: 'plates', message: { zh: '跳号：3', en: 'Skipped: 3' } }]]]), concordance: new Map([['1', { addresses: 10, held: 8, issuedOn: '2026-04-01' }]]) }), namesOf(items, { present: { name: '外麻路', protected: false, historicValue: false } }))
    expect(row(card, 'plates')).toMatchObject({ state: 'fail', message: { zh: '跳号：3' } })
    expect(row(card, 'concordance')).toMatchObject({ state: 'fail', message: { zh: '新旧对照缺 2 个地址' } })
  })
  it('a sign with a wrong spelling is sound again once it was mended to what it should say', () => {
    const wrong = change('placeName.signSet', { pinyin: 'ZHANGQIAO CUN LU' }).filter(({ kind }) => kind !== 'placeName.archived')
    const set = wrong.find(({ kind }) => kind === 'placeName.signSet')?.body as PlaceNameBody<'placeName.signSet'>
    const found = act('placeName.signFound', { day: '2026-05-05', item: '1', sign: set.sign, defect: '1', note: '' })
    const mended = (words: Partial<PlaceNameBody<'placeName.signMended'>>) => act('placeName.signMended', { day: '2026-05-06', item: '1', sign: set.sign, note: '', ...words })
    expect(row(reported(wrong), 'sign')?.state).toBe('fail')
    expect(row(reported([...wrong, found, mended({})]), 'sign')).toMatchObject({ state: 'fail', field: `signs.${set.sign}.pinyin` })
    expect(row(reported([...wrong, found, mended({ text: '张桥村路', pinyin: 'ZHANGQIAOCUN LU' })]), 'sign')?.state).toBe('pass')
  })
  it('a person attests what the program cannot see and adds a fault, but lifts none', () => {
    const attest = (rule: string, item: string, result: 'pass' | 'fail') => act('placeName.attested', { day: '2026-05-07', attestations: [{ rule: `place-names.${rule}`, item, result, note: '已现场查看' }] })
    expect(row(reported([...change('placeName.signSet', { photo: '' }), attest('sign', '1', 'pass')]), 'sign')).toMatchObject({ state: 'attested', by: 'clerk', message: { zh: '已现场查看' } })
    expect(row(reported([...change('placeName.filed', { day: '2026-04-01' }), attest('filing', '', 'pass')]), 'filing')?.state).toBe('fail')
    expect(row(reported([...soundCase(), attest('filing', '', 'fail')]), 'filing')).toMatchObject({ state: 'fail', by: 'clerk' })
    expect(row(reported([...without('placeName.entered'), attest('national-base', '1', 'pass')]), 'national-base')?.state).toBe('open')
  })
  it('what nobody looked at is never a pass', () => {
    const folded = fold(...soundCase())
    const card = reportOf(folded, context(), new Map())
    expect(card.verdict).toBe('open')
    expect(card.rows.filter(({ code }) => code.startsWith('N')).every(({ state }) => state === 'open')).toBe(true)
    expect(row(card, 'same-words')?.state).toBe('open')
  })
  it('rules have one id each, and the window carries them all with its actions', () => {
    const ids = placeNameWindow.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(placeNameCaseRules.length + nameRules.length)
    expect(Object.keys(placeNameWindow.actions)).toEqual(expect.arrayContaining(['placeName.decided', 'gazetteer.renamed', 'plate.numbered', 'address.proved', 'boundary.inspected', 'placeNameProfile.set']))
  })
})

describe('counts and rates', () => {
  const items = [road('1', '人福路'), road('2', '五渎路', { act: 'extentChange', entityId: 'e1' }), road('3', '宝安路', { act: 'removal', entityId: 'e2', township: '太平街道' })]
  const folded = fold(...soundCase(items))
  it('lines by act, kind and town, and every identity holds', () => {
    const lines = linesOfCase(folded)
    const sums = tallyLines(lines, '2026-01-01', '2026-12-31')
    expect(Object.fromEntries(['application.received.total', 'name.approved.total', 'name.approved.act.naming', 'name.approved.act.removal', 'name.approved.town.太平街道', 'name.filed.total', 'name.published.total', 'sign.set.total'].map((cell) => [cell, sums.get(cell)]))).toEqual({ 'application.received.total': 1, 'name.approved.total': 3, 'name.approved.act.naming': 1, 'name.approved.act.removal': 1, 'name.approved.town.太平街道': 1, 'name.filed.total': 3, 'name.published.total': 3, 'sign.set.total': 2 })
    expect(checkIdentities(lines, '2026-01-01', '2026-12-31').filter(({ holds }) => !holds)).toEqual([])
    expect(linesBehind(lines, 'name.approved.act.naming', '2026-01-01', '2026-12-31')).toMatchObject([{ subject: 'p01', item: '1' }])
    expect(tallyLines(lines, '2026-04-01', '2026-04-30').get('name.approved.total')).toBeUndefined()
  })
  it('on-time rates of filing and notice, the late case by name', () => {
    const late = { ...fold(...change('placeName.filed', { day: '2026-04-01' })), id: 'p02' }
    const rates = onTimeRates([folded, late], { from: '2026-01-01', to: '2026-12-31' }, civilDate('2026-05-20'))
    expect(rates.find(({ id }) => id === 'filing')).toMatchObject({ met: 1, late: 1, overdue: 0, permille: 500, cases: ['p02'] })
    expect(rates.find(({ id }) => id === 'notice')).toMatchObject({ met: 2, permille: 1000 })
    expect(rates.find(({ id }) => id === 'sign')?.permille).toBeUndefined()
    expect(onTimeRates([folded], { from: '2026-01-01', to: '2026-12-31' }, civilDate('2026-05-20'), { settings: { ...{ decision: { days: 20, count: 'working' }, extension: { days: 10, count: 'working' }, publicDisplay: { days: 7, count: 'calendar' }, rollToWorkingDay: false }, sign: { days: 10, count: 'calendar' } } }).find(({ id }) => id === 'sign')).toMatchObject({ met: 0, late: 2 })
  })
  it('tallies reports by rule', () => {
    const sums = tallyReports(reported(soundCase()).rows)
    expect(sums.get('F01/place-names.filing')).toEqual({ pass: 1, fail: 0, notApplicable: 0, attested: 0, open: 0 })
  })
  it('a clock past the last calendar year says so and hides nothing', () => {
    const future = fold(act('placeName.received', { file: folded.file, day: '2036-12-28' }))
    expect(clocksOfCase(future, civilDate('2036-12-29'))).toMatchObject([{ id: 'supplement', state: 'unknown', because: { zh: expect.any(String) } }])
  })
  it('a local profile changes what is asked', () => {
    expect(row(reported(soundCase(), { profile: profile({ displayFor: ['naming'] }) }), 'display')).toMatchObject({ state: 'open' })
    expect(row(reported(soundCase(), { profile: profile({ filingTargets: [{ approver: 'countyGovernment', target: '省民政厅' }] }) }), 'filing')).toMatchObject({ state: 'fail', message: { zh: expect.stringContaining('省民政厅') } })
  })
})
