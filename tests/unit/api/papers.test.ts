import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCode } from '../../../templates/digest.ts'
import { delivered, nextSerials, openSampleDesk, opened, registered, second, type Case, type Desk, type Who } from './desk.ts'

let desk: Desk
beforeAll(async () => (desk = await openSampleDesk()))
afterAll(() => desk.close())

const pdf = async (path: string, who: Who = 'clerk1') => desk.send('GET', path, { token: await desk.token(who) })
const start = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 5))
const print = async (id: string, paper: string, party?: 0 | 1) => {
  await desk.ask('clerk1', 'POST', `/api/marriages/${id}/printed`, { paper, ...(party === undefined ? {} : { party }), mode: 'whole', printer: '' })
  const entries = (await desk.ask<{ entries: { body: { digest: string; paper: string } }[] }>('audit', 'GET', `/api/journal?subject=${id}&kind=marriage.printed&limit=1`)).body.entries
  return entries[0]?.body.digest ?? ''
}
const check = async (paper: string, number: string, digest: string, who: Who = 'clerk1') => (await desk.ask<{ verdict: string; names: string[]; caseId?: string; number: string }>(who, 'POST', '/api/papers/check', { code: writeCode({ paper, number, digest }) })).body

describe('check a paper', () => {
  test('a certificate printed here is genuine; another digest is altered; another number unknown', async () => {
    const now = await registered(desk)
    const digest = await print(now.id, 'marriage.certificate', 0)
    expect(await check('marriage.certificate', now.number, digest)).toMatchObject({ verdict: 'genuine', number: now.number, caseId: now.id, names: now.file.parties.map(({ name }) => name) })
    expect((await check('marriage.certificate', now.number, digest.replace(/^./, (first) => (first === '0' ? '1' : '0')))).verdict).toBe('altered')
    expect((await check('marriage.certificate', 'J990101-2020-000001', digest)).verdict).toBe('unknown')
    expect((await check('marriage.review', now.number, digest)).verdict).toBe('altered')
  })

  test('the auditor learns the verdict, not the names', async () => {
    const now = await registered(desk)
    const digest = await print(now.id, 'marriage.certificate', 1)
    const seen = await check('marriage.certificate', now.number, digest, 'audit')
    expect(seen.verdict).toBe('genuine')
    expect(seen.caseId).toBeUndefined()
    expect(seen.names.join('')).toMatch(/^.\*+.\*+$/)
  })

  test('a declaration printed before the decision still holds after it, not after an amendment', async () => {
    const now = await opened(desk)
    const digest = await print(now.id, 'marriage.declaration', 0)
    expect((await check('marriage.declaration', now.id, digest)).verdict).toBe('genuine')
    await desk.ask('clerk1', 'PATCH', `/api/marriages/${now.id}`, { revision: now.revision + 1, changes: { remarkForm: '补充' } })
    expect((await check('marriage.declaration', now.id, digest)).verdict).toBe('superseded')
  })

  test('a corrected case supersedes its papers, a voided one voids them, a spoiled booklet only itself', async () => {
    const now = await registered(desk)
    const [man, woman] = [await print(now.id, 'marriage.certificate', 0), await print(now.id, 'marriage.certificate', 1)]
    const [serial] = await nextSerials(desk, 1)
    const reprinted = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/reprint`, { revision: now.revision + 2, party: 1, serial, reason: '卡纸折损', second })).body
    expect((await check('marriage.certificate', now.number, man)).verdict).toBe('genuine')
    expect((await check('marriage.certificate', now.number, woman)).verdict).toBe('superseded')
    const corrected = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/correction`, { revision: reprinted.revision, changes: { remarkForm: '更正' }, reason: '录入有误', second })).body
    expect((await check('marriage.certificate', now.number, man)).verdict).toBe('superseded')
    await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/void`, { revision: corrected.revision, recovered: true, reason: '机关录入错误', second })
    expect((await check('marriage.certificate', now.number, man)).verdict).toBe('voided')
  })

  test('what is no code is refused', async () => {
    for (const code of ['hello', 'LANTAI/1/MARRIAGE.CERTIFICATE/J/XYZ', `LANTAI/1/OFFICE.DAYSHEET/2026-05-20/${'0'.repeat(64)}`]) {
      expect((await desk.ask('clerk1', 'POST', '/api/papers/check', { code })).body.error).toMatchObject({ code: 'invalid', field: 'code' })
    }
  })
})

describe('papers', () => {
  test('every paper of a case prints, the same bytes each time, and the cover after filing', async () => {
    const now = await delivered(desk)
    const filed = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/archive`, { revision: now.revision, archiveFileNumber: '', pages: 9 })).body
    for (const { paper, party, ready } of filed.papers) {
      const path = `/api/marriages/${now.id}/papers/${paper}${party === undefined ? '' : `?party=${String(party)}`}`
      const one = await pdf(path)
      expect(one.status === 200, paper).toBe(ready)
      if (!ready) continue
      expect(start(one.bytes)).toBe('%PDF-')
      expect(Buffer.from((await pdf(path)).bytes).equals(Buffer.from(one.bytes)), paper).toBe(true)
    }
    expect(filed.papers.filter(({ ready }) => ready).map(({ paper }) => paper)).toContain('marriage.cover')
    expect((await pdf(`/api/marriages/${now.id}/papers/marriage.certificate`)).body.error).toMatchObject({ field: 'party' })
  })

  test('many papers come as one document, and it is put on record', async () => {
    const now = await delivered(desk)
    const answer = await desk.send('POST', '/api/papers/batch', { token: await desk.token('clerk1'), headers: { 'content-type': 'application/json' }, body: JSON.stringify({ papers: [{ id: now.id, paper: 'marriage.review' }, { id: now.id, paper: 'marriage.certificate', party: 0 }, { id: now.id, paper: 'marriage.certificate', party: 1 }] }) })
    expect(answer.status).toBe(200)
    expect(start(answer.bytes)).toBe('%PDF-')
    expect((await desk.ask<{ entries: { body: unknown }[] }>('audit', 'GET', '/api/journal?kind=record.exported&limit=1')).body.entries[0]?.body).toMatchObject({ count: 3 })
    const none = await desk.ask('clerk1', 'POST', '/api/papers/batch', { papers: [{ id: now.id, paper: 'office.dayClose' }] })
    expect(none.body.error).toMatchObject({ code: 'invalid', field: 'papers.0.paper' })
  })

  test('day sheet, stock sheet and calibration sheets print', async () => {
    for (const path of ['/api/day-sheet', '/api/day-sheet?day=2026-05-19', '/api/stock/sheet?month=2026-05', '/api/printers/sheet?sheet=crosses&printer=P1&tray=1', '/api/printers/sheet?sheet=test&printer=P1&tray=1']) {
      const answer = await pdf(path)
      expect(answer.status, path).toBe(200)
      expect(start(answer.bytes)).toBe('%PDF-')
    }
    expect((await pdf('/api/day-sheet?day=2026-05-21')).body.error).toMatchObject({ code: 'invalid', field: 'day' })
  })

  test('an office’s own words change what is printed', async () => {
    const now = await registered(desk)
    const before = await print(now.id, 'marriage.declaration', 0)
    const { marriagePapers } = await import('../../../templates/marriage/papers.ts')
    const declaration = marriagePapers.find(({ id }) => id === 'marriage.declaration')
    const [key] = Object.keys(declaration?.texts ?? {})
    expect(key).toBeDefined()
    expect((await desk.ask('admin', 'PUT', '/api/papers/marriage.declaration/texts', { texts: { [key ?? '']: '本处用语\n第二行' }, reason: '按省厅要求' })).status).toBe(200)
    expect(await print(now.id, 'marriage.declaration', 0)).not.toBe(before)
  })

  test('a name that cannot be printed stops the paper, not the case', async () => {
    const { couple } = await import('./desk.ts')
    const file = couple(desk)
    const now = await opened(desk, { ...file, parties: [{ ...file.parties[0], name: '张\u{323AF}' }, file.parties[1]] }).catch((error: unknown) => String(error))
    if (typeof now === 'string') expect(now).toContain('invalid')
    else expect((await pdf(`/api/marriages/${now.id}/papers/marriage.declaration?party=0`)).body.error?.code).toMatch(/^(unprintable)$|^undefined$/)
  })
})

