/** The acts on a plot that take a day and at most a word: giving up a reservation, ending an agreement, opening again, taking out of use. */
import { Input } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../../../../shared/ActDialog.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useSay, useWords } from '../../../../shared/i18n.ts'
import { useSession } from '../../../../shared/session.tsx'
import type { PlotDialogProps } from '../PlotPanel.tsx'
import { words } from '../words.ts'
import { usePlotAct } from './usePlotAct.ts'

type Kind = 'released' | 'surrendered' | 'reopened' | 'blocked' | 'unblocked'

const SmallDialog = ({ plot, onClose, kind }: PlotDialogProps & { readonly kind: Kind }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act, refresh } = usePlotAct(plot)
  const [day, setDay] = useState(office.today as string)
  const [note, setNote] = useState('')
  const missing = day === '' ? 'day' : kind === 'blocked' && note.trim() === '' ? 'note' : undefined
  return (
    <ActDialog
      title={`${t(`act_${kind}`)} · ${say(plot.words)}`} verb={t(`act_${kind}`)} danger={kind === 'surrendered' || kind === 'blocked'} missing={missing} onDone={onClose} onCancel={onClose} onRefused={(failure) => { if (failure.code === 'conflict') refresh() }}
      act={() => act(kind === 'released' ? { kind, day, slip: plot.reservation?.slip ?? '' } : kind === 'surrendered' ? { kind, day, agreement: plot.contract?.agreement ?? '' } : kind === 'blocked' ? { kind, day, note: note.trim() } : { kind, day })}
    >
      {({ failure, findings, tried }) => (
        <>
          <p className="quiet">{t(`hint_${kind}`)}</p>
          {kind === 'released' && plot.reservation !== null && <p>{t('reservedBy', { name: plot.reservation.holder.name, until: plot.reservation.until })}</p>}
          <Fields>
            {kind === 'blocked' && (
              <Field path="note" label={t('why')} required failure={failure} findings={findings} problem={tried && note.trim() === '' ? t('needed') : undefined}>
                <Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
              </Field>
            )}
            <Field path="day" span={5} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

export const ReleaseDialog = (props: PlotDialogProps) => <SmallDialog {...props} kind="released" />
export const SurrenderDialog = (props: PlotDialogProps) => <SmallDialog {...props} kind="surrendered" />
export const ReopenDialog = (props: PlotDialogProps) => <SmallDialog {...props} kind="reopened" />
export const BlockDialog = (props: PlotDialogProps) => <SmallDialog {...props} kind="blocked" />
export const UnblockDialog = (props: PlotDialogProps) => <SmallDialog {...props} kind="unblocked" />
