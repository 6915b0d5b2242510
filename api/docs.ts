import type { Hono } from 'hono'
import type { Language } from '../domain/text.ts'
import { permissions } from './permissions.ts'
import { statusOf } from './problems.ts'
import { exampleOf } from './examples.ts'
import { handle, type Environment, type Handling } from './door.ts'
import { openApiDocument } from './openapi.ts'
import { routes } from './schemas/index.ts'
import type { RouteSpec } from './schemas/route.ts'
import { version } from './version.ts'

const escape = (value: string): string => value.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)

const words = {
  zh: { title: '兰台接口', intro: '柜台的每一步都经这些接口。先用 POST /api/session 登录，再以 Authorization: Bearer 携带 token。机器可读的说明：', other: 'English', permission: '权限', everyone: '无须登录', signedIn: '登录即可', body: '请求示例', reply: '回答', errors: '错误', errorsIntro: '每个错误的形状相同:{"error":{"code","message","text":{"zh","en"},"field"?,"findings"?}}。代码与状态:', code: '代码', status: '状态', field: '字段', place: '位置', kind: '类型', required: '必填' },
  en: { title: 'Lantai API', intro: 'Every step of the desk goes through these routes. Sign in with POST /api/session, then send the token as Authorization: Bearer. The same for machines:', other: '中文', permission: 'Who may', everyone: 'no session needed', signedIn: 'any signed-in account', body: 'Example', reply: 'Answer', errors: 'Errors', errorsIntro: 'Every error has one shape: {"error":{"code","message","text":{"zh","en"},"field"?,"findings"?}}. Codes and statuses:', code: 'Code', status: 'Status', field: 'Field', place: 'In', kind: 'Type', required: 'required' },
} as const

const who = (spec: RouteSpec, said: (typeof words)[Language]): string => {
  if (spec.permission === 'public') return said.everyone
  if (spec.permission === 'session') return said.signedIn
  return `${spec.permission} (${permissions[spec.permission].join(', ')})`
}

interface Shape { readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Shape[]; readonly items?: unknown; readonly prefixItems?: readonly unknown[]; readonly format?: string; readonly pattern?: string; readonly maxLength?: number; readonly properties?: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
interface Field { readonly name: string; readonly place: string; readonly kind: string; readonly required: boolean }

/** A schema in a word or two. */
const kindOf = (shape: Shape): string => {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.anyOf !== undefined) return [...new Set(shape.anyOf.map(kindOf))].join(' | ')
  if (shape.prefixItems !== undefined) return `[${shape.prefixItems.map((item) => kindOf(item as Shape)).join(', ')}]`
  if (shape.type === 'array') return `${kindOf((shape.items ?? {}) as Shape)}[]`
  const kind = Array.isArray(shape.type) ? shape.type.join(' | ') : ((shape.type as string | undefined) ?? 'any')
  return shape.maxLength === undefined ? kind : `${kind} ≤ ${String(shape.maxLength)}`
}

/** What a route is asked with: its parameters and the first level of its body. */
const fieldsOf = (spec: RouteSpec, version: string): readonly Field[] => {
  const paths = openApiDocument(version)['paths'] as Record<string, Record<string, { parameters?: readonly { name: string; in: string; required: boolean; schema: Shape }[]; requestBody?: { content: Record<string, { schema: Shape }> } }>>
  const operation = paths[spec.path]?.[spec.method.toLowerCase()]
  const body = operation?.requestBody?.content['application/json']?.schema
  return [
    ...(operation?.parameters ?? []).map((parameter) => ({ name: parameter.name, place: parameter.in, kind: kindOf(parameter.schema), required: parameter.required })),
    ...Object.entries(body?.properties ?? {}).map(([name, shape]) => ({ name, place: 'body', kind: kindOf(shape), required: body?.required?.includes(name) === true })),
  ]
}

const fieldTable = (fields: readonly Field[], said: (typeof words)[Language]): string =>
  fields.length === 0 ? '' : `<table><thead><tr><th>${said.field}</th><th>${said.place}</th><th>${said.kind}</th><th></th></tr></thead><tbody>${fields.map(({ name, place, kind, required }) => `<tr><td><code>${escape(name)}</code></td><td>${place}</td><td>${escape(kind)}</td><td>${required ? said.required : ''}</td></tr>`).join('')}</tbody></table>`

