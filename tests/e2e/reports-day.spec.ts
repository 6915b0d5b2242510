import { expectNoBarriers } from './pages/accessibility.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test, type Desk, type Shell } from './shell.ts'

test.use({ sample: true, own: 'reports-day' })

interface Days { readonly month: string; readonly days: readonly { readonly day: string; readonly closed: boolean }[]; readonly unclosed: readonly string[] }
const today = async (shell: Shell, token: string): Promise<string> => (await ask<{ office: { today: string } }>(shell, token, '/api/session')).office.today
/** The day that is closed in these tests: the first that waits for it, else the running one. */
const dayToClose = async (shell: Shell, token: string): Promise<string> => {
  const now = await today(shell, token)
  const { unclosed } = await ask<Days>(shell, token, `/api/days?month=${now.slice(0, 7)}`)
  return unclosed[0] ?? now
}

/** Puts down a grave outside the law that was cleared on a day, as an office learns of it later; the number of its record. */
const clearedOn = async (shell: Shell, day: string): Promise<void> => {
  const token = await tokenOf(shell, 'clerk1')
  const found = await ask<{ id: string; revision: number }>(shell, token, '/api/illegal-graves', { method: 'POST', body: JSON.stringify({ found: { day, township: '示例镇', village: '示例村', ground: 'forest', cells: 1, built: 'new', owner: '', finder: '' } }) })
  await ask(shell, token, `/api/illegal-graves/${found.id}/acts`, { method: 'POST', body: JSON.stringify({ revision: found.revision, act: { kind: 'cleared', day, how: 'levelled', to: '', document: '' } }) })
}

const row = (desk: Desk, name: RegExp) => desk.page.getByRole('region', { name: '业务数' }).getByRole('row', { name })

test('a day is closed by the keyboard, its figures stand, and a late line is shown on both its days', async ({ desk, shell }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const token = await tokenOf(shell, 'manager')
  const day = await dayToClose(shell, token)
  const now = await today(shell, token)

  await frame.signIn('reviewer', `/day?day=${day}`)
  await expect(page.locator('.day-state')).toContainText('尚未日结')
  await page.keyboard.press('F9')
  const dialog = frame.dialog()
  await expect(dialog).toContainText('签认的内容')
  await expect(dialog).toContainText(/日志现在第 [\d,]+ 条，链首/)
  await expect(dialog.locator('.hash')).toHaveText(/^[0-9a-f]{64}$/)
  await expect(dialog.getByRole('textbox', { name: /备注/ })).toBeFocused()
  await expectNoBarriers(page, 'the dialog that closes a day')
  await page.keyboard.type('与存根核对无误')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.day-state')).toContainText('已日结')
  await expect(page.locator('.day-state')).toContainText('与存根核对无误')
  await expect(page.locator('.day-cell[aria-current=date]')).toHaveClass(/closed/)
  await expect(page.locator('.page-acts').getByRole('button', { name: /日结签认/ })).toBeDisabled()
  await expect(page.locator('.rail-number')).toHaveCount(0)

  // What comes later changes no signed figure: it stands beside it, and as a line on both days.
  await clearedOn(shell, day)
  await frame.go('/')
  await frame.go(`/day?day=${day}`)
  await expect(row(desk, /^私坟治理/).locator('td.now-differs')).toContainText('+1')
  const late = page.getByRole('region', { name: '日结后补记、更正（计入本日）' })
  await expect(late.getByRole('row', { name: /私坟治理/ })).toContainText('+1')
  await expect(late.getByRole('row', { name: /私坟治理/ })).toContainText(now)
  await expect(page.locator('.day-cell[aria-current=date]')).toContainText(/\+\d/)
  if (day !== now) {
    await late.getByRole('row', { name: /私坟治理/ }).getByRole('link', { name: `看 ${now}` }).click()
    await expect(page).toHaveURL(new RegExp(`day=${now}`))
    await expect(page.getByRole('region', { name: '本日录入、计入以前各日' }).getByRole('row', { name: /私坟治理/ })).toContainText(day)
  }
})

test('nobody signs figures that she did not see', async ({ desk, shell }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const token = await tokenOf(shell, 'manager')
  const now = await today(shell, token)
  await frame.signIn('reviewer', `/day?day=${now}`)
  await expect(page.locator('.page-acts').getByRole('button', { name: /日结签认/ })).toBeEnabled()
  await page.keyboard.press('F9')
  const dialog = frame.dialog()
  await expect(dialog.getByRole('textbox', { name: /备注/ })).toBeFocused()
  await clearedOn(shell, now)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('数字刚有变动')
  await expect(dialog).toContainText(/私坟治理 \d+ 座/)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.day-state')).toContainText('尚未日结')
})

