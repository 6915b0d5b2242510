import { Input } from 'antd'
import { useState } from 'react'
import { yuan } from '../../../domain/waiver/money.ts'
import { ActDialog } from '../../shared/ActDialog.tsx'
import { call } from '../../shared/client.ts'
import { Field } from '../../shared/Field.tsx'
import { dayWithWeekday, number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { signed } from '../statistics/counted/units.ts'
import { tableOf, type Report } from './figures.ts'
import { words } from './words.ts'

/** What is being signed, in full and before the key is pressed: the figures by window, the open cases, stock, money, deadlines, and where the journal stands. */
export const CloseDialog = ({ report, earlier, onDone, onChanged, onCancel }: { readonly report: Report; readonly earlier: readonly string[]; readonly onDone: () => void; readonly onChanged: () => void; readonly onCancel: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { office } = useSession()
  const [note, setNote] = useState('')
  const [changed, setChanged] = useState(false)
  const health = useRoute('getHealth', undefined, { fresh: 0 })
  const head = health.data?.head
  const { windows } = tableOf(report)
  const { open, stock, money, deadlines } = report.now
  const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((all, { count }) => all + count, 0)
  usePageKeys([{ key: 'Escape', label: t('close'), quiet: true, run: onCancel }], { dialog: true })
  return (
    <ActDialog
      title={t('closeTitle', { day: dayWithWeekday(report.day, language) })} verb={t('close')} width={640} onCancel={onCancel} onDone={onDone}
      act={() => call('closeDay', { params: { day: report.day }, body: { seen: report.seen, note: note.trim() } })}
      onRefused={({ code }) => { if (code === 'conflict') { setChanged(true); onChanged() } }}
    >
      {({ failure }) => (
        <>
          <h3>{t('closeWhat')}</h3>
          <ul className="sign-list">
            {windows.length === 0 && <li><b>{t('counts')}</b><span>{t('closeNothing')}</span></li>}
            {windows.map((window) => <li key={window.id}><b>{say(window.title)}</b><span>{window.rows.map((row) => <span key={row.kind}>{say(row.title)} <b>{signed(row.total)}</b> {say(row.unit)}</span>)}</span></li>)}
            <li>
              <b>{t('office')}</b>
              <span>
              <span>{t('openItems', { n: number(sum(open)) })}</span>
              {stock.map((row) => <span key={row.type}>{t('closingOf', { type: t(row.type), n: number(row.closing) })}</span>)}
              <span>{t('waived', { yuan: yuan(money.reduce((all, { fen }) => all + fen, 0)) })}</span>
              <span>{t('fell', { n: number(sum(deadlines)) })}</span>
              </span>
            </li>
          </ul>
          {head !== undefined && <p className="quiet">{t('closeHead', { seq: number(head.seq) })} <span className="hash mono">{head.hash}</span></p>}
          {report.late.length > 0 && <p className="finding-note answer">{t('closeLate', { n: report.late.length })}</p>}
          {earlier.length > 0 && <p className="finding-note answer">{t('closeEarlier', { n: earlier.length, day: earlier[0] ?? '' })}</p>}
          {report.day === office.today && <p className="finding-note answer">{t('closeToday')}</p>}
          {changed && <p className="finding-note stop" role="alert">{t('changed')}</p>}
          <p>{t('closeThen')}</p>
          <Field path="note" label={t('note')} hint={t('noteHint')} failure={failure}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </>
      )}
    </ActDialog>
  )
}
