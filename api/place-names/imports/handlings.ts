import { LantaiError } from '../../../domain/error.ts'
import type { StagedRow } from '../../../domain/place-names/gazetteer/staging.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import type { Actor } from '../../../domain/action.ts'
import { requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { errorOfIssues } from '../../problems.ts'
import { ImportOptions, type ImportState, type StagedLine } from '../../schemas/gazetteer.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'
import { formRows, readSource, type Formed, type Source } from './read.ts'
import { findStaged, forgetStaged, stage, stagedRows, stateOf, sumsOf, type Staged } from './staging.ts'
import { changeImport, getImport, listImports, saveImport, type Import, type Stored } from './stored.ts'
import { rowsWanted, takeIntoCase, takeIntoGazetteer } from './taking.ts'

const noSums = { rows: 0, clean: 0, asks: 0, stopped: 0, taken: 0, townships: [] }

/** An import as its page shows it; the counts are those of memory, or as they stood when the rows were last gone through. */
const stateOfImport = (house: House, { id, stored }: Import): ImportState => {
  const staged = findStaged(house, id)
  const job = staged === undefined ? undefined : house.jobs.find(staged.job)?.job
  const sums = staged?.ready === true ? sumsOf(staged) : (stored.sums ?? (staged === undefined ? noSums : sumsOf(staged)))
  const { fileName, at, options, headings, columns, encoding, shape, trouble } = stored
  return {
    id, fileName, at, options, headings: [...headings], columns: [...columns], encoding, shape, trouble, job: job === undefined ? null : { ...job },
    rows: sums.rows, clean: sums.clean, asks: sums.asks, stopped: sums.stopped, taken: sums.taken, townships: sums.townships.map((town) => ({ ...town })), finished: sums.rows > 0 && sums.taken === sums.rows,
  }
}

const lineOf = (staged: Staged, row: StagedRow): StagedLine => {
  const { item, published, findings } = row
  return {
    row: row.row, name: item.name, text: item.spelling.text, sign: item.spelling.sign, published: { ...published }, township: item.township, village: item.village, lengthMetres: item.size.lengthMetres ?? null, widthMetres: item.size.widthMetres ?? null, start: item.start.text, end: item.end.text, meaning: item.meaning, hasGeometry: item.geometry !== null,
    findings: findings.map((finding) => ({ ...finding })), answers: (staged.answers.get(row.row) ?? []).map((answer) => ({ ...answer })), state: stateOf(staged, row),
  }
}

/** Options that came in the address, as JSON; throws `malformed` or `invalid` with their field. */
const readOptions = (written: string): ImportOptions => {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    throw new LantaiError('malformed', text('读法应为 JSON', 'The options must be JSON'), 'options')
  }
  const read = ImportOptions.safeParse(value)
  if (read.success) return read.data
  const { code, text: words, field } = errorOfIssues(read.error, 'body')
  throw new LantaiError(code, words, field === undefined ? 'options' : `options.${field}`)
}

/** Refuses options that cannot be: a built-up area the office does not have, an approval that is still to come. */
const requireOptions = (house: House, { builtUpArea, approvedOn }: ImportOptions, { builtUpAreas }: PlaceNameProfile, before: string): void => {
  if (builtUpArea !== '' && builtUpArea !== 'outside' && !builtUpAreas.some(({ id }) => id === builtUpArea)) throw new LantaiError('invalid', text('本机关没有这个建成区', 'The office has no such built-up area'), `${before}builtUpArea`)
  if (approvedOn !== '') requireCome(house, approvedOn, `${before}approvedOn`)
}

const madeOf = (source: Source, formed: Formed, options: ImportOptions): Pick<Stored, 'options' | 'encoding' | 'shape' | 'headings' | 'columns' | 'trouble' | 'sums'> => ({ options, encoding: source.encoding, shape: source.shape, headings: formed.headings.slice(0, 200), columns: formed.columns.slice(0, 200), trouble: formed.trouble, sums: null })

/** A field as the finding names it, given whole or within its row. */
const fieldOf = (row: number, field: string): string => (field === '' || /^(?:rows|features)\./u.test(field) ? field : `rows.${String(row)}.${field}`)

/** A taking of a few rows is over before the page could ask. */
const worthWaiting = 1500 // ms

/** Takes rows in the import's job and waits a moment for it; throws what made it fail meanwhile. */
const takeInJob = async (house: House, found: Import, staged: Staged, rows: readonly StagedRow[], actor: Actor): Promise<void> => {
  let failed: unknown
  const { id } = house.jobs.start('import', actor.account, async (progress, signal) => {
    try {
      return { taken: await takeIntoGazetteer(house, found, staged, rows, actor, (done) => { progress('taking', done, rows.length) }, signal) }
    } catch (error) {
      failed = error
      throw error
    }
  })
  staged.job = id
  const ended = house.jobs.find(id)?.ended ?? Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  await Promise.race([ended, new Promise((resolve) => { timer = setTimeout(resolve, worthWaiting) })])
  clearTimeout(timer)
  if (failed !== undefined) throw failed
}

