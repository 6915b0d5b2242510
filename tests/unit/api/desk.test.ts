import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, deskHandler, deskResponse, describeFailure, failureResponse } from '../../../api/desk.ts'
import { LantaiError } from '../../../domain/error.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-desk-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<html>desk</html>')
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b3c4d.js'), 'plain')
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b3c4d.js.br'), 'brotli')
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b3c4d.js.gz'), gzipSync('plain'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => deskResponse(new Request(`http://127.0.0.1${path}`, { method, headers }), join(folder, 'renderer'))

describe('the desk’s own files', () => {
  it.each(['/', '/marriages', '/marriages/one/two?tab=papers', '/%E5%A9%9A%E5%A7%BB'])('%s is the page of the desk, asked for anew each time', async (path) => {
    const response = await get(path)
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([200, 'no-cache', '<html>desk</html>'])
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('a hashed file may be kept for ever', async () => {
    const response = await get('/assets/main-1a2b3c4d.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toBe('plain')
  })

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
    ['', null],
  ])('who takes %j gets %s', async (accepted, encoding) => {
    const response = await get('/assets/main-1a2b3c4d.js', accepted === '' ? {} : { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect(Number(response.headers.get('content-length'))).toBe((await response.arrayBuffer()).byteLength)
  })

  it.each(['/assets/none.js', '/favicon.ico', '/assets/none.js.map'])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it.each(['/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00.txt', '/%ff.txt', '/%', `/${'a'.repeat(5000)}.js`])('%s does not lead out of the folder', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })

  it('is only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/', {}, method)).status).toBe(405)
    const head = await get('/', {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '17'])
  })

  it('says so when it has not been built', async () => {
    const response = await deskResponse(new Request('http://127.0.0.1/'), join(folder, 'nothing'))
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })

  it('is guarded on every answer', async () => {
    for (const response of [await get('/'), await get('/none.js'), await get('/%'), await get('/', {}, 'POST')]) {
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })
})

describe('one handler for both shells', () => {
  it('asks the door for what begins with /api and no other', async () => {
    const asked: string[] = []
    const handler = deskHandler({ fetch: async (request) => (asked.push(new URL(request.url).pathname), new Response('door')), sampleAccounts: async () => [], close: async () => undefined }, join(folder, 'renderer'))
    for (const path of ['/api', '/api/office', '/apiary', '/', '/x/api/office']) {
      expect((await handler(new Request(`http://127.0.0.1${path}`), { shell: 'server' })).headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    }
    expect(asked).toEqual(['/api', '/api/office'])
  })
})

describe('a register that cannot be opened', () => {
  it('is a page in both languages, and an error of the door under /api', async () => {
    const cause = new LantaiError('in_use', { zh: '占用', en: 'in use' })
    const page = await failureResponse(new Request('app://lantai/marriages'), cause)
    expect(page.status).toBe(503)
    expect(await page.text()).toMatch(/占用[^]*in use/)
    const door = failureResponse(new Request('app://lantai/api/office', { headers: { 'accept-language': 'en' } }), cause)
    expect(await door.json()).toEqual({ error: { code: 'in_use', message: 'in use' } })
  })

  it.each([
    ['ENOSPC', 'storage'],
    ['EACCES', 'storage'],
    ['EROFS', 'storage'],
    ['ENOTDIR', 'storage'],
    ['EOTHER', 'internal'],
  ])('%s is told as %s', (code, told) => {
    const { code: given, message } = describeFailure(Object.assign(new Error('why'), { code }))
    expect(given).toBe(told)
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(message.en).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
