/**
 * The desk's client of the api. `call('getMarriage', { params: { id } })` fetches a route by its id with the session's token and the language of the
 * desk, typed from the route's schemas; a refusal is thrown as `ApiFailure` with code, words, field and findings. Use `useRoute` / `useAct` (query.ts) in pages.
 */
import { routes, type RouteId } from '../../api/schemas/index.ts'
import type { ApiError, Finding } from '../../api/schemas/common.ts'
import type { RouteSpec } from '../../api/schemas/route.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { ErrorCode } from '../../domain/error.ts'
import type { Language, Text } from '../../domain/text.ts'

export type { RouteId }
type Routes = typeof routes
type Member<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : { readonly [K in Name]: T }
type Loose<Name extends string, T> = [T] extends [undefined] ? { readonly [K in Name]?: undefined } : Record<string, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T }

/** A value as a page has it: days are plain texts until the api has read them. */
type Plain<T> = T extends CivilDate ? string : T extends string | number | boolean | null | undefined ? T : T extends readonly unknown[] ? { readonly [K in keyof T]: Plain<T[K]> } : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T

/** What a route is called with: `params` of its path, `query`, a JSON `body`, or `bytes` for a binary body. */
export type Args<Id extends RouteId> = Routes[Id] extends RouteSpec<infer P, infer Q, infer B, infer _R> ? Member<'params', P> & Loose<'query', Plain<Q>> & Member<'body', Plain<B>> & { readonly bytes?: Blob } : never
/** What a route answers; a Blob where it answers with a paper. */
export type Reply<Id extends RouteId> = Routes[Id] extends RouteSpec<infer _P, infer _Q, infer _B, infer R> ? ([R] extends [undefined] ? Blob : R) : never

/** A refusal of the api, or a connection that failed (code `unreachable`). */
export class ApiFailure extends Error {
  readonly code: ErrorCode | 'unreachable'
  readonly status: number
  readonly text: Text
  readonly field: string | undefined
  readonly findings: readonly Finding[]
  readonly details: unknown
  constructor(code: ErrorCode | 'unreachable', status: number, text: Text, field?: string, findings: readonly Finding[] = [], details?: unknown) {
    super(text.en)
    this.name = 'ApiFailure'
    this.code = code
    this.status = status
    this.text = text
    this.field = field
    this.findings = findings
    this.details = details
  }
}

const kept = 'lantai.token'
let token = typeof sessionStorage === 'undefined' ? '' : (sessionStorage.getItem(kept) ?? '')
let language: Language = 'zh'
let refused: (failure: ApiFailure) => void = () => {}

/** The token of the session; kept for this window of the browser only. */
export const sessionToken = (): string => token
export const keepToken = (value: string): void => {
  token = value
  if (value === '') sessionStorage.removeItem(kept)
  else sessionStorage.setItem(kept, value)
}
/** The language in which the api words its refusals. */
export const speak = (value: Language): void => {
  language = value
}
/** Told of every refusal that concerns the session (`unauthenticated`, `session_locked`, `not_set_up`); the frame registers here. */
export const onSessionRefused = (listener: (failure: ApiFailure) => void): void => {
  refused = listener
}

const unreachable: Text = {
  zh: '连不上登记系统，刚才的操作没有送达。已录入的内容仍在本页；请确认系统仍在运行，再试一次。',
  en: 'The register cannot be reached, and the last act did not arrive. What you typed is still on this page; make sure the program is running, then try again.',
}
const unreadable: Text = { zh: '系统的答复无法读取。请再试一次；如仍不行，请告诉管理员。', en: 'The answer could not be read. Try again; if it stays so, tell the administrator.' }

/** The address of a route with its parameters and query filled in. */
export const addressOf = (spec: { readonly path: string }, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string => {
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value))
  return search.size === 0 ? path : `${path}?${search.toString()}`
}

const failureOf = async (response: Response): Promise<ApiFailure> => {
  try {
    const { error } = (await response.json()) as ApiError
    return new ApiFailure(error.code, response.status, error.text, error.field, error.findings, error.details)
  } catch {
    return new ApiFailure('internal', response.status, unreadable)
  }
}

interface AnyArgs {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly bytes?: Blob
}

/** Calls a route by its id; throws ApiFailure. */
export const call = async <Id extends RouteId>(id: Id, ...[args, signal]: Record<string, never> extends Args<Id> ? [args?: Args<Id>, signal?: AbortSignal] : [args: Args<Id>, signal?: AbortSignal]): Promise<Reply<Id>> => {
  const spec: RouteSpec = routes[id] as RouteSpec
  const given = (args ?? {}) as AnyArgs
  const headers = new Headers({ 'accept-language': language })
  if (token !== '') headers.set('authorization', `Bearer ${token}`)
  if (given.bytes !== undefined) headers.set('content-type', given.bytes.type || 'application/octet-stream')
  else if (given.body !== undefined) headers.set('content-type', 'application/json')
  let response: Response
  try {
    response = await fetch(addressOf(spec, given.params, given.query), { method: spec.method, headers, ...(signal !== undefined && { signal }), ...(given.bytes !== undefined ? { body: given.bytes } : given.body !== undefined && { body: JSON.stringify(given.body) }) })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiFailure('unreachable', 0, unreachable)
  }
  if (!response.ok) {
    const failure = await failureOf(response)
    // A wrong password at the door is no end of the session.
    const atTheDoor = id === 'signIn' || id === 'unlock'
    if ((failure.code === 'unauthenticated' && !atTheDoor) || failure.code === 'session_locked' || failure.code === 'not_set_up') refused(failure)
    throw failure
  }
  if (spec.replyType !== undefined) return (await response.blob()) as Reply<Id>
  return (await response.json()) as Reply<Id>
}
