import type Database from 'better-sqlite3'
import type { DivorceRow, MarriageRow } from '../../../domain/statistics/cells.ts'
import { cellsOfDivorce, cellsOfMarriage, cellsOfReissue } from '../../../domain/statistics/cells.ts'

/** What counts, told by plain SQL over the rows of the journal alone, up to an entry: nothing of the register's tables or of the code that writes them. */

export interface Counted { readonly day: string; readonly window: string; readonly kind: string; readonly unit: string; readonly hour: number; readonly counter: string; readonly count: number }

/** The journal up to an entry: the day and hour of each, and the last value that a file had of a member before or at an entry. */
const journal = `j AS NOT MATERIALIZED (SELECT seq, at, substr(at, 1, 10) AS entered, CAST(substr(at, 12, 2) AS INTEGER) AS hour, counter, kind, subject, body FROM journal WHERE seq <= :upTo)`
const last = (member: string, window: string, before: string, subject = 'a.subject'): string =>
  `(SELECT coalesce(f.body ->> '$.file.${member}', f.body ->> '$.changes.${member}') FROM j f WHERE f.subject = ${subject} AND f.kind GLOB '${window}.*' AND f.seq <= ${before} AND coalesce(f.body ->> '$.file.${member}', f.body ->> '$.changes.${member}') IS NOT NULL ORDER BY f.seq DESC LIMIT 1)`
const everything = '9e15'

/** Acts that count on the day they name, or on that of their entry. */
const plain: readonly (readonly [action: string, window: string, kind: string, unit: string, day: string, sign?: number, and?: string])[] = [
  ...(['marriage', 'divorce', 'reissue'] as const).flatMap((window) => [
    [`${window}.refused`, window, 'refusal', '件', "body ->> '$.day'"], [`${window}.corrected`, window, 'correction', '件', 'entered'], [`${window}.voided`, window, 'voided', '件', "body ->> '$.day'"],
  ] as const),
  ['marriage.courtVoided', 'marriage', 'courtNote', '件', 'entered'], ['marriage.annulled', 'marriage', 'courtNote', '件', 'entered'], ['marriage.revoked', 'marriage', 'revocation', '件', 'entered'],
  ['divorce.accepted', 'divorce', 'divorceApplication', '件', "body ->> '$.receipt.received'"], ['divorce.withdrawn', 'divorce', 'withdrawal', '件', "body ->> '$.day'"], ['divorce.notAccepted', 'divorce', 'notAccepted', '件', "body ->> '$.day'"],
  ['archive.queried', 'archive', 'query', '件', "body ->> '$.day'"], ['archive.proved', 'archive', 'proof', '件', "body ->> '$.day'"],
  ['waiver.settled', 'burial', 'settlement', '件', "body ->> '$.waiver.day'"], ['waiver.reversed', 'burial', 'settlement', '件', "body ->> '$.day'", -1],
  ['reward.granted', 'burial', 'reward', '件', "body ->> '$.day'"], ['reward.reversed', 'burial', 'reward', '件', "body ->> '$.day'", -1],
  ['plot.interred', 'burial', 'interment', '穴', "body ->> '$.day'"], ['plot.removed', 'burial', 'interment', '穴', "body ->> '$.day'", -1, "body ->> '$.why' = 'wrongGrave'"],
  ['facility.inspected', 'burial', 'facilityInspected', '件', "body ->> '$.day'"], ['illegalGrave.cleared', 'burial', 'illegalCleared', '座', "body ->> '$.day'"],
  ['placeName.received', 'place-names', 'application.received', '件', "body ->> '$.day'"], ['placeName.entered', 'place-names', 'name.entered', '个', "body ->> '$.day'"], ['placeName.signSet', 'place-names', 'sign.set', '块', "body ->> '$.day'"],
  ['plate.mounted', 'place-names', 'plate.mounted', '块', "body ->> '$.day'"], ['address.proved', 'place-names', 'proof.issued', '份', "body ->> '$.day'"],
  ['boundary.inspected', 'place-names', 'boundary.inspected', '条', "body ->> '$.day'"], ['irregularName.settled', 'place-names', 'irregular.settled', '个', "body ->> '$.day'"],
]
const ofPlain = plain.map(([action, window, kind, unit, day, sign = 1, and = '1']) => `SELECT ${day} AS day, '${window}' AS window, '${kind}' AS kind, '${unit}' AS unit, hour, counter, ${sign} AS count FROM j WHERE kind = '${action}' AND ${and}`)

