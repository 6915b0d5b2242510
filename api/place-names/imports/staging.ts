import type { Reads } from '../../../db/contract.ts'
import type { Actor } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import { blocks, type Answer } from '../../../domain/findings.ts'
import type { PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { checkStaged, findTwice, type StagedRow } from '../../../domain/place-names/gazetteer/staging.ts'
import type { NameFacts } from '../../../domain/place-names/names/index.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { Progress } from '../../jobs.ts'
import type { StagedLine } from '../../schemas/gazetteer.ts'
import { factsOfItem, nameContextOf, type Kin, type NameOfCase } from '../names/context.ts'
import { profileOn } from '../profile.ts'
import { formRows, readSource, type Formed, type Secrecy } from './read.ts'
import { changeImport, type Import, type Stored, type Sums } from './stored.ts'

/** The rows of an import as they stand in memory; made anew from the file when the house was started again. */
export interface Staged {
  /** In the order of the file, as far as they were gone through. */
  readonly rows: StagedRow[]
  readonly places: Map<number, number>
  readonly entityIds: (row: number) => string
  readonly taken: Set<number>
  readonly answers: Map<number, Answer[]>
  readonly secrecy: Map<number, Secrecy>
  readonly profile: PlaceNameProfile
  readonly check: (reads: Pick<Reads, 'placeNames'>, row: StagedRow) => Promise<StagedRow>
  /** The job that goes through the rows or takes them. */
  job: string
  ready: boolean
  failed: LantaiError | undefined
  /** Place of the register's last entry when the rows were begun, and how many entries this import made since. */
  seen: number
  sums: Sums | undefined
}

const kept = new WeakMap<House, Map<string, Staged>>()
/** So many imports stay in memory; another is made anew when it is asked for. */
const mostKept = 4

const keptOf = (house: House): Map<string, Staged> => {
  const known = kept.get(house) ?? new Map<string, Staged>()
  kept.set(house, known)
  return known
}

/** The rows of an import, where they are in memory. */
export const findStaged = (house: House, id: string): Staged | undefined => keptOf(house).get(id)

/** Forgets the rows of an import and stops what is done with them. */
export const forgetStaged = (house: House, id: string): void => {
  const staged = findStaged(house, id)
  if (staged !== undefined) house.jobs.cancel(staged.job)
  keptOf(house).delete(id)
}

const runs = (house: House, staged: Staged): boolean => house.jobs.find(staged.job)?.job.state === 'running'

const makeRoom = (house: House): void => {
  const all = keptOf(house)
  for (const [id, staged] of all) {
    if (all.size <= mostKept) return
    if (!runs(house, staged)) all.delete(id)
  }
}

/** The same row of the same file is the same entity, however often it is handed in: nothing is taken twice. */
export const entityIdOf = (hash: string, row: number): string => `e${hash.slice(0, 24)}r${String(row)}`

/** Lets others be served when this has worked for some milliseconds. */
export const breather = (): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < 8) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

const relatives = 40

/** Reads every name once and sorts them by their keys, so that each row meets those of the table that sound or look like it. */
const kinOf = async (rows: readonly StagedRow[], taken: ReadonlySet<number>, of: NameOfCase, pause: () => Promise<void>, signal: AbortSignal): Promise<Kin> => {
  const own = new Map<string, NameFacts>()
  const byKey = new Map<string, { readonly item: PlaceNameItem; readonly facts: NameFacts }[]>()
  const keysOf = ({ keys }: NameFacts): readonly string[] => (keys === undefined ? [] : [`=${keys.whole.loose}`, `~${keys.whole.look}`])
  for (const { row, item } of rows) {
    if (taken.has(row) || item.name === '') continue
    signal.throwIfAborted()
    // Only the keys are needed of the others; what else was read of them would fill the memory.
    const facts: NameFacts = { ...factsOfItem(item, of), parts: undefined, spelled: undefined }
    own.set(item.id, facts)
    for (const key of keysOf(facts)) {
      const found = byKey.get(key)
      if (found === undefined) byKey.set(key, [{ item, facts }])
      else if (found.length < relatives) found.push({ item, facts })
    }
    await pause()
  }
  return {
    of: (item) => {
      const facts = own.get(item.id) ?? factsOfItem(item, of)
      return { facts, siblings: [...new Set(keysOf(facts).flatMap((key) => byKey.get(key) ?? []))] }
    },
  }
}

