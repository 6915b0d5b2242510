import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../domain/dates.ts'
import { placeNameActions } from '../../../../domain/place-names/case/actions.ts'
import { extentWords } from '../../../../domain/place-names/case/words.ts'
import type { PlaceNameAction, PlaceNameActionKind } from '../../../../domain/place-names/case/actions.ts'
import { clocksOfCase } from '../../../../domain/place-names/case/clocks.ts'
import { decideAcceptance, decideCorrection, decideDecision, decideFiling, decideNotice, decideProvisional, decideReceipt, decideReview, decideSupplement, findMissing } from '../../../../domain/place-names/case/decide.ts'
import { gazetteerActsOf } from '../../../../domain/place-names/case/register.ts'
import { allowedInPlaceName, applyPlaceName } from '../../../../domain/place-names/case/fold.ts'
import { PlaceNameFile } from '../../../../domain/place-names/case/file.ts'
import { applyEntity, findNameOn, findStandardName } from '../../../../domain/place-names/gazetteer/entity.ts'
import type { GeoEntity } from '../../../../domain/place-names/gazetteer/entity.ts'
import { neighbour } from './facts.ts'
import { act, context, entries, fileOf, fold, namesOf, profile, road, soundCase, subject, thrown, wordsFor } from './case-facts.ts'

const upTo = (kind: PlaceNameActionKind, items = [road('1', '张桥村路')]): readonly PlaceNameAction[] => { const all = soundCase(items); return all.slice(0, all.findIndex((action) => action.kind === kind)) }

