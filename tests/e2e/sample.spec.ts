import { expectNoBarriers } from './pages/accessibility.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test } from './shell.ts'

test.use({ own: 'sample' })

test('the sample office is filled in with progress, shows its accounts, and one of them signs in', async ({ desk }) => {
  test.setTimeout(120_000)
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await desk.open('/')
  await page.getByRole('button', { name: '试用示例登记处' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('button', { name: '完成设置' })).toBeHidden()
  await expect(page.getByText('示例登记处已备好')).toBeVisible({ timeout: 90_000 })
  await expectNoBarriers(page, 'sample accounts')
  const clerk = page.getByRole('row', { name: /登记员/ }).first()
  const [account = '', password = ''] = await clerk.getByRole('cell').allTextContents()
  await page.getByRole('button', { name: '去登录' }).click()

  await expect(frame.field('account')).toBeFocused()
  await page.keyboard.type(account)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(frame.title).toHaveText('今日')
  await expect(page.locator('.frame-head')).toContainText('示例')
  await expect(page.getByRole('link', { name: /结婚登记/ }).first()).toBeVisible()
  const year = page.locator('figure.chart').nth(1)
  await year.getByRole('button', { name: '以表格显示' }).click()
  const counts = await year.locator('tbody td:first-of-type').allTextContents()
  const total = counts.map(Number).reduce((sum, count) => sum + count, 0)
  expect(total).toBeGreaterThan(1000)
})
