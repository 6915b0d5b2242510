import './archive.css'
import { Link, useParams } from 'wouter'
import { useWords } from '../../shared/i18n.ts'
import { Page } from '../../shared/Page.tsx'
import { BoxesPart } from './BoxesPart.tsx'
import { FilesPart } from './FilesPart.tsx'
import { LogPart } from './LogPart.tsx'
import { words } from './words.ts'

const parts = ['queries', 'proofs', 'files', 'boxes'] as const

/** The archive of the desk: the log of queries, proofs of record, filed cases, boxes. */
const ArchivePage = () => {
  const t = useWords(words)
  const { part } = useParams<{ part?: string }>()
  const now = parts.find((one) => one === part) ?? 'queries'
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <nav className="tabs" aria-label={t('parts')}>
        {parts.map((one) => <Link key={one} href={one === 'queries' ? '/archive' : `/archive/${one}`} {...(one === now && { 'aria-current': 'page' as const })}>{t(one)}</Link>)}
      </nav>
      {now === 'files' ? <FilesPart /> : now === 'boxes' ? <BoxesPart /> : <LogPart key={now} kind={now === 'proofs' ? 'proof' : 'query'} />}
    </Page>
  )
}

export default ArchivePage
