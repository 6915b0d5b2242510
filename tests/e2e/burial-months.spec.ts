import type { BurialCase, BurialLine } from '../../api/schemas/burial.ts'
import { BurialPage, readBurial } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { expect, test } from './shell.ts'

// The sample closes its months on the fifth: on the third October is over and open.
test.use({ sample: true, clock: '2026-11-03T09:00:00+08:00', own: 'burial', actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

/** A case cremated in a month whose cause of death was an illness. */
const caseOf = async (shell: Parameters<typeof readBurial>[0], month: string): Promise<BurialCase> => {
  const { rows } = await ask<{ rows: readonly BurialLine[] }>(shell, await tokenOf(shell, 'clerk1'), `/api/burials?crematedFrom=${month}-01&crematedTo=${month}-31&kind=body&limit=50`)
  for (const { id } of rows) {
    const found = await readBurial(shell, id)
    if (found.file.deceased.cause === '02' && found.acts.includes('burial.corrected')) return found
  }
  throw new Error(`nobody died of an illness in ${month}`)
}

test('a month is closed by two people; what comes later for it is a late line, and a number opens its lines and its case', async ({ desk, shell }, info) => {
  const today = '2026-11-03'
  await ask(shell, await tokenOf(shell, 'admin'), '/api/accounts', { method: 'POST', body: JSON.stringify({ account: 'manager2', name: '示例审核人', role: 'reviewer', counter: '', password: 'manager2-sample-1949', scope: 'mainland', certifiedUntil: '' }) })
  const page = new BurialPage(desk)
  await page.signIn('manager', '/burial/tables')
  // An open month is said, with the way to its closing.
  await page.page.getByRole('alert').getByRole('link').click()
  const october = page.page.getByRole('row', { name: /^2026-10/ })
  await october.getByRole('button', { name: '封账' }).click()
  await page.fillDialog({ reason: '月报已核对', 'second.account': 'manager2', 'second.password': 'manager2-sample-1949' })
  await page.shoot(info, 'closing', page.dialog())
  await page.submit('封账')
  await expect(october).toContainText('2026-11-03 封账')
  const before = (await october.getByRole('cell').allTextContents()).slice(0, 3)

  // A case of the closed month is corrected: the month stays as it was, the change is counted on the day of its entry.
  const chosen = await caseOf(shell, '2026-10')
  await page.go(`/burial/${chosen.id}`)
  await page.unfold('after')
  await page.page.getByRole('button', { name: '开始更正' }).click()
  await page.input('deceased.cause').fill('01')
  await page.input('deceased.cause').press('Enter')
  await page.press('F9')
  await page.second('clerk2', '医院更正了死因')
  await page.submit('提交更正')
  await desk.open('/burial/tables?table=closing')
  await expect(october.getByRole('cell').nth(3)).toHaveText(/^[1-9]/)
  expect((await october.getByRole('cell').allTextContents()).slice(0, 3)).toEqual(before)
  await page.shoot(info, 'months')
  await page.go(`/burial/tables?table=cremation.causes&from=2026-11-01&to=${today}`)
  await expect(page.page.getByRole('button', { name: /^合计 病故 −1，/ })).toBeVisible()
  await page.shoot(info, 'causes')
  await page.page.getByRole('button', { name: /^合计 自然死亡 1，/ }).click()
  const lines = page.dialog().locator('.data-row')
  await expect(lines).toHaveCount(1)
  await expect(lines.first()).toContainText('封账后补计')
  await expect(lines.first()).toContainText(chosen.cremation?.day ?? 'none')
  await page.shoot(info, 'late-line', page.dialog())
  await lines.first().click()
  await expect(page.page).toHaveURL(new RegExp(`/burial/${chosen.id}$`))
  await expect(page.page.locator('.frame h1')).toContainText(chosen.file.deceased.name)

  // The month report holds, and the number of its bodies is that of the lines behind it.
  await page.go('/burial/tables?table=month&from=2026-10-01&to=2026-10-31')
  const number = page.page.getByRole('row', { name: /^火化遗体/ }).getByRole('button').first()
  const bodies = (await number.textContent()) ?? ''
  await number.click()
  await expect(page.dialog()).toContainText(new RegExp(`(?<!\\d)${bodies}(?!\\d)`))
  await expect(page.dialog().locator('.data-row')).toHaveCount(Number(bodies))
})
