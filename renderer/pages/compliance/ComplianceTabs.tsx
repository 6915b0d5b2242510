import { Link, useLocation } from 'wouter'
import { useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

const tabs = [['tab_run', '/compliance'], ['tab_reports', '/compliance/reports'], ['tab_drawings', '/compliance/drawings']] as const

/** The three pages of compliance beside each other. */
export const ComplianceTabs = () => {
  const t = useWords(words)
  const [path] = useLocation()
  const here = (target: string): boolean => (target === '/compliance' ? path === target || path === '/inspection' : path.startsWith(target))
  return <nav className="tabs no-print" aria-label={t('tabs')}>{tabs.map(([id, target]) => <Link key={id} href={target} {...(here(target) && { 'aria-current': 'page' as const })}>{t(id)}</Link>)}</nav>
}
