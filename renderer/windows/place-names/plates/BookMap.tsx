import { useMemo } from 'react'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import type { Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import type { StreetNumbering } from '../../../../domain/place-names/plates/settings.ts'
import { around } from '../map/ask.ts'
import { PlainMap, type MapFeature } from '../map/PlainMap.tsx'
import { useMap } from '../map/useMap.ts'
import { boxAround } from '../map/view.ts'
import { lineOfGeometry, numberFeatures, type DrawnNumber } from './onLine.ts'

interface BookMapProps {
  readonly book: PlateBook
  /** Numbers to draw; those of the book unless it is said. */
  readonly numbers?: readonly DrawnNumber[] | undefined
  readonly settings: Pick<StreetNumbering, 'startEnd' | 'oddSide'>
  readonly height: number | string
  readonly points?: readonly Position[]
  readonly onPick?: (key: string) => void
  /** A place was clicked; with it the map takes clicks instead of opening what lies there. */
  readonly onClick?: (position: Position) => void
  readonly onBack?: () => void
}

/** The numbers of a book as they are drawn. */
export const drawnOf = (book: PlateBook): readonly DrawnNumber[] => book.plates.map((plate) => ({ ...plate, reserved: plate.standing === 'reserved', gone: plate.standing === 'cancelled' }))

/** A street or estate with its numbers at their places, over what lies around. */
export const BookMap = ({ book, numbers, settings, height, points = [], onPick, onClick, onBack }: BookMapProps) => {
  const { geometry } = book
  const box = useMemo(() => {
    const tight = boxAround([...(geometry === null ? [] : [geometry]), ...book.plates.flatMap(({ position }) => (position === null ? [] : [{ type: 'Point' as const, coordinates: [position[0], position[1]] as [number, number] }]))])
    return tight === undefined ? undefined : around(tight, 0.15)
  }, [geometry, book.plates])
  const near = useMap(box, { limit: 1500 })
  const shown = useMemo(() => numbers ?? drawnOf(book), [numbers, book])
  // A street is drawn among the features, so that it does not cover the numbers beside it.
  const isLine = lineOfGeometry(geometry) !== undefined
  const own = useMemo(() => numberFeatures(shown, lineOfGeometry(geometry), settings), [shown, geometry, settings])
  const features = useMemo((): readonly MapFeature[] => [...(near.data?.features ?? []).filter(({ id }) => id !== book.entityId), ...(geometry !== null && isLine ? [{ id: book.entityId, name: book.name, kind: book.kind, geometry }] : []), ...own], [near.data, own, geometry, isLine, book.entityId, book.name, book.kind])
  const marks = useMemo(() => [...(geometry === null || isLine ? [] : [{ id: book.entityId, name: '', tone: 'own' as const, geometry }]), ...points.slice(0, 400).map((position, index) => ({ id: `point ${String(index)}`, name: '', tone: 'note' as const, geometry: { type: 'Point' as const, coordinates: [position[0], position[1]] as [number, number] } }))], [geometry, isLine, points, book.entityId])
  return (
    <PlainMap
      name={book.name} features={features} marks={marks} box={box} height={height} list={false} {...(onPick !== undefined && { onPick })}
      {...(onClick !== undefined && { drawing: { form: 'point' as const, positions: [], onChange: ([position]: readonly Position[]) => { if (position === undefined) onBack?.(); else onClick(position) } } })}
    />
  )
}
