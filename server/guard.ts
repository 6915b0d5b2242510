import { hostname, networkInterfaces } from 'node:os'

/** Largest body of a request in bytes: a batch of scans fits, nothing larger is read. */
export const largestBody = 64 * 1024 * 1024

const loopback = ['127.0.0.1', 'localhost', '[::1]']
const wildcard = ['0.0.0.0', '::']

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/**
 * The values of a Host header under which this shell may be asked. Any other name is refused, because a page of a foreign
 * site whose name was pointed at this machine (DNS rebinding) would carry that name.
 */
export const allowedHosts = (host: string, port: number, names: readonly string[] = []): ReadonlySet<string> => {
  const own = wildcard.includes(host)
    ? [...loopback, hostname(), ...Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => bracketed(address)))]
    : loopback.includes(bracketed(host))
      ? loopback
      : [bracketed(host)]
  return new Set([...own, ...names].flatMap((name) => [`${name}:${String(port)}`, ...(port === 80 ? [name] : [])].map((value) => value.toLowerCase())))
}

export type Objection = 'foreign_host' | 'foreign_origin' | 'too_large'

/** Says what is wrong with a request before anything of it is read; undefined if nothing is. */
export const objectTo = (request: Request, hosts: ReadonlySet<string>): Objection | undefined => {
  const host = request.headers.get('host')?.toLowerCase()
  if (host === undefined || !hosts.has(host)) return 'foreign_host'
  const origin = request.headers.get('origin')
  if (origin !== null && origin.toLowerCase() !== `http://${host}`) return 'foreign_origin'
  const site = request.headers.get('sec-fetch-site')
  const isNavigation = request.headers.get('sec-fetch-mode') === 'navigate' && request.method === 'GET'
  if (site !== null && site !== 'same-origin' && site !== 'none' && !isNavigation) return 'foreign_origin'
  const length = Number(request.headers.get('content-length') ?? 0)
  return length > largestBody ? 'too_large' : undefined
}

/** A request whose body breaks off with an error as soon as it has grown past the limit, for a body sent without its length. */
export const withLimitedBody = (request: Request, limit = largestBody): Request => {
  if (request.body === null || request.headers.has('content-length')) return request
  let read = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength
        if (read > limit) controller.error(new RangeError(`body larger than ${String(limit)} bytes`))
        else controller.enqueue(chunk)
      },
    }),
  )
  // `duplex` must be given with a stream; the types of the DOM do not know it yet.
  const init: RequestInit & { duplex: 'half' } = { method: request.method, headers: request.headers, body: counted, duplex: 'half', signal: request.signal }
  return new Request(request.url, init)
}
