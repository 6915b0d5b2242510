import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ReactNode } from 'react'

/** A row for each name, of which only those in sight are drawn; rows may be of any height. */
export const NameRows = <Row extends { readonly id: string }>({ rows, label, render }: { readonly rows: readonly Row[]; readonly label: string; readonly render: (row: Row) => ReactNode }) => {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => 64, overscan: 8, getItemKey: (index) => rows[index]?.id ?? index })
  if (rows.length <= 40) return <ul className="verdict-rows" aria-label={label}>{rows.map((row) => <li key={row.id} className="verdict-row">{render(row)}</li>)}</ul>
  return (
    <div ref={scroll} className="verdict-scroll" tabIndex={0} role="group" aria-label={label}>
      <ul className="verdict-rows" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          return row === undefined ? null : <li key={row.id} ref={virtual.measureElement} data-index={item.index} className="verdict-row floating" style={{ transform: `translateY(${String(item.start)}px)` }}>{render(row)}</li>
        })}
      </ul>
    </div>
  )
}
