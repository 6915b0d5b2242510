import './mapPage.css'
import { Button, Checkbox } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { Box } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { placeKindEntries, placeKinds, type PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { FinderBox, useFinderText } from '../../../shared/FinderBox.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { around, serves } from './ask.ts'
import { EntityCard } from './EntityCard.tsx'
import type { MapFeature, MapHandle } from './PlainMap.tsx'
import { PlainMap } from './PlainMap.tsx'
import { MapLegend } from './MapLegend.tsx'
import { useMap, world } from './useMap.ts'
import { boxAround } from './view.ts'
import { words } from './words.ts'

/** As many features as one answer brings; beyond that the page says that not all are drawn. */
const most = 8000

/** Finds a name by characters or pinyin and says which entity it is. */
const NameFinder = ({ onFound }: { readonly onFound: (entity: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const text = useFinderText()
  const answer = useRoute('listGazetteer', { query: { text: text.wanted, limit: 12 } }, { enabled: text.wanted !== '', keep: true })
  return (
    <FinderBox
      text={text} rows={answer.data?.rows ?? []} rowKey={(row) => `${row.entityId} ${row.nameId}`} onTake={(row) => onFound(row.entityId)} answer={answer} clearsOnEscape
      label={t('search')} listLabel={t('search')} placeholder={t('searchHint')} finding={t('finding')} notFound={t('notFound')}
      render={(row) => <><b className="data">{row.name}</b> <span className="quiet">{row.text}</span><div className="quiet">{say(row.standingTitle)} · {t(`kind_${row.kind}`)} <span className="data">{row.township}</span>{row.form === '' ? ` · ${t('unplaced')}` : ''}</div></>}
    />
  )
}

/** The map of the whole office: what the gazetteer holds, by kind. */
const MapPage = () => {
  const t = useWords(words)
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const picked = params.get('at') ?? ''
  const [hidden, setHidden] = useState<ReadonlySet<PlaceKind>>(new Set())
  const [removed, setRemoved] = useState(false)
  const [asked, setAsked] = useState<Box>()
  const map = useRef<MapHandle>(null)
  const whole = useMap(world, { limit: 1 })
  const extent = whole.data?.extent ?? undefined
  const box = asked ?? (extent === undefined ? undefined : around(extent, 0.05))
  const shown = placeKinds.filter((kind) => !hidden.has(kind))
  const here = useMap(shown.length === 0 ? undefined : box, { kinds: hidden.size === 0 ? '' : shown.join(','), removed, limit: most })
  const entity = useRoute('getEntity', { params: { id: picked } }, { enabled: picked !== '', keep: true })
  const areas = useMemo(() => whole.data?.builtUpAreas ?? [], [whole.data])
  const none = shown.length === 0
  // What is chosen is drawn as a mark, and not beneath it once more.
  const drawn = entity.data?.id === picked && entity.data.geometry !== null ? picked : ''
  const features = useMemo((): readonly MapFeature[] => [...areas.map((area): MapFeature => ({ ...area, id: `built-up ${area.id}`, kind: 'BUILT_UP' })), ...(none ? [] : (here.data?.features ?? [])).filter(({ id }) => id !== drawn)], [areas, here.data, none, drawn])
  const pick = useCallback((id: string): void => setParams(id === '' ? {} : { at: id }, { replace: true }), [setParams])
  const chosen = entity.data !== undefined && entity.data.id === picked ? entity.data : undefined
  const marks = useMemo(() => (chosen === undefined || chosen.geometry === null ? [] : [{ id: chosen.id, name: chosen.names.find(({ standing, to }) => standing === 'standard' && to === '')?.name ?? chosen.names.at(-1)?.name ?? '', tone: 'own' as const, geometry: chosen.geometry.geometry }]), [chosen])
  // A name that was searched for is brought into sight; one picked on the map stays where it is.
  const sought = useRef('')
  const found = (id: string): void => { sought.current = id; pick(id) }
  const bring = useCallback((id: string, at: readonly { readonly geometry: MapFeature['geometry'] }[]): void => {
    if (sought.current !== id) return
    sought.current = ''
    const to = boxAround(at.map(({ geometry }) => geometry))
    if (to !== undefined) map.current?.goTo(to)
  }, [])
  const [first] = useState(picked)
  const start = useMemo((): Box | undefined => (first !== '' && chosen?.id === first && marks.length > 0 ? boxAround(marks.map(({ geometry }) => geometry)) : extent), [first, chosen, marks, extent])
  const move = useCallback((sight: Box): void => setAsked((now) => (now !== undefined && serves(now, sight) ? now : around(sight))), [])
  usePageKeys([{ key: 'F6', label: t('toMap'), run: () => map.current?.focus() }, { key: 'Escape', label: t('close'), run: () => pick(''), disabled: picked === '' }])
  const waits = extent === undefined || (first !== '' && entity.data === undefined && entity.error === null)
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<NameFinder onFound={found} />}>
        <FailurePanel failure={whole.error ?? here.error} onRetry={() => { void whole.refetch(); void here.refetch() }} />
        {whole.data !== undefined && whole.data.extent === null && areas.length === 0 ? (
          <EmptyState title={t('empty')} hint={t('emptyHint')} act={<Link href="/place-names/gazetteer/import">{t('toImport')}</Link>} />
        ) : waits ? <Waiting /> : (
          <>
            <div className="map-filters">
              <div className="pick-chips" role="group" aria-label={t('kinds')}>
                {placeKindEntries.map(({ kind }) => <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => setHidden((now) => { const next = new Set(now); if (!next.delete(kind)) next.add(kind); return next })}>{t(`kind_${kind}`)}</button>)}
              </div>
              <Checkbox checked={removed} onChange={(event) => setRemoved(event.target.checked)}>{t('withRemoved')}</Checkbox>
              {areas.length > 0 && (
                <label className="row"><span className="quiet">{t('goTo')}</span>
                  <select className="plain-select" value="" onChange={(event) => { const to = boxAround(areas.filter(({ id }) => id === event.target.value).map(({ geometry }) => geometry)); if (to !== undefined) map.current?.goTo(to) }}>
                    <option value="">—</option>
                    {areas.map((area) => <option key={area.id} value={area.id}>{area.name}</option>)}
                  </select>
                </label>
              )}
              <span className="quiet" role="status">{here.data === undefined ? '' : here.data.more ? t('more') : t('drawnHere', { n: number(here.data.features.length) })}</span>
            </div>
            <div className={picked === '' ? 'map-with' : 'map-with open'}>
              <PlainMap ref={map} name={t('title')} features={features} marks={marks} box={start} onPick={pick} onMove={move} height="max(360px, calc(100vh - 372px))" wheel />
              {picked !== '' && (
                <aside className="map-card" aria-label={t('card')}>
                  <div className="map-card-head"><h2>{t('card')}</h2><Button size="small" onClick={() => { pick(''); map.current?.focus() }}>{t('close')}</Button></div>
                  <FailurePanel failure={entity.error} onRetry={() => void entity.refetch()} />
                  {chosen === undefined ? entity.error === null && <Waiting /> : <EntityCard entity={chosen} onShown={() => bring(chosen.id, marks)} say={say} />}
                </aside>
              )}
            </div>
            <MapLegend kinds={[...placeKinds, 'BUILT_UP']} removed={removed} />
          </>
        )}
      </Page>
    </>
  )
}

export default MapPage
