import type { Hono } from 'hono'
import type { Actor } from '../domain/action.ts'
import { LantaiError } from '../domain/error.ts'
import { text, type Language } from '../domain/text.ts'
import type { AccountRow } from '../db/contract.ts'
import { largestFile, readBytes, readJson, takeText } from './body.ts'
import type { RequestSource } from './contract.ts'
import type { House } from './house.ts'
import { languageOf } from './language.ts'
import { may } from './permissions.ts'
import { errorBody, errorOf, errorOfIssues, statusOf } from './problems.ts'
import type { RouteSpec } from './schemas/route.ts'
import type { SignedIn } from './sessions.ts'

/** A request that has passed the door: read, checked against its schemas and the table of permissions. */
export interface Call<Params, Query, Body> {
  readonly house: House
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The body of a route that takes a file, and the type it claims. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly language: Language
  readonly from: RequestSource
  readonly request: Request
  /** Throws `unauthenticated` on a public route asked without a session. */
  readonly session: SignedIn
  readonly account: AccountRow
  /** The signed-in account on a public route, where there is one. */
  readonly visitor: AccountRow | undefined
  /** Who acts, at which counter, at this moment. */
  actor(): Actor
}

export type Handler<P, Q, B, R> = (call: Call<P, Q, B>) => Promise<R | Response>

/** A route with what it does. */
export interface Handling {
  readonly spec: RouteSpec
  readonly run: Handler<unknown, unknown, unknown, unknown>
}

/** Joins a route to its handler; the types of both must agree. */
export const handle = <P, Q, B, R>(spec: RouteSpec<P, Q, B, R>, run: Handler<P, Q, B, R>): Handling => ({ spec: spec as RouteSpec, run: run as Handler<unknown, unknown, unknown, unknown> })

const noStore = { 'cache-control': 'no-store' } as const

/** An answer that turns a request down. */
export const refuse = (error: LantaiError, language: Language): Response => Response.json(errorBody(error, language), { status: statusOf[error.code], headers: noStore })

const foreign = new LantaiError('foreign_origin', text('请求来自其他网站，已拒绝。', 'The request comes from another site and was refused.'))
const unauthenticated = new LantaiError('unauthenticated', text('请先登录。登录已结束或尚未登录。', 'Sign in first: there is no session, or it has ended.'))
const locked = new LantaiError('session_locked', text('已锁定，请输入密码解锁。页面上的内容还在。', 'Locked: enter your password to go on. What is on the page is still there.'))
const forbidden = new LantaiError('forbidden', text('您的岗位不能办理此项。', 'Your role may not do this.'))

/** A page of another site may not make the browser send anything here; reading is closed to it by the missing CORS headers. */
const checkOrigin = (request: Request, from: RequestSource, hosts: ReadonlySet<string> | undefined): void => {
  const url = new URL(request.url)
  const host = (request.headers.get('host') ?? url.host).toLowerCase()
  if (hosts !== undefined && !hosts.has(host)) throw foreign
  if (request.method === 'GET' || request.method === 'HEAD') return
  const origin = request.headers.get('origin')?.toLowerCase()
  if (origin !== undefined) {
    const own = from.shell === 'electron' ? ['app://lantai'] : [`http://${host}`, `https://${host}`]
    if (!own.includes(origin)) throw foreign
  }
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign
}

/** Asked by the desk on its own, so that an idle clerk stays idle. */
const background = new Set(['getHealth', 'getJob', 'getOffice', 'getSession', 'lock'])
/** What may be done while the session is locked. */
const whileLocked = new Set(['getSession', 'unlock', 'lock', 'signOut'])

interface Holder { readonly session: SignedIn; readonly account: AccountRow }

const findHolder = async (house: House, request: Request, spec: RouteSpec): Promise<Holder | undefined> => {
  const match = /^Bearer ([\w-]{20,100})$/.exec(request.headers.get('authorization') ?? '')
  if (match === null) return undefined
  const { settings } = await house.office()
  const now = house.now()
  const session = house.sessions.find(match[1] ?? '', now, settings['session.idleMinutes'] * 60_000)
  if (session === undefined) return undefined
  const account = await house.findAccount(session.account)
  if (account === undefined || !account.active) {
    house.sessions.end(session)
    return undefined
  }
  if (!session.locked && !background.has(spec.id)) session.lastSeen = now
  return { session, account }
}

const admit = (spec: RouteSpec, holder: Holder | undefined): void => {
  if (spec.permission === 'public') return
  if (holder === undefined) throw unauthenticated
  if (holder.session.locked && !whileLocked.has(spec.id)) throw locked
  if (spec.permission !== 'session' && !may(holder.account.role, spec.permission)) throw forbidden
}

const parse = <T>(schema: { safeParse: (value: unknown) => { success: true; data: T } | { success: false; error: Parameters<typeof errorOfIssues>[0] } } | undefined, value: unknown, where: 'params' | 'query' | 'body'): T | undefined => {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (!result.success) throw errorOfIssues(result.error, where)
  return result.data
}

