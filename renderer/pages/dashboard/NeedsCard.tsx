import { Link } from 'wouter'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState } from '../../shared/Page.tsx'
import type { Dashboard } from './cards.tsx'
import { words } from './words.ts'

/** What needs a hand, the urgent first; each opens where it is done, and its first parts one by one. */
export const NeedsCard = ({ data }: { readonly data: Dashboard }) => {
  const t = useWords(words)
  const say = useSay()
  if (data.needs.length === 0) return <EmptyState title={t('noNeeds')} hint={t('noNeedsHint')} />
  return (
    <ul className="needs">
      {data.needs.map((need) => (
        <li key={need.id} className={`need ${need.severity}`}>
          <span className={`tag ${need.severity}`}>{t(`severity_${need.severity}`)}</span>
          <Link href={need.path}>{say(need.title)}</Link>
          <span className="need-count">{number(need.count)}</span>
          {need.items.length > 0 && <span className="need-items">{need.items.map((item, index) => <Link key={`${item.path} ${String(index)}`} href={item.path}>{say(item.title)}</Link>)}</span>}
        </li>
      ))}
    </ul>
  )
}
