import type { Party } from '../../domain/case/file.ts'
import type { StackStyle } from '../fonts/stacks.ts'
import { day, identityNumber, nationality, sexShort } from './words.ts'

/** What a certificate of marriage or divorce says, whether first issued or reissued. */
export interface BookletFacts {
  readonly parties: readonly [Party, Party]
  readonly number: string
  /** The day the certificate carries: a reissued one carries the original. */
  readonly day: string
  readonly remark: string
  readonly serials: readonly [string, string]
  readonly officeName: string
  /** Joint photo of a marriage, the holder's own of a divorce. */
  readonly photo: Uint8Array | undefined
  readonly sample: boolean
}

/** A place of the open booklet (190 × 128 mm, from its top left corner) into which a fact is printed. */
export interface BookletField {
  readonly id: string
  /** Path of the fact, for refusals. */
  readonly field: (party: 0 | 1) => string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly size: number
  readonly font: StackStyle
  /** Never broken over two lines. */
  readonly single?: boolean
  readonly value: (facts: BookletFacts, party: 0 | 1) => string
}

/** A form of the booklet: where its fields are, since when. The official coordinates are not published, so they are data that an office can move. */
export interface Booklet {
  readonly id: string
  readonly from: string
  readonly width: number
  readonly height: number
  readonly photo: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly fields: readonly BookletField[]
}

/** Which certificate a booklet is. */
export type BookletKind = 'marriage' | 'divorce'

const spouse = (who: 0 | 1, top: number): BookletField[] => {
  const path = (name: string) => (): string => `parties.${who}.${name}`
  const of = { font: 'kai' as const, size: 12 }
  return [
    { id: `spouse${who}.name`, field: path('name'), x: 121, y: top, width: 37, height: 10, ...of, value: ({ parties }) => parties[who].name },
    { id: `spouse${who}.sex`, field: path('sex'), x: 170, y: top, width: 13, height: 10, ...of, single: true, value: ({ parties }) => sexShort(parties[who].sex) },
    { id: `spouse${who}.nationality`, field: path('nationality'), x: 121, y: top + 11, width: 18, height: 10, ...of, value: ({ parties }) => nationality(parties[who]) },
    { id: `spouse${who}.birth`, field: path('birth'), x: 155.5, y: top + 11, width: 27.5, height: 10, ...of, size: 11, single: true, value: ({ parties }) => day(parties[who].birth) },
    { id: `spouse${who}.identityNumber`, field: path('identityNumber'), x: 130, y: top + 22, width: 53, height: 10, ...of, single: true, value: ({ parties }) => identityNumber(parties[who]) },
  ]
}

/** The left page: the holder's lines from `top` on, `step` apart, the remark below them. */
const holder = (top: number, step: number, remarkHeight: number): BookletField[] => [
  { id: 'holder', field: (party) => `parties.${party}.name`, x: 38, y: top, width: 50, height: 10, size: 13, font: 'kai', value: ({ parties }, party) => parties[party].name },
  { id: 'day', field: () => 'day', x: 38, y: top + step, width: 50, height: 10, size: 12, font: 'kai', single: true, value: (facts) => day(facts.day) },
  { id: 'number', field: () => 'number', x: 38, y: top + 2 * step, width: 50, height: 10, size: 12, font: 'kai', single: true, value: (facts) => facts.number },
  { id: 'remark', field: () => 'remarkCertificate', x: 38, y: top + 3 * step, width: 50, height: remarkHeight, size: 11, font: 'kai', value: (facts) => facts.remark },
]

/** The booklet in use since the Civil Code (2021): left page the holder, right page both spouses, man first. */
export const booklet2021: Booklet = {
  id: '结婚证 2021 兰台 1',
  from: '2021-01-01',
  width: 190,
  height: 128,
  photo: { x: 21, y: 82, width: 53, height: 35 },
  fields: [...holder(13, 12, 26), ...spouse(0, 17), ...spouse(1, 73)],
}

/** The divorce booklet of the same years: a single photo of the holder, upright, takes more of the left page. */
export const divorceBooklet2021: Booklet = {
  id: '离婚证 2021 兰台 1',
  from: '2021-01-01',
  width: 190,
  height: 128,
  photo: { x: 30, y: 67, width: 35, height: 53 },
  fields: [...holder(11, 10.5, 22), ...spouse(0, 17), ...spouse(1, 73)],
}

/** The booklet of a kind in use on a day. */
export const bookletOn = (kind: BookletKind, _day: string): Booklet => (kind === 'marriage' ? booklet2021 : divorceBooklet2021)
