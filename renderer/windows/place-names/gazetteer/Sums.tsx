import type { Reply } from '../../../shared/client.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { words as mapWords } from '../map/words.ts'
import type { GazetteerFilter } from './filters.ts'
import { words } from './words.ts'

export interface SumsProps {
  readonly sums: Reply<'gazetteerSums'> | undefined
  readonly filter: GazetteerFilter
  readonly put: (change: GazetteerFilter) => void
}

/** What the gazetteer holds; every number narrows the list to what it counts. */
export const Sums = ({ sums, filter, put }: SumsProps) => {
  const t = useWords(words)
  const kinds = useWords(mapWords)
  const say = useSay()
  if (sums === undefined) return <div className="gazetteer-sums" aria-hidden="true" />
  const chip = (key: string, title: string, count: number, on: boolean, change: GazetteerFilter) => <button key={key} type="button" aria-pressed={on} onClick={() => put(change)}>{title}<b>{number(count)}</b></button>
  return (
    <section className="gazetteer-sums" aria-label={t('sumsOf', { entities: number(sums.entities), names: number(sums.names) })}>
      <b>{t('sumsOf', { entities: number(sums.entities), names: number(sums.names) })}</b>
      <div className="pick-chips" role="group" aria-label={t('byKind')}>
        {sums.byKind.filter(({ count }) => count > 0).map(({ kind, count }) => chip(kind, kinds(`kind_${kind}`), count, filter.kind === kind, { kind: filter.kind === kind ? '' : kind }))}
      </div>
      <div className="pick-chips" role="group" aria-label={t('byStanding')}>
        {sums.byStanding.filter(({ count }) => count > 0).map(({ standing, title, count }) => chip(standing, say(title), count, filter.standing === standing, { standing: filter.standing === standing ? '' : standing }))}
      </div>
      {sums.byTownship.length > 0 && (
        <details className="gazetteer-towns">
          <summary>{t('byTownship')}</summary>
          <div className="table-frame" tabIndex={0} role="region" aria-label={t('byTownship')}>
            <table className="plain-table">
              <tbody>
                {sums.byTownship.map(({ township, count }) => <tr key={township}><th scope="row">{township === '' ? <span className="quiet">{t('noTownship')}</span> : <button type="button" className="link" onClick={() => put({ township })}>{township}</button>}</th><td className="end">{number(count)}</td></tr>)}
              </tbody>
              <tfoot><tr><th scope="row"><b>{t('sum')}</b></th><td className="end"><b>{number(sums.byTownship.reduce((sum, { count }) => sum + count, 0))}</b></td></tr></tfoot>
            </table>
          </div>
        </details>
      )}
    </section>
  )
}
