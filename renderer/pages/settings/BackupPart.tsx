import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { bytes, instant } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { JobProgress, useJob } from '../../shared/JobProgress.tsx'
import { EmptyState, Facts, FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { queries, useAct, useRoute } from '../../shared/query.ts'
import { words } from './words.ts'

/** A whole copy of the register, made while the desk runs. */
export const BackupPart = () => {
  const t = useWords(words)
  const say = useSay()
  const health = useRoute('getHealth')
  const start = useAct('startBackup')
  const cancel = useAct('cancelJob')
  const [id, setId] = useState<string>()
  const job = useJob(id)
  const state = job.data?.state
  const busy = id !== undefined && (state === undefined || state === 'running')
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries({ queryKey: ['getHealth'] })
  }, [state])
  const result = job.data?.result as { readonly file?: string; readonly path?: string; readonly folder?: string } | undefined
  const file = result?.file ?? result?.path ?? result?.folder
  return (
    <Section
      title={t('backup')}
      acts={
        <Button type="primary" disabled={busy} loading={start.isPending} onClick={() => start.mutate({}, { onSuccess: (reply) => setId(reply.id) })}>
          {t('backupNow')}
        </Button>
      }
    >
      <p className="quiet">{t('backupLead')}</p>
      <FailurePanel failure={start.error ?? job.error} />
      {busy && <JobProgress job={job.data} title={t('backupRunning')} onCancel={() => id !== undefined && cancel.mutate({ params: { id } })} />}
      {state === 'failed' && <FailurePanel failure={job.data?.error === undefined ? t('backupFailed') : say(job.data.error)} title={t('backupFailed')} />}
      {state === 'done' && <Alert type="success" showIcon title={t('backupDone')} {...(file !== undefined && { description: <span className="mono">{file}</span> })} />}
      <Loaded of={health}>
        {(now) =>
          now.lastBackup === '' ? (
            <EmptyState title={t('neverBackup')} hint={t('neverBackupHint')} />
          ) : (
            <Facts
              rows={[
                [t('lastBackup'), instant(now.lastBackup)],
                [t('diskFree'), bytes(now.diskFreeBytes)],
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  )
}
