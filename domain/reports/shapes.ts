import { z } from 'zod'

/** What the reports of the office hold: plain data that is stored, hashed, printed and shown. Counts carry their unit, money is fen. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Words = z.strictObject({ zh: z.string().max(2000), en: z.string().max(2000) })
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Where the journal stood. */
export const Head = z.strictObject({ seq: z.int().nonnegative(), hash: z.string().max(64) })
export type Head = z.infer<typeof Head>

/** A count of a window's kind at a counter; `counter` is empty for what no counter did. */
export const CounterCount = z.strictObject({ window: z.string().max(40), kind: z.string().max(60), unit: z.string().max(10), counter: z.string().max(20), count: z.int() })
export type CounterCount = z.infer<typeof CounterCount>

/** The figures of a day as they are frozen when it is closed (日结): by window and counter with unit, cases left open, the blank stock, money waived and rewarded, deadlines that fell on the day. */
export const DayFigures = z.strictObject({
  counts: z.array(CounterCount).max(5000),
  open: z.array(z.strictObject({ window: z.string().max(40), state: z.string().max(60), title: Words, count: z.int() })).max(500),
  stock: z.array(z.strictObject({ type: z.enum(['marriage', 'divorce']), opening: z.int(), received: z.int(), issued: z.int(), reissued: z.int(), spoiled: z.int(), returned: z.int(), closing: z.int() })).max(10),
  money: z.array(z.strictObject({ window: z.string().max(40), kind: z.string().max(60), title: Words, count: z.int(), fen: z.int() })).max(100),
  deadlines: z.array(z.strictObject({ window: z.string().max(40), kind: z.string().max(60), title: Words, count: z.int() })).max(100),
})
export type DayFigures = z.infer<typeof DayFigures>

/** A change to what counts on a day that was closed or past when it was entered, as a signed line; `seq` is the entry that made it. `kind` is the counted kind, `action` the act. */
export const LateLine = z.strictObject({
  seq: z.int(), day, enteredOn: day, window: z.string().max(40), kind: z.string().max(60), unit: z.string().max(10), title: Words, counter: z.string().max(20), count: z.int(), fen: z.int(),
  action: z.string().max(80), subject: z.string().max(80), caseId: z.string().max(80),
})
export type LateLine = z.infer<typeof LateLine>

/** What opens the cases behind a number: the lines or cases of these cells, or the counted kind of a window, within days. */
export const Opening = z.strictObject({ window: z.string().max(40), kind: z.string().max(60).optional(), cells: z.array(z.string().max(200)).max(400).optional(), from: day, to: day })
export type Opening = z.infer<typeof Opening>

export const spans = ['period', 'previous', 'yearBefore', 'toDate'] as const
export type Span = (typeof spans)[number]

const BookCell = z.strictObject({ count: z.number(), fen: z.int().nullable(), share: z.number().nullable(), open: Opening.nullable() })
/** A table of the book: each row has a line a span, of as many cells as there are columns; a table that only knows the period has that line alone. */
export const BookTable = z.strictObject({
  id: z.string().max(80), window: z.string().max(40), title: Words, unit: z.string().max(10),
  columns: z.array(z.strictObject({ id: z.string().max(120), title: Words, unit: z.string().max(10), money: z.boolean() })),
  rows: z.array(z.strictObject({ id: z.string().max(200), title: Words, unit: z.string().max(10).optional(), lines: z.array(z.strictObject({ span: z.enum(spans), cells: z.array(BookCell) })) })),
  identities: z.array(z.strictObject({ name: Words, line: Words, holds: z.boolean() })),
})
export type BookTable = z.infer<typeof BookTable>

/** A line of the summary: one counted kind (or an amount in fen) over the spans; `corrections` are the signed late lines entered in the period for days before it in the same year. `code` is the office's own code of the line in the form that goes up. */
export const Indicator = z.strictObject({
  id: z.string().max(120), window: z.string().max(40), title: Words, unit: z.string().max(10), code: z.string().max(40), money: z.boolean(),
  period: z.number(), previous: z.number(), yearBefore: z.number(), toDate: z.number(), toDateBefore: z.number(), corrections: z.number(), open: Opening.nullable(),
})
export type Indicator = z.infer<typeof Indicator>

