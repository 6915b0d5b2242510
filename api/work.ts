import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { handle, type Handling } from './door.ts'
import { notFound } from './house.ts'
import { routes } from './schemas/index.ts'

const noJob = (): LantaiError => notFound('没有这项工作，可能程序已重新启动。', 'There is no such work; the program may have been started anew.')

/** Progress of long work, and its cancelling. */
export const jobHandlings: readonly Handling[] = [
  handle(routes.getJob, async ({ house, params, visitor }) => {
    const found = house.jobs.find(params.id)
    // Work of the first start has no account yet; everything else is told to who is signed in.
    if (found === undefined || (found.account !== '' && visitor === undefined)) throw noJob()
    return found.account === '' || found.account === visitor?.id ? found.job : { ...found.job, result: undefined }
  }),

  handle(routes.cancelJob, async ({ house, params, account }) => {
    const found = house.jobs.find(params.id)
    if (found === undefined) throw noJob()
    if (found.account !== account.id && account.role !== 'administrator') throw new LantaiError('forbidden', text('只有开始这项工作的人可以取消。', 'Only who started this work may cancel it.'))
    house.jobs.cancel(params.id)
    await found.ended
    return found.job
  }),
]
