/**
 * Stands in for `@rc-component/util/es/Dom/dynamicCSS` at the build (scripts/styles.ts): the few rules that Ant Design still makes in the page
 * (its variables, the scroll lock) go into constructed style sheets, because the desk's content security policy allows no inline style.
 */
interface Options {
  readonly prepend?: boolean | 'queue'
  readonly priority?: number
}

const sheets = new Map<string, { readonly sheet: CSSStyleSheet; readonly handle: HTMLStyleElement; css: string }>()

const add = (css: string, first: boolean): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = first ? [sheet, ...document.adoptedStyleSheets] : [...document.adoptedStyleSheets, sheet]
  return sheet
}

/** Adds rules to the page; the element that is returned only carries the caller's marks and never enters the page. */
export const injectCSS = (css: string, options: Options = {}): HTMLStyleElement => {
  add(css, options.prepend !== undefined && options.prepend !== false)
  return document.createElement('style')
}

/** Adds or replaces the rules known under a key. */
export const updateCSS = (css: string, key: string, options: Options = {}): HTMLStyleElement => {
  const known = sheets.get(key)
  if (known !== undefined) {
    if (known.css !== css) {
      known.sheet.replaceSync(css)
      known.css = css
    }
    return known.handle
  }
  const handle = document.createElement('style')
  sheets.set(key, { sheet: add(css, options.prepend !== undefined && options.prepend !== false), handle, css })
  return handle
}

/** Takes the rules known under a key out of the page. */
export const removeCSS = (key: string): void => {
  const known = sheets.get(key)
  if (known === undefined) return
  sheets.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet)
}

export const clearContainerCache = (): void => {}
