import type { z } from 'zod'
import type { Reads } from '../../../db/contract.ts'
import type { ProofRow } from '../../../db/place-names/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { findStandardName } from '../../../domain/place-names/gazetteer/entity.ts'
import { checkProof, decideProof, decideWithdrawal, proofSentence, writeAddress, type ProofFacts } from '../../../domain/place-names/plates/address.ts'
import type { AddressActionOf } from '../../../domain/place-names/plates/actions.ts'
import { fullLabel, type Plate, type PlateBook } from '../../../domain/place-names/plates/book.ts'
import { formatPlate, type PlateNumber } from '../../../domain/place-names/plates/number.ts'
import type { Finding } from '../../../domain/rule.ts'
import { text } from '../../../domain/text.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { decided } from '../../case/decide.ts'
import { requireCome } from '../../case/records.ts'
import { handle, type Call, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { maskName } from '../../masks.ts'
import { loadPapers, pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import type { ProofLine } from '../../schemas/plates.ts'
import { allotDocument } from '../documents.ts'
import { divisionsOf, readNumbered } from '../plates/standing.ts'
import { profileOn } from '../profile.ts'
import { textsOf } from '../texts.ts'

type Asked = Pick<AddressActionOf<'address.proved'>['body'], 'day' | 'applicant' | 'owner' | 'entityId' | 'key' | 'standard' | 'forms' | 'signer'> & { readonly answers: ProofFacts['answers'] }

/** Numbers that a plate had before, latest last: it may have been renumbered more than once. */
const formerNumbers = (book: PlateBook, key: string): readonly Plate[] => {
  const found = book.renumbered.findLast(({ to }) => to === key)
  const before = found === undefined ? undefined : book.plates.findLast((plate) => plate.key === found.from)
  return before === undefined || found === undefined ? [] : [...(found.from === key ? [] : formerNumbers({ ...book, renumbered: book.renumbered.slice(0, book.renumbered.indexOf(found)) }, found.from)), before]
}

const gateOf = (book: PlateBook | undefined, plate: Plate | undefined): Plate | undefined => (plate === undefined || plate.type === 'gate' || plate.within === '' ? plate : gateOf(book, book?.plates.find(({ key }) => key === plate.within)))
const numberOf = (plate: Plate | undefined): PlateNumber | undefined => (plate?.type === 'gate' ? { number: plate.number, sub: plate.sub } : undefined)

interface Known { readonly standard: string; readonly facts: ProofFacts }

/** What the register knows of the place: its standard address and what it was called and numbered before; throws `not_found`, `wrong_state` at the field. */
const knownOf = async (reads: Pick<Reads, 'placeNames'>, { entityId, key, standard, day, answers }: Asked): Promise<Known> => {
  const { entity, book } = await readNumbered(reads, entityId).catch((error: unknown) => {
    throw error instanceof LantaiError && error.code === 'not_found' ? new LantaiError('not_found', error.text, 'entityId') : error
  })
  const name = findStandardName(entity)
  if (name === undefined || entity.state === 'removed') throw new LantaiError('wrong_state', text('该地名没有标准地名或者已经注销，不能作为标准地址', 'It has no standard name, or was removed; no standard address can be made of it'), 'entityId')
  const plate = key === '' ? undefined : book?.plates.find((one) => one.key === key && one.standing !== 'cancelled')
  if (key !== '' && (plate === undefined || book === undefined)) throw new LantaiError('not_found', text('没有这个门牌号，或者已经注销', 'There is no such number, or it was cancelled'), 'key')
  if (plate?.standing === 'reserved') throw new LantaiError('wrong_state', text(`${plate.label}是预留号，还没有编给门户`, `${plate.label} is reserved and belongs to no house yet`), 'key')
  const gate = gateOf(book, plate)
  const numbers = book === undefined || plate === undefined ? [] : formerNumbers(book, gate?.key ?? plate.key)
  const formerNames = [...new Set([...entity.names.filter(({ standing, name: one }) => one !== name.name && (standing === 'former' || standing === 'alias' || standing === 'shortName' || standing === 'historic')).map(({ name: one }) => one), ...(book?.names ?? []).map(({ name: one }) => one)])].filter((one) => one !== name.name)
  return {
    standard: standard.trim() !== '' ? standard.trim() : writeAddress({ divisions: divisionsOf(entity, day), place: name.name, number: book === undefined || plate === undefined ? '' : fullLabel(book, plate) }),
    facts: { standard: { name: name.name, number: numberOf(gate) }, formerNames, formerNumbers: numbers.flatMap((one) => numberOf(one) ?? []), answers },
  }
}

const bodyOf = ({ day, applicant, owner, entityId, key, forms, signer }: Asked, standard: string, number: string) => ({ day, number, applicant, owner, entityId, key, standard, forms, signer })

const lineOf = async (house: House, { number, day, body, withdrawn, by }: ProofRow): Promise<z.infer<typeof ProofLine>> => ({ number, day, applicant: body.applicant, owner: body.owner, standard: body.standard, forms: body.forms, sentence: body.sentence, withdrawn, byName: await house.nameOf(by) })

/** Names of persons are masked in lists; a unit's name is nobody's secret. */
const masked = (name: string): string => ([...name].length <= 4 || name.includes('·') ? maskName(name) : name)
const maskedLine = (line: z.infer<typeof ProofLine>): z.infer<typeof ProofLine> => ({ ...line, applicant: masked(line.applicant), owner: masked(line.owner), sentence: line.sentence.replaceAll(line.owner, masked(line.owner)) })

const getProof = async (reads: Pick<Reads, 'placeNames'>, number: string): Promise<ProofRow> => {
  const found = await reads.placeNames.findProof(number)
  if (found === undefined) throw new LantaiError('not_found', text('没有这份地名证明', 'There is no such proof'), 'number')
  return found
}

/** The request for a proof as PDF; a withdrawn one says so. */
export const proofPaperRequest = async (house: House, reads: Reads, number: string): Promise<PaperRequest> => {
  const { body, withdrawn, by, day } = await getProof(reads, number)
  const [office, profile] = await Promise.all([house.office(), profileOn(house, reads, day)])
  return { paper: 'place-names.proof', record: { body, withdrawnOn: withdrawn?.day ?? '', officeName: profile.officeName, registrarName: await house.nameOf(by), sample: office.sample }, ...textsOf(office, 'place-names.proof') }
}

/** Whose property it is stands on a proof: every look is on record, once a session. */
const viewed = async ({ house, session, actor }: Pick<Call<unknown, unknown, unknown>, 'house' | 'session' | 'actor'>, number: string): Promise<void> => {
  if (session.viewed.has(number)) return
  await house.register.transact(actor(), (tx) => tx.record({ kind: 'record.viewed', subject: number, body: { caseId: number.slice(0, 64), what: 'addressProof', purpose: '' } }))
  session.viewed.add(number)
}

const rule = 'place-names.address-proof'
/** What would refuse the proof outright, as a finding of the check. */
const asFinding = (error: LantaiError, like: readonly Finding[]): Finding => ({ rule, severity: 'stop', outcome: 'fail', title: like[0]?.title ?? text('地名证明', 'Proof of an address'), message: error.text, law: like[0]?.law ?? text('本机关规定', 'The office’s own rules'), ...(error.field === undefined ? {} : { field: error.field }) })

const blocked = text('还不能出具：请先处理列出的各项。', 'It cannot be issued yet: see to what is listed first.')
const blankForm = ({ forms }: Asked): void => {
  const at = forms.findIndex(({ written }) => written.trim() === '')
  if (at >= 0) throw new LantaiError('invalid', text('请填写地址的写法', 'Enter how the address is written'), `forms.${String(at)}.written`)
}

/** Proofs that several written forms of an address are one property (地名证明). */
export const proofHandlings: readonly Handling[] = [
  handle(routes.listProofs, async (call) => {
    const { house, query } = call
    const { text: asked, from, to, entityId, after, limit } = query
    // Asked for by its number it is that proof, with the look at it on record; a list is masked.
    const one = asked === undefined ? undefined : await house.register.read.placeNames.findProof(asked.trim())
    if (one !== undefined) {
      await viewed(call, one.number)
      return { rows: [await lineOf(house, one)] }
    }
    const page = await house.register.read.placeNames.proofs({ ...(asked === undefined ? {} : { text: asked }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(entityId === undefined ? {} : { entityId }), ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    return { rows: await Promise.all(page.rows.map(async (row) => maskedLine(await lineOf(house, row)))), ...(page.next === undefined ? {} : { next: page.next }) }
  }),

  handle(routes.checkProof, async ({ house, body }) => {
    const { standard, facts } = await knownOf(house.register.read, body)
    const checked = checkProof(standard, body.forms, facts)
    let extra: readonly Finding[] = []
    try {
      blankForm(body)
      decideProof(bodyOf(body, standard, '-'), facts)
    } catch (error) {
      if (!(error instanceof LantaiError)) throw error
      extra = [asFinding(error, checked.findings)]
    }
    return { standard, sentence: proofSentence(body.owner, standard, body.forms), findings: [...checked.findings, ...extra], ready: checked.ready && extra.length === 0, formerNames: [...facts.formerNames], formerNumbers: facts.formerNumbers.map((number) => formatPlate(number)) }
  }),

  handle(routes.issueProof, async ({ house, body, actor }) => {
    requireCome(house, body.day)
    blankForm(body)
    return house.register.transact(actor(), async (tx) => {
      const { standard, facts } = await knownOf(tx, body)
      // What stands in the way is told before a number is allotted.
      decided(decideProof(bodyOf(body, standard, '-'), facts), blocked)
      const number = await allotDocument(tx, await profileOn(house, tx, body.day), 'proof', { typed: body.number, day: body.day, field: 'number' })
      await tx.record(decided(decideProof(bodyOf(body, standard, number), facts), blocked))
      return lineOf(house, await getProof(tx, number))
    })
  }),

  handle(routes.withdrawProof, async ({ house, body, actor }) => {
    requireCome(house, body.day)
    return house.register.transact(actor(), async (tx) => {
      const { number, day, withdrawn } = await getProof(tx, body.number)
      await tx.record({ ...decideWithdrawal({ number, day, withdrawn: withdrawn !== null }, { day: body.day, reason: body.reason.slice(0, 200) }), reason: body.reason })
      return lineOf(house, await getProof(tx, number))
    })
  }),

  handle(routes.getProofPaper, async (call) => {
    const { house, query, request } = call
    const wanted = await proofPaperRequest(house, house.register.read, query.number)
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    await viewed(call, query.number)
    return pdfResponse(request, bytes, `${getPaper('place-names.proof').title.zh}-${query.number}`, paperCode(wanted).digest)
  }),
]

