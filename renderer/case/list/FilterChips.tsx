import { useEffect, useState } from 'react'
import type { Text } from '../../../domain/text.ts'
import { useSay } from '../../shared/i18n.ts'
import { useCaseWords } from '../desk/context.tsx'
import type { FilterPart, LedgerFilter } from './filters.ts'
import { isOfCell } from './filters.ts'

/** The words of a cell of the statistics; the tables that give them are fetched when a list is first narrowed by one. */
const ofTables = async (cell: string): Promise<Text> => (await import('../../../domain/statistics/titles.ts')).cellTitle(cell)
const useCellTitle = (cell: string, titleOf: (cell: string) => Promise<Text>): string => {
  const say = useSay()
  const [titled, setTitled] = useState<{ readonly cell: string; readonly title: Text }>()
  useEffect(() => {
    if (cell === '') return
    let wanted = true
    void titleOf(cell).then((title) => {
      if (wanted) setTitled({ cell, title })
    })
    return () => { wanted = false }
  }, [cell, titleOf])
  return titled?.cell === cell ? say(titled.title) : ''
}

const Chip = ({ label, children, onRemove }: { readonly label: string; readonly children: string; readonly onRemove: () => void }) => {
  const t = useCaseWords()
  return (
    <span className="filter-chip">
      <span className="quiet">{label}</span> {children}
      <button type="button" className="link" aria-label={t('removeFilter', { what: children === '' ? label : children })} onClick={onRemove}>×</button>
    </span>
  )
}

/** The cell that narrows a list, with the days it counts: acceptances, registrations, ends or corrections, as the cell has it. */
const CellChip = ({ cell, from, to, titleOf = ofTables, onRemove }: { readonly titleOf?: ((cell: string) => Promise<Text>) | undefined; readonly cell: string; readonly from: string; readonly to: string; readonly onRemove: () => void }) => {
  const t = useCaseWords()
  const title = useCellTitle(cell, titleOf)
  const days = from === '' && to === '' ? '' : from === to ? from : t(to === '' ? 'cellFrom' : from === '' ? 'cellTo' : 'cellDays', { from, to })
  return <Chip label={t('filterCell')} onRemove={onRemove}>{[title, days].filter((word) => word !== '').join(' · ')}</Chip>
}

/** What narrows a list without a field of its own, each to be taken off. */
export const FilterChips = ({ parts, filter, onChange }: { readonly parts: readonly FilterPart[]; readonly filter: LedgerFilter; readonly onChange: (change: LedgerFilter) => void }) => {
  const t = useCaseWords() as ReturnType<typeof useCaseWords> & ((key: string) => string)
  const set = parts.filter((part) => part.kind === 'chip' && (filter[part.name] ?? '') !== '')
  if (set.length === 0) return null
  return (
    <div className="row" role="group" aria-label={t('narrowedBy')}>
      {set.map((part) => {
        const value = filter[part.name] ?? ''
        const options = value.split(',').map((one) => part.options?.find(([code]) => code === one)?.[1]).filter((word) => word !== undefined)
        return part.name === 'cell' ? (
          <CellChip key="cell" cell={value} titleOf={part.cellTitle} from={filter['from'] ?? ''} to={filter['to'] ?? ''} onRemove={() => onChange(Object.fromEntries(parts.filter((one) => one.name === 'cell' || isOfCell(one)).map((one) => [one.name, ''])))} />
        ) : (
          <Chip key={part.name} label={t(part.label ?? part.name)} onRemove={() => onChange({ [part.name]: '' })}>{options.map((word) => t(word)).join(t('listComma'))}</Chip>
        )
      })}
    </div>
  )
}
