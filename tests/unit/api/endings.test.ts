import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictures } from '../../../sample/pictures.ts'
import { delivered, opened, openSampleDesk, passwordOf, second, type Answer, type Case, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
  for (const one of ['manager', 'clerk1', 'audit'] as const) await desk.token(one)
}, 60_000)
afterAll(() => desk.close())

const note = { remark: '', otherFile: '', uploadedOn: '' }
// The marriages of these tests are of the day itself: what ends them comes later.
const later = async <T>(days: number, work: () => Promise<T>): Promise<T> => {
  const before = desk.clock.now
  desk.clock.now += days * 86_400_000
  try {
    return await work()
  } finally {
    desk.clock.now = before
  }
}
const judgment = { court: '示例区人民法院', number: '（2026）示民初34号', day: '2026-06-01', effectiveDay: '2026-06-17', receivedDay: '2026-06-20', copy: '', pages: 6 }
const recovered = ['recovered', 'notRecovered']
const decision = { authority: '示例区民政局', number: '示婚撤〔2026〕1号', day: '2026-06-18', toldDay: '2026-06-06' }
const basis = { kind: 'procuratorateSuggestion', authority: '示例区人民检察院', number: '示检建〔2026〕3号', day: '2026-06-01' }

const bodies = {
  divorce: { by: 'court', authority: '示例区人民法院', number: '（2026）示民初12号', day: '2026-06-12', note, second },
  void: { judgment, ground: 'bigamy', certificates: recovered, note, second },
  annulment: { judgment, ground: 'coercion', certificates: recovered, note, second },
  revocation: { decision, basis, ground: 'impostor', certificates: recovered, note, second },
} as const
type Kind = keyof typeof bodies
const end = (now: Pick<Case, 'id' | 'revision'>, kind: Kind, more: Record<string, unknown> = {}) => desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/endings/${kind}`, { revision: now.revision, ...bodies[kind], ...more })

const refused = async <T>(work: () => Promise<Answer<T>>) => {
  // Who signs in anew because the clock moved is on record before.
  for (const one of ['clerk1', 'audit'] as const) await desk.token(one)
  const before = await desk.head()
  const answer = await work()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await desk.head()).toEqual(before)
  return answer
}

describe('four ends, never mixed', () => {
  test.each([
    ['divorce', 'divorced', '双方于2026年6月12日离婚（示例区人民法院，（2026）示民初12号）。', '2026-06-12'],
    ['void', 'void', '本婚姻经示例区人民法院（（2026）示民初34号）判决宣告无效，2026年6月17日生效。', '2026-06-17'],
    ['annulment', 'annulled', '本婚姻经示例区人民法院（（2026）示民初34号）判决撤销，2026年6月17日生效。', '2026-06-17'],
    ['revocation', 'revoked', '本婚姻登记经示例区民政局（示婚撤〔2026〕1号）决定撤销，2026年6月18日。', '2026-06-18'],
  ] as const)('%s: noted by two people with the usual words; the case stays what it was', async (kind, standing, remark, day) => {
    const now = await delivered(desk)
    expect(now).toMatchObject({ standing: 'standing', endings: [] })
    const done = await later(31, () => end(now, kind))
    expect(done.body.error).toBeUndefined()
    expect(done.body).toMatchObject({ state: 'delivered', standing, number: now.number })
    expect(done.body.endings).toEqual([expect.objectContaining({ index: 0, kind: standing, day, by: '周青简', second: '沈石渠', remark, file: null })])
    const listed = await desk.ask<{ rows: { id: string; ending: string }[] }>('clerk1', 'GET', `/api/marriages?ending=${standing}&from=2026-05-20`)
    expect(listed.body.rows.map(({ id }) => id)).toContain(now.id)
    for (const other of (['divorce', 'void', 'annulment', 'revocation'] as const).filter((one) => kind !== 'divorce' || one === 'divorce')) {
      const again = await later(31, () => refused(() => end(done.body, other)))
      expect(again.body.error).toMatchObject({ code: 'wrong_state' })
    }
  })

  test('what was divorced since may still be declared void', async () => {
    const now = await delivered(desk)
    const divorced = await later(31, () => end(now, 'divorce'))
    const done = await later(31, () => end(divorced.body, 'void'))
    expect(done.body).toMatchObject({ standing: 'void', endings: [{ kind: 'divorced' }, { kind: 'void' }] })
  })

  test('the office’s own words stand where it wrote any', async () => {
    const now = await delivered(desk)
    const done = await later(31, () => end(now, 'void', { note: { remark: '婚姻无效，见法院判决。', otherFile: '（2026）示民初34号', uploadedOn: '2026-06-20' } }))
    expect(done.body.endings[0]).toMatchObject({ remark: '婚姻无效，见法院判决。', otherFile: '（2026）示民初34号' })
  })
})

describe('what cannot be noted', () => {
  test.each([
    ['a day before the marriage', 'divorce', { day: '2026-05-19' }, 'invalid', 'day'],
    ['a day that has not come', 'divorce', { day: '2026-12-01' }, 'invalid', 'day'],
    ['a judgment in force before it was given', 'void', { judgment: { ...judgment, effectiveDay: '2026-05-30' } }, 'invalid', 'judgment.effectiveDay'],
    ['a judgment received before it was in force', 'annulment', { judgment: { ...judgment, receivedDay: '2026-06-10' } }, 'invalid', 'judgment.receivedDay'],
    ['a decision before its basis', 'revocation', { basis: { ...basis, day: '2026-06-19' } }, 'invalid', 'decision.day'],
    ['an upload of tomorrow', 'void', { note: { ...note, uploadedOn: '2026-12-01' } }, 'invalid', 'note.uploadedOn'],
    ['a copy that was never stored', 'void', { judgment: { ...judgment, copy: 'ab'.repeat(32) } }, 'invalid', 'judgment.copy'],
    ['a ground of another kind', 'void', { ground: 'coercion' }, 'invalid', 'ground'],
    ['one person for two', 'void', { second: { account: 'clerk1', password: passwordOf('clerk1') } }, 'second_person', 'second.account'],
  ] as const)('%s', async (_name, kind, more, code, field) => {
    const now = await delivered(desk)
    const answer = await later(31, () => refused(() => end(now, kind, more)))
    expect(answer.body.error).toMatchObject({ code, field })
    expect((await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${now.id}`)).body).toMatchObject({ standing: 'standing', endings: [] })
  })

  test('an end of a marriage that was never registered, and of one somebody else has changed', async () => {
    const now = await opened(desk)
    expect((await later(31, () => refused(() => end(now, 'divorce')))).body.error?.code).toBe('wrong_state')
    const done = await delivered(desk)
    expect((await later(31, () => refused(() => end({ ...done, revision: done.revision - 1 }, 'divorce')))).body.error?.code).toBe('conflict')
  })
})

