import type { CivilDate } from '../../domain/dates.ts'
import { addDays, addMonths, civilDateOf } from '../../domain/dates.ts'
import type { Action } from '../../domain/action.ts'
import type { PlotAction } from '../../domain/burial/placement/actions.ts'
import { clerkIds } from '../accounts.ts'
import { chineseName } from '../names.ts'
import { stepOf } from '../office.ts'
import { sampleArea } from '../places.ts'
import type { Step } from '../script.ts'
import type { BurialDesk } from './desk.ts'
import { cemeteries, placeIn } from './grounds.ts'

/** What lay in the cemeteries before the register began, entered from the old ledger, and what is held or out of use beside the cases of the year. */

type Body<K extends PlotAction['kind']> = Extract<PlotAction, { kind: K }>['body']
const plotAct = <K extends PlotAction['kind']>(kind: K, plot: string, body: Body<K>): Action => ({ kind, subject: plot, body })

const somebody = (desk: BurialDesk, born: CivilDate): { readonly name: string; readonly identityNumber: string } => {
  const sex = desk.random.chance(0.5) ? '1' : '2'
  return { name: chineseName(desk.random, sex, '01').name, identityNumber: desk.numbers(sampleArea, born, sex) }
}
const holderOf = (desk: BurialDesk, day: CivilDate): Body<'plot.reserved'>['holder'] => ({ ...somebody(desk, addDays(day, -365 * desk.random.int(32, 60))), phone: `100${String(desk.random.int(0, 99_999_999)).padStart(8, '0')}`, relation: 'child', area: sampleArea, villager: '' })

/** Plots and niches given out over twenty-two years: terms that run, end soon, have run out or were renewed; couples of whom the second followed. */
const ledger = (desk: BurialDesk, day: CivilDate): readonly Action[] => {
  const { random } = desk
  const year = Number(day.slice(0, 4))
  return Array.from({ length: 120 }, (_, index) => index).flatMap((index): readonly Action[] => {
    const how = index % 3 === 0 ? 'plot' : 'niche'
    const { plot } = placeIn(desk, how)
    const given = civilDateOf(year - 20 + Math.floor((index / 120) * 19), random.int(1, 12), random.int(1, 28))
    const interred = addDays(given, random.int(1, 20))
    const end = addMonths(given, 240)
    const row = (of: CivilDate, part: string): Action => {
      const { name, identityNumber } = somebody(desk, addDays(of, -365 * random.int(60, 92)))
      return plotAct('plot.interred', plot, { interment: `sample-old-${index}-${part}`, deceased: name, key: `resident:${identityNumber}`, caseId: '', how, proof: '历史台账（示例）', day: of, certificate: `旧证 ${index + 1}${part}`, movedFrom: '' })
    }
    const second = random.chance(0.35) ? addMonths(interred, random.int(10, 40)) : undefined
    return [
      plotAct('plot.contracted', plot, { agreement: `旧协议 ${index + 1}`, slip: '', day: given, to: end, holder: holderOf(desk, given), feeFen: how === 'niche' ? 30_000 : 160_000, upkeepFen: how === 'niche' ? 10_000 : 30_000, proof: '历史台账（示例）', preNeed: null }),
      row(interred, 'a'),
      ...(second !== undefined && second < day && !plot.includes('青松园') ? [row(second, 'b')] : []),
      ...(end < day && random.chance(0.6) ? [plotAct('plot.renewed', plot, { day: addDays(end, -20), to: addMonths(end, 240), upkeepFen: 60_000 })] : []),
    ]
  })
}

/** Everything of the old ledger on the first day, with a row that is out of use. */
export const ledgerSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const blocked = [1, 2, 3].map((column) => plotAct('plot.blocked', `${cemeteries[0].id}/福寿园/24/${column}`, { day, note: '排水沟改造（示例）' }))
  return [...ledger(desk, day), ...blocked].map((action, index) => stepOf(day, 8 * 3_600_000 + 2_400_000 + index * 700, clerkIds[2], '3', () => action))
}

/** In the last days somebody holds a place, somebody has one for a living spouse. */
export const holdingSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] =>
  Array.from({ length: 5 }, (_, index) => {
    const { plot } = placeIn(desk, index % 2 === 0 ? 'plot' : 'niche')
    const holder = holderOf(desk, day)
    return stepOf(day, 10 * 3_600_000 + index * 400_000, clerkIds[2], '3', () =>
      index < 3
        ? plotAct('plot.reserved', plot, { slip: desk.nextPaper('LMZ', day), day, until: addDays(day, 6), holder })
        : plotAct('plot.contracted', plot, { agreement: desk.nextPaper('GZ', day), slip: '', day, to: addMonths(day, 240), holder, feeFen: 60_000, upkeepFen: 20_000, proof: '', preNeed: { reason: 'veryOld', proof: '身份证，九十二岁（示例）' } }))
  })
