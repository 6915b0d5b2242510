import { beginningWith, columnTexts, personTexts } from '../case/search.ts'
import type { Hit } from '../case/search.ts'
import { identityTail } from '../case/columns.ts'
import type { Reader } from '../connection.ts'
import type { SearchHit, SearchKind } from '../contract.ts'
import type { Query } from '../search.ts'
import { pastPrefix, readQuery } from '../search.ts'
import type { PlotColumns } from './contract.ts'
import { plotColumns, plotRow } from './board.ts'
import type { PlotRow } from './board.ts'

/** Looks for cases and plots by every reading of what was typed. */

const cases = 'burial_case'
const starting = (table: string, column: string): string => `SELECT key, ${column} AS value FROM ${table} WHERE ${column} <> '' AND ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`
const interred = (column: string): string => `SELECT plot_key AS key, ${column} AS value FROM burial_interred WHERE ${column} <> '' AND ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`

const sql = {
  name: columnTexts(cases, 'name'), pinyin: columnTexts(cases, 'pinyin'), initials: columnTexts(cases, 'initials'), identity_number: columnTexts(cases, 'identity_number'),
  agent: columnTexts(cases, 'agent', " AND agent <> ''"), agent_pinyin: columnTexts(cases, 'agent_pinyin', " AND agent_pinyin <> ''"),
  ...personTexts(cases),
  phone: columnTexts(cases, 'phone', " AND phone <> ''"), certificate: starting(cases, 'certificate_number'),
  numberExact: 'SELECT subject, number AS value FROM burial_number WHERE number = ?',
  numbers: 'SELECT subject, number AS value FROM burial_number WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?',
  caseKey: 'SELECT key FROM burial_case WHERE id = ?',
  plotKey: 'SELECT key FROM burial_plot WHERE id = ?',
  case: 'SELECT id, name, state, number, cremation_number, cremated_on, elsewhere_on, opened_at FROM burial_case WHERE key = ?',
  plotId: "SELECT key, id AS value FROM burial_plot WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
  position: starting('burial_plot', 'position'), holder: starting('burial_plot', 'holder'), holderPinyin: starting('burial_plot', 'holder_pinyin'), holderNumber: starting('burial_plot', 'holder_number'), holderPhone: starting('burial_plot', 'phone'), agreement: starting('burial_plot', 'agreement'),
  lyingName: interred('deceased'), lyingPinyin: interred('pinyin'), lyingNumber: interred('identity_number'), lyingCertificate: interred('certificate'),
  plot: `SELECT ${plotColumns} FROM burial_plot WHERE key = ?`,
  lying: "SELECT deceased FROM burial_interred WHERE plot_key = ? AND removed_on = '' ORDER BY key",
  // Somebody of a case of this register is found by the case.
  lyingWithCase: "SELECT 1 FROM burial_interred WHERE plot_key = ? AND removed_on = '' AND case_id <> '' LIMIT 1",
} as const

interface Found { readonly on: 'case' | 'plot'; readonly key: number; readonly matched: SearchKind; readonly value: string }
type Reading = () => readonly Found[]

const found = (on: Found['on'], rows: readonly Hit[], matched: SearchKind): readonly Found[] => rows.map(({ key, value }) => ({ on, key, matched, value }))
const from = (db: Reader, text: string, beginning: string, limit: number): readonly Hit[] => (beginning === '' ? [] : db.prepare<Hit>(text).all(beginning, pastPrefix(beginning), limit))

/** By the number of any paper of this register: the case or the plot that carries it. */
const byNumber = (db: Reader, typed: string, limit: number): readonly Found[] => {
  if (typed === '') return []
  const number = typed.toUpperCase()
  const whole = db.prepare<{ subject: string; value: string }>(sql.numberExact).all(number)
  return (whole.length > 0 ? whole : db.prepare<{ subject: string; value: string }>(sql.numbers).all(number, pastPrefix(number), limit)).flatMap(({ subject, value }): readonly Found[] => {
    const on = subject.includes('/') ? 'plot' : 'case'
    const row = db.prepare<{ key: number }>(on === 'plot' ? sql.plotKey : sql.caseKey).get(subject)
    return row === undefined ? [] : [{ on, key: row.key, matched: 'number', value }]
  })
}

const plotReadings = (db: Reader, query: Query, limit: number): readonly Reading[] => {
  const { oldNumber, name, sound, identityNumber, phone } = query
  // A place is written with slashes or dashes: 甲区/3/12, 甲区-3-12.
  const place = /[/-]/.test(oldNumber) ? oldNumber.replaceAll('-', '/') : ''
  return [
    () => found('plot', [...(place === '' ? [] : from(db, sql.plotId, oldNumber, limit)), ...(place === '' ? [] : from(db, sql.position, place, limit)), ...from(db, sql.position, oldNumber.includes('/') ? oldNumber : '', limit)], 'plot'),
    () => found('plot', from(db, sql.agreement, oldNumber, limit), 'number'),
    () => found('plot', from(db, sql.lyingCertificate, oldNumber, limit), 'number'),
    () => found('plot', [...from(db, sql.lyingName, name, limit), ...from(db, sql.holder, name, limit)], 'name'),
    () => found('plot', [...from(db, sql.lyingNumber, identityNumber, limit), ...from(db, sql.holderNumber, identityNumber, limit)], 'identityNumber'),
    () => found('plot', from(db, sql.holderPhone, phone, limit), 'phone'),
    () => found('plot', [...from(db, sql.lyingPinyin, sound, limit), ...from(db, sql.holderPinyin, sound, limit)], 'pinyin'),
  ]
}

