import type { PlotReply } from '../../api/schemas/placement.ts'
import { addDays, civilDate } from '../../domain/dates.ts'
import { BurialPage, crematedCase, daysFrom, freePlot, keepPlotPapers, kept, readBurial, readPlot, send, todayOf } from './pages/burial.ts'
import { sampleNumber } from './pages/marriage.ts'
import { Desk, expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

/** A person of the test area, as a holder of a plot. */
const holder = (name: string, order: number) => ({ name, identityNumber: sampleNumber('1968-08-08', 1, order), phone: '555-0188', relation: 'child', area: '990101', villager: '' })

/** Makes the agreement on a free plot at the door. */
const contracted = async (shell: Parameters<typeof readPlot>[0], plot: string, who: ReturnType<typeof holder>, proof: string, today: string): Promise<PlotReply> => {
  const { revision } = await readPlot(shell, plot)
  const to = addDays(civilDate(`${String(Number(today.slice(0, 4)) + 20)}${today.slice(4)}`), -1)
  return send<PlotReply>(shell, 'clerk1', '/api/plots/acts', { plot, revision, act: { kind: 'contracted', day: today, to, holder: who, feeFen: 0, upkeepFen: 60_000, proof, preNeed: null, slip: '', answers: [] } })
}

test('a double grave is relocated from the notice to two cells in a cemetery', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const page = new BurialPage(desk)
  await page.signIn('clerk1', '/burial/relocation')
  await expect(page.page.getByRole('heading', { name: '迁坟公告' })).toBeVisible()
  await page.press('F7')
  const notice = '示迁〔2026〕7号（示例）'
  await page.fillDialog({ number: notice, parcel: '示例河南岸地块', township: '南例镇', landUser: '示例水务（示例）', publishedOn: daysFrom(today, -25), deadline: daysFrom(today, 20), model: 'WA-2020' })
  await page.shoot(info, 'notice', page.dialog())
  await page.submit('登记公告')
  await expect(page.page.getByRole('button', { name: notice })).toHaveAttribute('aria-pressed', 'true')
  await page.press('F9')
  await page.fillDialog({ graveNumber: '27', type: '石坟', cells: '2', remains: '2', owner: '温故山', relation: '子女', ownerIdentityNumber: sampleNumber('1960-01-01', 1, 87) })
  await page.submit('申报一座坟')
  const panel = page.page.locator('.ground-panel')
  await expect(panel.locator('h2').first()).toHaveText('27 号坟')
  await panel.getByRole('button', { name: '现场确认' }).click()
  await page.fillDialog({ slip: '南例确〔2026〕1号' })
  await page.submit('现场确认')
  await panel.getByRole('button', { name: '起掘' }).click()
  await page.submit('起掘')
  // 25 days after the notice: 80 % on top, and 1,980 yuan towards each cell; each a line of its own, worked out and not typed.
  await expect(panel).toContainText('应付补偿')
  await panel.getByRole('button', { name: '补偿', exact: false }).first().click()
  const lines = page.dialog().locator('.money-lines')
  await expect(lines).toContainText('3000元')
  await expect(lines).toContainText('2400元')
  await expect(lines).toContainText('3960元')
  await expect(lines).toContainText('9360元')
  await page.fillDialog({ receipt: '收〔2026〕31号' })
  await page.shoot(info, 'compensation', page.dialog())
  await page.submit('补偿')
  await expect(panel).toContainText('已付补偿')

  const plot = await freePlot(shell, 'plot')
  await contracted(shell, plot, holder('温故山', 87), '南例确〔2026〕1号', today)
  await panel.getByRole('button', { name: '再安葬' }).click()
  await page.fillDialog({ 'to.0.plot': plot, 'to.1.plot': plot })
  await page.submit('再安葬')
  await expect(panel).toContainText('第 2 穴')
  expect((await readPlot(shell, plot)).occupants).toBe(2)
  // Graves (座) and cells (穴) beside each other: one and two.
  const row = page.page.getByRole('row', { name: /^南例镇/ })
  await expect(row).toContainText('1 座')
  await expect(row).toContainText('2 穴')
  await row.getByRole('button').first().click()
  await expect(page.page.getByText('1 座，2 穴')).toBeVisible()
  await page.shoot(info, 'relocation')
})

test('a facility is inspected by points with a time to mend; 17 of 218 with approved prices are one click away', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const page = new BurialPage(desk)
  await page.signIn('manager', '/burial/facilities')
  await expect(page.page.locator('.share-words')).toContainText('17 / 218')
  await page.page.getByRole('button', { name: '已批价格 17' }).click()
  await expect(page.page.locator('.data-count')).toContainText('共 17 条')
  await expect(page.page.getByRole('row', { name: /未批/ })).toHaveCount(0)
  await page.shoot(info, 'facilities')
  // One that was not inspected yet.
  await page.page.getByRole('button', { name: /^未检 [1-9]/ }).click()
  await expect(page.page.locator('.data-row .tag', { hasText: /合格|整改/ })).toHaveCount(0)
  const name = (await page.page.locator('.row-name').first().textContent()) ?? ''
  await page.page.locator('.data-row').first().click()
  await expect(page.page.locator('.frame h1')).toHaveText(name)
  await page.press('F9')
  const points = ['10', '5', '7', '9', '12', '27']
  await page.fillDialog({ day: today })
  await page.dialog().getByRole('textbox', { name: '其他检查人' }).fill('示例检查员（示例）')
  for (const [index, of] of points.entries()) await page.fillDialog({ [`items.${String(index)}.points`]: of })
  // The sum stands at once, and what it means: 70 of 100, time to mend.
  const sum = page.dialog().locator('.score-sum')
  await expect(sum).toContainText('70 / 100')
  // Points that were taken off want their reason.
  await page.dialog().getByRole('button', { name: '年检', exact: true }).click()
  await expect(page.inDialog('items.4.note')).toContainText('扣分应写明原因')
  await page.fillDialog({ 'items.4.note': '围墙破损', 'items.5.note': '没有台账' })
  await expect(sum.locator('.tag')).toHaveText('限期整改')
  await expect(sum).toContainText(/整改到 \d{4}-\d\d-\d\d/)
  const deadline = /\d{4}-\d\d-\d\d/.exec((await sum.textContent()) ?? '')?.[0] ?? ''
  await page.shoot(info, 'inspection', page.dialog())
  await page.submit('年检')
  await expect(page.page.locator('main')).toContainText(deadline)
  await page.go('/burial/facilities')
  await page.page.getByRole('button', { name: /^限期整改 [1-9]/ }).click()
  const row = page.page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('70')
  await expect(row).toContainText(deadline)
})

