import './dashboard.css'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import { call, type ApiFailure } from '../../shared/client.ts'
import { dayWithWeekday } from '../../shared/format.ts'
import { useLanguage, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { useOpening } from '../../shared/opening.tsx'
import { EmptyState, FailurePanel, Loaded, Page, Section } from '../../shared/Page.tsx'
import { queries, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { DeadlinesCard, ReportCard, StockCard, TodayCard, UnclosedCard, type Dashboard } from './cards.tsx'
import { hideCard, moveCard, readLayout, showCard, soundLayout, wideCards, type Card, type Layout } from './layout.ts'
import { MonthCard } from './MonthCard.tsx'
import { NeedsCard } from './NeedsCard.tsx'
import { words } from './words.ts'

const key = 'dashboard'
// A value of any JSON is a type without end: what is kept here is said by hand.
const keep = call as unknown as (id: 'putPreference', args: { readonly params: { readonly key: string }; readonly body: { readonly value: Layout } }) => Promise<unknown>

/** The layout that this account keeps, and the way to change it; a change is kept at once. */
const useLayout = () => {
  const kept = useRoute('getPreference', { params: { key } }, { fresh: Number.POSITIVE_INFINITY })
  const put = useMutation<unknown, ApiFailure, Layout>({ mutationFn: ({ order, hidden }) => keep('putPreference', { params: { key }, body: { value: { order, hidden } } }), retry: false, networkMode: 'always' })
  const [own, setOwn] = useState<Layout>()
  const layout = own ?? readLayout(kept.data?.value)
  const change = (next: Layout): void => {
    setOwn(next)
    queries.setQueryData(['getPreference', { params: { key } }], { value: next })
    put.mutate(next)
  }
  return { layout, change, ready: kept.data !== undefined || kept.error !== null, failure: put.error ?? kept.error }
}

/** 总览: what a manager looks at first, in the order she likes. */
const DashboardPage = () => {
  const t = useWords(words)
  const language = useLanguage()
  const { may } = useSession()
  const [arranging, setArranging] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const answer = useRoute('getDashboard', undefined, { every: 60_000, keep: true })
  const { layout, change, ready, failure } = useLayout()
  const { open, number, dialog } = useOpening()
  const cardsOf = (data: Dashboard): Readonly<Record<Card, { readonly view: ReactNode; readonly act?: ReactNode }>> => ({
    needs: { view: <NeedsCard data={data} /> },
    today: { view: <TodayCard data={data} number={number} />, act: <Link href="/day">{t('toDay')}</Link> },
    month: { view: <MonthCard data={data} number={number} />, act: <Link href="/pictures">{t('toPictures')}</Link> },
    deadlines: { view: <DeadlinesCard data={data} number={number} open={open} />, act: <Link href="/pictures">{t('toPictures')}</Link> },
    stock: { view: <StockCard data={data} />, act: <Link href="/stock">{t('toStock')}</Link> },
    report: { view: <ReportCard />, act: <Link href="/compliance">{t('toCompliance')}</Link> },
    unclosed: { view: <UnclosedCard data={data} />, act: <Link href="/day">{t('toDay')}</Link> },
  })
  const offered = (card: Card): boolean => card !== 'report' || may('report.read')
  const shown = layout.order.filter((card) => offered(card) && !layout.hidden.includes(card))
  const hidden = layout.order.filter((card) => offered(card) && layout.hidden.includes(card))
  /** The button that was pressed keeps the focus where it has moved to; another of the page takes it where it is gone. */
  const act = (next: Layout, ...names: readonly string[]): void => {
    flushSync(() => change(next))
    for (const name of names) {
      const button = place.current?.querySelector<HTMLButtonElement>(`[data-act="${name}"]:not(:disabled)`)
      if (button === null || button === undefined) continue
      button.focus()
      return
    }
  }
  const toggle = (): void => setArranging(!arranging)
  useEffect(() => {
    if (arranging) place.current?.querySelector<HTMLButtonElement>('[data-act]')?.focus()
  }, [arranging])
  const keys = useMemo(() => [{ key: 'F6', label: t(arranging ? 'arranged' : 'arrange'), run: () => setArranging(!arranging) }, { key: 'F8', label: t('toPrint'), run: () => globalThis.print() }], [t, arranging])
  usePageKeys(keys)
  const title = (card: Card): string => t(`card_${card}`)
  const button = (card: Card, name: 'up' | 'down' | 'hide', next: Layout, disabled: boolean, ...after: readonly string[]) => (
    <Button size="small" data-act={`${name}-${card}`} disabled={disabled} aria-label={t('ofCard', { act: t(name), card: title(card) })} onClick={() => act(next, `${name}-${card}`, ...after)}>{t(name)}</Button>
  )
  return (
    <Page
      title={t('title')} lead={answer.data === undefined ? undefined : <>{dayWithWeekday(answer.data.today, language)} · {t('took', { n: Math.max(1, Math.round(answer.data.milliseconds)) })}</>} wide
      acts={<><Button aria-pressed={arranging} onClick={toggle}>{t(arranging ? 'arranged' : 'arrange')} <KeyCap name="F6" /></Button>{arranging && <Button onClick={() => change(soundLayout)}>{t('reset')}</Button>}</>}
    >
      <div ref={place} className="dashboard-place">
        {arranging && (
          <Section title={t('arrange')}>
            <p className="quiet">{t('arrangeHint')}</p>
            {hidden.length > 0 && <p className="hidden-cards"><span className="quiet">{t('hiddenCards')}</span>{hidden.map((card) => <Button key={card} size="small" data-act={`show-${card}`} aria-label={t('ofCard', { act: t('show'), card: title(card) })} onClick={() => act(showCard(layout, card), `hide-${card}`)}>{title(card)}</Button>)}</p>}
          </Section>
        )}
        {failure !== null && <FailurePanel failure={failure} title={t('notKept')} />}
        <Loaded of={answer}>
          {(data) => {
            if (!ready) return null
            const views = cardsOf(data)
            if (shown.length === 0) return <EmptyState title={t('allHidden')} hint={t('allHiddenHint')} />
            return (
              <div className="dashboard">
                {shown.map((card, index) => (
                  <div key={card} className={wideCards.includes(card) ? 'wide-card' : ''} data-card={card}>
                    <Section
                      title={title(card)}
                      acts={arranging ? (
                        <span className="card-acts">
                          {button(card, 'up', moveCard(layout, card, -1), index === 0, `down-${card}`)}
                          {button(card, 'down', moveCard(layout, card, 1), index === shown.length - 1, `up-${card}`)}
                          {button(card, 'hide', hideCard(layout, card), false, `show-${card}`)}
                        </span>
                      ) : views[card].act}
                    >
                      {views[card].view}
                    </Section>
                  </div>
                ))}
              </div>
            )
          }}
        </Loaded>
      </div>
      {dialog}
    </Page>
  )
}

export default DashboardPage