const queryOf = (request: Request, spec: RouteSpec): unknown => {
  const { searchParams } = new URL(request.url)
  const query: Record<string, unknown> = {}
  for (const [name, value] of searchParams) {
    if (Object.hasOwn(query, name)) throw new LantaiError('malformed', text('参数重复', 'A parameter is given twice'), name)
    query[name] = value
  }
  const names = Object.keys(query)
  if (spec.query === undefined && names.length > 0) throw new LantaiError('malformed', text(`没有这个参数：${names[0] ?? ''}`, `There is no such parameter: ${names[0] ?? ''}`), names[0])
  return takeText(query)
}

const readBody = async (request: Request, spec: RouteSpec): Promise<{ body: unknown; bytes: Uint8Array<ArrayBuffer>; contentType: string }> => {
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const nothing = new Uint8Array(0)
  if (spec.bodyTypes !== undefined) {
    if (!spec.bodyTypes.includes(contentType)) throw new LantaiError('unsupported_file', text(`不接受这种文件（${contentType.slice(0, 60)}），可用：${spec.bodyTypes.join('、')}`, `This type of file is not taken (${contentType.slice(0, 60)}); use ${spec.bodyTypes.join(', ')}`), 'content-type')
    return { body: undefined, bytes: await readBytes(request, largestFile), contentType }
  }
  if (spec.body === undefined) {
    // Nothing is expected; an empty object does no harm.
    if (request.body !== null && Number(request.headers.get('content-length') ?? 1) > 2) {
      const bytes = await readBytes(request, 1024)
      if (bytes.byteLength > 2) throw new LantaiError('malformed', text('此处不接受内容', 'This route takes no body'))
    }
    return { body: undefined, bytes: nothing, contentType }
  }
  return { body: parse(spec.body, await readJson(request, spec.largestBody), 'body'), bytes: nothing, contentType }
}

const answer = (house: House, spec: RouteSpec, reply: unknown, strict: boolean): Response => {
  if (reply instanceof Response) {
    if (!reply.headers.has('cache-control')) reply.headers.set('cache-control', 'no-store')
    return reply
  }
  let sent = reply
  if (spec.reply !== undefined) {
    const result = spec.reply.safeParse(reply)
    if (result.success) sent = result.data
    else {
      const where = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).slice(0, 5).join('; ')
      if (strict) throw new Error(`the reply of ${spec.id} does not fit its schema: ${where}`)
      house.log(`the reply of ${spec.id} does not fit its schema: ${where}`)
    }
  }
  return Response.json(sent, { headers: noStore })
}

export interface DoorOptions {
  /** Values of the Host header under which the desk may be asked; undefined leaves that to the shell. */
  readonly hosts: ReadonlySet<string> | undefined
  /** A reply that does not fit its schema is an error, not a line in the log. */
  readonly strict: boolean
  readonly debug: boolean
}

export interface Environment { readonly Bindings: { readonly from: RequestSource } }

/** Hangs a route into the door: origin, session, permission, schemas in, the act, schema out, errors as typed answers. */
export const mount = (app: Hono<Environment>, house: House, { spec, run }: Handling, options: DoorOptions): void => {
  app.on(spec.method, spec.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const request = c.req.raw
    const started = options.debug ? performance.now() : 0
    let language = languageOf(request.headers.get('accept-language'))
    let response: Response
    try {
      checkOrigin(request, c.env.from, options.hosts)
      const holder = await findHolder(house, request, spec)
      if (holder !== undefined && !request.headers.has('accept-language')) language = holder.account.language
      admit(spec, holder)
      const params = parse(spec.params, c.req.param(), 'params')
      const query = parse(spec.query, queryOf(request, spec), 'query')
      const { body, bytes, contentType } = await readBody(request, spec)
      const reply = await run({
        house, params, query, body, bytes, contentType, language, from: c.env.from, request, visitor: holder?.account,
        get session() {
          if (holder === undefined) throw unauthenticated
          return holder.session
        },
        get account() {
          if (holder === undefined) throw unauthenticated
          return holder.account
        },
        actor() {
          if (holder === undefined) throw unauthenticated
          return house.actor(holder.account.id, holder.session.counter)
        },
      })
      response = answer(house, spec, reply, options.strict)
    } catch (thrown) {
      response = refuse(errorOf(thrown, house.log), language)
    }
    if (options.debug) house.log(`${spec.method} ${spec.id} ${String(response.status)} ${(performance.now() - started).toFixed(1)} ms`)
    return response
  })
}

/** What is said of an address that no route has. */
export const noSuchRoute = (request: Request): Response => refuse(new LantaiError('not_found', text('没有这个接口。', 'There is no such route.')), languageOf(request.headers.get('accept-language')))
