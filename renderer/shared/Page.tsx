/**
 * The frame of one page: its title, acts at the right, and the states every page shares.
 *   <Page title={t('title')} acts={<Button …/>}>…</Page>
 *   <Loaded of={query}>{(data) => …}</Loaded>      waits quietly, after 200 ms in words; a failure in words with a retry
 *   <FailurePanel failure={act.error} />           what happened, what is safe, what to do; never a toast
 *   <EmptyState title=… hint=… act=… />            what will stand here and how to begin
 */
import { Alert, Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { ApiFailure } from './client.ts'
import { useSay, useWords } from './i18n.ts'
import { ShellFailure } from './shell.ts'
import { shared } from './words.ts'

export interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly acts?: ReactNode
  readonly children: ReactNode
  /** Uses the whole width, for lists. */
  readonly wide?: boolean
}

export const Page = ({ title, lead, acts, children, wide = false }: PageProps) => {
  const t = useWords(shared)
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <article className={wide ? 'page wide' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {acts !== undefined && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </article>
  )
}

/** True once `busy` has lasted a while; short waits show nothing. */
export const useLate = (busy: boolean, after = 200): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!busy) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [busy, after])
  return late && busy
}

/** Says that something is under way, once it has taken 200 ms. */
export const Waiting = ({ words }: { readonly words?: string }) => {
  const t = useWords(shared)
  const late = useLate(true)
  return (
    <p className="waiting quiet" role="status">
      {late ? (words ?? t('loading')) : ''}
    </p>
  )
}

export interface FailurePanelProps {
  readonly failure: unknown
  readonly onRetry?: () => void
  readonly title?: string
  /** Says that what was typed is still there. */
  readonly safe?: boolean
}

export const FailurePanel = ({ failure, onRetry, title, safe = false }: FailurePanelProps) => {
  const t = useWords(shared)
  const say = useSay()
  if (failure === null || failure === undefined) return null
  const words = failure instanceof ApiFailure || failure instanceof ShellFailure ? say(failure.text) : failure instanceof Error ? failure.message : String(failure)
  return (
    <Alert
      className="failure"
      role="alert"
      type="error"
      showIcon
      title={title ?? t('errorTitle')}
      description={
        <>
          {words}
          {safe && <> {t('safe')}</>}
        </>
      }
      {...(onRetry !== undefined && {
        action: (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        ),
      })}
    />
  )
}

export interface LoadedProps<T> {
  readonly of: UseQueryResult<T, ApiFailure>
  readonly children: (data: T) => ReactNode
}

export const Loaded = <T,>({ of, children }: LoadedProps<T>) => {
  const t = useWords(shared)
  const late = useLate(of.isPlaceholderData, 300)
  if (of.data !== undefined) {
    if (!late) return <>{children(of.data)}</>
    return (
      <div className="stale" aria-busy="true">
        <p className="stale-words" role="status">
          {t('loading')}
        </p>
        {children(of.data)}
      </div>
    )
  }
  if (of.error !== null) return <FailurePanel failure={of.error} title={t('noReading')} onRetry={() => void of.refetch()} />
  return <Waiting />
}

export const EmptyState = ({ title, hint, act }: { readonly title: string; readonly hint?: ReactNode; readonly act?: ReactNode }) => (
  <div className="empty-state">
    <p className="empty-title">{title}</p>
    {hint !== undefined && <p className="quiet">{hint}</p>}
    {act}
  </div>
)

/** A part of a page with a heading; `fold` makes it fold. */
export const Section = ({ title, acts, children, id }: { readonly title: ReactNode; readonly acts?: ReactNode; readonly children: ReactNode; readonly id?: string }) => (
  <section className="section" {...(id !== undefined && { id })}>
    <header className="section-head">
      <h2>{title}</h2>
      {acts !== undefined && <div className="section-acts">{acts}</div>}
    </header>
    {children}
  </section>
)

/** Facts as pairs of name and value. */
export const Facts = ({ rows }: { readonly rows: readonly (readonly [label: ReactNode, value: ReactNode])[] }) => (
  <dl className="facts">
    {rows.map(([label, value], index) => (
      <div key={index}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
