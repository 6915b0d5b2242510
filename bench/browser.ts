import type { Page } from '@playwright/test'

/** What the programs of the benchmark do alike in Chromium; all clocks are the page's own. */

/** Signs in at the desk and waits until its front page has settled. */
export const signIn = async (page: Page, url: string, account: string, secret: string): Promise<void> => {
  await page.goto(url)
  await page.waitForSelector('input:focus')
  await page.keyboard.type(account)
  await page.locator('input[type=password]').fill(secret)
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav')
  await page.waitForLoadState('networkidle')
}

/** What stands on a page when it is drawn: an element, and the least number of its things that it names in a `data-` part of its own. */
export interface Drawn { readonly selector: string; readonly data?: string; readonly least?: number }

/** Milliseconds from a click to the painted frame in which something stands on the page. */
export const drawnAfter = async (page: Page, { selector, data = '', least = 0 }: Drawn, click: () => Promise<void>): Promise<number> => {
  await page.evaluate(([wanted, part, lowest]) => {
    const state = { from: 0, taken: -1 }
    Object.assign(window, { drawn: state })
    addEventListener('pointerdown', (event) => { state.from = event.timeStamp }, { capture: true })
    const look = new MutationObserver(() => {
      const found = document.querySelector<HTMLElement>(wanted)
      if (state.taken >= 0 || state.from === 0 || found === null || (part !== '' && Number(found.dataset[part] ?? 0) < lowest)) return
      look.disconnect()
      // The task after the frame's callbacks begins when the frame has been handed over.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => { state.taken = performance.now() - state.from }
        port2.postMessage('')
      })
    })
    look.observe(document, { subtree: true, childList: true, attributes: true })
  }, [selector, data, least] as const)
  await click()
  await page.waitForFunction(() => (window as unknown as { drawn: { taken: number } }).drawn.taken >= 0)
  return page.evaluate(() => (window as unknown as { drawn: { taken: number } }).drawn.taken)
}

/** The lengths in ms of all frames while something is done. */
export const framesDuring = async (page: Page, work: () => Promise<unknown>): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let on = true
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      if (on) requestAnimationFrame(tick)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(tick)
    })
    Object.assign(window, { frames: { stop: () => { on = false; return frames } } })
  })
  await work()
  return page.evaluate(() => (window as unknown as { frames: { stop: () => number[] } }).frames.stop())
}

/** A frame is slow when it took longer than one and a half of the sixty in a second. */
const slow = 25 // ms
/** Slow frames of all, in percent. */
export const slowShare = (frames: readonly number[]): number => (frames.filter((frame) => frame > slow).length / frames.length) * 100
