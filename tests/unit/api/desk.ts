import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../../../api/index.ts'
import type { Api, ApiOptions, RequestSource } from '../../../api/contract.ts'
import { civilDate, type CivilDate } from '../../../domain/dates.ts'
import type { MarriageFile } from '../../../domain/marriage/file.ts'
import { proofreadFields } from '../../../domain/marriage/proofread.ts'
import { makeCouple, signedDeclaration, type CoupleWish } from '../../../sample/couples.ts'
import { countedNumbers } from '../../../sample/people.ts'
import { pictures } from '../../../sample/pictures.ts'
import { seeded } from '../../../sample/random.ts'
import type { MarriageCase } from '../../../api/schemas/marriage.ts'

export interface Answer<T = Record<string, never>> {
  readonly status: number
  readonly body: T & { readonly error?: { readonly code: string; readonly message: string; readonly text: { zh: string; en: string }; readonly field?: string; readonly findings?: readonly { rule: string }[]; readonly details?: unknown } }
  readonly headers: Headers
  readonly bytes: Uint8Array
}

export type Who = 'clerk1' | 'clerk2' | 'clerk3' | 'manager' | 'admin' | 'audit'

export interface Desk {
  readonly api: Api
  readonly folder: string
  /** The clock of the desk in ms; tests move it. */
  readonly clock: { now: number }
  readonly today: () => CivilDate
  /** Sends anything as it is. */
  send(method: string, path: string, init?: { body?: BodyInit; headers?: Record<string, string>; from?: RequestSource; token?: string }): Promise<Answer>
  /** Asks a route with JSON as a signed-in account. */
  ask<T = Record<string, never>>(who: Who | '', method: string, path: string, body?: unknown): Promise<Answer<T>>
  token(who: Who): Promise<string>
  /** The journal's head, which no refused request may move. */
  head(): Promise<{ seq: number; hash: string }>
  close(): Promise<void>
}

export const passwordOf = (who: string): string => `${who}-sample-1949`
export const origin = 'http://127.0.0.1:4780'
const server: RequestSource = { shell: 'server', remoteAddress: '127.0.0.1' }

/** A desk over an empty register in a folder of its own. */
export const openDesk = async (options: Partial<ApiOptions> = {}): Promise<Desk> => {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-api-'))
  const clock = { now: Date.parse('2026-05-20T02:30:00Z') }
  const api = await createApi({ dataFolder: folder, clock: () => new Date(clock.now), ...options })
  const tokens = new Map<Who, string>()
  const desk: Desk = {
    api, folder, clock,
    today: () => civilDate(new Date(clock.now + 8 * 3_600_000).toISOString().slice(0, 10)),
    async send(method, path, { body, headers = {}, from = server, token } = {}) {
      const response = await api.fetch(new Request(`${origin}${path}`, { method, ...(body === undefined ? {} : { body, duplex: 'half' }), headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers } } as RequestInit), from)
      const bytes = new Uint8Array(await response.arrayBuffer())
      const isJson = (response.headers.get('content-type') ?? '').includes('json')
      return { status: response.status, body: (isJson ? JSON.parse(new TextDecoder().decode(bytes)) : {}) as Answer['body'], headers: response.headers, bytes }
    },
    async ask<T>(who: Who | '', method: string, path: string, body?: unknown) {
      const token = who === '' ? undefined : await desk.token(who)
      return (await desk.send(method, path, { ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }), ...(token === undefined ? {} : { token }) })) as unknown as Answer<T>
    },
    async token(who) {
      const known = tokens.get(who)
      if (known !== undefined) {
        const alive = await desk.send('GET', '/api/session', { token: known })
        if (alive.status === 200 && !(alive.body as unknown as { locked: boolean }).locked) return known
      }
      const made = await desk.send('POST', '/api/session', { body: JSON.stringify({ account: who, password: passwordOf(who) }), headers: { 'content-type': 'application/json' } })
      if (made.status !== 200) throw new Error(`${who} cannot sign in: ${JSON.stringify(made.body)}`)
      const { token } = made.body as unknown as { token: string }
      tokens.set(who, token)
      return token
    },
    async head() {
      // Asked before and after everything, so the session is looked at only when it is refused.
      const token = tokens.get('audit')
      const quick = token === undefined ? undefined : await desk.send('GET', '/api/journal?limit=1', { token })
      const answer = quick?.status === 200 ? quick : await desk.ask('audit', 'GET', '/api/journal?limit=1')
      return (answer.body as unknown as { head: { seq: number; hash: string } }).head
    },
    async close() {
      await api.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return desk
}

/** A desk in the sample office, with its accounts and a few cases. */
export const openSampleDesk = async (cases = 10): Promise<Desk> => {
  const desk = await openDesk()
  const { body } = await desk.ask<{ job: { id: string } }>('', 'POST', '/api/office/sample', { cases })
  for (;;) {
    const job = await desk.ask<{ state: string; error?: unknown }>('', 'GET', `/api/jobs/${body.job.id}`)
    if (job.body.state === 'done') return desk
    if (job.body.state !== 'running') throw new Error(`the sample did not load: ${JSON.stringify(job.body)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const random = seeded(7)
const numbers = countedNumbers()

/** A couple that brought everything, as the clerk types it in. */
export const couple = (desk: Desk, wish: CoupleWish = {}): MarriageFile => makeCouple(random, desk.today(), numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'], ...wish })

const must = <T>(answer: Answer<T>): T => {
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body.error)}`)
  return answer.body
}

export type Case = MarriageCase

/** Opens a case. */
export const opened = async (desk: Desk, file = couple(desk), who: Who = 'clerk1'): Promise<Case> => must(await desk.ask<Case>(who, 'POST', '/api/marriages', { file }))

/** A case that may be decided: declared and checked. */
export const decidable = async (desk: Desk, file = couple(desk), who: Who = 'clerk1'): Promise<Case> => {
  const first = await opened(desk, file, who)
  const declaration = signedDeclaration(desk.today(), `sample-${who}`)
  let now = must(await desk.ask<Case>(who, 'PATCH', `/api/marriages/${first.id}`, { revision: first.revision, changes: { declarations: [declaration, declaration] } }))
  for (const party of [0, 1] as const) {
    now = must(await desk.ask<Case>(who, 'POST', `/api/marriages/${now.id}/network-checks`, { revision: now.revision, party, identity: 'match', maritalStatus: file.parties[party].maritalStatus, note: '', proof: '' }))
  }
  return now
}

/** The next two booklets of the stock. */
export const nextSerials = async (desk: Desk, count = 2): Promise<string[]> => must(await desk.ask<{ serials: string[] }>('clerk1', 'GET', `/api/stock/next?type=marriage&count=${String(count)}`)).serials

export const registered = async (desk: Desk, file = couple(desk), who: Who = 'clerk1'): Promise<Case> => {
  const now = await decidable(desk, file, who)
  return must(await desk.ask<Case>(who, 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: await nextSerials(desk) }))
}

export const proofread = async (desk: Desk): Promise<Case> => {
  const now = await registered(desk)
  return must(await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/proof-reading`, { revision: now.revision, ticked: proofreadFields(now.file).map(({ field }) => field) }))
}

const all = { present: true, identityAsked: true, signed: true, fingerprint: true }
export const bothThere = [all, all]

export const delivered = async (desk: Desk): Promise<Case> => {
  const now = await proofread(desk)
  return must(await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/delivery`, { revision: now.revision, parties: bothThere }))
}

export const second = { account: 'manager', password: passwordOf('manager') }
