import { findBarriers } from './pages/accessibility.ts'
import { crematedCase, daysFrom, deathFile, freePlot, storedCase, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 300_000 })

/** Prefixes of the numbers of papers. */
const prefixes = /^B?[A-Z]{1,2}Z$/
/** Names that were entered stand as they are on a page in English too. */
const entered = ['示例区民政局（示例）', '示例区殡仪馆（示例）', '示例区骨灰堂（示例）', '示例在馆', '示例已火化', '示例承办人', '1号炉'] as const

const agent = { name: '示例承办人', sex: 2, birth: '1975-05-05', order: 94 } as const

test('no page of funeral affairs has a barrier, in both languages, light and dark; each fits the screen', async ({ desk, shell }) => {
  const today = await todayOf(shell)
  const stored = await storedCase(shell, deathFile({ card: { name: '示例在馆', sex: 1, birth: '1940-01-01', order: 95 }, agent, death: daysFrom(today, -1) }), `${today}T00:00:00+08:00`)
  const cremated = await crematedCase(shell, { card: { name: '示例已火化', sex: 1, birth: '1941-01-01', order: 96 }, agent, death: daysFrom(today, -1) }, today)
  const plot = await freePlot(shell, 'niche', 120)
  const token = await tokenOf(shell, 'clerk1')
  const { rows: facilities } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/facilities')
  const { rows: graves } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/relocation-graves?limit=1')
  const clerks = ['/burial', '/burial?list=inHome', '/burial/new', '/burial/claim', `/burial/${stored.id}`, `/burial/${cremated.id}`, '/burial/numbers']
  const shared = ['/burial/plots', '/burial/plots?part=terms', `/burial/plots/${plot.split('/')[0] ?? ''}?section=${encodeURIComponent(plot.split('/')[1] ?? '')}&plot=${encodeURIComponent(plot)}`, '/burial/waivers', '/burial/policies', '/burial/policies?part=rewards', '/burial/policies?part=prices', '/burial/policies/SAMPLE-2020', '/burial/relocation', `/burial/relocation?grave=${graves[0]?.id ?? ''}`, '/burial/facilities', `/burial/facilities/${facilities[0]?.id ?? ''}`, '/burial/grounds', '/burial/grounds?part=illegal', '/burial/tables', '/burial/tables?table=waiver.items', '/burial/tables?table=rates', '/burial/tables?table=closing']
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const found: string[] = []
  // Contrast goes by the shade and words by the language: two looks show both of each.
  for (const [language, shade] of [['zh', 'light'], ['en', 'dark']] as const) {
    for (const [role, paths] of [['registrar', clerks], ['reviewer', shared]] as const) {
      await desk.open('/')
      await page.evaluate(() => sessionStorage.clear())
      await frame.signIn(role, '/', { language, shade })
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
      for (const path of paths) {
        const where = `${path} ${language} ${shade}`
        await frame.go(path)
        await page.waitForLoadState('networkidle')
        await expect(page.locator('.waiting')).toHaveCount(0)
        for (const one of await findBarriers(page)) found.push(`${where}: ${one}`)
        if (!(await page.evaluate(() => document.querySelector('#main')?.scrollWidth === document.querySelector('#main')?.clientWidth))) found.push(`${where}: wider than the screen`)
        const words = await page.evaluate((chinese) => {
          const copy = document.querySelector('#main')?.cloneNode(true) as HTMLElement
          // What people entered, codes and keys are what they are; the words are the page's own.
          for (const part of copy.querySelectorAll(chinese ? 'kbd, code, .mono, .hash, pre, svg, .data' : '.data, .mono, [role=rowgroup], select, .plain-table td, .row-name')) part.remove()
          return copy.textContent ?? ''
        }, language === 'zh')
        const foreign = language === 'zh' ? (words.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !/^(Enter|Esc|Lantai)$/.test(word) && !prefixes.test(word)) : (entered.reduce((left, one) => left.replaceAll(one, ''), words).match(/\p{Script=Han}+/gu) ?? [])
        if (foreign.length > 0) found.push(`${where}: ${language === 'zh' ? 'English' : 'Chinese'}: ${[...new Set(foreign)].slice(0, 12).join(' ')}`)
      }
    }
  }
  expect(found).toEqual([])
})
