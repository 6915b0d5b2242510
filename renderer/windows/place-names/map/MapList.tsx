import { useState } from 'react'
import type { Box, Geometry } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { useWords } from '../../../shared/i18n.ts'
import type { MapIndex } from './features.ts'
import type { MapMark } from './MapOverlay.tsx'
import { words } from './words.ts'

/** Names listed at once; a list of thousands would be no list. */
const most = 150

export interface MapListProps {
  readonly index: MapIndex
  readonly marks: readonly MapMark[]
  readonly box: Box
  readonly onPick: ((id: string) => void) | undefined
  /** Brings a geometry into the middle. */
  readonly onLook: (geometry: Geometry) => void
}

/** What the map shows, as a list: for the keyboard, for a screen reader, and for who prefers words. */
export const MapList = ({ index, marks, box, onPick, onLook }: MapListProps) => {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const marked = new Set(marks.map((mark) => mark.id))
  const shapes = index.within(box).filter(({ feature }) => feature.kind !== 'BUILT_UP' && feature.name !== '' && !marked.has(feature.id))
  // A road of several features is listed once.
  const features = open ? [...new Map(shapes.map(({ feature }) => [feature.id, feature])).values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) : []
  return (
    <details className="map-list" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('list', { n: shapes.length + marks.length })}</summary>
      {open && shapes.length + marks.length === 0 && <p className="quiet">{t('listNone')}</p>}
      {open && (
        <ul>
          {marks.map((mark) => <li key={mark.id}><button type="button" className="link" onClick={() => onLook(mark.geometry)}>{mark.name}</button>{mark.relation === undefined || mark.relation === '' ? null : <span className="quiet"> {mark.relation}</span>}</li>)}
          {features.slice(0, most).map((feature) => (
            <li key={feature.id}>
              <button type="button" className="link" onClick={() => { onLook(feature.geometry); onPick?.(feature.id) }}>{feature.name}</button>
              <span className="quiet"> {t(`kind_${feature.kind}`)}{feature.removed === true ? ` · ${t('removed')}` : ''}</span>
            </li>
          ))}
        </ul>
      )}
      {features.length > most && <p className="quiet">{t('listRest', { n: features.length - most })}</p>}
    </details>
  )
}
