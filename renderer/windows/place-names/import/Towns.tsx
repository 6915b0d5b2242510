import type { ImportState } from '../../../../api/schemas/gazetteer.ts'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { words } from './words.ts'

/** How many rows each town has, with the sum, which must be that of the paper the table came with. */
export const Towns = ({ towns, chosen, onPick }: { readonly towns: ImportState['townships']; readonly chosen: string; readonly onPick: (township: string) => void }) => {
  const t = useWords(words)
  if (towns.length === 0) return null
  const sum = (part: 'rows' | 'clean' | 'taken'): number => towns.reduce((all, town) => all + town[part], 0)
  return (
    <details className="import-towns" open={towns.length <= 20}>
      <summary>{t('townships')}</summary>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('townships')}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('township')}</th><th scope="col" className="end">{t('rows')}</th><th scope="col" className="end">{t('clean')}</th><th scope="col" className="end">{t('taken')}</th></tr></thead>
          <tbody>
            {towns.map((town) => (
              <tr key={town.township}>
                <th scope="row">{town.township === '' ? <span className="quiet">{t('noTownship')}</span> : <button type="button" className="link" aria-pressed={chosen === town.township} onClick={() => onPick(chosen === town.township ? '' : town.township)}>{town.township}</button>}</th>
                <td className="end">{number(town.rows)}</td><td className="end">{number(town.clean)}</td><td className="end">{number(town.taken)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row"><b>{t('sum')}</b></th><td className="end"><b>{number(sum('rows'))}</b></td><td className="end"><b>{number(sum('clean'))}</b></td><td className="end"><b>{number(sum('taken'))}</b></td></tr></tfoot>
        </table>
      </div>
    </details>
  )
}
