import { isBuiltin } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'

/**
 * Which folders of the house a layer may import from, besides itself (docs/architecture.md).
 * `api/schemas` and `api/client` are the part of the api that the desk may know.
 */
export const mayImport = {
  domain: [],
  sample: ['domain'],
  db: ['domain'],
  templates: ['domain'],
  api: ['domain', 'db', 'templates', 'sample'],
  electron: ['api'],
  server: ['api'],
  renderer: ['domain', 'api/schemas', 'api/client'],
}

/** Packages that one layer alone may import, with the reason given to who tries elsewhere. */
export const keptTo = {
  electron: { layer: 'electron', why: 'the rest of the program runs, and is tested, without Electron' },
  'better-sqlite3': { layer: 'db', why: 'every reading and writing of the register goes through db/' },
  pdfkit: { layer: 'templates', why: 'every paper is a file in templates/' },
  hucre: { layer: 'templates', why: 'every workbook is made where papers are' },
}

/** Layers that run in a browser or anywhere, so that nothing of Node may stand in them. */
const withoutNode = ['domain', 'sample', 'renderer']

/** The only packages of others that stand in the domain: schemas are its types, pinyin is part of a name, country names are a code table. */
const domainPackages = ['zod', 'pinyin-pro', 'i18n-iso-countries']

const packageOf = (/** @type {string} */ specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

/**
 * Says why a file of the house may not import what it names; undefined if it may.
 * @param {string} file path from the root of the house, with `/`
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export const objection = (file, specifier) => {
  const layer = file.split('/')[0] ?? ''
  const allowed = mayImport[/** @type {keyof typeof mayImport} */ (layer)]
  if (allowed === undefined) return undefined // tests, bench and scripts stand outside the house
  if (specifier.startsWith('.')) {
    const target = relative('/', resolve('/', dirname(file), specifier)).split(sep).join('/')
    const inLayer = target === layer || target.startsWith(`${layer}/`)
    const inAllowed = allowed.some((folder) => new RegExp(`^${folder}([./]|$)`).test(target))
    return inLayer || inAllowed ? undefined : `${layer}/ may import ${allowed.length === 0 ? 'nothing of the house' : `${allowed.join(', ')} only`}, not ${target}`
  }
  if (specifier.startsWith('/')) return 'imports within the house are relative'
  if (isBuiltin(specifier)) return withoutNode.includes(layer) ? `${layer}/ may not use Node (${specifier})` : undefined
  const name = packageOf(specifier)
  const kept = keptTo[/** @type {keyof typeof keptTo} */ (name)]
  if (kept !== undefined && kept.layer !== layer) return `only ${kept.layer}/ may import ${name}: ${kept.why}`
  if (layer === 'domain' && !domainPackages.includes(name)) return `domain/ may not import ${name}: the law depends on nothing`
  return undefined
}

/** @type {import('eslint').Rule.RuleModule} */
export const layers = {
  meta: { type: 'problem', docs: { description: 'keep to the import rule of the house' }, schema: [], messages: { wrong: '{{why}}' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const check = (/** @type {any} */ source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const why = objection(file, source.value)
      if (why !== undefined) context.report({ node: source, messageId: 'wrong', data: { why } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      /** `import('…')` as a type. */
      TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node.arguments[0])
      },
    }
  },
}
