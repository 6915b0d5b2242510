import type { z } from 'zod'
import type { Text } from '../../domain/text.ts'
import type { Permission } from '../permissions.ts'

export type { Permission }

/** One route of the door as data: the api's handlers, the OpenAPI page and the desk's client are all made from it. */
export interface RouteSpec<Params = unknown, Query = unknown, Body = unknown, Reply = unknown> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `{name}` parameters, e.g. `/api/marriages/{id}`. */
  readonly path: string
  /** `public`: no session; `session`: any signed-in account; else what the table of permissions must allow. */
  readonly permission: Permission | 'public' | 'session'
  readonly summary: Text
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Largest JSON body in bytes, for a route that takes whole lists; 1 MB where it says nothing. */
  readonly largestBody?: number
  /** Media types of a binary body (a scan, a photo, a font), in place of JSON. */
  readonly bodyTypes?: readonly string[]
  readonly reply?: z.ZodType<Reply>
  /** Media type of a binary reply (a paper). */
  readonly replyType?: string
  readonly example?: { readonly body?: unknown; readonly reply?: unknown }
}

/** Keeps the inferred types of a route's schemas. */
export const route = <P = undefined, Q = undefined, B = undefined, R = undefined>(spec: RouteSpec<P, Q, B, R>): RouteSpec<P, Q, B, R> => spec
