import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, addDays } from '../../../../domain/dates.ts'
import { LantaiError } from '../../../../domain/error.ts'
import type { BoundaryLineAction, BoundaryPlan } from '../../../../domain/place-names/boundaries/actions.ts'
import { applyBoundary, foldBoundary, type BoundaryLine } from '../../../../domain/place-names/boundaries/line.ts'
import type { PlaceNameAction } from '../../../../domain/place-names/case/actions.ts'
import { filingOutcomes, signDefects } from '../../../../domain/place-names/case/codes.ts'
import { applyPlaceName, type PlaceNameCase } from '../../../../domain/place-names/case/fold.ts'
import type { GazetteerAction } from '../../../../domain/place-names/gazetteer/actions.ts'
import { foldEntity } from '../../../../domain/place-names/gazetteer/entity.ts'
import { irregularClasses, irregularEndings, irregularSources } from '../../../../domain/place-names/irregular/actions.ts'
import type { IrregularName } from '../../../../domain/place-names/irregular/irregular.ts'
import { placeKinds } from '../../../../domain/place-names/kinds.ts'
import { nameActs } from '../../../../domain/place-names/names/index.ts'
import type { PlateAction } from '../../../../domain/place-names/plates/actions.ts'
import { foldPlates } from '../../../../domain/place-names/plates/book.ts'
import { modelNumbering, plateTypes } from '../../../../domain/place-names/plates/settings.ts'
import type { PlaceNameLine } from '../../../../domain/place-names/statistics/counts.ts'
import { changeOfLines, linesOfBoundary, linesOfBoundaryPlan, linesOfCase, linesOfIrregular, linesOfNamePlan, linesOfPlates, linesOfProofs, linesOfProtection, tallyLines, unstated } from '../../../../domain/place-names/statistics/counts.ts'
import { checkIdentities, placeNameIdentities } from '../../../../domain/place-names/statistics/identities.ts'
import { placeNameTables } from '../../../../domain/place-names/statistics/tables.ts'
import { act, entries, fileOf, fold, road, soundCase, wordsFor } from './case-facts.ts'

