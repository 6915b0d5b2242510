import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../domain/action.ts'
import { defaultMarriageSettings, type MarriageContext, type RegisterMatch } from '../../../domain/marriage/context.ts'
import type { CalendarNotice } from '../../../domain/calendar/index.ts'
import { calendarActions, makeCalendar, shippedCalendar, shippedNotices } from '../../../domain/calendar/index.ts'
import type { ArchiveAction } from '../../../domain/archive/actions.ts'
import { decideProof, decideQuery, defaultProofPattern, defaultQueryPattern } from '../../../domain/archive/decide.ts'
import { defaultArchiveSettings, type ArchiveContext } from '../../../domain/archive/rules.ts'
import type { DivorceAction } from '../../../domain/divorce/actions.ts'
import { defaultDivorceSettings, type DivorceContext } from '../../../domain/divorce/context.ts'
import { decideAcceptance, decideAppearance, decideDivorce, decideDivorceRefusal, decideNonAcceptance, decideWithdrawal } from '../../../domain/divorce/decide.ts'
import { applyDivorce, isOpenOn, standingOn, type DivorceCase } from '../../../domain/divorce/fold.ts'
import { normaliseDivorceFile, requireSoundDivorce } from '../../../domain/divorce/intake.ts'
import { decideEnding, isEnding, marriageStanding, type EndingAction } from '../../../domain/marriage/endings.ts'
import { decideReissue, decideReissueRefusal } from '../../../domain/reissue/decide.ts'
import type { ReissueAction } from '../../../domain/reissue/actions.ts'
import { applyReissue, type ReissueCase } from '../../../domain/reissue/fold.ts'
import type { ReissueContext } from '../../../domain/reissue/rules.ts'
import { domainWindows } from '../../../domain/windows.ts'
import { decideRefusal, decideRegistration } from '../../../domain/marriage/decide.ts'
import { applyMarriage, type MarriageCase } from '../../../domain/marriage/fold.ts'
import { inspectMarriage } from '../../../domain/marriage/inspection.ts'
import { normaliseMarriageFile, requireSoundFile } from '../../../domain/marriage/intake.ts'
import type { MarriageAction } from '../../../domain/marriage/actions.ts'
import { officeActions, type OfficeActionBody } from '../../../domain/office/actions.ts'
import { rangeContains } from '../../../domain/serials.ts'
import { reconcileStock } from '../../../domain/stock.ts'
import { sampleOffice, type SampleOptions } from '../../../sample/index.ts'

const options: SampleOptions = { seed: 20_260_520, today: '2026-11-20', cases: 600 }

/** What the folding of a sample came to. */
interface Replayed {
  readonly cases: ReadonlyMap<string, MarriageCase>
  readonly divorces: ReadonlyMap<string, DivorceCase>
  readonly reissues: ReadonlyMap<string, ReissueCase>
  readonly entries: readonly JournalEntry[]
  /** Cases that the rules would not have let through, with why. */
  readonly objections: readonly string[]
}

const numbersOf = (file: { readonly parties: MarriageCase['file']['parties'] }): [string, string] => [file.parties[0].identityNumber, file.parties[1].identityNumber]