const section = (spec: RouteSpec, language: Language): string => {
  const said = words[language]
  const fields = fieldTable(fieldsOf(spec, version), said)
  const example = exampleOf(spec.id)?.body
  return `<section id="${spec.id}"><h3><span class="method">${spec.method}</span> <code>${escape(spec.path)}</code></h3><p>${escape(spec.summary[language])}</p><p class="who">${said.permission}: ${escape(who(spec, said))}${spec.replyType === undefined ? '' : ` · ${said.reply}: ${spec.replyType}`}</p>${fields}${example === undefined ? '' : `<details><summary>${said.body}</summary><pre>${escape(JSON.stringify(example, null, 2))}</pre></details>`}</section>`
}

/** The page that describes the door, in one language; no script and no style stand in it. */
export const docsPage = (language: Language): string => {
  const said = words[language]
  const all = Object.values(routes) as readonly RouteSpec[]
  const groups = [...new Set(all.map(({ path }) => path.split('/')[2] ?? ''))]
  const other = language === 'zh' ? 'en' : 'zh'
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${said.title}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><header><h1>${said.title}</h1><p>${said.intro} <a href="/api/openapi.json">openapi.json</a> · <a href="/api/docs?language=${other}" hreflang="${other}">${said.other}</a></p></header>
<nav>${groups.map((group) => `<h2>/api/${group}</h2><ul>${all.filter(({ path }) => path.split('/')[2] === group).map((spec) => `<li><a href="#${spec.id}">${escape(spec.summary[language])}</a></li>`).join('')}</ul>`).join('')}</nav>
<main>${all.map((spec) => section(spec, language)).join('\n')}
<section id="errors"><h3>${said.errors}</h3><p>${escape(said.errorsIntro)}</p><table><thead><tr><th>${said.code}</th><th>${said.status}</th></tr></thead><tbody>${Object.entries(statusOf).map(([code, status]) => `<tr><td><code>${code}</code></td><td>${String(status)}</td></tr>`).join('')}</tbody></table></section></main></body></html>`
}

export const docsStyle = `:root{color-scheme:light dark;--ink:#222;--soft:#595959;--line:#d9d9d9;--mark:#b4232a;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e6e6e6;--soft:#a6a6a6;--line:#434343;--mark:#e58a8e;--paper:#161616}}
body{margin:0;display:grid;grid-template:"head head" auto "nav main" 1fr/16rem minmax(0,1fr);color:var(--ink);background:var(--paper);font:15px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif}
header{grid-area:head;padding:1rem 1.5rem;border-bottom:1px solid var(--line)}header h1{margin:0;font-size:1.4rem}header p{margin:.3rem 0 0;color:var(--soft)}
nav{grid-area:nav;padding:0 1.5rem;border-right:1px solid var(--line);font-size:.9rem}nav h2{margin:1rem 0 .2rem;font-size:.85rem;color:var(--soft)}nav ul{margin:0;padding:0;list-style:none}
main{grid-area:main;padding:0 1.5rem 3rem;max-width:60rem}section{padding:.8rem 0;border-bottom:1px solid var(--line)}h3{margin:0;font-size:1rem}section p{margin:.2rem 0}
a{color:var(--mark)}.method{display:inline-block;min-width:5em;font-weight:700;color:var(--mark)}.who{color:var(--soft);font-size:.88rem}pre{overflow:auto;padding:.7rem;border:1px solid var(--line);font-size:.82rem}table{border-collapse:collapse;font-size:.88rem;margin:.3rem 0}th{color:var(--soft);font-weight:500}td,th{padding:.15rem 1.2rem .15rem 0;text-align:left}
@media (max-width:50rem){body{display:block}nav{border-right:0;columns:2}}
`

/** The description for machines. */
export const docsHandlings: readonly Handling[] = [handle(routes.getOpenApi, async ({ house }) => openApiDocument(house.version))]

/** Hangs the readable description beside the routes; it is no route itself and needs no session. */
export const mountDocs = (app: Hono<Environment>): void => {
  app.get('/api/docs', (c) => {
    const asked = c.req.query('language')
    const language: Language = asked === 'en' || (asked !== 'zh' && /^en\b/i.test(c.req.header('accept-language') ?? '')) ? 'en' : 'zh'
    return c.body(docsPage(language), 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept-language' })
  })
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }))
}
