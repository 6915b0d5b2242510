import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../domain/action.ts'
import { defaultMarriageSettings, type MarriageContext, type RegisterMatch } from '../../../domain/marriage/context.ts'
import { decideRefusal, decideRegistration } from '../../../domain/marriage/decide.ts'
import { applyMarriage, type MarriageCase } from '../../../domain/marriage/fold.ts'
import { inspectMarriage } from '../../../domain/marriage/inspection.ts'
import { normaliseMarriageFile, requireSoundFile } from '../../../domain/marriage/intake.ts'
import { marriageActions, type MarriageAction } from '../../../domain/marriage/actions.ts'
import { officeActions, type OfficeAction, type OfficeActionBody } from '../../../domain/office/actions.ts'
import { rangeContains } from '../../../domain/serials.ts'
import { reconcileStock } from '../../../domain/stock.ts'
import { sampleOffice, type SampleOptions } from '../../../sample/index.ts'

const options: SampleOptions = { seed: 20_260_520, today: '2026-11-20', cases: 600 }

/** What the folding of a sample came to. */
interface Replayed {
  readonly cases: ReadonlyMap<string, MarriageCase>
  readonly entries: readonly JournalEntry[]
  /** Cases that the rules would not have let through, with why. */
  readonly objections: readonly string[]
}

/** Does the whole year over again through the domain: every decision is asked of the rules, with the register as it stood. */
const replay = (given: SampleOptions): Replayed => {
  const office = sampleOffice(given)
  const cases = new Map<string, MarriageCase>()
  const standing = new Map<string, MarriageCase>()
  const entries: JournalEntry[] = []
  const objections: string[] = []
  for (const [actor, action] of office.entries) {
    const entry: JournalEntry = { seq: entries.length + 1, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }
    entries.push(entry)
    if (!action.kind.startsWith('marriage.')) continue
    const marriage = entry as JournalEntry<MarriageAction>
    const before = cases.get(action.subject)
    const registrar = office.accounts.find((account) => account.id === actor.account)
    if (registrar === undefined) throw new Error(`nobody is called ${actor.account}`)
    const matchOf = (party: 0 | 1): RegisterMatch[] => {
      const found = standing.get(before?.file.parties[party].identityNumber ?? '')
      return found === undefined ? [] : [{ party, caseId: found.id, window: 'marriage', standing: 'standing', number: found.number, identityNumbers: [found.file.parties[0].identityNumber, found.file.parties[1].identityNumber] }]
    }
    const context = (): MarriageContext => ({ stage: 'decision', day: actor.at.slice(0, 10), settings: { ...defaultMarriageSettings, sampleOffice: true }, register: [...matchOf(0), ...matchOf(1)], registrar: { account: actor.account, scope: registrar.scope, certifiedUntil: registrar.certifiedUntil }, officeArea: office.office.area })
    const { action: act } = marriage
    if (act.kind === 'marriage.opened') {
      requireSoundFile(act.body.file, { sampleOffice: true })
      if (JSON.stringify(normaliseMarriageFile(act.body.file)) !== JSON.stringify(act.body.file)) objections.push(`${act.subject}: not in its stored form`)
    }
    if (act.kind === 'marriage.registered' && before !== undefined) {
      const decision = decideRegistration(before, context(), { ...act.body })
      if (decision.kind === 'findings') objections.push(`${act.subject}: ${decision.findings.map((finding) => `${finding.rule} ${finding.message.zh}`).join('; ')}`)
    }
    if (act.kind === 'marriage.refused' && before !== undefined) {
      const decided = decideRefusal(before, context(), act.body.grounds, act.body.registrar)
      if (JSON.stringify(decided.body) !== JSON.stringify(act.body)) objections.push(`${act.subject}: refused otherwise`)
    }
    const after = applyMarriage(before, marriage)
    cases.set(act.subject, after)
    if (act.kind === 'marriage.registered') for (const party of after.file.parties) standing.set(party.identityNumber, after)
    if (act.kind === 'marriage.voided') for (const party of after.file.parties) standing.delete(party.identityNumber)
  }
  return { cases, entries, objections }
}

