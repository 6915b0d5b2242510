import { FinderBox, useFinderText } from '../../../../shared/FinderBox.tsx'
import { useWords } from '../../../../shared/i18n.ts'
import { useRoute } from '../../../../shared/query.ts'
import { HitWords } from '../../../../pages/find/HitWords.tsx'
import { words } from '../words.ts'

/** Finds a case of the burial window as one types; Enter takes the marked one. */
export const CaseFinder = ({ onFound }: { readonly onFound: (id: string) => void }) => {
  const t = useWords(words)
  const text = useFinderText()
  const answer = useRoute('search', { query: { q: text.wanted, limit: 20 } }, { enabled: text.wanted !== '', keep: true })
  const hits = (answer.data?.hits ?? []).filter((hit, index, all) => hit.window === 'burial' && !hit.caseId.includes('/') && all.findIndex((other) => other.caseId === hit.caseId) === index)
  return (
    <FinderBox
      text={text} rows={hits} rowKey={(hit) => hit.caseId} onTake={(hit) => onFound(hit.caseId)} answer={answer} render={(hit) => <HitWords hit={hit} />}
      label={t('fromCase')} listLabel={t('fromCase')} placeholder={t('caseHint')} finding={t('finding')} notFound={t('notFound')}
    />
  )
}
