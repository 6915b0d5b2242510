import { beforeAll, describe, expect, it } from 'vitest'
import { LantaiError } from '../../../domain/error.ts'
import { makeFonts } from '../../../scripts/fonts.ts'
import type { PaperRequest, PlaceNameRecord } from '../../../templates/contract.ts'
import type { Page, Run } from '../../../templates/sheet.ts'
import { findCode, writeCode } from '../../../templates/digest.ts'
import { getPaper, paperCode, papers, renderPaper } from '../../../templates/windows.ts'
import * as names from '../../fixtures/papers/place-names.ts'
import * as places from '../../fixtures/papers/place-registers.ts'
import { canSee, infoOf, textOf } from '../../fixtures/papers/poppler.ts'
import { isPlaceName, requests } from '../../fixtures/papers/requests.ts'
import { digest, runsOf, sampleOf, set, textOfRun, widthOfRun, words, wordsOfPage } from '../../fixtures/papers/set.ts'

beforeAll(async () => { await makeFonts() })

const own = Object.entries(requests).filter(([, request]) => isPlaceName(request))
const thrown = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof LantaiError) return `${error.code} ${error.field ?? ''}`.trim()
    throw error
  }
  return 'nothing'
}
type CasePaper = Extract<PaperRequest, { record: PlaceNameRecord }>['paper']
const of = (paper: CasePaper, record: PlaceNameRecord, texts?: Readonly<Record<string, string>>): PaperRequest => ({ paper, record, ...(texts === undefined ? {} : { texts }) })
const flat = (text: string): string => text.replace(/\s/g, '')

/** Black text that lies on other black text, or on the code at the foot; a seal's pale word may lie under its issuer. */
const overlaps = (page: Page): string[] => {
  const boxes = runsOf(page).filter(({ colour }) => colour === '' || colour === '0 g' || colour === '0.25 g' || colour === '0.2 g').map((run) => ({ text: textOfRun(run), left: run.x, right: run.x + widthOfRun(run), top: run.y - 0.78 * run.size, bottom: run.y + 0.06 * run.size })).filter(({ text }) => text.trim() !== '')
  const found: string[] = []
  const code = { left: 20, right: 34, top: page.height - 25, bottom: page.height - 11 }
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (a.left < b.right - 0.2 && b.left < a.right - 0.2 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1) found.push(`${a.text} | ${b.text}`)
    if (a.left < code.right && code.left < a.right && a.top < code.bottom && code.top < a.bottom) found.push(`${a.text} | code`)
  })
  return found
}

