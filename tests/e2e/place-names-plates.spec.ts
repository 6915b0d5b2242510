import { join } from 'node:path'
import type { GazetteerLine } from '../../api/schemas/gazetteer.ts'
import type { PlateBook } from '../../api/schemas/plates.ts'
import { canSee } from '../fixtures/papers/poppler.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { kept, packed, PlaceNamePage, wordsOfPaper } from './pages/place-names.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

test('a street is numbered on its line, a number confirmed and made, and an address proved', async ({ desk, shell }, info) => {
  const token = await tokenOf(shell, 'clerk1')
  const street = '兰亭街'
  const { rows } = await ask<{ rows: readonly GazetteerLine[] }>(shell, token, `/api/gazetteer?text=${encodeURIComponent(street)}`)
  const entityId = rows.find(({ name, kind }) => name === street && kind === 'STREET')?.entityId ?? ''
  const bookNow = (): Promise<PlateBook> => ask<PlateBook>(shell, token, `/api/plates/${entityId}`)
  expect((await bookNow()).plates).toEqual([])

  // Twelve doors on either side, twenty metres apart: the numbers are seen before they are given out.
  const page = new PlaceNamePage(desk)
  await page.signIn('clerk1', `/place-names/plates/${entityId}`)
  const main = page.page.locator('#main')
  const series = page.page.getByRole('group', { name: '等距录入' })
  await series.getByRole('textbox', { name: '每侧几处' }).fill('12')
  await series.getByRole('textbox', { name: '每隔（米）' }).fill('20')
  await series.getByRole('button', { name: '加入' }).click()
  await expect(main).toContainText(/门户号 24 个，预留号 \d+ 个；其中新增 \d+ 个/)
  expect((await bookNow()).plates).toEqual([])
  await page.picture(info, 'numbering')
  await page.press('F9')
  await page.submit('编号')
  await expect(page.page.getByRole('row', { name: /兰亭街1号/ }).first()).toBeVisible()
  const numbered = await bookNow()
  const gates = numbered.plates.filter(({ standing }) => standing === 'current')
  expect(gates).toHaveLength(24)
  // Odd on one side, even on the other; none twice, none left out on its side.
  for (const odd of [1, 0]) {
    const side = gates.filter(({ number }) => number % 2 === odd)
    expect(new Set(side.map((plate) => plate.side)).size).toBe(1)
    const known = new Set(numbered.plates.filter(({ number }) => number % 2 === odd).map(({ number }) => number))
    expect([...known].sort((a, b) => a - b)).toEqual(Array.from({ length: known.size }, (_, index) => 2 - odd + 2 * index))
  }

  // One number is confirmed to its owner with a certificate, the plates are ordered in a batch.
  await page.page.getByRole('row', { name: /兰亭街3号/ }).first().click()
  const panel = page.page.locator('.plate-panel')
  await panel.getByRole('button', { name: '确认', exact: true }).click()
  await page.fillDialog({ owner: '示例产权人', use: '住宅' })
  await page.submit('确认')
  await expect(panel).toContainText('示例产权人')
  await page.press('Escape')
  await page.press('F9')
  await page.fillDialog({ maker: '示例标牌厂（示例）' })
  await page.submit('制作')
  await expect(page.page.getByRole('group', { name: '状态' })).toContainText('待制作 0')
  await page.picture(info, 'plates')
  const made = await bookNow()
  expect(made.plates.filter(({ standing }) => standing === 'current').every((plate) => plate.made !== null)).toBe(true)
  const third = made.plates.find(({ number, standing }) => number === 3 && standing === 'current')
  expect(third).toMatchObject({ address: expect.stringContaining('兰亭街3号'), confirmed: { owner: '示例产权人' } })

  // The address proof joins several written forms to the one standard address; what differs asks for its reason.
  const forms = ['示例区兰亭街三号', '示例市示例区兰亭路3号'] as const
  await page.go('/place-names/proofs')
  await page.press('F9')
  const dialog = page.dialog()
  await dialog.getByRole('combobox', { name: '街路巷、住宅区' }).fill(street)
  await expect(dialog.getByRole('option', { name: /^兰亭街/ }).first()).toBeVisible()
  await page.press('Enter')
  await expect(dialog.locator('[data-field="entityId"]')).toContainText('换一个')
  await dialog.getByRole('combobox', { name: '门牌号' }).fill('3号')
  await expect(dialog.getByRole('option', { name: /^3号/ }).first()).toBeVisible()
  await page.press('Enter')
  await expect(page.inDialog('owner').locator('input')).toHaveValue('示例产权人')
  await dialog.getByRole('button', { name: '再加一种写法' }).click()
  await page.fillDialog({ 'forms.0.document': '示房权证第 1 号（示例）', 'forms.0.written': forms[0], 'forms.1.written': forms[1] })
  await expect(dialog.locator('.proof-sentence')).toContainText('系同一处房产')
  const reasons = dialog.getByRole('textbox', { name: '理由' })
  await expect(reasons.first()).toBeVisible()
  await dialog.getByRole('button', { name: '出具', exact: true }).click()
  await expect(dialog).toBeVisible()
  for (let index = 0; index < (await reasons.count()); index += 1) await reasons.nth(index).fill('原路名写法，经核实为同一处。')
  await page.submit('出具')
  const proof = page.page.getByRole('complementary', { name: /^地名证明 / })
  await expect(proof).toContainText(third?.address ?? '?')
  await page.picture(info, 'proof')
  const number = new URL(page.page.url()).searchParams.get('number') ?? ''
  const { rows: proofs } = await ask<{ rows: readonly object[] }>(shell, token, `/api/address-proofs?entityId=${entityId}`)
  expect(proofs).toMatchObject([{ number, standard: third?.address, withdrawn: null, forms: [{ written: forms[0] }, { written: forms[1] }] }])

  const folder = kept(info, 'plates')
  const paper = (name: string, number = ''): Promise<string> => wordsOfPaper(shell, `/api/plates/${entityId}/papers/place-names.${name}${number === '' ? '' : `?number=${encodeURIComponent(number)}`}`, join(folder, `${name}.pdf`))
  const [list, certificate, proved] = [await paper('plateList'), await paper('plateCertificate', third?.key), await wordsOfPaper(shell, `/api/address-proofs/paper?number=${encodeURIComponent(number)}`, join(folder, 'proof.pdf'))]
  if (canSee) {
    for (const { label } of gates) expect(list).toContain(label)
    for (const part of ['示例产权人', '兰亭街3号', third?.confirmed?.certificate ?? '?']) expect(certificate).toContain(part)
    for (const part of [number, packed(third?.address ?? '?'), ...forms]) expect(proved).toContain(part)
  }
})
