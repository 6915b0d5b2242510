import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { JournalLine } from '../../../api/schemas/office.ts'
import { clearable } from '../../shared/clearable.tsx'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { exactInstant, number } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel, Page, Section } from '../../shared/Page.tsx'
import { usePages, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { kindGroups, useKindWords, useWindowWords } from './kinds.ts'
import { words } from './words.ts'

/** The journal from its head down, with filters; each entry opens whole. */
const JournalPage = () => {
  const t = useWords(words)
  const kindWords = useKindWords()
  const windowWords = useWindowWords()
  const { may } = useSession()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [actor, setActor] = useState('')
  const [kind, setKind] = useState('')
  const [subject, setSubject] = useState('')
  const [open, setOpen] = useState<JournalLine>()
  const [copied, setCopied] = useState(false)
  const colleagues = useRoute('listColleagues', undefined, { fresh: 60_000 })
  const pages = usePages('listJournal', { from, to, actor, kind, subject: subject.trim(), limit: 100 }, 'before')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.entries) ?? [], [pages.data])
  const head = pages.data?.pages[0]?.head
  const columns = useMemo<readonly Column<JournalLine>[]>(
    () => [
      { id: 'seq', title: t('seq'), width: '84px', align: 'end', text: (row) => String(row.seq) },
      { id: 'at', title: t('at'), width: '172px', text: (row) => exactInstant(row.at) },
      { id: 'kind', title: t('kind'), width: '178px', text: (row) => kindWords(row.kind), render: (row) => <span className="row-name">{kindWords(row.kind)}</span> },
      { id: 'actor', title: t('actor'), width: '110px', text: (row) => row.actorName },
      { id: 'counter', title: t('counter'), width: '72px', text: (row) => row.counter },
      { id: 'subject', title: t('subject'), width: '1fr', text: (row) => row.subject, render: (row) => <span className="mono">{row.subject}</span> },
      { id: 'reason', title: t('reason'), width: '1fr', text: (row) => row.reason },
      { id: 'second', title: t('second'), width: '130px', text: (row) => row.second },
      { id: 'hash', title: t('hash'), width: '110px', text: (row) => row.hash, render: (row) => <span className="mono">{row.hash.slice(0, 10)}…</span> },
    ],
    [t, kindWords],
  )
  return (
    <Page title={t('title')} lead={t('lead')} wide acts={may('register.verify') && <Link href="/verify">{t('verify')}</Link>}>
      {head !== undefined && (
        <Section title={`${t('head')} · ${t('headAt', { n: number(head.seq), at: exactInstant(head.at) })}`} acts={<Button size="small" onClick={() => void navigator.clipboard.writeText(head.hash).then(() => setCopied(true))}>{copied ? t('copied') : t('copy')}</Button>}>
          <span className="hash">{head.hash}</span>
        </Section>
      )}
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        hasMore={pages.hasNextPage}
        onMore={() => void pages.fetchNextPage()}
        busy={pages.isFetching}
        onOpen={setOpen}
        filter={false}
        height="calc(100vh - 380px)"
        tools={
          <>
            <label className="row">
              <span className="quiet">{t('from')}</span>
              <span className="day-choice">
                <DayField value={from} onChange={setFrom} />
              </span>
            </label>
            <label className="row">
              <span className="quiet">{t('to')}</span>
              <span className="day-choice">
                <DayField value={to} onChange={setTo} />
              </span>
            </label>
            <select className="plain-select" aria-label={t('actor')} value={actor} onChange={(event) => setActor(event.target.value)}>
              <option value="">{t('anyActor')}</option>
              {colleagues.data?.colleagues.map((colleague) => (
                <option key={colleague.id} value={colleague.id}>
                  {colleague.name}
                </option>
              ))}
            </select>
            <select className="plain-select" aria-label={t('kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
              <option value="">{t('anyKind')}</option>
              {kindGroups.map(([window, kinds]) => (
                <optgroup key={window} label={windowWords(window)}>
                  {kinds.map((known) => (
                    <option key={known} value={known}>
                      {kindWords(known, true)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            <Input className="data-filter" allowClear={clearable} aria-label={t('subject')} placeholder={t('subject')} value={subject} maxLength={60} onChange={(event) => setSubject(event.target.value)} />
          </>
        }
        empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      />
      {open !== undefined && <EntryDialog entry={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

export default JournalPage
