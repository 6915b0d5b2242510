import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../../api/schemas/common.ts'
import { useJob } from '../../shared/JobProgress.tsx'
import { useAct } from '../../shared/query.ts'

/** Long work of a page: begun, watched, cancelled; `onDone` gets its result once. */
export const useJobRun = (onDone: (result: unknown) => void) => {
  const [id, setId] = useState<string>()
  const cancel = useAct('cancelJob')
  const job = useJob(id)
  const state = id === undefined ? undefined : job.data?.state
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const result = job.data?.result
  useEffect(() => {
    if (state === 'done') done.current(result)
  }, [state, result])
  return {
    job: job.data, state,
    busy: id !== undefined && job.error === null && (state === undefined || state === 'running'),
    failure: job.error ?? cancel.error,
    watch: (begun: Job): void => setId(begun.id),
    cancel: (): void => { if (id !== undefined) cancel.mutate({ params: { id } }) },
  }
}
