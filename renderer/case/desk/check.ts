import type { CheckReply } from '../../../api/schemas/case.ts'
import { ApiFailure } from '../../shared/client.ts'
import type { FindingStore } from '../form/findings.ts'
import type { CaseFile, CaseReply, CaseWindowSpec, CheckPlace } from '../spec.ts'
import { send } from '../spec.ts'

export interface Checker {
  /** The facts changed: the desk checks at once, the register is asked after a pause. */
  touch(): void
  /** Asks the register now, as before a decision. */
  full(stage: 'typing' | 'decision'): Promise<void>
  stop(): void
}

export interface CheckerOptions<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly spec: Pick<CaseWindowSpec<F, C>, 'check' | 'checkBody' | 'routes' | 'checkPause'>
  readonly content: () => F
  readonly findings: FindingStore
  readonly context: () => CheckPlace
  readonly current: () => C | undefined
  /** ms before the desk's own check and before the register is asked. */
  readonly soon?: number
  readonly pause?: number
}

/** Runs the rules while the clerk types: those that need only the file in the desk itself, those that need the register through the door. */
export const createChecker = <F extends CaseFile, C extends CaseReply<F>>({ spec, content, findings, context, current, soon = 25, pause = 250 }: CheckerOptions<F, C>): Checker => {
  let near: ReturnType<typeof setTimeout> | undefined
  let far: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined
  let stage: 'typing' | 'decision' = 'typing'
  const local = () => {
    // The desk looks as at the decision, so that it also knows what is still missing; beside the fields only what fails or asks is shown.
    const check = spec.check(content(), context(), current())
    findings.local(check, check.required)
    return check.findings
  }
  const remote = async () => {
    clearTimeout(far)
    asked?.abort()
    const mine = new AbortController()
    asked = mine
    const file = content()
    const id = current()?.id
    const here = local()
    try {
      const reply = await send<CheckReply>(spec.routes.check, { body: { file, ...spec.checkBody(stage, current(), file), ...(id === undefined ? {} : { caseId: id }) } }, mine.signal)
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
      far = setTimeout(() => void remote(), spec.checkPause?.(content()) ?? pause)
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
