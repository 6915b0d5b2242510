/** Writes a correction into a register that no shell has open, past every check: what an older program may have left behind. `node tests/e2e/plant.ts FOLDER CASE PARTIES AT` */
import { openRegister } from '../../db/register.ts'

const [folder = '', subject = '', parties = '', at = ''] = process.argv.slice(2)
const register = openRegister({ folder })
await register.transact({ account: 'sample-clerk1', counter: '1', at }, (tx) => tx.record({ kind: 'marriage.corrected', subject, body: { changes: { parties: JSON.parse(parties) as never } }, second: 'sample-manager', reason: '旧系统带来' }))
await register.close()
