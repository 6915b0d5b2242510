/** The desk around a page: header, rail, page, bottom. */
import { Component, lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType, type ErrorInfo, type ReactNode } from 'react'
import { Button } from 'antd'
import { Link, Route, Switch, useLocation } from 'wouter'
import type { Session } from '../../api/schemas/office.ts'
import { pages, seesPage } from '../pages.ts'
import { useSay, useWords, wordsNow } from '../shared/i18n.ts'
import { KeyBar } from '../shared/KeyBar.tsx'
import { keyWords, pressKey, usePageKeys, type PageKey } from '../shared/keyboard.ts'
import { EmptyState, Waiting } from '../shared/Page.tsx'
import { useRoute } from '../shared/query.ts'
import { useSession } from '../shared/session.tsx'
import { offeredWindows, windowsOfDesk } from '../windows.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Mark } from './Brand.tsx'
import { Clock } from './Clock.tsx'
import { DeskTabs } from './DeskTabs.tsx'
import { HealthWords } from './HealthWords.tsx'
import { Search } from './Search.tsx'
import { words } from './words.ts'

export interface FrameProps {
  readonly onSession: (session: Session) => void
  readonly onLock: () => void
  readonly onSignOut: () => void
}

type Load = () => Promise<{ readonly default: ComponentType }>
const lazyPages = new Map<Load, ComponentType>()
const readyPages = new Map<Load, ComponentType>()

/** Fetches a page's module ahead of its first use. */
const fetchPage = async (load: Load): Promise<void> => {
  readyPages.set(load, (await load()).default)
}
const lazyPage = (load: Load): ComponentType => {
  let page = lazyPages.get(load)
  if (page === undefined) {
    page = lazy(load as () => Promise<{ default: ComponentType }>)
    lazyPages.set(load, page)
  }
  return page
}

/** A page of the desk. One that has been fetched is drawn at once: React holds a lazy one back for a third of a second even then. */
const PageView = ({ load }: { readonly load: Load }) => {
  const [{ View }] = useState(() => ({ View: readyPages.get(load) ?? lazyPage(load) }))
  return <View />
}

/** Keeps the desk standing when one page fails. */
class PageGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean; readonly gone: boolean }> {
  override state = { failed: false, gone: false }
  static getDerivedStateFromError(error: unknown): { failed: boolean; gone: boolean } {
    // After an update the files of the former version are gone: only loading the whole desk helps.
    return { failed: true, gone: error instanceof TypeError && /dynamically imported module/.test(error.message) }
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const t = wordsNow(words)
    return <EmptyState title={t('brokenTitle')} hint={t('brokenHint')} act={<Button onClick={() => (this.state.gone ? location.reload() : this.setState({ failed: false }))}>{t('reload')}</Button>} />
  }
}

const NotFound = () => {
  const t = useWords(words)
  return <EmptyState title={t('notFoundTitle')} hint={t('notFoundHint')} act={<Link href="/">{t('toToday')}</Link>} />
}

const Rail = () => {
  const t = useWords(words)
  const say = useSay()
  const { may, office } = useSession()
  const [path] = useLocation()
  const here = (target: string): boolean => (target === '/' ? path === '/' : path === target || path.startsWith(`${target}/`))
  // Those who sign the days see how many wait, as a number and no more.
  const days = useRoute('listDays', { query: { month: office.today.slice(0, 7) } }, { enabled: may('day.close'), every: 300_000, keep: true, fresh: 60_000 })
  const unclosed = days.data?.unclosed.length ?? 0
  const entry = (target: string, title: string, key?: string, within: readonly string[] = [target]) => (
    <Link key={target} href={target} {...(within.some(here) && { 'aria-current': 'page' as const })}>
      {title}
      {target === '/day' && unclosed > 0 && <span className="rail-number" title={t('daysUnclosed', { n: unclosed })}><span aria-hidden="true">{unclosed}</span><span className="hidden-words"> {t('daysUnclosed', { n: unclosed })}</span></span>}
      {key !== undefined && <kbd aria-hidden="true">{keyWords(key)}</kbd>}
    </Link>
  )
  const group = (name: 'work' | 'counts' | 'office') => pages.filter((page) => page.group === name && seesPage(page, may, office.windows)).map((page) => entry(page.path, t(page.id), page.key))
  const counts = group('counts')
  return (
    <nav className="rail" aria-label={t('rail')}>
      {group('work')}
      {offeredWindows(office.windows)
        .filter((window) => window.under === undefined && may(window.permission))
        .map((desk) => entry(desk.path, say(desk.title), desk.key, windowsOfDesk(desk.id).map((window) => window.path)))}
      {counts.length > 0 && <div className="rail-gap" />}
      {counts}
      <div className="rail-gap" />
      {group('office')}
    </nav>
  )
}