/** Does the whole year over again through the domain: every decision is asked of the rules, with the register as it stood. */
const replay = (given: SampleOptions): Replayed => {
  const office = sampleOffice(given)
  const cases = new Map<string, MarriageCase>()
  const divorces = new Map<string, DivorceCase>()
  const reissues = new Map<string, ReissueCase>()
  const standing = new Map<string, MarriageCase>()
  const applying = new Map<string, DivorceCase>()
  const entries: JournalEntry[] = []
  const objections: string[] = []
  const added: CalendarNotice[] = []
  let calendar = shippedCalendar
  for (const [actor, action] of office.entries) {
    const entry: JournalEntry = { seq: entries.length + 1, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }
    entries.push(entry)
    const day = actor.at.slice(0, 10)
    const registrar = office.accounts.find((account) => account.id === actor.account)
    if (registrar === undefined) throw new Error(`nobody is called ${actor.account}`)
    const who = { account: actor.account, scope: registrar.scope, certifiedUntil: registrar.certifiedUntil }
    const matchesOf = (numbers: readonly [string, string], self: string): RegisterMatch[] =>
      ([0, 1] as const).flatMap((party) => {
        const found = standing.get(numbers[party])
        const open = applying.get(numbers[party])
        return [
          ...(found === undefined ? [] : [{ party, caseId: found.id, window: 'marriage' as const, standing: 'standing' as const, number: found.number, identityNumbers: numbersOf(found.file) }]),
          ...(open === undefined || open.id === self || !isOpenOn(open, day) ? [] : [{ party, caseId: open.id, window: 'divorce' as const, standing: 'open' as const, number: '', identityNumbers: numbersOf(open.file) }]),
        ]
      })
    const object = (decision: { readonly kind: string; readonly findings: readonly { readonly rule: string; readonly message: { readonly zh: string } }[] }): void => {
      if (decision.kind === 'findings') objections.push(`${action.kind} ${action.subject}: ${decision.findings.map((finding) => `${finding.rule} ${finding.message.zh}`).join('; ')}`)
    }
    const settings = { ...defaultMarriageSettings, sampleOffice: true }
    const [window] = action.kind.split('.')
    if (action.kind === 'calendar.noticeAdded') {
      added.push(action.body as CalendarNotice)
      calendar = makeCalendar([...shippedNotices, ...added])
    }
    if (window === 'marriage') {
      const before = cases.get(action.subject)
      const context = (): MarriageContext => ({ stage: 'decision', day, settings, register: before === undefined ? [] : matchesOf(numbersOf(before.file), before.id), registrar: who, officeArea: office.office.area })
      const act = action as MarriageAction | EndingAction
      if (act.kind === 'marriage.opened') {
        requireSoundFile(act.body.file, { sampleOffice: true })
        if (JSON.stringify(normaliseMarriageFile(act.body.file)) !== JSON.stringify(act.body.file)) objections.push(`${act.subject}: not in its stored form`)
      }
      if (act.kind === 'marriage.registered' && before !== undefined) object(decideRegistration(before, context(), { ...act.body }))
      if (act.kind === 'marriage.refused' && before !== undefined) {
        const decided = decideRefusal(before, context(), act.body.grounds, act.body.registrar)
        if (JSON.stringify(decided.body) !== JSON.stringify(act.body)) objections.push(`${act.subject}: refused otherwise`)
      }
      if (isEnding(act) && before !== undefined && !(act.kind === 'marriage.divorced' && act.body.by === 'thisOffice')) decideEnding(before, act, { account: actor.account, today: day })
      const after = applyMarriage(before, entry as JournalEntry<MarriageAction>)
      cases.set(act.subject, after)
      if (act.kind === 'marriage.registered') for (const number of numbersOf(after.file)) standing.set(number, after)
      if (act.kind === 'marriage.voided' || isEnding(act)) for (const number of numbersOf(after.file)) standing.delete(number)
    }
    if (window === 'divorce') {
      const before = divorces.get(action.subject)
      const act = action as DivorceAction
      if (act.kind === 'divorce.opened') {
        requireSoundDivorce(act.body.file, { sampleOffice: true })
        if (JSON.stringify(normaliseDivorceFile(act.body.file)) !== JSON.stringify(act.body.file)) objections.push(`${act.subject}: not in its stored form`)
      }
      if (before !== undefined) {
        const own = cases.get(before.file.marriage.caseId)
        const context: DivorceContext = {
          stage: 'acceptance', typing: false, day, settings: { ...defaultDivorceSettings, sampleOffice: true }, calendar, register: matchesOf(numbersOf(before.file), before.id), registrar: who, officeArea: office.office.area,
          ...(own === undefined ? {} : { marriage: { caseId: own.id, number: own.number, day: own.day, identityNumbers: numbersOf(own.file), standing: marriageStanding(own) } }),
        }
        if (act.kind === 'divorce.accepted') {
          const decided = decideAcceptance(before, context, act.body)
          object(decided)
          if (decided.kind === 'action' && JSON.stringify(decided.action.body) !== JSON.stringify(act.body)) objections.push(`${act.subject}: other days`)
        }
        if (act.kind === 'divorce.notAccepted') decideNonAcceptance(before, context, act.body.grounds, act.body.registrar, true)
        if (act.kind === 'divorce.withdrawn') object(decideWithdrawal(before, { ...context, stage: 'withdrawal' }, act.body, act.body))
        if (act.kind === 'divorce.issuanceStarted') object(decideAppearance(before, { ...context, stage: 'appearance' }, act.body))
        if (act.kind === 'divorce.registered') object(decideDivorce(before, { ...context, stage: 'issuance' }, act.body))
        if (act.kind === 'divorce.refused') decideDivorceRefusal(before, { ...context, stage: 'issuance' }, act.body.grounds, act.body.registrar)
      }
      const after = applyDivorce(before, entry as JournalEntry<DivorceAction>)
      divorces.set(act.subject, after)
      for (const number of numbersOf(after.file)) applying.set(number, after)
    }
    if (window === 'archive') {
      const act = action as ArchiveAction
      const parties = Object.fromEntries([...cases].map(([id, one]) => [id, numbersOf(one.file)]))
      const context: ArchiveContext = { typing: false, day, settings: defaultArchiveSettings, account: actor.account, parties }
      if (act.kind === 'archive.queried') {
        const { requester, basis, purpose, approvedBy, files, found, copies } = act.body
        object(decideQuery({ requester, basis, purpose, approvedBy, files, found, copies }, context, { id: act.subject, number: act.body.number, pattern: defaultQueryPattern, registrar: act.body.registrar, officeName: act.body.officeName }))
      }
      if (act.kind === 'archive.proved') object(decideProof({ requester: act.body.requester, proof: act.body.proof }, context, { id: act.subject, number: act.body.number, pattern: defaultProofPattern, registrar: act.body.registrar, officeName: act.body.officeName }))
    }
    if (window === 'reissue') {
      const before = reissues.get(action.subject)
      const act = action as ReissueAction
      if (before !== undefined) {
        const own = cases.get(before.file.original.caseId)
        const context: ReissueContext = {
          typing: false, day, settings, register: [], registrar: who, officeArea: office.office.area,
          ...(own === undefined ? {} : { original: { caseId: own.id, number: own.number, day: own.day, identityNumbers: numbersOf(own.file), standing: marriageStanding(own) } }),
        }
        if (act.kind === 'reissue.registered') {
          const decided = decideReissue(before, context, act.body)
          object(decided)
          if (decided.kind === 'action' && JSON.stringify(decided.action.body) !== JSON.stringify(act.body)) objections.push(`${act.subject}: reissued otherwise`)
        }
        if (act.kind === 'reissue.refused') decideReissueRefusal(before, context, act.body.grounds, act.body.registrar)
      }
      reissues.set(act.subject, applyReissue(before, entry as JournalEntry<ReissueAction>))
    }
  }
  return { cases, divorces, reissues, entries, objections }
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
      const schema = { ...Object.assign({}, ...domainWindows.map(({ actions }) => actions)), ...calendarActions, ...officeActions }[action.kind]
      expect(schema?.safeParse(action.body).error?.issues, action.kind).toBeUndefined()
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
    const booklets = { marriage: [...year.cases.values(), ...[...year.reissues.values()].filter((one) => one.file.certificate === 'marriage')], divorce: [...year.divorces.values(), ...[...year.reissues.values()].filter((one) => one.file.certificate === 'divorce')] }
    for (const type of ['marriage', 'divorce'] as const) {
      const used = booklets[type].flatMap((one) => [...one.serials, ...one.spoiled]).filter((serial) => serial !== '')
      expect(used.length).toBeGreaterThan(50)
      expect(new Set(used).size).toBe(used.length)
      for (const serial of used) expect(received.some((range) => range.type === type && rangeContains(range, serial))).toBe(true)
    }
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

  it('divorces one couple for every three or four that marry, and a third or more of the applications come to nothing', () => {
    const counted = (kind: string): number => year.entries.filter(({ action }) => action.kind === kind).length
    const ratio = counted('marriage.registered') / counted('divorce.registered')
    expect(ratio).toBeGreaterThan(3)
    expect(ratio).toBeLessThan(4.6)
    const over = [...year.divorces.values()].filter((one) => one.accepted !== null && standingOn(one, '2026-11-20') !== 'coolingOff' && standingOn(one, '2026-11-20') !== 'issuanceOpen')
    const completed = over.filter((one) => one.number !== '').length / over.length
    expect(completed).toBeGreaterThan(0.5)
    expect(completed).toBeLessThan(0.67)
    const standings = new Set([...year.divorces.values()].map((one) => standingOn(one, '2026-11-20')))
    for (const wanted of ['received', 'coolingOff', 'issuanceOpen', 'lapsed', 'issuing', 'registered', 'delivered', 'notAccepted', 'withdrawn', 'refused', 'abandoned'] as const) expect(standings, wanted).toContain(wanted)
    expect(new Set([...year.cases.values()].map(marriageStanding))).toEqual(new Set(['open', 'none', 'standing', 'divorced', 'void', 'annulled', 'revoked']))
    expect(new Set([...year.reissues.values()].map((one) => one.state))).toEqual(new Set(['received', 'registered', 'delivered', 'refused']))
    expect(counted('archive.queried')).toBeGreaterThan(60)
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
