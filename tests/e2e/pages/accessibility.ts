import { expect, type Page } from '@playwright/test'

/** What a reader of the screen and a weak eye would stumble over: controls without names, doubled ids, missing landmarks, text of too little contrast (WCAG AA). */
export const findBarriers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const visible = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden' && element.closest('[inert]') === null
    const describe = (element: Element): string => `<${element.tagName.toLowerCase()}${element.id === '' ? '' : ` id=${element.id}`} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`
    const nameOf = (element: Element): string => {
      const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((label) => label.textContent ?? '').join(' ') : (element.textContent ?? '')
      return [labelled, element.getAttribute('aria-label'), labels, element.getAttribute('title')].filter((part) => part !== null && part.trim() !== '').join(' ').trim()
    }
    for (const element of document.querySelectorAll('input, select, textarea, button, a[href], iframe, [role=dialog]')) {
      if (element.getAttribute('type') !== 'hidden' && visible(element) && nameOf(element) === '') found.push(`no name: ${describe(element)}`)
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) found.push(`two elements have the id ${id}`)
    if (document.querySelectorAll('main').length !== 1) found.push('not one main landmark')
    if ([...document.querySelectorAll('h1')].filter(visible).length < 1) found.push('no first heading')
    if (document.documentElement.lang === '') found.push('no language')

    type Colour = readonly [number, number, number, number]
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const colourOf = (css: string): Colour => {
      if (context === null) return [0, 0, 0, 1]
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = css
      context.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const over = (top: Colour, under: Colour): Colour => [0, 1, 2].map((at) => (top[at] ?? 0) * top[3] + (under[at] ?? 0) * (1 - top[3])).concat(1) as unknown as Colour
    const luminance = (colour: Colour): number => {
      const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const groundOf = (element: Element | null): Colour => {
      if (element === null) return [255, 255, 255, 1]
      const own = colourOf(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement))
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const seen = new Set<string>()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (element === null || (node.textContent ?? '').trim() === '' || !visible(element) || element.closest('svg, [disabled], [aria-disabled=true], .hidden-words, .stale') !== null) continue
      const style = getComputedStyle(element)
      const ground = groundOf(element)
      const ink = over(colourOf(style.color), ground)
      const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a) as [number, number]
      const ratio = (light + 0.05) / (dark + 0.05)
      const size = Number.parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      const words = `contrast ${ratio.toFixed(2)}: ${describe(element)}`
      if (ratio < (large ? 3 : 4.5) && !seen.has(words)) {
        seen.add(words)
        found.push(words)
      }
    }
    return found
  })

/** Fails with what was found. */
export const expectNoBarriers = async (page: Page, where: string): Promise<void> => {
  expect(await findBarriers(page), where).toEqual([])
}
