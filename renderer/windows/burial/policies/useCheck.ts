import { useEffect, useState } from 'react'
import type { WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { call, type Reply } from '../../../shared/client.ts'
import { waiverShapeFaults } from './drafts.ts'
import type { DraftStore } from './store.ts'

export interface Checked {
  /** The draft that was checked; another one is still on its way. */
  readonly of: WaiverPolicy | undefined
  readonly ready: boolean
  /** It is written as a policy is, so that it can be quoted. */
  readonly sound: boolean
  readonly results: Reply<'checkPolicy'>['results']
  readonly failure: unknown
}

/** Checks a draft a moment after the last key: what is wrong is put at its fields, and every example is worked again. */
export const useCheck = (store: DraftStore<WaiverPolicy>, policy: WaiverPolicy, again: number, pause = 250): Checked => {
  const [checked, setChecked] = useState<Checked>({ of: undefined, ready: false, sound: false, results: [], failure: null })
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const shape = waiverShapeFaults(policy)
      if (shape.length > 0) {
        store.setFaults(shape)
        setChecked((before) => ({ ...before, of: policy, ready: false, sound: false, failure: null }))
        return
      }
      call('checkPolicy', { body: { policy } }, abort.signal).then((reply) => {
        store.setFaults(reply.faults)
        setChecked({ of: policy, ready: reply.ready, sound: true, results: reply.results, failure: null })
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
