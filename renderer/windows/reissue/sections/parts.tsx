import type { ReissueCase } from '../../../../api/schemas/reissue.ts'
import type { ReissueFile } from '../../../../domain/reissue/file.ts'
import { applicantsOf } from '../../../../domain/reissue/file.ts'
import type { CasePlace } from '../../../case/desk/context.tsx'
import { useCasePlace } from '../../../case/desk/context.tsx'
import { choiceFactOf } from '../../../case/form/choices.tsx'
import { factsOf } from '../../../case/form/fields.tsx'
import { useField } from '../../../case/form/store.ts'

/** The fields of a reissue by their paths. */
export const { TextFact, CodeFact, DayFact, TickFact, useFact } = factsOf<ReissueFile>()
export const ChoiceFact = choiceFactOf<ReissueFile>()

/** The reissue on this page. */
export const useReissue = (): CasePlace<ReissueFile, ReissueCase> => useCasePlace<ReissueFile, ReissueCase>()

/** Who applies, and so who gets a booklet. */
export const useApplicants = (): readonly (0 | 1)[] => {
  const { desk } = useReissue()
  const [applicant] = useField(desk.store, 'applicant')
  return applicantsOf({ applicant })
}
