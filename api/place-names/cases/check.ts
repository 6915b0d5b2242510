import { checkReview, findMissing } from '../../../domain/place-names/case/decide.ts'
import { checkCase, checkItemName, joinChecks } from '../../../domain/place-names/case/rules/index.ts'
import { handle, type Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import { readCase } from '../../case/reply.ts'
import { civilDate } from '../../../domain/dates.ts'
import { caseContextOf } from './context.ts'
import { requiredPapers } from './reply.ts'
import { placeNameSpec } from './spec.ts'
import { unsavedCase } from './unsaved.ts'

/** What the rules say of a file before it is saved. */
export const placeNameCheckHandlings: readonly Handling[] = [
  handle(routes.checkPlaceNameCase, async ({ house, body }) => {
    const { file, stage, caseId, typing = true } = body
    const { read } = house.register
    const day = civilDate(body.day ?? house.today())
    const unsaved = unsavedCase(file, day)
    const folded = caseId === undefined ? unsaved : { ...(await readCase(placeNameSpec, read, caseId)).folded, file }
    const { context, names } = await caseContextOf(house, read, folded, day)
    const check = typing
      ? joinChecks([checkCase(folded, context, stage === 'acceptance' ? ['acceptance'] : ['acceptance', 'review'], { typing }), ...(stage === 'acceptance' ? [] : file.items.flatMap((item) => { const given = names.get(item.id); return given === undefined ? [] : [checkItemName(item, given, file.answers, typing)] }))])
      : stage === 'acceptance' ? findMissing(folded, context) : checkReview(folded, context, names, () => true)
    return { findings: [...check.findings], passed: check.passed, ready: check.ready, required: requiredPapers(file, context.profile) }
  }),
]
