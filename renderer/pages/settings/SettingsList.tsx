/**
 * A list of the settings: what is kept, one a line, with what can be done with it, and one act to add another.
 *   <SettingsList title={t('accounts')} rows={data.accounts} rowKey={(row) => row.id} columns={columns} acts={(row) => [{ label: t('change'), run: () => …}]} add={{ label: t('newAccount'), run: … }} empty={{ title, hint }} />
 */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState, Section } from '../../shared/Page.tsx'

export interface SettingsColumn<Row> {
  readonly id: string
  readonly title: string
  readonly show: (row: Row) => ReactNode
  readonly className?: string | ((row: Row) => string)
}

export interface SettingsAct {
  readonly label: string
  readonly run: () => void
  /** Said to those who cannot see whose line the button stands in. */
  readonly name?: string
}

export interface SettingsListProps<Row> {
  readonly title: ReactNode
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** The first one heads its line. */
  readonly columns: readonly SettingsColumn<Row>[]
  readonly acts?: (row: Row) => readonly SettingsAct[]
  readonly add?: SettingsAct | undefined
  readonly tools?: ReactNode
  readonly lead?: ReactNode
  readonly empty: { readonly title: string; readonly hint: string }
}

export const SettingsList = <Row,>({ title, rows, rowKey, columns, acts, add, tools, lead, empty }: SettingsListProps<Row>) => {
  const classOf = (column: SettingsColumn<Row>, row: Row): string => (typeof column.className === 'function' ? column.className(row) : (column.className ?? ''))
  return (
    <Section title={title} acts={<>{tools}{add !== undefined && <Button type="primary" onClick={add.run}>{add.label}</Button>}</>}>
      {lead !== undefined && <div className="quiet">{lead}</div>}
      {rows.length === 0 ? (
        <EmptyState title={empty.title} hint={empty.hint} />
      ) : (
        <div className="table-frame">
          <table className="plain-table">
            <thead>
              <tr>
                {columns.map((column) => <th key={column.id} scope="col" className={column.className === 'end' ? 'end' : ''}>{column.title}</th>)}
                {acts !== undefined && <th scope="col" />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column, index) => (index === 0 ? <th key={column.id} scope="row" className={classOf(column, row)}>{column.show(row)}</th> : <td key={column.id} className={classOf(column, row)}>{column.show(row)}</td>))}
                  {acts !== undefined && (
                    <td>
                      <div className="row table-acts">
                        {acts(row).map((act) => <Button key={act.label} size="small" {...(act.name !== undefined && { 'aria-label': act.name })} onClick={act.run}>{act.label}</Button>)}
                      </div>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
