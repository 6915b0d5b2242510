/**
 * Rows that are edited in a plain table: typed cell by cell, or pasted as a block from a spreadsheet.
 *   <RowsEditor name={t('markers')} path="markers" rows={markers} onChange={setMarkers} columns={columns} empty={emptyMarker} most={2000} faultAt={(path) => …} />
 * Long lists are shown by pages; `reveal` (a path such as `markers.120.number`) brings its row into sight.
 */
import './rows.css'
import { Button, Input } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type ClipboardEvent } from 'react'
import { clearable } from '../../../../shared/clearable.tsx'
import { useWords } from '../../../../shared/i18n.ts'
import { cellsOf, joined, parted, withPasted, type RowColumn } from './paste.ts'
import { words } from './words.ts'

export type { RowColumn } from './paste.ts'

export interface RowsEditorProps<Row> {
  readonly name: string
  readonly path: string
  readonly rows: readonly Row[]
  readonly onChange: (rows: readonly Row[]) => void
  readonly columns: readonly RowColumn<Row>[]
  readonly empty: () => Row
  readonly most: number
  readonly faultAt?: (path: string) => string | undefined
  readonly reveal?: string | undefined
  /** What else can be done with a row, e.g. placing it on the map. */
  readonly more?: (row: Row, index: number) => React.ReactNode
  readonly readOnly?: boolean
}

/** Rows of one page. */
const pageRows = 40

