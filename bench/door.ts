import { createApi } from '../api/index.ts'
import type { Api } from '../api/contract.ts'
import { clerk, folderOf, password } from './folder.ts'
import type { Taken } from './measure.ts'
import { watch } from './measure.ts'

/** The door of a benchmark's register, opened in this process, with somebody signed in. */
export interface OpenDoor {
  /** Asks and reads the answer; throws what the door refuses. A Blob is sent as it is, as the file it is. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
  /** What it takes from handing the request over to having the whole answer's text. */
  time(method: string, path: string, body?: unknown): Promise<Taken>
  close(): Promise<void>
}

/** Opens the register of so many cases, or the one of a folder. */
export const openDoor = async (where: number | string, account = clerk): Promise<OpenDoor> => {
  const api: Api = await createApi({ dataFolder: typeof where === 'string' ? where : folderOf(where) })
  let token = ''
  const request = (method: string, path: string, body: unknown): Request =>
    new Request(`http://127.0.0.1${path}`, { method, headers: { 'content-type': body instanceof Blob ? body.type : 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }) })
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await api.fetch(request(method, path, body), { shell: 'server', remoteAddress: '127.0.0.1' })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 600)}`)
    return JSON.parse(text) as T
  }
  token = (await ask<{ token: string }>('POST', '/api/session', { account, password })).token
  return {
    ask,
    async time(method, path, body) {
      const asked = request(method, path, body)
      const stop = watch()
      const response = await api.fetch(asked, { shell: 'server', remoteAddress: '127.0.0.1' })
      const text = await response.text()
      const taken = stop()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 600)}`)
      return taken
    },
    close: () => api.close(),
  }
}
