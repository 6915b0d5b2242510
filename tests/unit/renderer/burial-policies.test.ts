import { describe, expect, it } from 'vitest'
import { rewardLibrary } from '../../../domain/burial/reward-library.ts'
import type { RewardPolicy } from '../../../domain/burial/rewards.ts'
import { runExamples } from '../../../domain/waiver/examples.ts'
import { getShippedPolicy, waiverLibrary } from '../../../domain/waiver/library.ts'
import { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import { quote } from '../../../domain/waiver/quote.ts'
import { policyFaults } from '../../../domain/waiver/soundness.ts'
import { fill, type Say } from '../../../renderer/shared/i18n.ts'
import { changesOf, itemStandard, policyLines, type Speech } from '../../../renderer/windows/burial/policies/describe.ts'
import { copyDraft, emptyExample, emptyLine, examplesBefore, freeId, movedExamples, newDraft, newRewardDraft, nextId, policyFile, readPolicyFile, titleFaults, waiverShapeFaults } from '../../../renderer/windows/burial/policies/drafts.ts'
import { expectedOf, flagsAsked, workExample } from '../../../renderer/windows/burial/policies/work.ts'
import { fieldWords } from '../../../renderer/windows/burial/policies/fieldWords.ts'
import { priceFaults, readPrices, type PriceRow } from '../../../renderer/windows/burial/policies/prices.ts'
import { draftStore, getAt, setAt } from '../../../renderer/shared/draft.ts'
import { words } from '../../../renderer/windows/burial/policies/words.ts'
import { rewardFaults } from '../../../renderer/windows/burial/rewards/faults.ts'
import { timeLeft } from '../../../renderer/windows/burial/waivers/timeLeft.ts'
import { estimateDeaths, openMonths } from '../../../renderer/windows/burial/tables/months.ts'
import { burialCellTitle } from '../../../renderer/windows/burial/cases/cellTitle.ts'
import { titleWords } from '../../../renderer/pages/statistics/counted/units.ts'
import { groupOfTable } from '../../../renderer/windows/burial/tables/groups.ts'

const sayer = <Key extends string>(catalogue: Readonly<Record<Key, readonly [string, string]>>, index: 0 | 1): Say<Key> => (key, values) => fill(catalogue[key][index], values)
const chinese: Speech = { t: sayer(words, 0), say: (text) => text.zh, and: '，' }
const english: Speech = { t: sayer(words, 1), say: (text) => text.en, and: ', ' }
const guangzhou = getShippedPolicy('GZ-RES')
const asWaiver = (draft: { readonly policy: unknown }): WaiverPolicy => draft.policy as WaiverPolicy

describe('a policy in plain words', () => {
  it('says units, rates and caps', () => {
    const standard = (policy: WaiverPolicy, item: string, speech = chinese) => policy.layers.flatMap((layer) => layer.items.filter((one) => one.item === item)).map((one) => itemStandard(one, speech))
    expect(standard(guangzhou, 'transport')).toEqual(['不超过 180 元'])
    expect(standard(guangzhou, 'coldStorage')).toEqual(['最多 3 天，不超过 300 元'])
    expect(standard(guangzhou, 'ashStorage')).toEqual(['每年 70 元，最多 5 年，不超过 350 元'])
    expect(standard(guangzhou, 'ashStorage', english)).toEqual(['70 yuan a year, up to 5 (year), no more than 350 yuan'])
    expect(standard(guangzhou, 'seaScattering')).toEqual(['按实际费用'])
  })

  it.each(waiverLibrary.map((policy) => [policy.id, policy] as const))('%s says every line in both languages, without a code left over', (_, policy) => {
    const zh = policyLines(policy, chinese)
    const en = policyLines(policy, english)
    expect(zh.map(({ key }) => key)).toEqual(en.map(({ key }) => key))
    expect(new Set(zh.map(({ key }) => key)).size).toBe(zh.length)
    for (const line of [...zh, ...en]) expect(`${line.label} ${line.value}`).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  it('tells what changed, was added and was dropped, and nothing else', () => {
    const lines = (policy: WaiverPolicy) => policyLines(policy, chinese)
    expect(changesOf(lines(guangzhou), lines({ ...guangzhou, id: 'other', verified: true }))).toEqual([])
    const raised = setAt(setAt(guangzhou, 'layers.0.items.0.measures.0.capFen', 20_000), 'layers.0.caseCapFen', 170_000)
    expect(changesOf(lines(guangzhou), lines(raised)).map(({ label, old, now }) => [label, old.split(' · ')[0], now.split(' · ')[0]])).toEqual([
      ['基本减免 · 遗体接运', '不超过 180 元', '不超过 200 元'], ['基本减免 · 每具合计限额（元）', '每具合计不超过 1680 元', '每具合计不超过 1700 元'],
    ])
    const dropped = { ...guangzhou, layers: guangzhou.layers.map((layer) => ({ ...layer, items: layer.items.filter(({ item }) => item !== 'urn') })) }
    expect(changesOf(lines(guangzhou), lines(dropped))).toEqual([expect.objectContaining({ label: '基本减免 · 骨灰盒（盅）', now: '' })])
    expect(changesOf(lines(dropped), lines(guangzhou))).toEqual([expect.objectContaining({ label: '基本减免 · 骨灰盒（盅）', old: '' })])
  })

  it('names the field of a fault', () => {
    expect(fieldWords('layers.0.items.2.measures.0.unit', chinese.t)).toBe('第 1 层 · 项目 3 · 单位')
    expect(fieldWords('documentNumber', chinese.t)).toBe('文件字号')
    expect(fieldWords('examples.1', english.t)).toBe('Example 2')
  })
})

describe('the store of a draft', () => {
  it('changes what stands at a path and keeps every other part the same', () => {
    const next = setAt(guangzhou, 'layers.0.items.1.measures.0.capFen', 1)
    expect(getAt(next, 'layers.0.items.1.measures.0.capFen')).toBe(1)
    expect(next.layers[0]?.items[0]).toBe(guangzhou.layers[0]?.items[0])
    expect(next.examples).toBe(guangzhou.examples)
    expect(guangzhou.layers[0]?.items[1]?.measures[0]?.capFen).toBe(10_000)
  })

  it('tells of changes only where something changed', () => {
    let told = 0
    const store = draftStore(guangzhou)
    store.subscribe(() => { told += 1 })
    store.put('rank', 0)
    expect(told).toBe(0)
    store.put('rank', 3)
    store.setFaults([{ field: 'rank', message: { zh: '甲', en: 'A' } }])
    store.setFaults([{ field: 'rank', message: { zh: '甲', en: 'A' } }])
    expect([told, JSON.parse(store.faultAt('rank'))]).toEqual([2, { zh: '甲', en: 'A' }])
    expect(store.faultAt('id')).toBe('')
  })
})

describe('drafts', () => {
  it('are copied under another id, not compared, from a day of their own', () => {
    const draft = copyDraft(guangzhou, { today: '2026-11-22', taken: ['GZ-RES', 'GZ-RES-2026'] })
    expect(draft).toMatchObject({ kind: 'waiver', copiedFrom: 'GZ-RES', policy: { id: 'GZ-RES-2026-2', series: 'GZ-RES', verified: false, from: '2026-11-22', to: '' } })
    expect(nextId('A', '2026-01-01', [])).toBe('A-2026')
    expect(freeId('l', [{ id: 'l1' }, { id: 'l3' }])).toBe('l4')
  })

  it('carry their examples into the period, where every one comes out as before', () => {
    for (const policy of waiverLibrary.filter(({ examples }) => examples.length > 0)) {
      const copied = asWaiver(copyDraft(policy, { today: '2026-11-22', taken: [] }))
      const moved = { ...copied, examples: [...movedExamples(copied)] }
      expect(examplesBefore(moved), policy.id).toEqual([])
      expect(runExamples(moved).map(({ holds }) => holds), policy.id).toEqual(runExamples(policy).map(({ holds }) => holds))
    }
  })

  it('begin as a policy but for what only the document tells', () => {
    const draft = asWaiver(newDraft('440111', '2026-11-22'))
    expect(waiverShapeFaults(draft).map(({ field }) => field)).toEqual(['source'])
    const written = { ...draft, source: '本处', documentNumber: '示民〔2026〕1号' }
    expect(waiverShapeFaults(written)).toEqual([])
    expect(titleFaults(written).map(({ field }) => field)).toEqual(['title', 'layers.0.classes.0.title'])
    expect(titleFaults(guangzhou)).toEqual([])
    expect(policyFaults(written, []).map(({ field }) => field)).toEqual(['examples'])
  })

  it('take the result of the engine as what is expected', () => {
    const draft = { ...asWaiver(newDraft('440111', '2026-11-22')), source: '本处', documentNumber: '示民〔2026〕1号' }
    const example = emptyExample([], '440111', '2026-11-22')
    const facts = { ...example.facts, lines: [{ ...emptyLine([]), unitPriceFen: 25_000 }] }
    const worked = workExample(draft, { facts, day: example.day })
    if ('zh' in worked) throw new Error(worked.zh)
    const policy: WaiverPolicy = { ...draft, examples: [{ ...example, facts, expected: expectedOf(worked) }] }
    expect(expectedOf(worked)).toEqual({ answer: 'yes', waivedFen: 25_000, selfPaidFen: 0, items: { cremation: 25_000 } })
    expect(policyFaults(policy, [])).toEqual([])
    expect(workExample(policy, { facts, day: '2026-13-01' })).toEqual({ zh: '没有 2026-13-01 这一天', en: 'There is no day 2026-13-01' })
  })

  it('mark numbers that are none at their field', () => {
    const wrong = setAt(setAt(guangzhou, 'layers.0.items.0.measures.0.capFen', Number.NaN), 'layers.0.items.2.measures.0.capQuantity', 0)
    expect(waiverShapeFaults(wrong).map(({ field }) => field)).toEqual(['layers.0.items.0.measures.0.capFen', 'layers.0.items.2.measures.0.capQuantity'])
    expect(waiverShapeFaults({ ...guangzhou, areas: [] })).toEqual([{ field: 'areas', message: { zh: '至少一项', en: 'At least one' } }])
  })

  it('ask the questions of their conditions only', () => {
    expect(flagsAsked(guangzhou)).toEqual([])
    expect(flagsAsked(getShippedPolicy('NJ'))).toContain('grant')
  })
})

describe('policy files', () => {
  it('come back as they were written, to be compared again', () => {
    const read = readPolicyFile(policyFile('waiver', { ...guangzhou, verified: true }), [])
    expect(read).toMatchObject({ draft: { kind: 'waiver', copiedFrom: '', policy: { ...guangzhou, verified: false } } })
    const reward = rewardLibrary[0] as RewardPolicy
    expect(readPolicyFile(policyFile('reward', reward), [])).toMatchObject({ draft: { kind: 'reward', policy: reward } })
    expect(readPolicyFile(policyFile('waiver', guangzhou), ['GZ-RES'])).toMatchObject({ draft: { policy: { id: 'GZ-RES-2015' } } })
  })

  it('are refused field by field, or as no policy at all', () => {
    const broken = JSON.stringify({ format: 'lantai.waiverPolicy', version: 1, policy: { ...guangzhou, areas: ['广州'], rank: -1 } })
    expect(readPolicyFile(broken, [])).toMatchObject({ faults: [{ field: 'areas.0' }, { field: 'rank' }] })
    for (const none of ['', '{', '[]', 'null', '{"format":"other","policy":{}}', JSON.stringify(guangzhou)]) expect(readPolicyFile(none, []), none).toBeUndefined()
  })
})

/** The classes of a policy of the library, which have names. */
const getNamedClasses = (): RewardPolicy['classes'] => rewardLibrary.find(({ id }) => id === 'SZ-ECO')?.classes ?? []

describe('reward policies', () => {
  it('say what keeps them from being put in force', () => {
    const { policy } = newRewardDraft('330381', '2026-11-22')
    const draft = { ...(policy as RewardPolicy), source: '本处', classes: getNamedClasses(), title: { zh: '示例', en: 'sample' } }
    expect(rewardFaults(policy as RewardPolicy, []).map(({ field }) => field)).toEqual(['source', 'title', 'classes.0.title'])
    expect(rewardFaults(draft, []).map(({ field }) => field)).toEqual(['documentNumber'])
    const ready = { ...draft, documentNumber: '示民〔2026〕2号' }
    expect(rewardFaults(ready, [])).toEqual([])
    expect(rewardFaults({ ...ready, rows: [{ ways: [], fen: 1, leastFen: null, mostFen: null, scope: { zh: '', en: '' } }] }, []).map(({ field }) => field)).toEqual(['rows.0.ways'])
  })

  it('follow an open older version, but overlap none that begins on the day or later', () => {
    const { policy } = newRewardDraft('330381', '2026-11-22')
    const ready = { ...(policy as RewardPolicy), title: { zh: '示例', en: 'sample' }, classes: getNamedClasses(), source: '本处', documentNumber: '示民〔2026〕2号' }
    expect(rewardFaults(ready, [{ ...ready, id: 'old', from: '2024-01-01' }])).toEqual([])
    expect(rewardFaults(ready, [{ ...ready, id: 'new', from: '2027-01-01' }]).map(({ field }) => field)).toEqual(['from'])
  })
})

describe('the price list', () => {
  const row: PriceRow = { item: 'cremation', unit: 'body', unitPriceFen: 32_000, document: '示价〔2026〕1号', from: '2026-01-01', to: '' }
  it('is refused where a field is missing, a day is none, or two prices stand on one day', () => {
    expect(priceFaults([row])).toEqual([])
    expect(priceFaults([{ ...row, to: '2026-06-30' }, { ...row, from: '2026-07-01' }])).toEqual([])
    const fields = (rows: readonly PriceRow[]) => priceFaults(rows).map(({ field }) => field)
    expect(fields([row, { ...row, from: '2026-07-01' }])).toEqual(['rows.1.from'])
    expect(fields([{ ...row, unitPriceFen: Number.NaN, document: ' ', from: '', to: '2026-02-30' }])).toEqual(['rows.0.unitPriceFen', 'rows.0.document', 'rows.0.from', 'rows.0.to'])
    expect(fields([{ ...row, unitPriceFen: -1, to: '2025-12-31' }])).toEqual(['rows.0.unitPriceFen', 'rows.0.to'])
  })

  it('is read out of the setting, whatever else stands there', () => {
    expect(readPrices([row, null, { item: 'other' }])).toEqual([row])
    expect(readPrices('x')).toEqual([])
  })
})

describe('claims, months and tables', () => {
  it('name the cells of a list by its rows', () => {
    expect(burialCellTitle('waiver.item.cremation')).toEqual({ zh: '享受惠民政策（分项目） · 遗体火化', en: 'Waivers by item · Cremation' })
    expect(burialCellTitle('cremated.total').zh).toBe('火化遗体')
    expect(burialCellTitle('nothing.here')).toEqual({ zh: 'nothing.here', en: 'nothing.here' })
  })

  const days = { death: '2026-05-01', cremation: '2026-05-05', invoice: '2026-05-06' }
  it('count the days that are left for a claim', () => {
    expect(timeLeft(guangzhou, days, '2026-08-01')).toEqual({ kind: 'left', until: '2026-08-06', days: 5 })
    expect(timeLeft(guangzhou, days, '2026-08-07')).toEqual({ kind: 'left', until: '2026-08-06', days: -1 })
    expect(timeLeft(guangzhou, { ...days, invoice: '' }, '2026-08-01')).toEqual({ kind: 'missing', from: 'invoice' })
    expect(timeLeft(getShippedPolicy('HZ-2025'), days, '2026-08-01')).toEqual({ kind: 'unlimited' })
  })

  it('remind of months that are over, hold figures and are not closed', () => {
    const line = (month: string, cremated: number, closed = false) => ({ month, cremated, vigils: 0, waivedFen: 0, closed: closed ? { on: '', by: '', second: '', head: '' } : null })
    expect(openMonths([line('2026-08', 5, true), line('2026-09', 4), line('2026-10', 0), line('2026-11', 3)], '2026-11-22')).toEqual(['2026-09'])
  })

  it('estimate deaths from a population, name units in English, and group the tables', () => {
    expect(estimateDeaths('100000', '7.36')).toBe(736)
    expect([estimateDeaths('0', '7'), estimateDeaths('10', ''), estimateDeaths('1.5', '7')]).toEqual([undefined, undefined, undefined])
    expect(titleWords('Vigils (例)', 'en')).toBe('Vigils (cases)')
    expect(titleWords('守灵（例）', 'zh')).toBe('守灵（例）')
    expect(['month', 'cremation.ages', 'waiver.items', 'rewards.ways', 'plots'].map(groupOfTable)).toEqual(['month', 'cremation', 'waiver', 'rewards', 'other'])
  })

  it('quotes a draft as the library does', () => {
    const [example] = guangzhou.examples
    if (example === undefined) throw new Error('no example')
    expect(expectedOf(quote(guangzhou, example.facts, example.day))).toEqual(example.expected)
    expect(WaiverPolicy.safeParse(guangzhou).success).toBe(true)
  })
})