export const Frame = ({ onSession, onLock, onSignOut }: FrameProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office, may } = useSession()
  const [path, navigate] = useLocation()
  const main = useRef<HTMLElement>(null)
  const offered = office.windows

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      pressKey(event)
    }
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
  useEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [path])

  // The other pages are fetched while nothing else is asked for, so that going to one takes no time.
  useEffect(() => {
    const wanted = [...offeredWindows(offered).filter((window) => may(window.permission)).flatMap((window) => window.routes), ...pages.filter((page) => seesPage(page, may, offered))]
    let at = 0
    const next = (): void => {
      const one = wanted[at++]
      if (one !== undefined) waiting = requestIdleCallback(() => void fetchPage(one.load).then(next, () => undefined), { timeout: 5_000 })
    }
    let waiting = requestIdleCallback(next, { timeout: 3_000 })
    return () => cancelIdleCallback(waiting)
  }, [may, offered])

  const keys = useMemo<readonly PageKey[]>(
    () => [
      { key: '/', label: t('search'), quiet: !may('case.search'), disabled: !may('case.search'), run: () => document.querySelector<HTMLInputElement>('#desk-search')?.focus() },
      ...offeredWindows(offered).filter((window) => window.key !== undefined && may(window.permission)).map((window) => ({ key: window.key ?? '', label: say(window.title), quiet: true, run: () => navigate(window.path) })),
      ...pages.filter((page) => page.key !== undefined && seesPage(page, may, offered)).map((page) => ({ key: page.key ?? '', label: t(page.id), quiet: true, run: () => navigate(page.path) })),
      { key: 'Ctrl+l', label: t('lockNow'), quiet: true, run: onLock },
      { key: '?', label: t('help'), run: () => navigate('/help') },
    ],
    [t, say, may, navigate, offered, onLock],
  )
  usePageKeys(keys)

  const routes = useMemo(
    () => [
      ...offeredWindows(offered).filter((window) => may(window.permission)).flatMap((window) => window.routes),
      ...pages.filter((page) => seesPage(page, may, offered)).flatMap((page) => [page.path, ...(page.also ?? [])].map((pattern) => ({ path: pattern, load: page.load }))),
    ],
    [may, offered],
  )
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="frame-head">
        <Link href="/" className="brand">
          <Mark /> {t('product')}
        </Link>
        <span className="office-name" title={office.name}>
          {office.name}
        </span>
        {office.sample && !office.name.includes(t('sample')) && (
          <span className="sample-mark" title={t('sampleWhy')}>
            {t('sample')}
          </span>
        )}
        {may('case.search') && <Search />}
        <div className={may('case.search') ? 'head-right' : 'head-right push'}>
          <AccountMenu onSession={onSession} onLock={onLock} onSignOut={onSignOut} />
          <Clock />
        </div>
      </header>
      <Rail />
      <main className="frame-main" id="main" ref={main} tabIndex={-1}>
        <DeskTabs path={path} />
        <PageGuard key={path}>
          <Suspense fallback={<Waiting />}>
            <Switch>
              {routes.map((route) => (
                <Route key={route.path} path={route.path}>
                  <PageView load={route.load} />
                </Route>
              ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </PageGuard>
      </main>
      <footer className="frame-foot">
        <KeyBar />
        <HealthWords />
      </footer>
    </div>
  )
}
