import type { Answer } from '../../domain/findings.ts'
import { blocks as stands } from '../../domain/findings.ts'
import type { Finding } from '../../domain/rule.ts'
import type { Step } from './spec.ts'

/** Says whether a finding stands in the way: what the law stops, and what asks for a reason and has none. Facts not entered yet are counted apart. */
export const blocks = (file: { readonly answers: readonly Answer[] }, finding: Finding): boolean => (finding.outcome === 'fail' || finding.outcome === 'asks') && stands(file.answers, finding)

/** One section as its window sees it. */
export interface StepDraft<S extends string> {
  readonly id: S
  /** What is asked of the clerk here has been entered. */
  readonly begun: boolean
  /** Findings on its fields keep it from being done: it comes before a decision that is still to be made. */
  readonly weighed: boolean
}

/** What is done, what blocks and what is next, for the step bar: the first section that is not done is next. `ended`: nothing is next any more. */
export const stepsBy = <S extends string>(drafts: readonly StepDraft<S>[], facts: { readonly file: { readonly answers: readonly Answer[] }; readonly findings: readonly Finding[]; readonly sectionOf: (field: string | undefined) => string; readonly decided: boolean; readonly ended: boolean }): readonly Step<S>[] => {
  const { file, findings, sectionOf, decided, ended } = facts
  let first = true
  return drafts.map(({ id, begun, weighed }) => {
    const own = findings.filter((finding) => sectionOf(finding.field) === id)
    const stops = own.filter((finding) => blocks(file, finding) && finding.severity === 'stop').length
    const questions = own.filter((finding) => blocks(file, finding) && finding.severity === 'answer').length
    const waits = own.some((finding) => finding.outcome === 'notYet' && finding.severity !== 'information')
    const done = begun && (decided || !weighed || (stops === 0 && questions === 0 && !waits))
    const isNext = !done && first && !ended
    if (isNext) first = false
    return { id, stops: decided ? 0 : stops, questions: decided ? 0 : questions, state: done ? 'done' : !decided && stops + questions > 0 ? 'blocked' : isNext ? 'next' : 'later' }
  })
}

/** The first section that waits for work, in order; none when the case has ended. */
export const nextSection = <S extends string>(steps: readonly Step<S>[]): S | undefined => steps.find((step) => step.state === 'blocked' || step.state === 'next')?.id
