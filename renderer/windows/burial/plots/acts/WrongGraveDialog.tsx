import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { ApiFailure, call } from '../../../../shared/client.ts'
import { Field } from '../../../../shared/Field.tsx'
import { useSay, useWords } from '../../../../shared/i18n.ts'
import { FailurePanel, Waiting } from '../../../../shared/Page.tsx'
import { useRoute } from '../../../../shared/query.ts'
import { SecondPersonDialog } from '../../../../shared/SecondPersonDialog.tsx'
import { plotHref } from '../names.ts'
import type { PlotDialogProps } from '../PlotPanel.tsx'
import { PlotPlace } from '../PlotPlace.tsx'
import { words } from '../words.ts'
import { usePlotAct } from './usePlotAct.ts'

/** The steps that the act itself does once two people have put their names to it. */
const doneByAct = ['removal', 'certificate']

/** Puts right that somebody was laid in the wrong plot: the steps with what still stands in the way, then the second person. Both rows stay in the history. */
export const WrongGraveDialog = ({ plot, cemetery, onClose }: PlotDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { refresh } = usePlotAct(plot)
  const lying = plot.interments.filter((row) => row.removed === null)
  const [interment, setInterment] = useState(lying.length === 1 ? (lying[0]?.interment ?? '') : '')
  const [to, setTo] = useState('')
  const [agent, setAgent] = useState(plot.contract?.holder.name ?? '')
  const complete = interment !== '' && to.split('/').length === 4
  const steps = useRoute('wrongGraveSteps', { query: { from: plot.id, to, interment } }, { enabled: complete, fresh: 0 })
  const right = useRoute('getPlot', { query: { plot: to } }, { enabled: complete, fresh: 0 })
  const problem = complete ? (steps.error ?? right.error) : null
  const ready = complete && steps.data !== undefined && steps.data.steps.every((step) => step.ready || doneByAct.includes(step.id)) && right.data !== undefined
  return (
    <SecondPersonDialog
      title={`${t('act_wrongGrave')} · ${say(plot.words)}`} verb={t('wrongGraveVerb')} width={720} ready={ready} waits={t(complete ? 'stepsOpen' : 'rightPlotNeeded')} onCancel={onClose}
      onDone={() => { refresh(); onClose() }}
      act={(given) => call('undoWrongGrave', { body: { from: plot.id, fromRevision: plot.revision, to, toRevision: right.data?.revision ?? 0, interment, agent: agent.trim(), ...given } })}
    >
      <p className="quiet">{t('wrongGraveHint')}</p>
      <Field path="interment" label={t('who')} required>
        <select className="plain-select" value={interment} onChange={(event) => setInterment(event.target.value)}>
          <option value="" />
          {lying.map((row) => <option key={row.interment} value={row.interment}>{t('whoSince', { name: row.deceased, day: row.day })}</option>)}
        </select>
      </Field>
      <Field path="to" label={t('rightPlot')} hint={t('rightPlotHint')} required group problem={problem instanceof ApiFailure ? say(problem.text) : undefined}>
        <PlotPlace value={to} onChange={setTo} aria-label={t('plotId')} placeholder={t('plotId')} finder={t('rightPlot')} own={cemetery.id} />
      </Field>
      <Field path="agent" label={t('agent')}><Input value={agent} maxLength={100} autoComplete="off" onChange={(event) => setAgent(event.target.value)} /></Field>
      {complete && steps.data === undefined && problem === null && <Waiting words={t('stepsLoading')} />}
      {!(problem instanceof ApiFailure) && <FailurePanel failure={problem} />}
      {steps.data !== undefined && complete && (
        <ol className="undo-steps" aria-label={t('steps')}>
          {steps.data.steps.map((step) => {
            const kind = step.ready ? 'ready' : doneByAct.includes(step.id) ? 'later' : 'open'
            return <li key={step.id} className={kind}><span className={`tag ${kind === 'ready' ? 'good' : kind === 'later' ? 'information' : 'stop'}`}>{t(`step_${kind}`)}</span><span><b>{say(step.title)}</b> <span className="data">{say(step.message)}</span>{kind === 'open' && step.id === 'destination' && to !== plot.id && <> <Link href={plotHref(to)} onClick={onClose}>{t('openRightPlot')}</Link></>}</span></li>
          })}
        </ol>
      )}
    </SecondPersonDialog>
  )
}
