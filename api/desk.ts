import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { asLantaiError } from '../db/errors.ts'
import { LantaiError, type ErrorCode } from '../domain/error.ts'
import { inLanguage, text, type Text } from '../domain/text.ts'
import type { Api, RequestSource } from './contract.ts'
import { languageOf } from './language.ts'

/** What a page of the desk may load: its own files, and papers and pictures made in the page. No inline script or style, no foreign host. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  // A paper is fetched with the session's token and shown in a frame as a blob.
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders: readonly (readonly [string, string])[] = [
  ['content-security-policy', contentSecurityPolicy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()'],
  ['x-frame-options', 'DENY'],
]

/** Adds the security headers to a response of either shell; a header that is set already stays. */
export const withSecurityHeaders = (response: Response): Response => {
  for (const [name, value] of securityHeaders) if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** Reads a file; undefined if there is none. */
const findFile = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    throw error
  }
}

/** The encodings with a copy made at the build, the better one first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

const accepts = (request: Request, encoding: string): boolean =>
  (request.headers.get('accept-encoding') ?? '').split(',').some((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/)
    return name === encoding && Number(quality ?? 1) > 0
  })

const plain = (status: number, words: string): Response => new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

/** The path of a file in the folder for the path of a URL; undefined if it would lead out of the folder or cannot be decoded. */
const pathInFolder = (folder: string, pathname: string): string | undefined => {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (/[\0\\]/.test(decoded)) return undefined
  const root = resolve(folder)
  const path = join(root, decoded)
  return path === root || path.startsWith(root + sep) ? path : undefined
}

/**
 * Answers a request for the desk itself out of the folder of the built renderer: a file, or the one page for every route of the desk.
 * Hashed files may be kept for ever; copies compressed at the build are sent to who takes them.
 */
export const deskResponse = async (request: Request, rendererFolder: string): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return withSecurityHeaders(plain(405, 'GET, HEAD'))
  const { pathname } = new URL(request.url)
  const path = pathInFolder(rendererFolder, pathname)
  if (path === undefined) return withSecurityHeaders(plain(404, '没有此页。 No such page.'))
  const isFile = extname(path) !== '' // routes of the desk have no dot in their last part
  const served = isFile ? path : join(rendererFolder, 'index.html')
  const bytes = await findFile(served)
  if (bytes === undefined) {
    return withSecurityHeaders(isFile ? plain(404, '没有此文件。 No such file.') : plain(503, '界面尚未构建,请运行 npm run build。\nThe desk has not been built yet: run npm run build.'))
  }
  const headers = new Headers({
    'content-type': types[extname(served)] ?? 'application/octet-stream',
    'cache-control': /^\/assets\//.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  let body = bytes
  for (const [encoding, suffix] of encodings) {
    const packed = accepts(request, encoding) ? await findFile(served + suffix) : undefined
    if (packed === undefined) continue
    headers.set('content-encoding', encoding)
    body = packed
    break
  }
  headers.set('content-length', String(body.length))
  return withSecurityHeaders(new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers }))
}

/** One handler for all that a shell may be asked: the api under `/api`, the desk elsewhere. */
export const deskHandler =
  (api: Api, rendererFolder: string) =>
  async (request: Request, from: RequestSource): Promise<Response> => {
    const { pathname } = new URL(request.url)
    return pathname === '/api' || pathname.startsWith('/api/') ? withSecurityHeaders(await api.fetch(request, from)) : deskResponse(request, rendererFolder)
  }

/** An answer of the shell itself that turns a request down, in the shape of the api's errors. */
export const refusal = (request: Request, status: number, code: ErrorCode, message: Text): Response =>
  withSecurityHeaders(Response.json({ error: { code, message: inLanguage(message, languageOf(request.headers.get('accept-language'))) } }, { status, headers: { 'cache-control': 'no-store' } }))

const notAFolder = text('数据文件夹的路径上有一个文件不是文件夹。请用另一个文件夹', 'Something on the path of the data folder is a file, not a folder. Choose another folder')

/** What kept a desk from starting, in words for who started it; says so too when the cause is not one we know. */
export const describeFailure = (cause: unknown): { readonly code: ErrorCode; readonly message: Text } => {
  const error = asLantaiError(cause)
  if (error instanceof LantaiError) return { code: error.code, message: error.text }
  if (['ENOTDIR', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '')) return { code: 'storage', message: notAFolder }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message: text(`发生了意外的错误：${detail}`, `Something unexpected went wrong: ${detail}`) }
}

/** The answer to every request when the register could not be opened: a plain page, or an error of the api under `/api`. */
export const failureResponse = (request: Request, cause: unknown): Response => {
  const { code, message } = describeFailure(cause)
  if (new URL(request.url).pathname.startsWith('/api')) return refusal(request, 503, code, message)
  return withSecurityHeaders(plain(503, `兰台无法启动\n\n${message.zh}\n登记簿未作任何改动。\n\nLantai could not start\n\n${message.en}\nNothing in the register was changed.`))
}
