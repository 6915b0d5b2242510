import type { MarriageRecord } from '../contract.ts'
import type { StackStyle } from '../fonts/stacks.ts'
import { day, identityNumber, nationality, sexShort } from './words.ts'

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
  readonly value: (record: MarriageRecord, party: 0 | 1) => string
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

const spouse = (who: 0 | 1, top: number): BookletField[] => {
  const path = (name: string) => (): string => `parties.${who}.${name}`
  const of = { font: 'kai' as const, size: 12 }
  return [
    { id: `spouse${who}.name`, field: path('name'), x: 121, y: top, width: 37, height: 10, ...of, value: ({ file }) => file.parties[who].name },
    { id: `spouse${who}.sex`, field: path('sex'), x: 170, y: top, width: 13, height: 10, ...of, single: true, value: ({ file }) => sexShort(file.parties[who].sex) },
    { id: `spouse${who}.nationality`, field: path('nationality'), x: 121, y: top + 11, width: 18, height: 10, ...of, value: ({ file }) => nationality(file.parties[who]) },
    { id: `spouse${who}.birth`, field: path('birth'), x: 155.5, y: top + 11, width: 27.5, height: 10, ...of, size: 11, single: true, value: ({ file }) => day(file.parties[who].birth) },
    { id: `spouse${who}.identityNumber`, field: path('identityNumber'), x: 130, y: top + 22, width: 53, height: 10, ...of, single: true, value: ({ file }) => identityNumber(file.parties[who]) },
  ]
}

/** The booklet in use since the Civil Code (2021): left page the holder, right page both spouses, man first. */
export const booklet2021: Booklet = {
  id: '结婚证 2021 兰台 1',
  from: '2021-01-01',
  width: 190,
  height: 128,
  photo: { x: 21, y: 82, width: 53, height: 35 },
  fields: [
    { id: 'holder', field: (party) => `parties.${party}.name`, x: 38, y: 13, width: 50, height: 10, size: 13, font: 'kai', value: ({ file }, party) => file.parties[party].name },
    { id: 'day', field: () => 'day', x: 38, y: 25, width: 50, height: 10, size: 12, font: 'kai', single: true, value: (record) => day(record.day) },
    { id: 'number', field: () => 'number', x: 38, y: 37, width: 50, height: 10, size: 12, font: 'kai', single: true, value: (record) => record.number },
    { id: 'remark', field: () => 'remarkCertificate', x: 38, y: 49, width: 50, height: 26, size: 11, font: 'kai', value: ({ file }) => file.remarkCertificate },
    ...spouse(0, 17),
    ...spouse(1, 73),
  ],
}

/** The booklet in use on a day. */
export const bookletOn = (_day: string): Booklet => booklet2021
