import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorBody, errorOf, statusOf } from '../../../api/problems.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { maskFound, maskName, maskNumber } from '../../../api/masks.ts'
import { openDesk, type Desk } from './desk.ts'

describe('what nobody foresaw', () => {
  test('a full or read-only disk is told as such, with what is safe', () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EROFS', 'EACCES']) {
      const error = errorOf(Object.assign(new Error('x'), { code }), () => undefined)
      expect(error.code).toBe('storage')
      expect(statusOf[error.code]).toBe(507)
      expect(error.text.zh).toContain('登记簿完好')
    }
  })
  test('a mistake of the program is logged by its place, never by its words', () => {
    const lines: string[] = []
    const error = errorOf(new TypeError('张三 440524188001010014'), (line) => void lines.push(line))
    expect(error.code).toBe('internal')
    expect(lines.join('\n')).toContain('TypeError')
    expect(lines.join('\n')).not.toMatch(/张三|4405/)
    expect(JSON.stringify(errorBody(error, 'zh').error['message'])).not.toMatch(/张三/)
  })
  test('a foreseen one passes as it is, with its findings', () => {
    const error = new LantaiError('findings', text('不行', 'No'), 'serials', [{ rule: 'a' }])
    expect(errorOf(error, () => undefined)).toBe(error)
    expect(errorBody(error, 'en')).toEqual({ error: { code: 'findings', message: 'No', text: { zh: '不行', en: 'No' }, field: 'serials', findings: [{ rule: 'a' }] } })
  })
})

describe('masks', () => {
  test.each([['张三', '张*'], ['欧阳修', '欧**'], ['JOHN SMITH', 'J*** S****'], ['阿卜杜拉·买买提', '阿*******'], ['丁', '*'], ['', ''], ['张三 李四', '张* 李*']])('the name %s', (name, masked) => expect(maskName(name)).toBe(masked))
  test.each([['440524188001010014', '440***********0014'], ['E12345678', 'E1*****78'], ['12345', '*****'], ['', '']])('the number %s', (number, masked) => expect(maskNumber(number)).toBe(masked))
  test.each([
    ['name', '张三丰', '张', '张**'], ['name', '张三丰', '三', '*三*'], ['name', '张三丰', '张三丰', '张三丰'], ['pinyin', 'zhangsanfeng', 'zhang', 'zhang…'], ['pinyin', 'zhang', 'zhang', 'zhang'],
    ['identityNumber', '440524188001010014', '440524', '440***********0014'], ['number', 'J440112-2026-000001', 'J4', 'J440112-2026-000001'],
  ])('%s %s, found by %s', (matched, value, typed, shown) => expect(maskFound(matched, value, typed)).toBe(shown))
})

describe('the desktop', () => {
  let desk: Desk
  beforeAll(async () => (desk = await openDesk()))
  afterAll(() => desk.close())
  test('asks under its own scheme', async () => {
    const ask = (path: string, init: RequestInit = {}) => desk.api.fetch(new Request(`app://lantai${path}`, init), { shell: 'electron' })
    expect((await ask('/api/office')).status).toBe(200)
    expect((await ask('/api/docs')).headers.get('content-type')).toContain('text/html')
    expect((await ask('/api/docs.css')).headers.get('content-type')).toContain('text/css')
    const openapi = (await (await ask('/api/openapi.json')).json()) as { paths: Record<string, unknown> }
    expect(Object.keys(openapi.paths).length).toBeGreaterThan(40)
    const strange = await ask('/api/session', { method: 'POST', headers: { origin: 'app://other', 'content-type': 'application/json' }, body: '{}' })
    expect(strange.status).toBe(403)
    expect((await ask('/api/counts/month?month=2026-05')).status).toBe(401)
  })
  test('the readable description follows the language', async () => {
    const page = async (headers: Record<string, string>, path = '/api/docs') => (await desk.send('GET', path, { headers })).bytes
    const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
    expect(words(await page({ 'accept-language': 'en' }))).toContain('Lantai API')
    expect(words(await page({ 'accept-language': 'en' }, '/api/docs?language=zh'))).toContain('兰台接口')
    expect(words(await page({}))).toContain('兰台接口')
  })
})
