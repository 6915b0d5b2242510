import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { docsPage, docsStyle } from '../../../api/docs.ts'
import { exampleOf } from '../../../api/examples.ts'
import { openApiDocument } from '../../../api/openapi.ts'
import { statusOf } from '../../../api/problems.ts'
import { routes } from '../../../api/schemas/index.ts'
import type { RouteSpec } from '../../../api/schemas/route.ts'
import { version } from '../../../api/version.ts'
import { errorCodes } from '../../../domain/error.ts'

const all = Object.values(routes) as readonly RouteSpec[]
interface Operation { readonly operationId: string; readonly parameters?: { name: string; in: string; required: boolean; schema: unknown }[]; readonly requestBody?: { content: Record<string, { schema: Record<string, unknown>; example?: unknown }> }; readonly responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }> }
const document = openApiDocument(version) as { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } }

test('the version is the package’s', () => {
  expect((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version).toBe(version)
})

test('every route stands in the document once, with its parameters', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(all.map(({ id }) => id).sort())
  for (const spec of all) {
    const operation = document.paths[spec.path]?.[spec.method.toLowerCase()]
    expect(operation, spec.id).toBeDefined()
    const inPath = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(operation?.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? [], spec.id).toEqual(inPath)
    expect(Object.keys(operation?.responses ?? {})).toContain('200')
  }
})

test('no reference leads nowhere, nothing in it is undefined', () => {
  const written = JSON.stringify(document)
  const references = [...written.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  for (const reference of new Set(references)) expect(reference === '#/components/schemas/Error' || reference.startsWith('#/$defs/') || reference === '#', reference).toBe(true)
  expect(JSON.parse(written)).toEqual(document)
})

describe.each(all.filter(({ body }) => body !== undefined).map((spec) => [spec.id, spec] as const))('%s', (_id, spec) => {
  test('has an example that its schema takes', () => {
    const example = exampleOf(spec.id)?.body
    expect(example).toBeDefined()
    const result = (spec.body as z.ZodType).safeParse(example)
    expect(result.success ? [] : result.error.issues).toEqual([])
  })
})

test('every error code has a status', () => {
  expect(Object.keys(statusOf).sort()).toEqual([...errorCodes].sort())
})

describe.each(['zh', 'en'] as const)('the page in %s', (language) => {
  const page = docsPage(language)
  test('describes every route without script or style of its own', () => {
    for (const { id, path } of all) {
      expect(page).toContain(`id="${id}"`)
      expect(page).toContain(path.replace(/[&<>"]/g, ''))
    }
    expect(page).not.toMatch(/<script|<style|style=|onclick|javascript:/i)
    expect(docsStyle).not.toMatch(/url\(|@import/)
  })
})
