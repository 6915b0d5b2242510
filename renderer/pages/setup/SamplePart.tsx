import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../shared/i18n.ts'
import { JobProgress, useJob } from '../../shared/JobProgress.tsx'
import { FailurePanel, Section } from '../../shared/Page.tsx'
import { queries, useAct } from '../../shared/query.ts'
import { useSay } from '../../shared/i18n.ts'
import { words } from './words.ts'

const roleWords = ['registrar', 'reviewer', 'administrator', 'auditor'] as const

/** Fills the empty register with the sample office, with progress, then shows its accounts. */
export const SamplePart = ({ onBegin }: { readonly onBegin: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const start = useAct('setUpSample')
  const [id, setId] = useState<string>()
  const job = useJob(id)
  const state = job.data?.state
  const accounts = start.data?.accounts ?? []
  return (
    <Section title={t('sampleTitle')}>
      <p className="quiet">{t('sampleLead')}</p>
      <FailurePanel failure={start.error ?? job.error} />
      {state === 'failed' && <FailurePanel failure={job.data?.error === undefined ? t('sampleFailed') : say(job.data.error)} title={t('sampleFailed')} />}
      {id === undefined ? (
        <div>
          <Button loading={start.isPending} onClick={() => start.mutate({ body: {} }, { onSuccess: (reply) => { setId(reply.job.id); onBegin() } })}>
            {t('sampleStart')}
          </Button>
        </div>
      ) : state === 'done' ? (
        <>
          <p role="status">
            <strong>{t('sampleDone')}</strong>
          </p>
          <div className="table-frame">
            <table className="plain-table">
              <caption className="hidden-words">{t('sampleAccounts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('account')}</th>
                  <th scope="col">{t('password')}</th>
                  <th scope="col">{t('role')}</th>
                </tr>
              </thead>
              <tbody>
                {accounts.map((account) => {
                  const role = roleWords.find((known) => known === account.role)
                  return (
                    <tr key={account.account}>
                      <td className="mono">{account.account}</td>
                      <td className="mono">{account.password}</td>
                      <td>{role === undefined ? account.role : t(role)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          <p className="quiet">{t('sampleAccounts')}</p>
          <div>
            <Button type="primary" onClick={() => void queries.invalidateQueries({ queryKey: ['getOffice'] })}>
              {t('enter')}
            </Button>
          </div>
        </>
      ) : (
        state !== 'failed' && <JobProgress job={job.data} title={t('sampleWorking')} />
      )}
    </Section>
  )
}
