import { runMarriageCheck } from '../../../../domain/marriage/check.ts'
import type { MarriageContext } from '../../../../domain/marriage/context.ts'
import { requiredPapers } from '../../../../domain/marriage/papers-required.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { ApiFailure, call } from '../../../shared/client.ts'
import type { FindingStore } from '../form/findings.ts'

export interface Checker {
  /** The facts changed: the desk checks at once, the register is asked after a pause. */
  touch(): void
  /** Asks the register now, as before a decision. */
  full(stage: 'typing' | 'decision'): Promise<void>
  stop(): void
}

export interface CheckerOptions {
  readonly content: () => MarriageFile
  readonly findings: FindingStore
  readonly context: () => Omit<MarriageContext, 'register' | 'stage'>
  readonly caseId: () => string | undefined
  /** ms before the desk's own check and before the register is asked. */
  readonly soon?: number
  readonly pause?: number
}

/** Runs the rules while the clerk types: those that need only the file in the desk itself, those that need the register through the door. */
export const createChecker = ({ content, findings, context, caseId, soon = 25, pause = 250 }: CheckerOptions): Checker => {
  let near: ReturnType<typeof setTimeout> | undefined
  let far: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined
  let stage: 'typing' | 'decision' = 'typing'
  const local = () => {
    const file = content()
    // The desk looks as at the decision, so that it also knows what is still missing; beside the fields only what fails or asks is shown.
    const facts = { ...context(), stage: 'decision' as const, register: [] }
    const check = runMarriageCheck(file, facts)
    findings.local(check, requiredPapers(file, facts.day))
    const found = check.findings
    return found
  }
  const remote = async () => {
    clearTimeout(far)
    asked?.abort()
    const mine = new AbortController()
    asked = mine
    const file = content()
    const id = caseId()
    const here = local()
    try {
      const reply = await call('checkMarriage', { body: { file, stage, ...(id === undefined ? {} : { caseId: id }) } }, mine.signal)
      if (asked === mine && content() === file) findings.reply(reply, here)
    } catch (error) {
      // The desk's own findings stand; what the register would say is asked again at the next change and before the decision.
      if (!(error instanceof ApiFailure) && !(error instanceof DOMException)) throw error
    }
  }
  local()
  return {
    touch() {
      clearTimeout(near)
      clearTimeout(far)
      near = setTimeout(local, soon)
      far = setTimeout(() => void remote(), pause)
    },
    full(next) {
      stage = next
      clearTimeout(near)
      return remote()
    },
    stop() {
      clearTimeout(near)
      clearTimeout(far)
      asked?.abort()
    },
  }
}
