import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoBarriers } from './pages/accessibility.ts'
import { OfficeDesk } from './pages/office.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true })

test('a wrong password is refused in words, and repeated ones lock the account', async ({ desk }) => {
  const { page } = desk
  const auditor = new OfficeDesk(desk).accountOf('auditor')
  await desk.open('/')
  await page.locator('[data-field=account] input').fill(auditor.account)
  const refusal = page.getByRole('alert')
  for (let time = 0; time < 5; time++) {
    await page.locator('input[type=password]').fill(`wrong-${String(time)}`)
    await page.keyboard.press('Enter')
    await expect(page.locator('input[type=password]')).toHaveValue('')
    await expect(refusal).toBeVisible()
  }
  await page.locator('input[type=password]').fill(auditor.password)
  await page.keyboard.press('Enter')
  await expect(refusal).toContainText('该账号已暂停登录')

  // The administrator lifts the lock-out.
  const frame = new OfficeDesk(desk)
  await frame.signIn('administrator', '/settings/accounts')
  const row = page.getByRole('row', { name: new RegExp(auditor.account) })
  await row.getByRole('button', { name: '解除锁定' }).click()
  await frame.field('reason').fill('本人当面核实')
  await frame.dialog().getByRole('button', { name: '解除锁定' }).click()
  await expect(row.getByRole('button', { name: '解除锁定' })).toHaveCount(0)
})

test('the lock keeps what was typed on the page', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const account = await frame.signIn('registrar', '/check-paper')
  await page.locator('#main input').fill('half a code')
  await page.keyboard.press('Control+l')
  await expect(frame.lock).toBeVisible()
  await expect(frame.lock.locator('input')).toBeFocused()
  await expectNoBarriers(page, 'lock')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(frame.lock.getByRole('alert')).toBeVisible()
  await frame.lock.locator('input').fill(account.password)
  await page.keyboard.press('Enter')
  await expect(frame.lock).toHaveCount(0)
  await expect(page.locator('#main input')).toHaveValue('half a code')
})

