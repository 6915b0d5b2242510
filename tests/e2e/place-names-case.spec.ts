import type { Entity, GazetteerLine } from '../../api/schemas/gazetteer.ts'
import { canSee } from '../fixtures/papers/poppler.ts'
import { daysFrom, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { keepCasePapers, kept, packed, PlaceNamePage, readCase } from './pages/place-names.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

test('one reply with a new road, an extension, a renaming and a removal goes from the application to the sign', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const year = today.slice(0, 4)
  const token = await tokenOf(shell, 'clerk1')
  const entityOf = async (name: string): Promise<Entity> => {
    const { rows } = await ask<{ rows: readonly GazetteerLine[] }>(shell, token, `/api/gazetteer?text=${encodeURIComponent(name)}`)
    const found = rows.find((row) => row.name === name)
    if (found === undefined) throw new Error(`${name} is not in the gazetteer`)
    return ask<Entity>(shell, token, `/api/gazetteer/entities/${found.entityId}`)
  }
  const page = new PlaceNamePage(desk)
  await page.signIn('clerk1', '/place-names/new')
  await page.put('applicant', 'applicant.name', '示例区城市建设管理中心（示例）')
  await page.put('applicant', 'applicant.contact', '示例联系人')
  await page.put('applicant', 'letter.number', `示城管〔${year}〕12号`)
  await page.put('applicant', 'letter.day', daysFrom(today, -1))
  await page.put('applicant', 'planAndReasons', '新建道路需要命名，另有道路延伸、改造和消失。')

  // The name is looked up while it is typed: the same name is stopped, a like one asks; nothing has been saved.
  await page.take('names', 'items.1.kind', '街路巷', '街路巷')
  await page.take('names', 'items.1.builtUpArea', '中心', '中心城区（示例）')
  await page.put('names', 'items.1.name', '芸香路')
  const known = page.body('names').locator('.known')
  await expect(known.getByRole('row', { name: /芸香路.*重名.*范围内/ })).toBeVisible()
  await expect(page.in('names', 'items.1.name')).toContainText('重名')
  await page.put('names', 'items.1.name', '云香路')
  await expect(known.getByRole('row', { name: /芸香路.*同音.*范围内/ })).toBeVisible()
  await page.put('names', 'items.1.name', 'EE新城路')
  await expect(page.in('names', 'items.1.name')).toContainText(/地名中不能有：E/)
  await page.put('names', 'items.1.name', '长乐晨光路')
  await expect(known).toContainText('没有重名、同音、近音的地名')

  // Two characters have several readings: the clerk chooses, and both forms follow.
  const spelling = page.page.getByRole('region', { name: '罗马字母拼写' })
  await expect(spelling).toContainText('多音字须由经办人选定：长、乐')
  await spelling.getByRole('combobox', { name: '“长”的读音' }).selectOption('cháng')
  await spelling.getByRole('combobox', { name: '“乐”的读音' }).selectOption('lè')
  await expect(page.input('items.1.spelling.text')).toHaveValue(/^Chánglè.* Lù$/)
  await expect(page.input('items.1.spelling.sign')).toHaveValue(/^CHANGLE.* LU$/)
  const text = await page.input('items.1.spelling.text').inputValue()
  const sign = await page.input('items.1.spelling.sign').inputValue()
  await page.tick('names', 'items.1.plan', '没有方案')
  await page.put('names', 'items.1.meaning', '寓意长久安乐。')
  await page.put('names', 'items.1.reason', '新建道路')
  await page.put('names', 'items.1.township', '示例街道')
  await page.put('names', 'items.1.start.text', '青简路')
  await page.put('names', 'items.1.end.text', '规划三路')
  await page.in('names', 'items.1.end.status').locator('select').selectOption({ label: '方案名' })
  await page.put('names', 'items.1.size.lengthMetres', '1428')
  await page.put('names', 'items.1.size.widthMetres', '24')
  await page.put('names', 'items.1.orientation', '东西走向')
  await page.body('names').getByRole('button', { name: '按各项拼成' }).click()
  await page.body('names').getByRole('button', { name: '粘贴坐标' }).click()
  await page.body('names').locator('.geometry-paste textarea').fill('120.125,31.20\n120.14,31.20')
  await page.body('names').getByRole('button', { name: '取用', exact: true }).click()
  await expect(page.in('names', 'items.1.geometry')).toContainText(/线，约 1,4\d\d 米/)
  await page.picture(info, 'typed')

  const another = async (item: string, act: string, name: string): Promise<void> => {
    await page.body('names').getByRole('button', { name: '照此再加一个' }).click()
    await page.tick('names', `items.${item}.act`, act)
    await page.takeEntity(item, name)
  }
  await another('2', '起止点调整', '木牍路')
  await page.put('names', 'items.2.end.text', '规划四路')
  await page.put('names', 'items.2.reason', '道路向东延伸，止点改变。')
  await another('3', '更名', '豆腐巷')
  await page.put('names', 'items.3.name', '漱石巷')
  await expect(page.input('items.3.spelling.text')).toHaveValue('Shùshí Xiàng')
  await page.tick('names', 'items.3.renameGround', '城乡建设')
  await page.put('names', 'items.3.renameReason', '街巷改造后原名与实际不符。')
  await page.put('names', 'items.3.meaning', '取漱石枕流之意。')
  await page.put('names', 'items.3.reason', '改造后更名。')
  await another('4', '销名', '油坊巷')
  await page.put('names', 'items.4.reason', '因旧城改造，巷道已经消失。')
  await page.body('papers').getByRole('button', { name: '收件' }).click()
  await page.state('已收件')
  const id = page.caseId()

  // The papers the office asks for are ticked; then the application is accepted.
  await page.body('papers').getByRole('checkbox', { name: /规划许可/ }).check()
  await page.body('papers').getByRole('checkbox', { name: /位置图/ }).check()
  await page.saved()
  await page.act('acceptance', '受理')
  await page.state('已受理')
  await page.act('visits', '登记踏勘', { visitors: '周青简、吴芸香', found: '现场与申请一致。' })
  await page.act('reports', '登记综合评估报告', { author: '示例区民政局（示例）', reportDay: today })
  await page.act('reports', '登记专家论证报告', { reason: '一般道路，专业性不强。' }, { standing: '不需要' })
  await page.act('reports', '登记征求意见报告', { author: '示例区民政局（示例）', reportDay: today })
  await page.act('consult', '征求意见', { unit: '示例区公安分局（示例）' })
  await page.act('consult', '登记回复', { words: '无不同意见。' })
  await page.act('display', '公示', { from: daysFrom(today, -9), to: daysFrom(today, -1), where: '区政府网站' })
  await page.act('display', '公示结束', { result: '没有收到不同意见。' })
  await page.answerAll('已核对，可以区分。')
  await page.saved()
  await page.act('review', '审核')
  await page.state('已审核')
  await page.act('decision', '报批', { to: '示例区人民政府（示例）' })
  await page.state('已报批')
  const document = `示政试函〔${year}〕7号`
  await page.act('decision', '登记决定', { document }, {}, async (form) => {
    await expect(form).toContainText('长乐晨光路')
    await expect(form).toContainText(sign)
  })
  await page.state('已批准')
  await page.act('delivery', '登记送达')
  await page.act('filing', '报送备案')
  await page.act('filing', '登记备案结果')
  await page.act('notice', '公告', { link: 'https://example.invalid/notice' })
  const names = ['长乐晨光路', '木牍路', '漱石巷', '油坊巷'] as const
  for (const [index, name] of names.entries()) await page.act('entry', `登记录入：${name}`, { code: `9901010012120000${String(9001 + index)}` })
  for (const name of names.slice(0, 3)) await page.act('signs', `登记设标：${name}`, { position: '起点' })
  await expect(page.body('signs')).not.toContainText('油坊巷')
  await page.unfold('compliance')
  await expect(page.body('compliance')).toContainText(/不符合 0/)
  await page.picture(info, 'decided')
  await page.act('archive', '归档', { pages: '12' })
  await page.state('已归档')

  const done = await readCase(shell, id)
  expect(done).toMatchObject({ state: 'archived', decision: { document }, report: { counts: { fail: 0 } } })
  expect(done.words.map((words) => words.name)).toEqual(names)
  expect(done.clocks.filter(({ id: clock }) => clock === 'filing' || clock === 'notice').map(({ state }) => state)).not.toContain('late')

  // Reply, register, notice and filing say it character by character the same.
  const papers = await keepCasePapers(shell, id, kept(info, 'mixed'))
  expect([...papers.keys()]).toEqual(expect.arrayContaining(['acceptance', 'request', 'reply', 'notice', 'filingForm', 'filingReport', 'sign', 'contents', 'report'].map((paper) => `place-names.${paper}`)))
  if (canSee) {
    for (const words of done.words) for (const paper of ['reply', 'notice', 'filingForm']) for (const part of [words.name, words.text, words.extent]) expect(papers.get(`place-names.${paper}`), `${paper} of ${words.name}`).toContain(packed(part))
    for (const paper of ['reply', 'filingReport', 'filingForm', 'notice']) expect(papers.get(`place-names.${paper}`), paper).toContain(document)
    expect(papers.get('place-names.sign')).toContain(packed(sign))
  }

  // The gazetteer shows it all.
  expect(await entityOf('长乐晨光路')).toMatchObject({ names: [{ name: '长乐晨光路', text, sign, standing: 'standard', document }] })
  const renamed = await entityOf('漱石巷')
  expect(renamed.names.map(({ name, standing }) => [name, standing])).toEqual(expect.arrayContaining([['豆腐巷', 'former'], ['漱石巷', 'standard']]))
  expect(await entityOf('木牍路')).toMatchObject({ facts: { end: { text: '规划四路' } } })
  await page.go('/place-names/gazetteer')
  for (const [find, row] of [['长乐晨光路', /长乐晨光路.*示例街道/], ['豆腐巷', /豆腐巷/], ['油坊巷', /油坊巷/]] as const) {
    await page.page.locator('.gazetteer-filters').getByRole('textbox', { name: '地名' }).fill(find)
    await expect(page.page.getByRole('row', { name: row }).first()).toBeVisible()
  }
  await page.go(`/place-names/gazetteer/${renamed.id}`)
  await expect(page.page.locator('#main')).toContainText('豆腐巷')
  await expect(page.page.locator('#main')).toContainText('漱石巷')
  await expect(page.page.locator('#main')).toContainText(document)
  await page.picture(info, 'entity')
})
