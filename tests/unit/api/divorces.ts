import type { Answer as DoorAnswer, Case, Desk, Who } from './desk.ts'
import { bothThere, couple, delivered } from './desk.ts'
import type { DivorceCase } from '../../../api/schemas/divorce.ts'
import type { ReissueCase } from '../../../api/schemas/reissue.ts'
import { emptyDivorceFile, type DivorceFile } from '../../../domain/divorce/file.ts'
import { pictures } from '../../../sample/pictures.ts'

export type Divorce = DivorceCase
export type Reissue = ReissueCase

export const must = <T>(answer: DoorAnswer<T>): T => {
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body.error)}`)
  return answer.body
}

/** Moves the clock of a desk to half past ten of a day. */
export const goTo = (desk: Desk, day: string): void => {
  desk.clock.now = Date.parse(`${day}T10:30:00+08:00`)
}

const asked: Pick<DivorceFile, 'application' | 'counselling'> = {
  application: { together: true, filledOnSpot: true, agreed: 'yes', voluntary: ['yes', 'yes'], capacity: ['full', 'full'], signed: [true, true], fingerprint: [true, true] },
  counselling: { offered: true, taken: false, note: '' },
}

/** A couple married elsewhere that brought everything for its application. */
export const applicants = (desk: Desk): DivorceFile => {
  const { parties, papers } = couple(desk)
  const empty = emptyDivorceFile()
  return {
    ...empty, ...asked, parties: [{ ...parties[0], maritalStatus: '20' }, { ...parties[1], maritalStatus: '20' }], papers: papers.filter(({ type }) => type === 'identity'),
    marriage: { ...empty.marriage, number: '示结字第0500012号', office: '示例市民政局婚姻登记处', day: '2005-10-12', place: 'mainland', certificates: ['shown', 'shown'] },
  }
}

/** The file of a couple married at this desk, begun from the register. */
export const fromRegister = async (desk: Desk, marriage?: Case): Promise<DivorceFile> => {
  const stands = marriage ?? (await delivered(desk))
  const { file } = must(await desk.ask<{ file: DivorceFile }>('clerk1', 'GET', `/api/divorces/from-marriage/${stands.id}`))
  return { ...file, ...asked, papers: stands.file.papers.filter(({ type }) => type === 'identity'), marriage: { ...file.marriage, certificates: ['shown', 'shown'] } }
}

/** Does one act of a case with its revision. */
export const doing = <T extends { id: string; revision: number }>(desk: Desk, base: string, who: Who = 'clerk1') => (now: T, part: string, body: object = {}, method = 'POST') => desk.ask<T>(who, method, `/api/${base}/${now.id}${part === '' ? '' : `/${part}`}`, { revision: now.revision, ...body })

/** Opens an application and checks both over the network. */
export const applied = async (desk: Desk, file: DivorceFile): Promise<Divorce> => {
  let now = must(await desk.ask<Divorce>('clerk1', 'POST', '/api/divorces', { file }))
  for (const party of [0, 1]) now = must(await doing<Divorce>(desk, 'divorces')(now, 'network-checks', { party, identity: 'match', maritalStatus: '20', note: '', proof: '' }))
  return now
}

/** An accepted application, its receipt handed out today. */
export const accepted = async (desk: Desk, file: DivorceFile): Promise<Divorce> => must(await doing<Divorce>(desk, 'divorces')(await applied(desk, file), 'acceptance'))

const signed = (desk: Desk) => ({ voluntary: true, agreed: true, capacity: true, truthful: true, readAloud: true, signed: true, fingerprint: true, signedOn: desk.today() as string, witness: 'sample-clerk1', witnessSigned: true })

/** What both bring when they come for the certificate. */
export const brought = (desk: Desk): Pick<DivorceFile, 'agreement' | 'declarations' | 'photos'> => {
  const [man, woman] = [pictures.men[0], pictures.women[0]].map((picture) => ({ hash: picture?.hash ?? '', width: picture?.width ?? 0, height: picture?.height ?? 0, prints: 2, recent: true, notComposed: true }))
  return {
    agreement: { collected: true, voluntary: true, parties: true, children: 'none', property: 'settled', debts: 'none', pregnancy: 'no', originals: 3, signed: [true, true], fingerprint: [true, true], signedOn: desk.today(), witnessed: true, unaltered: true, identical: true },
    declarations: [signed(desk), signed(desk)],
    photos: [man ?? null, woman ?? null],
  }
}

export const interview = { alone: true, voluntary: true, agreementConfirmed: true, questions: [{ question: '你是否自愿离婚？', answer: '自愿的。' }], readBack: true, signed: true, fingerprint: true }

/** Both came within the window, were questioned alone and signed everything. */
export const decidable = async (desk: Desk, start: Divorce): Promise<Divorce> => {
  const act = doing<Divorce>(desk, 'divorces')
  let now = must(await act(start, 'issuance', { present: [true, true], receipt: 'shown' }))
  for (const party of [0, 1]) now = must(await act(now, 'interviews', { party, interview }))
  return must(await act(now, '', { changes: brought(desk) }, 'PATCH'))
}

/** The next booklets of divorce stock. */
export const divorceSerials = async (desk: Desk, count = 2): Promise<string[]> => must(await desk.ask<{ serials: string[] }>('clerk1', 'GET', `/api/stock/next?type=divorce&count=${String(count)}`)).serials

export const divorced = async (desk: Desk, start: Divorce): Promise<Divorce> => must(await doing<Divorce>(desk, 'divorces')(await decidable(desk, start), 'registration', { serials: await divorceSerials(desk) }))

/** A divorce handed over, of an application accepted today; the clock stands in its window afterwards. */
export const wholeDivorce = async (desk: Desk, file: DivorceFile): Promise<Divorce> => {
  const act = doing<Divorce>(desk, 'divorces')
  const start = await accepted(desk, file)
  goTo(desk, start.dates?.windowOpens ?? '')
  let now = await divorced(desk, start)
  now = must(await act(now, 'proof-reading', { ticked: now.proofreadFields.map(({ field }) => field) }))
  return must(await act(now, 'delivery', { parties: bothThere }))
}

/** Verifies the register: chain, tables made again from the journal, files. */
export const verified = async (desk: Desk): Promise<{ state: string; result?: unknown }> => {
  const { id } = must(await desk.ask<{ id: string }>('audit', 'POST', '/api/verifications'))
  for (;;) {
    const job = must(await desk.ask<{ state: string; result?: unknown }>('audit', 'GET', `/api/jobs/${id}`))
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
