import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, TestInfo } from '@playwright/test'
import { findFormOn } from '../../../domain/burial/certificate.ts'
import { emptyBurialFile } from '../../../domain/burial/file.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import type { BurialCase } from '../../../api/schemas/burial.ts'
import { plotId } from '../../../domain/burial/placement/cemetery.ts'
import type { Board, CemeteryLine, PlotReply } from '../../../api/schemas/placement.ts'
import type { BurialTable } from '../../../api/schemas/waiver.ts'
import type { Shell } from '../shell.ts'
import { expect } from '../shell.ts'
import { expectNoBarriers } from './accessibility.ts'
import type { CardFacts } from './marriage.ts'
import { ask, MarriagePage, sampleNumber, tokenOf } from './marriage.ts'

/** Where the papers and pictures of a test are kept for looking at. */
export const kept = (info: TestInfo, name: string): string => {
  const folder = join(info.config.rootDir, '..', '..', 'test-results', `burial-${info.project.name}`, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The civil day of the office now. */
export const todayOf = async (shell: Shell): Promise<string> => (await ask<{ today: string }>(shell, await tokenOf(shell, 'clerk1'), '/api/office')).today
/** So many days from a day on; before it when negative. */
export const daysFrom = (day: string, days: number): string => addDays(civilDate(day), days)

export const readBurial = async (shell: Shell, id: string): Promise<BurialCase> => ask<BurialCase>(shell, await tokenOf(shell, 'clerk1'), `/api/burials/${id}`)
export const readPlot = async (shell: Shell, plot: string): Promise<PlotReply> => ask<PlotReply>(shell, await tokenOf(shell, 'clerk1'), `/api/plots?plot=${encodeURIComponent(plot)}`)

/** A plot or niche of the register that nobody has, one of those far from where the sample year has filled the rows; `skip` leaves out as many. */
export const freePlot = async (shell: Shell, what: 'plot' | 'niche', skip = 0): Promise<string> => {
  const token = await tokenOf(shell, 'clerk1')
  const { cemeteries } = await ask<{ cemeteries: readonly CemeteryLine[] }>(shell, token, '/api/cemeteries')
  for (const { id, sections } of cemeteries) {
    const section = sections.find((one) => one.section.what === what && !one.section.eco && (one.standing.byState['available'] ?? 0) > 50)?.section
    if (section === undefined) continue
    const board = await ask<Board>(shell, token, `/api/cemeteries/${id}/board?section=${encodeURIComponent(section.code)}`)
    const free = board.rows.flatMap(({ row, level, states }) => [...states].flatMap((state, index) => (state === 'f' ? [plotId({ cemetery: id, section: section.code, row, level, column: index + 1 }, what)] : [])))
    const found = free.at(-1 - skip)
    if (found !== undefined) return found
  }
  throw new Error(`no free ${what}`)
}

/** Sends a body to the door as a clerk. */
export const send = async <T>(shell: Shell, account: string, path: string, body: unknown): Promise<T> => ask<T>(shell, await tokenOf(shell, account), path, { method: 'POST', body: JSON.stringify(body) })

export interface Refusal {
  readonly status: number
  readonly error: { readonly code: string; readonly field?: string; readonly text: { readonly zh: string; readonly en: string } }
}
/** What the door says to a body that it turns down. */
export const refusal = async (shell: Shell, account: string, path: string, body: unknown): Promise<Refusal> => {
  const response = await shell.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(shell, account)}` }, body: JSON.stringify(body) })
  return { status: response.status, ...((await response.json()) as Pick<Refusal, 'error'>) }
}

/** Bodies and limbs that the month report counts on a day. */
export const bodiesOf = async (shell: Shell, day: string): Promise<{ readonly cremated: number; readonly limb: number }> => {
  const { rows } = await ask<BurialTable>(shell, await tokenOf(shell, 'manager'), `/api/burial-tables/month?from=${day}&to=${day}`)
  const of = (id: string): number => rows.find((row) => row.id === id)?.cells[0]?.value ?? -1
  return { cremated: of('cremated'), limb: of('limb') }
}

const keep = async (shell: Shell, path: string, token: string, file: string): Promise<void> => {
  const response = await shell.fetch(path, { headers: { authorization: `Bearer ${token}` } })
  expect(response.status, path).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 5).toString(), path).toBe('%PDF-')
  writeFileSync(file, bytes)
}

/** Keeps every paper of a case that is ready as a PDF; names of the papers kept. */
export const keepCasePapers = async (shell: Shell, id: string, folder: string): Promise<readonly string[]> => {
  const token = await tokenOf(shell, 'clerk1')
  const names: string[] = []
  for (const { paper, ready } of (await readBurial(shell, id)).papers) {
    if (!ready) continue
    await keep(shell, `/api/burials/${id}/papers/${paper}`, token, `${folder}/${paper}.pdf`)
    names.push(paper)
  }
  return names
}

/** Keeps every paper of a plot that is ready as a PDF; names of the papers kept. */
export const keepPlotPapers = async (shell: Shell, plot: string, folder: string): Promise<readonly string[]> => {
  const token = await tokenOf(shell, 'clerk1')
  const found = await readPlot(shell, plot)
  const names: string[] = []
  for (const { paper, ready } of found.papers) {
    if (!ready) continue
    const of = paper.toLowerCase().includes('certificate') ? found.interments.filter(({ certificate }) => certificate !== '').at(-1)?.interment : undefined
    await keep(shell, `/api/plots/papers/${paper}?plot=${encodeURIComponent(plot)}${of === undefined ? '' : `&interment=${encodeURIComponent(of)}`}`, token, `${folder}/${paper}.pdf`)
    names.push(paper)
  }
  return names
}

export interface Death {
  readonly card: CardFacts
  /** The day of the death; the certificate is of the same day. */
  readonly death: string
  readonly agent: CardFacts
}

/** The file of a resident with the death certificate of the day, consent signed; for what a test prepares. */
export const deathFile = ({ card, death, agent }: Death, consented = true): BurialFile => {
  const number = sampleNumber(card.birth, card.sex, card.order)
  const blank = emptyBurialFile()
  return {
    ...blank,
    deceased: { ...blank.deceased, name: card.name, identityNumber: number, sex: String(card.sex) as '1', ethnicity: '01', birth: card.birth, hukou: '990101', hukouAddress: `示例市示例区槐荫路 ${String(card.order)} 号`, death, deathArea: '990101', deathPlace: '示例区人民医院（示例）', cause: '02', manner: 'normal', infectious: 'no' },
    certificate: { ...blank.certificate, ...(findFormOn(death) === 'form2013' ? { kind: 'form2013', part: 4, number: `990101${String(card.order)}00417` } : { kind: 'form2026', number }), issuedOn: death, issuer: '示例区人民医院（示例）', seen: true },
    agent: { ...blank.agent, name: agent.name, identityNumber: sampleNumber(agent.birth, agent.sex, agent.order), relation: 'child', phone: '555-0144' },
    intake: { ...blank.intake, certificateCompared: true, contradictsCause: 'no', disinfected: true },
    consent: consented ? { signed: true, signedOn: death, signer: agent.name, relation: 'child' } : blank.consent,
  }
}

/** Opens a case at the door and takes it as far as the store. */
export const storedCase = async (shell: Shell, file: BurialFile, arrivedAt: string): Promise<BurialCase> => {
  const opened = await send<BurialCase>(shell, 'clerk1', '/api/burials', { file })
  const received = await send<BurialCase>(shell, 'clerk1', `/api/burials/${opened.id}/acts`, { revision: opened.revision, act: { kind: 'received', arrivedAt, collectedBy: '', vehicle: '' } })
  return send<BurialCase>(shell, 'clerk1', `/api/burials/${opened.id}/acts`, { revision: received.revision, act: { kind: 'stored', storedAt: arrivedAt, unit: '' } })
}

/** Opens a case at the door and cremates on a day. */
export const crematedCase = async (shell: Shell, death: Death, day: string): Promise<BurialCase> => {
  const stored = await storedCase(shell, deathFile(death), `${day}T00:00:00+08:00`)
  return send<BurialCase>(shell, 'clerk1', `/api/burials/${stored.id}/decision`, { revision: stored.revision, decision: { kind: 'cremated', startedAt: `${day}T00:10:00+08:00`, endedAt: `${day}T00:50:00+08:00`, furnace: '1号炉', operator: '', recording: '' } })
}

/** The page of one case, and what all pages of funeral affairs share. */
export class BurialPage extends MarriagePage {
  /** Goes to a page of the desk without loading it anew, as its links do. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await expect(this.page.locator('.frame h1')).toBeVisible()
  }

  choice(path: string, name: string): Locator {
    return this.field(path).getByRole('radio', { name, exact: true })
  }
  /** Types into the field that has the focus; Enter goes on to the next one. */
  async enter(path: string, text: string, next: string): Promise<void> {
    await expect(this.input(path)).toBeFocused()
    if (text !== '') await this.page.keyboard.type(text)
    await this.press('Enter')
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))).toBe(next)
  }
  button(section: string, name: string | RegExp): Locator {
    return this.section(section).locator('.fold-content').getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  }
  dialog(): Locator {
    return this.page.getByRole('dialog').last()
  }
  /** A field of the dialog in front. */
  inDialog(path: string): Locator {
    return this.dialog().locator(`[data-field="${path}"]`).first()
  }
  async fillDialog(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, value] of Object.entries(values)) {
      const field = this.inDialog(path).locator('input, textarea, select').first()
      if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
      else await field.fill(value)
      // A choice from a table is taken by Enter.
      if ((await field.getAttribute('role')) === 'combobox') await field.press('Enter')
    }
  }
  /** The dialog does its act and goes. */
  async submit(verb: string): Promise<void> {
    const dialog = this.dialog()
    await dialog.getByRole('button', { name: verb, exact: true }).click()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }
  /** Reason and second person of an act that needs two. */
  async second(account: string, reason: string): Promise<void> {
    const known = this.desk.shell.accounts.find((entry) => entry.account === account)
    await this.fillDialog({ reason, 'second.account': account, 'second.password': known?.password ?? '' })
  }

  /** Unfolds a section of the case by its heading. */
  async unfold(section: string): Promise<void> {
    const head = this.section(section).locator('.fold-head button')
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
    await expect(head).toHaveAttribute('aria-expanded', 'true')
  }

  /** The section that has the focus. */
  async expectIn(section: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.closest('[data-section]')?.getAttribute('data-section'))).toBe(section)
  }

  /** Puts the paper in the preview away by Enter, which prints and records it. */
  async printPreviewed(): Promise<void> {
    const dialog = this.page.locator('.preview-dialog')
    await expect(dialog).toBeVisible()
    await expect(dialog.getByRole('button', { name: /^打印/ }).first()).toBeEnabled()
    await this.press('Enter')
    await expect(dialog).toBeHidden()
  }

  /** Adds an item of the price list to the bill. */
  async addItem(name: string): Promise<void> {
    const rows = this.section('fees').locator('tbody [data-field^="lines."]')
    const before = await rows.count()
    const box = this.section('fees').getByRole('combobox', { name: '加收费项目' })
    await box.fill(name)
    await box.press('Enter')
    await expect(rows).toHaveCount(before + 1)
  }

  /** Answers a question that the waiver leaves open. */
  async answer(field: string, answer: '是' | '否' | '不详'): Promise<void> {
    await this.section('fees').locator(`[data-field="${field}"]`).getByRole('radio', { name: answer }).click()
  }

  /** Opens a plot of the register on its board. */
  async openPlot(plot: string): Promise<void> {
    await this.go(`/burial/plots/${plot.split('/')[0] ?? ''}?section=${encodeURIComponent(plot.split('/')[1] ?? '')}&plot=${encodeURIComponent(plot)}`)
    await expect(this.plotPanel.locator('h2')).toBeFocused()
  }
  get plotPanel(): Locator {
    return this.page.locator('.plot-panel')
  }

  /** What the quote gives now, in fen; waits until it is worked out. */
  async expectWaived(fen: number): Promise<void> {
    await expect(this.section('fees').locator('.fees')).toHaveAttribute('data-quote', String(fen))
  }

  /** Keeps a picture of the whole page or a part of it, on which there is no barrier. */
  async shoot(info: TestInfo, name: string, part: Locator = this.page.locator('body')): Promise<void> {
    await expectNoBarriers(this.page, name)
    await part.screenshot({ path: join(kept(info, 'pictures'), `${name}.png`) })
  }
}
