import { expectNoBarriers } from './pages/accessibility.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true })

/** A number as the desk writes it, without the commas of thousands. */
const read = (written: string | null): number => Number((written ?? '').replaceAll(',', ''))

test('a table has its unit, its identities hold, and a number opens exactly its cases', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/statistics')
  await page.getByRole('group', { name: '期间' }).getByRole('button', { name: '近12个月' }).click()
  await page.getByRole('navigation', { name: '统计表' }).getByRole('link', { name: /结婚登记统计表（12个月）/ }).click()
  await expect(page.getByRole('heading', { name: /单位：对/ })).toBeVisible()
  await expect(page.locator('.identity').first()).toBeVisible()
  await expect(page.locator('.identity.broken')).toHaveCount(0)
  await expectNoBarriers(page, 'statistics')

  const couples = page.getByRole('row', { name: /^合计/ }).getByRole('link').first()
  const number = read(await couples.textContent())
  expect(number).toBeGreaterThan(100)
  await couples.click()
  await expect(page).toHaveURL(/\/marriage\?.*cell=marriage\.total/)
  await expect(page.locator('.data-count')).toContainText(`共 ${String(number)} 条`)

  // The list says by what it is narrowed, and the cell can be taken off.
  const narrowed = page.getByRole('group', { name: '限定条件' })
  await expect(narrowed).toContainText(/结婚登记统计总表 · 登记对数 · \d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d/)
  await expectNoBarriers(page, 'a narrowed list')
  await narrowed.getByRole('button', { name: /^取消限定/ }).click()
  await expect(narrowed).toHaveCount(0)
  await expect(page).not.toHaveURL(/cell=|from=/)
})

test('the corrected cases stand behind their number', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/statistics/matters')
  await page.getByRole('group', { name: '期间' }).getByRole('button', { name: '近12个月' }).click()
  await page.getByRole('row', { name: /^更正/ }).getByRole('cell').getByRole('button').or(page.getByRole('row', { name: /^更正/ }).getByRole('link')).click()
  const part = page.getByRole('tooltip').getByRole('link').first()
  if (!/Corrected/.test(page.url())) await part.click()
  await expect(page).toHaveURL(/cell=(marriage|divorce|reissue)Corrected\.total/)
  await expect(page.getByRole('group', { name: '限定条件' })).toContainText('更正')
  await expect(page.locator('.data-count')).toContainText(/共 \d+ 条/)
})

test('every table keeps its identities, in both languages and the dark', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/statistics', { language: 'en', shade: 'dark' })
  const links = page.getByRole('navigation', { name: 'Tables' }).getByRole('link')
  await expect(links.nth(4)).toBeVisible()
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const tables = paths.filter((path) => /\/statistics\/[a-z]+-/.test(path))
  expect(tables.length).toBeGreaterThan(15)
  for (const path of tables) {
    await frame.go(`${path.split('?')[0] ?? ''}?from=2026-01-01&to=2026-06-30`)
    await expect(page.locator('.identity').first(), path).toBeVisible()
    expect(await page.locator('.identity.broken').allTextContents(), path).toEqual([])
  }
  await expectNoBarriers(page, 'statistics in English, dark')
})

test('a sum names its parts, each with its cases; the table is saved and printed', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/statistics/marriage-status?from=2026-01-01&to=2026-06-30')
  await page.getByRole('row', { name: /^初婚人数/ }).getByRole('button').click()
  const parts = page.getByRole('tooltip').getByRole('link')
  await expect(parts).toHaveCount(2)
  await expect(parts.first()).toHaveAttribute('href', /cell=marriage\.first\.man/)
  await page.keyboard.press('Escape')
  const saved = page.waitForEvent('download', { timeout: 4_000 }).catch(() => undefined)
  await page.getByRole('button', { name: '导出表格' }).click()
  const file = await saved
  if (desk.shell.kind === 'server') expect(file?.suggestedFilename()).toMatch(/婚姻状况统计表-2026-01-01-2026-06-30\.csv$/)
  await page.keyboard.press('F8')
  await expect(frame.dialog().locator('iframe')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await expect(frame.dialog()).toHaveCount(0)
})