const notVoided = (window: string): string => `NOT EXISTS (SELECT 1 FROM j v WHERE v.subject = a.subject AND v.kind = '${window}.voided')`
const registered = (window: string, kind: string, unit: string): string => `SELECT a.body ->> '$.day', '${window}', ${kind}, '${unit}', a.hour, a.counter, 1 FROM j a WHERE a.kind = '${window}.registered' AND ${notVoided(window)}`

/** A body counts by the counter that took the report, at the moment that the act names. */
const opening = "(SELECT o.counter FROM j o WHERE o.subject = a.subject AND o.kind = 'burial.reported')"
const ofBody = (action: string, kind: string, unit: string, moment: string, and: string): string => `SELECT substr(${moment}, 1, 10), 'burial', ${kind}, ${unit}, CAST(substr(${moment}, 12, 2) AS INTEGER), ${opening}, 1 FROM j a WHERE a.kind = 'burial.${action}' AND ${and}`
const kindNow = last('kind', 'burial', everything)
const kindThen = last('kind', 'burial', 'a.seq')

/** Of names, an entry counts each of the list it holds. */
const listed = (action: string, kind: string, list: string, and = '1'): string => `SELECT a.body ->> '$.day', 'place-names', '${kind}', '个', a.hour, a.counter, 1 FROM j a, json_each(a.body, '${list}') e WHERE a.kind = 'placeName.${action}' AND ${and}`
const answered = "coalesce((SELECT n.body ->> '$.outcome' FROM j n WHERE n.subject = a.subject AND n.kind = 'placeName.filingAnswered' AND n.seq > a.seq ORDER BY n.seq LIMIT 1), 'submitted') IN ('submitted', 'filed')"
const noFurtherFiling = "NOT EXISTS (SELECT 1 FROM j n WHERE n.subject = a.subject AND n.kind = 'placeName.filed' AND n.seq > a.seq)"

const tallies = `WITH ${journal} SELECT day, window, kind, unit, hour, counter, sum(count) AS count FROM (${[
  ...ofPlain,
  registered('marriage', last('kind', 'marriage', everything), '对'), registered('divorce', "'divorce'", '对'),
  registered('reissue', `CASE ${last('certificate', 'reissue', everything)} WHEN 'marriage' THEN 'reissueMarriage' ELSE 'reissueDivorce' END`, '件'),
  ofBody('received', "'bodyReceived'", "'具'", "(a.body ->> '$.arrivedAt')", `${kindNow} = 'body' AND ${notVoided('burial')}`),
  ofBody('vigilHeld', "'vigil'", "'例'", "(a.body ->> '$.from')", `${notVoided('burial')} AND NOT EXISTS (SELECT 1 FROM j n WHERE n.subject = a.subject AND n.kind = a.kind AND n.seq < a.seq)`),
  ofBody('cremated', `CASE ${kindNow} WHEN 'body' THEN 'cremated' ELSE 'otherCremated' END`, `CASE ${kindNow} WHEN 'body' THEN '具' ELSE '件' END`, "(a.body ->> '$.startedAt')", '1'),
  ...(['ashesReleased', 'ashesDeposited', 'placed'] as const).map((verb) => ofBody(verb, `'${verb}'`, "'例'", 'a.at', `${kindThen} = 'body'`)),
  `SELECT a.body ->> '$.day', 'burial', e.value ->> 0, e.value ->> 1, a.hour, a.counter, CASE e.value ->> 1 WHEN '座' THEN 1 ELSE (SELECT coalesce(c.body ->> '$.cells', c.body ->> '$.declaration.cells') FROM j c WHERE c.subject = a.subject AND coalesce(c.body ->> '$.cells', c.body ->> '$.declaration.cells') IS NOT NULL ORDER BY c.seq DESC LIMIT 1) END FROM j a, json_each('[["relocatedGraves","座"],["relocatedCells","穴"]]') e WHERE a.kind = 'relocation.reinterred'`,
  listed('decided', 'name.approved', '$.decisions', "e.value ->> '$.outcome' = 'approved'"), listed('decided', 'name.refused', '$.decisions', "e.value ->> '$.outcome' = 'refused'"),
  listed('filed', 'name.filed', '$.items', `${noFurtherFiling} AND ${answered}`),
  listed('noticed', 'name.published', '$.words', "NOT EXISTS (SELECT 1 FROM j n, json_each(n.body, '$.words') w WHERE n.subject = a.subject AND n.kind = a.kind AND w.value ->> '$.item' = e.value ->> '$.item' AND (n.body ->> '$.day', n.seq) < (a.body ->> '$.day', a.seq))"),
  "SELECT a.body ->> '$.day', 'place-names', 'plate.numbered', '个', a.hour, a.counter, 1 FROM j a, json_each(a.body, '$.rows') e WHERE a.kind = 'plate.numbered' AND e.value ->> '$.state' = 'assigned'",
  "SELECT a.body ->> '$.day', 'place-names', 'plate.numbered', '个', a.hour, a.counter, -1 FROM j a WHERE a.kind = 'plate.cancelled'",
].join(' UNION ALL ')}) GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0 ORDER BY 1, 2, 3, 4, 5, 6`

