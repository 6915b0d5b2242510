/**
 * Takes the pictures of docs/screenshots anew: `node scripts/screenshots.ts [NAME]…` after a build.
 * It starts a desk with a sample office in a folder of its own, its clock set to a morning at the counter, and opens each page in Chromium; papers by themselves are drawn by pdftoppm (poppler). Nothing else is touched.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../tests/e2e/browser.ts'

interface Look { readonly language?: 'zh' | 'en'; readonly shade?: 'light' | 'dark' }
/** A paper by itself: where the door gives it and to whom, which page of it, and the dots an inch of its picture. */
interface PaperShot { readonly name: string; readonly paper: (ask: Ask) => Promise<string>; readonly account?: Shot['account']; readonly page?: number; readonly dots?: number }
interface Shot {
  readonly name: string
  readonly account: 'clerk1' | 'manager' | 'admin' | 'audit'
  /** The address, or how it is found through the door. */
  readonly path: string | ((ask: Ask) => Promise<string>)
  readonly look?: Look
  /** What is done on the page before the picture. */
  readonly act?: (page: Page) => Promise<void>
}
/** Reads by the door, or writes when there is something to send. */
type Ask = <T>(path: string, body?: object) => Promise<T>
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
/** What matters of a place name's form, filled in for a road whose name sounds as another one does. */
const newRoad = async (page: Page): Promise<void> => {
  const names = page.locator('[data-section="names"]')
  const field = (path: string) => names.locator(`[data-field="items.1.${path}"]`)
  const type = async (path: string, value: string): Promise<void> => { await field(path).locator('input, textarea').first().fill(value) }
  await field('kind').locator('input').fill('街路巷')
  await page.keyboard.press('Tab')
  await type('name', '天鹿路')
  await type('meaning', '取“天鹿”之意，与周边道路名称成组。')
  await page.waitForTimeout(1500)
  const known = names.locator('.name-part-box.known')
  await known.locator('table, .clash').first().waitFor()
  const map = known.getByRole('button', { name: '看图' })
  if (await map.isVisible()) await map.click()
  await page.waitForTimeout(1500)
  await field('name').first().evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, -100)
}
/** A table of roads with what such tables bring: a merged cell, two names in one cell, a road that stands already, a length that is no number. */
const roadTable = [
  '序号,道路名称,所在乡镇,起点,终点,走向,长度（米）,宽度（米）,来历',
  '1,沈家浜路,范例镇,菊圃街,东溪村,东西走向,1280,7,以沈家浜村为名', '2,东溪桥路,,沈家浜路,东溪村,南北走向,640,6,在东溪桥旁', '3,茶亭巷,,沈家浜路,茶亭,南北走向,210,4,旧有茶亭', '4,文渊路,,菊圃街,未命名,东西走向,900,7,沿用旧称',
  '5,稻花路,东例镇,兰亭街,西溪村,东西走向,2公里,7,一带种稻', '6,西溪湾路,,稻花路,西溪村,南北走向,约800,6,在西溪湾', '7,荷塘路、莲塘路,,稻花路,荷塘,南北走向,560,5,以荷塘为名', '8,长堤路,,稻花路,例水河,东西走向,1150,6,沿河堤', '9,柿园路,,稻花路,柿园,南北走向,430,5,旧有柿园',
].join('\r\n')
const staged = async (page: Page): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles({ name: '农村道路名称表（示例）.csv', mimeType: 'text/csv', buffer: Buffer.from(roadTable, 'utf8') })
  await page.locator('[data-field=builtUpArea] select').selectOption({ label: '中心城区（示例）' })
  await page.getByRole('button', { name: '读入检查' }).click()
  await page.getByText('按乡镇合计').first().waitFor()
  await page.waitForTimeout(2500)
}
interface CaseWithPapers { readonly papers: readonly { readonly paper: string; readonly number?: string; readonly ready: boolean }[] }
/** The first paper of that name among the cases of a list. */
const casePaper = (list: string, paper: string) => async (ask: Ask): Promise<string> => {
  const { rows } = await ask<Rows>(`${list}&limit=50`)
  for (const { id } of rows) {
    const found = (await ask<CaseWithPapers>(`/api/place-name-cases/${id}`)).papers.find((line) => line.paper === paper && line.ready)
    if (found !== undefined) return `/api/place-name-cases/${id}/papers/${paper}?${new URLSearchParams({ ...(found.number !== undefined && { number: found.number }) }).toString()}`
  }
  throw new Error(`the sample has no ${paper} in ${list}`)
}
const decided = '/api/place-name-cases?act=renaming'
/** Opens sections of a case and brings the first of them to the top. */
const unfold = (...sections: readonly string[]) => async (page: Page): Promise<void> => {
  for (const id of sections) {
    const head = page.locator(`[data-section="${id}"] .fold-head button`)
    if (await head.getAttribute('aria-expanded') === 'false') await head.click()
  }
  await page.waitForTimeout(800)
  await page.locator(`[data-section="${sections[0] ?? ''}"]`).evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
}
const entityCalled = (name: string, page: string) => async (ask: Ask): Promise<string> => {
  const { rows } = await ask<{ rows: readonly { readonly entityId: string; readonly name: string }[] }>(`/api/gazetteer?text=${encodeURIComponent(name)}&limit=20`)
  const found = rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`the sample has no ${name}`)
  return `${page}/${found.entityId}`
}
/** The first number of a street that was confirmed to somebody. */
const confirmedPlate = async (ask: Ask): Promise<string> => {
  const { rows } = await ask<{ rows: readonly { readonly entityId: string }[] }>('/api/plates?limit=20')
  for (const { entityId } of rows) {
    const found = (await ask<{ plates: readonly { readonly key: string; readonly confirmed: object | null }[] }>(`/api/plates/${entityId}`)).plates.find(({ confirmed }) => confirmed !== null)
    if (found !== undefined) return `/api/plates/${entityId}/papers/place-names.plateCertificate?number=${encodeURIComponent(found.key)}`
  }
  throw new Error('no number of the sample was confirmed')
}
const firstProof = async (ask: Ask): Promise<string> => {
  const { rows } = await ask<{ rows: readonly { readonly number: string }[] }>('/api/address-proofs?limit=1')
  return `/api/address-proofs/paper?number=${encodeURIComponent(rows[0]?.number ?? '')}`
}
const halfYear = { from: '2026-01-01', to: '2026-06-30' }
/** The compliance report of the half-year, run and put away the first time that it is asked for. */
const storedReport = async (ask: Ask): Promise<string> => {
  const { reports } = await ask<{ reports: readonly { readonly id: string }[] }>('/api/reports?report=compliance')
  if (reports[0] !== undefined) return reports[0].id
  let job = await ask<{ id: string; state: string; result?: { run: string } }>('/api/compliance', halfYear)
  while (job.state === 'running') {
    await new Promise((done) => { setTimeout(done, 300) })
    job = await ask(`/api/jobs/${job.id}`)
  }
  if (job.result === undefined) throw new Error(`the compliance report is ${job.state}`)
  return (await ask<{ id: string }>('/api/reports', { run: job.result.run, note: '2026 年上半年' })).id
}
/** Cases of the half-year drawn by a seed; most of them were looked at, and one is not in order. */
const drawing = async (ask: Ask): Promise<string> => {
  const { drawings } = await ask<{ drawings: readonly { readonly id: string }[] }>('/api/drawings')
  if (drawings[0] !== undefined) return `/compliance/drawings/${drawings[0].id}`
  const { id } = await ask<{ id: string }>('/api/drawings', { ...halfYear, windows: ['marriage', 'divorce', 'reissue', 'burial', 'place-names'], size: 12, seed: '20260715-0731', note: '半年抽查' })
  const { cases, rules } = await ask<{ cases: readonly { readonly window: string; readonly caseId: string }[]; rules: readonly { readonly window: string; readonly rule: string }[] }>(`/api/drawings/${id}`)
  for (const [index, { window, caseId }] of cases.slice(0, 9).entries()) {
    const failed = index === 4 ? rules.filter((rule) => rule.window === window).slice(0, 1).map(({ rule }) => rule) : []
    await ask(`/api/drawings/${id}/examinations`, { window, caseId, result: failed.length > 0 ? 'fail' : 'pass', rules: failed, note: failed.length > 0 ? '与纸质档案不一致' : '' })
  }
  return `/compliance/drawings/${id}`
}
const drawn = async (page: Page): Promise<void> => {
  await page.locator('.picture-chart svg').nth(1).waitFor()
  await page.waitForTimeout(2500)
}
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
  { name: 'place-names-list', account: 'clerk1', path: '/place-names' },
  { name: 'place-names-case', account: 'clerk1', path: '/place-names/new', act: newRoad },
  { name: 'place-names-mixed', account: 'clerk1', path: firstOf(decided, '/place-names'), act: unfold('names') },
  { name: 'place-names-filing', account: 'clerk1', path: firstOf('/api/place-name-cases?state=approved', '/place-names'), act: unfold('clocks', 'filing', 'notice') },
  { name: 'place-names-en-dark', account: 'clerk1', path: firstOf('/api/place-name-cases?state=accepted', '/place-names'), look: englishDark, act: toTop },
  { name: 'place-names-gazetteer', account: 'clerk1', path: '/place-names/gazetteer' },
  { name: 'place-names-entity', account: 'clerk1', path: entityCalled('绣衣巷', '/place-names/gazetteer') },
  { name: 'place-names-map', account: 'clerk1', path: '/place-names/map' },
  { name: 'place-names-map-en-dark', account: 'clerk1', path: '/place-names/map', look: englishDark },
  { name: 'place-names-import', account: 'clerk1', path: '/place-names/gazetteer/import', act: staged },
  { name: 'place-names-plates', account: 'clerk1', path: entityCalled('青简路', '/place-names/plates'), act: async (page) => { await page.getByText('沿街', { exact: true }).click(); await page.waitForTimeout(1000) } },
  { name: 'place-names-proofs', account: 'clerk1', path: '/place-names/proofs' },
  { name: 'place-names-boundaries', account: 'clerk1', path: '/place-names/boundaries' },
  { name: 'place-names-profile', account: 'manager', path: '/place-names/profile' },
  { name: 'place-names-documents', account: 'manager', path: '/place-names/documents' },
  { name: 'place-names-tables', account: 'manager', path: '/place-names/tables?from=2026-01-01&to=2026-06-30' },
  { name: 'place-names-report', account: 'manager', path: '/place-names/report?from=2026-01-01&to=2026-06-30' },
  { name: 'archive', account: 'clerk1', path: '/archive' },
  { name: 'archive-boxes', account: 'manager', path: '/archive/boxes' },
  { name: 'stock', account: 'manager', path: '/stock' },
  { name: 'day-closed', account: 'manager', path: '/day?day=2026-07-03' },
  { name: 'tally', account: 'manager', path: '/tally?from=2026-06-01&to=2026-06-30' },
  { name: 'tally-table', account: 'manager', path: '/tally?from=2026-06-01&to=2026-06-30&table=burial.waiver.items' },
  { name: 'tally-en', account: 'manager', path: '/tally?from=2026-01-01&to=2026-06-30', look: english },
  { name: 'compliance', account: 'manager', path: async (ask) => `/compliance/reports/${await storedReport(ask)}` },
  { name: 'compliance-failing', account: 'manager', path: async (ask) => `/compliance/reports/${await storedReport(ask)}`, act: async (page) => {
    await page.locator('.data-row').first().waitFor()
    await page.locator('.report-views').evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
    await page.mouse.move(700, 300)
    await page.mouse.wheel(0, -12)
  } },
  { name: 'compliance-rules-en', account: 'manager', path: async (ask) => `/compliance/reports/${await storedReport(ask)}?view=rule`, look: english },
  { name: 'drawing', account: 'manager', path: drawing },
  // When a report stands.
  { name: 'dashboard', account: 'manager', path: async (ask) => { await storedReport(ask); return '/dashboard' } },
  { name: 'pictures', account: 'manager', path: '/pictures', act: drawn },
  { name: 'pictures-dark', account: 'manager', path: '/pictures?window=all', look: dark, act: async (page) => {
    await drawn(page)
    await page.getByRole('heading', { name: /期限/ }).first().evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
    await page.mouse.move(700, 700)
    await page.mouse.wheel(0, -40)
    await page.waitForTimeout(300)
    // No mark lies under the pointer.
    await page.mouse.move(156, 700)
  } },
  { name: 'calendar', account: 'admin', path: '/settings/calendar' },
  { name: 'papers', account: 'admin', path: '/settings/papers' },
  { name: 'settings', account: 'admin', path: '/settings/items' },
  { name: 'rules', account: 'clerk1', path: '/rules' },
]

