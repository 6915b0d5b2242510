import { Link } from 'wouter'
import type { Affected } from '../../../../api/schemas/calendar.ts'
import { useWords } from '../../../shared/i18n.ts'
import { findWindow } from '../../../windows.ts'
import { words } from './words.ts'

/** The running divorce applications whose days a change of the table would move. */
export const AffectedList = ({ affected }: { readonly affected: Affected }) => {
  const t = useWords(words)
  if (affected.count === 0) return <p className="quiet">{t('affectedNone')}</p>
  return (
    <>
      <p className="finding-note answer">{t('affected', { n: affected.count })}</p>
      <ul className="affected-cases">
        {affected.cases.map((one) => (
          <li key={one.id}>
            <Link href={findWindow('divorce')?.casePath(one.id) ?? '/'} className="mono">{one.receiptNumber}</Link>
            <span>{t('before')} {one.end1} / {one.end2}</span>
            <span>{t('after')} {one.newEnd1} / {one.newEnd2}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