test('everything the windows did is said in one sentence that one key copies', async ({ desk, context }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined)
  await frame.signIn('reviewer', '/statistics/matters?from=2026-01-01&to=2026-06-30')
  const sentence = page.locator('.matters-sentence')
  await expect(sentence).toContainText(/办理结婚登记\d+对、离婚登记\d+对，其他事项\d+件/)
  await expect(page.locator('.identity.broken')).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(page.getByRole('button', { name: /已复制/ })).toBeVisible()
  await expectNoBarriers(page, 'matters')
})

test('published figures are entered with their source and stand beside the office’s own', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/statistics/references')
  await page.getByRole('button', { name: '录入目标或公布数据' }).click()
  await frame.dialog().getByRole('button', { name: '保存' }).click()
  await expect(frame.notesOf('title')).toContainText('请填写')
  await frame.field('title').fill('上级快报')
  await frame.field('source').fill('市民政局通报')
  await frame.field('day').fill('2026-07-05')
  await frame.field('edition').fill('快报')
  await frame.field('period').fill('2026-H1')
  await frame.field('cutOff').fill('17:30')
  const cell = frame.dialog().getByRole('combobox', { name: '哪一项 1' })
  await cell.fill('结婚登记统计总表 · 登记对数')
  await cell.press('Enter')
  await frame.dialog().getByRole('textbox', { name: '数 1' }).fill('7')
  await frame.field('reason').fill('录入半年快报')
  await frame.dialog().getByRole('button', { name: '保存' }).click()
  await expect(frame.dialog()).toHaveCount(0)
  const line = page.locator('.reference-list li', { hasText: '上级快报' })
  await expect(line).toContainText('截至 17:30')
  await line.getByRole('button', { name: '比较' }).click()
  const row = page.getByRole('row', { name: /登记对数/ })
  await expect(row).toContainText('不一致')
  const [published, own, difference] = (await row.getByRole('cell').allTextContents()).slice(1, 4).map((text) => read(text.replace('−', '-').replace('+', '')))
  expect(published).toBe(7)
  expect(difference).toBe((own ?? 0) - 7)
  await line.getByRole('button', { name: '删除' }).click()
  await frame.dialog().getByRole('button', { name: '删除' }).click()
  await expect(line).toHaveCount(0)
})

test('the board of a peak day fills the screen and renews itself', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/peak?day=2026-05-20')
  const done = page.locator('.peak-number.first .peak-value')
  await expect(done).toBeVisible()
  const shown = read(await done.textContent())
  const bars = (await page.locator('.peak-bar-count').allTextContents()).map(Number)
  expect(bars.reduce((sum, count) => sum + count, 0)).toBe(shown)
  const asked = page.waitForRequest((request) => request.url().includes('/api/peak'))
  await asked
  await expectNoBarriers(page, 'peak')
  await page.keyboard.press('f')
  await expect(page.locator('.peak.full')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.locator('.peak.full')).toHaveCount(0)
})

test('the deadlines of divorces stand in four lists, are opened and printed by the keyboard, and refuse to guess', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('registrar', '/worklist?day=2026-06-10')
  const lists = page.getByRole('navigation', { name: '四张清单' }).getByRole('button')
  await expect(lists).toHaveCount(4)
  await page.keyboard.press('3')
  await expect(lists.nth(2)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('heading', { name: /领证期 5 个工作日内届满/ })).toBeVisible()
  await expectNoBarriers(page, 'work list')
  await page.keyboard.press('F8')
  await expect(frame.dialog().locator('iframe')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  const rows = page.locator('.data-row')
  if ((await rows.count()) > 0) {
    await page.locator('.data-scroll').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/divorce\//)
  }
  await frame.go('/worklist?day=2031-01-05')
  await expect(page.getByText('没有 2031 年的节假日安排', { exact: false }).first()).toBeVisible()
  await page.getByRole('link', { name: '到设置 · 节假日' }).click()
  await expect(page.getByRole('heading', { name: /2026 年/ })).toBeVisible()
})
