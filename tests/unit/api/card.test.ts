import { expect, test } from 'vitest'
import { readCardText } from '../../../api/identity-card.ts'

const on = '2026-05-20'
const wanted = { name: '张三', sex: '1', ethnicity: '01', birth: '1988-01-01', identityNumber: '440524198801010014', identityIssuer: '广州市公安局黄埔分局', identityFrom: '2016-05-20', identityTo: '2036-05-20' }
import { checkDigit17 } from '../../../domain/identity/checkdigit.ts'

const number = '44052419880101001' + checkDigit17('44052419880101001')
const all = { ...wanted, identityNumber: number }

test.each([
  ['JSON in Chinese', JSON.stringify({ 姓名: '张三', 性别: '男', 民族: '汉', 出生: '1988年1月1日', 住址: '广东省汕头市潮阳区某路1号', 公民身份号码: number, 签发机关: '广州市公安局黄埔分局', 有效期限: '2016.05.20-2036.05.20' })],
  ['JSON in English, wrapped', JSON.stringify({ code: 0, data: { name: '张三', gender: '男', nation: '汉族', birthday: '19880101', address: '某路1号', idNumber: number, department: '广州市公安局黄埔分局', startDate: '20160520', endDate: '20360520' } })],
  ['fields parted by bars', `张三|男|汉|19880101|某路1号|${number}|广州市公安局黄埔分局|20160520|20360520`],
  ['tabs, without the birth day, term in one', `张三\t男\t汉\t某路1号\t${number}\t广州市公安局黄埔分局\t2016.05.20-2036.05.20`],
  ['lines with names', `姓名:张三\n性别:男\n民族:汉\n出生:1988-01-01\n住址:某路1号\n公民身份号码:${number}\n签发机关:广州市公安局黄埔分局\n有效期限:2016-05-20至2036-05-20`],
])('%s', (_name, text) => {
  const { party, problems } = readCardText(text, on, false)
  expect(party).toMatchObject(all)
  expect(problems.filter(({ field }) => field !== 'identityNumber')).toEqual([])
})

test('a card for ever, and what does not agree in it', () => {
  const { party, problems } = readCardText(`王五|女|火星|19880102|某路1号|${number}|某局|20160520|长期`, on, false)
  expect(party).toMatchObject({ identityTo: 'long', sex: '2' })
  expect(problems.map(({ field }) => field)).toEqual(expect.arrayContaining(['sex', 'ethnicity', 'birth']))
})

test('a wrong check digit is told at the number', () => {
  const { problems } = readCardText(`张三|男|汉|19880101|某路1号|${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}|某局|20160520|20360520`, on, false)
  expect(problems[0]?.field).toBe('identityNumber')
})

test.each(['', 'hello world', '[]', '{}', '13800000000'])('%j is no card', (text) => {
  expect(() => readCardText(text, on, false)).toThrow(expect.objectContaining({ code: 'invalid', field: 'text' }))
})
