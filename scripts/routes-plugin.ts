import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Described { readonly method: string; readonly path: string; readonly replyType?: string }

/**
 * Gives the desk the table of routes without their schemas: its client needs the method, the path and whether a paper comes back, and the types are gone by then.
 * So neither zod nor the whole domain is loaded before the first page stands.
 */
export const addressesOnly = () => ({
  name: 'lantai:addresses-only',
  enforce: 'pre' as const,
  async load(id: string): Promise<string | undefined> {
    const file = id.replaceAll('\\', '/').split('?')[0] ?? ''
    if (!file.endsWith('/api/schemas/index.ts')) return undefined
    const { routes } = (await import(pathToFileURL(resolve('api/schemas/index.ts')).href)) as { routes: Readonly<Record<string, Described>> }
    const addresses = Object.fromEntries(Object.entries(routes).map(([name, { method, path, replyType }]) => [name, { method, path, ...(replyType !== undefined && { replyType }) }]))
    return `export const routes = ${JSON.stringify(addresses)}`
  },
})
