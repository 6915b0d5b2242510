import { Checkbox } from 'antd'
import { useState } from 'react'
import { placements, type Placement } from '../../../../domain/burial/codes.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlotPlace } from '../plots/PlotPlace.tsx'
import type { GraveDialogProps } from './graveDialogs.tsx'
import { useGraveAct } from './graveDialogs.tsx'
import { words } from './words.ts'

interface Cell { readonly how: Placement; readonly plot: string; readonly publicCemetery: boolean }
const placesBesides: readonly Placement[] = ['sea', 'notKept']

/** Where the remains went: one row for every cell (穴), into a plot of the register or another place in words. */
export const ReinterDialog = ({ grave, onClose }: GraveDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useGraveAct()
  const paid = grave.compensated?.publicCells ?? grave.cells
  const [to, setTo] = useState<readonly Cell[]>(() => Array.from({ length: grave.cells }, (_, index) => ({ how: 'plot', plot: '', publicCemetery: index < paid })))
  const [day, setDay] = useState(office.today as string)
  const put = (index: number, change: Partial<Cell>): void => setTo((now) => now.map((one, at) => (at === index ? { ...one, ...change } : one)))
  const open = to.findIndex((cell) => cell.plot.trim() === '')
  const went = to.filter(({ publicCemetery }) => publicCemetery).length
  const differs = grave.compensated !== null && went !== grave.compensated.publicCells
  const missing = open >= 0 ? `to.${String(open)}.plot` : differs ? 'to' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={t('act_reinterred')} width={820} missing={missing} onDone={onClose} onCancel={onClose} act={() => act.mutateAsync({ params: { id: grave.id }, body: { revision: grave.revision, act: { kind: 'reinterred', day, to: to.map((cell) => ({ ...cell, plot: cell.plot.trim() })) } } })}>
      {({ failure, findings, tried }) => (
        <>
          <p className="quiet">{t('reinterHint', { n: grave.cells })}</p>
          <Field path="to" label={t('cellsTo')} group failure={failure} findings={findings} problem={differs ? t('publicDiffers', { paid, went }) : undefined}>
            <div className="dialog-form">
              {to.map((cell, index) => (
                <Fields key={index}>
                  <Field path={`to.${String(index)}.how`} span={3} label={`${t('cellNumber', { n: index + 1 })} · ${t('how')}`} failure={failure}>
                    <CodeSelect table={placements} codes={false} value={cell.how} onChange={(code) => { const how = placements.find((one) => one.code === code)?.code; if (how !== undefined) put(index, { how, ...(placesBesides.includes(how) ? { publicCemetery: false } : {}) }) }} />
                  </Field>
                  <Field path={`to.${String(index)}.plot`} span={6} label={t('where')} required failure={failure} problem={tried && cell.plot.trim() === '' ? t('needed') : undefined}>
                    <PlotPlace free value={cell.plot} placeholder={t('whereHint')} finder={t('plotOfRegister')} onChange={(plot, found) => put(index, { plot, ...(found && { publicCemetery: true }) })} />
                  </Field>
                  <Field path={`to.${String(index)}.publicCemetery`} span={3} label={t('publicCemetery')} group><div><Checkbox checked={cell.publicCemetery} onChange={(event) => put(index, { publicCemetery: event.target.checked })}>{t('yesPublic')}</Checkbox></div></Field>
                </Fields>
              ))}
            </div>
          </Field>
          <Fields><Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field></Fields>
        </>
      )}
    </ActDialog>
  )
}