describe('every place-name paper', { timeout: 60_000 }, () => {
  it('is there, each of the window’s thirty', () => {
    expect(papers.filter(({ id }) => id.startsWith('place-names.')).map(({ id }) => id.slice(12)).toSorted()).toEqual([
      'acceptance', 'application', 'boundaryInspection', 'certificate', 'complianceReport', 'concordance', 'consultation', 'contents', 'delivery', 'display', 'expert', 'filingForm', 'filingReport', 'notAccepted', 'notice', 'opinion', 'plateCertificate', 'plateFaces', 'plateList', 'plateNotice',
      'proof', 'provisional', 'rectification', 'refusal', 'reply', 'report', 'request', 'sign', 'supplement', 'tables',
    ])
  })

  it.each(own)('%s: nothing lies on anything else', (_, request) => {
    for (const page of set(request).pages) expect(overlaps(page)).toEqual([])
  })

  it.each(own)('%s: days stand as 2026年8月5日; a sample says so', (_, request) => {
    const { pages } = set(request)
    for (const run of pages.flatMap(runsOf)) expect(textOfRun(run)).not.toMatch(/年0\d月|月0\d日|(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/)
    for (const page of pages) expect(page.ops.some((op) => typeof op !== 'string' && !('bytes' in op) && op.turn === 35)).toBe(sampleOf(request))
  })

  it('refuses a character that no font has, with its field, before a byte is made', () => {
    const rare = '王\u{31050}'
    for (const [name, request] of own) {
      if (!isPlaceName(request) || 'sheet' in request || !('folded' in request.record)) continue
      const { record } = request
      const { folded } = record
      const items = folded.file.items.map((item) => ({ ...item, name: rare }))
      const changed = { ...record, folded: { ...folded, file: { ...folded.file, items, applicant: { ...folded.file.applicant, name: rare } }, words: folded.words.map((one) => ({ ...one, name: rare })), notices: folded.notices.map((one) => ({ ...one, words: one.words.map((given) => ({ ...given, name: rare })) })), filings: folded.filings.map((one) => ({ ...one, body: { ...one.body, words: one.body.words.map((given) => ({ ...given, name: rare })) } })) }, ...(record.card === undefined ? {} : { card: { ...record.card, rows: record.card.rows.map((row) => ({ ...row, name: rare })) } }) }
      let refused: unknown
      try {
        set({ ...request, record: changed } as PaperRequest)
      } catch (error) {
        refused = error
      }
      expect([name, refused]).toEqual([name, expect.objectContaining({ code: 'unprintable', characters: expect.arrayContaining([expect.objectContaining({ codePoint: 'U+31050' })]) as unknown })])
    }
    const bad = { ...names.single, folded: { ...names.single.folded, words: names.single.folded.words.map((one) => ({ ...one, name: rare })) } }
    expect(thrown(() => set(of('place-names.filingForm', { ...bad, folded: { ...bad.folded, filings: [] } })))).toBe('unprintable items.1.name')
    try { set(of('place-names.filingForm', { ...bad, folded: { ...bad.folded, filings: [] } })) } catch (error) { expect((error as LantaiError).text.zh).toContain('「第 1 项地名的名称」') }
    expect(thrown(() => set({ paper: 'place-names.plateList', record: { ...places.plates, name: rare } }))).toBe('unprintable name')
    expect(thrown(() => set({ paper: 'place-names.proof', record: { ...places.proof, body: { ...places.proof.body, sentence: rare } } }))).toBe('unprintable sentence')
    expect(thrown(() => set({ paper: 'place-names.tables', sheet: { ...places.sheet, rates: [{ title: rare, met: 1, judged: 1, permille: 1000 }] } }))).toBe('unprintable tables')
  })

  it('prints the rare characters of place names, and spellings with every tone', () => {
    const rare = '厍疃浒甪氿滘埭埗垿𬭎𠮷'
    const item = names.road('1', `${rare}路`, { spelling: { text: 'Lǖlǘlǚlǜ Ǹgān Xī’ān Lù', sign: 'LÜ XI’AN LU', manualReason: '' } })
    const record = names.recordOf({ ...names.single.folded, words: [names.words(item)], notices: [], filings: [] })
    for (const paper of ['place-names.reply', 'place-names.notice', 'place-names.filingForm', 'place-names.sign', 'place-names.certificate'] as const) {
      expect([paper, words(of(paper, record))]).toEqual([paper, expect.stringContaining(rare)])
      if (paper !== 'place-names.sign') expect(words(of(paper, record))).toContain('Lǖlǘlǚlǜ' + 'ǸgānXī’ānLù')
      expect(words(of(paper, record))).toContain('LÜXI’ANLU')
    }
    // the apostrophe is as narrow as a letter, not as wide as a character
    const run = set(of('place-names.sign', record)).pages.flatMap(runsOf).find((one) => textOfRun(one).startsWith('LÜ')) as Run
    expect(run.glyphs[textOfRun(run).indexOf('’')]!.advanceWidth).toBeLessThan(400)
  })

  it('lets the office word every text of its own, each printed somewhere and part of the digest', () => {
    for (const paper of papers.filter(({ id }) => id.startsWith('place-names.'))) {
      const asked = own.map(([, request]) => request).filter((request) => request.paper === paper.id && 'record' in request)
      for (const key of Object.keys(paper.texts ?? {})) {
        const marked = asked.map((request) => ({ ...request, texts: { [key]: `改写的${key}用语。` } }) as PaperRequest)
        expect([paper.id, key, marked.some((request) => words(request).includes(`改写的${key}用语`))]).toEqual([paper.id, key, true])
        expect(digest(marked[0]!)).not.toBe(digest(asked[0]!))
      }
    }
  })

  it('has a digest of what it says and of nothing else', () => {
    expect(digest(of('place-names.reply', { ...names.mixed, registrarName: '欧阳兰', profile: names.profile({ officeName: '别处' }) }))).toBe(digest(of('place-names.reply', names.mixed)))
    expect(digest(of('place-names.reply', { ...names.mixed, folded: { ...names.mixed.folded, printed: [], signs: [], delivered: null } }))).toBe(digest(of('place-names.reply', names.mixed)))
    const changed = { ...names.mixed, folded: { ...names.mixed.folded, words: names.mixed.folded.words.map((one, i) => (i === 2 ? { ...one, extent: `${one.extent}。` } : one)) } }
    expect(digest(of('place-names.reply', changed))).not.toBe(digest(of('place-names.reply', names.mixed)))
  })

  it('is known by its number: the case with the letter, the proof, the certificate, the notice, the street', () => {
    const numberOf = (request: PaperRequest): string | undefined => findCode(writeCode(paperCode(request)))?.number
    for (const [, request] of own) expect(findCode(writeCode(paperCode(request)))).toEqual({ ...paperCode(request), number: getPaper(request.paper).facts(request as never).number.toUpperCase() })
    expect(numberOf(of('place-names.consultation', { ...names.mixed, number: 'z1' }))).toBe('N01JQ7000000001-Z1')
    expect(numberOf({ paper: 'place-names.proof', record: places.proof })).toBe('越民地证〔2026〕7号')
    expect(numberOf({ paper: 'place-names.plateCertificate', record: places.plateOne })).toBe('越民牌〔2026〕字第12号')
    expect(numberOf({ paper: 'place-names.plateNotice', record: places.plateOne })).toBe('越民牌〔2026〕字第12号')
    expect(numberOf({ paper: 'place-names.plateFaces', record: places.plateOne })).toBe('E01JQ7000000001')
    expect(numberOf({ paper: 'place-names.rectification', record: places.irregular })).toBe('越民改〔2026〕2号')
    expect(numberOf({ paper: 'place-names.boundaryInspection', record: places.boundary })).toBe('越联检〔2026〕1号')
    const long = writeCode({ paper: 'place-names.proof', number: '越'.repeat(200), digest: 'a'.repeat(64) })
    expect(findCode(long)?.number).toBe('越'.repeat(32))
  })

  it('says the division by the code of the place, as far as the table has it', () => {
    const record = { ...names.single, area: '320506', folded: { ...names.single.folded, file: { ...names.single.folded.file, items: [names.road('1', '吕梁路', { county: '320506', village: '' })] } } }
    expect(words(of('place-names.notice', record))).toContain('江苏省苏州市吴中区越溪街道')
  })
})

/** What the feet of pages and their numbers put between two halves of a sentence. */
const withoutFeet = (text: string): string => flat(text).replace(/(?:n01jq7000000001[A-Za-z0-9-]*校验[0-9a-f]{64}版式：\D+?\d(?:第\d+页共\d+页)?(?:—\d+—)?)/g, '')

describe('reply, register, notice and filing agree character by character', { timeout: 60_000 }, () => {
  it.runIf(canSee).each([['mixed acts', names.mixed, 6], ['forty names', names.forty, 40]] as const)('%s', async (_, record, count) => {
    const { words: approved } = record.folded
    expect(approved).toHaveLength(count)
    for (const paper of ['place-names.reply', 'place-names.notice', 'place-names.filingReport', 'place-names.filingForm'] as const) {
      const text = withoutFeet(textOf(await renderPaper(of(paper, record)), '-raw'))
      for (const one of approved) for (const said of [one.name, one.text, one.sign, one.extent]) expect([paper, text]).toEqual([paper, expect.stringContaining(flat(said))])
    }
    // register: the names as the certificate and the sign show them
    for (const one of approved.slice(0, 3)) {
      const card = withoutFeet(textOf(await renderPaper(of('place-names.certificate', { ...record, number: one.item })), '-raw'))
      for (const said of [one.name, one.text, one.sign, one.extent]) expect(card).toContain(flat(said))
      expect(words(of('place-names.sign', { ...record, number: one.item }))).toContain(flat(one.sign))
    }
  })

  it('takes the words of the notice and the filing as they were published, so that a difference shows', () => {
    const { folded } = names.mixed
    const wrong = { ...names.mixed, folded: { ...folded, notices: folded.notices.map((one) => ({ ...one, words: one.words.map((given) => ({ ...given, name: given.name.replace('张桥村', '张侨村') })) })) } }
    expect(words(of('place-names.notice', wrong))).toContain('张侨村路')
    expect(words(of('place-names.reply', wrong))).not.toContain('张侨村路')
  })
})

describe('what the papers say', { timeout: 60_000 }, () => {
  it('the reply names the request, the law, each name in its act, the signs, the issuer and the day', () => {
    const text = words(of('place-names.reply', names.mixed))
    for (const said of ['示例市越溪区人民政府', '越府地名函〔2026〕1号', '示例市越溪区民政局：', '（越民呈〔2026〕1号）收悉。', '根据《地名管理条例》', '一、命名', '的道路命名为“张桥村路”，汉语拼音为“ZhāngqiáocūnLù”，地名标志拼写为“ZHANGQIAOCUNLU”。', '的“甪里支巷”更名为“疃里巷”', '将“五渎路”的起止点调整为：', '销名，不再使用。', '恢复使用历史地名“历山顶街”', 'GB17733', '此复。', '2026年3月16日']) expect(text).toContain(said)
    expect(text).not.toContain('代拟稿')
    expect(words(of('place-names.reply', names.forwarded))).toContain('（代拟稿）')
    expect(words(of('place-names.reply', names.single))).toContain('LǚliángLù')
    // nothing is put up for names that are no longer used
    const only = names.mixed.folded.words.filter(({ item }) => item === '6')
    const removal = words(of('place-names.reply', { ...names.mixed, folded: { ...names.mixed.folded, words: only } }))
    expect(removal).toContain('关于“北津东路”销名的批复')
    expect(removal).toContain('停止使用')
    expect(removal).not.toContain('设置地名标志')
    expect(text).toContain('停止使用')
    // what an extent says in sentences of its own stands behind the decision
    const item = names.mixed.folded.words[0]!
    expect(words(of('place-names.reply', { ...names.mixed, folded: { ...names.mixed.folded, words: [{ ...item, extent: '东起塔韵路。西至规划河道。' }] } }))).toContain('范围：东起塔韵路。西至规划河道。')
  })

  it('a refusal gives reasons with their articles, and the remedies; the reply of the same decision leaves the name out', () => {
    const text = words(of('place-names.refusal', names.refused))
    for (const said of ['“世界路”', '（《地名管理条例》第九条第一、二项）', '与同一建成区内已有的“世界巷”同音', '申请行政复议', '提起行政诉讼', '申请人签收']) expect(text).toContain(said)
    expect(words(of('place-names.reply', names.refused))).toContain('塔韵西路')
    expect(words(of('place-names.reply', names.refused))).not.toContain('世界路')
    const none = words(of('place-names.notAccepted', names.notAccepted))
    for (const said of ['越民不受〔2026〕1号', '不属于本机关职权范围', '行政复议', '行政诉讼']) expect(none).toContain(said)
  })

  it('the supplement tells everything that is missing once; the acceptance the limit of the office', () => {
    const text = words(of('place-names.supplement', names.supplementAsked))
    for (const missing of names.supplementAsked.folded.supplement!.missing) expect(text).toContain(flat(missing))
    expect(text).toContain('一次性告知')
    expect(words(of('place-names.acceptance', names.mixed))).toContain('20个工作日')
    const profile = names.profile({ clocks: { ...names.profile().clocks, decision: { days: 15, count: 'calendar' } } })
    expect(words(of('place-names.acceptance', { ...names.mixed, profile }))).toContain('自受理之日起15日内')
  })

  it('the notice has six elements for every name; the form ticks who and when', () => {
    const text = words(of('place-names.notice', names.mixed))
    for (const one of names.mixed.folded.words) for (const said of [one.name, one.text, one.sign, one.extent]) expect(text).toContain(flat(said))
    expect(text.match(/示例市越溪区人民政府2026年3月16日/g)).toHaveLength(6)
    expect(text.match(/示例市越溪区(?:越溪街道张桥村|金庭镇)/g)!.length).toBeGreaterThanOrEqual(6)
    expect(words(of('place-names.filingForm', names.mixed))).toContain('备案登记表、备案报告、批准文件、申请书和报告')
  })

  it('are refused before there is anything to say', () => {
    for (const paper of ['acceptance', 'supplement', 'notAccepted', 'consultation', 'display', 'provisional', 'request', 'refusal', 'opinion', 'delivery', 'filingReport', 'filingForm', 'notice', 'certificate', 'sign', 'report'] as const) expect([paper, thrown(() => set(of(`place-names.${paper}`, names.blank)))]).toEqual([paper, 'wrong_state'])
    expect(thrown(() => set(of('place-names.consultation', { ...names.mixed, number: 'z9' })))).toBe('not_found number')
    expect(thrown(() => set(of('place-names.certificate', { ...names.mixed, number: '6' })))).toBe('not_found number') // a removed name has none
    expect(thrown(() => set(of('place-names.certificate', { ...names.mixed, profile: names.profile({ certificate: false }) })))).toBe('forbidden')
    expect(thrown(() => set({ paper: 'place-names.plateCertificate', record: places.estate }))).toBe('wrong_state')
    expect(thrown(() => set({ paper: 'place-names.concordance', record: places.plates }))).toBe('wrong_state')
    expect(thrown(() => set({ paper: 'place-names.rectification', record: { ...places.irregular, number: '无此号' } }))).toBe('not_found number')
  })

  it('addresses are compiled from standard names; rooms stand behind their unit and building', () => {
    const text = words({ paper: 'place-names.plateNotice', record: places.estate })
    expect(text).toContain('示例市越溪区越溪街道溪江花园1幢1单元101室')
    expect(words({ paper: 'place-names.plateCertificate', record: places.plateOne })).toContain('示例市越溪区越溪街道张桥村路1号')
    expect(words({ paper: 'place-names.concordance', record: places.renamed })).toContain('示例市越溪区越溪街道张桥村路1号示例市越溪区越溪街道新张桥村路1号')
    expect(words({ paper: 'place-names.plateList', record: places.plates })).toContain('中门牌270×170共2块')
  })

  it('one rule is said once for all names it came out the same for', () => {
    const text = words(of('place-names.report', places.checked))
    expect(text).toContain('全部6个地名')
    expect(set(of('place-names.report', places.checked)).pages.length).toBeLessThan(8)
    for (const { code } of places.checked.card!.rows) expect(text).toContain(code)
  })
})

/** Rectangles filled on a page: [colour, x, y, width, height]. */
const fills = (page: Page): [string, number, number, number, number][] => page.ops.flatMap((op) => {
  const match = typeof op === 'string' ? /^q (.+?) (?:rg|g) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f Q$/.exec(op) : null
  return match === null ? [] : [[match[1] ?? '', Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5])] as [string, number, number, number, number]]
})

