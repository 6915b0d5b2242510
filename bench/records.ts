import type { CivilDate } from '../domain/dates.ts'
import type { MarriageRecord, PaperRequest } from '../templates/contract.ts'
import { makeCouple } from '../sample/couples.ts'
import { countedNumbers } from '../sample/people.ts'
import { pictures } from '../sample/pictures.ts'
import { sampleArea, sampleOfficeName } from '../sample/places.ts'
import { seeded } from '../sample/random.ts'

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

/** The whole-page certificate of the man's booklet. */
export const certificateOf = (record: MarriageRecord): PaperRequest => ({ paper: 'marriage.certificate', record, party: 0, mode: 'whole' })

/** The review form of the case. */
export const reviewOf = (record: MarriageRecord): PaperRequest => ({ paper: 'marriage.review', record })
