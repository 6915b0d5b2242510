import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { launchOptions } from '../tests/e2e/browser.ts'
import { drawnAfter, framesDuring, signIn, slowShare } from './browser.ts'
import type { Measure } from './measure.ts'
import { median, percentile, root, round, spread } from './measure.ts'
import { startShell } from './process.ts'

/** Rows of the board and plots in a row: twenty thousand plots. */
const rows = 100
const columns = 200
const opens = 7
const password = 'board-bench-1949'
const cemeteryName = '量度公墓（示例）'
const code = '1'

/** A client of the door with the token of an account. */
const deskOf = (url: string) => {
  let token = ''
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(url + path, { method, headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) }, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 300)}`)
    return (await response.json()) as T
  }
  return {
    ask,
    signIn: async (account: string): Promise<void> => {
      token = (await ask<{ token: string }>('POST', '/api/session', { account, password, counter: '1' })).token
    },
  }
}

/** An office with one section of twenty thousand plots; a part of them reserved, contracted and occupied, terms that end and have run out among them. The id of the cemetery. */
const layOut = async (url: string): Promise<string> => {
  const { ask, signIn } = deskOf(url)
  await ask('POST', '/api/office/set-up', { name: '量度殡葬服务中心（示例）', area: '430603', fonds: '9901', windows: ['burial'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'admin', name: '管理员', password } })
  await signIn('admin')
  await ask('POST', '/api/accounts', { account: 'clerk', name: '登记员', role: 'registrar', counter: '1', certifiedUntil: '2099-12-31', scope: 'all', password })
  await signIn('clerk')
  const { today } = await ask<{ today: string }>('GET', '/api/office')
  const { id } = await ask<{ id: string }>('POST', '/api/cemeteries', { facts: { name: cemeteryName, kind: 'publicCemetery', area: '430603', township: '', foundedOn: '2005-04-05', standing: 'approved', document: '1', authority: '1' }, answers: [] })
  await ask('POST', `/api/cemeteries/${id}/sections`, { section: { code, name: '一区', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, eco: false, rows: Array.from({ length: rows }, (_, index) => ({ row: String(index + 1), levels: 1, columns })) }, answers: [] })
  const holder = { name: '王一', identityNumber: '430603195001010011', phone: '', relation: 'child', area: '', villager: '' }
  const year = Number(today.slice(0, 4))
  for (let row = 1; row <= rows; row += 4)
    for (let number = 1; number <= columns; number += 13) {
      const plot = `${id}/${code}/${row}/${number}`
      const act = (revision: number, body: Record<string, unknown>): Promise<unknown> => ask('POST', '/api/plots/acts', { plot, revision, act: body })
      const kind = (row + number) % 5
      if (kind === 0) {
        // As long as an office reserves.
        await act(0, { kind: 'reserved', day: today, until: new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10), holder })
        continue
      }
      // Agreements of twenty years that run out, end soon, or run on.
      const day = `${year - [21, 20, 19, 5][(row + number) % 4]!}-12-0${1 + (number % 9)}`
      await act(0, { kind: 'contracted', day, to: `${Number(day.slice(0, 4)) + 20}${day.slice(4)}`, holder, feeFen: 680_000, upkeepFen: 160_000, proof: '1', preNeed: null, slip: '', answers: [] })
      for (let lying = 0; lying < kind - 2; lying += 1) await act(1 + lying, { kind: 'interred', deceased: `王${lying}`, key: `${row}-${number}-${lying}`, caseId: '', how: 'plot', proof: '1', day, movedFrom: '', answers: [] })
    }
  return id
}

/** Milliseconds from the click on the section to the painted frame in which its tiles stand. */
const open = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/burial/plots`)
  await page.waitForSelector('.cemetery-card td a')
  await page.waitForLoadState('networkidle')
  return drawnAfter(page, { selector: '.plot-tile' }, () => page.locator('.cemetery-card th a').first().click())
}

/** A swipe of the wheel as a hand does it, by the browser's own input; the lengths of all frames meanwhile in ms. */
const scroll = async (page: Page, session: CDPSession, distance: { readonly x: number; readonly y: number }): Promise<readonly number[]> => {
  const box = await page.locator('.plot-scroll').boundingBox()
  if (box === null) throw new Error('the board is not there')
  return framesDuring(page, () => session.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, xDistance: -distance.x, yDistance: -distance.y, speed: 2400, gestureSourceType: 'mouse', preventFling: true }))
}

/** The same wheel over a page that has nothing to do: what the browser and the machine alone lose meanwhile. */
const idle = async (page: Page): Promise<readonly number[]> => {
  await page.setContent('<div class="plot-scroll" style="position:fixed;inset:100px;overflow:auto"><div style="width:9000px;height:9000px;background:repeating-linear-gradient(45deg,#fff 0 20px,#ddd 20px 40px)"></div></div>')
  const session = await page.context().newCDPSession(page)
  const taken: number[] = []
  for (const distance of [{ x: 0, y: 3000 }, { x: 3000, y: 0 }, { x: 0, y: -3000 }, { x: -3000, y: 0 }]) taken.push(...(await scroll(page, session, distance)))
  return taken
}

/** The plot board of twenty thousand plots in Chromium: until it is drawn, and how it scrolls; in every size of a plot. */
export const measure: Measure = async () => {
  const folder = mkdtempSync(join(root, '.lantai', 'board-'))
  const shell = await startShell(folder)
  const browser = await chromium.launch(launchOptions)
  try {
    await layOut(shell.url)
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await signIn(page, shell.url, 'clerk', password)
    const drawn: number[] = []
    for (let round = 0; round < opens; round += 1) drawn.push(await open(page, shell.url))
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const worked = async (): Promise<number> => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    const frames: number[] = []
    const before = await worked()
    const notes: string[] = []
    for (const [zoom] of ['widest', 'small', 'medium', 'large'].entries()) {
      await page.locator('.plot-tools .choices button').nth(zoom).click()
      await page.locator('.plot-scroll').evaluate((place) => place.scrollTo(0, 0))
      await page.waitForTimeout(300)
      const taken: number[] = []
      for (const distance of [{ x: 0, y: 3000 }, { x: 3000, y: 0 }, { x: 0, y: -3000 }, { x: -3000, y: 0 }]) taken.push(...(await scroll(page, session, distance)))
      notes.push(`${['widest', 'small', 'medium', 'large'][zoom] ?? ''}: ${taken.length} frames, p95 ${round(percentile(taken, 0.95), 1)} ms, longest ${round(Math.max(...taken), 0)} ms`)
      frames.push(...taken)
    }
    const busy = ((await worked()) - before) * 1000
    const bare = await idle(await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage())
    const cells = await page.locator('.plot-tile').count()
    return [
      { id: 'plot-board.drawn', value: round(median(drawn), 0), beside: [], note: `${spread(drawn)}; from the click on the section to the painted board, ${rows * columns} plots` },
      { id: 'plot-board.slow', value: round(slowShare(frames), 2), beside: [`the same wheel over a page without script: ${round(slowShare(bare), 2)} % of ${bare.length} frames`], note: `${frames.length} frames, p50 ${round(median(frames), 1)} ms, p95 ${round(percentile(frames, 0.95), 1)} ms; ${notes.join('; ')}; the page's thread worked ${round(busy / frames.length, 1)} ms a frame on average; ${cells} tiles on the page at the end` },
    ]
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
