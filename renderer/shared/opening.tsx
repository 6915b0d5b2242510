/**
 * Numbers that open their cases, of every window.
 *   const { open, number, dialog } = useOpening()
 *   <td>{number(cell.open, cell.count, t('couples'))}</td>      a link to the list, or a button that opens the counted lines or names the lists
 *   <Chart … onPick={(index) => open(series.open[index], what)} />
 *   {dialog}                                                    once in the page; what is open stands in the address
 */
import '../pages/statistics/counted/counted.css'
import { Button, Modal } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useRef, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Opening } from '../../domain/reports/shapes.ts'
import { signed } from '../pages/statistics/counted/units.ts'
import { words as counted } from '../pages/statistics/counted/words.ts'
import { words as statistics } from '../pages/statistics/words.ts'
import { useSay, useWords } from './i18n.ts'
import { KeyCap } from './KeyBar.tsx'
import { usePageKeys } from './keyboard.ts'
import { openingChange, openingTarget, readOpening, type OpeningPart } from './opening.ts'
import { usePut } from './put.ts'

export { openingPath, openingTarget } from './opening.ts'

const dialogs = {
  burial: lazy(() => import('../windows/burial/tables/LinesDialog.tsx').then(({ LinesDialog }) => ({ default: LinesDialog }))),
  'place-names': lazy(() => import('../windows/place-names/tables/LinesDialog.tsx').then(({ LinesDialog }) => ({ default: LinesDialog }))),
}

/** The lists that a number is the sum of. */
const PartsDialog = ({ parts, what, onClose }: { readonly parts: readonly OpeningPart[]; readonly what: string; readonly onClose: () => void }) => {
  const t = useWords(counted)
  const s = useWords(statistics)
  const say = useSay()
  const place = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // The dialog takes the focus for itself when it has opened.
    const timer = setTimeout(() => place.current?.querySelector('a')?.focus(), 60)
    return () => clearTimeout(timer)
  }, [])
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal open width={520} title={what} onCancel={onClose} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>}>
      <p className="quiet">{s('sumOf', { n: parts.length })}</p>
      <ul className="sum-parts" ref={place}>{parts.map((part) => <li key={part.path}><Link href={part.path}>{say(part.title)}</Link></li>)}</ul>
    </Modal>
  )
}

export interface Openings {
  /** Opens what stands behind a number; does nothing where nothing does. */
  readonly open: (opening: Opening | null | undefined, what: string) => void
  /** A count as it stands in a table: signed, opening its cases where there are any. `shown` is written in its place. */
  readonly number: (opening: Opening | null | undefined, value: number, what: string, shown?: ReactNode) => ReactNode
  readonly dialog: ReactNode
}

/** The way from the numbers of a page to their cases. */
export const useOpening = (): Openings => {
  const t = useWords(counted)
  const s = useWords(statistics)
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const opened = readOpening(params)
  const target = opened === undefined ? undefined : openingTarget(opened.opening, opened.what)
  const close = (): void => put(openingChange(undefined))
  const open = useCallback((opening: Opening | null | undefined, what: string): void => {
    const found = opening === null || opening === undefined ? undefined : openingTarget(opening, what)
    if (found?.to === 'list') navigate(found.path)
    else if (found !== undefined && opening !== null && opening !== undefined) put(openingChange({ opening, what }))
  }, [navigate, put])
  const number = (opening: Opening | null | undefined, value: number, what: string, shown: ReactNode = signed(value)): ReactNode => {
    const found = opening === null || opening === undefined || value === 0 ? undefined : openingTarget(opening, what)
    if (found === undefined) return shown
    if (found.to === 'list') return <Link href={found.path} className="open-number" aria-label={s('cellCases', { what, n: signed(value) })}>{shown}</Link>
    return <button type="button" className="open-number" aria-label={found.to === 'lines' ? t('opens', { what, n: signed(value) }) : s('cellParts', { what, n: signed(value) })} onClick={() => open(opening, what)}>{shown}</button>
  }
  const Lines = target?.to === 'lines' ? dialogs[target.window] : undefined
  const dialog = target?.to === 'lines' && Lines !== undefined
    ? <Suspense fallback={null}><Lines open={target.open} onClose={close} /></Suspense>
    : target?.to === 'parts' && opened !== undefined ? <PartsDialog parts={target.parts} what={opened.what} onClose={close} /> : null
  return { open, number, dialog }
}
