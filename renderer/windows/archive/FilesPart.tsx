import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { FileLine } from '../../../api/schemas/archive.ts'
import { fileClasses, type FileClass } from '../../../domain/archive/actions.ts'
import { fileClassTitles } from '../../../domain/archive/titles.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { usePages } from '../../shared/query.ts'
import { findWindow } from '../../windows.ts'
import { words } from './words.ts'

/** Filed cases by year and class: file numbers, and pages against scans. */
export const FilesPart = () => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const [year, setYear] = useState('')
  const [fileClass, setFileClass] = useState<FileClass | ''>('')
  const [difference, setDifference] = useState(false)
  const [index, setIndex] = useState(false)
  const query = useMemo(() => ({ ...(year !== '' && { year: Number(year) }), ...(fileClass !== '' && { fileClass }), ...(difference && { difference: 'true' }), limit: 100 }), [year, fileClass, difference])
  const pages = usePages('listFiles', query, 'after')
  const first = pages.data?.pages[0]
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const years = [...new Set(first?.years.map((row) => row.year) ?? [])].sort((a, b) => b - a)
  const columns = useMemo<readonly Column<FileLine>[]>(
    () => [
      { id: 'number', title: t('officeFileNumber'), width: '160px', text: (row) => `${row.fonds}-${String(row.year)}-${String(row.officeFileNumber)}`, render: (row) => <span className="row-name mono">{row.fonds}-{row.year}-{row.officeFileNumber}</span> },
      { id: 'class', title: t('fileClass'), width: '140px', text: (row) => say(fileClassTitles[row.fileClass]) },
      { id: 'title', title: t('fileTitle'), width: 'minmax(140px, 1fr)', text: (row) => row.title },
      { id: 'certificate', title: t('fileNumber'), width: '180px', text: (row) => row.number, render: (row) => <span className="mono">{row.number}</span> },
      { id: 'day', title: t('day'), width: '96px', text: (row) => row.day },
      { id: 'archiveFileNumber', title: t('archiveFileNumber'), width: '110px', text: (row) => row.archiveFileNumber },
      { id: 'pages', title: t('pages'), width: '60px', align: 'end', text: (row) => String(row.pages) },
      { id: 'scanned', title: t('scanned'), width: '130px', align: 'end', text: (row) => (row.scanned === row.pages ? String(row.scanned) : `${String(row.scanned)} ${t('differs', { n: row.pages - row.scanned })}`), render: (row) => <>{row.scanned} {row.scanned !== row.pages && <span className={`tag ${row.scanned === 0 ? '' : 'answer'}`}>{t('differs', { n: row.pages - row.scanned })}</span>}</> },
      { id: 'box', title: t('box'), width: '60px', align: 'end', text: (row) => (row.box === null ? '—' : String(row.box)) },
    ],
    [t, say],
  )
  const waiting = first?.waiting.filter((row) => row.count > 0) ?? []
  return (
    <>
      {waiting.length > 0 && <p className="finding-note answer">{t('waiting', { list: waiting.map((row) => { const window = findWindow(row.window); return t('waitingOne', { title: window === undefined ? row.window : say(window.short ?? window.title), n: row.count }) }).join(' · ') })}</p>}
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('files')} columns={columns} rows={rows} rowKey={(row) => `${row.caseId} ${row.fileClass}`} count={first?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} height="calc(100vh - 400px)"
        onOpen={(row) => navigate(findWindow(row.window)?.casePath(row.caseId) ?? '/')}
        tools={
          <>
            <select className="plain-select" aria-label={t('year')} value={year} onChange={(event) => setYear(event.target.value)}>
              <option value="">{t('anyYear')}</option>
              {years.map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
            <select className="plain-select" aria-label={t('fileClass')} value={fileClass} onChange={(event) => setFileClass(fileClasses.find((one) => one === event.target.value) ?? '')}>
              <option value="">{t('all')}</option>
              {fileClasses.map((one) => <option key={one} value={one}>{say(fileClassTitles[one])}</option>)}
            </select>
            <Checkbox checked={difference} onChange={(event) => setDifference(event.target.checked)}>{t('difference')}</Checkbox>
            <Button size="small" disabled={year === '' || fileClass === ''} title={year === '' || fileClass === '' ? t('indexNeeds') : undefined} onClick={() => setIndex(true)}>{t('index')}</Button>
          </>
        }
        empty={<EmptyState title={t('noFilesFiled')} hint={t('noFilesFiledHint')} />}
      />
      {index && fileClass !== '' && <PaperDialog route="archiveIndex" args={{ query: { year: Number(year), fileClass } }} name={`${t('index')}-${year}.pdf`} title={`${t('index')} ${year} ${say(fileClassTitles[fileClass])}`} onClose={() => setIndex(false)} />}
    </>
  )
}
