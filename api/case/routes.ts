import type { z } from 'zod'
import type { CaseRow } from '../../db/contract.ts'
import type { actBodies, paperParams, paperQuery } from '../schemas/case.ts'
import type { RouteSpec } from '../schemas/route.ts'
import type { AnyCase, CoreCase } from './spec.ts'

interface Params { id: string }
type Body<K extends keyof typeof actBodies> = (typeof actBodies)[K] extends z.ZodType<infer B> ? B : never
type Act<B, R> = RouteSpec<Params, undefined, B, R>

/** The routes with which the cases of every window begin, under the names of a window's own. */
export interface OpeningRoutes<C extends CoreCase, R> {
  readonly open: RouteSpec<undefined, undefined, { file: C['file']; draft?: string | undefined; day?: string | undefined }, R>
  readonly get: RouteSpec<Params, undefined, undefined, R>
  readonly amend: Act<{ revision: number; changes: Partial<C['file']>; draft?: string | undefined }, R>
}

/** The routes of the papers of a case. */
export interface PaperRoutes {
  readonly paper: RouteSpec<z.infer<typeof paperParams>, z.infer<typeof paperQuery> & { number?: string | undefined }, undefined, undefined>
  readonly printed: RouteSpec<Params, undefined, Body<'printed'> & { number?: string | undefined }, { done: true }>
}

/** The routes that the cases of every window of couples have. */
export interface CaseRoutes<C extends AnyCase, R> extends OpeningRoutes<C, R>, PaperRoutes {
  readonly networkCheck: Act<Body<'networkCheck'>, R>
  readonly abandon: Act<Body<'abandon'>, R>
  readonly proofread: Act<Body<'proofread'>, R>
  readonly reprint: Act<Body<'reprint'>, R>
  readonly correct: Act<{ revision: number; changes: Partial<C['file']>; serials?: [string, string] | undefined; reason: string; second: { account: string; password: string } }, R>
  readonly void: Act<Body<'void'>, R>
  readonly inspect: Act<Body<'inspect'>, R>
  readonly archive: Act<Body<'archive'>, R>
}

/** The routes of a list and its export. */
export interface ListRoutes<Query, Filter, Line> {
  readonly list: RouteSpec<undefined, Query, undefined, { rows: Line[]; next?: string | undefined; count: number }>
  readonly export: RouteSpec<undefined, undefined, { filter: Filter; purpose: string }, undefined>
}
export type AnyRow = CaseRow
