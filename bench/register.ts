import { today } from '../domain/dates.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import { makeCouple, signedDeclaration } from '../sample/couples.ts'
import { drawnNumbers } from '../sample/people.ts'
import { pictures } from '../sample/pictures.ts'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { clerk, folderOf, loadedFolder, manager } from './folder.ts'
import type { Measure, Taken } from './measure.ts'
import { median, round, spread, spreadOf } from './measure.ts'
import { rawRegister } from './raw.ts'

const warmUp = 20
const rounds = 220

interface Case { readonly id: string; readonly revision: number }

/** Registers marriages through the door, turn about with a raw durable transaction in the same folder. */
export const measure: Measure = async (options) => {
  await loadedFolder(options)
  // A range of its own each time: the history may have used up what it received.
  const first = Date.now()
  const serialAt = (count: number): string => `SB${first + count}`
  const office = await openDoor(options.cases, manager)
  await office.ask('POST', '/api/stock/receipts', { type: 'marriage', first: serialAt(0), last: serialAt(rounds * 2 - 1), receivedOn: today(new Date()), from: '示例市民政局', note: '' })
  await office.close()
  const door = await openDoor(options.cases)
  const raw = rawRegister(folderOf(options.cases))
  const day = today(new Date())
  const random = seeded(Date.now())
  const numbers = drawnNumbers(random)
  const decisions: Taken[] = []
  const wholes: number[] = []
  const raws: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const couple = makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] })
      const file: MarriageFile = { ...couple, declarations: [signedDeclaration(day, clerk), signedDeclaration(day, clerk)] }
      const start = performance.now()
      const opened = await door.ask<Case>('POST', '/api/marriages', { file })
      let { revision } = opened
      for (const party of [0, 1] as const) {
        const checked = await door.ask<Case>('POST', `/api/marriages/${opened.id}/network-checks`, { revision, party, identity: 'match', maritalStatus: file.parties[party].maritalStatus, note: '', proof: '' })
        revision = checked.revision
      }
      const taken = await door.time('POST', `/api/marriages/${opened.id}/registration`, { revision, serials: [serialAt(round * 2), serialAt(round * 2 + 1)] })
      const whole = performance.now() - start
      const bare = raw.write()
      if (round < warmUp) continue
      decisions.push(taken)
      wholes.push(whole)
      raws.push(bare)
    }
  } finally {
    raw.close()
    await door.close()
  }
  return [{
    id: 'register.p50',
    value: round(median(decisions.map(({ wall }) => wall)) / median(raws)),
    beside: [`raw two-row durable transaction ${spread(raws)}`],
    note: `the decision ${spreadOf(decisions)}; a whole case in four requests (open, two checks, decision) p50 ${round(median(wholes))} ms; register of ${options.cases} marriages`,
  }]
}
