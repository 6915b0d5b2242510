import { expect } from '@playwright/test'
import type { Desk } from '../shell.ts'
import { findBarriers } from './accessibility.ts'
import { OfficeDesk } from './office.ts'

export interface Walk {
  /** Paths by the role that looks at them. */
  readonly paths: readonly (readonly [role: string, paths: readonly string[]])[]
  /** Latin words that stand on a Chinese page as they are. */
  readonly latin: RegExp
}

/** What people entered: every text of an answer but the Chinese half of the product's own words. */
const enteredIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'zh' && 'en' in value ? [] : enteredIn(part)))
}

/** Opens every page in both languages, light and dark: what stands in the way of a reader, is wider than the screen, or is said in the other language. */
export const walkPages = async (desk: Desk, { paths: looks, latin }: Walk): Promise<readonly string[]> => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const found: string[] = []
  const entered = new Set<string>()
  page.on('response', (response) => {
    if (/json/u.test(response.headers()['content-type'] ?? '')) response.json().then((body: unknown) => { for (const text of enteredIn(body)) if (/\p{Script=Han}/u.test(text)) entered.add(text) }, () => undefined)
  })
  // Contrast goes by the shade and words by the language: two looks show both of each.
  for (const [language, shade] of [['zh', 'light'], ['en', 'dark']] as const) {
    for (const [role, paths] of looks) {
      await desk.open('/')
      await page.evaluate(() => sessionStorage.clear())
      await frame.signIn(role, '/', { language, shade })
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
      for (const path of paths) {
        const where = `${path} ${language} ${shade}`
        await frame.go(path)
        await page.waitForLoadState('networkidle')
        await expect(page.locator('.waiting')).toHaveCount(0)
        for (const one of await findBarriers(page)) found.push(`${where}: ${one}`)
        if (!(await page.evaluate(() => document.querySelector('#main')?.scrollWidth === document.querySelector('#main')?.clientWidth))) found.push(`${where}: wider than the screen`)
        const words = await page.evaluate((chinese) => {
          const copy = document.querySelector('#main')?.cloneNode(true) as HTMLElement
          // What people entered, codes and keys are what they are; the words are the page's own.
          for (const part of copy.querySelectorAll(chinese ? 'kbd, code, .mono, .hash, pre, svg, .data, [lang=zh-Latn]' : '.data, .mono, [lang=zh], [role=rowgroup], select, .plain-table td, .row-name')) part.remove()
          const texts: string[] = []
          const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent ?? '')
          return texts.join('\n')
        }, language === 'zh')
        const known = [...entered].join('\n')
        const foreign = language === 'zh' ? (words.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !latin.test(word) && !known.includes(word)) : (words.match(/\p{Script=Han}+/gu) ?? []).filter((word) => !known.includes(word))
        if (foreign.length > 0) found.push(`${where}: ${language === 'zh' ? 'English' : 'Chinese'}: ${[...new Set(foreign)].slice(0, 12).join(' ')}`)
      }
    }
  }
  return found
}
