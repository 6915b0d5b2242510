import { useEffect, useRef } from 'react'
import { useWords } from '../../../shared/i18n.ts'
import { useShade } from '../../../shared/preferences.ts'
import { drawSample } from './draw.ts'
import type { MapKind } from './features.ts'
import { words } from './words.ts'

const size = { width: 46, height: 14 }

const Sample = ({ kind, removed }: { readonly kind: MapKind; readonly removed: boolean }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const shade = useShade()
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (pen === null || pen === undefined) return
    pen.setTransform(2, 0, 0, 2, 0, 0)
    drawSample(pen, kind, removed, shade, size)
  }, [kind, removed, shade])
  return <canvas ref={canvas} width={size.width * 2} height={size.height * 2} style={size} aria-hidden="true" />
}

/** How kinds look on the map. `<MapLegend kinds={['STREET', 'ESTATE']} removed />` */
export const MapLegend = ({ kinds, removed = false }: { readonly kinds: readonly MapKind[]; readonly removed?: boolean }) => {
  const t = useWords(words)
  return (
    <ul className="map-legend" aria-label={t('legend')}>
      {kinds.map((kind) => <li key={kind}><Sample kind={kind} removed={false} />{t(`kind_${kind}`)}</li>)}
      {removed && <li><Sample kind="STREET" removed />{t('removed')}</li>}
    </ul>
  )
}