/** The counts by day, window, kind, unit, hour and counter after an entry. */
export const recountTallies = (db: Database.Database, upTo: number): readonly Counted[] => db.prepare<{ upTo: number }, Counted>(tallies).all({ upTo })

const fullYears = (birth: string, day: string): number => (birth === '' ? Number.NaN : Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0))
interface Party { readonly birth: string; readonly kind: string; readonly maritalStatus: string; readonly education: string; readonly occupation: string }
interface Registered { readonly day: string; readonly area: string; readonly kind: string; readonly parties: string; readonly marriage: string; readonly reason: string }

const couples = (window: 'marriage' | 'divorce'): string => `WITH ${journal} SELECT a.body ->> '$.day' AS day, a.body ->> '$.area' AS area, ${last('kind', window, everything)} AS kind, ${last('parties', window, everything)} AS parties, ${last('marriage', window, everything)} AS marriage, ${last('reason', window, everything)} AS reason FROM j a WHERE a.kind = '${window}.registered' AND ${notVoided(window)}`
const reissues = `WITH ${journal} SELECT a.body ->> '$.day' AS day, a.body ->> '$.area' AS area, ${last('certificate', 'reissue', everything)} AS certificate, ${last('original', 'reissue', everything)} AS original,
  (SELECT p.body -> coalesce(CASE WHEN p.body ->> '$.file' IS NOT NULL THEN '$.file.proxy' END, '$.changes.proxy') FROM j p WHERE p.subject = a.subject AND (p.kind = 'reissue.opened' OR p.body -> '$.changes.proxy' IS NOT NULL) ORDER BY p.seq DESC LIMIT 1) AS proxy,
  (a.body ->> '$.serials[0]' <> '') + (a.body ->> '$.serials[1]' <> '') AS booklets FROM j a WHERE a.kind = 'reissue.registered' AND ${notVoided('reissue')}`
// An end that was lifted again counts for nothing; a judgment or note counts on the day it took effect.
const endings = `WITH ${journal} SELECT CASE a.kind WHEN 'marriage.courtVoided' THEN 'void' ELSE substr(a.kind, 10) END AS kind, coalesce(a.body ->> '$.judgment.effectiveDay', a.body ->> '$.decision.day', a.body ->> '$.day') AS day FROM j a WHERE a.kind IN ('marriage.divorced', 'marriage.courtVoided', 'marriage.annulled', 'marriage.revoked') AND NOT EXISTS (SELECT 1 FROM j l WHERE l.subject = a.subject AND l.kind = 'marriage.endingLifted' AND l.seq > a.seq AND a.kind = 'marriage.divorced' AND l.body ->> '$.caseId' = a.body ->> '$.caseId')`
const acts = (kind: string, day: string): string => `WITH ${journal} SELECT ${day} AS day FROM j a WHERE a.kind = '${kind}'`

