import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../api/schemas/gazetteer.ts'
import type { PlateBook, PlateLine } from '../../../api/schemas/plates.ts'
import type { defaultProfile } from '../../../domain/place-names/profile.ts'
import { modelEstateNumbering, modelNumbering } from '../../../domain/place-names/plates/settings.ts'
import { writeCode } from '../../../templates/digest.ts'
import { must, refused } from './burials.ts'
import { openSampleDesk, second, type Desk } from './desk.ts'

let desk: Desk
const day = '2026-05-20'
const noEnd = { text: '', status: 'unnamed', entityId: '' }
const facts = (given: object = {}) => ({ kind: 'STREET', classCode: '', province: '', county: '', builtUpArea: 'main', township: '示例街道', village: '', location: '示例位置', orientation: '', start: noEnd, end: noEnd, bounds: '', meaning: '', origin: '', history: '', secrecy: '', ...given })
// About 953 m from west to east.
const line = { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.11, 31.2]] }, declared: 'CGCS2000', source: '示例' }
const name = (value: string, given: object = {}) => ({ name: value, text: '', sign: 'SHILI LU', standing: 'standard', from: '2020-01-01', to: '', document: '示政函〔2020〕1号', ...given })
const add = async (value: string, given: object = {}): Promise<Entity> => must(await desk.ask<Entity>('clerk1', 'POST', '/api/gazetteer/entities', { day, facts: facts(), geometry: line, names: [name(value)], source: '补录', ...given }))

const door = (id: string, metres: number, side: 'left' | 'right', given: object = {}) => ({ id, use: 'house', metres, side, ...given })
const street = (frontages: readonly object[], settings: object = {}) => ({ what: 'street', settings: { ...modelNumbering.EW, ...settings }, frontages })
interface Preview { readonly rows: (PlateLine & { readonly key: string })[]; readonly findings: { readonly severity: string; readonly field?: string }[] }
const preview = (id: string, numbering: object) => desk.ask<Preview>('clerk1', 'POST', `/api/plates/${id}/preview`, { numbering })
const number = (id: string, revision: number, numbering: object) => desk.ask<PlateBook>('clerk1', 'POST', `/api/plates/${id}/numbers`, { revision, day, document: '', numbering })
const tryOn = (book: PlateBook, act: object, revision = book.revision) => desk.ask<PlateBook>('clerk1', 'POST', `/api/plates/${book.entityId}/acts`, { revision, act: { day, ...act } })
const on = async (book: PlateBook, act: object): Promise<PlateBook> => must(await tryOn(book, act))
const read = async (id: string): Promise<PlateBook> => must(await desk.ask<PlateBook>('clerk1', 'GET', `/api/plates/${id}`))
const labels = (rows: readonly { readonly label: string; readonly frontage: string }[]) => Object.fromEntries(rows.filter(({ frontage }) => frontage !== '').map(({ frontage, label }) => [frontage, label]))
const pdf = async (path: string) => { const answer = await desk.send('GET', path, { token: await desk.token('clerk1') }); return [answer.status, new TextDecoder('latin1').decode(answer.bytes.subarray(0, 5))] }

const documentCodes = { plate: { agency: '示门', withWord: false }, proof: { agency: '示名证', withWord: false } }
beforeAll(async () => {
  desk = await openSampleDesk(10)
  const { profile } = must(await desk.ask<{ profile: ReturnType<typeof defaultProfile> }>('manager', 'GET', '/api/place-name-profile'))
  must(await desk.ask('manager', 'PUT', '/api/place-name-profile', { day, profile: { ...profile, box: [120, 31, 120.3, 31.4], documentCodes: { ...profile.documentCodes, ...documentCodes } }, reason: '设置文号代字', second: { ...second, account: 'clerk1', password: 'clerk1-sample-1949' } }))
}, 60_000)
afterAll(() => desk.close())

