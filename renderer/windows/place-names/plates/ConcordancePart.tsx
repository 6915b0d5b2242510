import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Section } from '../../../shared/Page.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Papers } from './Papers.tsx'
import { useBook } from './useBook.ts'
import { words } from './words.ts'

const IssueDialog = ({ book, onClose }: { readonly book: PlateBook; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const { act, refresh } = useBook(book)
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState('')
  return (
    <ActDialog title={`${t('act_concorded')} · ${book.name}`} verb={t('act_concorded')} missing={document.trim() === '' ? 'document' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} onRefused={({ code }) => { if (code === 'conflict') refresh() }} act={() => act({ kind: 'concorded', day, document: document.trim() })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="document" span={8} label={t('documentNumber')} required failure={failure} problem={tried && document.trim() === '' ? t('needed') : undefined}><Input value={document} maxLength={200} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

/** 新旧地址对照: old and new addresses after a renaming or renumbering, and the lists that were issued. */
export const ConcordancePart = ({ book }: { readonly book: PlateBook }) => {
  const t = useWords(words)
  const { may } = useSession()
  const [issuing, setIssuing] = useState(false)
  const open = may('case.write') && book.acts.includes('concorded')
  usePageKeys([{ key: 'F9', label: t('act_concorded'), run: () => setIssuing(true), disabled: !open }])
  const columns = useMemo((): readonly Column<PlateBook['concordance'][number]>[] => [
    { id: 'before', title: t('before'), width: 'minmax(200px, 1fr)', text: (row) => row.before },
    { id: 'after', title: t('after'), width: 'minmax(200px, 1fr)', text: (row) => row.after, render: (row) => <b>{row.after}</b> },
  ], [t])
  return (
    <>
      <Section title={t('part_concordance')} acts={open && <Button type="primary" onClick={() => setIssuing(true)}>{t('act_concorded')} <KeyCap name="F9" /></Button>}>
        <p className="quiet">{t('concordanceHint')}</p>
        {book.names.length > 0 && <p>{t('formerNames')}: {book.names.map((one) => t('nameUntil', one)).join('、')}</p>}
        {book.concordance.length === 0 ? <EmptyState title={t('concordanceNone')} /> : <DataTable name={t('part_concordance')} columns={columns} rows={book.concordance} rowKey={({ key, before }) => `${key} ${before}`} exportName={`${book.name}-${t('part_concordance')}`} height="max(240px, calc(100vh - 560px))" />}
      </Section>
      <Section title={t('issued')}>
        {book.concordances.length === 0 ? <p className="quiet">{t('notIssued')}</p> : (
          <ul className="plain-list">{[...book.concordances].reverse().map((one) => <li key={`${one.document} ${one.day}`} className="row"><span>{t('issuedOf', { day: one.day, document: one.document, n: one.rows.length })}</span><Papers book={book} kinds={['concordance']} number={one.document} /></li>)}</ul>
        )}
      </Section>
      {issuing && <IssueDialog book={book} onClose={() => setIssuing(false)} />}
    </>
  )
}