test('arrows go from day to day, a number opens its cases, and the sheet is printed of all or of one window', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/day?day=2026-05-20')
  const cell = page.locator('.day-cell[aria-current=date]')
  await cell.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/day=2026-05-21/)
  await expect(cell).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/day=2026-05-20/)
  const couples = row(desk, /^结婚登记/).last().getByRole('link').first()
  const count = Number(await couples.textContent())
  expect(count).toBeGreaterThan(10)
  await page.keyboard.press('F8')
  await expect(frame.dialog().locator('iframe')).toBeVisible()
  await frame.dialog().getByRole('group', { name: '打印' }).getByRole('button', { name: '殡葬服务' }).click()
  await expect(frame.dialog().locator('iframe')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(frame.dialog()).toHaveCount(0)
  await couples.click()
  await expect(page.locator('.data-count')).toContainText(`共 ${String(count)} 条`)
})

test('the dashboard shows what needs a hand and keeps the layout of its account', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer')
  await page.keyboard.press('Alt+k')
  await expect(frame.title).toHaveText('总览')
  const cards = page.locator('[data-card]')
  await expect(cards.first()).toHaveAttribute('data-card', 'needs')
  await expect(cards).toHaveCount(7)
  const needs = page.locator('.need')
  await expect(needs.first()).toBeVisible()
  await expectNoBarriers(page, 'dashboard')
  // A number of the comparison opens its cases.
  await expect(page.locator('[data-card=month]').getByRole('link').first()).toBeVisible()

  // Cards are moved and hidden by the keyboard; the focus stays on what was pressed.
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: '上移：空白证件余量' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '上移：空白证件余量' })).toBeFocused()
  await page.getByRole('button', { name: '隐藏：期限' }).focus()
  await page.keyboard.press('Enter')
  await expect(cards).toHaveCount(6)
  await expect(page.getByRole('button', { name: '显示：期限' })).toBeFocused()
  await expectNoBarriers(page, 'dashboard while it is arranged')
  const order = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-card')))
  await page.reload()
  await expect(cards).toHaveCount(6)
  expect(await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-card')))).toEqual(order)
  await page.keyboard.press('F6')
  await page.getByRole('button', { name: '恢复默认' }).click()
  await expect(cards).toHaveCount(7)

  // The first need leads to where it is done.
  await page.keyboard.press('F6')
  await needs.first().getByRole('link').first().click()
  await expect(frame.title).not.toHaveText('总览')
})

for (const [language, shade] of [['zh', 'light'], ['en', 'dark']] as const) {
  test(`pictures have their tables and open their cases, without barriers, ${language} ${shade}`, async ({ desk }) => {
    test.setTimeout(120_000)
    const frame = new OfficeDesk(desk)
    const { page } = desk
    await frame.signIn('reviewer', '/pictures', { language, shade })
    const charts = page.locator('figure.picture-chart')
    await expect(charts.nth(5)).toBeVisible()
    await expect(charts.first().locator('svg')).toBeVisible()
    // The drawing is vector, and its font is not a picture's.
    expect(await page.locator('figure.picture-chart canvas, figure.picture-chart img').count()).toBe(0)
    await expectNoBarriers(page, `pictures, ${language}`)
    const toggles = page.getByRole('button', { name: language === 'zh' ? /^以表格显示/ : /^Show as table/ })
    for (let left = await toggles.count(); left > 0; left -= 1) await toggles.first().click()
    await expect(charts.first().getByRole('table')).toBeVisible()
    await expectNoBarriers(page, `tables of pictures, ${language}`)
    const cell = charts.first().getByRole('link').first()
    const count = Number((await cell.textContent())?.replaceAll(',', ''))
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.data-count')).toContainText(new RegExp(language === 'zh' ? `共 ${String(count)} 条` : String(count)))
  })
}

test('a mark of the calendar opens its day, and counted lines open in their dialog', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/pictures?from=2026-01-01&to=2026-06-30')
  const peak = page.locator('.picture-peaks').getByRole('link').first()
  await expect(peak).toBeVisible()
  const count = Number(await peak.textContent())
  await peak.click()
  await expect(page.locator('.data-count')).toContainText(`共 ${String(count)} 条`)
  await page.goBack()
  await page.getByRole('button', { name: /^以表格显示 惠民殡葬减免/ }).first().click()
  const figure = page.locator('figure.picture-chart').filter({ has: page.getByRole('region', { name: /惠民殡葬减免/ }) })
  await figure.getByRole('button', { name: /打开逐条记录/ }).first().click()
  await expect(frame.dialog().locator('.data-row').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(frame.dialog()).toHaveCount(0)
})

test('a registrar reads the day and may not close it; the days are no matter of hers to be reminded of', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('registrar', '/day')
  await expect(page.getByRole('region', { name: '业务数' }).or(page.getByText('这一天没有办结的业务'))).toBeVisible()
  await expect(page.getByRole('button', { name: /日结签认/ })).toHaveCount(0)
  await expect(frame.rail.getByRole('link', { name: '总览' })).toHaveCount(0)
  await expect(page.locator('.day-reminder')).toHaveCount(0)
})
