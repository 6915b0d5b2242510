import { coolingOff } from '../../domain/divorce/clock.ts'
import { runDivorceCheck } from '../../domain/divorce/check.ts'
import { decideAcceptance, decideNonAcceptance, decideReschedule, decideWithdrawal } from '../../domain/divorce/decide.ts'
import { emptyDivorceFile, type DivorceFile } from '../../domain/divorce/file.ts'
import { LantaiError } from '../../domain/error.ts'
import { marriageRegulation } from '../../domain/law.ts'
import { marriageStanding } from '../../domain/marriage/endings.ts'
import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { text } from '../../domain/text.ts'
import { calendarOf, restOptions } from '../calendar/calendar.ts'
import { act, recordView } from '../case/act.ts'
import { carriedParties, findMarriageCase } from '../case/carry.ts'
import { decided } from '../case/decide.ts'
import { readCase } from '../case/reply.ts'
import { identityPapers } from '../case/required.ts'
import { nextOfSeries } from '../case/series.ts'
import { standingWords } from '../case/standing.ts'
import { handle, type Handling } from '../door.ts'
import { notFound } from '../house.ts'
import { routes } from '../schemas/index.ts'
import type { Porter } from '../sign-in.ts'
import { contextOf } from './context.ts'
import { shownDates } from './dates.ts'
import { divorceSpec } from './spec.ts'

/** The refusal of a year without a table, at the field the day was given in. */
export const atDay = async <T>(field: string, work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LantaiError && error.field === 'calendar') throw new LantaiError(error.code, error.text, field, error.details)
    throw error
  }
}

/** A file begun from a marriage of the register: who they are and what is to end stands; the rest is asked at the counter. */
const fileFrom = (marriage: MarriageCase): DivorceFile => {
  const empty = emptyDivorceFile()
  return { ...empty, parties: carriedParties(marriage.file.parties, '20'), marriage: { ...empty.marriage, caseId: marriage.id, number: marriage.number, office: marriage.officeName, day: marriage.day, place: 'mainland' } }
}

const notAcceptable = text('还不能受理：请先处理列出的各项。', 'It cannot be accepted yet: see to what is listed first.')
const notWithdrawable = text('还不能撤回：请先处理列出的各项。', 'It cannot be withdrawn yet: see to what is listed first.')

/** From the application to the end of the cooling-off period. */
export const applicationHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.divorceDeadlines, async ({ house, query }) => {
    const options = await restOptions(house, query.received)
    const calendar = await calendarOf(house)
    return atDay('received', () => shownDates(coolingOff(query.received, calendar, options)))
  }),

  handle(routes.divorceFromMarriage, async (call) => {
    const { house, params } = call
    const marriage = await findMarriageCase(house.register.read, params.id)
    if (marriage === undefined) throw notFound('登记簿中没有这个结婚案件。', 'The register has no such marriage case.')
    const standing = marriageStanding(marriage)
    if (standing !== 'standing') {
      const words = standingWords(standing)
      throw new LantaiError('wrong_state', text(`结婚登记 ${marriage.number} ${words.zh}，不能申请离婚登记（《民法典》第一千零七十六条、第一千零八十条）`, `The marriage ${marriage.number} is ${words.en}; there is nothing to divorce (Civil Code, art. 1076, 1080)`), 'marriage.caseId')
    }
    await recordView(call, marriage.id, 'marriage')
    return { file: fileFrom(marriage) }
  }),

  handle(routes.checkDivorce, async ({ house, body, account }) => {
    const { file, caseId, stage = 'acceptance', typing = true } = body
    const { read } = house.register
    const folded = caseId === undefined ? undefined : (await readCase(divorceSpec, read, caseId)).folded
    const day = body.day ?? house.today()
    const { findings, passed, ready } = runDivorceCheck(file, await contextOf(house, read, { file, day, stage, typing, folded, account }))
    return { findings: [...findings], passed, ready, required: identityPapers(file, [0, 1], marriageRegulation.cite(15), true) }
  }),

  handle(routes.acceptDivorce, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    return act(divorceSpec, call, 'divorce.accepted', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'acceptance', folded, account })
      const year = day.slice(0, 4)
      // Every acceptance of the year was given a number, whatever its pattern was then.
      const least = await tx.countDivorces({ acceptedFrom: `${year}-01-01`, acceptedTo: `${year}-12-31` })
      const receiptNumber = await nextOfSeries(tx, 'divorce.accepted', 'receiptNumber', office.settings['divorce.receiptNumber'], day, least)
      return decided(decideAcceptance(folded, context, { receiptNumber, officeName: office.name, area: office.areaOn(day), registrar: account.id, ...(body.override === undefined ? {} : { override: body.override }) }), notAcceptable)
    })
  }),

  handle(routes.notAcceptDivorce, async (call) => {
    const { house, body, account } = call
    return act(divorceSpec, call, 'divorce.notAccepted', async (tx, folded) =>
      decideNonAcceptance(folded, await contextOf(house, tx, { file: folded.file, day: house.today(), stage: 'acceptance', folded, account }), body.grounds, account.id, body.paperAsked))
  }),

  handle(routes.rescheduleDivorce, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.decide', session.counter)
    return act(divorceSpec, call, 'divorce.rescheduled', async (tx, folded) => {
      const context = await contextOf(house, tx, { file: folded.file, day: house.today(), stage: 'acceptance', folded, account })
      return decideReschedule(folded, context, { account: account.id, second: second.id, reason: body.reason, ...(body.override === undefined ? {} : { override: body.override }) })
    })
  }),

  handle(routes.withdrawDivorce, async (call) => {
    const { house, body, account } = call
    const { settings } = await house.office()
    return act(divorceSpec, call, 'divorce.withdrawn', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'withdrawal', folded, account })
      const { party, identityShown, receipt, signed, fingerprint } = body
      const confirmationNumber = await nextOfSeries(tx, 'divorce.withdrawn', 'confirmationNumber', settings['divorce.confirmationNumber'], day)
      return decided(decideWithdrawal(folded, context, { party, identityShown, receipt, signed, fingerprint }, { registrar: account.id, confirmationNumber }), notWithdrawable)
    })
  }),
]
