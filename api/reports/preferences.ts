import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'

/** Bytes of what an account keeps under one key at most. */
const largest = 10_240

/** What an account keeps of its own desk: seen and written by itself alone. */
export const preferenceHandlings: readonly Handling[] = [
  handle(routes.getPreference, async ({ house, params, account }) => ({ value: (await house.register.read.reports.preference(account.id, params.key)) ?? null })),

  handle(routes.putPreference, async ({ house, params, body, account, actor }) => {
    const size = new TextEncoder().encode(JSON.stringify(body.value)).length
    if (size > largest) throw new LantaiError('too_large', text(`版面设置太大（${String(size)} 字节），最多 ${String(largest)} 字节`, `What is kept is too large (${String(size)} bytes), at most ${String(largest)}`), 'value')
    await house.register.transact(actor(), (tx) => tx.savePreference(account.id, params.key, body.value))
    return { done: true as const }
  }),
]
