import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { launchOptions } from '../tests/e2e/browser.ts'
import { sampleAccounts } from '../sample/accounts.ts'
import type { Measure } from './measure.ts'
import { median, root, round } from './measure.ts'
import { startShell } from './process.ts'

const loads = 7

/** Opens the desk in Chromium, each time in a fresh context, until its first field takes a key; weighs the script that took. */
export const measure: Measure = async () => {
  const folder = mkdtempSync(join(root, '.lantai', 'desk-'))
  const shell = await startShell(folder, ['--sample'])
  const browser = await chromium.launch(launchOptions)
  try {
    const taken: number[] = []
    const weights: number[] = []
    let afterSignIn = 0
    for (let load = 0; load < loads; load += 1) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const scripts = new Map<string, number>()
      const reading: Promise<void>[] = []
      page.on('response', (response) => {
        if (/\.js(\?|$)/.test(response.url())) reading.push(response.body().then((body) => void scripts.set(response.url(), gzipSync(body, { level: 9 }).length), () => undefined))
      })
      const start = performance.now()
      await page.goto(shell.url, { waitUntil: 'commit' })
      await page.waitForSelector('input:focus')
      await page.keyboard.press('c')
      await page.waitForFunction(() => document.querySelector('input')?.value === 'c')
      taken.push((performance.now() - start) / 1000)
      await Promise.all(reading)
      weights.push([...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000)
      if (load === loads - 1) {
        const [account] = sampleAccounts
        await page.keyboard.type((account?.account ?? '').slice(1))
        await page.locator('input[type=password]').fill(account?.password ?? '')
        await page.keyboard.press('Enter')
        await page.waitForSelector('nav')
        await page.waitForLoadState('networkidle')
        await Promise.all(reading)
        afterSignIn = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000
      }
      await context.close()
    }
    return [
      { id: 'desk.interactive', value: round(median(taken)), beside: [], note: `${loads} loads with a cold cache, ${round(Math.min(...taken))} to ${round(Math.max(...taken))} s, Chromium ${browser.version()}` },
      { id: 'desk.script', value: round(median(weights), 0), beside: [], note: `the sign-in page; with the front page after it ${round(afterSignIn, 0)} kB` },
    ]
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
