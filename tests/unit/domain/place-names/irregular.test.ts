import { describe, expect, it } from 'vitest'
import type { IrregularAction, IrregularFacts } from '../../../../domain/place-names/irregular/actions.ts'
import { irregularActions, irregularClasses, irregularEndings } from '../../../../domain/place-names/irregular/actions.ts'
import type { IrregularName } from '../../../../domain/place-names/irregular/irregular.ts'
import { applyIrregular, irregularDue } from '../../../../domain/place-names/irregular/irregular.ts'
import { changeOfLines, linesOfIrregular, tallyLines } from '../../../../domain/place-names/statistics/counts.ts'
import { checkIdentities } from '../../../../domain/place-names/statistics/identities.ts'
import { thrown } from './case-facts.ts'

// The name that stood under the approved name 矮凳桥小区 (published case of the 2019 clean-up).
const facts = (rest: Partial<IrregularFacts> = {}): IrregularFacts => ({ name: '欧洲城', where: '小区大门标牌', class: 'foreign', source: 'cleanUp', holder: '示例物业公司', contact: '', standard: '矮凳桥小区', entityId: '', found: '大门、公告栏使用非标准名称', ...rest })
const doing = <K extends IrregularAction['kind']>(kind: K, body: Omit<Extract<IrregularAction, { kind: K }>['body'], 'day'>, day: string, subject = 'w1'): IrregularAction => ({ kind, subject, body: { day, ...body } }) as unknown as IrregularAction
const found = (day = '2026-03-02', rest: Partial<IrregularFacts> = {}, subject = 'w1') => doing('irregularName.found', { facts: facts(rest) }, day, subject)
const noticed = (day = '2026-03-09', deadline = '2026-04-09') => doing('irregularName.noticed', { number: '示地名改〔2026〕1号', deadline, demands: '改用标准地名' }, day)
const interviewed = doing('irregularName.interviewed', { with: '示例物业公司负责人', said: '同意整改' }, '2026-03-16')
const settled = (day = '2026-04-01', how: Extract<IrregularAction, { kind: 'irregularName.settled' }>['body']['how'] = 'corrected') => doing('irregularName.settled', { how, document: '', note: '' }, day)
const fold = (...acts: readonly IrregularAction[]): IrregularName => {
  let known: IrregularName | undefined
  for (const act of acts) known = applyIrregular(known, act)
  return known as IrregularName
}

describe('irregular names', () => {
  it('found, told to be put right, spoken about, settled; every body fits its schema', () => {
    const acts = [found(), noticed(), interviewed, settled()]
    for (const { kind, body } of acts) expect(irregularActions[kind].safeParse(body).success, kind).toBe(true)
    expect(fold(...acts)).toMatchObject({ foundOn: '2026-03-02', latest: '2026-04-01', settled: { how: 'corrected' }, notices: [{ deadline: '2026-04-09' }], interviews: [{ said: '同意整改' }] })
  })
  it('the last notice sets the day by which it is to be put right, until it is settled', () => {
    expect(irregularDue(fold(found()))).toBeUndefined()
    expect(irregularDue(fold(found(), noticed(), noticed('2026-04-10', '2026-04-30')))).toBe('2026-04-30')
    expect(irregularDue(fold(found(), noticed(), settled()))).toBeUndefined()
  })
  it('count on their days by class, source and how; handled never more than found', () => {
    const lines = [fold(found(), noticed(), interviewed, settled()), fold(found('2026-05-02', { class: 'unapproved', source: 'complaint' }, 'w2'))].flatMap(linesOfIrregular)
    const sums = tallyLines(lines, '2026-01-01', '2026-12-31')
    expect(Object.fromEntries(['irregular.found.total', 'irregular.found.class.foreign', 'irregular.found.source.complaint', 'irregular.noticed.total', 'irregular.interviewed.total', 'irregular.settled.total', 'irregular.settled.class.foreign', 'irregular.settled.how.corrected'].map((cell) => [cell, sums.get(cell)]))).toEqual({
      'irregular.found.total': 2, 'irregular.found.class.foreign': 1, 'irregular.found.source.complaint': 1, 'irregular.noticed.total': 1, 'irregular.interviewed.total': 1, 'irregular.settled.total': 1, 'irregular.settled.class.foreign': 1, 'irregular.settled.how.corrected': 1,
    })
    expect(tallyLines(lines, '2026-04-01', '2026-04-30').get('irregular.found.total')).toBeUndefined()
    expect(checkIdentities(lines, '2026-04-01', '2026-04-30').filter(({ id, holds }) => id.startsWith('irregular') && !holds)).toEqual([])
    expect(checkIdentities(lines.filter(({ cells }) => cells[0] !== 'irregular.found.total'), '2026-04-01', '2026-04-30').find(({ id }) => id === 'irregular.settled')).toMatchObject({ left: 1, right: 0, holds: false })
  })
  it('an act adds its own lines and takes none away', () => {
    const [before, after] = [fold(found(), noticed()), fold(found(), noticed(), settled())]
    expect(changeOfLines(linesOfIrregular(before), linesOfIrregular(after))).toMatchObject([{ day: '2026-04-01', value: 1, cells: ['irregular.settled.total', 'irregular.settled.class.foreign', 'irregular.settled.how.corrected'] }])
  })
  it('classes and endings have one code and two languages each', () => {
    for (const table of [irregularClasses, irregularEndings]) {
      expect(new Set(table.map(({ code }) => code)).size).toBe(table.length)
      expect(table.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en))).toBe(true)
    }
  })
  it.each<[string, readonly IrregularAction[], object]>([
    ['one that stands already', [found(), found()], { code: 'conflict' }],
    ['a notice about nothing', [noticed()], { code: 'not_found' }],
    ['an act after it was settled', [found(), settled(), interviewed], { code: 'wrong_state' }],
    ['a notice before it was found', [found(), noticed('2026-03-01')], { code: 'invalid', field: 'day' }],
    ['a deadline before the notice', [found(), noticed('2026-03-09', '2026-03-08')], { code: 'invalid', field: 'deadline' }],
    ['a settlement before the notice', [found(), noticed(), settled('2026-03-05')], { code: 'invalid', field: 'day' }],
    ['a day that is none', [found('2026-02-29')], { code: 'invalid', field: 'day' }],
  ])('refuses %s', (_name, acts, expected) => expect(thrown(() => fold(...acts))).toEqual(expected))
})