const all = ['0000-01-01', '9999-12-31'] as const
const town = (lines: readonly PlaceNameLine[]): ReadonlyMap<string, number> => tallyLines(lines, ...all)
const spare = (sums: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries([...sums].filter(([, value]) => value !== 0))

const entity = (acts: readonly (readonly [kind: string, day: string])[]) => foldEntity([
  { kind: 'gazetteer.added', subject: 'e1', body: { day: '2020-01-01', facts: { kind: 'NATURAL' }, geometry: null, names: [], source: '' } },
  ...acts.map(([kind, day]) => ({ kind, subject: 'e1', body: kind === 'gazetteer.protected' ? { day, classes: ['historic'], value: '', document: '', publishedOn: '', copiedTo: '' } : { day, document: '示例' } })),
] as unknown as GazetteerAction[])
const gate = (number: number, type: (typeof plateTypes)[number] = 'gate') => ({ type, within: '', number, sub: 0, label: `${String(number)}号`, state: 'assigned' as const, frontage: `f${String(number)}`, side: 'left' as const, metres: number, position: null })
const plateAct = (kind: PlateAction['kind'], day: string, body: object): PlateAction => ({ kind, subject: 'e1', body: { day, ...body } }) as unknown as PlateAction
const numbered = (day: string, ...rows: readonly ReturnType<typeof gate>[]) => plateAct('plate.numbered', day, { document: '', name: '外麻路', street: modelNumbering.EW, estate: null, rows })
const makes = (day: string, ...keys: readonly string[]) => plateAct('plate.made', day, { batch: day, size: 'gate.middle', maker: '', keys })
const mounts = (day: string, key: string) => plateAct('plate.mounted', day, { key, qr: '', position: '', photo: '' })

describe('what counts, and what is taken back', () => {
  it('a filing that was sent back takes its names back, and counts each attempt', () => {
    const [...acts] = soundCase([road('1', '人福路'), road('2', '宁平路')]).filter(({ kind }) => kind !== 'placeName.archived')
    const at = acts.findIndex(({ kind }) => kind === 'placeName.filingAnswered')
    const filing = acts[at - 1] as PlaceNameAction
    const asked = fold(...acts.slice(0, at), act('placeName.filingAnswered', { day: '2026-04-02', outcome: 'correctionAsked', note: '' }))
    const again = fold(...acts.slice(0, at), act('placeName.filingAnswered', { day: '2026-04-02', outcome: 'correctionAsked', note: '' }), { ...filing, body: { ...filing.body, day: '2026-04-08' } } as PlaceNameAction)
    expect(town(linesOfCase(asked)).get('name.filed.total')).toBeUndefined()
    const back = changeOfLines(linesOfCase(fold(...acts.slice(0, at))), linesOfCase(asked))
    expect(spare(town(back))).toMatchObject({ 'name.filed.total': -2, 'filing.outcome.submitted': -1, 'filing.outcome.correctionAsked': 1 })
    expect(back.every(({ day }) => day === '2026-03-20')).toBe(true)
    expect(spare(town(linesOfCase(again)))).toMatchObject({ 'name.filed.total': 2, 'filing.total': 2, 'filing.outcome.submitted': 1, 'filing.outcome.correctionAsked': 1 })
    expect(tallyLines(linesOfCase(again), '2026-04-01', '2026-04-30').get('name.filed.total')).toBe(2)
  })
  it('a plate made anew is one more made, and what was counted stays; a number cancelled counts back on its day', () => {
    const first = foldPlates([numbered('2026-05-01', gate(1), gate(3)), makes('2026-05-10', 'gate//1-0'), mounts('2026-05-12', 'gate//1-0')])
    const again = foldPlates([numbered('2026-05-01', gate(1), gate(3)), makes('2026-05-10', 'gate//1-0'), mounts('2026-05-12', 'gate//1-0'), makes('2026-07-01', 'gate//1-0')])
    expect(changeOfLines(linesOfPlates(first), linesOfPlates(again))).toMatchObject([{ day: '2026-07-01', value: 1, unit: '块', cells: ['plate.made.total', 'plate.made.type.gate'] }])
    const gone = foldPlates([numbered('2026-05-01', gate(1), gate(3)), plateAct('plate.cancelled', '2026-08-03', { key: 'gate//3-0', reason: '拆除', document: '' })])
    const sums = (from: string, to: string) => tallyLines(linesOfPlates(gone), from, to).get('plate.numbered.total')
    expect([sums('2026-05-01', '2026-05-31'), sums('2026-08-01', '2026-08-31'), sums(...all)]).toEqual([2, -1, 1])
  })
  it('the protection list counts who came and who went', () => {
    const lines = linesOfProtection(entity([['gazetteer.protected', '2024-03-01'], ['gazetteer.unprotected', '2025-06-01'], ['gazetteer.protected', '2026-01-05'], ['gazetteer.protected', '2026-02-01']]))
    const at = (to: string) => tallyLines(lines, all[0], to).get('protected.kind.NATURAL') ?? 0
    expect([at('2024-12-31'), at('2025-12-31'), at('2026-01-31'), at('2026-12-31')]).toEqual([1, 0, 1, 1])
  })
  it('a proof withdrawn counts back, and shows as withdrawn', () => {
    const proofs = linesOfProofs([{ kind: 'address.proved', subject: '1', body: { day: '2026-03-01' } }, { kind: 'address.proved', subject: '2', body: { day: '2026-03-02' } }, { kind: 'address.withdrawn', subject: '1', body: { day: '2026-05-04' } }] as never)
    expect(spare(town(proofs))).toEqual({ 'proof.total': 1, 'proof.issued.total': 2, 'proof.withdrawn.total': 1 })
    expect(checkIdentities(proofs, '2026-05-01', '2026-05-31').filter(({ id, holds }) => id.startsWith('proofs') && !holds)).toEqual([])
  })
  it('a plan of inspections counts on the day each is due, and a new one takes the place of the old', () => {
    const plan = (...by: readonly string[]): BoundaryPlan => ({ day: '2026-01-05', year: 2026, document: '', lines: by.map((day, index) => ({ line: `k${String(index)}`, by: day, lead: '' })) })
    const [old, next] = [plan('2026-03-01', '2026-09-01'), plan('2026-03-01', '2026-11-01')].map((one) => linesOfBoundaryPlan('boundaryPlan/2026', one)) as [readonly PlaceNameLine[], readonly PlaceNameLine[]]
    expect(changeOfLines(old, next)).toMatchObject([{ day: '2026-09-01', value: -1 }, { day: '2026-11-01', value: 1 }])
  })
  it('a town that nobody filled in counts as not stated, and marks of cells keep out of typed words', () => {
    const cells = linesOfCase(fold(...soundCase([road('1', '人福路', { township: ' ' }), road('2', '宁平路', { township: '甲,乙*镇@' })]))).flatMap((line) => line.cells)
    expect(cells).toContain(`name.approved.town.${unstated}`)
    expect(cells).toContain('name.approved.town.甲，乙＊镇＠')
    expect(cells).toContain('name.approved.actTown.naming.甲，乙＊镇＠')
    expect(cells.filter((cell) => /[,*@]/.test(cell))).toEqual([])
  })
  it('the same change twice over cancels out', () => {
    const lines = linesOfCase(fold(...soundCase()))
    expect(changeOfLines(lines, lines)).toEqual([])
    expect(changeOfLines(lines, []).map(({ value }) => value)).toEqual(lines.map(() => -1))
    // Two lines alike are two.
    const [one] = lines as readonly [PlaceNameLine]
    expect(changeOfLines([one, one], [one])).toHaveLength(1)
  })
})

// One of everything that the tables ask for.
const everything = (): readonly PlaceNameLine[] => {
  const mixed = placeKinds.flatMap((kind, at) => nameActs.map((done, index) => road(`${String(at)}${String(index)}`, `人福路`, { kind, act: done })))
  const whole = [...mixed, ...nameActs.map((done, index) => road(`z${String(index)}`, '无类路', { kind: '', act: done }))]
  const closed = fold(...soundCase(whole).filter(({ kind }) => kind !== 'placeName.archived'), ...signDefects.flatMap(({ code }) => [act('placeName.signFound', { day: '2026-05-01', item: '00', sign: 's00', defect: code, note: '' }), act('placeName.signMended', { day: '2026-05-02', item: '00', sign: 's00', note: '' })]))
  const received = (rest: object = {}) => act('placeName.received', { day: '2026-03-02', file: fileOf(whole, rest) })
  const accepted = act('placeName.accepted', { day: '2026-03-03', slip: '1' })
  const reviewed = act('placeName.reviewed', { day: '2026-03-06', reviewer: 'head', opinion: '不同意', verdicts: whole.map(({ id }) => ({ item: id, verdict: 'refuse' as const, note: '' })) })
  const cases = [
    closed,
    fold(received(), accepted, ...whole.map(({ id }) => act('placeName.provisionallyNamed', { day: '2026-03-04', item: id, document: '1', until: '2026-09-03' })), reviewed, act('placeName.decided', { day: '2026-03-16', approver: 'countyGovernment', approverName: '示例区人民政府', document: '1', sealed: true, remedies: true, decisions: whole.map(({ id }) => ({ item: id, outcome: 'refused' as const, grounds: [{ rule: 'place-names.duplicate', law: '', reason: '重名' }] })) })),
    fold(received(), act('placeName.supplementAsked', { day: '2026-03-03', slip: '1', missing: ['图'] }), act('placeName.notAccepted', { day: '2026-03-05', slip: '2', grounds: [{ rule: 'x', law: '', reason: '不属职权' }] })),
    fold(received(), act('placeName.withdrawn', { day: '2026-03-03', note: '撤回' })), fold(received(), accepted, act('placeName.withdrawn', { day: '2026-03-04', note: '撤回' })),
    fold(received({ source: 'consultation' }), accepted, reviewed, act('placeName.opined', { day: '2026-03-09', document: '1', opinions: whole.map(({ id }) => ({ item: id, opinion: 'agree' as const, words: '' })) })),
    ...filingOutcomes.map(({ code }) => ({ ...closed, filings: [{ ...closed.filings[0], outcome: code }] }) as unknown as PlaceNameCase),
  ]
  const boundary = (level: string, kind: string, result: string, filed: boolean): BoundaryLine => foldBoundary([
    { kind: 'boundary.registered', subject: 'k1', body: { day: '2020-01-01', facts: { code: '', name: '甲乙线', level, neighbours: ['甲', '乙'], lengthKilometres: 1, approvedOn: '2001-06-15', approver: '省', document: '', geometry: null, markers: [{ number: '1', type: 'single', keeper: '甲', position: null, place: '' }] } } },
    { kind: 'boundary.inspected', subject: 'k1', body: { day: '2026-03-01', from: '2026-03-01', kind, cause: '洪水', sides: ['甲', '乙'], lengthKilometres: 1, markers: [], report: 'r', archiveNumber: '', result, note: '', photos: [] } },
    ...(filed ? [{ kind: 'boundary.resultFiled', subject: 'k1', body: { day: '2026-04-01', report: 'r', with: '省', document: '' } }, { kind: 'boundary.markerMended', subject: 'k1', body: { day: '2026-04-01', marker: '1', how: 'reset', by: '甲', neighbourPresent: true, note: '' } }] : []),
  ] as unknown as BoundaryLineAction[])
  const keys = plateTypes.map((type) => `${type}//1-0`)
  const book = foldPlates([numbered('2026-05-01', ...plateTypes.map((type) => gate(1, type))), makes('2026-05-10', ...keys), ...keys.map((key) => mounts('2026-05-11', key)), ...keys.map((key) => plateAct('plate.confirmed', '2026-05-12', { key, certificate: '1', owner: '示例户主', use: '', former: '' })), ...keys.map((key) => plateAct('plate.cancelled', '2026-05-13', { key, reason: '拆除', document: '' }))])
  const irregular = irregularClasses.flatMap(({ code: of }) => irregularSources.flatMap(({ code: source }) => irregularEndings.map(({ code: how }): IrregularName => ({ id: 'w1', facts: { name: '欧洲城', where: '', class: of, source, holder: '', contact: '', standard: '', entityId: '', found: '' }, foundOn: '2026-03-02', latest: '2026-03-02', notices: [{ day: '2026-03-03', number: '1', deadline: '2026-04-01', demands: '' }], interviews: [{ day: '2026-03-04', with: '', said: '' }], settled: { day: '2026-03-05', how, document: '', note: '' } }))))
  return [
    ...cases.flatMap(linesOfCase), ...linesOfPlates(book), ...linesOfProofs([{ kind: 'address.proved', subject: '1', body: { day: '2026-03-01' } }, { kind: 'address.withdrawn', subject: '1', body: { day: '2026-05-04' } }] as never),
    ...['province', 'city', 'county', 'township'].flatMap((level) => ['regular', 'extra'].flatMap((kind) => ['clear', 'mended', 'disputed'].flatMap((result) => linesOfBoundary(boundary(level, kind, result, result === 'clear'))))),
    ...linesOfBoundaryPlan('boundaryPlan/2026', { day: '2026-01-01', year: 2026, document: '', lines: [{ line: 'k1', by: '2026-06-01', lead: '' }] }),
    ...placeKinds.flatMap((kind) => linesOfProtection({ ...entity([['gazetteer.protected', '2024-03-01']]), facts: { kind } } as never)), ...irregular.flatMap(linesOfIrregular),
    ...linesOfNamePlan({ id: 'q1', adoptedOn: '2026-01-01', versions: [{ until: '2026-02-01' }], ended: { day: '2026-03-01', document: '', reason: '' } } as never),
  ]
}

describe('the tables on place names', () => {
  const lines = everything()
  const cells = new Set(lines.flatMap((line) => line.cells))
  it('have no column, row or identity that nothing can fill, and nothing twice', () => {
    expect(new Set(placeNameTables.map(({ id }) => id)).size).toBe(placeNameTables.length)
    expect(new Set(placeNameIdentities.map(({ id }) => id)).size).toBe(placeNameIdentities.length)
    const empty = placeNameTables.flatMap(({ id, columns, rows }) => [...columns, ...(rows.by === 'figures' ? rows.list : [])].flatMap((column) => column.cells.flatMap((cell) => (!cell.endsWith('*') ? [cell] : rows.by === 'list' ? rows.list.map((row) => `${cell.slice(0, -1)}${row.id}`) : [cell])))
      .filter((cell) => (cell.endsWith('*') ? ![...cells].some((found) => found.startsWith(cell.slice(0, -1))) : !cells.has(cell))).map((cell) => `${id}: ${cell}`))
    expect(empty).toEqual([])
    for (const { id, columns, rows } of placeNameTables) for (const list of [columns, rows.by === 'figures' || rows.by === 'list' ? rows.list : []]) expect([id, new Set(list.map((one) => one.id)).size]).toEqual([id, list.length])
    const known = new Set(placeNameIdentities.map(({ id }) => id))
    expect(placeNameTables.flatMap(({ identities }) => identities).filter((id) => !known.has(id))).toEqual([])
    expect(placeNameIdentities.filter(({ id }) => !placeNameTables.some(({ identities }) => identities.includes(id))).map(({ id }) => id)).toEqual([])
  })
  it('ask for every count there is: no head of a line stands in no table', () => {
    const asked = placeNameTables.flatMap(({ columns, rows }) => [...columns, ...(rows.by === 'figures' ? rows.list : [])].flatMap((column) => column.cells))
    const heads = [...cells].filter((cell) => cell.endsWith('.total'))
    expect(heads.filter((head) => !asked.includes(head))).toEqual(['proof.total', 'plan.ended.total'])
  })
  it('say title, unit and column in both languages, and a unit wherever columns differ', () => {
    for (const { id, title, unit, columns, rows } of placeNameTables) {
      for (const words of [title, ...columns.map((one) => one.title), ...(rows.by === 'list' ? rows.list.map((row) => row.title) : rows.by === 'figures' ? rows.list.map((one) => one.title) : [])]) {
        expect(words.zh, id).toMatch(/\p{Script=Han}/u)
        expect(words.en, id).not.toMatch(/\p{Script=Han}/u)
      }
      if (rows.by === 'figures') continue
      expect(columns.every((column) => (column.unit as string) !== ''), id).toBe(true)
      expect(unit, id).toBe(new Set(columns.map((column) => column.unit)).size === 1 ? columns[0]?.unit : id === 'filings.towns' ? '' : unit === '' ? '' : 'differs')
    }
  })
  it('units are never mixed: every cell counts in one', () => {
    const units = new Map<string, Set<string>>()
    for (const { unit, cells: own } of lines) for (const cell of own) units.set(cell, (units.get(cell) ?? new Set()).add(unit))
    expect([...units].filter(([, found]) => found.size > 1)).toEqual([])
    const wrong = placeNameTables.flatMap(({ id, columns, rows }) => [...columns, ...(rows.by === 'figures' ? rows.list : [])].flatMap((column) => column.cells.filter((cell) => !cell.endsWith('*') && units.get(cell)?.has(column.unit) === false).map((cell) => `${id} ${cell}`)))
    expect(wrong).toEqual([])
  })
  it('keep the identities of a sum over one of everything', () => {
    const broken = checkIdentities(lines, ...all).filter(({ holds, identity }) => !holds && identity.relation === '=')
    expect(broken.map(({ id, line }) => `${id} ${line.zh}`)).toEqual([])
  })
  it('tell an identity that does not hold, with both its sides', () => {
    const lost = lines.map((line) => ({ ...line, cells: line.cells.filter((cell) => cell !== 'name.approved.act.removal') }))
    expect(checkIdentities(lost, ...all).find(({ id }) => id === 'name.approved.act')).toMatchObject({ holds: false, line: { zh: expect.stringContaining('不符') } })
  })
})

// Random histories: what was refused leaves nothing behind.
const day = fc.integer({ min: 0, max: 120 }).map((after) => addDays(civilDate('2026-02-01'), after))
const towns = ['越溪街道', '太平街道', '', '金庭镇'] as const
const item = fc.record({ act: fc.constantFrom(...nameActs), kind: fc.constantFrom(...placeKinds), township: fc.constantFrom(...towns) })
const kinds = ['placeName.amended', 'placeName.supplementAsked', 'placeName.supplemented', 'placeName.accepted', 'placeName.provisionallyNamed', 'placeName.reviewed', 'placeName.decided', 'placeName.filed', 'placeName.filingAnswered', 'placeName.noticed', 'placeName.entered', 'placeName.signSet', 'placeName.signFound', 'placeName.signMended', 'placeName.corrected', 'placeName.withdrawn', 'placeName.notAccepted'] as const
// The course of a case, with steps left out, others put between, and days that go back.
const course = [...kinds.slice(0, 9), ...kinds.slice(7, 13), ...kinds.slice(9, 15)] as const
const chance = fc.record({ after: fc.nat({ max: 9 }), pick: fc.nat({ max: 999 }), at: day, left: fc.nat({ max: 7 }), other: fc.option(fc.constantFrom(...kinds), { freq: 7 }) })
const steps = fc.array(chance, { minLength: course.length, maxLength: course.length }).map((chances) => chances.flatMap(({ left, other, ...given }, index) => [...(left === 0 ? [] : [{ ...given, kind: course[index] as string }]), ...(other === null ? [] : [{ ...given, kind: other as string }])]))

const bodyOf = (kind: string, folded: PlaceNameCase, on: string, pick: number): object => {
  const ids = folded.file.items.map(({ id }) => id)
  const one = ids[pick % ids.length] ?? ''
  const approved = folded.words.map(({ item: id }) => id)
  const words = (id: string) => { const found = folded.file.items.find((entry) => entry.id === id); return found === undefined ? { item: id, name: 'x', text: '', sign: '', extent: '' } : wordsFor(found) }
  switch (kind) {
    case 'placeName.amended': case 'placeName.supplemented': return { day: on, changes: { items: folded.file.items.map((entry) => (entry.id === one ? { ...entry, township: towns[pick % 4] ?? '', act: nameActs[pick % 5] ?? 'naming' } : entry)) } }
    case 'placeName.supplementAsked': return { day: on, slip: '1', missing: ['图'] }
    case 'placeName.accepted': return { day: on, slip: '1' }
    case 'placeName.notAccepted': return { day: on, slip: '1', grounds: [{ rule: 'x', law: '', reason: 'x' }] }
    case 'placeName.reviewed': return { day: on, reviewer: 'head', opinion: 'x', verdicts: ids.map((id) => ({ item: id, verdict: 'approve', note: '' })) }
    case 'placeName.decided': return { day: on, approver: 'countyGovernment', approverName: 'x', document: '1', sealed: true, remedies: false, decisions: ids.map((id, index) => ((pick >> index) % 3 === 0 ? { item: id, outcome: 'refused', grounds: [{ rule: 'x', law: '', reason: 'x' }] } : { item: id, outcome: 'approved', words: words(id) })) }
    case 'placeName.filed': return { day: on, to: 'x', document: '', items: approved, papers: [], words: approved.map(words) }
    case 'placeName.filingAnswered': return { day: on, outcome: (['filed', 'refileAsked', 'correctionAsked'] as const)[pick % 3], note: '' }
    case 'placeName.noticed': return { day: on, number: '', channels: ['nationalBase'], link: '', elements: [], words: approved.filter((_, index) => (pick >> index) % 2 === 0).concat(approved.slice(0, 1)).map(words) }
    case 'placeName.entered': return { day: on, item: one, code: '1'.repeat(20), announced: true }
    case 'placeName.signSet': return { day: on, item: one, sign: `s${String(pick % 7)}`, text: 'x', pinyin: '', position: '', maker: '', photo: '' }
    case 'placeName.signFound': return { day: on, item: one, sign: `s${String(pick % 7)}`, defect: String((pick % 5) + 1), note: '' }
    case 'placeName.signMended': return { day: on, item: one, sign: `s${String(pick % 7)}`, note: '' }
    case 'placeName.corrected': return { day: on, item: one, words: words(one), document: 'x' }
    case 'placeName.provisionallyNamed': return { day: on, item: one, document: 'x', until: '2026-12-31' }
    default: return { day: on, note: 'x' }
  }
}

describe('random histories', () => {
  let [reached, refiled] = [0, 0]
  it('the lines of every entry sum to a recount of the cases, and every identity holds at any time', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(item, { minLength: 1, maxLength: 4 }), day, steps), { minLength: 1, maxLength: 5 }), day, (histories, until) => {
      const ledger: PlaceNameLine[] = []
      const cases = histories.map(([items, on, taken], index): PlaceNameCase => {
        const file = fileOf(items.map((given, at) => road(String(at + 1), '人福路', given)))
        const entry = (kind: string, body: object) => entries([{ kind, subject: `n${String(index)}`, body } as unknown as PlaceNameAction])[0] as never
        let folded = applyPlaceName(undefined, entry('placeName.received', { day: on, file }))
        ledger.push(...linesOfCase(folded))
        for (const { kind, after, pick, at } of taken) {
          try {
            // Most come in order, some of an earlier day.
            const next = applyPlaceName(folded, entry(kind, bodyOf(kind, folded, pick % 5 === 0 ? at : addDays(civilDate(folded.latest === '' ? on : folded.latest), after), pick)))
            ledger.push(...changeOfLines(linesOfCase(folded), linesOfCase(next)))
            folded = next
          } catch (error) {
            if (!(error instanceof LantaiError)) throw error
          }
        }
        return folded
      })
      expect(spare(town(ledger))).toEqual(spare(town(cases.flatMap(linesOfCase))))
      const period = ['2026-02-01', until] as const
      expect(spare(tallyLines(ledger, ...period))).toEqual(spare(tallyLines(cases.flatMap(linesOfCase), ...period)))
      // Told by hand, without the lines.
      const sum = (of: (folded: PlaceNameCase) => number): number => cases.reduce((total, folded) => total + of(folded), 0)
      const found = town(ledger)
      expect(found.get('name.approved.total') ?? 0).toBe(sum(({ words }) => words.length))
      expect(found.get('name.refused.total') ?? 0).toBe(sum(({ decision }) => (decision?.decisions ?? []).filter(({ outcome }) => outcome === 'refused').length))
      reached += sum(({ words }) => words.length)
      refiled += sum(({ filings }) => (filings.length > 1 ? 1 : 0))
      expect(found.get('application.received.total') ?? 0).toBe(cases.length)
      expect(found.get('application.decided.outcome.refused') ?? 0).toBe(sum(({ decision, words }) => (decision !== null && words.length === 0 ? 1 : 0)))
      expect(found.get('sign.set.total') ?? 0).toBe(sum(({ signs }) => signs.length))
      expect(found.get('filing.total') ?? 0).toBe(sum(({ filings }) => filings.length))
      for (const name of towns) expect(found.get(`name.approved.actTown.naming.${name === '' ? unstated : name}`) ?? 0).toBe(sum(({ words, file }) => words.filter((one) => file.items.some((entry) => entry.id === one.item && entry.act === 'naming' && entry.township === name)).length))
      expect(checkIdentities(ledger, ...period).filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
    }), { numRuns: 150 })
    // The histories come as far as that.
    expect(reached).toBeGreaterThan(20)
    expect(refiled).toBeGreaterThan(0)
  })
  it('boundaries: what an inspection told later says of its own day', () => {
    const first = foldBoundary([{ kind: 'boundary.registered', subject: 'k1', body: { day: '2020-01-01', facts: { code: '', name: '甲乙线', level: 'county', neighbours: ['甲', '乙'], lengthKilometres: 1, approvedOn: '2001-06-15', approver: '省', document: '', geometry: null, markers: [] } } }] as unknown as BoundaryLineAction[])
    const told = applyBoundary(first, { kind: 'boundary.inspected', subject: 'k1', body: { day: '2025-11-03', from: '2025-11-03', kind: 'regular', cause: '', sides: ['甲', '乙'], lengthKilometres: 1, markers: [], report: 'r', archiveNumber: '', result: 'clear', note: '', photos: [] } } as unknown as BoundaryLineAction)
    const change = changeOfLines(linesOfBoundary(first), linesOfBoundary(told))
    expect(change).toMatchObject([{ day: '2025-11-03', unit: '条', subject: 'k1', item: 'r', value: 1 }])
    // Another level changes what was counted, on the day it counted.
    const described = applyBoundary(told, { kind: 'boundary.described', subject: 'k1', body: { day: '2026-02-01', changes: { level: 'township' }, document: '' } } as unknown as BoundaryLineAction)
    expect(changeOfLines(linesOfBoundary(told), linesOfBoundary(described))).toMatchObject([{ day: '2025-11-03', value: -1 }, { day: '2025-11-03', value: 1 }])
  })
})
