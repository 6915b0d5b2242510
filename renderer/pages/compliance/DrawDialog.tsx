import { Input } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../../shared/ActDialog.tsx'
import type { Reply } from '../../shared/client.ts'
import { DayField } from '../../shared/DayField.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useWords } from '../../shared/i18n.ts'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { lastPeriod } from '../statistics/period.ts'
import { useAskedWindows, WindowChoice } from './WindowChoice.tsx'
import { words } from './words.ts'

const usualSize = 20

/** Draws cases: period, windows, how many, and a seed that somebody present may call out. */
export const DrawDialog = ({ onDone, onCancel }: { readonly onDone: (drawing: Reply<'draw'>) => void; readonly onCancel: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const all = useAskedWindows()
  const first = lastPeriod('month', office.today)
  const [from, setFrom] = useState(first.from)
  const [to, setTo] = useState(first.to)
  const [windows, setWindows] = useState(all)
  const [size, setSize] = useState(String(usualSize))
  const [seed, setSeed] = useState('')
  const [note, setNote] = useState('')
  const draw = useAct('draw', { refresh: ['listDrawings'] })
  const sizeWrong = !/^[1-9]\d{0,2}$/.test(size) || Number(size) > 500
  const daysWrong = from === '' || to === '' || from > to
  const missing = daysWrong ? 'from' : sizeWrong ? 'size' : windows.length === 0 ? 'windows' : undefined
  return (
    <ActDialog title={t('drawTitle')} verb={t('draw')} width={640} missing={missing} act={() => draw.mutateAsync({ body: { from, to, windows: [...windows], size: Number(size), seed: seed.trim(), note: note.trim() } }, { onSuccess: onDone })} onDone={() => undefined} onCancel={onCancel}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="from" span={4} label={t('from')} required failure={failure} problem={tried && daysWrong ? t('dayWrong') : undefined}><DayField value={from} onChange={setFrom} /></Field>
          <Field path="to" span={4} label={t('to')} required failure={failure}><DayField value={to} onChange={setTo} /></Field>
          <Field path="size" span={4} label={t('size')} required failure={failure} problem={tried && sizeWrong ? t('sizeWrong') : undefined}><Input inputMode="numeric" value={size} maxLength={3} onChange={(event) => setSize(event.target.value.trim())} /></Field>
          <Field path="windows" label={t('windows')} group failure={failure}><div><WindowChoice value={windows} onChange={setWindows} /></div></Field>
          <Field path="seed" span={6} label={t('seed')} hint={t('seedHint')} failure={failure}><Input value={seed} maxLength={64} autoComplete="off" spellCheck={false} onChange={(event) => setSeed(event.target.value)} /></Field>
          <Field path="note" span={6} label={t('remark')} failure={failure}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}
