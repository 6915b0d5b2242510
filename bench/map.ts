import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { openRegister } from '../db/register.ts'
import type { Action, Actor } from '../domain/action.ts'
import { civilDate } from '../domain/dates.ts'
import { seeded } from '../sample/random.ts'
import { launchOptions } from '../tests/e2e/browser.ts'
import { drawnAfter, framesDuring, signIn, slowShare } from './browser.ts'
import { clerk, password, perTransaction, setUp } from './folder.ts'
import type { Measure } from './measure.ts'
import { median, percentile, root, round, spread } from './measure.ts'
import { city } from './place-names-city.ts'
import { startShell } from './process.ts'

/** Lines on the map, and bends of each. */
const lines = 5000
const bends = 16
const opens = 7

/** So many streets of a city on some thirty kilometres square, each of a length and with the bends that real ones have. */
function* streets(): Generator<readonly [Actor, Action]> {
  const random = seeded(11)
  let left = lines
  for (const entry of city(lines * 3, civilDate('2026-01-02'))) {
    const [actor, action] = entry
    const body = action.body as { readonly facts: { readonly kind: string }; readonly names: readonly { readonly standing: string }[] }
    if (body.facts.kind !== 'STREET') continue
    const [x, y] = [120.4 + random.next() * 0.3, 31.2 + random.next() * 0.25]
    let way = random.next() * Math.PI * 2
    const path: [number, number][] = [[x, y]]
    for (let bend = 1; bend < bends; bend += 1) {
      way += (random.next() - 0.5) * 0.5
      const [px, py] = path[bend - 1] ?? [x, y]
      path.push([Number((px + Math.cos(way) * 0.0009).toFixed(6)), Number((py + Math.sin(way) * 0.0008).toFixed(6))])
    }
    yield [actor, { ...action, body: { ...body, names: body.names.filter(({ standing }) => standing === 'standard'), geometry: { geometry: { type: 'LineString', coordinates: path }, declared: 'CGCS2000', source: '量度数据' } } }]
    left -= 1
    if (left === 0) return
  }
}

/** Milliseconds from the click on the tab of the map to the painted frame in which its lines stand. */
const open = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/place-names/gazetteer`)
  await page.waitForSelector('.data-row')
  await page.waitForLoadState('networkidle')
  return drawnAfter(page, { selector: '.map-plane', data: 'features', least: lines }, () => page.locator('a[href="/place-names/map"]').first().click())
}

const ways = [[480, 0], [-480, 0], [-480, 0], [480, 0], [0, 170], [0, -170], [0, -170], [0, 170]] as const
/** The map dragged to all sides and back, as fast as a hand does it. */
const drag = async (page: Page, selector: string): Promise<void> => {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error('the map is not there')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  for (const [dx, dy] of ways) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 20; step += 1) {
      await page.mouse.move(x + (dx * step) / 20, y + (dy * step) / 20)
      await new Promise((resolve) => setTimeout(resolve, 12))
    }
    await page.mouse.up()
  }
}

/** The map of five thousand lines in Chromium: until it is drawn, and how it pans, from the whole of them to a quarter of a town. */
export const measure: Measure = async () => {
  mkdirSync(join(root, '.lantai'), { recursive: true })
  const folder = mkdtempSync(join(root, '.lantai', 'map-'))
  const register = openRegister({ folder })
  await setUp(register, civilDate('2026-01-02'), ['place-names'])
  await register.bulk(streets(), { perTransaction, alone: true })
  await register.close()
  const shell = await startShell(folder)
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await signIn(page, shell.url, clerk, password)
    const drawn: number[] = []
    for (let round = 0; round < opens; round += 1) drawn.push(await open(page, shell.url))
    const frames: number[] = []
    const notes: string[] = []
    for (const [zoom, name] of ['all', 'closer', 'near', 'nearest'].entries()) {
      if (zoom > 0) for (let press = 0; press < 2; press += 1) await page.locator('.map-tools button').first().click()
      await page.waitForTimeout(1500)
      const taken = await framesDuring(page, () => drag(page, '.map-place'))
      notes.push(`${name}: ${taken.length} frames, p95 ${round(percentile(taken, 0.95), 1)} ms, longest ${round(Math.max(...taken), 0)} ms`)
      frames.push(...taken)
    }
    const bare = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await bare.setContent('<div id="place" style="position:fixed;inset:100px;background:repeating-linear-gradient(45deg,#fff 0 20px,#ddd 20px 40px)"></div>')
    const idle = await framesDuring(bare, () => drag(bare, '#place'))
    return [
      { id: 'map.drawn', value: round(median(drawn), 0), beside: [], note: `${spread(drawn)}; from the click on the tab to the painted map, ${lines} lines of ${bends} points` },
      { id: 'map.slow', value: round(slowShare(frames), 2), beside: [`the same drag over a page without script: ${round(slowShare(idle), 2)} % of ${idle.length} frames`], note: `${frames.length} frames, p50 ${round(median(frames), 1)} ms, p95 ${round(percentile(frames, 0.95), 1)} ms; ${notes.join('; ')}` },
    ]
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
