import { isDeepStrictEqual } from 'node:util'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { decideAdoption, decideEnd, type AdoptedPolicy, type PolicyBook } from '../../../domain/waiver/book.ts'
import { inForceOn } from '../../../domain/waiver/dates.ts'
import { runExamples } from '../../../domain/waiver/examples.ts'
import { waiverLibrary } from '../../../domain/waiver/library.ts'
import type { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import { policyFaults } from '../../../domain/waiver/soundness.ts'
import { within } from '../../case/fields.ts'
import { namer } from '../../case/reply.ts'
import { handle, type Handling } from '../../door.ts'
import { notFound } from '../../house.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { bookOf } from './facts.ts'

type Adopted = Pick<AdoptedPolicy, 'policy' | 'adoptedOn' | 'by' | 'second' | 'copiedFrom'>

/** A policy of the library, which nobody has adopted. */
const shipped = (policy: WaiverPolicy): Adopted => ({ policy, adoptedOn: '', by: '', second: '', copiedFrom: '' })

const lineOf = ({ policy, adoptedOn, by, second, copiedFrom }: Adopted, day: string, nameOf: (id: string) => string) => ({
  id: policy.id, series: policy.series, title: policy.title, document: policy.document, documentNumber: policy.documentNumber, source: policy.source, verified: policy.verified, areas: [...policy.areas], from: policy.from, to: policy.to,
  inForce: inForceOn(policy, day) === 'yes', adoptedOn, adoptedBy: nameOf(by), second: nameOf(second), copiedFrom, examples: policy.examples.length,
})

const resultsOf = (policy: WaiverPolicy) => runExamples(policy).map((result) => ({ ...result, differences: [...result.differences] }))

/** A change is a further version with an id of its own: the id of a policy that ships belongs to it as it ships. */
const findCopyFault = (policy: WaiverPolicy, copiedFrom: string, book: PolicyBook): LantaiError | undefined => {
  const original = waiverLibrary.find(({ id }) => id === policy.id)
  if (original !== undefined && !isDeepStrictEqual(original, policy)) return new LantaiError('invalid', text(`${policy.id} 是政策库中的编号，改动过的另立版本，用新的编号`, `${policy.id} is the id of a policy of the library; what is changed is a further version with an id of its own`), 'policy.id')
  if (copiedFrom !== '' && !book.has(copiedFrom) && !waiverLibrary.some(({ id }) => id === copiedFrom)) return new LantaiError('invalid', text(`没有政策 ${copiedFrom}`, `There is no policy ${copiedFrom}`), 'copiedFrom')
  return undefined
}

/** The library, the office's book of policies, and what puts one in force or ends it. */
export const policyHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listPolicies, async ({ house, query }) => {
    const day = query.day ?? house.today()
    const [book, nameOf] = await Promise.all([house.register.read.burial.policies(), namer(house)])
    return { book: book.map((adopted) => lineOf(adopted, day, nameOf)), library: waiverLibrary.map((policy) => lineOf(shipped(policy), day, nameOf)) }
  }),

  handle(routes.getPolicy, async ({ house, params }) => {
    const book = await bookOf(house.register.read)
    const found: Adopted | undefined = book.get(params.policy) ?? waiverLibrary.filter(({ id }) => id === params.policy).map(shipped)[0]
    if (found === undefined) throw notFound('没有这项政策。', 'There is no such policy.')
    return { policy: found.policy, line: lineOf(found, house.today(), await namer(house)), results: resultsOf(found.policy) }
  }),

  handle(routes.checkPolicy, async ({ house, body: { policy } }) => {
    const book = await bookOf(house.register.read)
    const copy = findCopyFault(policy, '', book)
    const faults = [
      ...(book.has(policy.id) ? [{ field: 'id', message: text(`编号 ${policy.id} 已经用过，修改请另立版本`, `The id ${policy.id} is used; a change is a further version`) }] : copy === undefined ? [] : [{ field: 'id', message: copy.text }]),
      ...policyFaults(policy, [...book.values()].map((adopted) => adopted.policy)),
    ]
    return { faults, ready: faults.length === 0, results: resultsOf(policy) }
  }),

  handle(routes.adoptPolicy, async ({ house, body, account, session, actor }) => {
    const { policy, copiedFrom, reason } = body
    // Whoever settles waivers may compare a policy with its document.
    const second = await porter.confirmSecond(account, body.second, 'waiver.settle', session.counter)
    const day = house.today()
    const adopted = await house.register.transact(actor(), async (tx) => {
      const book = await bookOf(tx)
      const fault = findCopyFault(policy, copiedFrom, book)
      if (fault !== undefined) throw fault
      const action = await within('policy', Object.keys(policy), () => decideAdoption(book, policy, { account: account.id, second: second.id, day, copiedFrom, reason }))
      await tx.record(action)
      return { policy, adoptedOn: day, by: account.id, second: second.id, copiedFrom }
    })
    return lineOf(adopted, day, await namer(house))
  }),

  handle(routes.endPolicy, async ({ house, params, body, account, session, actor }) => {
    const second = await porter.confirmSecond(account, body.second, 'waiver.settle', session.counter)
    const ended = await house.register.transact(actor(), async (tx) => {
      await tx.record(decideEnd(await bookOf(tx), params.policy, body.to, { account: account.id, second: second.id, reason: body.reason }))
      return (await bookOf(tx)).get(params.policy)
    })
    if (ended === undefined) throw notFound('没有这项政策。', 'There is no such policy.')
    return lineOf(ended, house.today(), await namer(house))
  }),
]
