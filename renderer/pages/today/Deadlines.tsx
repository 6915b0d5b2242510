import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { Section, Waiting } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { worklistTones } from '../worklist/lists.ts'
import { NoTable } from '../worklist/NoTable.tsx'
import { words } from './words.ts'

/** The four lists of divorce deadlines with their counts; each opens its list, F8 prints them all. */
export const Deadlines = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [printing, setPrinting] = useState(false)
  const answer = useRoute('divorceWorklist', { query: { limit: 1 } }, { keep: true, every: 60_000 })
  const data = answer.error === null ? answer.data : undefined
  usePageKeys([{ key: 'F8', label: t('printDeadlines'), disabled: data === undefined, run: () => setPrinting(true) }])
  return (
    <Section title={t('deadlines')} acts={data !== undefined && <Button onClick={() => setPrinting(true)}>{t('printDeadlines')} <KeyCap name="F8" /></Button>}>
      {answer.error !== null ? (
        <NoTable failure={answer.error} onRetry={() => void answer.refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <nav className="deadline-cards" aria-label={t('deadlines')}>
          {data.lists.map((list) => (
            <Link key={list.kind} href={`/worklist?kind=${list.kind}`} className={`deadline-card ${list.count > 0 ? worklistTones[list.kind] : ''}`}>
              <span className="deadline-count">{number(list.count)}</span>
              <span>{say(list.title)}</span>
            </Link>
          ))}
        </nav>
      )}
      {printing && <PaperDialog route="divorceWorklistSheet" args={{ query: {} }} name={`${t('deadlines')}-${office.today}.pdf`} title={t('deadlines')} onClose={() => setPrinting(false)} />}
    </Section>
  )
}
