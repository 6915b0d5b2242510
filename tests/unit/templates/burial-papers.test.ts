import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { LantaiError } from '../../../domain/error.ts'
import { groupOf } from '../../../domain/waiver/codes.ts'
import { makeFonts } from '../../../scripts/fonts.ts'
import { capitalYuan, yuanFigure } from '../../../templates/case/money.ts'
import type { BurialRecord, PaperRequest, WaiverRecord } from '../../../templates/contract.ts'
import { pt, type Page } from '../../../templates/sheet.ts'
import { papers, renderPaper } from '../../../templates/windows.ts'
import * as burial from '../../fixtures/papers/burial.ts'
import { canSee, textOf } from '../../fixtures/papers/poppler.ts'
import { isBurial, requests } from '../../fixtures/papers/requests.ts'
import { digest, runsOf, set, textOfRun, widthOfRun, words, wordsOfPage } from '../../fixtures/papers/set.ts'

beforeAll(async () => { await makeFonts() })

const own = Object.entries(requests).filter(([, request]) => isBurial(request))
const thrown = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof LantaiError) return `${error.code} ${error.field ?? ''}`
    throw error
  }
  return 'nothing'
}

/** Black text that lies on other black text, or on the code at the foot; a seal's pale word may lie under its issuer. */
const overlaps = (page: Page): string[] => {
  const boxes = runsOf(page).filter(({ colour }) => colour === '' || colour === '0 g' || colour === '0.25 g').map((run) => ({ text: textOfRun(run), left: run.x, right: run.x + widthOfRun(run), top: run.y - 0.78 * run.size, bottom: run.y + 0.06 * run.size })).filter(({ text }) => text.trim() !== '')
  const found: string[] = []
  const code = { left: 20, right: 34, top: page.height - 25, bottom: page.height - 11 }
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (a.left < b.right - 0.2 && b.left < a.right - 0.2 && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1) found.push(`${a.text} | ${b.text}`)
    if (a.left < code.right && code.left < a.right && a.top < code.bottom && code.top < a.bottom) found.push(`${a.text} | code`)
  })
  return found
}

