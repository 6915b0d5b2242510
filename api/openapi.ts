import { z } from 'zod'
import type { ErrorCode } from '../domain/error.ts'
import { permissions } from './permissions.ts'
import { statusOf } from './problems.ts'
import { exampleOf } from './examples.ts'
import { ApiError } from './schemas/common.ts'
import { routes } from './schemas/index.ts'
import type { RouteSpec } from './schemas/route.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json
  return made
}

const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: property }))
}

/** Codes that any route may answer with, and those of who is signed in. */
const always = ['malformed', 'internal', 'storage'] as const
const refusals = (spec: RouteSpec): Json => {
  const codes = new Set<ErrorCode>(always)
  if (spec.permission !== 'public') for (const code of ['unauthenticated', 'session_locked'] as const) codes.add(code)
  if (spec.permission !== 'public' && spec.permission !== 'session') codes.add('forbidden')
  if (spec.params !== undefined) codes.add('not_found')
  if (spec.method !== 'GET') for (const code of ['foreign_origin', 'too_large', 'invalid', 'conflict'] as const) codes.add(code)
  if (spec.bodyTypes !== undefined) codes.add('unsupported_file')
  const byStatus = new Map<number, string[]>()
  for (const code of codes) byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code])
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, said]) => [String(status), { description: said.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } }]))
}

const bodyOf = (spec: RouteSpec): Json => {
  if (spec.bodyTypes !== undefined) return { requestBody: { required: true, content: Object.fromEntries(spec.bodyTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])) } }
  if (spec.body === undefined) return {}
  const example = exampleOf(spec.id)?.body ?? spec.example?.body
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(spec.body, 'input'), ...(example === undefined ? {} : { example }) } } } }
}

const replyOf = (spec: RouteSpec): Json => {
  if (spec.replyType !== undefined) return { description: spec.summary.zh, content: { [spec.replyType]: { schema: { type: 'string', format: 'binary' } } } }
  if (spec.reply === undefined) return { description: spec.summary.zh }
  const example = exampleOf(spec.id)?.reply ?? spec.example?.reply
  return { description: spec.summary.zh, content: { 'application/json': { schema: schemaOf(spec.reply, 'output'), ...(example === undefined ? {} : { example }) } } }
}

const rolesOf = (spec: RouteSpec): readonly string[] => (spec.permission === 'public' || spec.permission === 'session' ? [] : permissions[spec.permission])

const operationOf = (spec: RouteSpec): Json => ({
  operationId: spec.id,
  summary: spec.summary.zh,
  description: spec.summary.en,
  tags: [spec.path.split('/')[2] ?? ''],
  'x-permission': spec.permission,
  'x-roles': rolesOf(spec),
  ...(spec.permission === 'public' ? { security: [] } : { security: [{ session: [] }] }),
  ...(spec.params === undefined && spec.query === undefined ? {} : { parameters: [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')] }),
  ...bodyOf(spec),
  responses: { 200: replyOf(spec), ...refusals(spec) },
})

let made: Json | undefined

/** The OpenAPI 3.1 document of the door, made from the routes themselves. */
export const openApiDocument = (version: string): Json => {
  if (made !== undefined) return made
  const paths: Record<string, Json> = {}
  for (const spec of Object.values(routes) as readonly RouteSpec[]) (paths[spec.path] ??= {})[spec.method.toLowerCase()] = operationOf(spec)
  made = {
    openapi: '3.1.1',
    info: { title: '兰台 Lantai', version, description: 'The desk’s one door. 登记处柜台的接口：一个案件从受理到领证的每一步，都经此记入登记簿。', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set((Object.values(routes) as readonly RouteSpec[]).map(({ path }) => path.split('/')[2] ?? ''))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'token of POST /api/session' } },
      schemas: { Error: schemaOf(ApiError, 'output') },
    },
  }
  return made
}
