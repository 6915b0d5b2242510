import { useEffect, useMemo, useState } from 'react'
import type { Finding } from '../../../api/schemas/common.ts'
import type { ArchiveContext } from '../../../domain/archive/rules.ts'
import type { Check } from '../../../domain/findings.ts'
import { ApiFailure, call, type Args } from '../../shared/client.ts'

/** ms after the last change before the register is asked. */
const pause = 250

/**
 * What the rules say of a form: at once by the desk itself, then by the register, which knows whose file it is and what the office has set.
 * `ready` holds the facts only once they are whole enough for the register to read.
 */
export const useFindings = <F>(facts: F, check: (facts: F, context: ArchiveContext) => Check, context: ArchiveContext, route: 'checkArchiveQuery' | 'checkRecordProof', ready: boolean): { readonly findings: readonly Finding[]; readonly known: boolean } => {
  const own = useMemo(() => check(facts, context).findings as readonly Finding[], [facts, check, context])
  const [reply, setReply] = useState<{ readonly facts: F; readonly findings: readonly Finding[] }>()
  useEffect(() => {
    if (!ready) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      const ask = call as unknown as (id: typeof route, args: unknown, signal: AbortSignal) => Promise<{ readonly findings: readonly Finding[] }>
      ask(route, { body: facts } as unknown as Args<typeof route>, asked.signal).then(
        ({ findings }) => setReply({ facts, findings }),
        (error: unknown) => {
          // The desk's own findings stand until the register answers again.
          if (!(error instanceof ApiFailure) && !(error instanceof DOMException)) throw error
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [facts, route, ready])
  const known = reply?.facts === facts
  return { findings: known ? reply.findings : own, known }
}
