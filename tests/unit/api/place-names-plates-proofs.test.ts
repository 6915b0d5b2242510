import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../api/schemas/gazetteer.ts'
import type { PlateBook } from '../../../api/schemas/plates.ts'
import { modelNumbering } from '../../../domain/place-names/plates/settings.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { writeCode } from '../../../templates/digest.ts'
import { paperCode } from '../../../templates/windows.ts'
import { must, refused } from './burials.ts'
import { openSampleDesk, type Desk } from './desk.ts'

let desk: Desk
let entityId = ''
const day = '2026-05-20'
const noEnd = { text: '', status: 'unnamed', entityId: '' }
const facts = { kind: 'STREET', classCode: '', province: '', county: '', builtUpArea: 'main', township: '示例街道', village: '示例社区', location: '', orientation: '', start: noEnd, end: noEnd, bounds: '', meaning: '', origin: '', history: '', secrecy: '' }
const name = (value: string, standing: string, to = '') => ({ name: value, text: '', sign: '', standing, from: '', to, document: '' })

beforeAll(async () => {
  desk = await openSampleDesk(10)
  const entity = must(await desk.ask<Entity>('clerk1', 'POST', '/api/gazetteer/entities', { day, facts, geometry: null, names: [name('栖云坞路', 'standard'), name('旧学坞路', 'former', '2019-01-01')], source: '补录' }))
  entityId = entity.id
  const book = must(await desk.ask<PlateBook>('clerk1', 'POST', `/api/plates/${entityId}/numbers`, { revision: 0, day, document: '', numbering: { what: 'street', settings: modelNumbering.EW, frontages: [{ id: 'a', use: 'house', metres: 10, side: 'left' }, { id: 'b', use: 'house', metres: 60, side: 'left' }, { id: 'c', use: 'emptySite', metres: 90, side: 'left' }] } }))
  const key = book.plates.find(({ frontage }) => frontage === 'b')?.key ?? ''
  const old = book.plates.find((plate) => plate.key === key)
  // The house called b was moved on to the reserved number behind it.
  const reserved = book.plates.find(({ standing }) => standing === 'reserved')
  must(await desk.ask<PlateBook>('clerk1', 'POST', `/api/plates/${entityId}/acts`, { revision: book.revision, act: { kind: 'renumbered', day, key, to: { type: 'gate', within: '', number: reserved?.number, sub: 0, label: '新号', state: 'assigned', frontage: '', side: '', metres: 0, position: null }, document: '', reason: `原${old?.label ?? ''}` } }))
}, 60_000)
afterAll(() => desk.close())

const current = async () => (must(await desk.ask<PlateBook>('clerk1', 'GET', `/api/plates/${entityId}`))).plates.find(({ frontage, standing }) => frontage === 'b' && standing === 'current')
const form = (written: string, source = 'realEstate') => ({ source, document: '', written })
interface Checked { readonly standard: string; readonly sentence: string; readonly findings: { readonly severity: string; readonly field?: string }[]; readonly ready: boolean; readonly formerNames: string[]; readonly formerNumbers: string[] }
interface Line { readonly number: string; readonly standard: string; readonly owner: string; readonly sentence: string; readonly withdrawn: unknown; readonly byName: string }
const asked = async (given: object = {}) => ({ day, applicant: '示例申请', owner: '示例产权', entityId, key: (await current())?.key ?? '', standard: '', forms: [form('示例区旧学坞路4号')], signer: '', answers: [], ...given })
const check = async (given: object = {}) => desk.ask<Checked>('clerk1', 'POST', '/api/address-proofs/check', await asked(given))
const issue = async (given: object = {}) => desk.ask<Line>('clerk1', 'POST', '/api/address-proofs', { ...(await asked(given)), number: '', ...given })
const list = async (query = '') => must(await desk.ask<{ rows: Line[] }>('clerk1', 'GET', `/api/address-proofs${query}`)).rows

describe('checking a proof', () => {
  test('the standard address is written by the house; what the place was called and numbered is known', async () => {
    const found = must(await check())
    expect(found).toMatchObject({ standard: `示例街道示例社区栖云坞路${(await current())?.label ?? ''}`, formerNames: ['旧学坞路'], ready: true, findings: [] })
    expect(found.formerNumbers).toHaveLength(1)
    expect(found.sentence).toContain('与上述标准地址系同一处房产')
  })
  test('another name or number asks for a reason; another room stops; what cannot be proved is said at its field', async () => {
    expect(must(await check({ forms: [form('示例区别样路999号')] }))).toMatchObject({ ready: false, findings: [{ severity: 'answer', field: 'forms.0.written' }, { severity: 'answer', field: 'forms.0.written' }] })
    expect(must(await check({ forms: [form('示例区别样路999号')], answers: [{ rule: 'place-names.address-proof', field: 'forms.0.written', reason: '1990 年前的门牌' }] }))).toMatchObject({ ready: true })
    const { standard } = must(await check())
    expect(must(await check({ standard: `${standard}501室`, forms: [form(`${standard}502室`)] }))).toMatchObject({ ready: false, findings: [{ severity: 'stop' }] })
    expect(must(await check({ forms: [form(standard)] }))).toMatchObject({ ready: false, findings: [{ severity: 'stop', field: 'forms.0.written' }] })
    expect(must(await check({ forms: [form('示例区旧学坞路4号'), form('示例区旧学坞路4号')] }))).toMatchObject({ ready: false, findings: [{ field: 'forms.1.written' }] })
  })
  test.each<[string, object, string, string]>([
    ['a place that is not in the gazetteer', { entityId: 'e0000000000' }, 'not_found', 'entityId'], ['a number it does not have', { key: 'gate//777-0' }, 'not_found', 'key'], ['no form at all', { forms: [] }, 'invalid', 'forms'], ['a day that is none', { day: '2026-02-30' }, 'invalid', 'day'],
  ])('%s is refused', async (_what, given, code, field) => {
    const error = await refused(desk, () => check(given))
    expect([error.code === 'malformed' ? 'invalid' : error.code, error.field]).toEqual([code, field])
  })
})