describe('the file of a judgment', () => {
  test('goes into the class of its own with the next number, and both files name each other', async () => {
    const ended = async () => {
      const now = await delivered(desk)
      const filed = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/archive`, { revision: now.revision, archiveFileNumber: '', pages: 9 })).body
      return later(31, () => end(filed, 'void'))
    }
    const file = (now: Case, ending = 0) => later(31, () => desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/endings/${String(ending)}/file`, { revision: now.revision, archiveFileNumber: '', pages: 8 }))
    const first = (await file((await ended()).body)).body
    const next = (await file((await ended()).body)).body
    expect(first.endings[0]?.file).toMatchObject({ year: 2026, pages: 8 })
    expect(next.endings[0]?.file?.officeFileNumber).toBe((first.endings[0]?.file?.officeFileNumber ?? 0) + 1)
    expect(next.endings[0]?.otherFile).toBe(`撤销婚姻类2026年第${String(next.endings[0]?.file?.officeFileNumber)}卷`)
    expect((await refused(() => file(next))).body.error?.code).toBe('wrong_state')
    expect((await refused(() => file(next, 3))).body.error).toMatchObject({ code: 'invalid', field: 'ending' })
  })

  test('is not made of a divorce', async () => {
    const now = await delivered(desk)
    const divorced = (await later(31, () => end(now, 'divorce'))).body
    const answer = await later(31, () => refused(() => desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/endings/0/file`, { revision: divorced.revision, archiveFileNumber: '', pages: 8 })))
    expect(answer.status).toBeGreaterThanOrEqual(409)
  })

  test('keeps the copy that was scanned, of no more pages than are put down', async () => {
    const [scan] = pictures.scans
    if (scan === undefined) throw new Error('no scan')
    const stored = await desk.send('POST', '/api/files?use=scan', { body: Buffer.from(scan.base64, 'base64'), headers: { 'content-type': 'image/jpeg' }, token: await desk.token('clerk1') })
    const { hash } = stored.body as unknown as { hash: string }
    const now = await delivered(desk)
    const short = await later(31, () => refused(() => end(now, 'annulment', { judgment: { ...judgment, copy: hash, pages: 0 } })))
    expect(short.body.error).toMatchObject({ code: 'invalid', field: 'judgment.pages' })
    const done = await later(31, () => end(now, 'annulment', { judgment: { ...judgment, copy: hash } }))
    expect(done.body.endings[0]?.body).toMatchObject({ judgment: { copy: hash } })
  })
})

describe('papers of an end', () => {
  const paper = async (now: Case, id: string) => desk.send('GET', `/api/marriages/${now.id}/papers/${id}`, { token: await desk.token('clerk1') })
  const listed = (now: Case) => now.papers.map((line) => line.paper).filter((id) => /revocation|endingNote/.test(id))

  test('are listed and printed once there is one, and the printing is on record', async () => {
    const now = await delivered(desk)
    expect(listed(now)).toEqual([])
    expect((await refused(() => paper(now, 'marriage.endingNote'))).body.error?.code).toBe('wrong_state')
    const revoked = (await later(31, () => end(now, 'revocation'))).body
    expect(listed(revoked)).toEqual(['marriage.revocationNotice', 'marriage.revocationDecision', 'marriage.endingNote'])
    for (const id of listed(revoked)) {
      expect([id, new TextDecoder('latin1').decode((await later(31, () => paper(revoked, id))).bytes.subarray(0, 5))]).toEqual([id, '%PDF-'])
      expect((await later(31, () => desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/printed`, { paper: id, mode: 'whole', printer: '' }))).status).toBe(200)
    }
    const after = (await later(31, () => desk.ask<Case>('clerk1', 'GET', `/api/marriages/${now.id}`))).body
    expect(after.papers.filter(({ paper: id }) => listed(after).includes(id)).every(({ printed }) => printed.length === 1)).toBe(true)
  })

  test('a judgment gives a note and no decision', async () => {
    const voided = (await later(31, async () => end(await later(-31, () => delivered(desk)), 'void'))).body
    expect(listed(voided)).toEqual(['marriage.endingNote'])
    expect((await refused(() => paper(voided, 'marriage.revocationDecision'))).body.error?.code).toBe('wrong_state')
  })
})

describe('screening before a peak day', () => {
  test('a couple is expected on a day not gone by; screening again changes it', async () => {
    const now = await opened(desk)
    const past = await refused(() => desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/screening`, { revision: now.revision, plannedDay: '2026-05-19', note: '' }))
    expect(past.body.error).toMatchObject({ code: 'invalid', field: 'plannedDay' })
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/screening`, { revision: now.revision, plannedDay: '2026-05-20', note: '材料齐全' })).body
    expect(done.screened).toEqual({ plannedDay: '2026-05-20', note: '材料齐全' })
    const moved = (await desk.ask<Case>('clerk2', 'POST', `/api/marriages/${now.id}/screening`, { revision: done.revision, plannedDay: '2026-05-21', note: '' })).body
    expect(moved.screened).toEqual({ plannedDay: '2026-05-21', note: '' })
    const registered = await delivered(desk)
    expect((await refused(() => desk.ask('clerk1', 'POST', `/api/marriages/${registered.id}/screening`, { revision: registered.revision, plannedDay: '2026-05-21', note: '' }))).body.error?.code).toBe('wrong_state')
  })
})
