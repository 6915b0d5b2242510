import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { emptyMarriageFile } from '../../domain/marriage/file.ts'
import { expectNoBarriers } from './pages/accessibility.ts'
import { ask, cardLine, MarriagePage, photoFile, readCase, sampleNumber, tokenOf } from './pages/marriage.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true })

const man = { name: '程知远', sex: 1, birth: '1996-02-14', order: 31 } as const
const woman = { name: '林书月', sex: 2, birth: '1998-05-20', order: 42 } as const
const codes = { status: '1', education: '21', occupation: '2' }

interface DayCounts { readonly kinds: readonly { readonly kind: string; readonly count: number }[] }
const marriagesToday = async (shell: Parameters<typeof ask>[0], token: string): Promise<number> => (await ask<DayCounts>(shell, token, '/api/counts/day')).kinds.find((entry) => entry.kind === 'marriage')?.count ?? 0

test('a couple is registered from the form to the certificates in hand by the keyboard alone', async ({ desk, shell }) => {
  test.setTimeout(120_000)
  const token = await tokenOf(shell, 'clerk2')
  const before = await marriagesToday(shell, token)
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.press('Alt+m')
  await expect(page.page.locator('.data-row').first()).toBeVisible()
  await page.press('F9')
  await expect(page.input('parties.0.name')).toBeFocused()

  await page.party(0, man, codes)
  // The second card goes to the other block by the sex on it, wherever the focus is.
  await page.party(1, woman, codes)
  await expect(page.input('parties.1.birth')).toHaveValue('1998-05-20')
  await expect(page.input('parties.0.residence.detail')).toHaveValue(/槐荫路/)
  await page.saved()

  await page.forward('papers')
  await page.press('Space')
  await expect(page.section('papers').locator('.paper-row.missing')).toHaveCount(0)
  await page.forward('photo')
  await page.photo()
  await page.forward('network')
  await expect(page.page).toHaveURL(/case=/)
  const id = page.caseId()
  await page.press('Space')
  await expect(page.section('network').locator('input[type=checkbox]').nth(1)).toBeFocused()
  await page.press('Space')
  await page.forward('declarations')
  await page.press('F8')
  await expect(page.page.locator('.preview-dialog')).toBeVisible()
  await page.press('Enter')
  await expect(page.page.locator('.preview-dialog')).toBeHidden()
  await expect(page.section('declarations').locator('[data-chain=all] input').first()).toBeFocused()
  await page.press('Space')
  await expect(page.section('declarations').locator('[data-chain=all] input').nth(1)).toBeFocused()
  await page.press('Space')
  await page.forward('decision')
  await expect(page.input('serials.0')).toHaveValue(/\d{5,}/)
  await page.forward('certificates')
  const registered = await readCase(shell, token, id)
  expect(registered.state).toBe('registered')
  expect(registered.number).toMatch(/^J990101-\d{4}-\d{6}$/)

  await page.press('F8')
  await expect(page.page.locator('.preview-dialog')).toBeVisible()
  await page.press('Enter')
  await expect(page.page.locator('.preview-dialog')).toBeHidden()
  await page.forward('proofread')
  const boxes = page.section('proofread').locator('input[type=checkbox]')
  const lines = await boxes.count()
  for (let line = 0; line < lines; line += 1) {
    await expect(boxes.nth(line)).toBeFocused()
    await page.press('Space')
  }
  await page.forward('delivery')
  // One box of each line confirms for both; the next one is reached when the one before is ticked.
  const receipts = page.section('delivery').locator('input[type=checkbox]:not([tabindex="-1"])')
  for (let line = 0; line < 4; line += 1) {
    await expect(receipts.nth(line)).toBeFocused()
    await page.press('Space')
    await expect(receipts.nth(line)).toBeChecked()
  }
  await page.press('F9')
  await expect(page.section('delivery')).toContainText('双方已领证')

  const done = await readCase(shell, token, id)
  expect(done.state).toBe('delivered')
  expect(done.file.parties.map((party) => party.name)).toEqual([man.name, woman.name])
  expect(done.file.networkChecks).toHaveLength(2)
  expect(done.proofread).toHaveLength(lines)
  expect(new Set(done.serials).size).toBe(2)
  for (const party of [0, 1]) expect(done.papers.find((paper) => paper.paper === 'marriage.certificate' && paper.party === party)?.printed).toHaveLength(1)
  expect(await marriagesToday(shell, token)).toBe(before + 1)
  if (shell.isStandIn) expect(desk.printed().length).toBeGreaterThan(0)
  for (const party of ['0', '1']) {
    const paper = await shell.fetch(`/api/marriages/${id}/papers/marriage.certificate?party=${party}&mode=whole`, { headers: { authorization: `Bearer ${token}` } })
    expect(new TextDecoder().decode(new Uint8Array(await paper.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  }
  console.log(`A whole marriage case took ${String(page.presses)} key presses (${shell.kind}).`)
  test.info().annotations.push({ type: 'key presses', description: String(page.presses) })
  expect(page.presses).toBeLessThanOrEqual(60)
})

test('a man under twenty-two is stopped at the field, and the refusal prints the notice with its reason and article', async ({ desk, shell }) => {
  const token = await tokenOf(shell, 'clerk2')
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew()
  const year = Number(new Date().toISOString().slice(0, 4)) - 21
  await page.party(0, { name: '许未央', sex: 1, birth: `${String(year)}-12-30`, order: 55 }, codes)
  await expect(page.field('parties.0.birth').locator('.finding-note.stop')).toContainText('未满 22 周岁')
  await expect(page.field('parties.0.birth').locator('.finding-law')).toContainText('《民法典》第一千零四十七条')
  await expect(page.step('双方')).toHaveClass(/blocked/)
  await page.press('F4')
  await expect(page.page.locator('#card-text')).toBeFocused()
  await page.party(1, { name: '方如星', sex: 2, birth: '1999-03-03', order: 56 }, codes)
  await page.press('Alt+6')
  await expect(page.section('decision').getByRole('button', { name: '受理' })).toBeFocused()
  await page.press('Enter')
  await expect(page.page).toHaveURL(/case=/)
  const id = page.caseId()
  await expect(page.section('decision').getByRole('button', { name: '准予登记' })).toBeDisabled()

  await page.section('decision').getByRole('button', { name: '不予办理' }).click()
  const dialog = page.page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: /未到法定结婚年龄/ })).toBeChecked()
  await expect(dialog.locator('.ground input[type=text], .ground input.ant-input').first()).toHaveValue(/未满 22 周岁/)
  await page.press('F9')
  await expect(page.page.locator('.preview-dialog')).toContainText('不予办理结婚登记告知书')
  await page.press('Enter')
  await expect(page.page.locator('.preview-dialog')).toBeHidden()
  const refused = await readCase(shell, token, id)
  expect(refused.state).toBe('refused')
  expect(refused.refusal?.grounds[0]?.law).toContain('第一千零四十七条')
  expect(refused.papers.find((paper) => paper.paper === 'marriage.refusal')?.printed).toHaveLength(1)
  expect(refused.serials).toEqual(['', ''])
})

