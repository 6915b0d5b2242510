import { ESLint, RuleTester } from 'eslint'
import { describe, expect, it } from 'vitest'
import typescript from 'typescript-eslint'
import { layers, mayImport, objection } from '../../../eslint-rules/layers.js'

describe('the import rule of the house', () => {
  const refused: [file: string, specifier: string, words: RegExp][] = [
    ['domain/marriage/rules.ts', '../../db/register.ts', /domain\/ may import nothing/],
    ['domain/marriage/rules.ts', '../../api/contract.ts', /nothing of the house/],
    ['domain/marriage/rules.ts', 'node:fs', /may not use Node/],
    ['domain/marriage/rules.ts', 'crypto', /may not use Node/],
    ['domain/marriage/rules.ts', 'hono', /domain\/ may not import hono/],
    ['domain/marriage/rules.ts', 'kysely', /depends on nothing/],
    ['api/marriage.ts', '../electron/main.ts', /domain, db, templates/],
    ['api/marriage.ts', '../server/main.ts', /domain, db, templates/],
    ['api/marriage.ts', '../renderer/main.tsx', /domain, db, templates/],
    ['api/marriage.ts', 'better-sqlite3', /only db\//],
    ['api/marriage.ts', 'pdfkit', /only templates\//],
    ['api/reports/tally.ts', 'hucre/xlsx', /only templates\//],
    ['api/marriage.ts', 'electron', /only electron\//],
    ['db/marriage.ts', '../api/contract.ts', /db\/ may import domain only/],
    ['db/marriage.ts', '../templates/contract.ts', /domain only/],
    ['templates/marriage/certificate.ts', '../../db/contract.ts', /domain only/],
    ['templates/marriage/certificate.ts', 'better-sqlite3', /only db\//],
    ['server/main.ts', '../db/register.ts', /api only/],
    ['server/main.ts', 'electron', /only electron\//],
    ['electron/main.ts', '../db/register.ts', /api only/],
    ['electron/main.ts', '../server/http.ts', /api only/],
    ['renderer/main.tsx', '../api/index.ts', /api\/schemas, api\/client/],
    ['renderer/main.tsx', '../api/sessions.ts', /api\/schemas/],
    ['renderer/main.tsx', '../db/contract.ts', /not db\/contract/],
    ['renderer/main.tsx', 'electron', /only electron\//],
    ['renderer/main.tsx', 'node:path', /may not use Node/],
    ['renderer/windows/marriage/page.tsx', '../../../templates/contract.ts', /not templates/],
    ['sample/office.ts', '../db/register.ts', /domain only/],
    ['db/marriage.ts', '/etc/thing.ts', /relative/],
    // A folder whose name only begins like an allowed one.
    ['renderer/main.tsx', '../api/schemas-old/office.ts', /not api\/schemas-old/],
    ['db/marriage.ts', '../domain-old/rules.ts', /not domain-old/],
  ]
  it.each(refused)('%s may not import %s', (file, specifier, words) => {
    expect(objection(file, specifier)).toMatch(words)
  })

  const allowed: [file: string, specifier: string][] = [
    ['domain/marriage/rules.ts', '../rule.ts'],
    ['domain/marriage/rules.ts', 'zod'],
    ['domain/names.ts', 'pinyin-pro'],
    ['db/register.ts', '../domain/action.ts'],
    ['db/register.ts', 'better-sqlite3'],
    ['db/register.ts', 'node:fs'],
    ['templates/paper.ts', 'pdfkit'],
    ['templates/office/workbook/tally.ts', 'hucre/xlsx'],
    ['api/index.ts', '../db/register.ts'],
    ['api/index.ts', '../templates/contract.ts'],
    ['api/index.ts', '../sample/office.ts'],
    ['server/main.ts', '../api/index.ts'],
    ['electron/main.ts', 'electron'],
    ['electron/main.ts', 'electron/main'],
    ['electron/main.ts', '../api/index.ts'],
    ['renderer/main.tsx', '../api/schemas/office.ts'],
    ['renderer/main.tsx', '../api/client.ts'],
    ['renderer/main.tsx', '../domain/text.ts'],
    ['renderer/main.tsx', './main.css'],
    ['tests/unit/db/register.test.ts', 'better-sqlite3'],
    ['bench/register.ts', '../db/register.ts'],
  ]
  it.each(allowed)('%s may import %s', (file, specifier) => {
    expect(objection(file, specifier)).toBeUndefined()
  })

  it('names no folder that imports in a circle', () => {
    const reach = (layer: string, seen: string[]): void => {
      expect(seen).not.toContain(layer)
      for (const next of mayImport[layer as keyof typeof mayImport] ?? []) reach(next.split('/')[0] ?? '', [...seen, layer])
    }
    for (const layer of Object.keys(mayImport)) reach(layer, [])
  })
})

describe('the lint rule', () => {
  RuleTester.describe = describe
  RuleTester.it = it
  new RuleTester({ languageOptions: { parser: typescript.parser } }).run('layers', layers, {
    valid: [
      { filename: 'db/register.ts', code: "import { text } from '../domain/text.ts'" },
      { filename: 'tests/unit/db/register.test.ts', code: "import Database from 'better-sqlite3'" },
    ],
    invalid: [
      { filename: 'domain/rule.ts', code: "import { thing } from '../db/register.ts'", errors: 1 },
      { filename: 'domain/rule.ts', code: "import type { Register } from '../db/contract.ts'", errors: 1 },
      { filename: 'domain/rule.ts', code: "export { thing } from '../db/register.ts'", errors: 1 },
      { filename: 'domain/rule.ts', code: "export * from '../db/register.ts'", errors: 1 },
      { filename: 'domain/rule.ts', code: "const late = await import('../db/register.ts')", errors: 1 },
      { filename: 'domain/rule.ts', code: "type Late = import('../db/register.ts').Register", errors: 1 },
      { filename: 'api/index.ts', code: "const Database = require('better-sqlite3')", errors: 1 },
    ],
  })

  it('is switched on for every layer', async () => {
    const eslint = new ESLint()
    for (const layer of Object.keys(mayImport)) {
      const [result] = await eslint.lintText("import '../scripts/build.ts'\n", { filePath: `${layer}/probe.ts` })
      expect(result?.messages.map((message) => message.ruleId), layer).toContain('house/layers')
    }
  })
})