describe('numbering a street', () => {
  test('preview and act give the same numbers: from the east, north odd, no skip, reserved sites kept free', async () => {
    const { id } = await add('青竹坞路')
    const book = await read(id)
    expect(book).toMatchObject({ revision: 0, plates: [], street: null, acts: ['numbered'], lengthMetres: expect.closeTo(953, 0), model: { street: { run: 'EW', startEnd: 'east' } } })
    const wanted = street([door('东一', 900, 'left'), door('空地', 700, 'left', { use: 'emptySite', reserve: 2 }), door('西头', 300, 'left'), door('南一', 850, 'right'), door('南二', 200, 'right'), door('西头后门', 300, 'left', { of: '西头' })])
    const shown = must(await preview(id, wanted))
    expect(shown.findings).toEqual([])
    expect(labels(shown.rows.filter(({ state }) => state === 'assigned'))).toEqual({ 东一: '1号', 西头: '7号', 西头后门: '7-1号', 南一: '2号', 南二: '4号' })
    expect(shown.rows.filter(({ state }) => state === 'reserved').map(({ number: of }) => of)).toEqual([3, 5])
    const done = must(await number(id, 0, wanted))
    expect(done.revision).toBe(1)
    expect(done.plates.map(({ key, label, state, frontage }) => ({ key, label, state, frontage })).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(shown.rows.map(({ key, label, state, frontage }) => ({ key, label, state, frontage })).toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    expect(done).toMatchObject({ findings: [], history: [{ kind: 'plate.numbered', title: { zh: '编号' } }] })
    expect(done.plates.find(({ key }) => key === 'gate//1-0')).toMatchObject({ address: '示例街道青竹坞路1号' })
  })

  test('houses told by their place on the map find their metres and side; later ones come between the numbers that stand', async () => {
    const { id } = await add('白鹭坞路')
    const at = (x: number, y: number) => [x, y]
    const first = must(await number(id, 0, street([{ id: 'a', use: 'house', position: at(120.109, 31.2002) }, { id: 'b', use: 'house', position: at(120.103, 31.2002) }, { id: 'c', use: 'house', position: at(120.106, 31.1998) }])))
    expect(labels(first.plates)).toMatchObject({ a: '1号', b: '3号', c: '2号' })
    const later = street([{ id: 'd', use: 'house', position: at(120.106, 31.2002) }, { id: 'e', use: 'house', position: at(120.101, 31.2002) }])
    expect(labels(must(await preview(id, later)).rows)).toMatchObject({ a: '1号', b: '3号', c: '2号', d: '1-1号', e: '5号' })
    const then = must(await number(id, first.revision, later))
    expect(then.plates.map(({ label }) => label).toSorted()).toEqual(['1-1号', '1号', '2号', '3号', '5号'])
    expect(then.findings).toEqual([])
    expect(await refused(desk, () => number(id, then.revision, later))).toMatchObject({ code: 'invalid', field: 'numbering' })
    expect(must(await preview(id, street([{ id: 'far', use: 'house', position: at(120.1005, 31.22) }]))).findings).toMatchObject([{ severity: 'information', field: 'frontages.far.position' }])
  })

  test.each<[string, object, string, string]>([
    ['a house that is nowhere', street([{ id: 'x', use: 'house' }]), 'invalid', 'numbering.frontages.x.position'],
    ['metres without a side', street([{ id: 'x', use: 'house', metres: 10 }]), 'invalid', 'numbering.frontages.x.side'],
    ['a place beyond the office’s box', street([{ id: 'x', use: 'house', position: [121.5, 31.2] }]), 'invalid', 'numbering.frontages.x.position'],
    ['longitude and latitude exchanged', street([{ id: 'x', use: 'house', position: [31.2, 89] }]), 'invalid', 'numbering.frontages.x.position'],
    ['a house beyond the end of the street', street([door('x', 5000, 'left')]), 'invalid', 'numbering.frontages.x.metres'],
    ['a house twice', street([door('x', 10, 'left'), door('x', 20, 'left')]), 'invalid', 'numbering.frontages.x'],
    ['a sub-number of a sub-number', street([door('x', 10, 'left'), door('y', 10, 'left', { of: 'x' }), door('z', 10, 'left', { of: 'y' })]), 'invalid', 'numbering.frontages.z.of'],
    ['a kept number of the wrong side', street([door('x', 10, 'left', { kept: { number: 2, sub: 0 } })]), 'invalid', 'numbering.frontages.x.kept'],
    ['a building that has no number', { what: 'building', building: 'building//1-0', units: 1, floors: 6, perFloor: 2, firstFloor: 1 }, 'not_found', 'numbering.building'],
    ['nothing to number', street([]), 'invalid', 'numbering.frontages'],
    ['settings that are none', street([door('x', 10, 'left')], { oddSide: 'up' }), 'invalid', 'numbering.settings.oddSide'],
  ])('%s is refused, in the preview as in the act, and nothing is written', async (_what, numbering, code, field) => {
    const { id } = await add(`测试坞${String(code.length)}${String(field.length)}路`)
    for (const ask of [() => preview(id, numbering), () => number(id, 0, numbering)]) {
      const error = await refused(desk, ask)
      expect([error.code === 'malformed' ? 'invalid' : error.code, error.field]).toEqual([code, field])
    }
  })

  test('what bears no numbers, a day to come, a page that is behind', async () => {
    const { id } = await add('回风坞', { facts: facts({ kind: 'NATURAL' }), geometry: null })
    expect(await refused(desk, () => preview(id, street([door('x', 1, 'left')])))).toMatchObject({ code: 'wrong_state' })
    const other = await add('枫香坞路')
    expect(await refused(desk, () => desk.ask('clerk1', 'POST', `/api/plates/${other.id}/numbers`, { revision: 0, day: '2026-05-21', document: '', numbering: street([door('x', 10, 'left')]) }))).toMatchObject({ code: 'invalid', field: 'day' })
    must(await number(other.id, 0, street([door('x', 10, 'left')])))
    expect(await refused(desk, () => number(other.id, 0, street([door('y', 20, 'left')])))).toMatchObject({ code: 'conflict', field: 'revision' })
    expect((await refused(desk, () => desk.ask('clerk1', 'GET', '/api/plates/e0000000000')))).toMatchObject({ code: 'not_found' })
  })
})

describe('an estate', () => {
  test('is numbered row by row, its buildings by units and rooms', async () => {
    const { id } = await add('听松坞苑', { facts: facts({ kind: 'ESTATE' }), geometry: null })
    const building = (of: string, x: number, y: number) => ({ id: of, position: [120.1 + x / 95_000, 31.2 + y / 110_900], use: 'building' })
    let book = must(await number(id, 0, { what: 'estate', settings: modelEstateNumbering, buildings: [building('南', 0, 0), building('北西', 0, 60), building('北东', 50, 60)] }))
    expect(labels(book.plates)).toEqual({ 北东: '1幢', 北西: '2幢', 南: '3幢' })
    book = must(await number(id, book.revision, { what: 'building', building: 'building//3-0', units: 2, floors: 6, perFloor: 2, firstFloor: 1 }))
    expect(book.plates).toHaveLength(3 + 2 + 24)
    expect(book.plates.find(({ key }) => key === 'room/unit/building//3-0/2-0/602-0')).toMatchObject({ label: '602室', address: '示例街道听松坞苑3幢2单元602室' })
    expect(await refused(desk, () => number(id, book.revision, { what: 'building', building: 'building//1-0', units: 1, floors: 3, perFloor: 2, firstFloor: -1 }))).toMatchObject({ code: 'invalid', field: 'numbering.firstFloor' })
    expect(await refused(desk, () => number(id, book.revision, { what: 'building', building: 'building//1-0', units: 60, floors: 200, perFloor: 99, firstFloor: 1 }))).toMatchObject({ code: 'invalid', field: 'numbering.units' })
    expect(await refused(desk, () => number(id, book.revision, { what: 'estate', settings: { ...modelEstateNumbering, within: 'southToNorth' }, buildings: [building('新', 0, 0)] }))).toMatchObject({ code: 'invalid', field: 'numbering.settings.within' })
  })
})

describe('acts on plates', () => {
  let book: PlateBook
  test('a number is confirmed under the next number of the office’s code, a typed one taken as it is written', async () => {
    const { id } = await add('望云坞路')
    book = must(await number(id, 0, street([door('a', 900, 'left'), door('空', 800, 'left', { use: 'emptySite' }), door('b', 500, 'left'), door('c', 850, 'right')])))
    expect(book.acts).toEqual(['numbered', 'assigned', 'confirmed', 'made', 'renumbered', 'cancelled'])
    book = await on(book, { kind: 'confirmed', key: 'gate//1-0', owner: '示例住户', use: '住宅', former: '', certificate: '' })
    expect(book.plates.find(({ key }) => key === 'gate//1-0')?.confirmed?.certificate).toMatch(/^示门〔2026〕\d+号$/u)
    book = await on(book, { kind: 'confirmed', key: 'gate//5-0', owner: '示例住户乙', use: '', former: '', certificate: '示门[2026]0900号' })
    expect(book.plates.find(({ key }) => key === 'gate//5-0')?.confirmed?.certificate).toBe('示门〔2026〕900号')
    expect(await refused(desk, () => tryOn(book, { kind: 'confirmed', key: 'gate//2-0', owner: '丙', use: '', former: '', certificate: '示门〔2026〕900号' }))).toMatchObject({ code: 'conflict', field: 'act.certificate' })
    expect(await refused(desk, () => tryOn(book, { kind: 'confirmed', key: 'gate//2-0', owner: '丙', use: '', former: '', certificate: '第九百号' }))).toMatchObject({ code: 'invalid', field: 'act.certificate' })
    expect(await refused(desk, () => tryOn(book, { kind: 'confirmed', key: 'gate//3-0', owner: '丙', use: '', former: '', certificate: '' }))).toMatchObject({ code: 'wrong_state', field: 'act.key' })
  })

  test('the maker’s list holds what is to be made with its size; what is made may be mounted, once', async () => {
    const csv = async (query = '') => new TextDecoder().decode((await desk.send('GET', `/api/plates/${book.entityId}/csv${query}`, { token: await desk.token('clerk1') })).bytes)
    expect(await csv()).toContain('1,望云坞路,SHILI LU,1号,门牌,大门牌,570,370,120,示例街道望云坞路1号')
    expect((await csv('?size=gate.small')).split('\r\n')[1]).toContain('小门牌,150,90,40')
    expect((await refused(desk, () => desk.ask('clerk1', 'GET', `/api/plates/${book.entityId}/csv?size=giant`)))).toMatchObject({ code: 'not_found', field: 'size' })
    expect(await refused(desk, () => tryOn(book, { kind: 'mounted', key: 'gate//1-0', qr: '', position: '', photo: '' }))).toMatchObject({ code: 'wrong_state', field: 'act.key' })
    expect(await refused(desk, () => tryOn(book, { kind: 'made', batch: '1', size: 'building', maker: '', keys: ['gate//1-0'] }))).toMatchObject({ code: 'invalid', field: 'act.keys.0' })
    expect(await refused(desk, () => tryOn(book, { kind: 'made', batch: '1', size: 'giant', maker: '', keys: ['gate//1-0'] }))).toMatchObject({ code: 'not_found', field: 'act.size' })
    book = await on(book, { kind: 'made', batch: '2026-1', size: 'gate.small', maker: '示例标牌厂', keys: ['gate//1-0', 'gate//2-0'] })
    book = await on(book, { kind: 'mounted', key: 'gate//1-0', qr: 'QR-1', position: '门右', photo: '' })
    expect(book.plates.find(({ key }) => key === 'gate//1-0')).toMatchObject({ made: { size: 'gate.small' }, mounted: { qr: 'QR-1' } })
    expect(await csv()).not.toContain(',1号,')
    const { rows } = must(await desk.ask<{ rows: { entityId: string; made: number; mounted: number; confirmed: number; reserved: number }[] }>('clerk1', 'GET', `/api/plates?text=${encodeURIComponent('望云坞')}`))
    expect(rows).toMatchObject([{ entityId: book.entityId, made: 2, mounted: 1, confirmed: 2, reserved: 1 }])
  })

  test('a reserved number goes to a house; a house keeps its place under another number, written as the book writes it; an old one stays on record', async () => {
    book = await on(book, { kind: 'assigned', key: 'gate//3-0', frontage: '新屋', document: '', provisional: true })
    const to = (given: object = {}) => ({ type: 'gate', within: '', number: 4, sub: 0, label: '四', state: 'assigned', frontage: '', side: '', metres: 0, position: null, ...given })
    expect(await refused(desk, () => tryOn(book, { kind: 'renumbered', key: 'gate//2-0', to: to({ number: 40 }), document: '', reason: '' }))).toMatchObject({ code: 'findings' })
    expect(await refused(desk, () => tryOn(book, { kind: 'renumbered', key: 'gate//2-0', to: to({ type: 'building' }), document: '', reason: '' }))).toMatchObject({ code: 'invalid', field: 'act.to.type' })
    expect(await refused(desk, () => tryOn(book, { kind: 'renumbered', key: 'gate//2-0', to: to({ number: 8, sub: 1 }), document: '', reason: '' }))).toMatchObject({ code: 'invalid', field: 'act.to.number' })
    book = await on(book, { kind: 'renumbered', key: 'gate//2-0', to: to(), document: '示门改〔2026〕1号', reason: '重编' })
    expect(book.plates.find(({ key }) => key === 'gate//4-0')).toMatchObject({ label: '4号', frontage: 'c', side: 'left' })
    expect(book.concordance).toEqual([{ key: 'gate//4-0', before: '示例街道望云坞路2号', after: '示例街道望云坞路4号' }])
    expect(await refused(desk, () => tryOn(book, { kind: 'concorded', document: '' }))).toMatchObject({ code: 'invalid', field: 'act.document' })
    book = await on(book, { kind: 'concorded', document: '新旧地址对照表' })
    expect(book.concordances).toMatchObject([{ rows: [{ after: '示例街道望云坞路4号' }] }])
    expect(book.acts).not.toContain('concorded')
    book = await on(book, { kind: 'cancelled', key: 'gate//5-0', reason: '拆除', document: '' })
    expect(book.plates.find(({ key }) => key === 'gate//5-0')).toMatchObject({ standing: 'cancelled', until: day })
    expect(await refused(desk, () => tryOn(book, { kind: 'cancelled', key: 'gate//5-0', reason: '拆除', document: '' }))).toMatchObject({ code: 'not_found', field: 'act.key' })
    expect(book.history.map(({ kind }) => kind)).toEqual(['numbered', 'confirmed', 'confirmed', 'made', 'mounted', 'assigned', 'renumbered', 'concorded', 'cancelled'].map((kind) => `plate.${kind}`))
  })

  test('its papers are printed, and the printing is on record', async () => {
    const at = `/api/plates/${book.entityId}/papers`
    for (const [paper, key] of [['plateCertificate', 'gate//1-0'], ['plateNotice', 'gate//1-0'], ['plateNotice', ''], ['plateList', ''], ['concordance', ''], ['concordance', '新旧地址对照表'], ['plateFaces', 'gate//1-0']]) expect(await pdf(`${at}/place-names.${paper ?? ''}${key === '' ? '' : `?number=${encodeURIComponent(key ?? '')}`}`), paper).toEqual([200, '%PDF-'])
    for (const [paper, key, code] of [['plateCertificate', '', 'malformed'], ['plateCertificate', 'gate//4-0', 'wrong_state'], ['plateCertificate', 'gate//5-0', 'wrong_state'], ['plateFaces', 'gate//99-0', 'not_found'], ['dream', '', 'not_found'], ['concordance', '别的', 'not_found']]) expect((await refused(desk, () => desk.ask('clerk1', 'GET', `${at}/place-names.${paper ?? ''}${key === '' ? '' : `?number=${encodeURIComponent(key ?? '')}`}`))).code, `${paper ?? ''} ${key ?? ''}`).toBe(code)
    must(await desk.ask('clerk1', 'POST', `/api/plates/${book.entityId}/printed`, { paper: 'place-names.plateCertificate', number: 'gate//1-0', printer: '1号窗口' }))
    expect((await read(book.entityId)).history.at(-1)).toMatchObject({ kind: 'plate.printed', title: { zh: '打印' } })
    const viewed = must(await desk.ask<{ entries: { subject: string; body: { what: string } }[] }>('audit', 'GET', `/api/journal?kind=record.viewed&subject=${book.entityId}`))
    expect(viewed.entries.length).toBeLessThanOrEqual(1)
  })

  test('a batch holds them, and the code of a certificate is known again until another stands', async () => {
    expect((await desk.send('POST', '/api/papers/batch', { body: JSON.stringify({ papers: [{ id: book.entityId, paper: 'place-names.plateList' }, { id: book.entityId, paper: 'place-names.plateCertificate', number: 'gate//1-0' }] }), headers: { 'content-type': 'application/json' }, token: await desk.token('clerk1') })).status).toBe(200)
    const { entries } = must(await desk.ask<{ entries: { body: { digest: string } }[] }>('audit', 'GET', `/api/journal?kind=plate.printed&subject=${book.entityId}`))
    const number = book.plates.find(({ key }) => key === 'gate//1-0')?.confirmed?.certificate ?? ''
    const check = async (digest: string, of = number) => must(await desk.ask<{ verdict: string; number: string }>('clerk1', 'POST', '/api/papers/check', { code: writeCode({ paper: 'place-names.plateCertificate', number: of, digest }) }))
    const digest = entries[0]?.body.digest ?? ''
    expect(await check(digest)).toMatchObject({ verdict: 'genuine', number, names: ['示例住户'], caseId: book.entityId })
    expect(await check('0'.repeat(64))).toMatchObject({ verdict: 'altered' })
    expect(await check(digest, '示门〔2026〕99999号')).toMatchObject({ verdict: 'unknown' })
    book = await on(await read(book.entityId), { kind: 'confirmed', key: 'gate//1-0', owner: '示例住户丁', use: '', former: '', certificate: '' })
    expect(await check(digest)).toMatchObject({ verdict: 'superseded', number })
  })
})
