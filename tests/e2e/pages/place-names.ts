import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, TestInfo } from '@playwright/test'
import type { PlaceNameAct, PlaceNameCase } from '../../../api/schemas/place-names.ts'
import { canSee, textOf } from '../../fixtures/papers/poppler.ts'
import type { Shell } from '../shell.ts'
import { expect } from '../shell.ts'
import { expectNoBarriers } from './accessibility.ts'
import { BurialPage, send } from './burial.ts'
import { ask, tokenOf } from './marriage.ts'

/** Where the papers and pictures of a test are kept for looking at. */
export const kept = (info: TestInfo, name: string): string => {
  const folder = join(info.config.rootDir, '..', '..', 'test-results', `place-names-${info.project.name}`, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

export const readCase = async (shell: Shell, id: string): Promise<PlaceNameCase> => ask<PlaceNameCase>(shell, await tokenOf(shell, 'clerk1'), `/api/place-name-cases/${id}`)
export const actOn = (shell: Shell, now: PlaceNameCase, act: PlaceNameAct): Promise<PlaceNameCase> => send<PlaceNameCase>(shell, 'clerk1', `/api/place-name-cases/${now.id}/acts`, { revision: now.revision, act })

/** Words of a paper as they were printed, without blanks and ends of lines, which the setting of a page moves. */
export const wordsOfPaper = async (shell: Shell, path: string, file: string, account = 'clerk1'): Promise<string> => {
  const response = await shell.fetch(path, { headers: { authorization: `Bearer ${await tokenOf(shell, account)}` } })
  expect(response.status, path).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 5).toString(), path).toBe('%PDF-')
  writeFileSync(file, bytes)
  // In the order in which it was drawn: cell by cell.
  return !canSee ? '' : textOf(bytes, '-raw').replaceAll(/\s+/gu, '')
}

/** Keeps every paper of a case that is ready as a PDF; the words of each by its name, those of several of a kind one after the other. */
export const keepCasePapers = async (shell: Shell, id: string, folder: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const { paper, ready, number } of (await readCase(shell, id)).papers) {
    if (!ready) continue
    const words = await wordsOfPaper(shell, `/api/place-name-cases/${id}/papers/${paper}${number === undefined ? '' : `?number=${encodeURIComponent(number)}`}`, `${folder}/${paper}${number === undefined ? '' : `-${number.replaceAll(/[^\w]/gu, '_')}`}.pdf`)
    found.set(paper, (found.get(paper) ?? '') + words)
  }
  return found
}

/** What papers print of a spelling or sentence, without blanks. */
export const packed = (text: string): string => text.replaceAll(/\s+/gu, '')

/** The page of one case, and what all pages on place names share. */
export class PlaceNamePage extends BurialPage {
  /** The body of a section; its title bar has buttons too. */
  body(section: string): Locator {
    return this.page.locator(`#body-${section}`)
  }
  in(section: string, path: string): Locator {
    return this.body(section).locator(`[data-field="${path}"]`).first()
  }
  async put(section: string, path: string, value: string): Promise<void> {
    const box = this.in(section, path).locator('input, textarea').first()
    await box.fill(value)
    await box.blur()
  }
  /** Takes the entry of a table that fits what is typed. */
  async take(section: string, path: string, typed: string, label: string): Promise<void> {
    const box = this.in(section, path).locator('input').first()
    await box.fill(typed)
    await expect(this.page.getByRole('option', { name: label }).first()).toBeVisible()
    await box.press('Enter')
    await expect(box).toHaveValue(label)
  }
  async tick(section: string, path: string, name: string): Promise<void> {
    const one = this.in(section, path).getByRole('radio', { name, exact: true })
    await one.click()
    await expect(one).toHaveAttribute('aria-checked', 'true')
  }
  /** Finds a standing name of the gazetteer for an act on it. */
  async takeEntity(item: string, name: string): Promise<void> {
    const field = this.in('names', `items.${item}.entityId`)
    await field.getByRole('combobox').fill(name)
    await expect(this.page.getByRole('option', { name: new RegExp(`^${name}`) }).first()).toBeVisible()
    await field.getByRole('combobox').press('Enter')
    await expect(field).toContainText('已选定')
  }
  /** Opens an act of a section, fills its form and does it; the form goes when it is done. */
  async act(section: string, verb: string, values: Readonly<Record<string, string>> = {}, choices: Readonly<Record<string, string>> = {}, more?: (form: Locator) => Promise<void>): Promise<void> {
    await this.unfold(section)
    const opened = this.body(section).locator('.act-form')
    await this.body(section).getByRole('button', { name: verb, exact: true }).first().click()
    const form = opened.last()
    await expect(form).toBeVisible()
    for (const [path, choice] of Object.entries(choices)) await form.locator(`[data-field="${path}"]`).getByRole('radio', { name: choice, exact: true }).click()
    for (const [path, value] of Object.entries(values)) await form.locator(`[data-field="${path}"]`).locator('input, textarea').first().fill(value)
    await more?.(form)
    await form.locator('.section-acts').getByRole('button', { name: verb, exact: true }).click()
    await expect(opened).toHaveCount(0)
  }
  /** Reasons for whatever the rules ask of what was typed. */
  async answerAll(reason: string): Promise<number> {
    const boxes = this.body('names').locator('.answer-box input')
    const count = await boxes.count()
    for (let index = 0; index < count; index += 1) await boxes.nth(index).fill(reason)
    return count
  }
  async state(words: string): Promise<void> {
    await expect(this.page.locator('.page-head')).toContainText(words)
  }
  async picture(info: TestInfo, name: string): Promise<void> {
    await expectNoBarriers(this.page, name)
    await this.page.screenshot({ path: join(kept(info, 'pictures'), `${name}.png`) })
  }
}
