import { describe, expect, it, test } from 'vitest'
import type { NumberedPlate, PlateAction } from '../../../../domain/place-names/plates/actions.ts'
import { decideWithdrawal } from '../../../../domain/place-names/plates/address.ts'
import { applyPlates, concordanceOf, foldPlates, fullLabel } from '../../../../domain/place-names/plates/book.ts'
import { defaultProfile, documentPapers, documentPaperTitles, PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { placeNameTitles } from '../../../../domain/place-names/titles.ts'
import { placeNameWindow } from '../../../../domain/place-names/window.ts'
import { thrown } from './case-facts.ts'

test('every act of the window has a name in both languages, and nothing else has', () => {
  expect(Object.keys(placeNameTitles).toSorted()).toEqual(Object.keys(placeNameWindow.actions).toSorted())
  for (const [kind, { zh, en }] of Object.entries(placeNameTitles)) expect(zh !== '' && en !== '' && !/[a-z]/i.test(zh) && !/\p{Script=Han}/u.test(en), kind).toBe(true)
})

test('every paper with a document number has a title, the notice to put a name right among them', () => {
  expect(Object.keys(documentPaperTitles).toSorted()).toEqual([...documentPapers].toSorted())
  expect(documentPaperTitles.rectification.zh).toBe('整改通知书')
  expect(PlaceNameProfile.safeParse({ ...defaultProfile(), documentCodes: { rectification: { agency: '示民名改', withWord: false } } }).success).toBe(true)
  expect(PlaceNameProfile.safeParse({ ...defaultProfile(), documentCodes: { dream: { agency: '示民', withWord: false } } }).success).toBe(false)
})

const plate = (type: NumberedPlate['type'], within: string, number: number, label: string): NumberedPlate => ({ type, within, number, sub: 0, label, state: 'assigned', frontage: '', side: '', metres: 0, position: null })
const act = <K extends PlateAction['kind']>(kind: K, body: object): PlateAction => ({ kind, subject: 'e1', body: { day: '2026-05-20', ...body } }) as unknown as PlateAction

describe('a room in a unit of a building', () => {
  const book = foldPlates([act('plate.numbered', { document: '', name: '示例苑', street: null, estate: null, rows: [plate('building', '', 3, '3幢'), plate('unit', 'building//3-0', 2, '2单元'), plate('room', 'unit/building//3-0/2-0', 201, '201室')] })])
  it('is told with what it stands in', () => {
    expect(book.plates.map((one) => fullLabel(book, one))).toEqual(['3幢', '3幢2单元', '3幢2单元201室'])
  })
  it('and so it stands in a concordance', () => {
    expect(concordanceOf(applyPlates(book, act('plate.streetRenamed', { from: '示例苑', to: '张桥苑', document: '' }))).map(({ before, after }) => [before, after])).toEqual([['示例苑3幢', '张桥苑3幢'], ['示例苑3幢2单元', '张桥苑3幢2单元'], ['示例苑3幢2单元201室', '张桥苑3幢2单元201室']])
  })
  it('printing changes nothing of the book', () => {
    expect(applyPlates(book, act('plate.printed', { paper: 'place-names.plateList', key: '', digest: '0'.repeat(64), printer: '' }))).toEqual(book)
    expect(thrown(() => applyPlates(undefined, act('plate.printed', { paper: 'place-names.plateList', key: '', digest: '0'.repeat(64), printer: '' })))).toEqual({ code: 'not_found' })
  })
})

describe('a proof', () => {
  const proof = { number: '示名证〔2026〕1号', day: '2026-05-20', withdrawn: false }
  it('may be withdrawn once, not before it was issued', () => {
    expect(decideWithdrawal(proof, { day: '2026-05-21', reason: '材料有误' })).toEqual({ kind: 'address.withdrawn', subject: proof.number, body: { day: '2026-05-21', reason: '材料有误', number: proof.number } })
    expect(thrown(() => decideWithdrawal({ ...proof, withdrawn: true }, { day: '2026-05-21', reason: '材料有误' }))).toEqual({ code: 'conflict', field: 'number' })
    expect(thrown(() => decideWithdrawal(proof, { day: '2026-05-19', reason: '材料有误' }))).toEqual({ code: 'invalid', field: 'day' })
  })
})