describe('a place-name case by its acts', () => {
  it('from the receipt to the archive; every body fits its schema', () => {
    const actions = soundCase()
    for (const action of actions) expect(placeNameActions[action.kind].safeParse(action.body).success, action.kind).toBe(true)
    expect(fold(...actions)).toMatchObject({ id: subject, state: 'archived', words: [{ name: '张桥村路', text: 'Zhāngqiáocūn Lù', sign: 'ZHANGQIAOCUN LU' }], filings: [{ outcome: 'filed' }], archive: { fileNumber: 1 } })
  })
  it.each<[string, readonly PlaceNameAction[], unknown]>([
    ['a second supplement notice', [...upTo('placeName.accepted'), act('placeName.supplementAsked', { day: '2026-03-03', slip: '补1', missing: ['位置'] }), act('placeName.supplemented', { day: '2026-03-04', changes: {} }), act('placeName.supplementAsked', { day: '2026-03-05', slip: '补2', missing: ['长度'] })], { code: 'wrong_state', field: 'missing' }],
    ['a decision before the review', [...upTo('placeName.reviewed'), soundCase().find(({ kind }) => kind === 'placeName.decided') as PlaceNameAction], { code: 'wrong_state' }],
    ['a day before the act before it', [...upTo('placeName.accepted'), act('placeName.accepted', { day: '2026-03-01', slip: '1' })], { code: 'invalid', field: 'day' }],
    ['a review that leaves a name out', [...upTo('placeName.reviewed', [road('1', '人福路'), road('2', '宁平路')]), act('placeName.reviewed', { day: '2026-03-06', reviewer: 'h', opinion: '同意', verdicts: [{ item: '1', verdict: 'approve', note: '' }] })], { code: 'invalid', field: 'verdicts' }],
    ['a sign of a name that was refused', [...soundCase().slice(0, -1), act('placeName.signSet', { day: '2026-04-02', item: '9', sign: 'x', text: '某路', pinyin: 'X', position: '', maker: '', photo: '' })], { code: 'invalid', field: 'item' }],
    ['filed again while filed', [...upTo('placeName.noticed'), soundCase().find(({ kind }) => kind === 'placeName.filed') as PlaceNameAction], { code: 'wrong_state' }],
    ['a display that ends too early', [...upTo('placeName.reviewed'), act('placeName.displayed', { day: '2026-03-05', display: 'd', from: '2026-03-05', to: '2026-03-11', where: '网站', items: [] }), act('placeName.displayEnded', { day: '2026-03-06', display: 'd', objections: [], result: '无异议' })], { code: 'invalid', field: 'day' }],
    ['a reply to a letter nobody sent', [...upTo('placeName.reviewed'), act('placeName.replied', { day: '2026-03-05', consultation: 'x', outcome: 'agrees', words: '', handling: '' })], { code: 'not_found', field: 'consultation' }],
    ['two items of one number', [act('placeName.received', { day: '2026-03-02', file: fileOf([road('1', '人福路'), road('1', '宁平路')]) })], { code: 'invalid', field: 'items' }],
    ['an opinion on an application', [...upTo('placeName.forwarded'), act('placeName.opined', { day: '2026-03-09', document: '函1', opinions: [{ item: '1', opinion: 'agree', words: '' }] })], { code: 'wrong_state' }],
  ])('refuses %s', (_name, actions, expected) => {
    expect(thrown(() => fold(...actions))).toMatchObject(expected as object)
  })
  it('a decision that refuses everything ends as refused and needs no filing', () => {
    const refused = fold(...upTo('placeName.decided'), act('placeName.decided', { day: '2026-03-16', approver: 'countyGovernment', approverName: '区政府', document: '示府地名函〔2026〕2号', sealed: true, remedies: true, decisions: [{ item: '1', outcome: 'refused', grounds: [{ rule: 'place-names.duplicate', law: '第九条', reason: '重名' }] }] }))
    expect(refused).toMatchObject({ state: 'refused', words: [] })
    expect(allowedInPlaceName('refused')).not.toContain('placeName.filed')
  })
  it('keeps what was refused beside what was approved', () => {
    const items = [road('1', '人福路'), road('2', '沿河路')]
    const folded = fold(...upTo('placeName.decided', items), act('placeName.decided', { day: '2026-03-16', approver: 'countyGovernment', approverName: '区政府', document: '示府地名函〔2026〕3号', sealed: true, remedies: true, decisions: [{ item: '1', outcome: 'approved', words: wordsFor(items[0] as (typeof items)[0]) }, { item: '2', outcome: 'refused', grounds: [{ rule: 'place-names.duplicate', law: '', reason: '重名' }] }] }))
    expect(folded.state).toBe('approved')
    expect(folded.words.map(({ name }) => name)).toEqual(['人福路'])
  })
  it('a consultation for an estate: letter, opinion, approval by the housing department, filing, notice', () => {
    const estate = road('1', '矮凳桥小区', { kind: 'ESTATE', standsOut: 'yes', publicUse: 'yes', size: { siteSquareMetres: 30000 } })
    const received = act('placeName.received', { day: '2026-03-02', file: fileOf([estate], { source: 'consultation', letter: { number: '住建函1', day: '2026-03-01' } }) })
    const [, accepted, visited, ...rest] = soundCase([estate])
    const before = fold(received, accepted as PlaceNameAction, visited as PlaceNameAction, ...rest.slice(0, 4))
    const decided = act('placeName.decided', { day: '2026-03-16', approver: 'housingDepartment', approverName: '住建局', document: '示住建〔2026〕4号', sealed: true, remedies: false, decisions: [{ item: '1', outcome: 'approved', words: wordsFor(estate) }] })
    expect(thrown(() => applyPlaceName(before, entries([decided])[0] as never))).toMatchObject({ code: 'wrong_state' })
    const opined = act('placeName.opined', { day: '2026-03-10', document: '示民函〔2026〕1号', opinions: [{ item: '1', opinion: 'agree', words: '' }] })
    const filed = act('placeName.filed', { day: '2026-03-20', to: '区民政局', document: '', items: ['1'], papers: ['form', 'report', 'approval', 'application'], words: [wordsFor(estate)] })
    const folded = [opined, decided, filed].reduce((known, action) => applyPlaceName(known, entries([action])[0] as never), before)
    expect(clocksOfCase(folded, civilDate('2026-03-21')).find(({ id }) => id === 'notice')?.due?.day).toBe('2026-04-04')
    expect(clocksOfCase(folded, civilDate('2026-03-21')).find(({ id }) => id === 'decision')?.done).toBe('2026-03-10')
  })
  it('what is approved of a road says its ends as they were given, guesses no direction and says nothing twice', () => {
    const west = road('1', '木牍路', { orientation: '东西走向', location: '位于太平街道', start: { text: '桂枝街', status: 'registered', entityId: '' }, end: { text: '规划四路', status: 'planName', entityId: '' }, size: { lengthMetres: 1200, widthMetres: 22.5 } })
    expect(extentWords(west)).toBe('位于太平街道，东西走向，起点为桂枝街，止点为规划四路，长1200米，宽22.5米')
    expect(extentWords({ ...west, location: '位于太平街道，东西走向，起点为桂枝街' })).toBe('位于太平街道，东西走向，起点为桂枝街，止点为规划四路，长1200米，宽22.5米')
  })
  it('random sequences of acts either apply or are refused in words, and never harm the case before', () => {
    const pool = [...soundCase(), act('placeName.withdrawn', { day: '2026-03-10', note: '申请人撤回' }), act('placeName.supplementAsked', { day: '2026-03-03', slip: '补1', missing: ['位置'] }), act('placeName.supplemented', { day: '2026-03-04', changes: {} }), act('placeName.filingAnswered', { day: '2026-03-21', outcome: 'correctionAsked', note: '' }), act('placeName.timeExcluded', { day: '2026-03-06', from: '2026-03-06', to: '2026-03-10', told: true, why: '专家评审' })]
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: pool.length - 1 }), { maxLength: 40 }), (order) => {
      let folded = applyPlaceName(undefined, entries([pool[0] as PlaceNameAction])[0] as never)
      for (const at of order) {
        const frozen = JSON.stringify(folded)
        try {
          const next = applyPlaceName(folded, entries([pool[at] as PlaceNameAction])[0] as never)
          expect(JSON.stringify(folded)).toBe(frozen)
          expect(next.revision).toBe(folded.revision + 1)
          folded = next
        } catch (error) {
          expect(['wrong_state', 'invalid', 'conflict', 'not_found']).toContain((error as { code: string }).code)
          expect(JSON.stringify(folded)).toBe(frozen)
        }
        expect(allowedInPlaceName(folded.state).length).toBeGreaterThan(0)
        expect(folded.words.every(({ item }) => folded.file.items.some(({ id }) => id === item))).toBe(true)
      }
    }), { numRuns: 150 })
  })
})

