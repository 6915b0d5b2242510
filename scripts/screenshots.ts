/**
 * Takes the pictures of docs/screenshots anew: `node scripts/screenshots.ts [NAME]…` after a build.
 * It starts a desk with a sample office in a folder of its own, its clock set to a morning at the counter, and opens each page in Chromium; nothing else is touched.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../tests/e2e/browser.ts'

interface Look { readonly language?: 'zh' | 'en'; readonly shade?: 'light' | 'dark' }
interface Shot {
  readonly name: string
  readonly account: 'clerk1' | 'manager' | 'admin' | 'audit'
  /** The address, or how it is found through the door. */
  readonly path: string | ((ask: Ask) => Promise<string>)
  readonly look?: Look
  /** What is done on the page before the picture. */
  readonly act?: (page: Page) => Promise<void>
}
type Ask = <T>(path: string) => Promise<T>
interface Rows { readonly rows: readonly { readonly id: string }[] }

const root = join(import.meta.dirname, '..')
const kept = join(root, 'docs', 'screenshots')
const english: Look = { language: 'en' }
/** A Wednesday without anything particular. */
const morning = '2026-07-15T10:40:00+08:00'
const dark: Look = { shade: 'dark' }
const englishDark: Look = { language: 'en', shade: 'dark' }

const firstOf = (list: string, page: string) => async (ask: Ask): Promise<string> => {
  const { rows } = await ask<Rows>(`${list}&limit=20`)
  if (rows[0] === undefined) throw new Error(`the sample has none of ${list}`)
  return `${page}/${rows[0].id}`
}
const newCouple = async (page: Page): Promise<void> => {
  for (const card of ['程知远|男|汉|19960214|示例市示例区槐荫路 7 号|990101199602147117|示例市公安局示例分局|20230601|20430601', '林书月|女|汉|20060820|示例市示例区柳泉街 12 号|990101200608207227|示例市公安局示例分局|20230601|20330601']) {
    await page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, card)
    await page.waitForTimeout(600)
    for (const code of ['1', '21', '2']) {
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
    }
  }
}
/** The first marriage of this office that a divorce of it ended. */
const dissolved = async (ask: Ask): Promise<string> => {
  const { rows } = await ask<Rows>('/api/divorces?standing=delivered&limit=200')
  for (const { id } of rows) {
    const { file } = await ask<{ file: { marriage: { caseId: string } } }>(`/api/divorces/${id}`)
    if (file.marriage.caseId !== '') return `/marriage/${file.marriage.caseId}`
  }
  throw new Error('the sample has no divorce of a marriage in the register')
}
const toSection = (id: string) => async (page: Page): Promise<void> => {
  const section = page.locator(`[data-section="${id}"]`)
  await section.waitFor()
  await section.evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
}
/** A niche of the sample's columbarium, which has twenty thousand, in which two lie. */
const fullNiche = async (ask: Ask): Promise<string> => {
  const [cemetery, section] = ['sample-columbarium', '一层']
  const { rows } = await ask<{ rows: readonly { readonly row: string; readonly level: number; readonly states: string }[] }>(`/api/cemeteries/${cemetery}/board?section=${encodeURIComponent(section)}`)
  const found = rows.find(({ states }) => states.includes('o'))
  if (found === undefined) throw new Error('nobody lies in the columbarium of the sample')
  const plot = `${cemetery}/${section}/${found.row}/${String(found.level)}-${String(found.states.indexOf('o') + 1)}`
  return `/burial/plots/${cemetery}?${new URLSearchParams({ section, plot }).toString()}`
}
/** A bill of the four basic items, a vigil of three days and an urn, quoted while it is typed. */
const quoted = async (page: Page): Promise<void> => {
  const fees = page.locator('[data-section="fees"]')
  await fees.getByRole('button', { name: '带入四项基本服务' }).click()
  await fees.getByRole('row', { name: /遗体火化/ }).waitFor()
  const add = fees.getByRole('combobox', { name: '加收费项目' })
  for (const item of ['守灵厅（小）', '骨灰盒']) {
    await add.fill(item)
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
  }
  await fees.getByRole('textbox', { name: '守灵厅（小）的数量' }).fill('3')
  const answered = fees.getByText(/^已问明/)
  await answered.click()
  for (const question of ['在殡仪馆集中办丧', '最低生活保障对象（低保）']) await fees.getByRole('radiogroup', { name: question }).getByRole('radio', { name: '是', exact: true }).click()
  await page.waitForTimeout(1200)
  if (await answered.isVisible()) await answered.click()
  await fees.evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
}
const toTop = (page: Page): Promise<void> => page.evaluate(() => { scrollTo(0, 0); document.querySelector('main')?.scrollTo(0, 0) })
const preview = async (page: Page): Promise<void> => {
  await page.locator('[data-section="certificates"], [data-section="delivery"]').first().waitFor()
  await page.keyboard.press('F8')
  await page.locator('.preview-dialog').waitFor()
  await page.waitForTimeout(4000)
  // The second sheet has the facts.
  await page.mouse.move(683, 400)
  await page.mouse.wheel(0, 480)
}

