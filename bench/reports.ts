import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { addDays, civilDate, monthRange, shiftMonth } from '../domain/dates.ts'
import type { TallyBook } from '../domain/reports/shapes.ts'
import { launchOptions } from '../tests/e2e/browser.ts'
import { drawnAfter, signIn } from './browser.ts'
import type { OpenDoor } from './door.ts'
import { openDoor } from './door.ts'
import { folderOf, loadedFolder, manager, password } from './folder.ts'
import type { Figure, Measure } from './measure.ts'
import { median, percentile, root, round, spread } from './measure.ts'
import { startShell } from './process.ts'

const closings = 20
const rounds = 5

interface Job { readonly id: string; readonly state: string; readonly result?: { readonly run: string }; readonly error?: unknown }

/** Closes days that nobody has closed yet, each looked at and then signed, as the page does. */
const days = async (door: OpenDoor, lastDay: string): Promise<Figure> => {
  const looks: number[] = []
  const signed: number[] = []
  for (let month = shiftMonth(lastDay.slice(0, 7), -1), count = 0; count < closings; month = shiftMonth(month, -1)) {
    const { days: listed } = await door.ask<{ days: readonly { day: string; count: number; closed: boolean }[] }>('GET', `/api/days?month=${month}`)
    for (const { day } of listed.filter((one) => one.count > 0 && !one.closed).slice(0, closings - count)) {
      const start = performance.now()
      const { seen } = await door.ask<{ seen: string }>('GET', `/api/days/${day}`)
      looks.push(performance.now() - start)
      signed.push((await door.time('POST', `/api/days/${day}/closing`, { seen, note: '' })).wall)
      count += 1
    }
  }
  return { id: 'reports.day', value: round(percentile(signed, 0.95), 1), beside: [], note: `closing ${spread(signed)}, with a real commit; the figures of the day before it ${spread(looks)}` }
}

/** A tally with everything that is printed of it: the book, its PDF and its workbook. */
const tally = async (door: OpenDoor, id: string, from: string, to: string): Promise<{ readonly figure: Figure; readonly book: TallyBook }> => {
  const wholes: number[] = []
  const parts: Record<'book' | 'sheet' | 'workbook', number[]> = { book: [], sheet: [], workbook: [] }
  let book: TallyBook | undefined
  for (let count = 0; count < rounds; count += 1) {
    // Something is written before each, so that nothing kept of the last one answers.
    await door.ask('PUT', '/api/preferences/bench', { value: count })
    await door.ask('GET', `/api/days?month=${to.slice(0, 7)}`)
    const taken = async (part: keyof typeof parts, path: string): Promise<void> => { parts[part].push((await door.time('GET', path)).wall) }
    const period = `from=${from}&to=${to}&now=true`
    await taken('book', `/api/tally?${period}`)
    await taken('sheet', `/api/tally/sheet?${period}`)
    await taken('workbook', `/api/tally/workbook?${period}`)
    wholes.push((parts.book.at(-1) ?? 0) + (parts.sheet.at(-1) ?? 0) + (parts.workbook.at(-1) ?? 0))
    book ??= (await door.ask<{ book: TallyBook }>('GET', `/api/tally?${period}`)).book
  }
  const broken = book?.tables.flatMap(({ identities }) => identities).find(({ holds }) => !holds)
  if (book === undefined || broken !== undefined) throw new Error(`the tally does not hold: ${broken?.line.zh ?? ''}`)
  const [first = Number.NaN] = wholes
  return { book, figure: { id, value: round(first / 1000, 2), beside: [], note: `${book.tables.length} tables, ${book.indicators.length} indicators; the first time; book ${round(parts.book[0] ?? 0, 0)}, PDF ${round(parts.sheet[0] ?? 0, 0)}, XLSX ${round(parts.workbook[0] ?? 0, 0)} ms; again, median ${round(median(wholes) / 1000, 2)} s` } }
}

/** The compliance report of a year and of the one before, as the page runs it. */
const compliance = async (door: OpenDoor, lastDay: string): Promise<Figure> => {
  const rates: number[] = []
  let said = ''
  for (let count = 0; count <= rounds; count += 1) {
    const start = performance.now()
    let job = await door.ask<Job>('POST', '/api/compliance', { from: addDays(civilDate(lastDay), -364), to: lastDay })
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20))
      job = await door.ask<Job>('GET', `/api/jobs/${job.id}`)
    }
    if (job.state !== 'done' || job.result === undefined) throw new Error(`the report was not run: ${JSON.stringify(job)}`)
    const seconds = (performance.now() - start) / 1000
    const { content } = await door.ask<{ content: { total: number; passed: number; failed: number; unexamined: number; previous: { total: number } } }>('GET', `/api/compliance/${job.result.run}`)
    rates.push((content.total + content.previous.total) / seconds)
    said = `${content.total} cases of the year (${content.passed} passed, ${content.failed} failed, ${content.unexamined} unexamined) and ${content.previous.total} of the one before`
  }
  const [first, ...warm] = rates
  return { id: 'reports.compliance', value: round(median(warm), 0), beside: [], note: `${said}; median of ${rounds} runs; the first, which starts the threads, ${round(first ?? 0, 0)} cases/s` }
}

/** The dashboard from the click on its entry to the first figure that can be followed, in Chromium, at the full register. */
const dashboard = async (cases: number): Promise<Figure> => {
  const shell = await startShell(folderOf(cases))
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await signIn(page, shell.url, manager, password)
    const taken: number[] = []
    for (let count = 0; count < 7; count += 1) {
      await page.goto(`${shell.url}/rules`)
      await page.waitForLoadState('networkidle')
      taken.push(await drawnAfter(page, { selector: '.dashboard [data-card="month"] td :is(a, button)' }, () => page.locator('nav a[href="/dashboard"]').first().click()))
    }
    return { id: 'reports.dashboard', value: round(percentile(taken, 0.95) / 1000), beside: [], note: `${spread(taken)}; the first ${round(taken[0] ?? 0, 0)} ms; Chromium ${browser.version()}` }
  } finally {
    await browser.close()
    await shell.stop()
  }
}

/** The largest resident set of a process that writes a year's workbook in its printing worker. */
const memory = (book: TallyBook): Figure => {
  const folder = mkdtempSync(join(root, '.lantai', 'reports-'))
  try {
    const file = join(folder, 'book.json')
    writeFileSync(file, JSON.stringify(book))
    const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'workbook.ts'), file], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const { memory: used, bytes } = JSON.parse(stdout) as { memory: number; bytes: number }
    return { id: 'reports.memory', value: round(used, 0), beside: [], note: `a workbook of ${round(bytes / 1000, 0)} kB, the printing worker with all its papers and the book itself included` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Day close, tallies, compliance report and dashboard of a register of so many cases. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const figures: Figure[] = []
  const door = await openDoor(options.cases, manager)
  let book: TallyBook
  try {
    figures.push(await days(door, lastDay))
    const month = monthRange(shiftMonth(lastDay.slice(0, 7), -1))
    figures.push((await tally(door, 'reports.month', month.from, month.to)).figure)
    const last = Number(lastDay.slice(0, 4)) - 1
    const year = await tally(door, 'reports.year', `${last}-01-01`, `${last}-12-31`)
    figures.push(year.figure)
    ;({ book } = year)
    figures.push(await compliance(door, lastDay))
  } finally {
    await door.close()
  }
  figures.push(memory(book), await dashboard(options.cases))
  return figures
}
