import type { Reads, Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import type { Decision } from '../../../domain/case/decide.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { PlaceNameActionKind, PlaceNameBody } from '../../../domain/place-names/case/actions.ts'
import { decideAcceptance, decideAct, decideCorrection, decideDecision, decideFiling, decideNotice, decideProvisional, decideReview, decideSupplement } from '../../../domain/place-names/case/decide.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { reportOf } from '../../../domain/place-names/case/report.ts'
import { checkItemName } from '../../../domain/place-names/case/rules/index.ts'
import { text } from '../../../domain/text.ts'
import { act, type Afterwards } from '../../case/act.ts'
import { decided, stopped } from '../../case/decide.ts'
import { within } from '../../case/fields.ts'
import { requireFiles } from '../../case/intake.ts'
import { requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { may } from '../../permissions.ts'
import type { PlaceNameAct } from '../../schemas/place-names.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { profileOn } from '../profile.ts'
import { caseContextOf, caseOnlyContextOf } from './context.ts'
import { numbered } from './numbers.ts'
import { enterCode, enterCorrection, enterDecision } from './register.ts'
import { placeNameSpec } from './spec.ts'

type Given<K extends PlaceNameAct['kind']> = Extract<PlaceNameAct, { kind: K }>

const notAcceptable = text('还不能受理：请先处理列出的各项，或者一次性告知补正。', 'It cannot be accepted yet: see to what is listed first, or ask for a supplement.')
const notReviewable = text('还不能审核同意：请先处理列出的各项。', 'It cannot be approved on review yet: see to what is listed first.')
const notDecidable = text('还不能登记批准：请先处理列出的各项。', 'The approval cannot be recorded yet: see to what is listed first.')

/** The next id of a kind of thing in a case: letters c1, c2 …, displays d1 …, signs s1 …. */
const nextIn = (letter: string, ids: readonly string[]): string => `${letter}${String(Math.max(0, ...ids.map((id) => Number(/\d+$/u.exec(id)?.[0] ?? 0))) + 1)}`

const plain = <K extends PlaceNameActionKind>(folded: PlaceNameCase, kind: K, body: PlaceNameBody<K>): Action => decideAct(folded, kind, folded.id, body)
/** The body of an act without its kind. */
const bodyOf = <T extends { readonly kind: string }>({ kind: _, ...body }: T): Omit<T, 'kind'> => body

/** What stops a name that is about to be approved: what no reason lifts, looked up anew as the register stands now; two applications for one name end here for the second. */
const findStopped = async (house: House, tx: Reads, folded: PlaceNameCase, given: Given<'decided'>): Promise<readonly Finding[]> => {
  // A name that another body decided upon stands; the report says what is wrong with it.
  if (folded.file.source === 'consultation') return []
  const words = new Map(given.decisions.flatMap((decision) => (decision.outcome === 'approved' ? [[decision.item, decision.words] as const] : [])))
  if (words.size === 0) return []
  const asDecided = { ...folded, file: { ...folded.file, items: folded.file.items.map((item) => { const said = words.get(item.id); return said === undefined ? item : { ...item, name: said.name, spelling: { ...item.spelling, text: said.text, sign: said.sign } } }) } }
  const { names } = await caseContextOf(house, tx, asDecided)
  return asDecided.file.items.flatMap((item) => {
    const context = words.has(item.id) ? names.get(item.id) : undefined
    return context === undefined ? [] : checkItemName(item, context, folded.file.answers).findings.filter(({ severity, outcome }) => severity === 'stop' && outcome === 'fail')
  })
}

const decision = async (house: House, tx: Reads, folded: PlaceNameCase, given: Given<'decided'>): Promise<Action> => {
  const { sameNumber: _, ...context } = await caseOnlyContextOf(house, tx, folded)
  const made = decided(decideDecision(folded, bodyOf(given), context) as Decision<Action>, notDecidable)
  const stops = await findStopped(house, tx, folded, given)
  if (stops.length > 0) throw stopped(stops, stops[0]?.field, notDecidable)
  return made
}

/** What a person attests must be hers to attest, and a fault says what was seen. */
const requireAttestable = async (house: House, tx: Reads, folded: PlaceNameCase, given: Given<'attested'>): Promise<void> => {
  const { context, names } = await caseContextOf(house, tx, folded)
  const { rows } = reportOf(folded, context, names)
  given.attestations.forEach(({ rule, item, result, note }, index) => {
    const row = rows.find((one) => one.rule === rule && one.item === item)
    const field = `attestations.${String(index)}`
    if (row === undefined) throw new LantaiError('invalid', text('报告中没有这一项', 'The report has no such line'), `${field}.rule`)
    if (!row.attestable && result !== 'fail') throw new LantaiError('invalid', text(`“${row.title.zh}”由程序检查，人工只能补记不符合`, `“${row.title.en}” is checked by the program; a person can only add a fault`), `${field}.result`)
    if (result === 'fail' && note.trim() === '') throw new LantaiError('invalid', text('不符合的请写明所见', 'Write down what was seen of a fault'), `${field}.note`)
  })
}

/** The next file number of a fonds and year. */
const nextFileNumber = async (tx: Pick<Reads, 'entries'>, fonds: string, year: number): Promise<number> => {
  let highest = 0
  let before: number | undefined
  do {
    const page = await tx.entries({ kind: 'placeName.archived', limit: 500, ...(before === undefined ? {} : { before }) })
    for (const { action } of page.rows) {
      const body = action.body as PlaceNameBody<'placeName.archived'>
      if (body.fonds === fonds && body.year === year) highest = Math.max(highest, body.fileNumber)
    }
    before = page.next === undefined ? undefined : page.rows.at(-1)?.seq
  } while (before !== undefined)
  return highest + 1
}

/** Stored files that an act points at. */
const filesOf = (given: PlaceNameAct): readonly { readonly field: string; readonly hash: string }[] => {
  switch (given.kind) {
    case 'visited': return given.photos.map((hash, index) => ({ field: `photos.${String(index)}`, hash }))
    case 'reported': return given.report.scans.map((hash, index) => ({ field: `report.scans.${String(index)}`, hash }))
    case 'signSet': return given.photo === '' ? [] : [{ field: 'photo', hash: given.photo }]
    case 'signMended': return given.photo === undefined ? [] : [{ field: 'photo', hash: given.photo }]
    default: return []
  }
}

const requireStored = async (house: House, given: PlaceNameAct): Promise<void> => {
  for (const { field, hash } of filesOf(given)) if (!(await house.register.files.has(hash))) throw new LantaiError('invalid', text('文件没有存上，请重新选择', 'The file was not stored; choose it again'), field)
}

/** An act of the case, decided inside its transaction. */
const decide = async (house: House, tx: Transaction, folded: PlaceNameCase, asked: PlaceNameAct): Promise<Action> => {
  requireCome(house, asked.day)
  const profile = await profileOn(house, tx, asked.day)
  const given = await numbered(tx, profile, folded, asked)
  switch (given.kind) {
    case 'supplementAsked': return decideSupplement(folded, bodyOf(given))
    case 'supplemented': {
      await placeNameSpec.requireIntake(house, given.changes, folded.file)
      return plain(folded, 'placeName.supplemented', bodyOf(given))
    }
    case 'accepted': return decided(decideAcceptance(folded, bodyOf(given), await caseOnlyContextOf(house, tx, folded)) as Decision<Action>, notAcceptable)
    case 'consulted': return plain(folded, 'placeName.consulted', { ...bodyOf(given), consultation: nextIn('c', folded.consultations.map(({ asked: { consultation } }) => consultation)) })
    case 'displayed': return plain(folded, 'placeName.displayed', { ...bodyOf(given), display: nextIn('d', folded.displays.map(({ shown }) => shown.display)) })
    case 'provisionallyNamed': return decideProvisional(folded, bodyOf(given), { profile })
    case 'reviewed': {
      const { context, names } = await caseContextOf(house, tx, folded)
      return decided(decideReview(folded, bodyOf(given), context, names) as Decision<Action>, notReviewable)
    }
    case 'decided': return decision(house, tx, folded, given)
    case 'filed': return decideFiling(folded, bodyOf(given))
    case 'noticed': {
      const { items, ...body } = bodyOf(given)
      return decideNotice(folded, body, items)
    }
    case 'signSet': return plain(folded, 'placeName.signSet', { ...bodyOf(given), sign: nextIn('s', folded.signs.map(({ id }) => id)) })
    case 'attested': {
      await requireAttestable(house, tx, folded, given)
      return plain(folded, 'placeName.attested', bodyOf(given))
    }
    case 'archived': {
      const fonds = given.fonds.trim() === '' ? (await house.office()).fonds : given.fonds.trim()
      return plain(folded, 'placeName.archived', { ...bodyOf(given), fonds, fileNumber: await nextFileNumber(tx, fonds, given.year) })
    }
    default: return plain(folded, `placeName.${given.kind}`, bodyOf(given) as never)
  }
}

/** What an act brings to gazetteer and plates, in its transaction. */
const bring = (house: House, kind: PlaceNameAct['kind']): Afterwards<PlaceNameCase> => async (tx, folded) => {
  if (kind === 'decided' && folded.decision !== null) return enterDecision(house, tx, folded, folded.decision)
  const entry = kind === 'entered' ? folded.entries.at(-1) : undefined
  if (entry !== undefined) return enterCode(tx, folded, entry)
}

/** The acts of a place-name case after it was received, and corrections of what was approved. */
export const placeNameActHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.actOnPlaceNameCase, async (call) => {
    const { house, account, body: { act: given }, params } = call
    const kind = `placeName.${given.kind}`
    const permission = placeNameSpec.permissions[kind]
    if (permission === undefined || !may(account.role, permission)) throw new LantaiError('forbidden', text('您的岗位不能办理此项。', 'Your role may not do this.'))
    const fields = Object.keys(given)
    await within('act', fields, () => requireStored(house, given))
    if (given.kind === 'supplemented') await requireFiles(placeNameSpec, house, given.changes, params.id)
    return act(placeNameSpec, call, kind, (tx, folded) => within('act', fields, () => decide(house, tx, folded, given)), (tx, folded) => within('act', fields, () => bring(house, given.kind)(tx, folded)))
  }),

  handle(routes.correctPlaceNameCase, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    const { day, item, document, reason } = body
    return act(placeNameSpec, call, 'placeName.corrected', (_tx, folded) => {
      requireCome(house, day)
      return decideCorrection(folded, { day, item, document: document.trim(), words: { ...body.words, item } }, { account: account.id, second: second.id, reason })
    }, async (tx, folded) => {
      const last = folded.corrections.at(-1)
      if (last !== undefined) await enterCorrection(tx, folded, { day, item, document: last.document, words: last.words })
    })
  }),
]