describe('deciding', () => {
  it('an application without names is refused, one without a position is not accepted, and all that is missing is told at once', () => {
    expect(thrown(() => decideReceipt('p', { day: '2026-03-02', file: fileOf([]) }))).toEqual({ code: 'invalid', field: 'items' })
    const bare = fold(act('placeName.received', { day: '2026-03-02', file: fileOf([road('1', '人福路', { location: '', start: { text: '', status: 'unnamed', entityId: '' }, size: {}, meaning: '' })]) }))
    expect(findMissing(bare, context()).findings.map(({ field }) => field).toSorted()).toEqual(['items.1.location', 'items.1.meaning', 'items.1.size.lengthMetres', 'items.1.start.text'])
    expect(decideAcceptance(bare, { day: '2026-03-03', slip: '1' }, context()).kind).toBe('findings')
    expect(decideSupplement(bare, { day: '2026-03-03', slip: '补1', missing: ['位置'] }).kind).toBe('placeName.supplementAsked')
  })
  it('local papers are asked for by act and kind', () => {
    const asked = context({ profile: profile({ papers: [{ type: 'planningPermit', title: '规划许可证', acts: ['naming'], kinds: ['STREET'] }, { type: 'siteMap', title: '四至图', acts: ['removal'], kinds: [] }] }) })
    expect(findMissing(fold(...upTo('placeName.accepted')), asked).findings.map(({ field }) => field)).toEqual(['papers.planningPermit'])
  })
  it('coordinates outside the box, or shifted, are told at the item', () => {
    const placed = (x: number, y: number, declared: 'CGCS2000' | 'GCJ-02') => fold(act('placeName.received', { day: '2026-03-02', file: fileOf([road('1', '人福路', { geometry: { geometry: { type: 'Point', coordinates: [x, y] }, declared, source: '' } })]) }))
    const boxed = context({ profile: profile({ box: [120, 31, 121, 32] }) })
    expect(findMissing(placed(31.2, 120.6, 'CGCS2000'), boxed).findings).toMatchObject([{ field: 'items.1.geometry.coordinates', message: { zh: expect.stringContaining('写反') } }])
    expect(findMissing(placed(122, 31.2, 'CGCS2000'), boxed).findings).toHaveLength(1)
    expect(findMissing(placed(120.6, 31.2, 'GCJ-02'), boxed).findings).toMatchObject([{ field: 'items.1.geometry.declared' }])
  })
  it('a review stops at a duplicate and passes once the name is changed, or is to be refused with a reason', () => {
    const items = [road('1', '沿河路')]
    const before = fold(...upTo('placeName.reviewed', items))
    const clash = namesOf(items, { neighbours: [neighbour('沿河路')] })
    const verdicts = [{ item: '1', verdict: 'approve' as const, note: '' }]
    expect(decideReview(before, { day: '2026-03-06', reviewer: 'h', opinion: '同意', verdicts }, context(), clash)).toMatchObject({ kind: 'findings', findings: [{ rule: 'place-names.duplicate', field: 'items.1.name' }] })
    expect(decideReview(before, { day: '2026-03-06', reviewer: 'h', opinion: '同意', verdicts }, context(), namesOf(items)).kind).toBe('action')
    expect(decideReview(before, { day: '2026-03-06', reviewer: 'h', opinion: '重名', verdicts: [{ item: '1', verdict: 'refuse', note: '与沿河路重名' }] }, context(), clash).kind).toBe('action')
    expect(thrown(() => decideReview(before, { day: '2026-03-06', reviewer: 'h', opinion: '重名', verdicts: [{ item: '1', verdict: 'refuse', note: ' ' }] }, context(), clash))).toEqual({ code: 'invalid', field: 'verdicts.0.note' })
  })
  it('a homophone passes with the reason written at the item', () => {
    const items = [road('1', '长山路', { chosen: { 0: 'cháng' } })]
    const answered = soundCase(items).map((action) => (action.kind === 'placeName.received' ? act('placeName.received', { ...action.body, file: { ...action.body.file, answers: [{ rule: 'place-names.homophone', field: 'items.1.name', reason: '相距三十公里' }] } }) : action))
    const clash = namesOf(items, { neighbours: [neighbour('常山路')] })
    const body = { day: '2026-03-06', reviewer: 'h', opinion: '同意', verdicts: [{ item: '1', verdict: 'approve' as const, note: '' }] }
    expect(decideReview(fold(...upTo('placeName.reviewed', items)), body, context(), clash).kind).toBe('findings')
    expect(decideReview(fold(...answered.slice(0, 6)), body, context(), clash).kind).toBe('action')
  })
  it('a decision writes the number in its form, and asks for the right body, number, seal and words', () => {
    const items = [road('1', '张桥村路')]
    const before = fold(...upTo('placeName.decided', items))
    const body = { day: '2026-03-16', approver: 'countyGovernment' as const, approverName: '区政府', document: '示府地名函[2026]01号', sealed: true, remedies: false, decisions: [{ item: '1', outcome: 'approved' as const, words: wordsFor(items[0] as (typeof items)[0]) }] }
    expect(decideDecision(before, body, context())).toMatchObject({ kind: 'action', action: { body: { document: '示府地名函〔2026〕1号' } } })
    expect(decideDecision(before, { ...body, approver: 'housingDepartment' }, context())).toMatchObject({ kind: 'findings', findings: [{ rule: 'place-names.approver' }] })
    expect(decideDecision(before, { ...body, sealed: false }, context())).toMatchObject({ kind: 'findings', findings: [{ field: 'decision.sealed' }] })
    expect(decideDecision(before, body, context({ sameNumber: ['p99'] }))).toMatchObject({ kind: 'findings', findings: [{ field: 'decision.document' }] })
    expect(decideDecision(before, { ...body, decisions: [{ item: '1', outcome: 'approved', words: { ...wordsFor(items[0] as (typeof items)[0]), sign: 'ZHANGQIAO LU' } }] }, context())).toMatchObject({ kind: 'findings', findings: [{ field: 'words.1.sign' }] })
    expect(thrown(() => decideDecision(before, { ...body, document: '第一号' }, context()))).toEqual({ code: 'invalid', field: 'document' })
    expect(thrown(() => decideDecision(before, { ...body, decisions: [{ item: '1', outcome: 'refused', grounds: [{ rule: '', law: '', reason: '重名' }] }] }, context()))).toEqual({ code: 'invalid', field: 'remedies' })
  })
  it('filing and notice take their words from the approval; a correction needs a second person', () => {
    const approved = fold(...upTo('placeName.delivered'))
    expect(decideFiling(approved, { day: '2026-03-20', to: '市民政局', document: '', papers: [] }).body.words).toEqual(approved.words)
    expect(decideNotice(approved, { day: '2026-03-20', number: '1', channels: ['nationalBase'], link: '', elements: [] }).body.words).toEqual(approved.words)
    const words = { ...(approved.words[0] as (typeof approved.words)[0]), extent: '东起塔韵路，西至苏街' }
    expect(decideCorrection(approved, { day: '2026-03-21', item: '1', words, document: '更正1' }, { account: 'a', second: 'b', reason: '笔误' })).toMatchObject({ second: 'b', reason: '笔误' })
    expect(thrown(() => decideCorrection(approved, { day: '2026-03-21', item: '1', words, document: '更正1' }, { account: 'a', second: 'a', reason: '笔误' }))).toEqual({ code: 'second_person', field: 'second' })
  })
  it('a provisional name lasts as the office allows, where it allows any', () => {
    const accepted = fold(...upTo('placeName.reviewed'))
    const given = { day: '2026-03-06', item: '1', document: '预1' }
    expect(decideProvisional(accepted, given, context({ profile: profile({ provisionalNaming: { on: true, months: 6 } }) })).body.until).toBe('2026-09-06')
    expect(thrown(() => decideProvisional(accepted, given, context()))).toMatchObject({ code: 'forbidden' })
  })
  it('the schema keeps out a fourth proposal and unknown fields', () => {
    expect(PlaceNameFile.safeParse(fileOf([road('1', '人福路', { proposals: ['一', '二', '三', '四'] })])).success).toBe(false)
    expect(PlaceNameFile.safeParse({ ...fileOf([]), extra: 1 }).success).toBe(false)
  })
})