test('a session that has ended asks for the password and keeps what was typed', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const account = await frame.signIn('registrar', '/check-paper')
  await page.locator('#main input').fill('LT-half-typed')
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${sessionStorage.getItem('lantai.token') ?? ''}` } }).then((response) => response.status))
  await page.getByRole('button', { name: '验证' }).click()
  await expect(frame.lock).toContainText('登录已到时')
  await expect(frame.lock.locator('input[type=password]')).toBeFocused()
  await page.keyboard.type(account.password)
  await page.keyboard.press('Enter')
  await expect(frame.lock).toHaveCount(0)
  await expect(page.locator('#main input')).toHaveValue('LT-half-typed')
  await page.getByRole('button', { name: '验证' }).click()
  await expect(frame.notesOf('code').or(page.locator('#main [role=status]')).first()).toBeVisible()
})

test('a desk left alone locks itself', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await page.clock.install()
  await frame.signIn('registrar', '/check-paper')
  await page.locator('#main input').fill('left alone')
  await page.clock.fastForward('05:00')
  await expect(frame.lock).toHaveCount(0)
  await page.clock.fastForward('20:00')
  await expect(frame.lock).toBeVisible()
  await expect(frame.lock).toContainText('已锁定')
  await expect(page.locator('#main input')).toHaveValue('left alone')
})

test('each role finds in the rail what it may use, and no more', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const seen: Record<string, readonly string[]> = {}
  for (const role of ['registrar', 'reviewer', 'administrator', 'auditor']) {
    await desk.page.goto('about:blank')
    await desk.open('/')
    await desk.page.evaluate(() => sessionStorage.clear())
    await frame.signIn(role)
    seen[role] = await frame.rail.getByRole('link').evaluateAll((links) => links.map((link) => link.firstChild?.textContent ?? ''))
  }
  expect(seen).toEqual({
    registrar: ['今日', '离婚期限', '婚姻', '殡葬', '地名', '证件库存', '日结', '月报', '图表', '统计', '高峰日', '验证证件', '规则', '设置', '帮助'],
    reviewer: ['今日', '离婚期限', '婚姻', '殡葬', '地名', '总览', '证件库存', '日结', '月报', '图表', '统计', '合规报告', '高峰日', '验证证件', '规则', '审计', '核验', '设置', '帮助'],
    administrator: ['今日', '规则', '核验', '设置', '帮助'],
    auditor: ['今日', '合规报告', '验证证件', '规则', '审计', '核验', '设置', '帮助'],
  })
})

test('the search box finds by initials as one types, and opens by keyboard', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('registrar')
  await page.keyboard.press('/')
  await expect(page.locator('#desk-search')).toBeFocused()
  await page.keyboard.type('zh')
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/marriage\/[^/]+$/)
  await page.keyboard.press('/')
  await page.keyboard.type('不会有人叫这个')
  await expect(page.getByText('没有找到“不会有人叫这个”', { exact: false })).toBeVisible()
})

test('blanks are received, an overlap is refused at its field, a blank is spoiled by two people, the month is signed', async ({ desk, shell }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const serial = shell.kind === 'server' ? '770000' : '780000'
  await frame.signIn('reviewer', '/stock')
  await page.keyboard.press('F2')
  await expect(frame.field('first')).toBeFocused()
  await page.keyboard.type(`LT${serial}001`)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`LT${serial}100`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('市民政局')
  await page.keyboard.press('F2')
  await expect(frame.dialog()).toHaveCount(0)
  await expect(page.getByRole('table', { name: '入库记录' })).toContainText(`LT${serial}001`)

  await page.keyboard.press('F2')
  await frame.field('first').fill(`LT${serial}050`)
  await frame.field('last').fill(`LT${serial}120`)
  await frame.field('from').fill('市民政局')
  await page.keyboard.press('F2')
  await expect(frame.dialog().locator('.finding-note.stop, [role=alert]').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(frame.dialog()).toHaveCount(0)

  await page.keyboard.press('F6')
  await frame.field('serial').fill(`LT${serial}001`)
  await frame.field('reason').fill('封皮破损')
  const second = frame.accountOf('registrar')
  await frame.field('second.account').fill(frame.accountOf('reviewer').account)
  await frame.field('second.password').fill(frame.accountOf('reviewer').password)
  await frame.dialog().getByRole('button', { name: '作废' }).click()
  await expect(frame.dialog().locator('.finding-note.stop, [role=alert]').first()).toBeVisible() // the same person twice
  await frame.field('second.account').fill(second.account)
  await frame.field('second.password').fill(second.password)
  await page.keyboard.press('Enter')
  await expect(frame.dialog()).toHaveCount(0)

  await page.getByRole('textbox', { name: '印制号' }).fill(`LT${serial}001`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已作废')).toBeVisible()

  await frame.go('/stock/month')
  await expect(page.getByRole('row', { name: /结婚证/ })).toContainText('平')
  await page.getByRole('button', { name: '对账表' }).click()
  await expect(page.locator('iframe')).toBeVisible()
})

test('a setting is changed with a reason and the journal tells who did it', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('administrator', '/settings')
  await page.getByRole('button', { name: '更改 无操作锁定' }).click()
  await frame.field('value').fill('soon')
  await expect(frame.notesOf('value')).toHaveText('请填数字。')
  await frame.field('value').fill('15')
  await frame.dialog().getByRole('button', { name: '保存' }).click()
  await expect(frame.notesOf('reason')).toHaveText('请写明理由（至少两个字）。')
  await frame.field('reason').fill('窗口来人频繁')
  await page.keyboard.press('F2')
  await expect(frame.dialog()).toHaveCount(0)

  await page.evaluate(() => sessionStorage.clear())
  await frame.signIn('reviewer', '/journal')
  await page.getByRole('combobox', { name: '行为' }).selectOption('setting.changed')
  const row = page.getByRole('row', { name: /窗口来人频繁/ }).first()
  await expect(row).toContainText('更改设置')
  await row.click()
  await expect(frame.dialog()).toContainText('session.idleMinutes')
  await expect(frame.dialog()).toContainText('窗口来人频繁')
  await expectNoBarriers(page, 'journal entry')
})

test('a printer is calibrated by five crosses', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('registrar', '/settings/printers')
  await page.getByRole('button', { name: '校准页' }).click()
  await expect(page.locator('iframe')).toBeVisible()
  await frame.field('printer').fill('证件打印机')
  await frame.field('tray').fill('手送')
  const readings = ['20.6', '19.6', '190.6', '19.6', '105.6', '148.1', '20.6', '276.6', '190.6', '276.6']
  for (const [index, reading] of readings.entries()) await frame.field(`observed.${String(Math.floor(index / 2))}.${index % 2 === 0 ? 'x' : 'y'}`).fill(reading)
  await expect(page.getByText('左右 0.60 毫米，上下 -0.40 毫米')).toBeVisible()
  await frame.field('reason').fill('新换打印机')
  await page.getByRole('button', { name: '保存校准' }).click()
  await expect(page.getByRole('row', { name: /证件打印机/ })).toContainText('0.00 毫米')
  await frame.field('observed.0.x').fill('60')
  await expect(page.getByText('相差超过 20 毫米')).toBeVisible()
})

test('the register is verified with progress', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  await frame.signIn('auditor', '/verify')
  await desk.page.getByRole('button', { name: '开始核验' }).click()
  await expect(desk.page.getByRole('progressbar')).toBeVisible()
  await expect(desk.page.getByText('核验通过')).toBeVisible({ timeout: 50_000 })
})

test('the rule book filters and leads from a finding to its rule', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('registrar', '/rules')
  const cards = page.locator('.rule-card')
  await expect(cards.nth(40)).toBeAttached()
  const all = await cards.count()
  await page.getByRole('textbox', { name: '筛选' }).fill('婚龄')
  await expect(cards.first()).toContainText('婚龄')
  expect(await cards.count()).toBeLessThan(all)
  await frame.go('/rules?rule=marriage.age')
  await expect(page.locator('.rule-card.marked')).toBeInViewport()
})

test('the day has its counts, its chart with the same numbers as a table, and its sheet', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/day')
  await page.keyboard.press('F8')
  await expect(page.locator('iframe')).toBeVisible()
  await frame.go('/')
  const chart = page.locator('figure.chart').last()
  await expect(chart.locator('svg').first()).toBeVisible()
  await chart.getByRole('button', { name: '以表格显示' }).click()
  await expect(chart.getByRole('table')).toBeVisible()
})

test('the pass rate counts only what was examined, at the address of the page before it too', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer', '/inspection')
  await page.getByRole('button', { name: '本年累计' }).click()
  await page.keyboard.press('F4')
  const rate = page.locator('[data-figure=rate]')
  await expect(rate).toContainText('已检查', { timeout: 30_000 })
  await expect(rate.locator('.figure-number')).not.toHaveText(/^100/)
  // What nobody looked at stands beside it in the same size.
  const size = (figure: string): Promise<string> => page.locator(`[data-figure=${figure}] .figure-number`).evaluate((element) => getComputedStyle(element).fontSize)
  expect(await size('unexamined')).toBe(await size('rate'))
  await page.getByRole('table', { name: '不合格案件' }).locator('.data-row').first().click()
  await expect(page).toHaveURL(/\/(marriage|divorce|reissue|burial|place-names)\//)
})

test('every page of the office speaks both languages, holds no barrier in light and dark, and fits the screen', async ({ desk }) => {
  test.setTimeout(300_000)
  const frame = new OfficeDesk(desk)
  const { page } = desk
  const paths = ['/', '/worklist', '/find?q=zh', '/stock', '/stock/month', '/day', '/day?day=2026-05-20', '/dashboard', '/pictures', '/statistics', '/statistics/divorce-ages', '/statistics/matters', '/statistics/references', '/tally', '/tally?table=checks', '/tally?table=months', '/compliance', '/compliance/reports', '/compliance/drawings', '/peak?day=2026-05-20', '/check-paper', '/archive', '/archive/new', '/archive/proofs', '/archive/proofs/new', '/archive/files', '/archive/boxes', '/rules', '/journal', '/verify', '/settings', '/settings/calendar', '/settings/papers', '/settings/printers', '/settings/fonts', '/help', '/about']
  for (const [language, shade] of [['zh', 'light'], ['en', 'dark'], ['en', 'light'], ['zh', 'dark']] as const) {
    await desk.open('/')
    await page.evaluate(() => sessionStorage.clear())
    await frame.signIn('reviewer', '/', { language, shade })
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
    for (const path of paths) {
      await frame.go(path)
      await page.waitForLoadState('networkidle')
      await expect(page.locator('.waiting')).toHaveCount(0)
      await expectNoBarriers(page, `${path} ${language} ${shade}`)
      expect(await page.evaluate(() => document.querySelector('#main')?.scrollWidth === document.querySelector('#main')?.clientWidth), `${path} ${language} is not wider than the screen`).toBe(true)
      if (language === 'zh') {
        // The words of the page itself; data, code and keys are what they are.
        const words = await page.evaluate(() => {
          const copy = document.querySelector('#main')?.cloneNode(true) as HTMLElement
          for (const part of copy.querySelectorAll('kbd, code, .mono, .hash, pre, svg, .setting-list, [role=rowgroup], .hit-facts, .rule-facts')) part.remove()
          return copy.textContent ?? ''
        })
        expect((words.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !/^(Lantai|Enter|Shift|Ctrl|Alt|Esc|PDF|CSV|GeoJSON|CGCS|TTF|MIT|NOTICES|DIR|npm|run|verify|data|zh|zhang|GB|dpi|B?[A-Z]{2}Z|JZH)$/.test(word)), `${path}: English in the Chinese desk`).toEqual([])
      } else {
        const words = await page.evaluate(() => {
          const copy = document.querySelector('#main')?.cloneNode(true) as HTMLElement
          for (const part of copy.querySelectorAll('.data, .mono, [role=rowgroup], .setting-value, .hit-title, .work-list, select, .plain-table td')) part.remove()
          return copy.textContent ?? ''
        })
        // 【证】 and 【日】 are the places for values on a Chinese paper; the office's name is its own.
        expect(words.replaceAll('示例区民政局（示例）', '').replace(/【\p{Script=Han}+】/gu, '').match(/\p{Script=Han}+/gu) ?? [], `${path}: Chinese in the English desk`).toEqual([])
      }
    }
  }
})

test('the look changes at once in the account menu and stays', async ({ desk }) => {
  const frame = new OfficeDesk(desk)
  const { page } = desk
  await frame.signIn('reviewer')
  await page.locator('.menu-button').click()
  await page.getByRole('button', { name: '特大' }).click()
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('18px')
  await page.getByRole('button', { name: '深色' }).click()
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(frame.title).toHaveText('Today')
  await page.reload()
  await expect(frame.title).toHaveText('Today')
  await expect(page.locator('html')).toHaveClass(/dark/)
})

test('what is loaded first is small', ({ desk }) => {
  expect(desk.shell.kind).toMatch(/server|electron/)
  const html = readFileSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map((path) => {
    try {
      return readFileSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', `${path}.gz`)).byteLength
    } catch {
      return readFileSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', path)).byteLength
    }
  })
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(260_000)
})
