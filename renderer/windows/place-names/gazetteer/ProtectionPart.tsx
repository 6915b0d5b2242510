import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { protectionClasses } from '../../../../domain/place-names/gazetteer/actions.ts'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words as mapWords } from '../map/words.ts'
import { words } from './words.ts'

type Line = Reply<'protectionList'>['rows'][number]

/** 地名保护名录. */
export const ProtectionPart = () => {
  const t = useWords(words)
  const kinds = useWords(mapWords)
  const say = useSay()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const list = useRoute('protectionList', {}, { keep: true })
  const columns = useMemo((): readonly Column<Line>[] => [
    { id: 'name', title: t('name'), width: 'minmax(110px, 1fr)', text: (row) => row.name, render: (row) => <span className="row-name">{row.name}</span> },
    { id: 'text', title: t('spelling'), width: 'minmax(110px, 1fr)', text: (row) => row.text, render: (row) => <span className="pinyin" lang="zh-Latn">{row.text}</span> },
    { id: 'kind', title: t('kind'), width: '92px', text: (row) => kinds(`kind_${row.kind}`) },
    { id: 'classes', title: t('protectedClasses'), width: 'minmax(120px, 1fr)', text: (row) => row.classes.map((code) => { const found = protectionClasses.find((one) => one.code === code); return found === undefined ? code : say(found) }).join('、') },
    { id: 'value', title: t('value'), width: 'minmax(140px, 1.6fr)', text: (row) => (row.value === '' ? row.meaning : row.value) },
    { id: 'document', title: t('document'), width: 'minmax(110px, 1fr)', text: (row) => row.document },
    { id: 'published', title: t('publishedOn'), width: '88px', text: (row) => row.publishedOn },
    { id: 'copied', title: t('copiedTo'), width: 'minmax(90px, 0.8fr)', text: (row) => row.copiedTo },
    { id: 'origin', title: t('origin'), width: 'minmax(120px, 1.2fr)', text: (row) => [row.origin, row.history].filter((part) => part !== '').join(' ') },
  ], [t, kinds, say])
  return (
    <>
      <p className="quiet">{t('protectionLead')}</p>
      <FailurePanel failure={list.error} onRetry={() => void list.refetch()} />
      <DataTable name={t('protection')} columns={columns} rows={list.data?.rows ?? []} rowKey={(row) => row.entityId} busy={list.isFetching} {...(may('case.export') && { exportName: t('protection') })} onOpen={(row) => navigate(`/place-names/gazetteer/${row.entityId}`)} empty={<EmptyState title={t('protectionEmpty')} hint={t('protectionEmptyHint')} />} />
    </>
  )
}
