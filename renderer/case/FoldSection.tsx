import { useState } from 'react'
import type { ReactNode } from 'react'

/** A section of the case page; folded it keeps what is in it, and says in a line what that is. */
export const FoldSection = ({ id, title, number, summary, open, onToggle, children }: { readonly id: string; readonly title: string; readonly number?: number; readonly summary?: ReactNode; readonly open: boolean; readonly onToggle: (open: boolean) => void; readonly children: ReactNode }) => {
  const [everOpen, setEverOpen] = useState(open)
  if (open && !everOpen) setEverOpen(true)
  return (
    <section className={`section fold-section${open ? '' : ' folded'}`} data-section={id} id={`section-${id}`} aria-labelledby={`title-${id}`}>
      <h2 className="fold-head">
        <button type="button" id={`title-${id}`} aria-expanded={open} aria-controls={`body-${id}`} tabIndex={-1} onClick={() => onToggle(!open)}>
          <span className="fold-mark" aria-hidden="true">{open ? '▾' : '▸'}</span>
          {title}
          {number !== undefined && <kbd className="fold-key" aria-hidden="true">Alt+{number}</kbd>}
        </button>
        {summary !== undefined && <span className="fold-summary">{summary}</span>}
      </h2>
      <div id={`body-${id}`} hidden={!open} className="fold-content">{(open || everOpen) && children}</div>
    </section>
  )
}
