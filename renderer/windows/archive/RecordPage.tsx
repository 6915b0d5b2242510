import './archive.css'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { ArchiveRecord } from '../../../api/schemas/archive.ts'
import { letterTitles, proofTitles, queriedWindowTitles, requesterKindTitles } from '../../../domain/archive/titles.ts'
import { findCode, identityTypeCodes } from '../../../domain/codes/index.ts'
import { instant } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, Facts, Loaded, Page, Section } from '../../shared/Page.tsx'
import { PdfPreview } from '../../shared/PdfPreview.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { findWindow } from '../../windows.ts'
import { words } from './words.ts'

type Row = readonly [label: ReactNode, value: ReactNode]

const useRequesterRows = (): ((requester: NonNullable<ArchiveRecord['query']>['requester']) => readonly Row[]) => {
  const t = useWords(words)
  const say = useSay()
  return (requester) => {
    const type = findCode(identityTypeCodes, requester.identityType)
    const rows: readonly Row[] = [
      [t('kind'), say(requesterKindTitles[requester.kind])], [t('name'), requester.name],
      ...(requester.identityNumber === '' ? [] : [[type === undefined ? t('identityNumber') : say(type), <span className="mono">{requester.identityNumber}</span>] as const]),
      ...(requester.unit === '' ? [] : [[t('unit'), requester.unit] as const]),
      ...(requester.letter === '' ? [] : [[say(letterTitles[requester.kind]), requester.letter] as const]),
      ...(requester.proof === '' ? [] : [[say(proofTitles[requester.kind]), requester.proof] as const]),
      ...(requester.phone === '' ? [] : [[t('phone'), requester.phone] as const]),
    ]
    return rows
  }
}

const QueryFactsView = ({ query }: { readonly query: NonNullable<ArchiveRecord['query']> }) => {
  const t = useWords(words)
  const say = useSay()
  const rows = useRequesterRows()
  const colleagues = useRoute('listColleagues', undefined, { fresh: 60_000 })
  const approver = colleagues.data?.colleagues.find((one) => one.id === query.approvedBy)?.name ?? query.approvedBy
  return (
    <>
      <Section title={t('who')}><Facts rows={[...rows(query.requester), [t('basis'), query.basis], [t('purpose'), query.purpose], ...(query.approvedBy === '' ? [] : [[t('approvedBy'), approver] as const])]} /></Section>
      <Section title={t('which')}>
        {query.files.length === 0 ? (
          <p>{query.found ? t('found') : t('notFound')}</p>
        ) : (
          <ul className="picked-files">
            {query.files.map((file, index) => (
              <li key={index}>
                <span className="tag">{say(queriedWindowTitles[file.window])}</span>
                <b>{file.title}</b>
                <span className="mono">{file.number}</span>
                <span className="quiet">{file.archiveNumber}</span>
                {file.caseId !== '' && <Link href={findWindow(file.window)?.casePath(file.caseId) ?? '/'}>{t('open')}</Link>}
              </li>
            ))}
          </ul>
        )}
        {query.copies.pages > 0 && <p>{t('copies')} {query.copies.pages} × {query.copies.sets}{query.copies.stamped ? ` · ${t('stamped')}` : ''}</p>}
      </Section>
    </>
  )
}

const ProofFactsView = ({ facts }: { readonly facts: NonNullable<ArchiveRecord['proof']> }) => {
  const t = useWords(words)
  const rows = useRequesterRows()
  const { proof } = facts
  return (
    <>
      <Section title={t('requesterIs')}><Facts rows={rows(facts.requester)} /></Section>
      <Section title={t('person')}>
        <Facts
          rows={[
            [t('name'), proof.person.name], [t('identityNumber'), <span className="mono">{proof.person.identityNumber}</span>], [t('birth'), proof.person.birth], [t('destination'), proof.destination], [t('use'), proof.use],
            [t('searched'), `${proof.searchedFrom} – ${proof.searchedTo}`],
            [t('records'), proof.records.length === 0 ? t('notFound') : <ul>{proof.records.map((record, index) => <li key={index}>{t(`kind_${record.kind}`)} <span className="mono">{record.number}</span> {record.day} {record.office}</li>)}</ul>],
          ]}
        />
      </Section>
    </>
  )
}

const Papers = ({ record }: { readonly record: ArchiveRecord }) => {
  const t = useWords(words)
  const say = useSay()
  const [shown, setShown] = useState<string>()
  const printed = useAct('recordArchivePrinted', { refresh: ['getArchiveRecord'] })
  const paper = record.papers.find((one) => one.paper === shown)
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), disabled: record.papers.length === 0, run: () => setShown(record.papers[0]?.paper) }], [t, record.papers])
  usePageKeys(keys)
  return (
    <Section title={t('papers')}>
      <ul className="work-list">
        {record.papers.map((one, index) => (
          <li key={one.paper}>
            <button type="button" className="work" aria-pressed={one.paper === shown} onClick={() => setShown(one.paper)}>
              <b>{say(one.title)} {index === 0 && <KeyCap name="F8" />}</b>
              <span className="quiet">{one.printed.length === 0 ? t('notPrinted') : t('printed', { n: one.printed.length })}</span>
            </button>
          </li>
        ))}
      </ul>
      {paper !== undefined && <PdfPreview key={paper.paper} route="getArchivePaper" args={{ params: { id: record.id, paper: paper.paper } }} name={`${say(paper.title)}-${record.number}.pdf`} title={say(paper.title)} height={620} onPrinted={() => printed.mutate({ params: { id: record.id }, body: { paper: paper.paper, printer: '' } })} />}
    </Section>
  )
}

/** One query or proof as it went on record, with its papers. */
const RecordPage = () => {
  const t = useWords(words)
  const { id = '' } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const record = useRoute('getArchiveRecord', { params: { id } })
  const data = record.data
  const back = data?.kind === 'proof' ? '/archive/proofs' : '/archive'
  return (
    <Page
      title={data === undefined ? t('title') : `${t(data.kind)} ${data.number}`} lead={data === undefined ? undefined : t('takenBy', { at: instant(data.at), name: data.registrarName })}
      acts={<Button onClick={() => navigate(back)}>{t('back')}</Button>}
    >
      <Loaded of={record}>
        {(found) => (
          <>
            {found.query !== undefined && <QueryFactsView query={found.query} />}
            {found.proof !== undefined && <ProofFactsView facts={found.proof} />}
            {found.papers.length === 0 ? <EmptyState title={t('papers')} hint={t('notPrinted')} /> : <Papers record={found} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default RecordPage
