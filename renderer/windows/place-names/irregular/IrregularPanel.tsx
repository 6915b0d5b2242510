import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { irregularClasses, irregularEndings, irregularSources } from '../../../../domain/place-names/irregular/actions.ts'
import { useActing } from '../../../shared/acting.ts'
import type { Reply } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, Section } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { InterviewDialog, NoticeDialog, SettleDialog } from './dialogs.tsx'
import { words } from './words.ts'

export type IrregularRow = Reply<'listIrregular'>['rows'][number]
export const tones = { found: '', noticed: 'information', overdue: 'stop', settled: 'good' } as const

/** Where an irregular name stands. */
export const stateOf = ({ settled, overdue, notices }: IrregularRow): keyof typeof tones => (settled !== null ? 'settled' : overdue ? 'overdue' : notices.length > 0 ? 'noticed' : 'found')

const none = { zh: '', en: '' }
const kinds = ['noticed', 'interviewed', 'settled'] as const
type Kind = (typeof kinds)[number]

/** One irregular name: what was found, notices, interviews, how it was settled, and what comes next. */
export const IrregularPanel = ({ row, onClose }: { readonly row: IrregularRow; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { acting, begin, close } = useActing<Kind>(heading)
  const [paper, setPaper] = useState<string>()
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const acts = kinds.filter((kind) => row.acts.includes(kind))
  const first = row.notices.length > 0 && acts.includes('settled') ? 'settled' : acts[0]
  const last = row.notices.at(-1)
  usePageKeys([
    { key: 'Escape', label: t('close'), run: onClose },
    ...(first === undefined ? [] : [{ key: 'F2', label: t(`act_${first}`), run: () => begin(first) }]),
    ...(last === undefined ? [] : [{ key: 'F8', label: t('paper'), run: () => setPaper(last.number) }]),
  ], { when: acting === undefined && paper === undefined })
  const { facts, settled } = row
  const Dialog = acting === undefined ? undefined : ({ noticed: NoticeDialog, interviewed: InterviewDialog, settled: SettleDialog } as const)[acting]
  const empty = <span className="quiet">—</span>
  return (
    <aside className="ground-panel" aria-label={t('title')}>
      <div className="ground-panel-head">
        <div><h2 ref={heading} tabIndex={-1} className="data">{facts.name}</h2><p><span className={`tag ${tones[stateOf(row)]}`}>{t(`state_${stateOf(row)}`)}</span></p></div>
        <Button size="small" onClick={onClose}>{t('close')} <KeyCap name="Escape" /></Button>
      </div>
      {acts.length > 0 && <div className="row">{acts.map((kind) => <Button key={kind} {...(kind === first && { type: 'primary' as const })} onClick={() => begin(kind)}>{t(`act_${kind}`)}{kind === first && <> <KeyCap name="F2" /></>}</Button>)}</div>}
      <Facts rows={[
        [t('where'), <span key="w" className="data">{facts.where}</span>], [t('class'), say(irregularClasses.find(({ code }) => code === facts.class) ?? none)], [t('source'), say(irregularSources.find(({ code }) => code === facts.source) ?? none)],
        [t('holder'), facts.holder === '' ? empty : <span key="h" className="data">{facts.holder} {facts.contact}</span>],
        [t('standard'), facts.standard === '' ? empty : <span key="s" className="data">{facts.standard} {facts.entityId !== '' && <Link href={`/place-names/gazetteer/${facts.entityId}`}>{t('toGazetteer')}</Link>}</span>],
        [t('found'), <span key="f" className="data">{facts.found}</span>], [t('foundOn'), row.foundOn],
        ...(settled === null ? [] : [[t('act_settled'), <span key="e">{settled.day} · {say(irregularEndings.find(({ code }) => code === settled.how) ?? none)} <span className="data">{settled.document} {settled.note}</span></span>] as const]),
      ]} />
      <Section title={t('notices')}>
        {row.notices.length === 0 && row.interviews.length === 0 && <p className="quiet">{t('nothingYet')}</p>}
        <ul className="ground-history">
          {row.notices.map((one) => <li key={one.number}><span className="quiet">{one.day}</span><span><b className="data">{one.number}</b> {t('until', { day: one.deadline })} <Button size="small" onClick={() => setPaper(one.number)}>{t('print')}</Button><div className="quiet data">{one.demands}</div></span></li>)}
          {row.interviews.map((one) => <li key={`${one.day} ${one.with} ${one.said}`}><span className="quiet">{one.day}</span><span>{t('act_interviewed')} <b className="data">{one.with}</b><div className="quiet data">{one.said}</div></span></li>)}
        </ul>
      </Section>
      {Dialog !== undefined && <Dialog row={row} onClose={close} />}
      {paper !== undefined && <PaperDialog route="getIrregularPaper" args={{ params: { id: row.id }, query: { number: paper } }} name={`${t('paper')}-${paper}.pdf`} title={`${t('paper')} · ${paper}`} version={row.revision} onClose={() => setPaper(undefined)} />}
    </aside>
  )
}
