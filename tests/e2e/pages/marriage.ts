import { Buffer } from 'node:buffer'
import { encode } from 'jpeg-js'
import { checkDigit17 } from '../../../domain/identity/index.ts'
import type { MarriageCase } from '../../../api/schemas/marriage.ts'
import type { Desk, Shell } from '../shell.ts'
import { expect } from '../shell.ts'

/** A citizen number of the test area that no real person has. */
export const sampleNumber = (birth: string, sex: 1 | 2, order: number): string => {
  const first17 = `990101${birth.replaceAll('-', '')}${String(order).padStart(2, '0')}${String(sex)}`
  return first17 + checkDigit17(first17)
}

export interface CardFacts {
  readonly name: string
  readonly sex: 1 | 2
  readonly birth: string
  readonly order: number
}

/** A card as a reader hands it over: one line, fields in the usual order. */
export const cardLine = ({ name, sex, birth, order }: CardFacts): string =>
  [name, sex === 1 ? '男' : '女', '汉', birth.replaceAll('-', ''), `示例市示例区槐荫路 ${String(order)} 号`, sampleNumber(birth, sex, order), '示例市公安局示例分局', '20230601', '20430601'].join('|')

/** A joint photo of two plain figures, large enough for 300 dpi. */
export const photoFile = (width = 1200, height = 900): { name: string; mimeType: string; buffer: Buffer } => {
  const data = Buffer.alloc(width * height * 4)
  const within = (x: number, y: number, cx: number, cy: number, r: number) => (x - cx) ** 2 + (y - cy) ** 2 < r * r
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x / width, y / height]
      const [r, g, b] = within(u, v * 0.75, 0.36, 0.33, 0.1) || within(u, v * 0.75, 0.64, 0.35, 0.095) ? [236, 200, 170] : v > 0.58 && Math.abs(u - 0.36) < 0.16 ? [30, 40, 70] : v > 0.6 && Math.abs(u - 0.64) < 0.15 ? [240, 240, 245] : [176, 30, 36]
      data.set([r, g, b, 255], (y * width + x) * 4)
    }
  }
  return { name: 'couple.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(encode({ data, width, height }, 88).data) }
}

/** Asks the door without the page. */
export const ask = async <T>(shell: Shell, token: string, path: string, init: RequestInit = {}): Promise<T> => {
  const response = await shell.fetch(path, { ...init, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } })
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`${String(response.status)} ${path} ${JSON.stringify(body)}`)
  return body as T
}

/** A token of a sample account, for what a test prepares or compares. */
export const tokenOf = async (shell: Shell, account: string): Promise<string> => {
  const known = shell.accounts.find((entry) => entry.account === account)
  if (known === undefined) throw new Error(`no account ${account}`)
  const response = await shell.fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password: known.password, counter: '2' }) })
  return ((await response.json()) as { token: string }).token
}

/** The page on which a couple is registered, driven by the keyboard alone; every key is counted. */
export class MarriagePage {
  readonly desk: Desk
  presses = 0
  constructor(desk: Desk) {
    this.desk = desk
    // The browser's own viewer of papers, put away while it was still loading its parts.
    desk.expectProblem(/net::ERR_(FAILED|ABORTED) \(chrome:\/\/resources\//)
  }
  get page() {
    return this.desk.page
  }

  /** Signs in by the form. */
  async signIn(account = 'clerk1', path = '/'): Promise<void> {
    const known = this.desk.shell.accounts.find((entry) => entry.account === account)
    if (known === undefined) throw new Error(`no account ${account}`)
    await this.desk.open(path)
    // Choosers are caught from the start: a listener set in the same breath as the key comes too late now and then.
    this.page.on('filechooser', () => undefined)
    await this.page.locator('input[autocomplete="username"]').fill(account)
    await this.page.locator('input[type=password]').fill(known.password)
    await this.page.keyboard.press('Enter')
    await expect(this.page.locator('.frame')).toBeVisible()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1
      await this.page.keyboard.press(key)
    }
  }

  /** Types by single keys, each counted. */
  async type(text: string): Promise<void> {
    await this.press(...text)
  }

  /** Pastes as Ctrl+V does; one press. */
  async paste(text: string): Promise<void> {
    this.presses += 1
    await this.page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  }

  field(path: string) {
    return this.page.locator(`[data-field="${path}"]`).first()
  }
  input(path: string) {
    return this.field(path).locator('input, textarea').first()
  }
  section(id: string) {
    return this.page.locator(`[data-section="${id}"]`)
  }
  step(name: string) {
    return this.page.locator('.step-bar .step', { hasText: name })
  }

  async openNew(kind = ''): Promise<void> {
    await this.page.evaluate((to) => { history.pushState(null, '', to) }, `/marriage/new${kind === '' ? '' : `?kind=${kind}`}`)
    await expect(this.section('parties')).toBeVisible()
    await expect(this.input(kind === 'late' ? 'cohabitedSince' : kind === 'remarriage' ? 'formerDivorce.day' : 'parties.0.name')).toBeFocused()
  }

  /** A card, then marital status, education and occupation by their codes. */
  async party(index: 0 | 1, card: CardFacts, codes: { readonly status: string; readonly education: string; readonly occupation: string }): Promise<void> {
    await this.paste(cardLine(card))
    await expect(this.input(`parties.${index}.maritalStatus`)).toBeFocused()
    await this.type(codes.status)
    await this.press('Enter')
    await this.type(codes.education)
    await this.press('Enter')
    await this.type(codes.occupation)
    await this.press('Enter')
  }

  /** Chooses a photo, takes the crop as it stands, and confirms both points. */
  async photo(): Promise<void> {
    await expect(this.section('photo').getByRole('button', { name: '选照片' })).toBeFocused()
    const chooser = this.page.waitForEvent('filechooser')
    await this.press('Enter')
    await (await chooser).setFiles(photoFile())
    await expect(this.page.locator('.crop-stage')).toBeFocused()
    await this.press('Enter')
    await expect(this.field('photo.joint').locator('input')).toBeFocused()
    await this.press('Space')
    await expect(this.field('photo.notComposed').locator('input')).toBeFocused()
    await this.press('Space')
  }

  /** F9 once the page waits for nothing. */
  async forward(to: string): Promise<void> {
    await this.press('F9')
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.closest('[data-section]')?.getAttribute('data-section'))).toBe(to)
  }

  caseId(): string {
    const url = new URL(this.page.url())
    return url.searchParams.get('case') ?? url.pathname.split('/').at(-1) ?? ''
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('.save-words.good')).toBeVisible()
  }
}

export const readCase = (shell: Shell, token: string, id: string): Promise<MarriageCase> => ask<MarriageCase>(shell, token, `/api/marriages/${id}`)
