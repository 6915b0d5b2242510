import type { JournalEntry } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays } from '../domain/dates.ts'
import type { DivorceAction } from '../domain/divorce/actions.ts'
import { foldDivorce } from '../domain/divorce/fold.ts'
import type { DivorceRecord, MarriageRecord, PaperRequest } from '../templates/contract.ts'
import { makeCouple } from '../sample/couples.ts'
import { countedNumbers } from '../sample/people.ts'
import { pictures } from '../sample/pictures.ts'
import { sampleArea, sampleOfficeName } from '../sample/places.ts'
import { seeded } from '../sample/random.ts'
import { applied, ended } from './divorces.ts'

/** So many records of different couples with photos, for the papers' benchmarks. */
export const records = (count: number): readonly MarriageRecord[] => {
  const random = seeded(21)
  const numbers = countedNumbers()
  const photos = new Map(pictures.photos.map(({ hash, base64 }) => [hash, new Uint8Array(Buffer.from(base64, 'base64'))]))
  const day = '2026-05-20' as CivilDate
  return Array.from({ length: count }, (_, index) => {
    const file = makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] })
    return {
      caseId: `bench-${index}`, file, number: `J${sampleArea}-2026-${String(index + 1).padStart(6, '0')}`, day, serials: [`SJ99000${1000 + index * 2}`, `SJ99000${1001 + index * 2}`],
      officeName: sampleOfficeName, area: sampleArea, opinion: '符合结婚条件，准予登记', photo: photos.get(file.photo?.hash ?? ''), sample: true,
    }
  })
}

const bytesOf = ({ hash }: { readonly hash: string }): Uint8Array | undefined => {
  const found = pictures.photos.find((photo) => photo.hash === hash)
  return found === undefined ? undefined : new Uint8Array(Buffer.from(found.base64, 'base64'))
}

/** So many divorces of different couples, folded from the acts of their cases, with both single photos. */
export const divorceRecords = (count: number): readonly DivorceRecord[] => {
  const random = seeded(22)
  const numbers = countedNumbers()
  const clerk = 'bench-clerk'
  return Array.from({ length: count }, (_, index): DivorceRecord => {
    const day = '2026-03-20' as CivilDate
    const { parties } = makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] })
    const { actions } = applied(random, { id: `bench-divorce-${index}`, day, clerk, at: `${day}T09:00:00.000+08:00`, serial: index + 1, marriage: undefined, parties })
    const [opened] = actions
    const { file } = (opened as DivorceAction & { kind: 'divorce.opened' }).body
    const on = addDays(day, 40)
    const acts = [...actions.map((action) => [day, action] as const), ...ended({ id: `bench-divorce-${index}`, file, outcome: 'registered', marriage: undefined }, { day: on, clerk, serial: index + 1, serials: [`SL99000${1000 + index * 2}`, `SL99000${1001 + index * 2}`] }).map((action) => [on, action] as const)]
    const folded = foldDivorce(acts.map(([at, action], place): JournalEntry<DivorceAction> => ({ seq: place + 1, at: `${at}T09:00:00.000+08:00`, actor: clerk, counter: '1', hash: '', action: action as DivorceAction })))
    const [man, woman] = file.photos
    return { folded, officeName: sampleOfficeName, area: sampleArea, photos: [man === null ? undefined : bytesOf(man), woman === null ? undefined : bytesOf(woman)], sample: true }
  })
}

/** The whole-page divorce certificate of the man's booklet. */
export const divorceCertificateOf = (record: DivorceRecord): PaperRequest => ({ paper: 'divorce.certificate', record, party: 0, mode: 'whole' })

/** The whole-page certificate of the man's booklet. */
export const certificateOf = (record: MarriageRecord): PaperRequest => ({ paper: 'marriage.certificate', record, party: 0, mode: 'whole' })

/** The review form of the case. */
export const reviewOf = (record: MarriageRecord): PaperRequest => ({ paper: 'marriage.review', record })
