import { expect, type Locator, type Page } from '@playwright/test'
import type { Account, Desk } from '../shell.ts'

/** What the desk looks like to its user; written to the browser's store before the page opens. */
export interface Look {
  readonly language?: 'zh' | 'en'
  readonly shade?: 'light' | 'dark'
  readonly size?: 14 | 16 | 18
}

/** The frame of the desk: sign-in, lock, rail, search, account menu. */
export class OfficeDesk {
  readonly desk: Desk
  readonly page: Page
  constructor(desk: Desk) {
    this.desk = desk
    this.page = desk.page
  }

  accountOf(role: string, index = 0): Account {
    const account = this.desk.shell.accounts.filter((one) => one.role === role)[index]
    if (account === undefined) throw new Error(`no sample account ${role}`)
    return account
  }

  async look({ language = 'zh', shade = 'light', size = 14 }: Look): Promise<void> {
    await this.page.evaluate((value) => localStorage.setItem('lantai.preferences', value), JSON.stringify({ language, shade, size, counter: '2' }))
  }

  /** Opens the desk and signs in by the keyboard. */
  async signIn(role: string, path = '/', look?: Look): Promise<Account> {
    const account = this.accountOf(role)
    await this.desk.open(path)
    if (look !== undefined) {
      await this.look(look)
      await this.desk.open(path)
    }
    await expect(this.page.locator('input[type=password]')).toBeVisible()
    await expect(this.page.locator('[data-field=account] input')).toBeFocused()
    await this.page.keyboard.type(account.account)
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.type(account.password)
    await this.page.keyboard.press('Enter')
    await expect(this.page.locator('.frame h1')).toBeVisible()
    return account
  }

  /** Goes to a page of the desk without loading it anew, as its links do. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    await expect(this.page.locator('.frame h1')).toBeVisible()
  }

  get title(): Locator {
    return this.page.locator('.frame h1')
  }
  get rail(): Locator {
    return this.page.getByRole('navigation').first()
  }
  get lock(): Locator {
    return this.page.locator('.lock')
  }
  field(path: string): Locator {
    return this.page.locator(`[data-field="${path}"] input, [data-field="${path}"] textarea`).first()
  }
  notesOf(path: string): Locator {
    return this.page.locator(`[data-field="${path}"] .finding-note`)
  }
  dialog(): Locator {
    return this.page.getByRole('dialog')
  }
}
