import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desksOf, windows } from '../../../api/windows.ts'
import { domainWindows } from '../../../domain/windows.ts'
import { emptyBurialFile } from '../../../domain/burial/file.ts'
import { emptyMarriageFile } from '../../../domain/marriage/file.ts'
import { openDesk, type Desk } from './desk.ts'

/** A bureau that offers funeral affairs alone. */
let desk: Desk
let [chief, clerk] = ['', '']
const json = { 'content-type': 'application/json' }
const send = (token: string, method: string, path: string, body?: unknown) => desk.send(method, path, { ...(token === '' ? {} : { token }), ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }) })
const signIn = async (account: string, password: string): Promise<string> => ((await send('', 'POST', '/api/session', { account, password })).body as unknown as { token: string }).token
const change = (key: string, value: unknown) => send(chief, 'PUT', `/api/settings/${key}`, { value, reason: '按本处情况' })

beforeAll(async () => {
  desk = await openDesk()
  const made = await send('', 'POST', '/api/office/set-up', { name: '某区殡葬管理所', area: '440112', fonds: '', windows: ['burial'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'chief', name: '钱天禄', password: 'a longer word of my own' } })
  expect(made.status).toBe(200)
  chief = await signIn('chief', 'a longer word of my own')
  await send(chief, 'POST', '/api/accounts', { account: 'keeper', name: '冯素问', role: 'registrar', counter: '1', password: 'a longer word of hers', scope: 'mainland', certifiedUntil: '' })
  clerk = await signIn('keeper', 'a longer word of hers')
})
afterAll(() => desk.close())

test('an office offers marriages, funeral affairs, place names, or several; what stands under a desk comes with it', () => {
  expect(desksOf(windows)).toEqual(['marriage', 'burial', 'place-names'])
})

test('offers its own routes and closes those of the desks it does not have', async () => {
  expect((await send(clerk, 'GET', '/api/burials')).body).toMatchObject({ rows: [], count: 0 })
  for (const path of ['/api/marriages', '/api/divorces', '/api/reissues', '/api/archive/files']) {
    const answer = await send(clerk, 'GET', path)
    expect([answer.status, answer.body.error?.code], path).toEqual([404, 'not_found'])
  }
  const day = (await send(clerk, 'GET', '/api/counts/day')).body as unknown as { open: { state: string }[] }
  expect(day.open.length).toBeGreaterThan(0)
  expect(day.open.every(({ state }) => state.startsWith('burial.'))).toBe(true)
  expect((await send(clerk, 'PUT', '/api/drafts/draft-0001', { window: 'burial', title: '草稿', content: emptyBurialFile() })).status).toBe(200)
  expect((await send(clerk, 'PUT', '/api/drafts/draft-0002', { window: 'marriage', title: '草稿', content: emptyMarriageFile('marriage') })).body.error).toMatchObject({ code: 'invalid', field: 'window' })
  expect((await send(clerk, 'PUT', '/api/drafts/draft-0003', { window: 'burial', title: '草稿', content: {} })).body.error).toMatchObject({ code: 'invalid', field: expect.stringMatching(/^content\./u) })
})

test('opens a further desk when the office adds it', async () => {
  expect((await change('office.windows', ['burial', 'marriage'])).status).toBe(200)
  expect((await send(clerk, 'GET', '/api/marriages')).status).toBe(200)
  expect((await change('office.windows', ['burial', 'divorce'])).body.error).toMatchObject({ code: 'invalid' })
  expect((await change('office.windows', ['burial'])).status).toBe(200)
  expect((await send(clerk, 'GET', '/api/marriages')).status).toBe(404)
})

test('every act of its window says what the journal may show, and no count is without title and unit', () => {
  const shown = Object.assign({}, ...windows.map(({ journalFields }) => journalFields)) as Record<string, readonly string[]>
  for (const { actions } of domainWindows) for (const kind of Object.keys(actions)) expect(shown[kind], kind).toBeDefined()
  for (const { counts } of windows) for (const [kind, { title, unit }] of Object.entries(counts)) expect([title.zh !== '', title.en !== '', '对件人本具例穴座人次个块份条'.includes(unit)], kind).toEqual([true, true, true])
  const kinds = windows.flatMap(({ counts }) => Object.keys(counts))
  expect(new Set(kinds).size).toBe(kinds.length)
})

describe('settings of funeral affairs', () => {
  test('stand in a group of their own, each with its note and how sure it is', async () => {
    const { settings } = (await send(chief, 'GET', '/api/settings')).body as unknown as { settings: { key: string; group: string; note: { zh: string; en: string }; source: string }[] }
    const own = settings.filter(({ group }) => group === 'burial')
    expect(own.map(({ key }) => key)).toEqual([
      'burial.homeName', 'burial.homeId', 'burial.institution', 'burial.numberPattern', 'burial.provider', 'burial.cremationArea', 'burial.localStorageDays', 'burial.reservationDays', 'burial.depositMonths', 'burial.unclaimedDays', 'burial.prices', 'burial.plotLimits', 'burial.inspectionForm', 'burial.tariffs',
    ])
    for (const { key, note, source } of own) expect([note.zh !== '', note.en !== '', source], key).toEqual([true, true, expect.stringMatching(/^(guides|general|office)$/)])
  })

  const price = { item: 'cremation', unit: 'body', unitPriceFen: 32_000, document: '某价〔2026〕1号', from: '2026-04-01', to: '' }
  test.each([
    ['burial.institution', '02'], ['burial.numberPattern', '{prefix}〔{year}〕{serial:4}'], ['burial.provider', 'cemetery'], ['burial.cremationArea', 'yes'], ['burial.localStorageDays', '15'], ['burial.localStorageDays', ''], ['burial.reservationDays', 3], ['burial.prices', [price, { ...price, unit: 'hour' }]],
    ['burial.prices', [{ ...price, to: '2026-05-31' }, { ...price, from: '2026-06-01' }]],
  ])('%s may be %j', async (key, value) => {
    expect((await change(key, value)).status).toBe(200)
  })

  test.each([
    ['burial.institution', '2'], ['burial.numberPattern', '{prefix}-{year}'], ['burial.numberPattern', '{serial:6}{year}'], ['burial.provider', 'hospital'], ['burial.localStorageDays', '0'], ['burial.localStorageDays', '7.5'], ['burial.reservationDays', 0], ['burial.unclaimedDays', -1],
    ['burial.prices', [price, price]], ['burial.prices', [{ ...price, unitPriceFen: 1.5 }]], ['burial.prices', [{ ...price, to: '2026-03-31' }]], ['burial.plotLimits', [{ id: 'x' }]], ['burial.inspectionForm', { items: [] }], ['burial.tariffs', [{}]],
  ])('%s may not be %j', async (key, value) => {
    expect((await change(key, value)).body.error).toMatchObject({ code: 'invalid', field: 'value' })
  })
})
