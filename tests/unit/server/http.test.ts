import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { allowedHosts, largestBody, objectTo, withLimitedBody } from '../../../server/guard.ts'
import { listenHttp, type HttpShell } from '../../../server/http.ts'

const handler = vi.fn(async (request: Request) => {
  if (request.url.endsWith('/slow')) await new Promise((resolve) => setTimeout(resolve, 300))
  return Response.json({ bytes: (await request.arrayBuffer()).byteLength, url: request.url })
})
let shell: HttpShell

beforeAll(async () => {
  shell = await listenHttp({ handler, host: '127.0.0.1', port: 0 })
})
afterAll(() => shell.close())

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, unknown>
}
/** `fetch` would not let a test lie about Host and Origin. */
const send = (headers: Record<string, string>, { method = 'GET', path = '/api/office', body = '' } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: shell.port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }))
    })
    request.on('error', reject)
    request.end(body)
  })
const own = (): string => `127.0.0.1:${String(shell.port)}`

describe('who may ask', () => {
  it.each([
    ['the address it printed', () => ({ host: own() })],
    ['localhost', () => ({ host: `localhost:${String(shell.port)}` })],
    ['its own page', () => ({ host: own(), origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' })],
    ['an address typed by the clerk', () => ({ host: own(), 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })],
    ['a link on another site that leads to the desk', () => ({ host: own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })],
  ])('%s: yes', async (_who, headers) => {
    expect((await send(headers())).status).toBe(200)
  })

  it.each([
    ['a name pointed at this machine (DNS rebinding)', 421, () => ({ host: `attacker.example:${String(shell.port)}` })],
    ['another port', 421, () => ({ host: '127.0.0.1:1' })],
    ['no port', 421, () => ({ host: '127.0.0.1' })],
    ['a page of another site', 403, () => ({ host: own(), origin: 'https://attacker.example' })],
    ['a page of another program on this machine', 403, () => ({ host: own(), origin: 'http://127.0.0.1:1' })],
    ['a sandboxed page', 403, () => ({ host: own(), origin: 'null' })],
    ['its own name by https', 403, () => ({ host: own(), origin: `https://${own()}` })],
    ['localhost from 127.0.0.1', 403, () => ({ host: own(), origin: `http://localhost:${String(shell.port)}` })],
    ['a picture on another site', 403, () => ({ host: own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })],
    ['another name of the same site', 403, () => ({ host: own(), 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })],
  ])('%s: no, by GET and by POST, and the door is not even asked', async (_who, status, headers) => {
    handler.mockClear()
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const answer = await send(headers(), { method })
      expect(answer.status, method).toBe(status)
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'foreign_origin' } })
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect(handler).not.toHaveBeenCalled()
  })

  it('is told so in its language, Chinese if it names none', async () => {
    expect((await send({ host: 'x' })).body).toContain('请用启动时显示的地址')
    expect((await send({ host: 'x', 'accept-language': 'en-GB,en;q=0.8' })).body).toContain('Open the desk under the address')
    expect((await send({ host: 'x', 'accept-language': 'zh-CN,en;q=0.8' })).body).toContain('请用启动时显示的地址')
  })

  it('is a list that follows the address listened at', () => {
    expect([...allowedHosts('127.0.0.1', 80)]).toContain('localhost')
    expect([...allowedHosts('192.168.1.5', 4780)]).toEqual(['192.168.1.5:4780'])
    expect([...allowedHosts('::1', 4780)]).toContain('[::1]:4780')
    expect([...allowedHosts('0.0.0.0', 4780, ['Desk.Office'])]).toEqual(expect.arrayContaining(['127.0.0.1:4780', 'desk.office:4780']))
  })
})

describe('how much may be sent', () => {
  it('a body that says it is too large is not read', async () => {
    const request = new Request(shell.url, { method: 'POST', headers: { host: own(), 'content-length': String(largestBody + 1) } })
    expect(objectTo(request, allowedHosts('127.0.0.1', shell.port))).toBe('too_large')
  })

  it('a body that does not say its length breaks off at the limit', async () => {
    const send = (chunks: number) =>
      withLimitedBody(
        new Request(shell.url, { method: 'POST', body: Readable.toWeb(Readable.from(Array.from({ length: chunks }, () => new Uint8Array(10)))), duplex: 'half' } as RequestInit),
        50,
      ).arrayBuffer()
    expect((await send(5)).byteLength).toBe(50)
    await expect(send(6)).rejects.toThrow(RangeError)
  })

  it('hands a body over whole', async () => {
    const body = 'x'.repeat(1_000_000)
    expect(JSON.parse((await send({ host: own(), 'content-length': String(body.length) }, { method: 'POST', body })).body)).toMatchObject({ bytes: body.length })
    expect(JSON.parse((await send({ host: own(), 'transfer-encoding': 'chunked' }, { method: 'POST', body })).body)).toMatchObject({ bytes: body.length })
  })

  it('answers what is not HTTP with 400 and goes on', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(shell.port, '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'))
      socket.on('data', (chunk) => (text += String(chunk)))
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
    expect((await send({ host: own() })).status).toBe(200)
  })
})

describe('a stop', () => {
  it('lets the answer under way finish and takes no other', async () => {
    const other = await listenHttp({ handler, host: '127.0.0.1', port: 0 })
    const underWay = fetch(`${other.url}slow`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closing = other.close()
    await expect(fetch(other.url)).rejects.toThrow()
    expect((await underWay).status).toBe(200)
    await closing
  })

  it('does not wait for ever', async () => {
    const other = await listenHttp({ handler: () => new Promise(() => undefined), host: '127.0.0.1', port: 0, patience: 50 })
    const underWay = fetch(other.url)
    underWay.catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await other.close()
    await expect(underWay).rejects.toThrow()
  })
})
