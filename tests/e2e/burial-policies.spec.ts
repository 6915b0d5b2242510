import type { Quote } from '../../api/schemas/waiver.ts'
import { BurialPage, daysFrom, send, todayOf } from './pages/burial.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

test('a policy is copied, its example breaks and says in what, and two people put it in force from its day', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const [first, last] = [daysFrom(today, 40), daysFrom(today, 39)]
  const page = new BurialPage(desk)
  await page.signIn('manager', '/burial/policies')
  await page.page.getByRole('row', { name: /示例区惠民殡葬减免办法（示例）/ }).first().click()
  await expect(page.page.getByRole('heading', { name: '减免什么' }).or(page.page.getByText('减免什么')).first()).toBeVisible()
  await page.press('F2')
  await expect(page.page).toHaveURL(/\/burial\/policies\/drafts\//)
  await expect(page.input('id')).toHaveValue(/^SAMPLE-2020-\d{4}/)
  const id = await page.input('id').inputValue()
  await page.input('from').fill(first)
  await page.input('documentNumber').fill('示民〔2026〕9号（示例）')
  await page.page.getByRole('button', { name: '把算例移到执行期间内' }).click()
  // Less for a cremation: the worked example no longer comes out, and the page says in what.
  await page.page.locator('[data-field="layers.0.items.2.measures.0.capFen"] input').fill('200')
  const example = page.page.locator('[data-field="examples.0"]')
  await expect(example.locator('.tag.stop', { hasText: '不相符' })).toBeVisible()
  await example.locator('summary').first().click()
  await expect(example.locator('.example-compare .finding-note.stop').first()).toContainText(/1900|1,900/)
  await page.shoot(info, 'policy')
  await example.getByRole('button', { name: '以计算结果为应得结果' }).click()
  await expect(example.locator('.tag.good', { hasText: '相符' })).toBeVisible()
  // Days of two versions must not overlap: the one in force is ended first, by two people.
  await page.page.getByRole('button', { name: `将其终止于 ${last}` }).click()
  await page.second('clerk1', '新办法印发')
  await page.submit('终止')
  const ready = page.page.locator('.tag.good', { hasText: '可以生效' })
  await expect(ready).toBeVisible()
  await page.press('F9')
  await expect(page.dialog()).toContainText('200')
  // The one who wrote it cannot approve it.
  await page.second('manager', '按新文件调整火化减免标准')
  await page.dialog().getByRole('button', { name: '生效', exact: true }).click()
  await expect(page.dialog().locator('.finding-note.stop, [role=alert]').first()).toBeVisible()
  await page.second('clerk1', '按新文件调整火化减免标准')
  await page.shoot(info, 'adopt', page.dialog())
  await page.submit('生效')
  await expect(page.page).toHaveURL(new RegExp(`/burial/policies/${id}$`))
  await expect(page.page.locator('.frame main')).toContainText(`${first} 起`)

  // The quote goes by the day of the cremation: the former version up to its last day, the new one from its first.
  const line = { id: 'l1', item: 'cremation', unit: 'body', quantity: 1, unitPriceFen: 30_000, chosen: false, from: '' }
  const waivedOn = async (cremation: string): Promise<number> => {
    const facts = { areas: { hukou: '990101', death: '990101', cremation: '990101' }, days: { death: today, arrival: '', cremation, invoice: '' }, flags: {}, mode: 'till', lines: [line], settled: [] }
    return (await send<Quote>(shell, 'clerk1', '/api/waivers/quote', { facts })).waivedFen
  }
  expect([await waivedOn(last), await waivedOn(first)]).toEqual([30_000, 20_000])
})
