import type { Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { dayFromNumber } from '../domain/dates.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { AccountRow, Register } from '../db/contract.ts'
import { inspectionRuns, type InspectionRuns } from '../db/inspection/run.ts'
import type { Printer } from '../templates/printer.ts'
import type { Jobs } from './jobs.ts'
import type { Sessions } from './sessions.ts'
import type { SettingValues } from './settings.ts'
import { settingValues } from './settings.ts'

/** The office as it stands: its facts and settings, kept in memory and read again after every change. */
export interface OfficeNow {
  readonly setUp: boolean
  readonly name: string
  readonly fonds: string
  readonly windows: readonly string[]
  readonly sample: boolean
  readonly settings: SettingValues
  /** GB/T 2260 code of the office's division in force on a day. */
  areaOn(day: string): string
}

/** What every handler works with. */
export interface House {
  readonly register: Register
  readonly sessions: Sessions
  readonly jobs: Jobs
  /** Renders papers in worker threads. */
  readonly printer: Printer
  /** Inspects files in worker threads. */
  readonly inspections: InspectionRuns
  readonly version: string
  /** ms since 1970 */
  now(): number
  /** Today in the office's zone. */
  today(): CivilDate
  /** The moment with the office's offset, as the journal holds it. */
  instant(): string
  office(): Promise<OfficeNow>
  /** The settings that were in force on a civil day. */
  settingsOn(day: string): Promise<SettingValues>
  /** An account by its id, or undefined. */
  findAccount(id: string): Promise<AccountRow | undefined>
  accounts(): Promise<ReadonlyMap<string, AccountRow>>
  /** The name behind an account id; the id itself when there is none any more. */
  nameOf(id: string): Promise<string>
  /** Forgets what is kept of office, settings and accounts, after an act that changed them. */
  forget(): void
  actor(account: string, counter: string): Actor
  log(line: string): void
}

const offset = '+08:00'
const ahead = 8 * 3_600_000 // ms

/** An instant in the office's zone (UTC+8 the year round in the mainland). */
export const instantOf = (ms: number): string => new Date(ms + ahead).toISOString().replace('Z', offset)

interface Parts {
  readonly register: Register
  readonly sessions: Sessions
  readonly jobs: Jobs
  /** Renders papers in worker threads. */
  readonly printer: Printer
  readonly version: string
  readonly clock: () => Date
  readonly log: (line: string) => void
}

/** 民政部令第79号: after a merger the office's code changes on a day; numbers of before keep theirs. */
const areaOn = (first: string, changes: readonly { readonly from: string; readonly code: string }[], day: string): string =>
  changes.filter((change) => change.from <= day).sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.code ?? first

/** Puts the house together. */
export const createHouse = ({ register, sessions, jobs, printer, version, clock, log }: Parts): House => {
  let office: Promise<OfficeNow> | undefined
  let officeDay = ''
  // Asked many times a request, told once a day.
  let dayNumberNow = 0
  let dayNow = dayFromNumber(0)
  const settingsByDay = new Map<string, Promise<SettingValues>>()
  let accounts: Promise<ReadonlyMap<string, AccountRow>> | undefined
  const readOffice = async (): Promise<OfficeNow> => {
    const stored = await register.read.settings()
    const settings = settingValues(stored)
    const name = settings['office.name']
    return {
      setUp: stored['office'] !== undefined,
      name,
      fonds: settings['office.fonds'],
      windows: settings['office.windows'],
      sample: settings['office.sample'],
      settings,
      areaOn: (day) => areaOn(settings['office.area'], settings['office.areaChanges'], day),
    }
  }
  const house: House = {
    register,
    sessions,
    jobs,
    printer,
    inspections: inspectionRuns(register.folder),
    version,
    log,
    now: () => clock().getTime(),
    today: () => {
      const number = Math.floor((clock().getTime() + ahead) / 86_400_000)
      if (number !== dayNumberNow) {
        dayNumberNow = number
        dayNow = dayFromNumber(number)
      }
      return dayNow
    },
    instant: () => instantOf(clock().getTime()),
    office: () => {
      // Dated settings come into force at midnight.
      const day = house.today()
      if (day !== officeDay) office = undefined
      officeDay = day
      return (office ??= readOffice().catch((error: unknown) => {
        office = undefined
        throw error
      }))
    },
    settingsOn: async (day) => {
      if (day >= house.today()) return (await house.office()).settings
      const known = settingsByDay.get(day)
      if (known !== undefined) return known
      const read = register.read.settings(day).then(settingValues)
      read.catch(() => settingsByDay.delete(day))
      if (settingsByDay.size > 1000) settingsByDay.clear()
      settingsByDay.set(day, read)
      return read
    },
    accounts: () => (accounts ??= register.read.accounts().then((rows) => new Map(rows.map((row) => [row.id, row]))).catch((error: unknown) => {
      accounts = undefined
      throw error
    })),
    findAccount: async (id) => (await house.accounts()).get(id),
    nameOf: async (id) => (await house.accounts()).get(id)?.name ?? id,
    forget: () => {
      office = undefined
      accounts = undefined
      settingsByDay.clear()
    },
    actor: (account, counter) => ({ account, counter, at: instantOf(clock().getTime()) }),
  }
  return house
}

/** Throws `not_found` in words for the thing that was looked for. */
export const notFound = (zh: string, en: string): LantaiError => new LantaiError('not_found', text(zh, en))
