import { join } from 'node:path'
import type { GazetteerLine } from '../../api/schemas/gazetteer.ts'
import type { PlateBook, ProofLine } from '../../api/schemas/plates.ts'
import { canSee } from '../fixtures/papers/poppler.ts'
import { refusal, send, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { kept, packed, PlaceNamePage, wordsOfPaper } from './pages/place-names.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

test('a street is numbered on its line, a number confirmed and made, and an address proved', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
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
  expect(third).toMatchObject({ address: expect.stringContaining('兰亭街3号') as string, confirmed: { owner: '示例产权人' } })

  // The address proof joins several written forms to the one standard address; what differs asks for its reason.
  const forms = [{ source: 'realEstate', document: '示房权证第 1 号（示例）', written: '示例区兰亭街三号' }, { source: 'licence', document: '', written: '示例市示例区兰亭路3号' }]
  const proof = { day: today, applicant: '示例产权人', owner: '示例产权人', entityId, key: third?.key ?? '', standard: '', forms, signer: '', answers: [] as object[] }
  const checked = await send<{ ready: boolean; standard: string; findings: readonly { rule: string; field?: string; severity: string }[] }>(shell, 'clerk1', '/api/address-proofs/check', proof)
  expect(checked).toMatchObject({ ready: false, standard: third?.address })
  expect(await refusal(shell, 'clerk1', '/api/address-proofs', { ...proof, number: '' })).toMatchObject({ status: 422, error: { code: 'findings' } })
  const answers = checked.findings.map(({ rule, field = '' }) => ({ rule, field, reason: '原路名写法，经核实为同一处。' }))
  const issued = await send<ProofLine>(shell, 'clerk1', '/api/address-proofs', { ...proof, answers, number: '' })
  expect(issued).toMatchObject({ standard: third?.address, withdrawn: null })

  const folder = kept(info, 'plates')
  const paper = (name: string, number = ''): Promise<string> => wordsOfPaper(shell, `/api/plates/${entityId}/papers/place-names.${name}${number === '' ? '' : `?number=${encodeURIComponent(number)}`}`, join(folder, `${name}.pdf`))
  const [list, certificate, proved] = [await paper('plateList'), await paper('plateCertificate', third?.key), await wordsOfPaper(shell, `/api/address-proofs/paper?number=${encodeURIComponent(issued.number)}`, join(folder, 'proof.pdf'))]
  if (canSee) {
    for (const { label } of gates) expect(list).toContain(label)
    for (const part of ['示例产权人', '兰亭街3号', third?.confirmed?.certificate ?? '?']) expect(certificate).toContain(part)
    for (const part of [issued.number, packed(issued.standard), ...forms.map(({ written }) => written)]) expect(proved).toContain(part)
  }
})
