import { useWords } from '../../../shared/i18n.ts'
import type { PolicyChange } from './describe.ts'
import { words } from './words.ts'

/** What changed, old beside new. */
export const Changes = ({ from, changes }: { readonly from: string; readonly changes: readonly PolicyChange[] | undefined }) => {
  const t = useWords(words)
  if (from === '') return <p className="quiet">{t('changesNew')}</p>
  if (changes === undefined) return null
  if (changes.length === 0) return <p className="quiet">{t('noChanges')}</p>
  return (
    <div className="table-frame changes"><table className="plain-table">
      <caption className="quiet">{t('changesFrom', { id: from })}</caption>
      <thead><tr><th scope="col">{t('change')}</th><th scope="col">{t('old')}</th><th scope="col">{t('now')}</th></tr></thead>
      <tbody>{changes.map((change) => <tr key={change.key}><th scope="row">{change.label}</th><td className="old data">{change.old === '' ? <span className="quiet">{t('nothing')}</span> : change.old}</td><td className="now data">{change.now === '' ? <span className="quiet">{t('nothing')}</span> : change.now}</td></tr>)}</tbody>
    </table></div>
  )
}
