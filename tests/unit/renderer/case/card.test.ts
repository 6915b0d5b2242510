import { describe, expect, it } from 'vitest'
import { checkDigit17 } from '../../../../domain/identity/index.ts'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import { fillCard, firstEmpty, looksLikeCard } from '../../../../renderer/case/card/card.ts'
import { fieldsOf, withCard, withIdentityNumber, withKind } from '../../../../renderer/case/form/party.ts'

const number = `99010119980520422${checkDigit17('99010119980520422')}`
const card = { name: '林书月', sex: '2', birth: '1998-05-20', identityNumber: number, ethnicity: '01', identityTo: 'long' }
const sample = { sampleOffice: true, on: '2026-05-20' }

describe('a card', () => {
  it.each([
    ['林书月|女|汉|19980520|示例路 4 号|990101199805204225|示例分局|20200101|20400101', true],
    ['{"name":"林书月","number":"990101199805204225"}', true],
    ['姓名:林书月，性别:女，民族:汉，出生:19980520，公民身份号码:990101199805204225', true],
    ['990101199805204225', false],
    ['示例市示例区槐荫路 42 号 3 幢 1 单元 502 室', false],
    ['', false],
  ])('is told from one field’s content: %s', (text, is) => expect(looksLikeCard(text)).toBe(is))

  it('replaces only what it holds', () => {
    const party = withCard({ ...emptyMarriageFile().parties[1], phone: '555', maritalStatus: '10' }, card)
    expect(party).toMatchObject({ name: '林书月', phone: '555', maritalStatus: '10', identityTo: 'long', residence: { detail: '' } })
    expect(withCard(party, { residence: { detail: '示例路 4 号' }, unknown: 'x' })).toMatchObject({ residence: { detail: '示例路 4 号', province: '' } })
    expect('unknown' in withCard(party, { unknown: 'x' })).toBe(false)
  })

  it('goes to the block of its sex when nobody stands there, and never over somebody else', () => {
    const empty = emptyMarriageFile()
    expect(fillCard(empty, 0, card)).toMatchObject({ party: 1, moved: true })
    expect(fillCard(empty, 1, card)).toMatchObject({ party: 1, moved: false })
    const taken = { ...empty, parties: [empty.parties[0], { ...empty.parties[1], identityNumber: '990101199101010029' }] } as typeof empty
    const fill = fillCard(taken, 0, card)
    expect(fill).toMatchObject({ party: 0, moved: false })
    expect(fill.file.parties[1].identityNumber).toBe('990101199101010029')
  })

  it('leaves the focus at the first thing it did not hold', () => {
    const { file } = fillCard(emptyMarriageFile(), 1, card)
    expect(firstEmpty(file, 1)).toBe('parties.1.maritalStatus')
    Object.assign(file.parties[1], { maritalStatus: '10', education: '21', occupation: '20000', residence: { ...file.parties[1].residence, detail: 'x' } })
    expect(firstEmpty(file, 1)).toBe('parties.1.phone')
  })
})

describe('a party’s block', () => {
  it('takes birth and sex from a number that is whole, and follows it when it is corrected', () => {
    expect(withIdentityNumber(emptyMarriageFile().parties[0], number.slice(0, 17), sample).birth).toBe('')
    const woman = withIdentityNumber(emptyMarriageFile().parties[0], ` ${number.slice(0, 6)} ${number.slice(6)} `, sample)
    expect(woman).toMatchObject({ identityNumber: number, birth: '1998-05-20', sex: '2' })
    const other = `99010119960214001${checkDigit17('99010119960214001')}`
    expect(withIdentityNumber(woman, other, sample)).toMatchObject({ birth: '1996-02-14', sex: '1' })
  })

  it('keeps a birth that was typed against the number, for the rule to show', () => {
    expect(withIdentityNumber({ ...emptyMarriageFile().parties[1], birth: '1990-01-01' }, number, sample).birth).toBe('1990-01-01')
  })

  it('shows the fields of its kind of person and drops those it has not', () => {
    const resident = { ...emptyMarriageFile().parties[0], ethnicity: '01', military: true, militaryNumber: 'x', name: '张三' }
    const foreigner = withKind(resident, 'foreigner')
    expect(foreigner).toMatchObject({ kind: 'foreigner', identityType: 'passport', nationality: '', ethnicity: '', military: false, militaryNumber: '', name: '张三' })
    expect(fieldsOf(foreigner)).toMatchObject({ nationality: true, ethnicity: false, localIdentity: false, areaLookup: false })
    const hongkong = withKind(foreigner, 'hongkong')
    expect(hongkong).toMatchObject({ nationality: 'CHN', identityType: 'hmPermit' })
    expect(fieldsOf(hongkong).localIdentity).toBe(true)
    expect(withKind({ ...hongkong, localIdentityNumber: 'A123456(3)' }, 'mainland')).toMatchObject({ identityType: 'resident', localIdentityNumber: '' })
  })
})
