import { Link } from 'wouter'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState } from '../../shared/Page.tsx'
import type { Dashboard } from './cards.tsx'
import { words } from './words.ts'

/** A single thing that the title names already is not named again. */
const named = ({ title, items }: Dashboard['needs'][number]): boolean => items.length > 1 || (items[0] !== undefined && !title.zh.includes(items[0].title.zh))

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
          <span className="need-count">{number(need.count)}</span>
          <span className="need-what">
            <Link href={need.path}>{say(need.title)}</Link>
            {named(need) && need.items.map((item, index) => <Link key={`${item.path} ${String(index)}`} className="need-item" href={item.path}>{say(item.title)}</Link>)}
          </span>
        </li>
      ))}
    </ul>
  )
}
