/** Reserving, renewing and moving out. */
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { longestCycle } from '../../../../../domain/burial/placement/rules.ts'
import { addDays, civilDate, isCivilDate } from '../../../../../domain/dates.ts'
import { ActDialog } from '../../../../shared/ActDialog.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useSay, useWords } from '../../../../shared/i18n.ts'
import { MoneyField } from '../../../../shared/MoneyField.tsx'
import { useSession } from '../../../../shared/session.tsx'
import type { PlotDialogProps } from '../PlotPanel.tsx'
import { PlotPlace } from '../PlotPlace.tsx'
import { words } from '../words.ts'
import { emptyHolder, HolderFields, holderMissing, sentHolder } from './HolderFields.tsx'
import { plotFindings } from './rules.ts'
import { usePlotAct } from './usePlotAct.ts'

/** Days for which a reservation is usually kept. */
const usualDays = 7

/** Reserves a free plot. Of several who ask at once one wins; the others are told who and until when, and the board is read again. */
export const ReserveDialog = ({ plot, cemetery, onClose }: PlotDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act, refresh } = usePlotAct(plot)
  const [holder, setHolder] = useState(emptyHolder)
  const [day, setDay] = useState(office.today as string)
  const [until, setUntil] = useState<string>(addDays(civilDate(office.today), usualDays))
  const [lost, setLost] = useState(false)
  return (
    <ActDialog
      title={`${t('act_reserved')} · ${say(plot.words)}`} verb={t('act_reserved')} width={720} missing={holderMissing(holder) ?? (day === '' ? 'day' : until === '' ? 'until' : undefined)} onDone={onClose} onCancel={onClose}
      onRefused={(failure) => {
        if (failure.code !== 'conflict' && failure.code !== 'wrong_state') return
        setLost(true)
        refresh()
      }}
      act={() => act({ kind: 'reserved', day, until, holder: sentHolder(holder) })}
    >
      {(state) => (
        <>
          {lost && <p className="finding-note stop" role="alert">{plot.reservation === null ? t('lostPlain') : t('lost', { until: plot.reservation.until })}</p>}
          <HolderFields value={holder} onChange={setHolder} day={office.today} village={cemetery.facts.kind === 'villagePlots'} state={state} />
          <Fields>
            <Field path="until" span={4} label={t('reservedUntil')} required failure={state.failure} findings={state.findings}><DayField value={until} onChange={setUntil} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={state.failure} findings={state.findings}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

/** Renews the term against the upkeep fee: the next cycle follows the end of the running one. */
export const RenewDialog = ({ plot, cemetery, onClose }: PlotDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act } = usePlotAct(plot)
  const latest = isCivilDate(plot.until) ? longestCycle(plot.until) : ''
  const [to, setTo] = useState<string>(latest)
  const [day, setDay] = useState(office.today as string)
  const [upkeepFen, setUpkeep] = useState<number | undefined>()
  const findings = useMemo(() => plotFindings('renewal', cemetery, { day, cycle: { from: plot.until, to } }), [cemetery, day, plot.until, to])
  return (
    <ActDialog
      title={`${t('act_renewed')} · ${say(plot.words)}`} verb={t('act_renewed')} findings={findings} missing={to === '' ? 'to' : upkeepFen === undefined ? 'upkeepFen' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose}
      act={(answers) => act({ kind: 'renewed', day, to, upkeepFen: upkeepFen ?? 0, answers })}
    >
      {({ failure, findings: said, tried }) => (
        <>
          <p className="quiet">{t('hint_renewed', { until: plot.until })}</p>
          <Fields>
            <Field path="to" span={4} label={t('termTo')} required hint={t('longest', { day: latest })} failure={failure} findings={said} problem={tried && to === '' ? t('needed') : undefined}><DayField value={to} onChange={setTo} /></Field>
            <Field path="upkeepFen" span={4} label={t('upkeepFee')} required failure={failure} findings={said} problem={tried && upkeepFen === undefined ? t('needed') : undefined}><MoneyField value={upkeepFen} onChange={setUpkeep} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} findings={said}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

/** Moves somebody out: a further row beside the interment, which stays as it was written. */
export const RemoveDialog = ({ plot, onClose }: PlotDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act } = usePlotAct(plot)
  const lying = plot.interments.filter((row) => row.removed === null)
  const [interment, setInterment] = useState(lying.length === 1 ? (lying[0]?.interment ?? '') : '')
  const [why, setWhy] = useState<'relocation' | 'family'>('family')
  const [to, setTo] = useState('')
  const [permit, setPermit] = useState('')
  const [agent, setAgent] = useState(plot.contract?.holder.name ?? '')
  const [day, setDay] = useState(office.today as string)
  const missing = interment === '' ? 'interment' : to.trim() === '' ? 'to' : permit.trim() === '' ? 'permit' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={`${t('act_removed')} · ${say(plot.words)}`} verb={t('act_removed')} width={680} missing={missing} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'removed', interment, why, to: to.trim(), permit: permit.trim(), agent: agent.trim(), day })}>
      {({ failure, findings, tried }) => (
        <>
          <p className="quiet">{t('hint_removed')}</p>
          <Fields>
            <Field path="interment" span={6} label={t('who')} required failure={failure} findings={findings} problem={tried && interment === '' ? t('needed') : undefined}>
              <select className="plain-select" value={interment} onChange={(event) => setInterment(event.target.value)}>
                <option value="" />
                {lying.map((row) => <option key={row.interment} value={row.interment}>{t('whoSince', { name: row.deceased, day: row.day })}</option>)}
              </select>
            </Field>
            <Field path="why" span={6} label={t('whyMoved')} failure={failure} findings={findings}>
              <select className="plain-select" value={why} onChange={(event) => setWhy(event.target.value === 'relocation' ? 'relocation' : 'family')}>
                <option value="family">{t('why_family')}</option>
                <option value="relocation">{t('why_relocation')}</option>
              </select>
            </Field>
            <Field path="to" label={t('movedTo')} hint={t('movedToHint')} required failure={failure} findings={findings} problem={tried && to.trim() === '' ? t('needed') : undefined}><PlotPlace value={to} onChange={setTo} placeholder={t('movedToPlace')} finder={t('findDestination')} own={plot.cemetery} free /></Field>
            <Field path="permit" span={6} label={t('permit')} required failure={failure} findings={findings} problem={tried && permit.trim() === '' ? t('needed') : undefined}><Input value={permit} maxLength={100} autoComplete="off" onChange={(event) => setPermit(event.target.value)} /></Field>
            <Field path="agent" span={6} label={t('agent')} failure={failure} findings={findings}><Input value={agent} maxLength={100} autoComplete="off" onChange={(event) => setAgent(event.target.value)} /></Field>
            <Field path="day" span={6} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}