test('what is typed survives a reload and can be taken up by another clerk', async ({ desk, browser, shell }) => {
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew('late')
  await page.input('cohabitedSince').fill('2019-10-01')
  await page.input('parties.0.name').fill('顾长风')
  await page.input('parties.1.name').fill('沈南乔')
  await page.press('F2')
  await page.saved()
  await expect(page.page).toHaveURL(/draft=/)
  await page.page.reload()
  await expect(page.input('parties.0.name')).toHaveValue('顾长风')
  await expect(page.input('cohabitedSince')).toHaveValue('2019-10-01')

  if (shell.kind === 'electron' && !shell.isStandIn) return
  const other = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const second = await shell.openPage(other)
  const { Desk } = await import('./shell.ts')
  const colleague = new MarriagePage(new Desk(second, shell))
  await colleague.signIn('clerk2', '/marriage/new')
  await second.locator('.offers li', { hasText: '顾长风' }).getByRole('button', { name: '接着办' }).click()
  await expect(colleague.input('parties.1.name')).toHaveValue('沈南乔')
  await expect(colleague.input('cohabitedSince')).toHaveValue('2019-10-01')
  await other.close()
})

test('two clerks at once: one wins, the other keeps what she typed and is told what changed', async ({ desk, shell }) => {
  const token = await tokenOf(shell, 'clerk2')
  const file = emptyMarriageFile()
  Object.assign(file.parties[0], { name: '韩松', identityNumber: sampleNumber('1990-01-01', 1, 61), birth: '1990-01-01' })
  Object.assign(file.parties[1], { name: '叶兰', identityNumber: sampleNumber('1991-01-01', 2, 62), birth: '1991-01-01' })
  const opened = await ask<{ id: string; revision: number }>(shell, token, '/api/marriages', { method: 'POST', body: JSON.stringify({ file }) })

  const page = new MarriagePage(desk)
  await page.signIn('clerk1', `/marriage/${opened.id}`)
  await expect(page.input('parties.0.name')).toHaveValue('韩松')
  await page.input('parties.0.phone').fill('555-0101')
  await page.input('parties.0.name').fill('韩青松')

  const theirs = structuredClone(file.parties)
  Object.assign(theirs[1], { phone: '555-0202' })
  Object.assign(theirs[0], { name: '韩大松' })
  await ask(shell, token, `/api/marriages/${opened.id}`, { method: 'PATCH', body: JSON.stringify({ revision: opened.revision, changes: { parties: theirs } }) })

  await page.press('F2')
  const panel = page.page.locator('.conflict')
  await expect(panel).toContainText('别人刚改过这一件')
  await expect(panel).toContainText('555-0202')
  await expect(page.input('parties.0.name')).toHaveValue('韩青松')
  await expect(page.input('parties.0.phone')).toHaveValue('555-0101')
  await expect(page.input('parties.1.phone')).toHaveValue('555-0202')
  await panel.getByRole('button', { name: /用对方的/ }).click()
  await expect(page.input('parties.0.name')).toHaveValue('韩大松')
  await page.press('F2')
  await expect.poll(async () => (await readCase(shell, token, opened.id)).file.parties.map((party) => [party.name, party.phone])).toEqual([['韩大松', '555-0101'], ['叶兰', '555-0202']])
})