describe('faces to scale', () => {
  it('a sign is 1000 to 600, the name white on blue in its upper three fifths, the spelling in the lower two', () => {
    const [page] = set(of('place-names.sign', { ...names.mixed, number: '1' })).pages
    const [blue] = fills(page!)
    expect(blue![3] / blue![4]).toBeCloseTo(1000 / 600, 3)
    const white = runsOf(page!).filter(({ colour }) => colour === '1 g')
    expect(white.map(textOfRun)).toEqual(['张桥村路', 'ZHANGQIAOCUN LU'])
    const [name, spelled] = white
    const edge = blue![2] + blue![4] * 0.6
    expect(name!.y).toBeLessThan(edge)
    expect(name!.y - 0.88 * name!.size).toBeGreaterThan(blue![2])
    expect(spelled!.y - 0.75 * spelled!.size).toBeGreaterThan(edge)
    expect(spelled!.y).toBeLessThan(blue![2] + blue![4])
    for (const run of white) expect(widthOfRun(run)).toBeLessThanOrEqual(blue![3] * 0.9 + 0.1)
    expect(wordsOfPage(page!)).toContain('1000mm')
  })

  it('a building plate is 900 to 500: street left in three fifths, its number red on white and 350 of 500 tall', () => {
    const [page] = set({ paper: 'place-names.plateFaces', record: places.buildingFace }).pages
    const [blue, white] = fills(page!)
    expect(blue![3] / white![3]).toBeCloseTo(1.5, 3)
    expect((blue![3] + white![3]) / white![4]).toBeCloseTo(900 / 500, 3)
    const number = runsOf(page!).find(({ colour }) => colour === '0.8 0.05 0.05 rg')!
    expect(textOfRun(number)).toBe('2')
    expect(0.733 * number.size / white![4]).toBeGreaterThanOrEqual(0.7)
    expect(number.x).toBeGreaterThan(white![1])
  })

  it('a long name stays on its plate; a street is laid out by tens', () => {
    const [page] = set({ paper: 'place-names.plateFaces', record: places.longPlates }).pages
    const [blue] = fills(page!)
    for (const run of runsOf(page!).filter(({ colour }) => colour === '1 g')) expect(run.x + widthOfRun(run)).toBeLessThan(blue![1] + blue![3])
    expect(set({ paper: 'place-names.plateFaces', record: places.plates }).pages).toHaveLength(2)
  })
})

