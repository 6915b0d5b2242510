import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { checkDigit17 } from '../domain/identity/checkdigit.ts'
import { launchOptions } from '../tests/e2e/browser.ts'
import { sampleAccounts } from '../sample/accounts.ts'
import { signIn } from './browser.ts'
import { clerk, folderOf, loadedFolder, password } from './folder.ts'
import type { Measure } from './measure.ts'
import { median, percentile, root, round, spread } from './measure.ts'
import { startShell } from './process.ts'

/** Notes when a key comes in, and waits until a frame that shows what was asked for has been painted. All clocks are the page's own. */
const install = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const feel = { key: 0 }
    addEventListener('keydown', (event) => { feel.key = event.timeStamp }, { capture: true })
    addEventListener('pointerdown', (event) => { feel.key = event.timeStamp }, { capture: true })
    Object.assign(window, { feel })
  })

/** Milliseconds from a key to the painted frame in which something stands on the page; -1 when it has not come after two seconds. The page watches before the key is pressed. */
const painted = async (page: Page, selector: string, press: () => Promise<void>, value?: string): Promise<number> => {
  await page.evaluate(
    ([wanted, text]) => {
      const feel = (window as unknown as { feel: { key: number; wait: Promise<number> } }).feel
      feel.key = 0
      feel.wait = new Promise<number>((resolve) => {
        const there = (): boolean => {
          const found = document.querySelector(wanted ?? '')
          return found !== null && feel.key > 0 && (text === null || (found instanceof HTMLInputElement ? found.value : (found.textContent ?? '')).includes(text ?? ''))
        }
        const late = setTimeout(() => done(-1), 2000)
        const watcher = new MutationObserver(() => look())
        const done = (time: number): void => {
          clearTimeout(late)
          watcher.disconnect()
          removeEventListener('input', look)
          resolve(time)
        }
        let seen = false
        const look = (): void => {
          if (seen || !there()) return
          seen = true
          // The task after the frame's callbacks begins when the frame has been handed over.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => done(performance.now() - feel.key)
            port2.postMessage('')
          })
        }
        watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        addEventListener('input', look)
      })
    },
    [selector, value ?? null] as const,
  )
  await press()
  return page.evaluate(() => (window as unknown as { feel: { wait: Promise<number> } }).feel.wait)
}

const kept = (samples: readonly number[]): readonly number[] => samples.filter((sample) => sample >= 0)

/** In the intake form: the echo of letters in the name, and the finding at a wrong identity number. */
const form = async (page: Page, url: string): Promise<{ readonly echo: number[]; readonly finding: number[] }> => {
  await page.goto(`${url}/marriage/new`)
  const name = '[data-field="parties.0.name"] input'
  await page.waitForSelector(name)
  await install(page)
  const echo: number[] = []
  for (let round = 0; round < 6; round += 1) {
    await page.locator(name).fill('')
    await page.locator(name).focus()
    let typed = ''
    for (const letter of 'zhangsanfeng') {
      typed += letter
      echo.push(await painted(page, name, () => page.keyboard.press(letter), typed))
    }
  }
  const number = '[data-field="parties.0.identityNumber"] input'
  const finding: number[] = []
  for (let round = 0; round < 15; round += 1) {
    await page.locator(number).fill('')
    await page.locator(number).press('Tab')
    await page.waitForFunction(() => document.querySelector('[data-field="parties.0.identityNumber"] .stop') === null)
    await page.locator(number).focus()
    const first17 = `99010119900101${String(100 + round)}`
    await page.keyboard.insertText(first17 + (checkDigit17(first17) === '0' ? '1' : '0'))
    finding.push(await painted(page, '[data-field="parties.0.identityNumber"] .stop', () => page.keyboard.press('Tab')))
  }
  return { echo, finding }
}

/** In the search box: a list of hits after a key, each time another beginning. */
const search = async (page: Page): Promise<number[]> => {
  const taken: number[] = []
  for (const query of [...'wlzcxsmhgybdjf']) {
    await page.locator('#desk-search').focus()
    taken.push(await painted(page, '.search-hits li', () => page.keyboard.press(query)))
    await page.keyboard.press('Escape')
    await page.waitForSelector('.search-hits', { state: 'detached' })
  }
  return taken
}

/** F8 on cases handed over: until the paper stands in its frame. */
const preview = async (page: Page, url: string, ids: readonly string[]): Promise<number[]> => {
  const taken: number[] = []
  for (const id of ids) {
    await page.goto(`${url}/marriage/${id}`)
    await page.waitForLoadState('networkidle')
    await install(page)
    taken.push(await painted(page, '.preview-dialog iframe[src^="blob:"]', () => page.keyboard.press('F8')))
    await page.keyboard.press('Escape')
  }
  return taken
}

/** A clerk at the desk in Chromium: the form and the previews in a sample office, the search also at the full register. */
export const measure: Measure = async (options) => {
  await loadedFolder(options)
  const folder = mkdtempSync(join(root, '.lantai', 'feel-'))
  const browser = await chromium.launch(launchOptions)
  const sample = await startShell(folder, ['--sample'])
  try {
    const page = await (await browser.newContext()).newPage()
    const [account] = sampleAccounts
    await signIn(page, sample.url, account?.account ?? '', account?.password ?? '')
    const { echo, finding } = await form(page, sample.url)
    await page.goto(`${sample.url}/marriage`)
    const previews = await preview(page, sample.url, Array.from({ length: 8 }, (_, index) => `sample-${String(100 + index * 60).padStart(6, '0')}`))
    await sample.stop()
    const full = await startShell(folderOf(options.cases))
    const wide = await (await browser.newContext()).newPage()
    await signIn(wide, full.url, clerk, password)
    await install(wide)
    const searches = await search(wide)
    await full.stop()
    const figure = (id: string, samples: readonly number[], share: number, note: string) => ({ id, value: round(percentile(kept(samples), share), 1), beside: [], note: `${spread(kept(samples))}${kept(samples).length < samples.length ? `, ${samples.length - kept(samples).length} never came` : ''}; ${note}` })
    return [
      figure('feel.echo', echo, 0.5, 'letters in the name of the intake form, to the painted frame'),
      figure('feel.finding', finding, 0.95, 'a wrong check digit, from Tab to the painted note'),
      figure('feel.search', searches, 0.95, `one letter in the search box at ${options.cases} marriages`),
      { id: 'feel.preview', value: round(median(kept(previews)), 0), beside: [], note: `${spread(kept(previews))}; F8 on cases handed over, each another` },
    ]
  } finally {
    await browser.close()
    await sample.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
