import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { RequestSource } from '../api/contract.ts'
import { refusal } from '../api/desk.ts'
import { allowedHosts, objectTo, withLimitedBody, type Objection } from './guard.ts'

export interface HttpOptions {
  readonly handler: (request: Request, from: RequestSource) => Promise<Response>
  readonly host: string
  readonly port: number
  readonly names?: readonly string[]
  /** How long a stop waits for answers under way, in milliseconds. */
  readonly patience?: number
}

export interface HttpShell {
  readonly url: string
  readonly port: number
  /** Takes no further request, lets those under way finish, and resolves when the last connection is closed. */
  close(): Promise<void>
}

const turnDown = (request: Request, objection: Objection): Response => {
  switch (objection) {
    case 'foreign_host':
      return refusal(request, 421, 'foreign_origin', { zh: '请用启动时显示的地址打开本系统。', en: 'Open the desk under the address it printed when it started.' })
    case 'foreign_origin':
      return refusal(request, 403, 'foreign_origin', { zh: '请求来自其他网站,已拒绝。', en: 'The request comes from another site and was refused.' })
    case 'too_large':
      return refusal(request, 413, 'too_large', { zh: '提交的内容过大。', en: 'What was sent is too large.' })
  }
}

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })

/** Listens for HTTP and hands what is allowed to the handler; rejects with the system's error if the address cannot be had. */
export const listenHttp = async ({ handler, host, port, names = [], patience = 10_000 }: HttpOptions): Promise<HttpShell> => {
  let hosts: ReadonlySet<string> = new Set()
  const listener = getRequestListener(
    async (request, env) => {
      const objection = objectTo(request, hosts)
      if (objection !== undefined) return turnDown(request, objection)
      const remoteAddress = (env as HttpBindings).incoming.socket.remoteAddress
      return handler(withLimitedBody(request), { shell: 'server', ...(remoteAddress !== undefined && { remoteAddress }) })
    },
    {
      errorHandler: () => new Response(null, { status: 400 }),
    },
  )
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 }, (incoming, outgoing) => void listener(incoming, outgoing))
  const address = await listen(server, host, port)
  hosts = allowedHosts(host, address.port, names)
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${String(address.port)}/`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        const last = setTimeout(() => server.closeAllConnections(), patience)
        // A connection whose answer has just finished is kept alive by the browser: it is idle only now.
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(last)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}
