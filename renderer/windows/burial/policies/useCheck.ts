import { useEffect, useState } from 'react'
import { runExamples } from '../../../../domain/waiver/examples.ts'
import { policyFaults } from '../../../../domain/waiver/soundness.ts'
import type { WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { call, type Reply } from '../../../shared/client.ts'
import { titleFaults, waiverShapeFaults } from './drafts.ts'
import type { DraftStore, Fault } from '../../../shared/draft.ts'

export interface Checked {
  /** The draft that was checked; another one is still on its way. */
  readonly of: WaiverPolicy | undefined
  readonly ready: boolean
  /** It is written as a policy is, so that it can be quoted. */
  readonly sound: boolean
  readonly results: Reply<'checkPolicy'>['results']
  readonly failure: unknown
}

/** What the domain says of a draft that is not yet written as a policy is; nothing where it cannot be read that far. */
const ownFaults = (policy: WaiverPolicy): { readonly faults: readonly Fault[]; readonly results?: Checked['results'] } => {
  try {
    return { faults: policyFaults(policy, []), results: runExamples(policy).map((result) => ({ ...result, differences: [...result.differences] })) }
  } catch {
    return { faults: [] }
  }
}

/** Checks a draft a moment after the last key: what is wrong is put at its fields, and every example is worked again. */
export const useCheck = (store: DraftStore<WaiverPolicy>, policy: WaiverPolicy, again: number, pause = 250): Checked => {
  const [checked, setChecked] = useState<Checked>({ of: undefined, ready: false, sound: false, results: [], failure: null })
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const shape = waiverShapeFaults(policy)
      const unnamed = titleFaults(policy)
      if (shape.length > 0) {
        const own = ownFaults(policy)
        store.setFaults([...shape, ...[...unnamed, ...own.faults].filter(({ field }) => !shape.some((fault) => fault.field === field))])
        setChecked((before) => ({ of: policy, ready: false, sound: false, results: own.results ?? before.results, failure: null }))
        return
      }
      call('checkPolicy', { body: { policy } }, abort.signal).then((reply) => {
        store.setFaults([...unnamed, ...reply.faults])
        setChecked({ of: policy, ready: reply.ready && unnamed.length === 0, sound: true, results: reply.results, failure: null })
      }, (failure: unknown) => {
        if (!abort.signal.aborted) setChecked((before) => ({ ...before, of: policy, ready: false, failure }))
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [store, policy, again, pause])
  return checked
}
