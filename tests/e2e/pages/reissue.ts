import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { PaperLine } from '../../../api/schemas/case.ts'
import type { MarriageCase } from '../../../api/schemas/marriage.ts'
import type { ReissueCase } from '../../../api/schemas/reissue.ts'
import type { Desk, Shell } from '../shell.ts'
import { expect } from '../shell.ts'
import type { CardFacts } from './marriage.ts'
import { ask, MarriagePage, tokenOf } from './marriage.ts'

export const readReissue = async (shell: Shell, id: string): Promise<ReissueCase> => ask<ReissueCase>(shell, await tokenOf(shell, 'clerk1'), `/api/reissues/${id}`)
export const readMarriage = async (shell: Shell, id: string): Promise<MarriageCase> => ask<MarriageCase>(shell, await tokenOf(shell, 'clerk1'), `/api/marriages/${id}`)

/** Keeps every paper of a case that is ready as a PDF, for looking at; names of the papers kept. */
export const keepPapersOf = async (shell: Shell, of: 'marriages' | 'reissues', { id, papers }: { readonly id: string; readonly papers: readonly PaperLine[] }, folder: string): Promise<readonly string[]> => {
  const token = await tokenOf(shell, 'clerk1')
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  for (const { paper, party, ready } of papers) {
    if (!ready) continue
    const response = await shell.fetch(`/api/${of}/${id}/papers/${paper}${party === undefined ? '' : `?party=${String(party)}`}`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status, paper).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString(), paper).toBe('%PDF-')
    const name = `${paper}${party === undefined ? '' : `-${String(party)}`}`
    writeFileSync(`${folder}/${name}.pdf`, bytes)
    names.push(name)
  }
  return names
}

/** Registers a couple on the marriage page, from the cards to the certificates in hand. */
export const registerCouple = async (desk: Desk, account: string, man: CardFacts, woman: CardFacts): Promise<MarriageCase> => {
  const page = new MarriagePage(desk)
  await page.signIn(account)
  await page.openNew()
  const codes = { status: '1', education: '21', occupation: '2' }
  await page.party(0, man, codes)
  await page.party(1, woman, codes)
  await page.forward('papers')
  await page.press('Space')
  await page.forward('photo')
  await page.photo()
  await page.forward('network')
  const id = page.caseId()
  for (const party of [0, 1]) {
    await expect(page.section('network').locator('input[type=checkbox]').nth(party)).toBeFocused()
    await page.press('Space')
  }
  await page.forward('declarations')
  for (const party of [0, 1]) {
    await expect(page.section('declarations').locator('[data-chain=all] input').nth(party)).toBeFocused()
    await page.press('Space')
  }
  await page.forward('decision')
  await expect(page.input('serials.0')).toHaveValue(/\d{5,}/)
  await page.forward('certificates')
  await page.press('F8')
  await expect(page.page.locator('.preview-dialog')).toBeVisible()
  await page.press('Enter')
  await expect(page.page.locator('.preview-dialog')).toBeHidden()
  await page.forward('proofread')
  for (const box of await page.section('proofread').getByRole('checkbox').all()) await box.check()
  await page.section('proofread').getByRole('button', { name: '校对完毕' }).click()
  for (const point of ['本人到场', '已询问姓名', '领证签名', '已按指纹']) await page.section('delivery').getByRole('checkbox', { name: point }).first().check()
  await page.page.locator('#body-delivery').getByRole('button', { name: '发证', exact: true }).click()
  await expect(page.section('delivery')).toContainText('双方已领证')
  return readMarriage(desk.shell, id)
}

/** The page of one reissue. */
export class ReissuePage extends MarriagePage {
  choice(path: string, name: string) {
    return this.field(path).getByRole('radio', { name, exact: true })
  }

  /** Begins at the list and looks the registration up by its number. */
  async find(number: string): Promise<void> {
    await this.desk.open('/reissue')
    await expect(this.page.locator('.data-row').first()).toBeVisible()
    await this.press('F9')
    await expect(this.input('original.caseId')).toBeFocused()
    await this.input('original.caseId').fill(number)
    await expect(this.section('original').getByRole('button', { name: '带出' }).first()).toBeVisible()
    await this.press('Enter')
  }

  /** Takes what the preview shows as printed, by Enter. */
  async printPreviewed(): Promise<void> {
    const dialog = this.page.locator('.preview-dialog')
    await expect(dialog).toBeVisible()
    await this.press('Enter')
    await expect(dialog).toBeHidden()
  }
}
