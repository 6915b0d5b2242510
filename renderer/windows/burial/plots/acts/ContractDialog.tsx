import { Input } from 'antd'
import { useMemo, useState } from 'react'
import type { Holder } from '../../../../../domain/burial/placement/actions.ts'
import { preNeedReasons, type PreNeedReason } from '../../../../../domain/burial/placement/codes.ts'
import { longestCycle } from '../../../../../domain/burial/placement/rules.ts'
import { isCivilDate } from '../../../../../domain/dates.ts'
import { Choices } from '../../../../frame/Choices.tsx'
import { ActDialog } from '../../../../shared/ActDialog.tsx'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useSay, useWords } from '../../../../shared/i18n.ts'
import { MoneyField } from '../../../../shared/MoneyField.tsx'
import { useSession } from '../../../../shared/session.tsx'
import type { PlotDialogProps } from '../PlotPanel.tsx'
import { words } from '../words.ts'
import { emptyHolder, HolderFields, holderMissing, sentHolder } from './HolderFields.tsx'
import { plotFindings } from './rules.ts'
import { usePlotAct } from './usePlotAct.ts'

/** The agreement on a plot: holder, one cycle of twenty years at most, fees, and the certificate it is given against or the exception before need. */
export const ContractDialog = ({ plot, cemetery, onClose, suggested }: PlotDialogProps & { /** Who holds it and by what certificate, as the case knows them. */ readonly suggested?: { readonly holder: Holder; readonly proof: string } }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act, refresh } = usePlotAct(plot)
  const [holder, setHolder] = useState(plot.reservation?.holder ?? suggested?.holder ?? emptyHolder)
  const [day, setDay] = useState(office.today as string)
  const latest = isCivilDate(day) ? longestCycle(day) : ''
  const [to, setTo] = useState<string>(latest)
  const [feeFen, setFee] = useState<number | undefined>()
  const [upkeepFen, setUpkeep] = useState<number | undefined>()
  const [by, setBy] = useState<'proof' | 'preNeed'>('proof')
  const [proof, setProof] = useState(suggested?.proof ?? '')
  const [reason, setReason] = useState<PreNeedReason | ''>('')
  const [exception, setException] = useState('')
  const preNeed = useMemo(() => (by === 'preNeed' && reason !== '' ? { reason, proof: exception.trim() } : null), [by, reason, exception])
  const shownProof = by === 'proof' ? proof.trim() : ''
  const findings = useMemo(() => plotFindings('contract', cemetery, { day, holder, cycle: { from: day, to }, feeFen: feeFen ?? 0, proof: shownProof, preNeed }), [cemetery, day, holder, to, feeFen, shownProof, preNeed])
  // What is simply not typed yet is said once it has been tried, at the field; the law's stop on plots before need shows as soon as that way is chosen.
  const missing = holderMissing(holder) ?? (by === 'proof' && shownProof === '' ? 'proof' : by === 'preNeed' && reason === '' ? 'preNeed.reason' : by === 'preNeed' && exception.trim() === '' ? 'preNeed.proof' : to === '' ? 'to' : feeFen === undefined ? 'feeFen' : upkeepFen === undefined ? 'upkeepFen' : day === '' ? 'day' : undefined)
  const live = findings.filter((finding) => !(by === 'proof' && finding.rule === 'plot.proof'))
  return (
    <ActDialog
      title={`${t('act_contracted')} · ${say(plot.words)}`} verb={t('act_contracted')} width={820} findings={live} missing={missing} onDone={onClose} onCancel={onClose} onRefused={(failure) => { if (failure.code === 'conflict') refresh() }}
      act={(answers) => act({ kind: 'contracted', day, to, holder: sentHolder(holder), feeFen: feeFen ?? 0, upkeepFen: upkeepFen ?? 0, proof: shownProof, preNeed, slip: plot.reservation?.slip ?? '', answers })}
    >
      {(state) => {
        const more = { failure: state.failure, findings: state.findings }
        const needed = (path: string): string | undefined => (state.tried && missing === path ? t('needed') : undefined)
        return (
          <>
            {plot.reservation !== null && <p className="finding-note information">{t('fromReservation', { name: plot.reservation.holder.name, until: plot.reservation.until })}</p>}
            <HolderFields value={holder} onChange={setHolder} day={office.today} village={cemetery.facts.kind === 'villagePlots'} state={state} />
            <Fields>
              <Field path="by" span={12} label={t('givenAgainst')} group><div><Choices label={t('givenAgainst')} value={by} options={[{ value: 'proof', title: t('byProof') }, { value: 'preNeed', title: t('byPreNeed') }]} onChange={setBy} /></div></Field>
              {by === 'proof' ? (
                <Field path="proof" span={12} label={t('proof')} hint={t('proofHint')} required {...more} problem={needed('proof')}><Input value={proof} maxLength={100} autoComplete="off" onChange={(event) => setProof(event.target.value)} /></Field>
              ) : (
                <>
                  <Field path="preNeed.reason" span={5} label={t('preNeedReason')} hint={t('preNeedHint')} required {...more} problem={needed('preNeed.reason')}><CodeSelect table={preNeedReasons} codes={false} value={reason} onChange={(code) => setReason(preNeedReasons.find((one) => one.code === code)?.code ?? '')} /></Field>
                  <Field path="preNeed.proof" span={7} label={t('preNeedProof')} required {...more} problem={needed('preNeed.proof')}><Input value={exception} maxLength={100} autoComplete="off" onChange={(event) => setException(event.target.value)} /></Field>
                </>
              )}
              <Field path="to" span={3} label={t('termTo')} hint={t('longest', { day: latest })} required {...more} problem={needed('to')}><DayField value={to} onChange={setTo} /></Field>
              <Field path="feeFen" span={3} label={t('useFee')} required {...more} problem={needed('feeFen')}><MoneyField value={feeFen} onChange={setFee} /></Field>
              <Field path="upkeepFen" span={3} label={t('upkeepFee')} required {...more} problem={needed('upkeepFen')}><MoneyField value={upkeepFen} onChange={setUpkeep} /></Field>
              <Field path="day" span={3} label={t('day')} required {...more}><DayField value={day} onChange={(next) => { setDay(next); if (isCivilDate(next) && to === latest) setTo(longestCycle(next)) }} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}
