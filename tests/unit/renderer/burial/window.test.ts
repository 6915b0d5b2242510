import { beforeEach, describe, expect, it, vi } from 'vitest'
import { routes } from '../../../../api/schemas/index.ts'
import { checkDigit17 } from '../../../../domain/identity/index.ts'
import { burialStates } from '../../../../domain/burial/actions.ts'
import { blankCertificate } from '../../../../domain/burial/certificate.ts'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import { asNameless, burialCards, withDeceasedNumber, withType } from '../../../../renderer/windows/burial/case/cards.ts'
import { blankPaper } from '../../../../renderer/windows/burial/case/papers.ts'
import { pathWords } from '../../../../renderer/windows/burial/case/pathWords.ts'
import { windows } from '../../../../renderer/windows.ts'

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})

const number = `99010119450312001${checkDigit17('99010119450312001')}`
const sample = { sampleOffice: true, on: '2026-08-05' }
const place = { today: '2026-08-05', account: { id: 'a1', scope: 'mainland', certifiedUntil: '' }, officeArea: '990101', sample: true, setting: () => undefined } as never
const load = async () => (await import('../../../../renderer/windows/burial/case/spec.ts'))

describe('the deceased', () => {
  it('has birth and sex from the number', () => {
    const { deceased } = emptyBurialFile()
    expect(withDeceasedNumber(deceased, number, sample)).toMatchObject({ identityNumber: number, birth: '1945-03-12', sex: '1' })
    expect(withDeceasedNumber({ ...deceased, birth: '1946-01-01' }, number, sample).birth).toBe('1946-01-01')
  })
  it('without any paper is 无 by name and type', () => {
    const { deceased } = emptyBurialFile()
    expect(asNameless({ ...deceased, identityNumber: number })).toMatchObject({ name: '无', identityType: 'none', identityNumber: '' })
    expect(withType(asNameless(deceased), 'resident')).toMatchObject({ name: '', identityType: 'resident' })
  })
  it('and the agent each take a card of their own', () => {
    const file = emptyBurialFile()
    const card = { name: '林书月', sex: '2', birth: '1998-05-20', identityNumber: number, residence: { area: '990101', detail: '示例路 4 号' } }
    const first = burialCards.fill(file, burialCards.blockFor(file, undefined), card)
    expect(first).toMatchObject({ block: 'deceased', file: { deceased: { name: '林书月', sex: '2', hukou: '990101', hukouAddress: '示例路 4 号' }, agent: { name: '' } } })
    expect(burialCards.next(first.file, 'deceased')).toBe('deceased.death')
    expect(burialCards.blockFor(first.file, undefined)).toBe('agent')
    const second = burialCards.fill(first.file, 'agent', { name: '林小满', identityNumber: '1' })
    expect(second.file).toMatchObject({ deceased: { name: '林书月' }, agent: { name: '林小满', identityNumber: '1' } })
    expect(burialCards.next(second.file, 'agent')).toBe('agent.relation')
  })
  it('hands in papers that carry their numbers over', () => {
    const file = emptyBurialFile()
    Object.assign(file.agent, { identityNumber: 'A1' })
    expect(blankPaper(file, 'agentIdentity', 'both', true)).toMatchObject({ type: 'agentIdentity', number: 'A1', legible: true, party: 'both' })
  })
})

describe('the death certificate', () => {
  it('is of the form of its issue date, and of the police where they say so', async () => {
    const { withIssueDay, withKind } = await import('../../../../renderer/windows/burial/case/sections/CertificateSection.tsx')
    expect(withIssueDay(blankCertificate(), '2026-06-30', number)).toMatchObject({ kind: 'form2013', part: 4, form: 'paper', number: '' })
    expect(withIssueDay(blankCertificate(), '2026-07-01', number)).toMatchObject({ kind: 'form2026', part: 0, number })
    expect(withIssueDay({ ...blankCertificate(), kind: 'police' }, '2026-07-01', number)).toMatchObject({ kind: 'police', number: '' })
    expect(withKind({ ...blankCertificate(), number: '9' }, 'form2026', number).number).toBe('9')
  })
})