/** The tally of a period (月报, 季报, 半年报, 年报): what a manager signs and her bureau takes. */
export const TallyBook = z.strictObject({
  format: z.literal(1),
  officeName: z.string().max(100), area: z.string().max(12), sample: z.boolean(),
  /** Head of the form that goes up: number, approval, maker, approver (settings). */
  form: z.strictObject({ number: z.string().max(20), approval: z.string().max(60), maker: z.string().max(60), approver: z.string().max(60) }),
  kind: z.enum(['month', 'quarter', 'half', 'year', 'other']), from: day, to: day, title: Words,
  previous: z.strictObject({ from: day, to: day }), yearBefore: z.strictObject({ from: day, to: day }), toDate: z.strictObject({ from: day, to: day }),
  windows: z.array(z.strictObject({ id: z.string().max(40), title: Words })),
  indicators: z.array(Indicator), tables: z.array(BookTable),
  /** Lines entered in the period for days before it, and lines entered later for days of the period. */
  late: z.array(LateLine), lateMore: z.int(),
  checks: z.array(z.strictObject({ id: z.string().max(120), name: Words, line: Words, holds: z.boolean() })),
  /** Days of the period with business that are not closed. */
  unclosed: z.array(day),
  /** What a reader must know: unclosed days, a changed clock, a rule or policy that changed in the period, a code of the office that changed, an office without business. */
  notes: z.array(z.strictObject({ id: z.string().max(40), line: Words })),
  /** The paragraph for a work report, in Chinese. */
  paragraph: z.string().max(4000),
  preparer: z.string().max(60), checker: z.string().max(60), at: z.string().max(40), head: Head,
})
export type TallyBook = z.infer<typeof TallyBook>

/** What came of some cases: `attested` of the passed rest on a person's word too (a rule counts them apart from its `pass`); a case that does not apply is in no rate. */
const sums = { passed: z.int(), failed: z.int(), unexamined: z.int(), notApplicable: z.int(), attested: z.int() }
export const ComplianceSums = z.strictObject(sums)
export type ComplianceSums = z.infer<typeof ComplianceSums>

/** What would mend a fault, and whether the law allows it: `correct` (更正), `supplement` (补充材料), `attest` (由人检查确认), `another` (另行办理), `court` (只能由法院或原机关撤销), `none`. */
export const mendingWays = ['correct', 'supplement', 'attest', 'another', 'court', 'none'] as const
export const Mending = z.strictObject({ way: z.enum(mendingWays), allowed: z.boolean(), words: Words, law: Words.nullable() })
export type Mending = z.infer<typeof Mending>

export const FailingCase = z.strictObject({
  window: z.string().max(40), id: z.string().max(80), number: z.string().max(80), day, kind: z.string().max(60), registrar: z.string().max(80), counter: z.string().max(20),
  faults: z.array(z.strictObject({ rule: z.string().max(120), title: Words, message: Words, field: z.string().max(200).optional(), mending: Mending })),
})
export type FailingCase = z.infer<typeof FailingCase>

/** The compliance report (合规报告): every case of the period asked by every rule in force on its day. The rate is passed ÷ examined, examined = passed + failed; nothing is 100 % while anything failed or was not examined. No party's name stands in it. */
export const ComplianceReport = z.strictObject({
  format: z.literal(1),
  officeName: z.string().max(100), area: z.string().max(12), sample: z.boolean(),
  from: day, to: day, windows: z.array(z.strictObject({ id: z.string().max(40), title: Words })),
  /** The civil day by which running terms were judged, the moment of the run, where the journal stood, and the program. */
  today: day, at: z.string().max(40), head: Head, program: z.string().max(40),
  /** Every rule in force within the period with its own version, and the digest of them all. */
  rules: z.strictObject({ digest: hash, list: z.array(z.strictObject({ window: z.string().max(40), rule: z.string().max(120), title: Words, law: Words, from: day, to: day.nullable(), version: z.string().max(64) })) }),
  total: z.int(), ...sums,
  byWindow: z.array(z.strictObject({ window: z.string().max(40), title: Words, ...sums })),
  byKind: z.array(z.strictObject({ window: z.string().max(40), kind: z.string().max(60), title: Words, ...sums })),
  byRegistrar: z.array(z.strictObject({ account: z.string().max(80), name: z.string().max(60), ...sums })),
  byCounter: z.array(z.strictObject({ counter: z.string().max(20), ...sums })),
  byRule: z.array(z.strictObject({ window: z.string().max(40), rule: z.string().max(120), title: Words, law: Words, pass: z.int(), attested: z.int(), fail: z.int(), notApplicable: z.int(), unexamined: z.int() })),
  /** The first failing cases in words, newest first, and every failing case by its id. */
  failing: z.array(FailingCase), failedIds: z.array(z.tuple([z.string().max(40), z.string().max(80)])),
  /** The period before, judged in the same run. */
  previous: z.strictObject({ from: day, to: day, total: z.int(), ...sums, byWindow: z.array(z.strictObject({ window: z.string().max(40), ...sums })) }),
  /** The last stored report of the same period and windows, and what is otherwise now. */
  against: z.strictObject({
    report: z.string().max(80), at: z.string().max(40), content: hash, before: ComplianceSums, mended: z.array(z.tuple([z.string().max(40), z.string().max(80)])), failedNow: z.array(z.tuple([z.string().max(40), z.string().max(80)])), rulesChanged: z.boolean(),
  }).nullable(),
  notes: z.array(z.strictObject({ id: z.string().max(40), line: Words })),
})
export type ComplianceReport = z.infer<typeof ComplianceReport>
