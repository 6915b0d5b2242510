import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Account } from '../../../api/schemas/common.ts'
import type { PaperLine } from '../../../api/schemas/case.ts'
import type { Permission } from '../../../api/schemas/route.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { Say } from '../../shared/i18n.ts'
import { useWords } from '../../shared/i18n.ts'
import { useFindingsAt } from '../form/findings.ts'
import type { PathOf, ValueAt } from '../form/paths.ts'
import { useField } from '../form/store.ts'
import type { Printing } from '../papers.ts'
import type { AnyWindow, CaseFile, CaseReply, CaseWindowSpec, CoupleFile, CoupleReply } from '../spec.ts'
import type { CaseWord } from '../words.ts'
import type { CardHandling } from '../card/useCard.ts'
import type { CaseDesk, CaseView } from './desk.ts'

/** What F9 does in a section: true when the section is through and the next may be gone to. */
export type SectionAct = () => Promise<boolean> | boolean

export interface CasePlace<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly spec: CaseWindowSpec<F, C>
  readonly desk: CaseDesk<F, C>
  /** Facts may be typed here: the case is not decided yet and the account may write, or a correction has begun. */
  readonly editable: boolean
  readonly today: string
  readonly sample: boolean
  readonly account: Account
  readonly may: (permission: Permission) => boolean
  /** Unfolds a section and puts the focus on its first field. */
  readonly go: (section: string) => void
  /** Shows papers of the case before they are printed. */
  readonly preview: (papers: readonly PaperLine[]) => void
  readonly acts: Map<string, SectionAct>
  readonly printing: Printing
  readonly cards: CardHandling
  /** Asks for a card (F4). */
  readonly askCard: () => void
  /** Opens the facts for a correction. */
  readonly beginCorrection: () => void
}

const WindowContext = createContext<AnyWindow | undefined>(undefined)
export const WindowProvider = WindowContext.Provider
/** The window this part of the page belongs to. */
export const useWindow = (): AnyWindow => {
  const spec = useContext(WindowContext)
  if (spec === undefined) throw new Error('outside a window of cases')
  return spec
}

/** Words of a case page, in the window's own way; states and sections are named by their id. */
export type CaseSay = Say<CaseWord | `section.${string}` | `state.${string}` | `kind.${string}`>
export const useCaseWords = (): CaseSay => useWords(useWindow().words) as CaseSay

const Context = createContext<CasePlace | undefined>(undefined)
export const CasePlaceProvider = Context.Provider

/** The case this part of the page belongs to. A window asks with its own file and case: `useCasePlace<MarriageFile, MarriageCase>()`. */
export const useCasePlace = <F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>>(): CasePlace<F, C> => {
  const place = useContext(Context)
  if (place === undefined) throw new Error('outside a case page')
  return place as unknown as CasePlace<F, C>
}

/** The same in a window of couples. */
export const useCouplePlace = (): CasePlace<CoupleFile, CoupleReply> => useCasePlace<CoupleFile, CoupleReply>()

/** State of the case in the register and of the act under way. */
export const useCaseView = <F extends CaseFile, C extends CaseReply<F>>(desk: CaseDesk<F, C>): CaseView<F, C> => useSyncExternalStore(desk.subscribe, desk.view)

/** Says what F9 does while the focus is in a section. */
export const useSectionAct = (section: string, act: SectionAct): void => {
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
export interface Fact<T> {
  readonly value: T
  readonly set: (value: T) => void
  readonly found: readonly Finding[]
  readonly editable: boolean
}

/** A fact by its path, for parts that every window shares; a window's own parts use `factsOf` (fields.tsx), which knows its paths. */
export const useAnyFact = (path: string): Fact<unknown> => {
  const { desk, editable } = useCasePlace()
  const [value, set] = useField(desk.store, path as never) as unknown as readonly [unknown, (value: unknown) => void]
  return { value, set, found: useFindingsAt(desk.findings, path), editable }
}

/** A fact of the sections that the file of every couple has. */
export const useCoupleFact = useAnyFact as unknown as <P extends PathOf<CoupleFile>>(path: P) => Fact<ValueAt<CoupleFile, P>>
