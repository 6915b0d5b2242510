import { writeSync } from 'node:fs'
import { openRegister } from '../../db/register.ts'
import { clerk, divorceStockAction, endedCaseActions, stockAction } from './cases.ts'

/** A desk that writes marriages and their divorces for ever and says each one aloud once it is saved; the test kills it. Arguments: data folder, first case, `one` or `bulk`. */

const [folder = '', first = '1', way = 'one'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const register = openRegister({ folder, cacheKiB: 8192 })
if ((await register.head()).seq === 0) await register.transact(clerk, async (tx) => {
  await tx.record(stockAction)
  await tx.record(divorceStockAction)
})
say('ready')

if (way === 'one') {
  for (let number = Number(first); ; number += 1) {
    await register.transact(clerk, async (tx) => {
      for (const action of endedCaseActions(number)) await tx.record(action)
    })
    say(`saved ${number}`)
  }
} else {
  const size = 40
  function* forever(): Generator<readonly [typeof clerk, ReturnType<typeof endedCaseActions>[number]]> {
    for (let number = Number(first); ; number += 1) for (const action of endedCaseActions(number)) yield [clerk, action]
  }
  const perCase = endedCaseActions(1).length
  await register.bulk(forever(), { perTransaction: perCase * size, onProgress: (done) => say(`saved ${Number(first) + done / perCase - 1}`) })
}
