/**
 * Long work with its progress and a way to cancel.
 *   const job = useJob(id)            asks every 300 ms while it runs; undefined id: nothing
 *   <JobProgress job={job.data} words={t('verifying')} onCancel={…} />
 */
import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { Job } from '../../api/schemas/common.ts'
import { call, type ApiFailure } from './client.ts'
import { number } from './format.ts'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

/** The state of a long work, renewed while it runs. */
export const useJob = (id: string | undefined) =>
  useQuery<Job, ApiFailure>({
    queryKey: ['getJob', id],
    queryFn: ({ signal }) => call('getJob', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === 'running' ? 300 : false),
    gcTime: 0,
  })

export interface JobProgressProps {
  readonly job: Job | undefined
  readonly title: string
  readonly onCancel?: () => void
}

export const JobProgress = ({ job, title, onCancel }: JobProgressProps) => {
  const t = useWords(shared)
  const share = job === undefined || job.total === 0 ? 0 : Math.min(1, job.done / job.total)
  return (
    <div className="job">
      <div className="row">
        <span>{title}</span>
        <span className="quiet" role="status">
          {job === undefined || job.total === 0 ? t('working') : `${number(job.done)} / ${number(job.total)}`}
        </span>
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <div className="bar" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)}>
        <div style={{ width: `${String(share * 100)}%` }} />
      </div>
    </div>
  )
}