const papers: readonly PaperShot[] = [
  { name: 'paper-reply', paper: casePaper(decided, 'place-names.reply') },
  { name: 'paper-notice', paper: casePaper(decided, 'place-names.notice') },
  { name: 'paper-filing-form', paper: casePaper(decided, 'place-names.filingForm') },
  { name: 'paper-sign', paper: casePaper(decided, 'place-names.sign') },
  { name: 'paper-plate-certificate', paper: confirmedPlate },
  { name: 'paper-address-proof', paper: firstProof },
  { name: 'paper-day', account: 'manager', paper: () => Promise.resolve('/api/day-sheet?day=2026-07-03') },
  { name: 'paper-tally', account: 'manager', paper: () => Promise.resolve('/api/tally/sheet?from=2026-06-01&to=2026-06-30'), page: 2 },
  { name: 'paper-compliance', account: 'manager', paper: async (ask) => `/api/reports/${await storedReport(ask)}/sheet` },
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
  const isWanted = ({ name }: { readonly name: string }): boolean => wanted.length === 0 || wanted.includes(name)
  /** Does something at a desk where somebody has signed in, and says what failed. */
  const atDesk = async (name: string, account: string, look: Look | undefined, work: (page: Page, ask: Ask) => Promise<void>): Promise<void> => {
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
      await work(page, (address, body) => page.evaluate(async ([to, sent]) => {
        const response = await fetch(to, { ...(sent !== undefined && { method: 'POST', body: sent }), headers: { 'content-type': 'application/json', authorization: `Bearer ${sessionStorage.getItem('lantai.token') ?? ''}` } })
        if (!response.ok) throw new Error(`${String(response.status)} ${to} ${await response.text()}`)
        return response.json()
      }, [address, body === undefined ? undefined : JSON.stringify(body)] as const))
      console.log(name)
    } catch (error) {
      failures += 1
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      await context.close()
    }
  }
  for (const { name, account, path, look, act } of shots.filter(isWanted)) {
    await atDesk(name, account, look, async (page, ask) => {
      await page.goto(new URL(typeof path === 'string' ? path : await path(ask), url).href)
      await page.locator('.frame h1').waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(500)
      await act?.(page)
      await page.waitForTimeout(700)
      await page.screenshot({ path: join(kept, `${name}.png`) })
    })
  }
  for (const { name, paper, account = 'clerk1', page: leaf = 1, dots = 80 } of papers.filter(isWanted)) {
    await atDesk(name, account, undefined, async (page, ask) => {
      const bytes = await page.evaluate(async (to) => {
        const response = await fetch(to, { headers: { authorization: `Bearer ${sessionStorage.getItem('lantai.token') ?? ''}` } })
        if (!response.ok) throw new Error(`${String(response.status)} ${to} ${await response.text()}`)
        return [...new Uint8Array(await response.arrayBuffer())]
      }, await paper(ask))
      const file = join(folder, `${name}.pdf`)
      writeFileSync(file, Buffer.from(bytes))
      execFileSync('pdftoppm', ['-r', String(dots), '-png', '-f', String(leaf), '-l', String(leaf), '-singlefile', file, join(kept, name)])
    })
  }
} finally {
  await browser.close()
  desk.kill('SIGTERM')
  await once(desk, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