/** Tables of names on their way in: read, held against the rules, the register and each other, asked about, taken. */
export const importHandlings: readonly Handling[] = [
  handle(routes.listImports, async ({ house }) => ({ imports: (await listImports(house.register.read)).map((found) => stateOfImport(house, found)) })),

  handle(routes.startImport, async ({ house, query, bytes, account, session, actor }) => {
    const options = readOptions(query.options)
    const profile = await profileOn(house, house.register.read, house.today())
    requireOptions(house, options, profile, 'options.')
    const source = readSource(bytes, options.encoding)
    const formed = formRows(source, options, profile)
    const hash = await house.register.files.put(bytes)
    const by = actor()
    const id = newId('i', house.now())
    await house.register.transact(by, (tx) => saveImport(tx, { id, account: account.id, counter: session.counter, savedAt: by.at }, { version: 1, hash, fileName: query.name, at: by.at, ...madeOf(source, formed, options), answers: [], inCases: [] }))
    const found = await getImport(house.register.read, id)
    await stage(house, found, by, formed)
    return stateOfImport(house, found)
  }),

  handle(routes.getImport, async ({ house, params, actor }) => {
    const found = await getImport(house.register.read, params.id)
    await stage(house, found, actor())
    return stateOfImport(house, found)
  }),

  handle(routes.setImportOptions, async ({ house, params, body, actor }) => {
    const { stored, id } = await getImport(house.register.read, params.id)
    const staged = findStaged(house, id)
    if (staged?.ready === true && house.jobs.find(staged.job)?.job.state === 'running') throw new LantaiError('wrong_state', text('正在导入，不能改读法', 'Rows are being taken; it cannot be read otherwise now'))
    const profile = await profileOn(house, house.register.read, house.today())
    requireOptions(house, body, profile, '')
    const source = readSource(await house.register.files.get(stored.hash), body.encoding)
    const formed = formRows(source, body, profile)
    const changed = await house.register.transact(actor(), (tx) => changeImport(tx, id, (before) => ({ ...before, ...madeOf(source, formed, body) })))
    forgetStaged(house, id)
    await stage(house, changed, actor(), formed)
    return stateOfImport(house, changed)
  }),

  handle(routes.listStaged, async ({ house, params, query, actor }) => {
    const found = await getImport(house.register.read, params.id)
    const staged = await stage(house, found, actor())
    if (staged.failed !== undefined) throw staged.failed
    const wanted = (query.text ?? '').trim()
    const rows = staged.rows.filter((row) => (query.state === undefined || stateOf(staged, row) === query.state) && (query.township === undefined || row.item.township === query.township) && (wanted === '' || row.item.name.includes(wanted)))
    const { after } = query
    const from = after === undefined ? 0 : rows.findIndex(({ row }) => row > after)
    const limit = query.limit ?? 100
    const shown = from < 0 ? [] : rows.slice(from, from + limit)
    const last = shown.at(-1)
    return { rows: shown.map((row) => lineOf(staged, row)), ...(last !== undefined && from + limit < rows.length ? { next: last.row } : {}), count: rows.length }
  }),

  handle(routes.answerStaged, async ({ house, params, body: { answers }, actor }) => {
    const found = await getImport(house.register.read, params.id)
    const staged = await stagedRows(house, found, actor())
    const given = answers.map(({ row, rule, field, reason }, index) => {
      const asked = staged.rows[staged.places.get(row) ?? -1]
      if (asked === undefined) throw new LantaiError('not_found', text(`表中没有第 ${String(row)} 行`, `The table has no row ${String(row)}`), `answers.${String(index)}.row`)
      const whole = fieldOf(row, field)
      if (!asked.findings.some((finding) => finding.rule === rule && finding.severity === 'answer' && (whole === '' || finding.field === whole))) throw new LantaiError('invalid', text(`第 ${String(row)} 行没有要这样说明的问题`, `Row ${String(row)} asks no such question`), `answers.${String(index)}.rule`)
      return { row, rule, field: whole, reason: reason.trim() }
    })
    const changed = await house.register.transact(actor(), (tx) => changeImport(tx, found.id, (stored) => {
      const key = (answer: { readonly row: number; readonly rule: string; readonly field: string }): string => `${String(answer.row)} ${answer.rule} ${answer.field}`
      const fresh = new Map(given.map((answer) => [key(answer), answer]))
      return { ...stored, answers: [...stored.answers.filter((answer) => !fresh.has(key(answer))), ...fresh.values()] }
    }))
    for (const { row } of given) staged.answers.set(row, [])
    for (const { row, rule, field, reason } of changed.stored.answers) if (given.some((answer) => answer.row === row)) staged.answers.get(row)?.push({ rule, field, reason })
    staged.sums = undefined
    return stateOfImport(house, changed)
  }),

  handle(routes.takeStaged, async ({ house, params, body: { rows: wanted, into }, actor }) => {
    const found = await getImport(house.register.read, params.id)
    const staged = await stagedRows(house, found, actor())
    const rows = rowsWanted(staged, wanted)
    if (into === 'case') {
      const draft = await takeIntoCase(house, found, staged, rows, actor())
      return { state: stateOfImport(house, await getImport(house.register.read, found.id)), draft }
    }
    if (rows.length > 0) await takeInJob(house, found, staged, rows, actor())
    return { state: stateOfImport(house, await getImport(house.register.read, found.id)) }
  }),

  handle(routes.dropImport, async ({ house, params, actor }) => {
    await getImport(house.register.read, params.id)
    forgetStaged(house, params.id)
    await house.register.transact(actor(), (tx) => tx.deleteDraft(params.id))
    return { done: true as const }
  }),
]