/** Holds one row against the rules, the register and the other rows. */
const checkerOf = (kin: Kin, of: NameOfCase, taken: ReadonlySet<number>): Staged['check'] => async (reads, row) => {
  if (row.item.name === '' || [...row.item.name].length > 50) return row
  const context = await nameContextOf(reads, row.item, of, kin)
  const neighbours = context.neighbours.flatMap((neighbour) => {
    if (!neighbour.id.startsWith('items.')) return [neighbour]
    const other = Number(neighbour.id.slice('items.'.length))
    return taken.has(other) ? [] : [{ ...neighbour, where: `表中第 ${String(other)} 行` }]
  })
  return checkStaged(row, { ...context, neighbours })
}

const takenBefore = async (reads: Pick<Reads, 'placeNames'>, rows: readonly StagedRow[], entityIds: Staged['entityIds'], pause: () => Promise<void>): Promise<readonly number[]> => {
  const found: number[] = []
  const byId = new Map(rows.map(({ row }) => [entityIds(row), row]))
  const ids = [...byId.keys()]
  for (let at = 0; at < ids.length; at += 500) {
    const page = await reads.placeNames.entities({ ids: ids.slice(at, at + 500), limit: 500 })
    for (const { id } of page.rows) { const row = byId.get(id); if (row !== undefined) found.push(row) }
    await pause()
  }
  return found
}

const answersOf = ({ answers }: Stored): Map<number, Answer[]> => new Map([...Map.groupBy(answers, ({ row }) => row)].map(([row, list]) => [row, list.map(({ rule, field, reason }) => ({ rule, field, reason }))]))

/** How a row stands. */
export const stateOf = (staged: Staged, row: StagedRow): StagedLine['state'] => {
  if (staged.taken.has(row.row)) return 'taken'
  const answers = staged.answers.get(row.row) ?? []
  const blocking = row.findings.filter((finding) => blocks(answers, finding))
  return blocking.some(({ severity }) => severity === 'stop') ? 'stopped' : blocking.length > 0 ? 'asks' : 'clean'
}

/** How many rows stand how, and by town in the order of the file. */
export const sumsOf = (staged: Staged): Sums => {
  const known = staged.sums
  // While rows are being gone through the page asks again and again; it is told in steps.
  if (known !== undefined && (staged.ready || staged.rows.length - known.rows < 500)) return known
  const states = { clean: 0, asks: 0, stopped: 0, taken: 0 }
  const towns = new Map<string, { township: string; rows: number; clean: number; taken: number }>()
  for (const row of staged.rows) {
    const state = stateOf(staged, row)
    states[state] += 1
    const { township } = row.item
    const town = towns.get(township) ?? { township, rows: 0, clean: 0, taken: 0 }
    towns.set(township, town)
    town.rows += 1
    if (state === 'clean' || state === 'taken') town[state] += 1
  }
  const sums: Sums = { rows: staged.rows.length, ...states, townships: [...towns.values()] }
  staged.sums = sums
  return sums
}

/** Keeps the sums with the import, so that a list of imports need not go through their rows. */
export const keepSums = async (house: House, id: string, staged: Staged, actor: Actor): Promise<void> => {
  staged.sums = undefined
  const sums = sumsOf(staged)
  await house.register.transact(actor, async (tx) => {
    // It may have been put away meanwhile.
    if ((await tx.findDraft(id)) !== undefined) await changeImport(tx, id, (stored) => ({ ...stored, sums }))
  })
}