describe('what a decision does to the gazetteer', () => {
  const settled = (items: readonly ReturnType<typeof road>[], known: ReadonlyMap<string, GeoEntity>) => {
    const folded = fold(...upTo('placeName.delivered', [...items]))
    const acts = gazetteerActsOf(folded, folded.decision as NonNullable<typeof folded.decision>, (id) => known.get(id), (item) => `e${item}`)
    return acts.reduce((map, action) => new Map(map).set(action.subject, applyEntity(map.get(action.subject), action)), known)
  }
  it('one reply with a new road, an extension, a renaming and a removal', () => {
    const old = settled([road('1', '五渎路'), road('2', '外麻路'), road('3', '宝安路')], new Map())
    const after = settled([
      road('1', '新官北路'), road('2', '五渎路', { act: 'extentChange', entityId: 'e1', size: { lengthMetres: 1097 }, end: { text: '新官路', status: 'registered', entityId: '' } }), road('3', '龙湖路', { act: 'renaming', entityId: 'e2', renameGround: 'construction', renameReason: '道路拆分' }), road('4', '宝安路', { act: 'removal', entityId: 'e3', reason: '道路灭失' }),
    ].map((item) => (item.id === '1' ? { ...item, id: 'new' } : item)), old)
    expect(findStandardName(after.get('enew') as GeoEntity)).toMatchObject({ name: '新官北路', text: 'Xīnguān Běilù', specific: '新官北' })
    expect(after.get('e1')).toMatchObject({ facts: { lengthMetres: 1097, end: { text: '新官路' } }, formerExtents: [{ facts: { lengthMetres: 1200 } }] })
    expect(after.get('e2')?.names).toMatchObject([{ name: '外麻路', standing: 'former', to: '2026-03-16' }, { name: '龙湖路', standing: 'standard', from: '2026-03-16' }])
    expect(after.get('e3')).toMatchObject({ state: 'removed', names: [{ name: '宝安路', standing: 'removed' }] })
    expect(findNameOn(after.get('e2') as GeoEntity, '2026-03-16')?.name).toBe('龙湖路')
  })
  it('two acts on one road meet it one after the other; a second renaming to the same name is refused', () => {
    const old = settled([road('1', '外麻路')], new Map())
    const rename = { act: 'renaming' as const, entityId: 'e1', renameGround: 'construction' as const, renameReason: '道路拆分' }
    const after = settled([road('7', '外麻路', { act: 'extentChange', entityId: 'e1', size: { lengthMetres: 1100 } }), road('8', '外麻东路', rename)], old)
    expect(after.get('e1')).toMatchObject({ facts: { lengthMetres: 1100 }, names: [{ name: '外麻路', standing: 'former' }, { name: '外麻东路', standing: 'standard' }] })
    expect(thrown(() => settled([road('7', '外麻东路', rename), road('8', '外麻东路', rename)], old))).toEqual({ code: 'invalid', field: 'name.name' })
  })
  it('a renaming of nothing is refused at the item', () => {
    expect(thrown(() => settled([road('1', '龙湖路', { act: 'renaming', entityId: 'none' })], new Map()))).toEqual({ code: 'not_found', field: 'items.1.entityId' })
  })
})
