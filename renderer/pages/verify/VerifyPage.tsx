import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Job } from '../../../api/schemas/common.ts'
import { instant, number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { JobProgress, useJob } from '../../shared/JobProgress.tsx'
import { EmptyState, Facts, FailurePanel, Loaded, Page, Section } from '../../shared/Page.tsx'
import { queries, useAct, useRoute } from '../../shared/query.ts'
import { VerifyResult, type Report } from './VerifyResult.tsx'
import { words } from './words.ts'

const stages = ['chain', 'rebuild', 'integrity', 'files', 'drafts'] as const

/** The proof that nothing was changed behind the journal's back, with progress and a way to stop. */
const VerifyPage = () => {
  const t = useWords(words)
  const say = useSay()
  const health = useRoute('getHealth')
  const start = useAct('startVerification')
  const cancel = useAct('cancelJob')
  const [id, setId] = useState<string>()
  const job = useJob(id)
  const state = job.data?.state
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries({ queryKey: ['getHealth'] })
  }, [state])
  const begin = (): void => start.mutate({}, { onSuccess: (reply: Job) => setId(reply.id) })
  const stage = stages.find((known) => job.data?.stage.startsWith(known) === true)
  const busy = id !== undefined && (state === undefined || state === 'running')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        <Button type="primary" disabled={busy} loading={start.isPending} onClick={begin}>
          {id === undefined ? t('start') : t('again')}
        </Button>
      }
    >
      <FailurePanel failure={start.error ?? job.error ?? cancel.error} />
      {busy && (
        <Section title={t('running')}>
          <JobProgress job={job.data} title={stage === undefined ? t('running') : t(stage)} onCancel={() => id !== undefined && cancel.mutate({ params: { id } })} />
        </Section>
      )}
      {state === 'cancelled' && <Alert type="info" showIcon title={t('cancelled')} />}
      {state === 'failed' && <FailurePanel failure={job.data?.error === undefined ? t('failed') : say(job.data.error)} title={t('failed')} />}
      {state === 'done' && job.data?.result !== undefined && <VerifyResult report={job.data?.result as Report} />}
      <Section title={t('last')}>
        <Loaded of={health}>
          {(now) =>
            now.lastVerified === null ? (
              <EmptyState title={t('never')} hint={t('neverHint')} />
            ) : (
              <Facts
                rows={[
                  [t('last'), t(now.lastVerified.sound ? 'lastSound' : 'lastUnsound', { at: instant(now.lastVerified.at) })],
                  [t('entries'), number(now.head.seq)],
                  [t('head'), <span className="hash">{now.head.hash}</span>],
                ]}
              />
            )
          }
        </Loaded>
        <p className="quiet">
          {t('elsewhere')} <code>npm run verify -- --data DIR</code>
        </p>
      </Section>
    </Page>
  )
}

export default VerifyPage
