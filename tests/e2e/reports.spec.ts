import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarriageCase } from '../../api/schemas/marriage.ts'
import type { ComplianceReport } from '../../domain/reports/shapes.ts'
import { expectNoBarriers } from './pages/accessibility.ts'
import { ask, readCase, tokenOf } from './pages/marriage.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test, type Shell } from './shell.ts'

test.use({ sample: true })

const yearOf = async (shell: Shell, token: string): Promise<string> => (await ask<{ office: { today: string } }>(shell, token, '/api/session')).office.today.slice(0, 4)

/** A sound marriage of a month, and a birth for the man that does not agree with his identity number, written as an older program may have left it. */
const plant = async (shell: Shell, token: string, period: string): Promise<{ readonly id: string; readonly number: string; readonly birth: string; readonly wrong: string }> => {
  const { rows } = await ask<{ rows: readonly { id: string }[] }>(shell, token, `/api/marriages?${period}&state=delivered&limit=60`)
  let found: MarriageCase | undefined
  for (const { id } of rows) {
    const one = await readCase(shell, token, id)
    if (one.inspection.verdict === 'qualified' && one.file.parties[0].identityType === 'resident') {
      found = one
      break
    }
  }
  if (found === undefined) throw new Error('the sample office has no sound marriage in the month')
  const [man, woman] = found.file.parties
  const wrong = `${man.birth.slice(0, 8)}${man.birth.endsWith('-01') ? '02' : '01'}`
  await shell.stop()
  const written = spawnSync(process.execPath, [join(import.meta.dirname, 'plant.ts'), join(shell.folder, 'data'), found.id, JSON.stringify([{ ...man, birth: wrong }, woman]), new Date(Date.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00')], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })
  if (written.status !== 0) throw new Error(written.stderr)
  await shell.restart()
  return { id: found.id, number: found.number, birth: man.birth, wrong }
}

let planted: Awaited<ReturnType<typeof plant>>
// Before any page is open: the shell stops for it.
test.beforeAll(async ({ shell }) => {
  const token = await tokenOf(shell, 'manager')
  const year = await yearOf(shell, token)
  planted = await plant(shell, token, `from=${year}-04-01&to=${year}-04-30`)
})

test('a day is closed, a fault is found from the dashboard at its field, mended by a correction, and the next report says so while the stored one stays', async ({ desk, shell }) => {
  test.setTimeout(180_000)
  const year = await yearOf(shell, await tokenOf(shell, 'manager'))
  const period = `from=${year}-04-01&to=${year}-04-30`
  const frame = new OfficeDesk(desk)
  const { page } = desk

  await frame.signIn('reviewer', '/day')
  const close = page.locator('.page-acts').getByRole('button', { name: /日结签认/ })
  await expect(close).toBeEnabled()
  await page.keyboard.press('F9')
  await expect(frame.dialog()).toBeVisible()
  await frame.dialog().getByRole('button', { name: '日结签认' }).click()
  await expect(frame.dialog()).toHaveCount(0)
  await expect(close).toBeDisabled()

  // The report is run, looked at and put away.
  await frame.go(`/compliance?${period}`)
  await expect(page.locator('.page-acts').getByRole('button', { name: /生成报告/ })).toBeEnabled()
  await page.keyboard.press('F4')
  const rate = page.locator('[data-figure=rate] .figure-number')
  await expect(rate).toBeVisible({ timeout: 30_000 })
  await expect(rate).not.toHaveText(/^100/)
  await expect(page.locator('[data-figure=unexamined]')).toBeVisible()
  const failedBefore = Number(await page.locator('[data-figure=failed] .figure-number').textContent())
  await expectNoBarriers(page, 'compliance')
  await page.keyboard.press('F9')
  await frame.field('note').fill('四月')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/compliance\/reports\/r/)
  const old = page.url().split('/').at(-1) ?? ''
  const token = await tokenOf(shell, 'manager')
  const before = await ask<{ content: ComplianceReport }>(shell, token, `/api/reports/${old}`)
  expect(before.content.failedIds).toContainEqual(['marriage', planted.id])

  // From the dashboard to the field.
  await frame.go('/dashboard')
  await page.getByRole('link', { name: /合规报告.*不合格/ }).first().click()
  await expect(page).toHaveURL(new RegExp(`/compliance/reports/${old}`))
  await page.getByRole('textbox', { name: '筛选' }).fill(planted.number)
  const row = page.locator('.data-row')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('可以改正')
  await page.getByRole('rowgroup', { name: '不合格案件' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/marriage/${planted.id}\\?field=parties\\.0\\.`))
  const field = new URL(page.url()).searchParams.get('field') ?? ''
  await expect(page.locator(`[data-field="${field}"]`)).toBeInViewport()

  // The correction, with a second person.
  await page.locator('[data-section=after]').getByRole('button', { name: '开始更正' }).click()
  const birth = frame.field('parties.0.birth')
  await expect(birth).toHaveValue(planted.wrong)
  await birth.fill(planted.birth)
  await page.keyboard.press('F9')
  await expect(frame.dialog().locator('.changes')).toContainText(planted.birth)
  await frame.field('reason').fill('出生日期录入有误')
  const second = frame.accountOf('registrar')
  await frame.field('second.account').fill(second.account)
  await frame.field('second.password').fill(second.password)
  await page.keyboard.press('Enter')
  await expect(frame.dialog()).toHaveCount(0)

  // The next report says what was mended.
  await frame.go(`/compliance?${period}`)
  await expect(page.locator('.page-acts').getByRole('button', { name: /生成报告/ })).toBeEnabled()
  await page.keyboard.press('F4')
  await expect(rate).toBeVisible({ timeout: 30_000 })
  expect(Number(await page.locator('[data-figure=failed] .figure-number').textContent())).toBe(failedBefore - 1)
  await page.getByRole('group', { name: '看什么' }).getByRole('button', { name: '比较' }).click()
  const mended = page.locator('.compared-lists > div', { hasText: '已改正' })
  await expect(mended.getByRole('listitem')).toHaveCount(1)
  await expect(mended.getByRole('link')).toHaveAttribute('href', new RegExp(planted.id))
  await expectNoBarriers(page, 'two reports compared')

  // The stored one has not moved, and comes out of the journal the same.
  await page.getByRole('link', { name: '看存档的报告' }).click()
  await expect(page.locator('[data-figure=failed] .figure-number')).toHaveText(String(failedBefore))
  expect((await ask<{ content: ComplianceReport }>(shell, token, `/api/reports/${old}`)).content).toEqual(before.content)
  await page.getByRole('button', { name: '按日志重新生成' }).click()
  await expect(page.getByText('按日志重新生成，与存档的逐字节相同。')).toBeVisible({ timeout: 90_000 })
  await frame.go('/compliance/reports')
  await expect(page.getByRole('table', { name: '已存档的报告' }).locator('.data-row').first()).toContainText('逐字节相同')
  await expectNoBarriers(page, 'stored reports')
})

test('the month tally is looked at, closed by two people and taken along as paper, workbook and table', async ({ desk, shell }) => {
  test.setTimeout(120_000)
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const year = await yearOf(shell, await tokenOf(shell, 'manager'))
  const period = `from=${year}-01-01&to=${year}-01-31`
  await frame.signIn('reviewer', `/tally?${period}`)
  await expect(page.getByRole('heading', { name: '总表' })).toBeVisible()
  await expect(page.locator('.tally-strip')).toContainText('未月结')
  await expectNoBarriers(page, 'month tally')
  // A number opens exactly its cases.
  const couples = page.getByRole('row', { name: /^结婚登记 对/ }).getByRole('link').first()
  const count = Number((await couples.textContent() ?? '').replaceAll(',', ''))
  expect(count).toBeGreaterThan(0)
  await couples.click()
  await expect(page).toHaveURL(/\/marriage\?/)
  await expect(page.locator('.data-count')).toContainText(`共 ${String(count)} 条`)
  await page.goBack()
  await expect(page.getByRole('heading', { name: '总表' })).toBeVisible()

  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: /已复制/ })).toBeVisible()

  await page.keyboard.press('F9')
  const dialog = frame.dialog()
  await expect(dialog.getByRole('row', { name: /^结婚登记 对/ })).toBeVisible()
  await expectNoBarriers(page, 'closing a month')
  const second = frame.accountOf('registrar')
  await frame.field('second.account').fill(second.account)
  await frame.field('second.password').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(dialog.locator('.finding-note.stop, .failure').first()).toBeVisible()
  await frame.field('second.password').fill(second.password)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.tally-strip')).toContainText('已月结')
  await page.getByRole('button', { name: '现在的数' }).click()
  await expect(page.getByText(/现在的数与签认时相同/)).toBeVisible()
  await page.getByRole('button', { name: '签认的数' }).click()

  await page.keyboard.press('F8')
  await expect(page.locator('iframe')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('iframe')).toHaveCount(0)
  for (const [button, ending, first] of [['导出工作簿', 'xlsx', 'PK'], ['导出表格', 'csv', '\uFEFF']] as const) {
    const saved = page.waitForEvent('download', { timeout: 15_000 }).catch(() => undefined)
    await page.getByRole('button', { name: button }).click()
    if (shell.kind === 'server') {
      const file = await saved
      expect(file?.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
      const bytes = readFileSync(await file?.path() ?? '')
      expect(bytes.length).toBeGreaterThan(1_000)
      expect(bytes.toString('utf8').startsWith(first)).toBe(true)
    }
  }
  const token = await tokenOf(shell, 'manager')
  const sheet = await shell.fetch(`/api/tally/sheet?${period}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await sheet.blob()).size).toBeGreaterThan(10_000)

  await page.getByRole('navigation', { name: '报表目录' }).getByRole('link', { name: '各月月结' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${year}-01 已月结`) })).toBeVisible()
})

test('cases are drawn by a seed, examined one by one, and the record is printed', async ({ desk, shell }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const year = await yearOf(shell, await tokenOf(shell, 'manager'))
  await frame.signIn('reviewer', '/compliance/drawings')
  const draw = async (): Promise<readonly string[]> => {
    await frame.go('/compliance/drawings')
    await expect(page).not.toHaveURL(/drawings\/s/)
    await expect(page.locator('.page-acts').getByRole('button', { name: /F4/ })).toBeEnabled()
    await page.keyboard.press('F4')
    await frame.field('from').fill(`${year}-05-01`)
    await frame.field('to').fill(`${year}-05-31`)
    await frame.field('size').fill('6')
    await frame.field('seed').fill('88231')
    await frame.dialog().getByRole('button', { name: '抽取', exact: true }).click()
    await expect(page).toHaveURL(/\/compliance\/drawings\/s/)
    await expect(page.locator('.data-row')).toHaveCount(6)
    return page.locator('.data-row [role=cell]:nth-child(2)').allTextContents()
  }
  const first = await draw()
  expect(await draw()).toEqual(first)
  await expectNoBarriers(page, 'a drawing')
  await page.locator('.data-row').first().click()
  await frame.dialog().getByRole('button', { name: '不合格' }).click()
  await frame.dialog().getByRole('button', { name: '记录结果' }).click()
  await expect(frame.notesOf('note')).toContainText('不合格须选规则')
  await frame.dialog().getByRole('checkbox').first().check()
  await frame.field('note').fill('签名字迹不清')
  await expectNoBarriers(page, 'examining a drawn case')
  await frame.dialog().getByRole('button', { name: '记录结果' }).click()
  await expect(frame.dialog()).toHaveCount(0)
  await expect(page.locator('.data-row').first()).toContainText('签名字迹不清')
  await page.keyboard.press('F8')
  await expect(page.locator('iframe')).toBeVisible()
})
