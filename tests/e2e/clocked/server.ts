/**
 * The browser shell with a clock that a test sets: `node server.ts --data DIR --clock 2026-01-16T09:30:00+08:00 [--sample]`, from the sources, for tests alone.
 * A line `clock INSTANT` on its input moves the clock there, from where it goes on; it answers `clock is INSTANT`. The programs that are built and shipped know nothing of it.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createApi } from '../../../api/index.ts'
import { deskHandler } from '../../../api/desk.ts'
import { listenHttp } from '../../../server/http.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, clock: { type: 'string' }, sample: { type: 'boolean', default: false } } })
const readInstant = (text: string | undefined): number => {
  const at = Date.parse(text ?? '')
  if (Number.isNaN(at)) throw new Error(`no instant: ${String(text)}`)
  return at
}
if (values.data === undefined) throw new Error('--data is missing')
let ahead = readInstant(values.clock) - Date.now()
const clock = (): Date => new Date(Date.now() + ahead)

const api = await createApi({ dataFolder: values.data, sample: values.sample, clock })
const shell = await listenHttp({ handler: deskHandler(api, join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')), host: '127.0.0.1', port: 0 })
const stop = async (): Promise<void> => {
  await shell.close()
  await api.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, instant] = line.split(' ')
  if (word !== 'clock') return
  ahead = readInstant(instant) - Date.now()
  console.log(`clock is ${clock().toISOString()}`)
})
if (values.sample) console.log(JSON.stringify({ accounts: await api.sampleAccounts() }))
console.log(`Lantai is ready at ${shell.url}`)