describe('printers', () => {
  const observed = [[20.4, 20.2], [190.5, 20.1], [105.4, 148.7], [20.5, 277.3], [190.6, 277.2]].map(([x, y]) => ({ x, y }))
  test('five readings give a calibration, kept by printer and tray, used for overprints', async () => {
    const now = await registered(desk)
    const path = `/api/marriages/${now.id}/papers/marriage.certificate?party=0&mode=overprint&printer=P2`
    const plain = await pdf(path)
    const made = await desk.ask<{ residual: number; affine: { e: number }; by: string }>('manager', 'PUT', '/api/printers', { printer: 'P2', tray: '手送', observed, reason: '新装打印机' })
    expect(made.body.residual).toBeLessThan(0.5)
    expect(made.body.by).toBe('沈石渠')
    const listed = await desk.ask<{ calibrations: unknown[] }>('clerk1', 'GET', '/api/printers')
    expect(listed.body.calibrations).toHaveLength(1)
    expect((await desk.ask('manager', 'PUT', '/api/printers', { printer: 'P2', tray: '手送', observed, reason: '再校一次' })).status).toBe(200)
    expect((await desk.ask<{ calibrations: unknown[] }>('clerk1', 'GET', '/api/printers')).body.calibrations).toHaveLength(1)
    const moved = await pdf(path)
    expect(moved.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    const far = await desk.ask('manager', 'PUT', '/api/printers', { printer: 'P2', tray: '手送', observed: observed.map(({ x }) => ({ x, y: 400 })), reason: '量错' })
    expect(far.status).toBe(422)
  })

  test('fonts tell what they cover; a file that is no font is refused', async () => {
    const fonts = await desk.ask<{ stacks: { standard: number; standardOf: number; level3: number; level3Of: number }[]; office: unknown }>('clerk1', 'GET', '/api/fonts')
    expect(fonts.body.stacks[0]).toMatchObject({ standard: 8105, standardOf: 8105, level3: 88_115, level3Of: 88_115 })
    expect(fonts.body.office).toBeNull()
    const answer = await desk.send('POST', '/api/fonts', { token: await desk.token('admin'), body: new Uint8Array(100), headers: { 'content-type': 'font/ttf' } })
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'unsupported_file' } } })
  })
})
