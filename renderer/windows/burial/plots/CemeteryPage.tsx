import './plots.css'
import { Button, Input, type InputRef } from 'antd'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useLocation, useParams, useSearchParams } from 'wouter'
import type { CemeteryLine } from '../../../../api/schemas/placement.ts'
import { cemeteryKinds } from '../../../../domain/burial/placement/codes.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Loaded, Page, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import type { Filter, Letter, Place, Zoom } from './board/board.ts'
import { letterStates, letters, mapOf, placeOf, readJump, zooms } from './board/board.ts'
import { Legend } from './board/Legend.tsx'
import { PlotBoard, type BoardHandle } from './board/PlotBoard.tsx'
import { countOf, plotHref, sectionName } from './names.ts'
import { PlotFinder } from './PlotFinder.tsx'
import { PlotPanel } from './PlotPanel.tsx'
import { SectionDialog } from './SectionDialog.tsx'
import { words } from './words.ts'

/** The zoom this clerk keeps on this machine. */
const zoomKept = 'lantai.burial.zoom'
const keptZoom = (): Zoom => {
  const kept = Number(localStorage.getItem(zoomKept) ?? '1')
  return kept === 0 || kept === 2 || kept === 3 ? kept : 1
}
/** A filter in an address, by the state or band a figure stands for. */
const filterOf = (only: string): Filter => {
  const letter = letters.find((one) => letterStates[one] === only)
  return new Set(letter !== undefined ? [letter] : only === 'expiring' || only === 'expired' ? [only] : [])
}
const wordsOfFilter = (filter: Filter): string => {
  const [one] = filter
  return filter.size !== 1 || one === undefined ? '' : one === 'expiring' || one === 'expired' ? one : letterStates[one as Letter]
}