const year = replay(options)

describe('the sample office', () => {
  it('makes the same year from the same seed, another from another', () => {
    const digest = (given: SampleOptions): string => createHash('sha256').update(JSON.stringify([...sampleOffice(given).entries])).digest('hex')
    const small = { ...options, cases: 60 }
    expect(digest(small)).toBe(digest(small))
    expect(digest({ ...small, seed: 2 })).not.toBe(digest(small))
  })

  it('registers nothing that a rule stops and refuses only on grounds that are there', () => {
    expect(year.objections).toEqual([])
    expect(year.cases.size).toBeGreaterThanOrEqual(600)
  })

  it.each(['2025-08-10', '2026-02-28', '2027-05-20', '2028-02-29'])('passes the rules in a year that ends on %s too', (today) => {
    expect(replay({ ...options, today, cases: 250 }).objections).toEqual([])
  })

  it('holds bodies that fit their schemas, in order of time, none after the hour of today', () => {
    let before = ''
    for (const { action, at } of year.entries) {
      const schema = { ...marriageActions, ...officeActions }[action.kind as (MarriageAction | OfficeAction)['kind']]
      expect(schema.safeParse(action.body).error?.issues, action.kind).toBeUndefined()
      expect(at >= before, `${at} after ${before}`).toBe(true)
      before = at
    }
    expect(before.slice(0, 16) <= '2026-11-20T16:30').toBe(true)
    expect(before.slice(0, 10)).toBe('2026-11-20')
  })

  it('gives numbers in order from 1 in each year, and serials of the right range once', () => {
    const numbers = [...year.entries].filter(({ action }) => action.kind === 'marriage.registered').map(({ action }) => (action.body as { number: string }).number)
    for (const of of ['2025', '2026']) {
      const own = numbers.filter((number) => number.includes(`-${of}-`))
      expect(own).toEqual(own.map((_, index) => `J990101-${of}-${String(index + 1).padStart(6, '0')}`))
    }
    const received = year.entries.flatMap(({ action }) => (action.kind === 'blank.received' ? [action.body as OfficeActionBody<'blank.received'>] : []))
    const used = [...year.cases.values()].flatMap((one) => [...one.serials, ...one.spoiled]).filter((serial) => serial !== '')
    expect(new Set(used).size).toBe(used.length)
    for (const serial of used) expect(received.some((range) => range.type === 'marriage' && rangeContains(range, serial))).toBe(true)
  })

  it('signs monthly accounts of stock that balance', () => {
    const lines = year.entries.flatMap(({ action }) => (action.kind === 'stock.reconciled' ? (action.body as OfficeActionBody<'stock.reconciled'>).lines : []))
    expect(lines.length).toBe(24)
    for (const line of lines) expect(reconcileStock(line)).toMatchObject({ balanced: true })
    for (const type of ['marriage', 'divorce']) {
      const own = lines.filter((line) => line.type === type)
      own.slice(1).forEach((line, index) => expect(line.opening).toBe(own[index]?.closing))
    }
  })

  it('has the shape of a district: ages, remarriages, great days, quiet noons', () => {
    const full = [...sampleOffice({ seed: 1, today: '2026-11-20' }).entries]
    const registered = full.filter(([, action]) => action.kind === 'marriage.registered')
    expect(registered.length).toBeGreaterThan(2000)
    expect(registered.length).toBeLessThan(3000)
    const perDay = Map.groupBy(registered, ([actor]) => actor.at.slice(0, 10))
    const most = [...perDay].sort((a, b) => b[1].length - a[1].length).slice(0, 3).map(([day]) => day)
    expect(most.sort()).toEqual(['2026-02-14', '2026-05-20', '2026-08-19'])
    expect([...perDay.keys()].some((day) => day >= '2026-10-01' && day <= '2026-10-07')).toBe(false)
    const hours = Map.groupBy(registered, ([actor]) => Number(actor.at.slice(11, 13)))
    expect(hours.get(12)?.length ?? 0).toBeLessThan((hours.get(10)?.length ?? 0) / 3)
    const parties = full.flatMap(([actor, action]) => (action.kind === 'marriage.opened' ? (action.body as { file: MarriageCase['file'] }).file.parties.map((party) => ({ party, day: actor.at.slice(0, 10) })) : []))
    const again = parties.filter(({ party }) => party.maritalStatus !== '10').length / parties.length
    expect(again).toBeGreaterThan(0.2)
    expect(again).toBeLessThan(0.32)
    const ages = parties.map(({ party, day }) => Number(day.slice(0, 4)) - Number(party.birth.slice(0, 4)))
    const share = (from: number, to: number): number => ages.filter((age) => age >= from && age <= to).length / ages.length
    expect(share(25, 29)).toBeGreaterThan(share(20, 24))
    expect(share(25, 29)).toBeGreaterThan(share(30, 34))
  })

  it('ends today with a case in every state', () => {
    const today = [...year.cases.values()].filter((one) => one.openedAt.startsWith('2026-11-20'))
    expect(new Set(today.map((one) => one.state))).toEqual(new Set(['received', 'registered', 'proofread', 'delivered', 'refused', 'abandoned']))
    expect([...year.cases.values()].filter((one) => one.state === 'voided')).toHaveLength(1)
  })

  it('qualifies most of the inspected files, fails a few and leaves the newest unexamined', () => {
    const done = [...year.cases.values()].filter((one) => one.state === 'delivered')
    const verdicts = Map.groupBy(done, (one) => inspectMarriage(one, { settings: { ...defaultMarriageSettings, sampleOffice: true }, register: [], registrar: { account: one.registrar, scope: 'all', certifiedUntil: '2099-12-31' } }).verdict)
    const count = (verdict: string): number => (verdicts.get(verdict as 'qualified') ?? []).length
    expect(count('qualified')).toBeGreaterThan(done.length * 0.6)
    expect(count('failed')).toBeGreaterThan(0)
    expect(count('failed')).toBeLessThan(done.length * 0.08)
    const newest = done.filter((one) => one.day >= '2026-10-01')
    expect(newest.length).toBeGreaterThan(50)
    expect(newest.every((one) => verdicts.get('unexamined')?.includes(one))).toBe(true)
    expect(done.filter((one) => one.archive !== null).length).toBeGreaterThan(count('qualified'))
  })

  it('names only people who do not exist: citizen numbers of a test area, phones of no network', () => {
    for (const one of year.cases.values()) {
      for (const party of one.file.parties) {
        if (party.identityType === 'resident' || party.identityType === 'temporary') expect(party.identityNumber.startsWith('99')).toBe(true)
        expect(party.phone.startsWith('100')).toBe(true)
      }
    }
  })

  it('ships pictures under the hash of their bytes, and every hash a file names is among them', () => {
    const { pictures } = sampleOffice(options)
    for (const picture of pictures) expect(createHash('sha256').update(Buffer.from(picture.base64, 'base64')).digest('hex')).toBe(picture.hash)
    const known = new Set(pictures.map((picture) => picture.hash))
    for (const one of year.cases.values()) {
      for (const hash of [one.file.photo?.hash ?? '', ...one.file.papers.flatMap((paper) => paper.scans.map((scan) => scan.hash))]) expect(known.has(hash)).toBe(true)
    }
  })

  it('keeps the day’s work before the hour it is given, however early', () => {
    const early = [...sampleOffice({ ...options, cases: 40, until: '07:05' }).entries].filter(([actor]) => actor.at.startsWith('2026-11-20'))
    expect(early.length).toBeGreaterThan(50)
    for (const [actor] of early) expect(actor.at.slice(11, 16) <= '07:05', actor.at).toBe(true)
  })
})
