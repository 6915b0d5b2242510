/** The pages of the place-name desk beside each other; every one of them begins with this row. `<PlaceNameTabs />` */
import { Link, useLocation } from 'wouter'
import type { Permission } from '../../../../api/schemas/route.ts'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from './words.ts'

const tabs = [
  ['cases', 'case.search'], ['gazetteer', 'case.search'], ['map', 'case.search'], ['plates', 'case.search'], ['proofs', 'case.search'], ['plans', 'case.search'],
  ['boundaries', 'case.search'], ['irregular', 'case.search'], ['documents', 'case.search'], ['tables', 'count.read'], ['report', 'count.read'], ['profile', 'setting.read'],
] as const satisfies readonly (readonly [id: string, permission: Permission])[]
const pathOf = (id: (typeof tabs)[number][0]): string => (id === 'cases' ? '/place-names' : `/place-names/${id}`)

export const PlaceNameTabs = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [path] = useLocation()
  const here = (target: string): boolean => path === target || (target !== '/place-names' && path.startsWith(`${target}/`))
  return (
    <nav className="tabs desk-tabs" aria-label={t('tabs')}>
      {tabs.filter(([, permission]) => may(permission)).map(([id]) => (
        <Link key={id} href={pathOf(id)} {...(here(pathOf(id)) && { 'aria-current': 'page' as const })}>
          {t(`tab.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
