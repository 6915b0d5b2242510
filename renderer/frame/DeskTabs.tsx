/** The windows of one desk beside each other, above their lists: 结婚登记 · 离婚登记 · 补领 · 档案. */
import { Link } from 'wouter'
import { useSay, useWords } from '../shared/i18n.ts'
import { useSession } from '../shared/session.tsx'
import { findWindow, windows, windowsOfDesk } from '../windows.ts'
import { words } from './words.ts'

/** The window one of whose lists stands at a path; a case has the page to itself. */
const listedAt = (path: string) => windows.find((window) => (window.lists ?? [window.path]).includes(path))

export const DeskTabs = ({ path }: { readonly path: string }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const here = listedAt(path)
  if (here === undefined) return null
  const desk = here.under ?? here.id
  const all = windowsOfDesk(desk).filter((window) => may(window.permission))
  if (all.length < 2) return null
  return (
    <nav className="tabs desk-tabs" aria-label={t('windowsOf', { desk: say(findWindow(desk)?.title ?? here.title) })}>
      {all.map((window) => (
        <Link key={window.id} href={window.path} {...(window.id === here.id && { 'aria-current': 'page' as const })}>
          {say(window.short ?? window.title)}
        </Link>
      ))}
    </nav>
  )
}
