import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { useCaseWords } from '../desk/context.tsx'
import type { Box, PhotoFormat } from './crop.ts'

const stage = { width: 600, height: 400 }

/** The crop box over a picture: ratio locked to that of the photo; mouse drags and wheels, keys move and zoom, Enter uses it, Esc leaves it. */
export const Crop = ({ picture, format, busy, onUse, onCancel }: { readonly picture: ImageBitmap; readonly format: PhotoFormat; readonly busy: boolean; readonly onUse: (box: Box) => void; readonly onCancel: () => void }) => {
  const t = useCaseWords()
  const { dpiOf, firstBox, keyCrop, moved, mostZoom, zoomed, zoomOf } = format
  const [box, setBox] = useState(() => firstBox(picture))
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const drag = useRef<{ readonly x: number; readonly y: number; readonly box: Box }>(null)
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height)
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === null || context === undefined) return
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, width, height)
    frame.current?.focus()
  }, [picture, width, height])
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    // React listens to wheels passively; the page must not scroll while the crop zooms.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      setBox((before) => zoomed(picture, before, event.deltaY > 0 ? 1.04 : 1 / 1.04))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [picture, zoomed])
  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current
    if (from !== null) setBox(moved(picture, from.box, (event.clientX - from.x) / scale, (event.clientY - from.y) / scale))
  }
  const percent = (value: number, of: number) => `${String((value / of) * 100)}%`
  return (
    <div className="crop">
      <div
        ref={frame} className="crop-stage" tabIndex={0} role="application" aria-label={`${t('cropBox')}. ${t('cropHelp')}`} data-enter="" style={{ width, height }}
        onKeyDown={(event) => {
          const next = keyCrop(picture, box, event.key, event.shiftKey)
          if (next !== undefined) setBox(next)
          else if (event.key === 'Enter') onUse(box)
          else if (event.key === 'Escape') onCancel()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag.current = { x: event.clientX, y: event.clientY, box }
          frame.current?.focus()
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => { drag.current = null }}
      >
        <canvas ref={canvas} width={width} height={height} aria-hidden="true" />
        <div className="crop-box" style={{ left: percent(box.x, picture.width), top: percent(box.y, picture.height), width: percent(box.width, picture.width), height: percent(box.height, picture.height) }} />
      </div>
      <div className="crop-side">
        <label className="crop-zoom">
          {t('zoom')}
          <input type="range" tabIndex={-1} min={1} max={mostZoom(picture)} step={0.01} value={zoomOf(picture, box)} onChange={(event) => setBox((before) => zoomed(picture, before, zoomOf(picture, before) / Number(event.target.value)))} />
        </label>
        <span className="quiet">{t('dpi', { n: Math.floor(dpiOf(box) + 0.05) })}</span>
        <Button type="primary" tabIndex={-1} loading={busy} onClick={() => onUse(box)}>{t('cropUse')}</Button>
        <Button tabIndex={-1} onClick={onCancel}>{t('cropCancel')}</Button>
        <p className="quiet">{t('cropHelp')}</p>
      </div>
    </div>
  )
}
