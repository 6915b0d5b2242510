import type { SecondPerson } from '../../case/second.ts'
import { requireSecondPerson } from '../../case/second.ts'
import { LantaiError } from '../../error.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { PlotActionOf } from './actions.ts'
import type { Cemetery } from './cemetery.ts'
import { getPlot } from './cemetery.ts'
import type { Interment, Plot } from './fold.ts'
import { applyPlot, contractOn, occupantsOn } from './fold.ts'

/** One step of putting a wrong grave right, and what still stands in its way. */
export interface UndoStep {
  readonly id: 'interment' | 'destination' | 'room' | 'removal' | 'certificate'
  readonly title: Text
  readonly ready: boolean
  readonly message: Text
}

const findInterment = (plot: Plot, interment: string, day: string): Interment | undefined => occupantsOn(plot, day).find((entry) => entry.interment === interment)

/** The steps of putting right that somebody was laid in the wrong plot, as they stand on a civil day; the desk leads through them in this order. */
export const wrongGraveSteps = (from: Plot, to: Plot, interment: string, day: string, cemetery: Cemetery): readonly UndoStep[] => {
  const found = findInterment(from, interment, day)
  const contract = contractOn(to, day)
  const { capacity } = getPlot(cemetery, to.id).section
  const lying = occupantsOn(to, day).length
  const step = (id: UndoStep['id'], zh: string, en: string, ready: boolean, message: Text): UndoStep => ({ id, title: text(zh, en), ready, message })
  return [
    step('interment', '找到误葬的记录', 'Find the interment', found !== undefined, found === undefined ? text('该墓位中没有这位逝者', 'This person does not lie there') : text(`${found.deceased}，${found.day} 安葬`, `${found.deceased}, interred on ${found.day}`)),
    step('destination', '正确墓位有使用协议', 'The right plot has an agreement', contract !== undefined && from.id !== to.id, from.id === to.id ? text('两个墓位是同一个', 'Both are the same plot') : contract === undefined ? text('请先为正确的墓位签订协议', 'Make the agreement on the right plot first') : text(`协议 ${contract.agreement}`, `Agreement ${contract.agreement}`)),
    step('room', '正确墓位有空位', 'The right plot has room', lying < capacity, text(`已安葬 ${lying}，可安葬 ${capacity}`, `${lying} of ${capacity}`)),
    step('removal', '起出并改葬，两人复核', 'Move, with a second person', false, text('原记录保留，另写一行起出、一行安葬', 'The first row stays; a removal and an interment are written beside it')),
    step('certificate', '收回原安葬证，换发新证', 'Take back the certificate and give a new one', false, found === undefined || found.certificate === '' ? text('原来没有发证', 'No certificate was given') : text(`收回 ${found.certificate}`, `Take back ${found.certificate}`)),
  ]
}

/** Decides to put a wrong grave right: a removal and a new interment, recorded together. Throws `wrong_state` at the first step that is not ready, `invalid` at `reason` or `certificate`, `second_person`. */
export const decideWrongGrave = (from: Plot, to: Plot, given: { readonly interment: string; readonly next: string; readonly day: string; readonly certificate: string; readonly agent: string }, by: SecondPerson, cemetery: Cemetery): readonly [PlotActionOf<'plot.removed'>, PlotActionOf<'plot.interred'>] => {
  const common = requireSecondPerson(by)
  const open = wrongGraveSteps(from, to, given.interment, given.day, cemetery).slice(0, 3).find(({ ready }) => !ready)
  const found = findInterment(from, given.interment, given.day)
  if (open !== undefined || found === undefined) throw new LantaiError('wrong_state', open?.message ?? text('该墓位中没有这位逝者', 'This person does not lie there'), open?.id ?? 'interment')
  if (found.certificate !== '' && (given.certificate === '' || given.certificate === found.certificate)) throw new LantaiError('invalid', text('改葬后应换发新的安葬证', 'A new burial certificate is given'), 'certificate')
  const removed: PlotActionOf<'plot.removed'> = { kind: 'plot.removed', subject: from.id, body: { interment: found.interment, day: given.day, why: 'wrongGrave', to: to.id, permit: '', agent: given.agent }, ...common }
  const { deceased, key, caseId, how, proof } = found
  const interred: PlotActionOf<'plot.interred'> = { kind: 'plot.interred', subject: to.id, body: { interment: given.next, deceased, key, caseId, how, proof, day: given.day, certificate: given.certificate, movedFrom: from.id }, ...common }
  for (const [plot, action] of [[from, removed], [to, interred]] as const) applyPlot(plot, { seq: 0, at: '', actor: '', counter: '', hash: '', action })
  return [removed, interred]
}