/** Every reading in order, the best first; a case or plot comes once, by its best match. */
const gather = (readings: readonly Reading[], limit: number): readonly Found[] => {
  const seen = new Set<string>()
  const hits: Found[] = []
  for (const read of readings) {
    if (hits.length >= limit) break
    for (const hit of read()) {
      const id = `${hit.on} ${hit.key}`
      if (hits.length >= limit || seen.has(id)) continue
      seen.add(id)
      hits.push(hit)
    }
  }
  return hits
}

const lyingIn = (db: Reader, plot: number): readonly string[] => db.prepare<{ deceased: string }>(sql.lying).all(plot).map(({ deceased }) => deceased)

interface CaseColumns { readonly id: string; readonly name: string; readonly state: string; readonly number: string; readonly cremation_number: string; readonly cremated_on: string; readonly elsewhere_on: string; readonly opened_at: string }
const hitOf = (db: Reader, { on, key, matched, value }: Found): readonly SearchHit[] => {
  if (on === 'case') {
    const row = db.prepare<CaseColumns>(sql.case).get(key)
    return row === undefined ? [] : [{ window: 'burial', caseId: row.id, matched, value, title: row.name, state: row.state, day: row.cremated_on !== '' ? row.cremated_on : row.elsewhere_on !== '' ? row.elsewhere_on : row.opened_at.slice(0, 10), number: row.number !== '' ? row.number : row.cremation_number }]
  }
  const row = db.prepare<PlotRow>(sql.plot).get(key)
  if (row === undefined) return []
  const plot = plotRow(row)
  const lying = lyingIn(db, key)
  return [{ window: 'burial', caseId: plot.id, matched, value, title: lying.length > 0 ? lying.join(' ') : plot.holder, state: row.state, day: plot.until, number: plot.agreement }]
}

/** Searches cases of the window, then the plots that no case of it leads to; the id of a plot holds slashes. */
export const searchBurials = (db: Reader, query: Query, limit: number): readonly SearchHit[] => {
  const { name, sound, identityNumber, identityEnd, phone, oldNumber, numbers } = query
  const readings: readonly Reading[] = [
    () => byNumber(db, oldNumber, limit),
    () => numbers.flatMap((number) => byNumber(db, number, limit)),
    () => (identityNumber === '' ? [] : found('case', beginningWith(db, sql.identity_number, identityNumber, limit), 'identityNumber')),
    () => (identityEnd === '' ? [] : found('case', db.prepare<Hit>(sql.tail).all(identityTail(identityEnd)).filter(({ value }) => value.endsWith(identityEnd)), 'identityNumber')),
    () => (phone === '' ? [] : found('case', beginningWith(db, sql.phone, phone, limit), 'phone')),
    () => found('case', from(db, sql.certificate, oldNumber === '' ? identityNumber : oldNumber.toUpperCase(), limit), 'number'),
    () => (name === '' ? [] : found('case', beginningWith(db, sql.name, name, limit), 'name')),
    () => (sound === '' ? [] : found('case', beginningWith(db, sql.pinyin, sound, limit), 'pinyin')),
    () => (sound === '' || sound.length > 6 ? [] : found('case', beginningWith(db, sql.initials, sound, limit), 'initials')),
    () => (name === '' ? [] : found('case', beginningWith(db, sql.agent, name, limit), 'agent')),
    () => (sound === '' ? [] : found('case', beginningWith(db, sql.agent_pinyin, sound, limit), 'agent')),
    ...plotReadings(db, query, limit).map((read) => () => read().filter(({ key, matched }) => matched === 'plot' || matched === 'number' || db.prepare(sql.lyingWithCase).get(key) === undefined)),
    // A given name typed alone: only among recent cases, where it is looked for most.
    () => (name === '' ? [] : found('case', db.prepare<Hit>(sql.inside).all(name, limit), 'name')),
  ]
  return gather(readings, limit).flatMap((hit) => hitOf(db, hit))
}

/** Plots by holder, by who lies there, by agreement, certificate, telephone or place. */
export const findPlots = (db: Reader, typed: string, limit: number): readonly (PlotColumns & { readonly lying: readonly string[] })[] => {
  const query = readQuery(typed)
  const hits = gather([() => byNumber(db, query.oldNumber, limit).filter(({ on }) => on === 'plot'), ...plotReadings(db, query, limit)], limit)
  return hits.flatMap(({ key }) => {
    const row = db.prepare<PlotRow>(sql.plot).get(key)
    return row === undefined ? [] : [{ ...plotRow(row), lying: lyingIn(db, key) }]
  })
}
