import { resolve } from 'node:path'

/** Puts the desk's constructed style sheets (renderer/shared/sheets.ts) in the place of the module by which Ant Design would write `<style>` elements, which the content security policy forbids. */
export const constructedSheets = () => ({
  name: 'lantai:constructed-sheets',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    return /@rc-component\/util\/(?:es|lib)\/Dom\/dynamicCSS\.js$/.test(id.replaceAll('\\', '/').split('?')[0] ?? '') ? `export * from ${JSON.stringify(resolve('renderer/shared/sheets.ts'))}` : undefined
  },
})
