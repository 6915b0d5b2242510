import { Link, useParams } from 'wouter'
import { useWords } from '../../shared/i18n.ts'
import { Page } from '../../shared/Page.tsx'
import { LedgerPart } from './LedgerPart.tsx'
import { MonthPart } from './MonthPart.tsx'
import { words } from './words.ts'

/** Blank booklets: the ledger, and the month's reconciliation. */
const StockPage = () => {
  const t = useWords(words)
  const { part } = useParams<{ part?: string }>()
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <nav className="tabs" aria-label={t('title')}>
        <Link href="/stock" {...(part !== 'month' && { 'aria-current': 'page' as const })}>
          {t('ledger')}
        </Link>
        <Link href="/stock/month" {...(part === 'month' && { 'aria-current': 'page' as const })}>
          {t('month')}
        </Link>
      </nav>
      {part === 'month' ? <MonthPart /> : <LedgerPart />}
    </Page>
  )
}

export default StockPage
