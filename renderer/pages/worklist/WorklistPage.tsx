import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { DaySwitch, useAskedDay } from '../../shared/DaySwitch.tsx'
import { dayWithWeekday, number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { EmptyState, Page, Section, Waiting } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { useRoute } from '../../shared/query.ts'
import { findWindow } from '../../windows.ts'
import { daysLeft, worklistKinds, worklistTones, type Worklist, type WorklistKind, type WorklistRow } from './lists.ts'
import { NoTable } from './NoTable.tsx'
import { words } from './words.ts'

const most = 500

const List = ({ list, day }: { readonly list: Worklist; readonly day: string }) => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const columns = useMemo<readonly Column<WorklistRow>[]>(() => {
    const left = (row: WorklistRow): string => {
      const days = daysLeft(list.kind, row, day)
      return days === undefined ? '' : days === 0 ? t('lastDay') : days > 0 ? t('daysLeft', { n: days }) : t('daysOver', { n: -days })
    }
    return [
      { id: 'names', title: t('names'), width: '130px', text: (row) => row.names.join(' · ') },
      { id: 'identityNumbers', title: t('identityNumbers'), width: 'minmax(180px, 1fr)', text: (row) => row.identityNumbers.join(' '), render: (row) => <span className="mono quiet">{row.identityNumbers.join('  ')}</span> },
      { id: 'receipt', title: t('receipt'), width: '150px', text: (row) => row.receiptNumber, render: (row) => <span className="mono">{row.receiptNumber}</span> },
      { id: 'acceptedOn', title: t('acceptedOn'), width: '92px', text: (row) => row.acceptedOn },
      { id: 'end1', title: t('end1'), width: '94px', text: (row) => row.end1 },
      { id: 'end2', title: t('end2'), width: '94px', text: (row) => row.end2 },
      { id: 'left', title: t('left'), width: '76px', text: left, render: (row) => <span className={`tag ${worklistTones[list.kind]}`}>{left(row)}</span> },
      { id: 'registrar', title: t('registrar'), width: '72px', text: (row) => row.registrarName },
    ]
  }, [t, list.kind, day])
  return (
    <Section title={say(list.title)} acts={<span className="quiet">{list.from === list.to ? list.from : t('range', { from: list.from, to: list.to })}</span>}>
      <DataTable
        name={say(list.title)} columns={columns} rows={list.rows} rowKey={(row) => row.id} count={list.count} height="calc(100vh - 430px)"
        onOpen={(row) => navigate(findWindow('divorce')?.casePath(row.id) ?? '/')} empty={<EmptyState title={t(`none_${list.kind}`)} hint={t(`hint_${list.kind}`)} />}
      />
      {list.count > list.rows.length && <p className="quiet">{t('more', { n: list.rows.length })}</p>}
    </Section>
  )
}

/** The four lists of a morning: whose cooling-off ends, whose window opened, closes, has lapsed. */
const WorklistPage = () => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { day, today, params, setParams } = useAskedDay()
  const [printing, setPrinting] = useState(false)
  const answer = useRoute('divorceWorklist', { query: { day, limit: most } }, { keep: true, every: 60_000 })
  const lists = answer.error === null ? answer.data?.lists : undefined
  const wanted = worklistKinds.find((kind) => kind === params.get('kind'))
  const kind = wanted ?? lists?.find((list) => list.count > 0)?.kind ?? 'endsToday'
  const put = (change: { readonly day?: string; readonly kind?: WorklistKind }): void => {
    const next = { ...(day !== today && { day }), ...(wanted !== undefined && { kind: wanted }), ...change }
    setParams(next.day === today ? { ...(next.kind !== undefined && { kind: next.kind }) } : next, { replace: true })
  }
  usePageKeys([
    ...(lists ?? []).map((list, index) => ({ key: String(index + 1), label: say(list.title), quiet: true, run: () => put({ kind: list.kind }) })),
    { key: 'F8', label: t('print'), disabled: lists === undefined, run: () => setPrinting(true) },
  ])
  const shown = lists?.find((list) => list.kind === kind)
  return (
    <Page
      title={t('title')} lead={`${dayWithWeekday(day, language)} · ${t('lead')}`} wide
      acts={
        <>
          <DaySwitch value={day} onChange={(to) => put({ day: to })} />
          <Button disabled={day === today} onClick={() => put({ day: today })}>{t('today')}</Button>
          <Button type="primary" disabled={lists === undefined} onClick={() => setPrinting(true)}>{t('print')} <KeyCap name="F8" /></Button>
        </>
      }
    >
      {answer.error !== null && <NoTable failure={answer.error} onRetry={() => void answer.refetch()} />}
      {lists === undefined && answer.error === null && <Waiting />}
      {lists !== undefined && (
        <nav className="deadline-cards" aria-label={t('lists')}>
          {lists.map((list, index) => (
            <button key={list.kind} type="button" className={`deadline-card ${list.count > 0 ? worklistTones[list.kind] : ''}`} aria-pressed={list.kind === kind} onClick={() => put({ kind: list.kind })}>
              <span className="deadline-count">{number(list.count)}</span>
              <span>{say(list.title)} <KeyCap name={String(index + 1)} /></span>
            </button>
          ))}
        </nav>
      )}
      {shown !== undefined && <List key={shown.kind} list={shown} day={day} />}
      {printing && <PaperDialog route="divorceWorklistSheet" args={{ query: { day } }} name={`${t('sheet')}-${day}.pdf`} title={t('sheet')} onClose={() => setPrinting(false)} />}
    </Page>
  )
}

export default WorklistPage
