import { useCallback } from 'react'
import type { CemeteryLine } from '../../../../api/schemas/placement.ts'
import type { Section } from '../../../../domain/burial/placement/actions.ts'
import { useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { words } from './words.ts'

/** A section as it is called: its code before its name only where the two differ. */
export const sectionName = ({ code, name }: Pick<Section, 'code' | 'name'>): string => (code === name ? name : `${code} ${name}`)

/** How many plots of a standing are in a state, end within a year (`expiring`), have run out (`expired`) or are there at all (`plots`). */
export const countOf = (standing: CemeteryLine['standing'], part: string): number => (part === 'expiring' || part === 'expired' || part === 'plots' ? standing[part] : (standing.byState[part] ?? 0))

/** The address at which a plot stands open on its board. */
export const plotHref = (plot: string): string => `/burial/plots/${plot.split('/')[0] ?? ''}?section=${encodeURIComponent(plot.split('/')[1] ?? '')}&plot=${encodeURIComponent(plot)}`

/** Names a plot of the register by its id as people call it, without the cemetery `own`; undefined for words that name none. */
export const usePlotNames = (): ((plot: string, own?: string) => string | undefined) => {
  const t = useWords(words)
  const cemeteries = useRoute('listCemeteries', { query: {} }, { fresh: 60_000 })
  const known = cemeteries.data?.cemeteries
  return useCallback((plot, own = '') => {
    const [id, code, row, place = '', ...more] = plot.split('/')
    const cemetery = known?.find((one) => one.id === id)
    const section = cemetery?.sections.find((one) => one.section.code === code)?.section
    const line = section?.rows.find((one) => one.row === row)
    if (cemetery === undefined || section === undefined || line === undefined || more.length > 0) return undefined
    const [level, column] = section.what === 'niche' ? place.split('-').map(Number) : [1, Number(place)]
    if (level === undefined || column === undefined || !Number.isInteger(level) || !Number.isInteger(column) || level < 1 || level > line.levels || column < 1 || column > line.columns) return undefined
    const at = section.what === 'niche' ? t('nicheAt', { row: line.row, level, n: column }) : t('plotAt', { row: line.row, n: column })
    return [cemetery.id === own ? '' : cemetery.facts.name, section.name, at].filter((part) => part !== '').join(' ')
  }, [known, t])
}
