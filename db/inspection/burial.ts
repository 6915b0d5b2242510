import type { JournalEntry } from '../../domain/action.ts'
import type { BurialAction } from '../../domain/burial/actions.ts'
import type { BurialCase } from '../../domain/burial/fold.ts'
import { foldBurial } from '../../domain/burial/fold.ts'
import { inspectBurial } from '../../domain/burial/inspection.ts'
import { onceEach } from '../../domain/reports/judged.ts'
import { nameless } from '../../domain/reports/nameless.ts'
import type { WaiverAction } from '../../domain/waiver/actions.ts'
import { foldSettlements } from '../../domain/waiver/settlements.ts'
import type { Connection } from '../connection.ts'
import { cremationsOfCases } from './files.ts'
import type { Judge, Office } from './judge.ts'

const nobody: readonly string[] = []

/** The day to which a case belongs: on which it left the home, else on which it was opened. */
const dayOf = ({ cremation, elsewhere, transportedOut, bodyBuried, donated, openedAt }: BurialCase): string => (cremation ?? elsewhere ?? transportedOut ?? bodyBuried ?? donated)?.day ?? openedAt.slice(0, 10)
const numberOf = ({ certificates, cremation, elsewhere }: BurialCase): string => certificates.at(-1)?.number ?? cremation?.number ?? elsewhere?.number ?? ''
/** Who answers for the act by which it left; before it, whoever opened the case. */
const registrarOf = ({ cremation, elsewhere, transportedOut, bodyBuried, donated, openedBy }: BurialCase): string => {
  if (cremation !== null && cremation.registrar !== '') return cremation.registrar
  return (cremation ?? elsewhere ?? transportedOut ?? bodyBuried ?? donated)?.by ?? openedBy
}

const isBurial = (entry: JournalEntry): entry is JournalEntry<BurialAction> => entry.action.kind.startsWith('burial.')

/** Judges burial files: every act by the rules of its own day, told what the office and the register knew then. */
export const burialJudges = (db: Connection, keys: readonly number[], office: Office): Judge => {
  const cremations = cremationsOfCases(db, keys)
  const { policies } = office
  return (key, entries) => {
    const folded = foldBurial(entries.filter(isBurial))
    const settlements = foldSettlements(entries as readonly JournalEntry<WaiverAction>[])
    const known = cremations.get(key) ?? []
    const inspection = inspectBurial(folded, { contextOn: (_stage, day) => ({ ...office.on(day).burial, cremations: known }), settlements, policies })
    const { id, counter, file: { kind, deceased, agent } } = folded
    const people = [deceased.name, deceased.identityNumber, agent.name, agent.identityNumber]
    const registrar = registrarOf(folded)
    return {
      id,
      elsewhere: '',
      judge: () => ({ kind, registrar, counter, verdict: inspection.verdict, ...onceEach(inspection.items), attested: nobody }),
      words: () => ({
        id, number: numberOf(folded), day: dayOf(folded), kind, registrar, counter,
        faults: inspection.items.flatMap(({ rule, result, title, message, field }) => (result === 'fail' ? [{ rule, title, message: nameless(message ?? title, people), ...(field === undefined ? {} : { field }) }] : [])),
      }),
    }
  }
}
