import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Account } from '../../../../api/schemas/common.ts'
import type { PaperLine } from '../../../../api/schemas/marriage.ts'
import type { Finding } from '../../../../domain/rule.ts'
import { useFindingsAt } from '../form/findings.ts'
import type { MarriagePath, MarriageValue } from '../form/paths.ts'
import type { SectionId } from '../form/steps.ts'
import { useField } from '../form/store.ts'
import type { CaseDesk, CaseView } from './desk.ts'

/** What F9 does in a section: true when the section is through and the next may be gone to. */
export type SectionAct = () => Promise<boolean> | boolean

export interface CasePlace {
  readonly desk: CaseDesk
  /** Facts may be typed: the case is not decided yet and the account may write, or a correction has begun. */
  readonly editable: boolean
  readonly today: string
  readonly sample: boolean
  readonly account: Account
  readonly may: (permission: 'case.write' | 'case.decide' | 'case.deliver' | 'case.print' | 'case.correct' | 'case.void' | 'case.inspect' | 'case.archive') => boolean
  /** Unfolds a section and puts the focus on its first field. */
  readonly go: (section: SectionId) => void
  /** Shows papers of the case before they are printed. */
  readonly preview: (papers: readonly PaperLine[]) => void
  readonly acts: Map<SectionId, SectionAct>
}

const Context = createContext<CasePlace | undefined>(undefined)
export const CasePlaceProvider = Context.Provider

/** The case this part of the page belongs to. */
export const useCasePlace = (): CasePlace => {
  const place = useContext(Context)
  if (place === undefined) throw new Error('outside a case page')
  return place
}

/** State of the case in the register and of the act under way. */
export const useCaseView = (desk: CaseDesk): CaseView => useSyncExternalStore(desk.subscribe, desk.view)

/** Says what F9 does while the focus is in a section. */
export const useSectionAct = (section: SectionId, act: SectionAct): void => {
  const { acts } = useCasePlace()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const mine: SectionAct = () => latest.current()
    acts.set(section, mine)
    return () => {
      if (acts.get(section) === mine) acts.delete(section)
    }
  }, [acts, section])
}

/** A fact of the case with its setter and its findings. */
export const useFact = <P extends MarriagePath>(path: P): { readonly value: MarriageValue<P>; readonly set: (value: MarriageValue<P>) => void; readonly found: readonly Finding[]; readonly editable: boolean } => {
  const { desk, editable } = useCasePlace()
  const [value, set] = useField(desk.store, path)
  return { value, set, found: useFindingsAt(desk.findings, path), editable }
}