test('twenty thousand niches stand on one board, and keys lead over it', async ({ desk }, info) => {
  const page = new BurialPage(desk)
  await page.signIn('clerk1', '/burial/plots')
  await page.page.getByRole('link', { name: '示例区骨灰堂（示例）' }).click()
  const grid = page.page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-colcount', '100')
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(200)
  await expect(page.page.locator('.plot-tile').first()).toBeVisible()
  await grid.focus()
  const at = page.page.locator('.plot-at')
  await expect(at).toHaveText(/^1架\d+层1列/)
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.press(key)
  await expect(at).toHaveText(/^1架\d+层3列/)
  // A digit begins a jump; the board comes along.
  await page.type('7-3-42')
  await page.press('Enter')
  await expect(at).toHaveText(/^7架3层42列/)
  await expect(grid).toBeFocused()
  // Only tiles in sight are drawn.
  expect(await page.page.locator('.plot-tile').count()).toBeLessThan(80)
  await page.shoot(info, 'board')
  await page.press('-', '-')
  await expect(at).toHaveText(/^7架3层42列/)
  await page.shoot(info, 'board-wide')
  await page.press('Enter')
  await expect(page.plotPanel.locator('h2')).toContainText('7架3层42')
  await page.press('Escape')
  await expect(page.plotPanel).toHaveCount(0)
  await expect(grid).toBeFocused()
})

test('somebody laid in the wrong niche is put right by two people, and both rows stay', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const agent = { name: '漆雕简', sex: 1, birth: '1968-08-08', order: 88 } as const
  const made = await crematedCase(shell, { card: { name: '漆雕朴', sex: 1, birth: '1939-09-09', order: 89 }, agent, death: daysFrom(today, -1) }, today)
  const [wrong, right] = [await freePlot(shell, 'niche', 40), await freePlot(shell, 'niche', 41)]
  const first = await contracted(shell, wrong, holder('漆雕简', 88), made.number, today)
  await contracted(shell, right, holder('漆雕简', 88), made.number, today)
  await send(shell, 'clerk1', '/api/plots/acts', { plot: wrong, revision: first.revision, act: { kind: 'interred', deceased: '漆雕朴', key: `resident:${made.file.deceased.identityNumber}`, caseId: made.id, how: 'niche', proof: made.number, day: today, movedFrom: '', answers: [] } })
  const page = new BurialPage(desk)
  await page.signIn('clerk1')
  await page.openPlot(wrong)
  await page.plotPanel.getByRole('button', { name: '安错墓位更正' }).click()
  await page.dialog().getByRole('textbox', { name: '墓区/排/号' }).fill(right.split('/').slice(1).join('/'))
  await expect(page.dialog().locator('.undo-steps li').first()).toBeVisible()
  await expect(page.dialog().locator('.undo-steps li.open')).toHaveCount(0)
  await page.second('clerk2', '落葬时看错了列号')
  await page.shoot(info, 'wrong-grave', page.dialog())
  await page.submit('更正')
  await expect(page.plotPanel).toContainText(`${today} 更正到`)
  expect(await readPlot(shell, wrong)).toMatchObject({ occupants: 0, interments: [{ removed: { why: 'wrongGrave' } }] })
  expect(await readPlot(shell, right)).toMatchObject({ occupants: 1, interments: [{ deceased: '漆雕朴', caseId: made.id }] })
  expect((await readBurial(shell, made.id)).resting.at(-1)?.plot).toBe(right)
  await page.openPlot(right)
  await expect(page.plotPanel).toContainText('漆雕朴')
  expect((await keepPlotPapers(shell, right, kept(info, 'wrong-grave'))).length).toBeGreaterThan(0)
})

test('two desks reserve the same niche: one wins, the other is told', async ({ desk, shell, browser }, info) => {
  test.skip(shell.kind === 'electron' && !shell.isStandIn, 'one window')
  const plot = await freePlot(shell, 'niche', 80)
  const page = new BurialPage(desk)
  await page.signIn('clerk1')
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const other = new BurialPage(new Desk(await shell.openPage(context), shell))
  await other.signIn('clerk2')
  for (const [one, name, order] of [[page, '公孙先', 91], [other, '公孙后', 92]] as const) {
    await one.openPlot(plot)
    await one.plotPanel.getByRole('button', { name: '预留' }).click()
    await one.fillDialog({ 'holder.name': name, 'holder.identityNumber': sampleNumber('1968-08-08', 1, order) })
  }
  await page.submit('预留')
  await other.dialog().getByRole('button', { name: '预留', exact: true }).click()
  await expect(other.dialog().getByRole('alert').first()).toContainText('晚了一步')
  await other.shoot(info, 'race', other.dialog())
  expect((await readPlot(shell, plot)).reservation?.holder.name).toBe('公孙先')
  await context.close()
})