describe('issuing one', () => {
  test('allots its number, keeps the sentence made by the house, prints, and is withdrawn once', async () => {
    const [first, next] = [must(await issue({ number: '示名证[2026]5001号' })), must(await issue())]
    expect(first.number).toBe('示名证〔2026〕5001号')
    expect(next.number).toMatch(/〔2026〕(?:字第)?\d+号$/u)
    expect(next).toMatchObject({ withdrawn: null, byName: expect.stringMatching(/./u), sentence: expect.stringContaining('系同一处房产') })
    expect(await refused(desk, () => issue({ number: '示名证〔2026〕5001号' }))).toMatchObject({ code: 'conflict', field: 'number' })
    expect(await refused(desk, () => issue({ number: '五千号' }))).toMatchObject({ code: 'invalid', field: 'number' })
    const paper = await desk.send('GET', `/api/address-proofs/paper?number=${encodeURIComponent(first.number)}`, { token: await desk.token('clerk1') })
    expect([paper.status, new TextDecoder('latin1').decode(paper.bytes.subarray(0, 5))]).toEqual([200, '%PDF-'])
    const withdraw = (given: object = {}) => desk.ask<Line>('clerk1', 'POST', '/api/address-proofs/withdrawal', { number: first.number, day, reason: '所附证件有误', ...given })
    expect(await refused(desk, () => withdraw({ day: '2026-05-21' }))).toMatchObject({ code: 'invalid', field: 'day' })
    expect(await refused(desk, () => withdraw({ day: '2026-05-19' }))).toMatchObject({ code: 'invalid', field: 'day' })
    expect(await refused(desk, () => withdraw({ number: '示名证〔2026〕9999号' }))).toMatchObject({ code: 'not_found', field: 'number' })
    expect(must(await withdraw())).toMatchObject({ withdrawn: { day, reason: '所附证件有误' } })
    expect(await refused(desk, () => withdraw())).toMatchObject({ code: 'conflict', field: 'number' })
  })

  test('what stands in the way is told and nothing is written, not even a number', async () => {
    expect(await refused(desk, () => issue({ forms: [form('示例区别样路999号')] }))).toMatchObject({ code: 'findings', findings: [{ rule: 'place-names.address-proof' }, {}] })
    expect(await refused(desk, () => issue({ forms: [form(' ')] }))).toMatchObject({ code: 'invalid', field: 'forms.0.written' })
    expect(await refused(desk, () => issue({ day: '2026-05-21' }))).toMatchObject({ code: 'invalid', field: 'day' })
  })

  test('a list masks persons; asked for by its number a proof is shown, with the look on record', async () => {
    const made = must(await issue({ owner: '钱示例', applicant: '示例市某某有限公司' }))
    const listed = (await list(`?entityId=${entityId}`)).find(({ number }) => number === made.number)
    expect(listed).toMatchObject({ owner: '钱**', applicant: '示例市某某有限公司', sentence: expect.stringContaining('钱**') })
    expect(listed?.sentence).not.toContain('钱示例')
    expect(await list(`?text=${encodeURIComponent(made.number)}`)).toMatchObject([{ owner: '钱示例' }])
    const { entries } = must(await desk.ask<{ entries: { body: { what: string } }[] }>('audit', 'GET', `/api/journal?kind=record.viewed&subject=${encodeURIComponent(made.number)}`))
    expect(entries).toMatchObject([{ body: { what: 'addressProof' } }])
  })

  test('its code is known again; after the withdrawal it no longer holds', async () => {
    const made = must(await issue())
    const { profile } = must(await desk.ask<{ profile: { officeName: string } }>('clerk1', 'GET', '/api/place-name-profile'))
    const body = { ...(await asked()), standard: made.standard, sentence: made.sentence, number: made.number, reasons: [] }
    const { digest } = paperCode({ paper: 'place-names.proof', record: { body, withdrawnOn: '', officeName: profile.officeName, registrarName: '', sample: true } } as unknown as PaperRequest)
    const check = async (of: string) => must(await desk.ask<{ verdict: string }>('clerk1', 'POST', '/api/papers/check', { code: writeCode({ paper: 'place-names.proof', number: made.number, digest: of }) })).verdict
    expect([await check(digest), await check('f'.repeat(64))]).toEqual(['genuine', 'altered'])
    must(await desk.ask('clerk1', 'POST', '/api/address-proofs/withdrawal', { number: made.number, day, reason: '所附证件有误' }))
    expect(await check(digest)).toBe('superseded')
  })
})