/** Cells of the statistics with the day they count on, told from the journal up to an entry. */
export const recountCells = (db: Database.Database, upTo: number): readonly { readonly day: string; readonly cell: string }[] => {
  const all = <R>(sql: string): readonly R[] => db.prepare<{ upTo: number }, R>(sql).all({ upTo })
  const cells: { day: string; cell: string }[] = []
  const add = (day: string, of: readonly string[]): void => void cells.push(...of.map((cell) => ({ day, cell })))
  for (const window of ['marriage', 'divorce'] as const) {
    for (const row of all<Registered>(couples(window))) {
      const [man, woman] = JSON.parse(row.parties) as [Party, Party]
      const couple = { day: row.day, office: row.area, kinds: [man.kind, woman.kind], ages: [fullYears(man.birth, row.day), fullYears(woman.birth, row.day)], education: [man.education, woman.education], occupation: [man.occupation, woman.occupation] } as const
      if (window === 'marriage') add(row.day, cellsOfMarriage({ ...couple, kind: row.kind, statuses: [man.maritalStatus, woman.maritalStatus] } satisfies MarriageRow))
      else add(row.day, cellsOfDivorce({ ...couple, marriageDay: (JSON.parse(row.marriage) as { day: string }).day, reason: row.reason } satisfies DivorceRow))
    }
  }
  for (const row of all<{ day: string; area: string; certificate: 'marriage' | 'divorce'; original: string; proxy: string; booklets: number }>(reissues)) {
    const { caseId, area } = JSON.parse(row.original) as { caseId: string; area: string }
    add(row.day, cellsOfReissue({ day: row.day, certificate: row.certificate, local: caseId !== '' || area === row.area, proxied: row.proxy !== 'null', booklets: row.booklets }))
  }
  for (const { day, kind } of all<{ day: string; kind: string }>(endings)) add(day, [`ending.${kind}`])
  for (const { day } of all<{ day: string }>(acts('divorce.accepted', "a.body ->> '$.receipt.received'"))) add(day, ['application.accepted'])
  for (const { day } of all<{ day: string }>(acts('divorce.withdrawn', "a.body ->> '$.day'"))) add(day, ['withdrawal.total'])
  for (const window of ['marriage', 'divorce', 'reissue']) for (const { day } of all<{ day: string }>(acts(`${window}.corrected`, 'a.entered'))) add(day, [`${window}Corrected.total`])
  return cells
}

/** Sums of some cells that the windows with counts of their own keep, over all days. */
export const recountSums = (db: Database.Database, upTo: number): Readonly<Record<string, number>> => {
  const one = (sql: string): number => db.prepare<{ upTo: number }, number>(`WITH ${journal} ${sql}`).pluck().get({ upTo }) ?? 0
  const bodies = (verb: string): number => one(`SELECT count(DISTINCT a.subject) FROM j a WHERE a.kind = 'burial.${verb}' AND ${kindNow} = 'body' AND ${notVoided('burial')}`)
  return {
    'received.total': bodies('received'), 'cremated.total': bodies('cremated'), 'vigil.total': bodies('vigilHeld'), 'farewell.total': bodies('farewellHeld'),
    'waiver.fen': one("SELECT total(CASE kind WHEN 'waiver.settled' THEN body ->> '$.waiver.waivedFen' ELSE -(body ->> '$.waivedFen') END) FROM j WHERE kind IN ('waiver.settled', 'waiver.reversed')"),
    'reward.fen': one("SELECT total(CASE kind WHEN 'reward.granted' THEN body ->> '$.fen' ELSE -(body ->> '$.fen') END) FROM j WHERE kind IN ('reward.granted', 'reward.reversed')"),
    'application.received.total': one("SELECT count(*) FROM j WHERE kind = 'placeName.received'"), 'name.approved.total': one("SELECT count(*) FROM j a, json_each(a.body, '$.decisions') e WHERE a.kind = 'placeName.decided' AND e.value ->> '$.outcome' = 'approved'"),
    'irregular.found.total': one("SELECT count(*) FROM j WHERE kind = 'irregularName.found'"), 'proof.total': one("SELECT total(CASE kind WHEN 'address.proved' THEN 1 ELSE -1 END) FROM j WHERE kind IN ('address.proved', 'address.withdrawn')"),
  }
}