describe('long records', { timeout: 120_000 }, () => {
  it.runIf(canSee)('a reply of forty names says it on one page and lists them behind, the head on each page', async () => {
    const request = of('place-names.reply', names.forty)
    const { pages } = set(request)
    expect(wordsOfPage(pages[0]!)).toContain('同意命名40个')
    expect(wordsOfPage(pages[0]!)).toContain('2026年3月16日')
    for (const page of pages.slice(1)) expect(wordsOfPage(page)).toContain('序号事项标准地名罗马字母拼写位置和范围')
    expect(pages.length).toBeLessThanOrEqual(6)
    expect(infoOf(await renderPaper(request))).toContain(`Pages:           ${pages.length}`)
  })

  it('six hundred names in one filing form, each once, in a few seconds', () => {
    const items = names.manyItems(600)
    const record = names.recordOf({ ...names.forty.folded, file: { ...names.forty.folded.file, items }, words: items.map(names.words), filings: [], notices: [] })
    const begun = performance.now()
    const { pages } = set(of('place-names.filingForm', record))
    expect(performance.now() - begun).toBeLessThan(15_000)
    for (const page of pages.slice(0, -1)) expect(wordsOfPage(page)).toContain('标准地名罗马字母拼写')
    const text = pages.map(wordsOfPage).join('')
    expect(text).toContain(`600`)
    for (const { text: spelled } of record.folded.words.slice(-5)) expect(text).toContain(flat(spelled))
    expect(pages.length).toBeGreaterThan(30)
    expect(pages.length).toBeLessThan(90)
  })

  it('a list of three thousand plates, every number on it', () => {
    const begun = performance.now()
    const { pages } = set({ paper: 'place-names.plateList', record: places.manyPlates(3000) })
    expect(performance.now() - begun).toBeLessThan(15_000)
    const text = pages.map(wordsOfPage).join('')
    for (const number of [1, 1500, 3000]) expect(text).toContain(`${number}号门牌`)
    for (const page of pages) expect(wordsOfPage(page)).toContain('号牌种类')
  })

  it('a row taller than what is left of a page goes to the next, never over the foot', () => {
    for (const [name, request] of own) for (const page of set(request).pages) for (const run of runsOf(page)) if (run.size * 72 / 25.4 > 8.01) expect([name, textOfRun(run), run.y < page.height - 22]).toEqual([name, textOfRun(run), true])
  })
})
