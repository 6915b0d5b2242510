import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specimenOf } from '../../../api/specimens.ts'
import { papers } from '../../../templates/windows.ts'
import { openSampleDesk, registered, type Answer, type Desk } from './desk.ts'
import { sampleOf } from '../../fixtures/papers/set.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
  for (const one of ['admin', 'clerk1', 'audit'] as const) await desk.token(one)
}, 60_000)
afterAll(() => desk.close())

interface Line { paper: string; window: string; title: { zh: string; en: string }; version: string; from: string; officialLayout: boolean; needs: unknown[]; texts: { key: string; default: string; own: string }[] }
const list = async () => (await desk.ask<{ papers: Line[] }>('clerk1', 'GET', '/api/papers')).body.papers
const change = (paper: string, texts: Record<string, string>) => desk.ask<Line>('admin', 'PUT', `/api/papers/${paper}/texts`, { texts, reason: '按本市统一文本' })
const preview = async (paper: string, texts: Record<string, string> = {}) => desk.send('POST', `/api/papers/${paper}/preview`, { body: JSON.stringify({ texts }), headers: { 'content-type': 'application/json' }, token: await desk.token('admin') })

const refused = async <T>(work: () => Promise<Answer<T>>) => {
  const before = await desk.head()
  const answer = await work()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await desk.head()).toEqual(before)
  return answer
}

describe('the catalogue', () => {
  test('lists every paper with its version, needs and texts; no layout is called official that is not published', async () => {
    const found = await list()
    expect(found.map(({ paper }) => paper)).toEqual(papers.map(({ id }) => id))
    for (const line of found) {
      expect(line.title.zh, line.paper).not.toBe('')
      expect(line.version, line.paper).not.toBe('')
      expect(line.officialLayout, line.paper).toBe(false)
      expect(line.window).toBe(line.paper.split('.')[0])
    }
  })

  test.each(papers.map(({ id }) => [id]))('%s has a specimen, marked as one', async (id) => {
    const answer = await preview(id)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(new TextDecoder('latin1').decode(answer.bytes.subarray(0, 5))).toBe('%PDF-')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('样张-')
    // 示例 across every page of what is about a case or an office; calibration sheets are about a machine.
    const request = await specimenOf(id)
    if (!id.startsWith('printer.')) expect(sampleOf(request)).toBe(true)
  }, 60_000)
})

describe('texts of the office', () => {
  test('stand on the paper from then on; an empty one takes the layout’s again', async () => {
    const text = '不服本决定的，可以自收到之日起六十日内向上一级民政部门申请行政复议。'
    const done = (await change('marriage.refusal', { remedies: text })).body
    expect(done.texts.find(({ key }) => key === 'remedies')).toMatchObject({ own: text })
    expect((await list()).find(({ paper }) => paper === 'marriage.refusal')?.texts.find(({ key }) => key === 'remedies')?.own).toBe(text)
    const [plain, own] = [await preview('marriage.refusal'), await preview('marriage.refusal', { remedies: text })]
    expect(plain.headers.get('etag')).not.toBe(own.headers.get('etag'))
    const back = (await change('marriage.refusal', { remedies: '' })).body
    expect(back.texts.every(({ own: mine }) => mine === '')).toBe(true)
    const stored = await desk.ask<{ entries: { reason: string; body: { value: unknown } }[] }>('audit', 'GET', '/api/journal?kind=setting.changed&subject=papers.texts&limit=1')
    expect(stored.body.entries[0]).toMatchObject({ reason: '按本市统一文本', body: { value: {} } })
    // The texts have a page of their own, which knows what a paper can hold.
    expect((await desk.ask('admin', 'PUT', '/api/settings/papers.texts', { value: { 'marriage.dream': {} }, reason: '绕过' })).status).toBe(404)
  })

  test('of one paper leave those of another alone', async () => {
    await change('marriage.refusal', { remedies: '一。' })
    await change('marriage.cover', { keeping: '永久' })
    const now = await list()
    expect(now.find(({ paper }) => paper === 'marriage.refusal')?.texts.find(({ key }) => key === 'remedies')?.own).toBe('一。')
    expect(now.find(({ paper }) => paper === 'marriage.cover')?.texts.find(({ key }) => key === 'keeping')?.own).toBe('永久')
    const sheet = await registered(desk)
    expect((await desk.send('GET', `/api/marriages/${sheet.id}/papers/marriage.review`, { token: await desk.token('clerk1') })).status).toBe(200)
  })

  test.each([
    ['a text the paper does not have', 'marriage.refusal', { colour: '红' }, 'invalid', 'texts.colour'],
    ['a paper that is not there', 'marriage.dream', { remedies: '一。' }, 'not_found', 'paper'],
    ['a place the paper does not fill', 'marriage.refusal', { opening: '你们于{day}在{town}申请结婚。' }, 'invalid', 'texts.opening'],
    ['a character that no font holds', 'marriage.refusal', { remedies: '\u{10FFFD}' }, 'unprintable', undefined],
  ])('%s is refused, nothing changed', async (_name, paper, texts, code, field) => {
    const answer = await refused(() => change(paper, texts))
    expect(answer.body.error?.code).toBe(code)
    if (field !== undefined) expect(answer.body.error?.field).toBe(field)
  })

  test('may be changed by the administrator alone', async () => {
    expect((await refused(() => desk.ask('clerk1', 'PUT', '/api/papers/marriage.refusal/texts', { texts: {}, reason: '试试看' }))).body.error?.code).toBe('forbidden')
  })
})