test('a photo that is too small or none is refused in words; a scan of a wrong type too', async ({ desk }) => {
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew()
  const input = page.page.locator('input[data-photo]')
  await input.setInputFiles(photoFile(400, 300))
  await expect(page.section('photo').getByRole('alert')).toContainText('400 × 300')
  await input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
  await expect(page.section('photo').getByRole('alert')).toContainText('打不开')
  await page.press('Alt+2')
  await expect(page.section('papers').locator('.all-seen input')).toBeFocused()
  await page.press('Space')
  await page.section('papers').locator('input[type=file]').first().setInputFiles({ name: 'card.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a paper') })
  await expect(page.section('papers').getByRole('alert')).toContainText('card.pdf')
})

test('a keyboard wedge is told from a person by its speed, and a finding stands beside the field within 100 ms', async ({ desk }) => {
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew()
  const line = cardLine({ name: '苏晚晴', sex: 2, birth: '1997-07-07', order: 71 })
  await page.page.evaluate((text) => {
    const target = document.activeElement
    for (const key of [...text, 'Enter']) target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, line)
  // The focus was in the man's block; by the sex on the card it goes to the woman's.
  await expect(page.input('parties.1.name')).toHaveValue('苏晚晴')
  await expect(page.input('parties.0.name')).toHaveValue('')
  await expect(page.input('parties.1.maritalStatus')).toBeFocused()

  const waited = await page.page.evaluate(async () => {
    const place = document.querySelector('[data-field="parties.1.birth"]')
    const input = place?.querySelector('input')
    if (!(input instanceof HTMLInputElement)) throw new Error('no field')
    const begin = performance.now()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '2015-07-07')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    while (place?.querySelector('.finding-note.stop') === null && performance.now() - begin < 2000) await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begin
  })
  console.log(`A finding stood beside its field after ${waited.toFixed(0)} ms.`)
  expect(waited).toBeLessThan(400) // the budget of 100 ms is for a machine of its own; this one is shared with other tests
})

test('the ledger narrows by state, keeps the filter in its address and opens a case by Enter', async ({ desk }) => {
  const page = new MarriagePage(desk)
  await page.signIn('clerk1', '/marriage?state=refused')
  const rows = page.page.locator('.data-row')
  await expect(rows.first()).toContainText('不予办理')
  await expect(page.page.locator('.data-count')).toContainText(/\d/)
  await expect(rows.first()).toContainText('*')
  await page.page.locator('.data-scroll').focus()
  await page.press('Enter')
  await expect(page.page).toHaveURL(/\/marriage\/[A-Za-z0-9_-]{6,}/)
  await expect(page.section('decision')).toContainText('不予办理')
})

