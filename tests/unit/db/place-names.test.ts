import { describe, expect, it } from 'vitest'
import type { Action, JournalEntry } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { BoundaryAction } from '../../../domain/place-names/boundaries/actions.ts'
import type { PlaceNameAction } from '../../../domain/place-names/case/actions.ts'
import { foldPlaceName } from '../../../domain/place-names/case/fold.ts'
import { formatDocumentNumber } from '../../../domain/place-names/document-numbers.ts'
import { foldEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import type { IrregularAction } from '../../../domain/place-names/irregular/actions.ts'
import { applyIrregular } from '../../../domain/place-names/irregular/irregular.ts'
import { applyBoundary } from '../../../domain/place-names/boundaries/line.ts'
import { applyNamePlan } from '../../../domain/place-names/plans/plan.ts'
import { foldPlates } from '../../../domain/place-names/plates/book.ts'
import type { PlaceNameLine } from '../../../domain/place-names/statistics/counts.ts'
import { linesOfBoundary, linesOfBoundaryPlan, linesOfCase, linesOfIrregular, linesOfNamePlan, linesOfPlates, linesOfProofs, linesOfProtection, tallyLines } from '../../../domain/place-names/statistics/counts.ts'
import { placeNameWindow } from '../../../domain/place-names/window.ts'
import type { Register } from '../../../db/contract.ts'
import { placeNamePart } from '../../../db/place-names/part.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { fileOf, profile, road, wordsFor } from '../domain/place-names/case-facts.ts'
import { clerk, newRegister, record, rowsOf } from './helpers.ts'
import { added, byTwo, caseOf, gazetteer, rebuildFaults, received, sampleYear } from './place-names.ts'

const late = clerk('2026-06-06T09:31:07.123+08:00')
const all = { from: '1990-01-01', to: '2199-12-31' }
const filled = async (actions: readonly Action[]): Promise<Register> => {
  const register = newRegister()
  await record(register, actions, late)
  return register
}
const refused = async (register: Register, action: Action): Promise<string> => {
  const before = await register.head()
  const error: unknown = await record(register, [action], late).then(() => undefined, (thrown: unknown) => thrown)
  expect(await register.head()).toEqual(before)
  return error instanceof LantaiError ? `${error.code} ${error.field ?? ''}`.trim() : `nothing ${String(error)}`
}

/** What every fold of a journal counts, told from the whole entries alone. */
const recount = (entries: readonly JournalEntry[]): readonly PlaceNameLine[] => {
  const of = (prefix: string): readonly (readonly JournalEntry[])[] => [...Map.groupBy(entries.filter(({ action }) => action.kind.startsWith(prefix)), ({ action }) => action.subject).values()]
  const acts = <A extends Action>(group: readonly JournalEntry[]): readonly A[] => group.map(({ action }) => action as A)
  return [
    ...of('placeName.').flatMap((group) => linesOfCase(foldPlaceName(group as readonly JournalEntry<PlaceNameAction>[]))),
    ...of('gazetteer.').flatMap((group) => linesOfProtection(foldEntity(acts(group)))), ...of('plate.').flatMap((group) => linesOfPlates(foldPlates(acts(group)))), ...of('address.').flatMap((group) => linesOfProofs(acts(group))),
    ...of('boundary.').flatMap((group) => linesOfBoundary(acts<never>(group).reduce<ReturnType<typeof applyBoundary> | undefined>(applyBoundary, undefined) as ReturnType<typeof applyBoundary>)),
    ...of('boundaryPlan.').flatMap((group) => linesOfBoundaryPlan(group[0]?.action.subject ?? '', (group.at(-1)?.action as Extract<BoundaryAction, { kind: 'boundaryPlan.set' }>).body)),
    ...of('namePlan.').flatMap((group) => linesOfNamePlan(acts<never>(group).reduce<ReturnType<typeof applyNamePlan> | undefined>(applyNamePlan, undefined) as ReturnType<typeof applyNamePlan>)),
    ...of('irregularName.').flatMap((group) => linesOfIrregular(acts<IrregularAction>(group).reduce<ReturnType<typeof applyIrregular> | undefined>(applyIrregular, undefined) as ReturnType<typeof applyIrregular>)),
  ]
}
const entriesOf = async (register: Register): Promise<readonly JournalEntry[]> => (await register.read.entries({ limit: 1000 })).rows.toReversed()
const holdsItsCounts = async (register: Register): Promise<void> => {
  const lines = recount(await entriesOf(register))
  const heads = [...new Set(lines.flatMap(({ cells }) => cells.map((cell) => `${cell.split('.')[0] ?? ''}.`)))]
  const standing = (sums: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries([...sums].filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const period of [all, { from: '2025-03-15', to: '2025-09-10' }, { from: '2026-03-01', to: '2026-03-31' }]) expect(standing(await register.read.placeNames.sums([...heads, 'opinion.', 'notice.'], period))).toEqual(standing(tallyLines(lines, period.from, period.to)))
}

describe('a year of place names', () => {
  const year = sampleYear()
  const further: readonly Action[] = [
    gazetteer('named', 'e9', { name: { id: 'e9-2', name: '塔影路', text: '', sign: '', specific: '塔影', generic: '路', standing: 'alias', from: '', to: '', document: '', caseId: '', itemId: '' } }), gazetteer('restood', 'e9', { nameId: 'e9-2', standing: 'historic', document: '' }),
    gazetteer('described', 'e9', { changes: { meaning: '新释' } }), gazetteer('protected', 'e9', { classes: ['historic'], value: '', document: '', publishedOn: '', copiedTo: '' }), gazetteer('unprotected', 'e9', { day: '2026-02-03', document: '1' }), gazetteer('spelled', 'e9', { nameId: 'e9-1', text: 'Tǎyùn Lù', sign: 'TAYUN LU' }),
    gazetteer('placed', 'e9', { geometry: { geometry: { type: 'Point', coordinates: [120.6, 31.2] }, declared: 'CGCS2000', source: '' } }),
  ]

  it('is rebuilt from the journal to the same tables, in bulk as act by act', async () => {
    const [one, many] = [newRegister(), newRegister()]
    for (const [actor, action] of year) await record(one, [action], actor)
    await record(one, [added('e9', '塔韵路'), ...further], late)
    await many.bulk([...year, ...[added('e9', '塔韵路'), ...further].map((action) => [late, action] as const)], { perTransaction: 50, alone: true })
    const report = verifyFolder(one.folder)
    expect(rebuildFaults(one.folder)).toEqual([])
    for (const { name } of placeNamePart.tables) expect(report.tables.find(({ table }) => table === name)?.rows, name).toBeGreaterThan(0)
    for (const { name, key } of placeNamePart.tables) expect(rowsOf(many.folder, `SELECT * FROM ${name} ORDER BY ${key}`), name).toEqual(rowsOf(one.folder, `SELECT * FROM ${name} ORDER BY ${key}`))
    expect(rebuildFaults(many.folder)).toEqual([])
    await holdsItsCounts(one)
  })

  it('names the files that its acts refer to, and no digest of a print', () => {
    const [photo, scan, digest] = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
    const entry = (kind: string, body: object): JournalEntry => ({ seq: 1, at: '', actor: '', counter: '', hash: '', action: { kind, subject: 'n1', body } })
    expect(placeNamePart.files?.(entry('placeName.visited', { photos: [photo] }))).toEqual([photo])
    expect(placeNamePart.files?.(entry('placeName.received', { file: { papers: [{ scans: [scan] }] } }))).toEqual([scan])
    expect(placeNamePart.files?.(entry('placeName.printed', { digest }))).toEqual([])
    expect(placeNamePart.files?.(entry('plate.mounted', { photo: '' }))).toEqual([])
  })

  it('knows an applier for every kind of act', () => {
    expect(Object.keys(placeNamePart.appliers).sort()).toEqual(Object.keys(placeNameWindow.actions).sort())
  })

  it('keeps folds that are the folds of the journal', async () => {
    const register = newRegister()
    await register.bulk(year)
    const entries = await entriesOf(register)
    for (const subject of new Set(entries.filter(({ action }) => action.kind.startsWith('gazetteer.')).map(({ action }) => action.subject))) {
      const whole = foldEntity(entries.filter(({ action }) => action.subject === subject && action.kind.startsWith('gazetteer.')).map(({ action }) => action as never))
      expect(await register.read.placeNames.findEntity(subject)).toEqual({ id: subject, revision: whole.revision, value: whole })
    }
    for (const subject of new Set(entries.filter(({ action }) => action.kind.startsWith('plate.')).map(({ action }) => action.subject))) {
      const acts = entries.filter(({ action }) => action.subject === subject && action.kind.startsWith('plate.'))
      expect(await register.read.placeNames.findBook(subject)).toEqual({ id: subject, revision: acts.length, value: foldPlates(acts.map(({ action }) => action as never)) })
    }
  })
})

describe('a case', () => {
  it('leaves its columns where its acts led, and gives them to lists', async () => {
    const items = [road('1', '张桥村路'), road('2', '塔韵路')]
    const register = await filled([...caseOf('n1', items), received('n2', [road('1', '新官路')])])
    const { placeNames } = register.read
    expect(await placeNames.get('n1')).toMatchObject({ state: 'archived', applicant: '示例街道办事处', receivedOn: '2026-03-02', document: '示府地名函〔2026〕1号', decidedOn: '2026-03-16', names: ['张桥村路', '塔韵路'], acts: ['naming'], kinds: ['STREET'], approved: 2, refused: 0, filed: true, noticed: true, entered: 2, signed: 2, revision: caseOf('n1', items).length })
    await expect(placeNames.get('n9')).rejects.toMatchObject({ code: 'not_found' })
    const ids = async (filter: Parameters<typeof placeNames.cases>[0]): Promise<readonly string[]> => (await placeNames.cases(filter)).rows.map(({ id }) => id)
    expect(await ids({})).toEqual(['n2', 'n1'])
    expect(await ids({ text: '塔韵' })).toEqual(['n1'])
    expect(await ids({ text: '函〔2026〕1' })).toEqual(['n1'])
    expect(await ids({ state: ['received'] })).toEqual(['n2'])
    expect(await ids({ act: 'renaming' })).toEqual([])
    expect(await ids({ kind: 'STREET', decidedFrom: '2026-03-01', decidedTo: '2026-03-31' })).toEqual(['n1'])
    expect(await ids({ cell: 'name.approved.kind.STREET', from: '2026-03-01', to: '2026-03-31' })).toEqual(['n1'])
    expect(await ids({ cell: 'name.approved.kind.STREET', from: '2026-04-01', to: '2026-04-30' })).toEqual([])
    expect(await placeNames.inWork()).toEqual([{ state: 'received', count: 1 }])
    expect((await placeNames.running(10)).map(({ id }) => id)).toEqual(['n2'])
    const first = await placeNames.cases({ limit: 1 })
    expect((await placeNames.cases({ limit: 1, after: first.next ?? '' })).rows.map(({ id }) => id)).toEqual(['n1'])
    expect(await placeNames.count({})).toBe(2)
    expect((await placeNames.casesBetween('decided', { from: '2026-03-16', to: '2026-03-16' })).map(({ id }) => id)).toEqual(['n1'])
  })

  it('is refused by the domain inside the transaction, and asks for a second person where two are needed', async () => {
    const register = await filled([received('n1', [road('1', '张桥村路')])])
    expect(await refused(register, received('n1', []))).toBe('wrong_state')
    expect(await refused(register, { kind: 'placeName.decided', subject: 'n1', body: caseOf('n1').find(({ kind }) => kind === 'placeName.decided')?.body })).toBe('wrong_state')
    expect(await refused(register, { kind: 'placeName.accepted', subject: 'n9', body: { day: '2026-03-03', slip: '1' } })).toBe('wrong_state')
    expect(await refused(register, { kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-01-01', profile: profile() } })).toBe('second_person second')
    expect(await refused(register, { kind: 'namePlan.ended', subject: 'q1', body: { day: '2026-01-01', document: '1', reason: '' } })).toBe('second_person second')
    await register.transact(late, async (tx) => {
      await tx.expectRevision('n1', 1)
      await expect(tx.expectRevision('n1', 2)).rejects.toMatchObject({ code: 'conflict' })
      await expect(tx.expectRevision('n9', 1)).rejects.toMatchObject({ code: 'not_found' })
    })
  })

  it('takes counts back by a line of −1 when it is corrected or its filing is answered otherwise, and keeps lists and sums together', async () => {
    const items = [road('1', '张桥村路'), road('2', '塔韵路', { township: '郭巷街道' })]
    const acts = caseOf('n1', items)
    const upTo = (kind: string): readonly Action[] => acts.slice(0, acts.findIndex((action) => action.kind === kind) + 1)
    const register = await filled(upTo('placeName.filed'))
    const { placeNames } = register.read
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect((await placeNames.sums(['name.filed.total'], march)).get('name.filed.total')).toBe(2)
    await record(register, [{ kind: 'placeName.filingAnswered', subject: 'n1', body: { day: '2026-04-02', outcome: 'refileAsked', note: '缺图' } }], late)
    expect((await placeNames.sums(['name.filed.total'], march)).get('name.filed.total')).toBe(0)
    const page = await placeNames.lines(['name.filed.total'], march, {})
    expect(page).toMatchObject({ count: 4, value: 0 })
    expect(page.rows.map(({ value, item, name, enteredOn, day }) => [value, item, name, day, enteredOn])).toEqual([[1, '1', '张桥村路', '2026-03-20', '2026-06-06'], [1, '2', '塔韵路', '2026-03-20', '2026-06-06'], [-1, '1', '张桥村路', '2026-03-20', '2026-06-06'], [-1, '2', '塔韵路', '2026-03-20', '2026-06-06']])
    expect([...(await placeNames.sumsByMonth(['name.approved.town.'], all)).get('2026-03') ?? []]).toEqual([['name.approved.town.越溪街道', 1], ['name.approved.town.郭巷街道', 1]])
    await record(register, [{ kind: 'placeName.corrected', subject: 'n1', body: { day: '2026-04-03', item: '1', document: '更正1号', words: { ...wordsFor(items[0] as never), extent: '东起塔韵路，西至河道' } }, ...byTwo }], late)
    await holdsItsCounts(register)
    expect(rebuildFaults(register.folder)).toEqual([])
  })

  it('counts a proof that is withdrawn back, and the line says of which', async () => {
    const proof = { day: '2026-03-02', number: '示名证〔2026〕1号', applicant: '示例住户', owner: '示例住户', entityId: 'e1', key: 'gate//1-0', standard: '塔韵路1号', forms: [{ source: 'house' as const, document: '', written: '塔韵路一号' }], sentence: '以上为同一处', signer: '', reasons: [] }
    const register = await filled([added('e1', '塔韵路'), { kind: 'address.proved', subject: proof.number, body: proof }, { kind: 'address.withdrawn', subject: proof.number, body: { day: '2026-03-05', number: proof.number, reason: '误开' } }])
    expect((await register.read.placeNames.sums(['proof.total'], all)).get('proof.total')).toBe(0)
    expect(await register.read.placeNames.findProof(proof.number)).toMatchObject({ day: '2026-03-02', withdrawn: { reason: '误开' } })
    expect(await refused(register, { kind: 'address.proved', subject: proof.number, body: proof })).toBe('conflict number')
    expect(await refused(register, { kind: 'address.withdrawn', subject: proof.number, body: { day: '2026-03-05', number: proof.number, reason: '误开' } })).toBe('wrong_state number')
    expect(await refused(register, { kind: 'address.withdrawn', subject: '2', body: { day: '2026-03-05', number: '2', reason: '误开' } })).toBe('not_found number')
    expect((await register.read.placeNames.proofs({ text: '塔韵路一号' })).rows.map(({ number }) => number)).toEqual([proof.number])
    await holdsItsCounts(register)
  })
})

describe('document numbers', () => {
  const accepted = (id: string, slip: string): Action => ({ kind: 'placeName.accepted', subject: id, body: { day: '2026-03-03', slip } })
  const slip = (serial: number): string => formatDocumentNumber({ agency: '示民受', year: 2026, serial, withWord: false })

  it('of the office stand once, those of other bodies may repeat', async () => {
    const register = await filled([received('n1', [road('1', '张桥村路')]), received('n2', [road('1', '塔韵路')]), accepted('n1', slip(1))])
    const { placeNames } = register.read
    expect(await refused(register, accepted('n2', slip(1)))).toBe('conflict slip')
    await record(register, [accepted('n2', slip(3))], late)
    expect(await placeNames.lastDocument('示民受', 2026, false)).toBe(3)
    expect(await placeNames.lastDocument('示民受', 2026, true)).toBe(0)
    expect(await placeNames.lastDocument('示民受', 2025, false)).toBe(0)
    expect(await placeNames.casesWithDocument(slip(3))).toEqual(['n2'])
    expect((await placeNames.documents(2026)).map(({ number, paper, subject }) => [number, paper, subject])).toEqual([[slip(1), 'acceptance', 'n1'], [slip(3), 'acceptance', 'n2']])
    const decided = caseOf('n3', [road('1', '人福路')], 7).map((action) => (action.kind === 'placeName.decided' ? { ...action, body: { ...(action.body as object), document: '示府地名函〔2026〕1号' } } : action))
    await record(register, [...caseOf('n4', [road('1', '青剑湖路')], 8).map((action) => (action.kind === 'placeName.decided' ? { ...action, body: { ...(action.body as object), document: '示府地名函〔2026〕1号' } } : action)), ...decided], late)
    expect(await placeNames.casesWithDocument('示府地名函〔2026〕1号')).toEqual(['n3', 'n4'])
  })

  it('are told apart when two desks race for the next one: each transaction sees the number of the other', async () => {
    const register = await filled([received('n1', [road('1', '张桥村路')]), received('n2', [road('1', '塔韵路')])])
    const accept = (id: string, counter: string): Promise<string> => register.transact({ ...late, counter }, async (tx) => {
      const serial = (await tx.placeNames.lastDocument('示民受', 2026, false)) + 1
      await Promise.resolve()
      await tx.record(accepted(id, slip(serial)))
      return slip(serial)
    })
    expect((await Promise.all([accept('n1', '1'), accept('n2', '2')])).sort()).toEqual([slip(1), slip(2)])
    // The same number typed at two desks: the second is told, and nothing of it is kept.
    const typed = await Promise.allSettled(['n3', 'n4'].map((id) => register.transact(late, async (tx) => { await tx.record(received(id, [road('1', '人福路')])); await tx.record(accepted(id, slip(5))) })))
    expect(typed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expect(register.read.placeNames.get('n4')).rejects.toMatchObject({ code: 'not_found' })
    expect(rebuildFaults(register.folder)).toEqual([])
  })
})

describe('what is asked for by an id', () => {
  it('tells the revision of each fold: the gazetteer’s of an entity, its plates by their own book', async () => {
    const rows = [{ type: 'gate' as const, within: '', number: 1, sub: 0, label: '1号', state: 'assigned' as const, frontage: 'x', side: '' as const, metres: 1, position: null }]
    const register = await filled([
      added('e1', '塔韵路'), { kind: 'plate.numbered', subject: 'e1', body: { day: '2026-02-01', document: '', name: '塔韵路', street: null, estate: null, rows } }, { kind: 'plate.made', subject: 'e1', body: { day: '2026-02-02', batch: '1', size: 'a', maker: '', keys: ['gate//1-0'] } },
      { kind: 'boundary.registered', subject: 'k1', body: { day: '2026-01-01', facts: { code: '', name: '甲乙线', level: 'county', neighbours: ['甲', '乙'], lengthKilometres: 1, approvedOn: '2001-06-15', approver: '省', document: '', geometry: null, markers: [] } } },
    ])
    await register.transact(late, async (tx) => {
      await tx.expectRevision('e1', 1)
      await tx.expectRevision('k1', 1)
      await tx.expectRevision('placeNameProfile', 0)
      await tx.expectRevision('boundaryPlan/2026', 0)
    })
    expect((await register.read.placeNames.findBook('e1'))?.revision).toBe(2)
    expect((await register.read.placeNames.books({ text: '塔' })).rows).toMatchObject([{ entityId: 'e1', name: '塔韵路', township: '越溪街道', current: 1, made: 1, mounted: 0 }])
    expect((await register.read.placeNames.boundaries()).map(({ id }) => id)).toEqual(['k1'])
  })

  it('is the same profile object until another version is set', async () => {
    const register = await filled([{ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-01-01', profile: profile() }, ...byTwo }])
    const once = (await register.read.placeNames.profiles())[0]?.profile
    await record(register, [{ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-02-01', profile: profile({ ordinalStyle: 'spelt' }) }, ...byTwo }], late)
    const [first, second] = await register.read.placeNames.profiles()
    expect(first?.profile).toBe(once)
    expect(second).toMatchObject({ by: 'clerk-1', second: 'clerk-2', reason: '录入有误', profile: { ordinalStyle: 'spelt' } })
  })

  it('is found in the search box by name, pinyin, initials, number and applicant', async () => {
    const register = await filled([added('e1', '塔韵路'), ...caseOf('n1', [road('1', '张桥村路')]), received('n2', [road('1', '人福路')], { applicant: { ...fileOf([]).applicant, name: '示例恒通置业有限公司' } })])
    const found = async (typed: string): Promise<readonly string[]> => (await register.read.search(typed, 10)).map(({ caseId, matched }) => `${caseId} ${matched}`)
    expect(await found('塔韵')).toEqual(['e1 name'])
    expect(await found('韵路')).toEqual(['e1 name'])
    expect(await found('tayun')).toEqual(['e1 pinyin'])
    expect(await found('tyl')).toEqual(['e1 initials'])
    expect(await found('张桥')).toEqual(['n1 name'])
    expect(await found('示府地名函[2026]1号')).toEqual(['n1 number'])
    expect(await found('恒通')).toEqual(['n2 agent'])
  })
})
