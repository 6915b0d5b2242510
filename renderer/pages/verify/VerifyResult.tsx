import { Alert } from 'antd'
import { number } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { Facts, Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

/** What the verification reports (db/contract.ts, VerifyReport). */
export interface Report {
  readonly sound: boolean
  readonly entries: number
  readonly head: { readonly seq: number; readonly hash: string; readonly at: string }
  readonly faults: readonly { readonly where: string; readonly what: string; readonly seq?: number }[]
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  readonly milliseconds: number
}

/** What a verification found: sound or not, every fault with its place, and what was compared. */
export const VerifyResult = ({ report }: { readonly report: Report }) => {
  const t = useWords(words)
  const plain = (what: string): string => (what === 'missing' || what === 'surplus' ? t(what) : t('different'))
  return (
    <>
      <Alert type={report.sound ? 'success' : 'error'} showIcon role="alert" title={report.sound ? t('sound') : t('unsound')} />
      {report.faults.length > 0 && (
        <Section title={t('problems')}>
          <div className="table-frame">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('where')}</th>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('details')}</th>
                </tr>
              </thead>
              <tbody>
                {report.faults.map((fault, index) => (
                  <tr key={index}>
                    <td className="mono">
                      {fault.where}
                      {fault.seq !== undefined && ` ${String(fault.seq)}`}
                    </td>
                    <td className="finding-note stop">{plain(fault.what)}</td>
                    <td className="mono">{fault.what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      <Section title={t('result')}>
        <Facts
          rows={[
            [t('entries'), number(report.entries)],
            [t('seconds'), t('secondsOf', { n: (report.milliseconds / 1000).toFixed(1) })],
            [t('tables'), `${number(report.tables.length)} · ${t('rowsOf', { n: number(report.tables.reduce((sum, table) => sum + table.rows, 0)) })}`],
          ]}
        />
      </Section>
    </>
  )
}