test('a lock in the middle of a word loses nothing, and saving goes on when the clerk is back', async ({ desk, shell }) => {
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew()
  await page.input('parties.0.name').fill('陆')
  await page.press('Control+l')
  await expect(page.page.locator('.lock')).toBeVisible()
  await page.page.locator('.lock input[type=password]').fill(shell.accounts.find((entry) => entry.account === 'clerk1')?.password ?? '')
  await page.press('Enter')
  await expect(page.page.locator('.lock')).toBeHidden()
  await expect(page.input('parties.0.name')).toHaveValue('陆')
  await page.input('parties.0.name').fill('陆云深')
  await page.press('F2')
  await page.saved()
})

test('a spoiled booklet, a correction and a void each ask for a reason and a second person, and the number stays used', async ({ desk, shell }) => {
  const token = await tokenOf(shell, 'clerk2')
  const { rows } = await ask<{ rows: readonly { id: string; number: string; serials: readonly [string, string] }[] }>(shell, token, '/api/marriages?state=registered&limit=1')
  const [line] = rows
  if (line === undefined) throw new Error('the sample office has no registered case')
  const second = shell.accounts.find((entry) => entry.account === 'clerk3')
  const page = new MarriagePage(desk)
  await page.signIn('clerk1', `/marriage/${line.id}`)
  const confirm = async (reason: string, password = second?.password ?? '') => {
    const dialog = page.page.getByRole('dialog')
    await dialog.locator('[data-field="reason"] input').fill(reason)
    await dialog.locator('[data-field="second.account"] input').fill('clerk3')
    await dialog.locator('[data-field="second.password"] input').fill(password)
    await page.press('Enter')
  }

  await page.section('certificates').getByRole('button', { name: '证件打坏，重打' }).first().click()
  await expect(page.page.getByRole('dialog').locator('[data-field="serial"] input')).toHaveValue(/\d{5,}/)
  await confirm('打印机卡纸', 'not the password')
  await expect(page.page.getByRole('dialog').locator('.finding-note.stop, .failure').first()).toBeVisible()
  await confirm('打印机卡纸')
  await expect(page.page.getByRole('dialog')).toBeHidden()
  const reprinted = await readCase(shell, token, line.id)
  expect(reprinted.serials[0]).not.toBe(line.serials[0])
  expect(reprinted.serials[1]).toBe(line.serials[1])
  const spoiling = reprinted.history.findLast((entry) => entry.kind === 'marriage.reprinted')
  expect(spoiling?.reason).toBe('打印机卡纸')
  expect(spoiling?.second).not.toBe('')

  await page.section('after').getByRole('button', { name: '开始更正' }).click()
  await expect(page.input('parties.1.phone')).toBeEnabled()
  await page.input('parties.1.phone').fill('555-0177')
  await page.press('F9')
  await expect(page.page.getByRole('dialog').locator('.changes')).toContainText('555-0177')
  await confirm('录入有误')
  await expect(page.page.getByRole('dialog')).toBeHidden()
  const corrected = await readCase(shell, token, line.id)
  expect(corrected.file.parties[1].phone).toBe('555-0177')
  expect(corrected.number).toBe(line.number)

  await page.section('after').getByRole('button', { name: '登记作废' }).click()
  await page.page.getByRole('dialog').getByRole('checkbox').check()
  await confirm('登记机关录入差错')
  await expect(page.page.locator('.page-head .tag')).toContainText('登记作废')
  const voided = await readCase(shell, token, line.id)
  expect(voided).toMatchObject({ state: 'voided', number: line.number })
})

test('a reviewer inspects a file by the points no program can see; who may not, sees no such buttons', async ({ desk, shell }) => {
  const token = await tokenOf(shell, 'manager')
  const { rows } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/marriages?state=delivered&inspection=unexamined&limit=1')
  const [line] = rows
  if (line === undefined) throw new Error('the sample office has no unexamined file')
  const page = new MarriagePage(desk)
  await page.signIn('manager', `/marriage/${line.id}`)
  await expect(page.input('parties.0.name')).toBeHidden()
  const before = await readCase(shell, token, line.id)
  const open = before.inspection.items.filter((item) => item.attestable && item.result === 'unexamined')
  expect(open.length).toBeGreaterThan(0)
  for (const item of open) await page.page.locator(`[data-field="inspection.${item.item}"]`).getByRole('button', { name: '符合', exact: true }).click()
  await page.page.getByRole('button', { name: '记下检查结果' }).click()
  await expect.poll(async () => (await readCase(shell, token, line.id)).inspection.items.filter((item) => item.attestable && item.result === 'unexamined').length).toBe(0)
  await expect(page.section('after').getByRole('button', { name: '开始更正' })).toBeVisible()
})