const shots: readonly Shot[] = [
  { name: 'journal-en-dark', account: 'audit', path: '/journal', look: englishDark },
  { name: 'today', account: 'clerk1', path: '/' },
  { name: 'today-en-dark', account: 'manager', path: '/', look: englishDark },
  { name: 'worklist', account: 'clerk1', path: '/worklist' },
  { name: 'marriage-case', account: 'clerk1', path: '/marriage/new', act: newCouple },
  { name: 'marriage-certificate', account: 'clerk1', path: firstOf('/api/marriages?state=registered', '/marriage'), act: preview },
  { name: 'marriage-ended', account: 'clerk1', path: dissolved, act: toSection('endings') },
  { name: 'divorce-list', account: 'clerk1', path: '/divorce' },
  { name: 'divorce-cooling-off', account: 'clerk1', path: firstOf('/api/divorces?standing=coolingOff', '/divorce'), act: toTop },
  { name: 'divorce-issuing', account: 'clerk1', path: firstOf('/api/divorces?standing=issuing', '/divorce'), act: toSection('agreement') },
  { name: 'divorce-registered', account: 'clerk1', path: firstOf('/api/divorces?standing=registered', '/divorce') },
  { name: 'divorce-certificate', account: 'clerk1', path: firstOf('/api/divorces?standing=registered', '/divorce'), act: preview },
  { name: 'divorce-en-dark', account: 'clerk1', path: firstOf('/api/divorces?standing=issuanceOpen', '/divorce'), look: englishDark },
  { name: 'reissue', account: 'clerk1', path: firstOf('/api/reissues?state=received', '/reissue') },
  { name: 'statistics', account: 'manager', path: '/statistics/marriage-status?from=2026-01-01&to=2026-06-30' },
  { name: 'statistics-en', account: 'manager', path: '/statistics/divorce-duration?from=2026-01-01&to=2026-06-30', look: english },
  { name: 'matters', account: 'manager', path: '/statistics/matters?from=2026-01-01&to=2026-06-30' },
  { name: 'peak-dark', account: 'manager', path: '/peak?day=2026-05-20', look: dark, act: (page) => page.keyboard.press('f') },
  { name: 'burial-list', account: 'clerk1', path: '/burial' },
  { name: 'burial-case', account: 'clerk1', path: firstOf('/api/burials?list=inHome', '/burial'), act: toTop },
  { name: 'burial-waiver', account: 'clerk1', path: firstOf('/api/burials?list=inHome', '/burial'), act: quoted },
  { name: 'burial-plots', account: 'clerk1', path: '/burial/plots' },
  { name: 'burial-board', account: 'clerk1', path: fullNiche },
  { name: 'burial-board-en-dark', account: 'clerk1', path: fullNiche, look: englishDark },
  { name: 'burial-waivers', account: 'manager', path: '/burial/waivers?from=2026-06-01&to=2026-06-30' },
  { name: 'burial-policies', account: 'manager', path: '/burial/policies' },
  { name: 'burial-policy', account: 'manager', path: '/burial/policies/SAMPLE-2020', act: async (page) => { await page.getByRole('heading', { name: '谁能享受' }).first().evaluate((element) => { element.scrollIntoView({ block: 'start' }) }) } },
  { name: 'burial-tables', account: 'manager', path: '/burial/tables?from=2026-06-01&to=2026-06-30&table=month' },
  { name: 'burial-tables-en', account: 'manager', path: '/burial/tables?from=2026-01-01&to=2026-06-30&table=waiver.months', look: english },
  { name: 'burial-closing', account: 'manager', path: '/burial/tables?from=2026-06-01&to=2026-06-30&table=closing' },
  { name: 'burial-facilities', account: 'manager', path: '/burial/facilities?approved=yes' },
  { name: 'burial-relocation', account: 'clerk1', path: '/burial/relocation?from=2025-07-15&to=2026-07-14' },
  { name: 'burial-illegal', account: 'manager', path: '/burial/grounds?part=illegal' },
  { name: 'archive', account: 'clerk1', path: '/archive' },
  { name: 'archive-boxes', account: 'manager', path: '/archive/boxes' },
  { name: 'inspection', account: 'manager', path: '/inspection', act: (page) => page.getByRole('button', { name: '今年' }).click().then(() => page.waitForTimeout(6000)) },
  { name: 'stock', account: 'manager', path: '/stock' },
  { name: 'day-sheet', account: 'manager', path: '/day' },
  { name: 'calendar', account: 'admin', path: '/settings/calendar' },
  { name: 'papers', account: 'admin', path: '/settings/papers' },
  { name: 'settings', account: 'admin', path: '/settings/items' },
  { name: 'rules', account: 'clerk1', path: '/rules' },
]