const Cell = <Row,>({ column, row, name, fault, readOnly, onChange }: { readonly column: RowColumn<Row>; readonly row: Row; readonly name: string; readonly fault: string | undefined; readonly readOnly: boolean; readonly onChange: (row: Row) => void }) => {
  const note = useId()
  // What is typed stays as typed while the cell has the focus, also where it is no number yet.
  const [typed, setTyped] = useState<string>()
  const value = column.read(row)
  const said = { 'aria-label': name, ...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': note }) }
  return (
    <>
      {column.options !== undefined && column.several === true ? (
        <div className="row-ticks" role="group" aria-label={name}>
          {column.options.map((option) => { const ticked = parted(value).includes(option.value); return <label key={option.value}><input type="checkbox" checked={ticked} disabled={readOnly} onChange={() => onChange(column.write(row, joined(column.options?.map((one) => one.value).filter((one) => (one === option.value ? !ticked : parted(value).includes(one))) ?? [])))} />{option.title}</label> })}
        </div>
      ) : column.options !== undefined ? (
        <select className="plain-select full" {...said} disabled={readOnly} value={value} onChange={(event) => onChange(column.write(row, event.target.value))}>
          {!column.options.some((option) => option.value === value) && <option value={value} />}
          {column.options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}
        </select>
      ) : (
        <Input size="small" {...said} {...(fault !== undefined && { status: 'error' as const })} className={column.end === true ? 'row-number' : ''} disabled={readOnly} value={typed ?? value} maxLength={column.most ?? 400} autoComplete="off" spellCheck={false} {...(column.placeholder !== undefined && { placeholder: column.placeholder })} onChange={(event) => { setTyped(event.target.value); onChange(column.write(row, event.target.value)) }} onBlur={() => { if (value !== '' || typed === '') setTyped(undefined) }} />
      )}
      {fault !== undefined && <div id={note} className="finding-note stop">{fault}</div>}
    </>
  )
}

export const RowsEditor = <Row,>({ name, path, rows, onChange, columns, empty, most, faultAt, reveal, more, readOnly = false }: RowsEditorProps<Row>) => {
  const t = useWords(words)
  const [page, setPage] = useState(0)
  const [wanted, setWanted] = useState('')
  // Cells are made anew where rows move, so that none keeps what was typed in another.
  const [round, setRound] = useState(0)
  const table = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => {
    const asked = wanted.trim()
    return rows.flatMap((row, index) => (asked === '' || columns.some((column) => column.read(row).includes(asked)) ? [index] : []))
  }, [rows, columns, wanted])
  const pages = Math.max(1, Math.ceil(shown.length / pageRows))
  const at = Math.min(page, pages - 1)
  useEffect(() => {
    if (reveal === undefined || !reveal.startsWith(`${path}.`)) return
    const index = Number(reveal.slice(path.length + 1).split('.')[0])
    if (!Number.isInteger(index)) return
    setWanted('')
    setPage(Math.floor(index / pageRows))
  }, [reveal, path])
  const add = (): void => {
    setWanted('')
    setPage(Math.floor(rows.length / pageRows))
    onChange([...rows, empty()])
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('tbody tr:last-child input, tbody tr:last-child select')?.focus())
  }
  const drop = (index: number): void => {
    setRound((now) => now + 1)
    onChange(rows.filter((_, other) => other !== index))
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('.rows-add')?.focus({ preventScroll: true }))
  }
  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const text = event.clipboardData.getData('text/plain')
    if (readOnly || !/[\t\n]/u.test(text.trimEnd())) return
    event.preventDefault()
    setRound((now) => now + 1)
    onChange(withPasted(rows, cellsOf(text), { row, column }, columns, empty, most))
  }
  return (
    <div className="rows-editor" ref={table} data-field={path}>
      {rows.length > pageRows && <div className="row"><Input className="data-filter" size="small" allowClear={clearable} aria-label={t('find')} placeholder={t('find')} value={wanted} onChange={(event) => { setWanted(event.target.value); setPage(0) }} /><span className="quiet" role="status">{t('rows', { n: shown.length })}</span></div>}
      {rows.length > 0 && (
        <div className="table-frame rows-frame" role="region" aria-label={name}>
          <table className="plain-table rows-table">
            <thead><tr><th scope="col" className="rows-at" aria-label={t('row', { n: '' })} />{columns.map((column) => <th key={column.id} scope="col" style={column.width === undefined ? undefined : { width: column.width }}>{column.title}</th>)}{more !== undefined && <th scope="col" aria-label={t('act')} />}{!readOnly && <th scope="col" className="rows-drop" aria-label={t('act')} />}</tr></thead>
            <tbody>
              {shown.slice(at * pageRows, (at + 1) * pageRows).map((index) => {
                const row = rows[index] as Row
                return (
                  <tr key={`${String(round)} ${String(index)}`}>
                    <td className="rows-at quiet">{index + 1}</td>
                    {columns.map((column, place) => (
                      <td key={column.id} data-field={`${path}.${String(index)}.${column.id}`} onPaste={(event) => paste(event, index, place)}>
                        <Cell column={column} row={row} readOnly={readOnly} name={`${column.title} ${t('row', { n: index + 1 })}`} fault={faultAt?.(`${path}.${String(index)}.${column.id}`)} onChange={(next) => onChange(rows.map((one, other) => (other === index ? next : one)))} />
                      </td>
                    ))}
                    {more !== undefined && <td>{more(row, index)}</td>}
                    {!readOnly && <td className="rows-drop"><Button size="small" type="text" aria-label={t('drop', { n: index + 1 })} onClick={() => drop(index)}>×</Button></td>}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.length === 0 && readOnly && <p className="quiet">{t('none')}</p>}
      <div className="row">
        {!readOnly && <Button size="small" className="rows-add" disabled={rows.length >= most} onClick={add} onPaste={(event) => paste(event, rows.length, 0)}>{t('add')}</Button>}
        {pages > 1 && <><Button size="small" disabled={at === 0} onClick={() => setPage(at - 1)}>{t('before')}</Button><span role="status">{t('page', { n: at + 1, of: pages })}</span><Button size="small" disabled={at >= pages - 1} onClick={() => setPage(at + 1)}>{t('after')}</Button></>}
        {!readOnly && <span className="quiet">{rows.length >= most ? t('full', { n: most }) : t('paste')}</span>}
      </div>
    </div>
  )
}