test('the list is exported for a purpose that the journal keeps', async ({ desk, shell }) => {
  const page = new MarriagePage(desk)
  await page.signIn('manager', '/marriage?state=refused')
  const button = page.page.getByRole('button', { name: '导出', exact: true })
  await button.click()
  const dialog = page.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog).toContainText('请写明用途')
  await dialog.getByLabel('用途').fill('报区民政局备查')
  const press = () => dialog.getByRole('button', { name: '导出', exact: true }).click()
  // A browser downloads; the desktop shell asks where to save.
  const path = shell.kind === 'server'
    ? await Promise.all([page.page.waitForEvent('download'), press()]).then(([download]) => download.path())
    : await press().then(() => join(shell.folder, 'saved', '结婚登记台账.csv'))
  await expect(dialog).toBeHidden()
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('不予办理')
  expect(written).not.toMatch(/\d{17}[\dX]/)
  const { entries } = await ask<{ entries: readonly { body: unknown }[] }>(shell, await tokenOf(shell, 'manager'), '/api/journal?kind=record.exported&limit=1')
  expect(entries[0]?.body).toMatchObject({ purpose: '报区民政局备查', count: written.trimEnd().split('\r\n').length - 1 })
})

test('a key is echoed without drawing the page anew', async ({ desk }) => {
  const page = new MarriagePage(desk)
  await page.signIn()
  await page.openNew()
  const echo = await page.page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('[data-field="parties.0.residence.detail"] input')
    if (input === null) throw new Error('no field')
    const touched = new Set<string>()
    const watch = new MutationObserver((records) => { for (const record of records) touched.add((record.target as Element).closest?.('[data-field]')?.getAttribute('data-field') ?? record.target.nodeName) })
    watch.observe(document.querySelector('.case-sections') ?? document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const times: number[] = []
    // The first key may settle a finding elsewhere (the address is no longer missing); the others concern this field alone.
    put?.call(input, '示')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 400))
    touched.clear()
    for (let at = 1; at <= 60; at += 1) {
      const begin = performance.now()
      put?.call(input, '示例市示例区槐荫路某某花园'.repeat(5).slice(0, at))
      input.dispatchEvent(new Event('input', { bubbles: true }))
      times.push(performance.now() - begin)
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    watch.disconnect()
    times.sort((a, b) => a - b)
    return { median: times[30] ?? 0, ninetyFifth: times[57] ?? 0, touched: [...touched] }
  })
  console.log(`A key took ${echo.median.toFixed(1)} ms to its echo (95 %: ${echo.ninetyFifth.toFixed(1)} ms).`)
  expect(echo.median).toBeLessThan(16)
  expect(echo.touched).toEqual(['parties.0.residence.detail'])
})

test('no page of the window has a barrier: names, ids, contrast, in both languages, light and dark', async ({ desk, shell }) => {
  test.setTimeout(120_000)
  const token = await tokenOf(shell, 'manager')
  const first = async (state: string) => (await ask<{ rows: readonly { id: string }[] }>(shell, token, `/api/marriages?state=${state}&limit=1`)).rows[0]?.id
  const page = new MarriagePage(desk)
  await page.signIn()
  for (const [language, shade] of [['zh', 'light'], ['en', 'dark']] as const) {
    await page.page.evaluate((look) => { localStorage.setItem('lantai.preferences', JSON.stringify(look)) }, { language, shade, size: 14, counter: '2' })
    for (const state of ['received', 'registered', 'delivered', 'refused']) {
      const id = await first(state)
      if (id === undefined) throw new Error(`no case that is ${state}`)
      await desk.open(`/marriage/${id}`)
      await expect(page.section('decision')).toBeVisible()
      await expect(page.section('after')).toBeVisible()
      await expectNoBarriers(page.page, `${state} ${language} ${shade}`)
    }
    await desk.open('/marriage/new?kind=late')
    await expect(page.input('cohabitedSince')).toBeFocused()
    await page.paste(cardLine({ name: '许未央', sex: 1, birth: '2008-01-01', order: 77 }))
    await expect(page.field('parties.0.birth').locator('.finding-note.stop')).toBeVisible()
    await expectNoBarriers(page.page, `new ${language} ${shade}`)
    await desk.open('/marriage')
    await expect(page.page.locator('.data-row').first()).toBeVisible()
    await expectNoBarriers(page.page, `ledger ${language} ${shade}`)
  }
})