describe('every burial paper', () => {
  it('is there, each of the window’s thirteen', () => {
    expect(papers.filter(({ id }) => id.startsWith('burial.')).map(({ id }) => id.slice(7)).toSorted()).toEqual(['ashRelease', 'burialCertificate', 'claimSlip', 'consent', 'cremationCertificate', 'depositCertificate', 'monthTables', 'placementRecord', 'plotAgreement', 'rewardSheet', 'storageExtension', 'transportOut', 'waiverSheet'])
  })

  it.each(own)('%s: nothing lies on anything else', (_, request) => {
    for (const page of set(request).pages) expect(overlaps(page)).toEqual([])
  })

  it.each(own)('%s: days stand as 2026年8月5日', (_, request) => {
    for (const run of set(request).pages.flatMap(runsOf)) expect(textOfRun(run)).not.toMatch(/年0\d月|月0\d日|(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/)
  })

  it('refuses a character that no font has, with its field, before a byte is made', () => {
    const rare = '王\u{31050}'
    for (const [name, request] of own) {
      if (!isBurial(request) || 'sheet' in request) continue
      const { record } = request
      const changed = 'plot' in record
        ? { ...record, plot: { ...record.plot, contracts: record.plot.contracts.map((one) => ({ ...one, holder: { ...one.holder, name: rare } })) } }
        : { ...record, folded: { ...record.folded, file: { ...record.folded.file, deceased: { ...record.folded.file.deceased, name: rare } } } }
      let refused: unknown
      try {
        set({ ...request, record: changed } as PaperRequest)
      } catch (error) {
        refused = error
      }
      const field = 'plot' in record ? 'holder.name' : 'deceased.name'
      expect([name, refused]).toEqual([name, expect.objectContaining({ code: 'unprintable', characters: expect.arrayContaining([expect.objectContaining({ field, codePoint: 'U+31050' })]) as unknown })])
      expect((refused as LantaiError).text.zh).toContain('plot' in record ? '「持有人姓名」' : '「逝者姓名」')
    }
    const cell = { title: rare, values: [] }
    expect(thrown(() => set({ paper: 'burial.monthTables', sheet: { ...burial.month, tables: [{ ...burial.month.tables[0]!, rows: [cell] }] } }))).toMatch(/^unprintable/)
  })

  it.runIf(canSee)('gives its text back to whoever copies it', async () => {
    const flat = async (request: PaperRequest): Promise<string> => textOf(await renderPaper(request)).replace(/\s/g, '')
    expect(await flat({ paper: 'burial.waiverSheet', record: burial.waiver })).toContain('人民币壹仟肆佰元整')
    expect(await flat({ paper: 'burial.cremationCertificate', record: burial.certified })).toContain('上列逝者的遗体已于2026年8月5日在本馆火化，特此证明。')
    expect(await flat({ paper: 'burial.monthTables', sheet: burial.month })).toContain('3,190,000.00')
  })

  it('prints the same after the case was printed, and otherwise when a fact is otherwise', () => {
    const printed = { ...burial.certified, folded: { ...burial.certified.folded, revision: 99, printed: [{ paper: 'burial.cremationCertificate', printer: 'p', at: '2026-09-01T09:00:00.000+08:00', by: 'zhaomin' }] as unknown as BurialRecord['folded']['printed'] } }
    expect(digest({ paper: 'burial.cremationCertificate', record: printed })).toBe(digest({ paper: 'burial.cremationCertificate', record: burial.certified }))
    expect(digest({ paper: 'burial.cremationCertificate', record: burial.reissued })).not.toBe(digest({ paper: 'burial.cremationCertificate', record: burial.certified }))
    const { settled } = burial.waiver
    const other: WaiverRecord = { ...burial.waiver, settled: { ...settled, waiver: { ...settled.waiver, waivedFen: settled.waiver.waivedFen - 1 } } }
    expect(digest({ paper: 'burial.waiverSheet', record: other })).not.toBe(digest({ paper: 'burial.waiverSheet', record: burial.waiver }))
  })
})

describe('what has not happened', () => {
  it.each([
    ['burial.cremationCertificate', burial.reported], ['burial.ashRelease', burial.reported], ['burial.depositCertificate', burial.certified], ['burial.placementRecord', burial.certified],
  ] as const)('%s is not printed', (paper, record) => {
    expect(thrown(() => set({ paper, record }))).toBe('wrong_state ')
  })

  it('leaves plots without an agreement or an interment without their papers', () => {
    const free = { ...burial.plot, plot: { ...burial.plot.plot, contracts: [], interments: [] } }
    expect(thrown(() => set({ paper: 'burial.plotAgreement', record: free }))).toBe('wrong_state ')
    expect(thrown(() => set({ paper: 'burial.burialCertificate', record: { ...burial.plot, plot: { ...burial.plot.plot, interments: [] } } }))).toBe('wrong_state ')
  })

  it('leaves the takers’ lines blank on a slip that is to be signed first', () => {
    const text = words({ paper: 'burial.ashRelease', record: burial.certified })
    expect(text).toContain('骨灰已于年月日由领取人')
    expect(text).not.toContain('LZ-')
  })
})

describe('the cremation certificate', () => {
  const of = (record: BurialRecord): string => words({ paper: 'burial.cremationCertificate', record })
  it('holds the fields of the least set, home, furnace and hours', () => {
    const text = of(burial.certified)
    const { deceased } = burial.certified.folded.file
    for (const part of [deceased.name, deceased.identityNumber, '死亡日期2026年8月3日', '2026年8月5日8时30分', '2026年8月5日9时40分', '2号炉', '测试市殡仪馆', 'HZ-990101-2026-01000118', '存根', '领取人（签名）']) expect(text).toContain(part)
    expect(text).not.toContain('补发')
  })

  it('marks a reissue, with the number before it, above and on the stub; the first can still be asked for', () => {
    const text = of(burial.reissued)
    expect(text).toContain('火化证明（补发）')
    expect(text).toContain('编号：BHZ-990101-2026-01000003')
    expect(text).toContain('原火化证明编号：HZ-990101-2026-01000118')
    expect(text).toContain('原证编号HZ-990101-2026-01000118')
    expect(of({ ...burial.reissued, number: 'HZ-990101-2026-01000118' })).not.toContain('补发')
  })

  it('notes who is not of the family', () => {
    expect(of(burial.longCertified)).toContain('领取人不是逝者的亲属，身份：受委托人')
    expect(of(burial.certified)).not.toContain('不是逝者的亲属，身份')
  })

  it('fits the half of its page with the longest facts', () => {
    for (const record of [burial.certified, burial.longCertified, burial.reissued]) {
      const { pages } = set({ paper: 'burial.cremationCertificate', record })
      expect(pages).toHaveLength(1)
      const above = runsOf(pages[0]!).filter(({ y }) => y < 200).map(({ y }) => y)
      expect(Math.max(...above)).toBeLessThan(197)
    }
  })

  it.each([['limb', burial.limb, '残肢火化证明', '患者'], ['bones', burial.bones, '骨骸火化证明', '逝者']] as const)('has words of its own for a %s', (_, record, head, owner) => {
    const consent = words({ paper: 'burial.consent', record })
    for (const text of [of(record), consent]) {
      expect(text).not.toContain('遗体')
      expect(text).toContain(`${owner}姓名`)
    }
    expect(of(record)).toContain(head)
    expect(of(record)).not.toContain('死亡日期')
    if (record === burial.limb) expect(of(record)).not.toContain('逝者')
  })
})

describe('other papers of a case', () => {
  it('calls somebody unidentified as the case does', () => {
    expect(words({ paper: 'burial.consent', record: burial.unidentified })).toContain('逝者姓名无性别男证件类型无证件号码无年龄60周岁')
  })

  it('names the acceptance of the destination, with issuer and day, and article 29', () => {
    const text = words({ paper: 'burial.transportOut', record: burial.transported })
    for (const part of ['接〔2026〕18号', '外省某市民政局', '2026年8月4日', '第二十九条']) expect(text).toContain(part)
  })

  it('says until when a body is kept in general, what was extended before, and article 27', () => {
    const text = words({ paper: 'burial.storageExtension', record: burial.longExtended })
    for (const part of ['2026年8月6日（到馆之日起三日）', '已办延期2026年8月7日至2026年8月12日', '本次延期2026年8月13日至2026年8月20日', '第二十七条']) expect(text).toContain(part)
  })

  it('keeps every extension of a deposit beside its term', () => {
    const text = words({ paper: 'burial.depositCertificate', record: burial.longDeposit })
    expect(text).toContain('2029年8月1日续至2032年8月4日；2032年8月1日续至2035年8月4日；2035年8月1日续至2038年8月4日')
    expect(text).toContain('寄存期满2038年8月4日')
  })

  it('lists every resting place in order, over the page', () => {
    const { pages } = set({ paper: 'burial.placementRecord', record: burial.longPlaced })
    expect(pages.length).toBeGreaterThan(1)
    const text = pages.map(wordsOfPage).join('')
    for (let i = 0; i < 14; i++) expect(text).toContain(`20${30 + i}年4月5日`)
  })
})

describe('the waiver sheet', () => {
  const sheetOf = (record: WaiverRecord): string => words({ paper: 'burial.waiverSheet', record })
  it.each([['W1', burial.waiver], ['cut by the case cap', burial.cutWaiver], ['with a vigil hall', burial.vigilWaiver], ['two bearers', burial.ownWaiver], ['everything long', burial.longWaiver]])('%s: every figure of the settlement stands on it, in figures and capitals', (_, record) => {
    const text = sheetOf(record)
    const { waiver } = record.settled
    for (const line of waiver.lines) {
      expect(text).toContain(`${yuanFigure(line.actualFen)}${line.capFen === null ? '—' : yuanFigure(line.capFen)}${yuanFigure(line.waivedFen)}${yuanFigure(line.selfPaidFen)}`)
    }
    expect(text).toContain(`减免金额人民币${capitalYuan(waiver.waivedFen)}￥${yuanFigure(waiver.waivedFen)}`)
    expect(text).toContain(`自付金额人民币${capitalYuan(waiver.selfPaidFen)}￥${yuanFigure(waiver.selfPaidFen)}`)
    expect(text).toContain(`合计${yuanFigure(waiver.actualFen)}—${yuanFigure(waiver.waivedFen)}${yuanFigure(waiver.selfPaidFen)}`)
    // the reasons run over pages: what stands between is of other sizes
    const reasons = set({ paper: 'burial.waiverSheet', record }).pages.flatMap(runsOf).filter(({ size }) => Math.abs(size - 9.5 * pt) < 1e-6).map(textOfRun).join('').replace(/\s/g, '')
    for (const { zh } of waiver.explanation) expect(reasons).toContain(zh.replace(/\s|。$/g, '').replace(/(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g, (_day, y: string, m: string, d: string) => `${y}年${Number(m)}月${Number(d)}日`))
    for (const { title } of record.policies.filter(({ id }) => waiver.grants.some((grant) => grant.policy === id))) expect(text).toContain(title)
  })

  it('sums the four basic items and the vigil hall apart', () => {
    const text = sheetOf(burial.vigilWaiver)
    const { lines } = burial.vigilWaiver.settled.waiver
    const sum = (group: string, of: 'actualFen' | 'waivedFen'): string => yuanFigure(lines.filter(({ item }) => groupOf(item) === group).reduce((total, line) => total + line[of], 0))
    expect(text).toContain(`四项基本服务小计${sum('basic', 'actualFen')}—${sum('basic', 'waivedFen')}`)
    expect(text).toContain(`守灵厅租用小计${sum('vigil', 'actualFen')}—${sum('vigil', 'waivedFen')}`)
  })

  it('says the order of the cuts, the clause of each line, and a policy that nobody has compared', () => {
    const text = sheetOf(burial.cutWaiver)
    expect(text).toMatch(/每具封顶1780元：各项合计2300元，依次削减/)
    expect(text).toContain('（减免项目和标准）')
    expect(text).toContain('未核对原文')
    expect(text).toContain('注意：所依据的政策未核对原文')
    expect(sheetOf(burial.ownWaiver)).not.toContain('未核对原文')
    expect(sheetOf(burial.ownWaiver)).toContain('文号测民发〔2026〕18号')
  })

  it('says of each line by which policy, where several gave something', () => {
    const text = sheetOf(burial.twoPolicies)
    for (const part of ['①测试市惠民殡葬基本服务费减免', '②测试区骨灰盒补助（《测试市民政局测试市财政局关于进一步完善惠民殡葬政策免除基本殡葬服务费用有关问题的通知》），文号测区民〔2026〕2号，未核对原文', '遗体火化①', '骨灰盒（盅）②']) expect(text).toContain(part)
    expect(sheetOf(burial.ownWaiver)).not.toContain('①')
  })

  it('names who bears it, summing to what is waived', () => {
    const text = sheetOf(burial.ownWaiver)
    expect(text).toContain('测试市级财政823.04')
    expect(text).toContain('测试区级财政（户籍地）411.52')
    expect(burial.ownWaiver.settled.waiver.waivedFen).toBe(123_456)
  })

  it('goes on over as many pages as its reasons need, the number on each', () => {
    const { pages } = set({ paper: 'burial.waiverSheet', record: burial.longWaiver })
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(wordsOfPage(page)).toContain('编号：JM-2026-000122')
    expect(wordsOfPage(pages.at(-1)!)).toContain('承办人（签名）')
  })

  it('says on a waiver taken back that the sheet is void', () => {
    expect(sheetOf(burial.vigilWaiver)).toContain('本次减免已于2026年8月9日撤销，本单作废')
    expect(sheetOf(burial.waiver)).not.toContain('作废')
  })

  it('is a claim slip with place, last day, papers and account where it was paid first', () => {
    const text = words({ paper: 'burial.claimSlip', record: burial.claim })
    for (const part of ['申领截止2026年11月6日', '发票日期2026年8月6日', '申领地点街道（镇）', '银行账号', '外省某市殡仪馆', '申领人（签名）']) expect(text).toContain(part)
  })
})

describe('rewards and plots', () => {
  it('pays each payee, with proofs and the document', () => {
    const text = words({ paper: 'burial.rewardSheet', record: burial.reward })
    for (const part of ['海葬（江葬）8,000.00', '逝者家属（王建国）6,000.00', '服务单位2,000.00', '人民币捌仟元整', '文号测民〔2024〕9号', '安葬记录', '领款人（签名）']) expect(text).toContain(part)
  })

  it('agrees on at most twenty years, fees in figures and capitals, upkeep, and no transfer', () => {
    const text = words({ paper: 'burial.plotAgreement', record: burial.plot })
    for (const part of ['自2026年8月10日起至2046年8月9日止', '不超过二十年', '壹万贰仟捌佰元伍角整（￥12,800.50）', '维护管理费人民币贰仟元整', '不得转让、转租或者买卖墓位', '占地0.80平方米']) expect(text).toContain(part)
    const niche = words({ paper: 'burial.plotAgreement', record: burial.nichePlot }).replace(/版式：.*$/, '')
    expect(niche).toContain('格位使用协议')
    expect(niche).toContain('高龄老人（户口簿）')
    expect(niche).not.toContain('墓位')
  })

  it('holds up to four deceased A to D, joint interments as such, and the renewed term', () => {
    const text = words({ paper: 'burial.burialCertificate', record: burial.plot })
    expect(text).toMatch(/A陈福生墓位2026年8月20日火化证明/)
    expect(text).toMatch(/B李晓梅墓位2030年4月5日（合葬）/)
    expect(text).toContain('编号：JAZ-990101-2026-01000002')
    expect(words({ paper: 'burial.burialCertificate', record: { ...burial.plot, interment: 'i1' } })).toContain('编号：JAZ-990101-2026-01000001')
    expect(words({ paper: 'burial.burialCertificate', record: burial.familyPlot })).toContain('使用期至2049年8月9日')
  })
})

describe('month tables', () => {
  const request = { paper: 'burial.monthTables', sheet: burial.month } as const
  it('show units in the heads, yuan and 万元 side by side, both sides of identities, and late lines apart', () => {
    const text = words(request)
    for (const part of ['火化遗体（具）', '减免金额（元）', '减免金额（万元）', '3,190,000.00319.00', '核对（1项不符）', '本地户籍5201+非本地户籍513=火化遗体5714', '9月漏报火化1具+1', '-1-1,400.00', '集中办丧率：分母未录入（分母未定，不作为指标公布）', '制表人：赵敏', '审核人（签名）']) expect(text).toContain(part)
  })

  it('say on every page whether the month is closed', () => {
    for (const page of set(request).pages) expect(wordsOfPage(page)).toContain('（未封账）')
    for (const page of set({ paper: 'burial.monthTables', sheet: burial.wideMonth }).pages) expect(wordsOfPage(page)).toContain('（已封账）')
    expect(words({ paper: 'burial.monthTables', sheet: burial.wideMonth })).toContain('封账情况：2026年10月已于2026年11月5日月结封账（赵敏、欧阳兰）')
    expect(words({ paper: 'burial.monthTables', sheet: { ...burial.wideMonth, from: '2026-01-01', closed: '已月结封账：2026-01 至 2026-09，共 9 个月' } })).toContain('（封账情况见末页）')
  })

  it('turn to landscape where they are wide, and keep 万元 beside its yuan', () => {
    const { pages } = set({ paper: 'burial.monthTables', sheet: burial.wideMonth })
    expect(pages.some(({ width }) => width === 297)).toBe(true)
    expect(pages.at(-1)?.width).toBe(210)
    for (const page of pages.filter(({ width }) => width === 297).map(wordsOfPage)) expect((page.match(/金额（元）/g) ?? []).length).toBe((page.match(/金额（万元）/g) ?? []).length)
    const text = pages.map(wordsOfPage).join('')
    for (const { title } of burial.wideMonth.late) expect(text).toContain(title.replace(/\s/g, ''))
  })
})

describe('whatever the facts are', () => {
  const filler = '买买提吐尔逊·阿卜杜热合曼阿卜杜外力𠮷Konstantinopoulou Hohenstaufen '
  const of = (count: number): string => filler.repeat(Math.ceil(count / filler.length)).slice(0, count).replace(/[\ud800-\udbff]$/, '')
  const length = (most: number) => fc.integer({ min: 0, max: most })
  it('a paper stays within its page with nothing over anything else, or is refused as too long', () => {
    const from = own.filter(([name]) => !name.includes('everything long') && !name.includes('month'))
    fc.assert(fc.property(fc.constantFrom(...from.map(([, request]) => request)), length(100), length(400), length(100), length(100), (request, name, detail, home, text) => {
      if (!isBurial(request) || 'sheet' in request) return
      const { record } = request
      const changed = 'plot' in record
        ? { ...record, words: of(Math.min(120, text)), cemetery: { ...record.cemetery, facts: { ...record.cemetery.facts, name: of(home) } }, plot: { ...record.plot, contracts: record.plot.contracts.map((one) => ({ ...one, proof: of(text), holder: { ...one.holder, name: of(name) } })) } }
        : { ...record, homeName: of(home), officeName: of(home), folded: { ...record.folded, file: { ...record.folded.file, deceased: { ...record.folded.file.deceased, name: of(name), hukouAddress: of(detail), deathPlace: of(detail) }, agent: { ...record.folded.file.agent, name: of(name), address: of(detail) } } } }
      let pages: readonly Page[]
      try {
        ({ pages } = set({ ...request, record: changed } as PaperRequest))
      } catch (error) {
        expect(error).toMatchObject({ code: 'unprintable' })
        return
      }
      for (const page of pages) {
        expect(overlaps(page)).toEqual([])
        for (const run of runsOf(page)) {
          expect(run.x).toBeGreaterThan(5)
          expect(run.x + widthOfRun(run)).toBeLessThan(page.width - 5)
          expect(run.y).toBeLessThan(page.height - 5)
        }
      }
    }), { numRuns: 120 })
  }, 60_000)
})
