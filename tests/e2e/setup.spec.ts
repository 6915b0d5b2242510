import { expectNoBarriers } from './pages/accessibility.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test } from './shell.ts'

test.use({ own: 'setup' })
test.describe.configure({ mode: 'serial' })

const office = { name: '黄埔区婚姻登记处', account: 'keeper', ownName: '王管理', password: 'a-long-password-1' }

test('an empty register asks to be set up, says what is missing, and can be set up by keyboard', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await desk.open('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('首次设置')
  await expect(page.getByRole('button', { name: '试用示例登记处' })).toBeVisible()
  await expectNoBarriers(page, 'set-up')

  await page.getByRole('button', { name: '完成设置' }).click()
  await expect(frame.notesOf('name')).toHaveText('请填写登记处全称。')
  await expect(frame.field('name')).toBeFocused()
  await expect(frame.field('name')).toHaveAttribute('aria-invalid', 'true')

  await page.keyboard.type(office.name)
  await page.keyboard.press('Enter') // 全宗号
  await page.keyboard.press('Enter') // 行政区划
  await page.keyboard.type('黄埔')
  await expect(page.getByRole('option').first()).toContainText('440112')
  await page.keyboard.press('Enter') // takes it and goes on
  await expect(frame.field('area')).toHaveValue('广东省广州市黄埔区')
  await frame.field('administrator.account').focus()
  await page.keyboard.type(office.account)
  await page.keyboard.press('Enter')
  await page.keyboard.type(office.ownName)
  await page.keyboard.press('Enter')
  await page.keyboard.type(office.password)
  await page.keyboard.press('Enter')
  await page.keyboard.type('something-else')
  await expect(frame.notesOf('again')).toHaveText('两次输入的密码不一致。')
  await frame.field('again').fill(office.password)
  await page.getByRole('button', { name: '完成设置' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(office.name)
})

test('the first administrator signs in, sees no case, and makes an account for a registrar', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await desk.open('/')
  await page.keyboard.type(office.account)
  await page.keyboard.press('Tab')
  await page.keyboard.type(office.password)
  await page.keyboard.press('Enter')
  await expect(frame.title).toHaveText('今日')
  await expect(frame.rail.getByRole('link', { name: '婚姻' })).toHaveCount(0)
  await expect(page.locator('#desk-search')).toHaveCount(0)

  await frame.go('/settings/accounts')
  await page.getByRole('button', { name: '新账号' }).click()
  await expect(frame.field('account')).toBeFocused()
  await frame.field('account').fill('li.lei')
  await frame.dialog().locator('[data-field="name"] input').fill('李雷')
  await frame.dialog().locator('[data-field="password"] input').fill('another-long-1')
  await frame.dialog().getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /li\.lei/ })).toContainText('登记员')
})

test('a page of a case is not there for the administrator', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  await desk.open('/marriage')
  await desk.page.keyboard.type(office.account)
  await desk.page.keyboard.press('Tab')
  await desk.page.keyboard.type(office.password)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByText('没有这一页')).toBeVisible()
  await expect(frame.rail).toBeVisible()
})
