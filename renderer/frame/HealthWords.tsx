/** The register's health in words, at the bottom of every page. */
import { useWords } from '../shared/i18n.ts'
import { shortInstant } from '../shared/format.ts'
import { useRoute } from '../shared/query.ts'
import { words } from './words.ts'

export const HealthWords = () => {
  const t = useWords(words)
  const health = useRoute('getHealth', undefined, { every: 60_000, keep: true })
  const now = health.data
  if (now === undefined) return <div className="health">{health.error !== null && <span className="warn">{t('journalUnknown')}</span>}</div>
  const free = now.diskFreeBytes / 1e9
  return (
    <div className="health" role="status" aria-label={t('health')}>
      {now.lastVerified?.sound === false ? (
        <span className="bad">{t('journalBroken')}</span>
      ) : now.lastVerified === null ? (
        <span>{t('journalUnverified', { n: now.head.seq })}</span>
      ) : (
        <span className="good" title={t('verifiedAt', { at: shortInstant(now.lastVerified.at, now.now) })}>
          {t('journalOk', { n: now.head.seq })}
        </span>
      )}
      {now.lastBackup === '' ? <span>{t('noBackup')}</span> : <span className="good">{t('backupAt', { at: shortInstant(now.lastBackup, now.now) })}</span>}
      {free < 2 && <span className="warn">{t('diskLow', { n: free.toFixed(1) })}</span>}
    </div>
  )
}
