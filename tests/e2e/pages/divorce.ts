import { mkdirSync, writeFileSync } from 'node:fs'
import { Buffer } from 'node:buffer'
import type { DivorceCase } from '../../../api/schemas/divorce.ts'
import type { MarriageCase } from '../../../api/schemas/marriage.ts'
import type { Shell } from '../shell.ts'
import { expect } from '../shell.ts'
import { ask, MarriagePage, photoFile, tokenOf } from './marriage.ts'

/** Marriages of the sample office that stand and of which no divorce is on its way. */
export const standingMarriages = async (shell: Shell, count: number): Promise<readonly MarriageCase[]> => {
  const token = await tokenOf(shell, 'clerk1')
  const { rows } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/marriages?state=delivered&limit=100')
  const found: MarriageCase[] = []
  for (const { id } of rows) {
    const marriage = await ask<MarriageCase>(shell, token, `/api/marriages/${id}`)
    if (marriage.standing === 'standing' && marriage.related.every(({ window }) => window !== 'divorce') && marriage.file.parties.every((party) => party.kind === 'mainland' && !party.military)) found.push(marriage)
    if (found.length === count) return found
  }
  throw new Error(`only ${String(found.length)} standing marriages in the sample`)
}

export const readDivorce = async (shell: Shell, id: string): Promise<DivorceCase> => ask<DivorceCase>(shell, await tokenOf(shell, 'clerk1'), `/api/divorces/${id}`)

/** Keeps every paper of a case that is ready as a PDF, for looking at. */
export const keepPapers = async (shell: Shell, id: string, folder: string): Promise<readonly string[]> => {
  const token = await tokenOf(shell, 'clerk1')
  const { papers } = await readDivorce(shell, id)
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  for (const { paper, party, ready } of papers) {
    if (!ready) continue
    const response = await shell.fetch(`/api/divorces/${id}/papers/${paper}${party === undefined ? '' : `?party=${String(party)}`}`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status, paper).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString(), paper).toBe('%PDF-')
    const name = `${paper}${party === undefined ? '' : `-${String(party)}`}`
    writeFileSync(`${folder}/${name}.pdf`, bytes)
    names.push(name)
  }
  return names
}

/** The page of one divorce. */
export class DivorcePage extends MarriagePage {
  /** Begins at the list, finds the marriage in the register by its number and takes it over by Enter. */
  async begin(marriage: MarriageCase): Promise<void> {
    await this.desk.open('/divorce')
    await expect(this.page.getByRole('button', { name: /^离婚登记申请/ })).toBeVisible()
    await this.press('F9')
    await expect(this.input('marriage.caseId')).toBeFocused()
    await this.input('marriage.caseId').fill(marriage.number)
    await expect(this.section('marriage').getByRole('button', { name: '带出' }).first()).toBeVisible()
    await this.press('Enter')
    await expect(this.input('marriage.number')).toHaveValue(marriage.number)
    await expect(this.input('parties.0.name')).toHaveValue(marriage.file.parties[0].name)
  }

  choice(path: string, name: string) {
    return this.field(path).getByRole('radio', { name, exact: true })
  }

  /** Both booklets shown, every paper seen, the application as it is when nothing is amiss. */
  async apply(lost: readonly (0 | 1)[] = []): Promise<void> {
    for (const party of [0, 1] as const) {
      await this.choice(`marriage.certificates.${String(party)}`, lost.includes(party) ? '遗失' : '已出示').click()
      if (lost.includes(party)) await this.field(`marriage.lostStatements.${String(party)}`).locator('input').check()
    }
    if (lost.length === 2) await this.field('marriage.fileCopy').locator('input').check()
    await this.section('papers').locator('.all-seen input').click()
    await expect(this.section('papers').locator('.all-seen input')).toBeChecked()
    await this.section('application').locator('.all-seen input').check()
    await this.step('受理').getByRole('button').click()
    await this.section('acceptance').getByRole('button', { name: '记下申请' }).click()
    await expect(this.section('acceptance').locator('.fold-content').getByRole('button', { name: '受理', exact: true })).toBeVisible()
    await this.checkNetwork()
    await expect(this.section('acceptance').locator('.fold-content').getByRole('button', { name: '受理', exact: true })).toBeEnabled()
  }

  async checkNetwork(): Promise<void> {
    const boxes = this.section('network').getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await this.section('network').getByRole('button', { name: '记下核对结果' }).click()
    await expect(this.section('network').getByText('身份核对 一致')).toHaveCount(2)
  }

  async accept(): Promise<void> {
    await this.section('acceptance').locator('.fold-content').getByRole('button', { name: '受理', exact: true }).click()
    await this.printPreviewed()
    await expect(this.section('cooling').locator('.days-bar')).toBeVisible()
  }

  /** Prints what the preview shows, by Enter. */
  async printPreviewed(): Promise<void> {
    const dialog = this.page.locator('.preview-dialog')
    await expect(dialog).toBeVisible()
    await this.press('Enter')
    await expect(dialog).toBeHidden()
  }

  async come(receipt = '已出示'): Promise<void> {
    const section = this.section('appearance')
    await expect(section.getByRole('checkbox')).toHaveCount(2)
    for (const box of await section.getByRole('checkbox').all()) await box.check()
    await section.getByRole('radio', { name: receipt }).click()
    await section.getByRole('button', { name: '双方到场，开始审查' }).click()
    await expect(this.section('interviews').locator('.interview')).toHaveCount(2)
  }

  async interview(party: 0 | 1, answers: readonly string[]): Promise<void> {
    const block = this.section('interviews').locator('.interview').nth(party)
    for (const [index, answer] of answers.entries()) await block.locator('textarea').nth(index).fill(answer)
    for (const box of await block.getByRole('checkbox').all()) await box.check()
    await block.getByRole('button', { name: /^记下.*笔录$/ }).click()
    await expect(block.getByText('记录', { exact: false }).first()).toBeVisible()
    await expect(block.getByRole('button', { name: '重新询问' })).toBeVisible()
  }

  async agree(): Promise<void> {
    await this.section('agreement').locator('.all-seen input').check()
    for (const [clause, name] of [['children', '写明“无”'], ['property', '已约定'], ['debts', '写明“无”'], ['pregnancy', '未怀孕']] as const) await this.choice(`agreement.${clause}`, name).click()
  }

  async declare(): Promise<void> {
    for (const box of await this.section('declarations').locator('.all-seen input').all()) await box.check()
  }

  async singlePhotos(): Promise<void> {
    for (const party of [0, 1] as const) {
      const place = this.field(`photos.${String(party)}`)
      await place.locator('input[type=file]').setInputFiles(photoFile(1000, 1400))
      await expect(this.page.locator('.crop-stage')).toBeFocused()
      await this.press('Enter')
      for (const tick of ['recent', 'notComposed']) await this.field(`photos.${String(party)}.${tick}`).locator('input').check()
    }
  }
}