/** The table the rows are made of, where the request has it already; else it is read from the store of files. */
const formedOf = async (house: House, { stored }: Import, profile: PlaceNameProfile, given: Formed | undefined): Promise<Formed> => given ?? formRows(readSource(await house.register.files.get(stored.hash), stored.encoding), stored.options, profile)

const goThrough = async (house: House, staged: Staged, formed: Formed, kin: { set: (check: Staged['check']) => void }, progress: Progress, signal: AbortSignal): Promise<void> => {
  const { read } = house.register
  const pause = breather()
  const rows = findTwice(formed.rows)
  for (const [row, secrecy] of formed.secrecy) staged.secrecy.set(row, secrecy)
  progress('reading', 0, rows.length)
  for (const row of await takenBefore(read, rows, staged.entityIds, pause)) staged.taken.add(row)
  const of: NameOfCase = { day: house.today(), profile: staged.profile, applicants: [], caseId: '', openedAt: '', items: [] }
  kin.set(checkerOf(await kinOf(rows, staged.taken, of, pause, signal), of, staged.taken))
  for (const row of rows) {
    signal.throwIfAborted()
    staged.places.set(row.row, staged.rows.length)
    staged.rows.push(staged.taken.has(row.row) ? row : await staged.check(read, row))
    if (staged.rows.length % 50 === 0) progress('checking', staged.rows.length, rows.length)
    await pause()
  }
  progress('checking', rows.length, rows.length)
}

/** Goes through the rows of an import in a job, off the request; the rows in memory are those of before until then. Does nothing while they stand. */
export const stage = async (house: House, found: Import, actor: Actor, given?: Formed): Promise<Staged> => {
  const { id, stored } = found
  const known = findStaged(house, id)
  if (known !== undefined) return known
  const profile = await profileOn(house, house.register.read, house.today())
  const standing = findStaged(house, id)
  if (standing !== undefined) return standing
  let check: Staged['check'] = (_reads, row) => Promise.resolve(row)
  const staged: Staged = {
    rows: [], places: new Map(), entityIds: (row) => entityIdOf(stored.hash, row), taken: new Set(stored.inCases.flatMap(({ rows }) => rows)), answers: answersOf(stored), secrecy: new Map(), profile, check: (reads, row) => check(reads, row), job: '', ready: false, failed: undefined, seen: 0, sums: undefined,
  }
  keptOf(house).set(id, staged)
  staged.job = house.jobs.start('import', actor.account, async (progress, signal) => {
    try {
      staged.seen = (await house.register.head()).seq
      const formed = await formedOf(house, found, profile, given)
      await goThrough(house, staged, formed, { set: (made) => { check = made } }, progress, signal)
      staged.ready = true
      staged.sums = undefined
      if (formed.trouble === null) await keepSums(house, id, staged, actor)
    } catch (error) {
      // Work that was stopped is begun anew when somebody looks at the import again.
      if (signal.aborted && findStaged(house, id) === staged) keptOf(house).delete(id)
      staged.failed = error instanceof LantaiError ? error : new LantaiError('internal', text('核对没有完成，请重试', 'The rows were not gone through; try again'))
      throw error
    }
    return { rows: staged.rows.length }
  }).id
  makeRoom(house)
  return staged
}

/** The rows of an import once they have been gone through; throws `wrong_state` while that is under way, or what made it fail. */
export const stagedRows = async (house: House, found: Import, actor: Actor): Promise<Staged> => {
  const staged = await stage(house, found, actor)
  if (staged.failed !== undefined) throw staged.failed
  if (!staged.ready) throw new LantaiError('wrong_state', text('正在逐行核对，请等核对完', 'The rows are being gone through; wait until that ends'))
  if (runs(house, staged)) throw new LantaiError('wrong_state', text('正在导入，请等导入完', 'Rows are being taken; wait until that ends'))
  return staged
}