describe('the burial window', () => {
  it('names routes of the door, and says every state and section', async () => {
    const { burialSpec, claimSpec } = await load()
    for (const id of Object.values(burialSpec.routes)) expect(routes).toHaveProperty([id])
    for (const state of [...burialStates, 'new', 'held']) expect(burialSpec.words, state).toHaveProperty([`state.${state}`])
    for (const { id } of burialSpec.sections) expect(burialSpec.words, id).toHaveProperty([`section.${id}`])
    expect((claimSpec.words as Record<string, readonly string[]>)['section.ways']?.[0]).toBe('异地火化')
  })
  it('checks a new case at the desk, without saying that it was cremated', async () => {
    const { burialSpec } = await load()
    const check = burialSpec.check(emptyBurialFile(), place, undefined)
    expect(check.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(check.findings.map(({ field }) => field)).toEqual(expect.arrayContaining(['deceased.name', 'certificate.kind', 'consent.signed']))
    expect(burialSpec.checkBody('typing', undefined, { ...emptyBurialFile(), bill: { lines: [], mode: 'till', invoice: '', expected: '' } })).toEqual({ file: emptyBurialFile(), stage: 'cremation', typing: true })
  })
  it('keeps what a waiver asks open after the cremation, and the deceased closed', async () => {
    const { burialSpec } = await load()
    const cremated = { state: 'cremated', holds: [], cremation: {}, elsewhere: null } as never
    expect(['deceased', 'certificate', 'fees', 'papers', 'ashes'].map((id) => burialSpec.sectionOpen?.(id, cremated))).toEqual([false, false, true, true, true])
    expect([burialSpec.amendable(cremated), burialSpec.amendable({ state: 'voided' } as never)]).toEqual([true, false])
    expect(burialSpec.stateOf({ state: 'stored', holds: [{ released: null }] } as never)).toBe('held')
    expect(['burial.amended', 'waiver.settled', 'reward.granted', 'marriage.opened'].map((kind) => burialSpec.owns?.(kind))).toEqual([true, true, true, false])
  })
  it('has words for the paths that a correction or a finding names', () => {
    const said = (key: string) => key
    for (const path of ['deceased.death', 'certificate.number', 'agent.relation', 'consent.signer', 'intake.policeReport', 'origin.hospital', 'kind', 'grant.paid', 'waiverFlags', 'note', 'holds', 'extensions']) expect(pathWords(path, said), path).toBeDefined()
    expect(pathWords('papers.0.number', said)).toBeUndefined()
  })
  it('leads every page of its own before the page of a case', () => {
    const paths = windows.find(({ id }) => id === 'burial')?.routes.map(({ path }) => path) ?? []
    expect(paths.at(-1)).toBe('/burial/:id')
    expect(paths).toEqual(expect.arrayContaining(['/burial', '/burial/new', '/burial/claim', '/burial/drafts/:draft', '/burial/numbers']))
  })
})

describe('its list and numbers', () => {
  it('reads what its address narrows it to', async () => {
    const { readFilter, setParts } = await import('../../../../renderer/case/list/filters.ts')
    const { burialFilters } = await import('../../../../renderer/windows/burial/cases/ListPage.tsx')
    expect(setParts(readFilter(burialFilters, '?list=inHome&state=stored,vigil&kind=limb&cell=cremated.total&from=2026-01-01&crematedFrom=x&registrar=a'))).toEqual({ list: 'inHome', state: 'stored,vigil', kind: 'limb', cell: 'cremated.total', from: '2026-01-01' })
    expect(setParts(readFilter(burialFilters, '?list=everything'))).toEqual({})
  })
  it('names a cell by its table', async () => {
    const { burialCellTitle } = await import('../../../../renderer/windows/burial/cases/cellTitle.ts')
    expect(burialCellTitle('vigil.total').zh).not.toBe('vigil.total')
    expect(burialCellTitle('cremated.total@示例馆').zh).toContain('示例馆')
    expect(burialCellTitle('nothing.such')).toEqual({ zh: 'nothing.such', en: 'nothing.such' })
  })
  it('begins with the cremation certificates of this year', async () => {
    const { seriesOf } = await import('../../../../renderer/windows/burial/cases/NumbersPage.tsx')
    expect(seriesOf('', '2026-08-05')).toEqual({ prefix: 'HZ', year: 2026 })
    expect(seriesOf('?prefix=BHZ&year=2025', '2026-08-05')).toEqual({ prefix: 'BHZ', year: 2025 })
    expect(seriesOf('?prefix=b-1&year=20x', '2026-08-05')).toEqual({ prefix: 'HZ', year: 2026 })
  })
  it('offers the free plots of a board by their ids', async () => {
    const { freePlots } = await import('../../../../renderer/windows/burial/case/PlotPicker.tsx')
    const board = (what: 'plot' | 'niche') => ({ cemetery: 'c1', section: { code: 'A', what }, rows: [{ row: '1', level: 1, states: 'fof' }, { row: '1', level: 2, states: 'ffr' }], terms: [] }) as never
    expect(freePlots(board('plot')).map(({ plot }) => plot)).toEqual(['c1/A/1/1', 'c1/A/1/3', 'c1/A/1/1', 'c1/A/1/2'])
    expect(freePlots(board('niche')).map(({ plot }) => plot)).toEqual(['c1/A/1/1-1', 'c1/A/1/1-3', 'c1/A/1/2-1', 'c1/A/1/2-2'])
    expect(freePlots(board('niche'), 2)).toHaveLength(2)
  })
})

describe('a moment', () => {
  it.each([['2026-08-05 9:30', '2026-08-05T09:30:00+08:00'], ['202608050930', '2026-08-05T09:30:00+08:00'], ['9:30', '2026-08-05T09:30:00+08:00'], ['2026年8月5日 9时30分', '2026-08-05T09:30:00+08:00'], ['2026-08-05', undefined], ['2026-02-30 10:00', undefined], ['25:00', undefined], ['', undefined]])('“%s” is read', async (typed, at) => {
    const { readInstant, writeInstant } = await import('../../../../renderer/case/form/InstantField.tsx')
    expect(readInstant(typed, '2026-08-05')).toBe(at)
    if (at !== undefined) expect(readInstant(writeInstant(at), '2026-08-05')).toBe(at)
  })
})
