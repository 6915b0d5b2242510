/** The pages of funeral affairs beside each other; every one of them begins with this row. `<BurialTabs />` */
import { Link, useLocation } from 'wouter'
import type { Permission } from '../../../api/schemas/route.ts'
import { useWords } from '../../shared/i18n.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

const tabs: readonly { readonly id: 'cases' | 'plots' | 'waivers' | 'policies' | 'relocation' | 'facilities' | 'grounds' | 'tables' | 'numbers'; readonly path: string; readonly permission: Permission }[] = [
  { id: 'cases', path: '/burial', permission: 'case.search' },
  { id: 'plots', path: '/burial/plots', permission: 'case.search' },
  { id: 'waivers', path: '/burial/waivers', permission: 'count.read' },
  { id: 'policies', path: '/burial/policies', permission: 'rule.read' },
  { id: 'relocation', path: '/burial/relocation', permission: 'case.search' },
  { id: 'facilities', path: '/burial/facilities', permission: 'case.search' },
  { id: 'grounds', path: '/burial/grounds', permission: 'case.search' },
  { id: 'tables', path: '/burial/tables', permission: 'count.read' },
  { id: 'numbers', path: '/burial/numbers', permission: 'case.search' },
]

export const BurialTabs = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [path] = useLocation()
  const here = (target: string): boolean => path === target || (target !== '/burial' && path.startsWith(`${target}/`))
  return (
    <nav className="tabs desk-tabs" aria-label={t('tabs')}>
      {tabs.filter((tab) => may(tab.permission)).map((tab) => (
        <Link key={tab.id} href={tab.path} {...(here(tab.path) && { 'aria-current': 'page' as const })}>
          {t(`tab.${tab.id}`)}
        </Link>
      ))}
    </nav>
  )
}