const folder = mkdtempSync(join(tmpdir(), 'lantai-screenshots-'))
const desk = spawn(process.execPath, [join(root, 'tests', 'e2e', 'clocked', 'server.ts'), '--data', join(folder, 'data'), '--clock', morning, '--sample'], { stdio: ['pipe', 'pipe', 'inherit'] })
const browser = await chromium.launch(launchOptions)
let failures = 0
try {
  let [url, passwords]: [string, ReadonlyMap<string, string>] = ['', new Map()]
  for await (const line of createInterface({ input: desk.stdout })) {
    if (line.startsWith('{"accounts"')) passwords = new Map((JSON.parse(line) as { accounts: { account: string; password: string }[] }).accounts.map(({ account, password }) => [account, password]))
    url = /^Lantai is ready at (\S+)$/.exec(line)?.[1] ?? ''
    if (url !== '') break
  }
  mkdirSync(kept, { recursive: true })
  const wanted = process.argv.slice(2)
  for (const { name, account, path, look, act } of shots) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: look?.language === 'en' ? 'en-GB' : 'zh-CN', timezoneId: 'Asia/Shanghai' })
    try {
      const page = await context.newPage()
      await page.clock.setFixedTime(morning)
      page.setDefaultTimeout(15_000)
      await page.goto(url)
      await page.evaluate((value) => { localStorage.setItem('lantai.preferences', value) }, JSON.stringify({ language: 'zh', shade: 'light', size: 14, counter: '2', ...look }))
      await page.goto(url)
      await page.locator('[data-field=account] input').fill(account)
      await page.locator('input[type=password]').fill(passwords.get(account) ?? '')
      await page.keyboard.press('Enter')
      await page.locator('.frame h1').waitFor()
      const ask: Ask = (address) => page.evaluate(async (to) => {
        const response = await fetch(to, { headers: { authorization: `Bearer ${sessionStorage.getItem('lantai.token') ?? ''}` } })
        if (!response.ok) throw new Error(`${String(response.status)} ${to} ${await response.text()}`)
        return response.json()
      }, address)
      await page.goto(new URL(typeof path === 'string' ? path : await path(ask), url).href)
      await page.locator('.frame h1').waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(500)
      await act?.(page)
      await page.waitForTimeout(700)
      await page.screenshot({ path: join(kept, `${name}.png`) })
      console.log(name)
    } catch (error) {
      failures += 1
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      await context.close()
    }
  }
} finally {
  await browser.close()
  desk.kill('SIGTERM')
  await once(desk, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
