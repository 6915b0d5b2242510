import type { JournalEntry } from '../../domain/action.ts'
import { deceasedIdentityTypes } from '../../domain/burial/certificate.ts'
import type { PlotAction, PlotActionOf } from '../../domain/burial/placement/actions.ts'
import type { Cemetery } from '../../domain/burial/placement/cemetery.ts'
import { getPlot as getPlace } from '../../domain/burial/placement/cemetery.ts'
import type { Contract, Plot } from '../../domain/burial/placement/fold.ts'
import { applyPlot, contractOn, occupantsOn, plotStateOn, reservationOn, termEnd, untouched } from '../../domain/burial/placement/fold.ts'
import { requireSecondPerson } from '../../domain/case/second.ts'
import { LantaiError } from '../../domain/error.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import { soundColumns } from '../case/columns.ts'
import type { Connection, Reader, Value } from '../connection.ts'
import { violates } from '../errors.ts'
import { hourOf, tally } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { phoneColumn } from './columns.ts'
import { useNumber, withdrawNumber } from './numbers.ts'
import { findRecord } from './records.ts'

/** Plots and niches: each kept as its acts left it, with the columns a board and a search need; who lies where has rows of its own. */

const changing = ['revision', 'latest', 'occupants', 'blocked', 'contracted', 'disinterred', 'vacated', 'reserved_until', 'until', 'holder', 'holder_pinyin', 'holder_number', 'phone', 'agreement', 'content'] as const
const sql = {
  get: 'SELECT key, capacity, content FROM burial_plot WHERE id = ?',
  add: `INSERT INTO burial_plot (key, id, cemetery, section, position, capacity, ${changing.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ${changing.map(() => '?').join(', ')})`,
  change: `UPDATE burial_plot SET ${changing.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  inter: "INSERT INTO burial_interred (key, plot_key, interment, deceased, pinyin, deceased_key, identity_number, case_id, how, certificate, day, removed_on, removed_why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
  remove: 'UPDATE burial_interred SET removed_on = ?, removed_why = ? WHERE plot_key = ? AND interment = ?',
} as const

interface Touched { readonly key: number; readonly capacity: number; readonly content: string }

const endOf = (contract: Contract, plot: Plot): string => termEnd(contract, plot.latest)

/** The columns of a plot as it stands after its latest act; a reservation alone ends by itself. */
const columnsOf = (plot: Plot, capacity: number): readonly Value[] => {
  const day = plot.latest
  const state = plotStateOn(plot, capacity, day)
  const contract = contractOn(plot, day)
  const reservation = reservationOn(plot, day)
  const holder = contract?.holder ?? reservation?.holder
  return [
    plot.revision, day, occupantsOn(plot, day).length, state === 'blocked' ? 1 : 0, contract === undefined ? 0 : 1, state === 'disinterred' ? 1 : 0, state === 'vacated' ? 1 : 0,
    reservation?.until ?? '', contract === undefined ? '' : endOf(contract, plot), holder?.name ?? '', soundColumns(holder?.pinyin ?? '').pinyin, normaliseIdentityNumber(holder?.identityNumber ?? ''), phoneColumn(holder?.phone ?? ''), contract?.agreement ?? '', canonicalJson(plot),
  ]
}

/** Capacity of a plot that nobody has touched yet; throws `not_found` for one that its cemetery does not have. */
const capacityOf = (db: Connection, id: string): number => {
  const cemetery = findRecord<Cemetery>(db, 'cemetery', id.slice(0, Math.max(0, id.indexOf('/'))))?.value
  if (cemetery === undefined) throw new LantaiError('not_found', text(`没有墓位（格位）${id}`, `There is no plot or niche ${id}`), 'plot')
  return getPlace(cemetery, id).section.capacity
}

const quicker = (until: string): LantaiError => new LantaiError('conflict', text(`墓位已经预留到 ${until}`, `The plot is reserved until ${until}`), 'plot', { until })

/** What is asked of a plot beside its fold: the room in it, and that of several who reserve at once the first wins. */
const allow = (plot: Plot, capacity: number, entry: JournalEntry, action: PlotAction): void => {
  const { day } = action.body
  if (action.kind === 'plot.reserved') {
    const holding = reservationOn(plot, day < plot.latest ? plot.latest : day)
    if (holding !== undefined) throw quicker(holding.until)
    if (action.body.until < day) throw new LantaiError('invalid', text('预留期限早于当日', 'The reservation ends before it begins'), 'until')
  }
  // Wrong graves are put right by two persons, everything else by one.
  if (action.kind === 'plot.removed' && action.body.why === 'wrongGrave') requireSecondPerson({ account: entry.actor, second: action.second ?? '', reason: action.reason ?? '' })
  if (action.kind === 'plot.interred') {
    const lying = occupantsOn(plot, day)
    if (lying.some(({ key }) => key === action.body.key)) throw new LantaiError('conflict', text('这位逝者已经安葬在此', 'This person lies there already'), 'key')
    if (lying.length >= capacity) throw new LantaiError('wrong_state', text(`墓位已满（${capacity}）`, `The plot is full (${capacity})`), 'plot')
  }
}

const inter = (db: Connection, entry: JournalEntry, plotKey: number, body: PlotActionOf<'plot.interred'>['body']): void => {
  const [type = '', ...rest] = body.key.split(':')
  const number = (deceasedIdentityTypes as readonly string[]).includes(type) ? normaliseIdentityNumber(rest.join(':')) : ''
  db.prepare(sql.inter).run(entry.seq, plotKey, body.interment, body.deceased, soundColumns(body.pinyin ?? '').pinyin, body.key, number, body.caseId, body.how, body.certificate, body.day)
  useNumber(db, entry, { number: body.certificate, paper: 'JAZ', subject: body.caseId === '' ? entry.action.subject : body.caseId, day: body.day, again: body.caseId !== '' })
}

const countInterment = (db: Connection, entry: JournalEntry, day: string, by: 1 | -1): void => tally(db, entry, { day, window: 'burial', kind: 'interment', unit: '穴', hour: hourOf(entry.at), counter: entry.counter }, by)

/** Any act on a plot; throws as `applyPlot` does, `conflict` where somebody was quicker or lies there already, `wrong_state` once it is full, `not_found` for a plot that no cemetery has. */
export const plotChanged: Applier = (db, entry) => {
  const action = entry.action as PlotAction
  const id = action.subject
  const row = db.prepare<Touched>(sql.get).get(id)
  const before = row === undefined ? untouched(id) : (JSON.parse(row.content) as Plot)
  const capacity = row?.capacity ?? capacityOf(db, id)
  allow(before, capacity, entry, action)
  const after = applyPlot(before, { ...entry, action })
  const key = row?.key ?? entry.seq
  try {
    if (row === undefined) {
      const [cemetery = '', section = '', ...rest] = id.split('/')
      db.prepare(sql.add).run(key, id, cemetery, section, [section, ...rest].join('/'), capacity, ...columnsOf(after, capacity))
    } else db.prepare(sql.change).run(...columnsOf(after, capacity), key)
  } catch (error) {
    if (violates(error, 'burial_plot_within_capacity')) throw new LantaiError('wrong_state', text(`墓位已满（${capacity}）`, `The plot is full (${capacity})`), 'plot')
    throw error
  }
  if (action.kind === 'plot.contracted') useNumber(db, entry, { number: action.body.agreement, paper: 'GZ', subject: id, day: action.body.day })
  if (action.kind === 'plot.interred') {
    inter(db, entry, key, action.body)
    countInterment(db, entry, action.body.day, 1)
  }
  if (action.kind === 'plot.removed') {
    const { interment, day, why } = action.body
    db.prepare(sql.remove).run(day, why, key, interment)
    if (why !== 'wrongGrave') return
    // Put right, not moved: the certificate is taken back and the interment counts once, in the right plot.
    const wrong = before.interments.find((found) => found.interment === interment && found.removed === null)
    if (wrong !== undefined) withdrawNumber(db, wrong.certificate, wrong.caseId === '' ? id : wrong.caseId, entry.action.reason ?? '')
    countInterment(db, entry, day, -1)
  }
}

/** The plot with its fold; untouched where nothing was recorded. */
export const getPlot = (db: Reader, id: string): Plot => {
  const row = db.prepare<Touched>(sql.get).get(id)
  return row === undefined ? untouched(id) : (JSON.parse(row.content) as Plot)
}
