import { Link, useLocation } from 'wouter'
import { useSay, useWords } from '../shared/i18n.ts'
import { useSession } from '../shared/session.tsx'
import { windows } from '../windows.ts'
import { words } from './words.ts'

const tabTitles = { marriage: 'tab.marriage', divorce: 'tab.divorce', reissue: 'tab.reissue', archive: 'tab.archive' } as const

/** The windows of one desk as tabs over their pages: 结婚 · 离婚 · 补领 · 查档. Nothing where the desk has one window only. */
export const DeskTabs = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [path] = useLocation()
  const within = (target: string): boolean => path === target || path.startsWith(`${target}/`)
  const here = windows.find((window) => within(window.path))
  if (here === undefined) return null
  const desk = here.under ?? here.id
  const tabs = windows.filter((window) => (window.under ?? window.id) === desk && may(window.permission))
  if (tabs.length < 2) return null
  return (
    <nav className="desk-tabs" aria-label={t('tabs')}>
      {tabs.map((window) => {
        const title = tabTitles[window.id as keyof typeof tabTitles] as (typeof tabTitles)[keyof typeof tabTitles] | undefined
        return <Link key={window.id} href={window.path} tabIndex={-1} {...(window === here && { 'aria-current': 'page' as const })}>{title === undefined ? say(window.title) : t(title)}</Link>
      })}
    </nav>
  )
}