/** Least height of the board with its panel in px. */
const leastHeight = 380
/** The height that is left on the page below where an element begins, so that the board fills it and nothing else scrolls. */
const useRest = (of: { readonly current: HTMLElement | null }, when: boolean): number => {
  const [height, setHeight] = useState(leastHeight)
  useLayoutEffect(() => {
    const main = of.current?.closest<HTMLElement>('.frame-main')
    if (!when || main === null || main === undefined) return
    const measure = (): void => {
      if (of.current === null) return
      const below = Number.parseFloat(getComputedStyle(main).paddingBottom)
      setHeight(Math.max(leastHeight, Math.floor(main.clientHeight - (of.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop) - Math.min(below, 12))))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(main)
    return () => watcher.disconnect()
  }, [of, when])
  return height
}

const SectionBoard = ({ cemetery, section }: { readonly cemetery: CemeteryLine; readonly section: string }) => {
  const t = useWords(words)
  const [params, setParams] = useSearchParams()
  const opened = params.get('plot') ?? ''
  const only = params.get('only') ?? ''
  const board = useRoute('plotBoard', { params: { id: cemetery.id }, query: { section } }, { keep: true })
  const map = useMemo(() => (board.data === undefined ? undefined : mapOf(board.data)), [board.data])
  const [zoom, setZoom] = useState<Zoom>(keptZoom)
  const [filter, setFilter] = useState<Filter>(() => filterOf(only))
  const [cursor, setCursor] = useState<Place>({ line: 0, column: 0 })
  const [jump, setJump] = useState<string>()
  const jumpField = useRef<InputRef>(null)
  const handle = useRef<BoardHandle>(null)
  const place = useRef<HTMLDivElement>(null)
  const put = useCallback((change: Readonly<Record<string, string>>): void => setParams((now) => {
    const next = new URLSearchParams(now)
    for (const [name, value] of Object.entries(change)) if (value === '') next.delete(name); else next.set(name, value)
    return next
  }, { replace: true }), [setParams])
  const known = map !== undefined && map.section === section
  const height = useRest(place, known)
  // An address names the plot that is open: the cursor stands on it.
  useEffect(() => {
    if (!known || opened === '') return
    const place = placeOf(map, opened)
    if (place !== undefined) setCursor((now) => (now.line === place.line && now.column === place.column ? now : place))
  }, [opened, map, known])
  const changeZoom = (next: number): void => {
    const chosen = ([0, 1, 2, 3] as const).find((one) => one === Math.max(0, Math.min(3, next))) ?? 1
    setZoom(chosen)
    localStorage.setItem(zoomKept, String(chosen))
  }
  const changeFilter = (next: Filter): void => {
    setFilter(next)
    put({ only: wordsOfFilter(next) })
  }
  const begin = (digit: string): void => {
    flushSync(() => setJump(digit))
    jumpField.current?.focus({ cursor: 'end' })
  }
  const target = known && jump !== undefined && jump.trim() !== '' ? readJump(map, jump, cursor) : undefined
  const closePanel = useCallback((): void => {
    put({ plot: '' })
    requestAnimationFrame(() => handle.current?.focus())
  }, [put])
  const current = cemetery.sections.find((one) => one.section.code === section)?.section
  usePageKeys([{ key: 'F6', label: t('toBoard'), run: () => handle.current?.focus() }])
  if (!known) return board.error === null ? <Waiting words={t('drawing')} /> : <FailurePanel failure={board.error} onRetry={() => void board.refetch()} />
  return (
    <div ref={place} className={opened === '' ? 'plot-place' : 'plot-place open'} style={{ height }}>
      <div className="plot-main">
        <FailurePanel failure={board.error} onRetry={() => void board.refetch()} />
        <Legend standing={board.data?.standing ?? { plots: 0, byState: {}, expiring: 0, expired: 0, occupants: 0 }} filter={filter} onChange={changeFilter} />
        <div className="plot-tools">
          <Choices label={t('zoom')} value={zoom} options={([0, 1, 2, 3] as const).map((one) => ({ value: one, title: t(`zoom_${one}`) }))} onChange={changeZoom} />
          <label className="row">
            <span className="quiet">{t('jump')}</span>
            <Input
              ref={jumpField} className="plot-jump" value={jump ?? ''} maxLength={24} placeholder={t(map.niches ? 'jumpNiche' : 'jumpPlot')} autoComplete="off" status={jump !== undefined && jump.trim() !== '' && target === undefined ? 'error' : ''} aria-label={t('jump')} aria-describedby="jump-note"
              onChange={(event) => setJump(event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return
                if (event.key === 'Enter') {
                  event.preventDefault()
                  if (target === undefined) return
                  flushSync(() => {
                    setCursor(target)
                    setJump(undefined)
                  })
                  handle.current?.focus()
                } else if (event.key === 'Escape') {
                  event.preventDefault()
                  event.stopPropagation()
                  setJump(undefined)
                  handle.current?.focus()
                }
              }}
            />
          </label>
          <span id="jump-note" role="status" className="finding-note-place">{jump !== undefined && jump.trim() !== '' && target === undefined && <span className="finding-note stop">{t('noSuchPlot')}</span>}</span>
          <span className="quiet" role="status">{current === undefined ? '' : t('sectionFacts', { n: number(map.plots), most: current.capacity })}{board.isFetching ? ` · ${t('renewing')}` : ''}</span>
        </div>
        <PlotBoard
          ref={handle} map={map} name={`${cemetery.facts.name} ${current?.name ?? section}`} size={zooms[zoom]} filter={filter} cursor={cursor} opened={opened}
          onCursor={setCursor} onOpen={(plot) => put({ plot })} onDigit={begin} onZoom={(step) => changeZoom(zoom + step)}
        />
      </div>
      {opened !== '' && <PlotPanel key={opened} id={opened} cemetery={cemetery} onClose={closePanel} />}
    </div>
  )
}

/** One cemetery or columbarium: its sections as boards, and the plot that is open beside. */
const CemeteryPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const { cemetery: id = '' } = useParams<{ cemetery: string }>()
  const [params] = useSearchParams()
  const [, navigate] = useLocation()
  const [laying, setLaying] = useState(false)
  const cemeteries = useRoute('listCemeteries', { query: {} }, { keep: true })
  const cemetery = cemeteries.data?.cemeteries.find((one) => one.id === id)
  const section = cemetery?.sections.find((one) => one.section.code === params.get('section'))?.section.code ?? cemetery?.sections[0]?.section.code
  const only = wordsOfFilter(filterOf(params.get('only') ?? ''))
  usePageKeys([{ key: 'F9', label: t('layOut'), run: () => setLaying(true), disabled: !may('ground.write') || cemetery === undefined }])
  const kind = cemeteryKinds.find(({ code }) => code === cemetery?.facts.kind)
  return (
    <>
      <BurialTabs />
      <Page
        wide title={cemetery?.facts.name ?? t('title')}
        lead={cemetery === undefined ? undefined : <><Link href="/burial/plots">{t('cemeteries')}</Link> · {kind === undefined ? '' : say(kind)} · {t('plotsAndLying', { plots: number(cemetery.standing.plots), n: number(cemetery.standing.occupants) })}</>}
        acts={<><PlotFinder onFound={(plot) => navigate(plotHref(plot))} />{may('ground.write') && <Button onClick={() => setLaying(true)}>{t('layOut')} <KeyCap name="F9" /></Button>}</>}
      >
        <Loaded of={cemeteries}>
          {() => cemetery === undefined ? <EmptyState title={t('noSuchCemetery')} act={<Link href="/burial/plots">{t('cemeteries')}</Link>} /> : (
            <>
              {cemetery.sections.length === 0 && <EmptyState title={t('noSections')} hint={t('noSectionsHint')} />}
              {cemetery.sections.length > 1 && (
                <nav className="tabs" aria-label={t('sections')}>
                  {cemetery.sections.map((one) => <Link key={one.section.code} href={`/burial/plots/${id}?section=${encodeURIComponent(one.section.code)}${only === '' ? '' : `&only=${only}`}`} {...(one.section.code === section && { 'aria-current': 'page' as const })}><span className="data">{sectionName(one.section)}</span> <small className="quiet">{number(countOf(one.standing, only === '' ? 'plots' : only))}</small></Link>)}
                </nav>
              )}
              {section !== undefined && <SectionBoard key={`${id} ${section}`} cemetery={cemetery} section={section} />}
              {laying && <SectionDialog cemetery={cemetery} onClose={() => setLaying(false)} />}
            </>
          )}
        </Loaded>
      </Page>
    </>
  )
}

export default CemeteryPage
