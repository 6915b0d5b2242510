import type { PlateLine } from '../../../../api/schemas/plates.ts'
import type { PlateActKind } from './actDialogs.tsx'

/** How far the plate itself has come. */
export const plateState = ({ made, mounted }: Pick<PlateLine, 'made' | 'mounted'>): 'none' | 'made' | 'mounted' => (mounted !== null ? 'mounted' : made !== null ? 'made' : 'none')

/** What comes next for a number: a house, its confirmation, its plate, the plate on the wall; undefined when all is done. */
export const nextStep = ({ standing, confirmed, made, mounted }: Pick<PlateLine, 'standing' | 'made' | 'mounted' | 'confirmed'>): PlateActKind | undefined => (standing === 'cancelled' ? undefined : standing === 'reserved' ? 'assigned' : confirmed === null ? 'confirmed' : made === null ? 'made' : mounted === null ? 'mounted' : undefined)

/** What may be done with a number now, the next step first; `allowed` are the acts the book allows. */
export const actsOn = (plate: Pick<PlateLine, 'standing' | 'type' | 'made' | 'mounted' | 'confirmed'>, allowed: readonly string[]): readonly PlateActKind[] => {
  if (plate.standing === 'cancelled') return []
  if (plate.standing === 'reserved') return (['assigned', 'cancelled'] as const).filter((kind) => allowed.includes(kind))
  const next: readonly PlateActKind[] = [...(plate.confirmed === null ? ['confirmed' as const] : []), ...(plate.made === null ? ['made' as const] : plate.mounted === null ? ['mounted' as const] : [])]
  const rest: readonly PlateActKind[] = ['confirmed', 'made', ...(plate.made === null ? [] : ['mounted' as const]), ...(plate.type === 'building' || plate.type === 'gate' ? ['rooms' as const] : []), 'renumbered', 'cancelled']
  return [...new Set([...next, ...rest])].filter((kind) => allowed.includes(kind === 'rooms' ? 'numbered' : kind))
}
