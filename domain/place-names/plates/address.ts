import { LantaiError } from '../../error.ts'
import type { Decision } from '../../case/decide.ts'
import { decideBy } from '../../case/decide.ts'
import type { Answer, Check } from '../../findings.ts'
import type { Finding } from '../../rule.ts'
import { text } from '../../text.ts'
import { civilDate } from '../../dates.ts'
import { localRule } from '../law.ts'
import type { AddressActionOf, WrittenAddress } from './actions.ts'
import { findPlate, samePlate } from './number.ts'
import type { PlateNumber } from './number.ts'

/** An address taken apart; parts that are not written are empty. */
export interface AddressParts {
  /** Divisions, community, whatever stands before the street or estate. */
  readonly before: string
  /** Street, lane, estate or village as it is written. */
  readonly place: string
  readonly number: PlateNumber | undefined
  readonly building: string
  readonly unit: string
  readonly room: string
  /** What could not be placed. */
  readonly rest: string
}

const digits = /[０-９Ａ-Ｚａ-ｚ－（）]/gu
const plainOf = (written: string): string => written.normalize('NFC').replace(digits, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[\s,，.。]+/gu, '')
const tail = /(?:(\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Z])(?:幢|栋|座|号楼|楼(?!层)))?(?:(\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])(?:单元|门洞))?(?:第?\d{1,3}层)?(?:(\d{1,5}(?:-\d{1,3})?|[A-Z]\d{1,4})(?:室|房|户|号房)?)?$/u
const numberPart = /((?:\d{1,6}(?:[-—–]\d{1,4})?|[一二三四五六七八九十]{1,3})号(?:(?:附|之|[-—–])\d{1,4}号?)?)(?!楼)/u

/** Takes an address apart by its last door number and what follows it; `places` are the names the place may bear (present and former), longest match first. */
export const readAddress = (written: string, places: readonly string[]): AddressParts => {
  const plain = plainOf(written)
  const place = places.filter((name) => name !== '' && plain.includes(name)).toSorted((a, b) => b.length - a.length || plain.lastIndexOf(b) - plain.lastIndexOf(a))[0]
  const at = place === undefined ? -1 : plain.lastIndexOf(place)
  const guessed = place === undefined ? /^(.*?[省市区县镇乡])?([^省市区县镇乡\d]*?(?:路|街|巷|弄|大道|胡同|小区|新村|花园|公寓|苑|村|里|坊))/u.exec(plain) : null
  const name = place ?? guessed?.[2] ?? ''
  const before = at >= 0 ? plain.slice(0, at) : (guessed?.[1] ?? '')
  let after = at >= 0 ? plain.slice(at + name.length) : plain.slice((guessed?.[0] ?? '').length)
  let number: PlateNumber | undefined
  const found = numberPart.exec(after)
  if (found !== null && found.index === 0) {
    number = findPlate(found[1] ?? '')
    after = after.slice((found[1] ?? '').length)
  }
  const end = tail.exec(after)
  const matched = end?.[0] ?? ''
  return { before, place: name, number, building: end?.[1] ?? '', unit: end?.[2] ?? '', room: end?.[3] ?? '', rest: after.slice(0, after.length - matched.length) }
}

/** Parts of a standard address (《地名管理条例》第二十一条: addresses are compiled from standard names). */
export interface StandardAddressParts { readonly divisions: readonly string[]; readonly community?: string; readonly place: string; readonly number?: string; readonly estate?: string; readonly building?: string; readonly unit?: string; readonly room?: string }

/** Writes a standard address in the order of GB/T 35639: divisions, community, street or village, door number, estate, building, unit, room; throws `invalid` without a place. */
export const writeAddress = ({ divisions, community = '', place, number = '', estate = '', building = '', unit = '', room = '' }: StandardAddressParts): string => {
  if (place.trim() === '') throw new LantaiError('invalid', text('地址要有街路巷、住宅区或者村的标准地名', 'An address has the standard name of a street, estate or village'), 'place')
  return [...divisions.filter((name, index) => name !== divisions[index - 1]), community, place, number, estate, building, unit === '' ? '' : /元$/u.test(unit) ? unit : `${unit}单元`, room === '' ? '' : /室$/u.test(room) ? room : `${room}室`].join('')
}

/** What is known of the place whose address is proved: its standard name, its former and other names, and numbers it had. */
export interface ProofFacts {
  readonly standard: { readonly name: string; readonly number: PlateNumber | undefined }
  readonly formerNames: readonly string[]
  readonly formerNumbers: readonly PlateNumber[]
  readonly answers: readonly Answer[]
}

const rule = 'place-names.address-proof'
const finding = (field: string, zh: string, en: string, severity: Finding['severity'] = 'answer'): Finding => ({ rule, severity, outcome: severity === 'stop' ? 'fail' : 'asks', title: text('地名证明', 'Proof of an address'), message: text(zh, en), law: localRule, field })

/** Holds each written form against the standard address: the names and numbers it differs by must be ones the place had, or a reason is asked; another room or building of the same place is a stop. */
export const checkProof = (standard: string, forms: readonly WrittenAddress[], facts: ProofFacts): Check => {
  const names = [facts.standard.name, ...facts.formerNames]
  const own = readAddress(standard, names)
  const findings: Finding[] = []
  if (own.place !== facts.standard.name) findings.push(finding('standard', `标准地址里没有标准地名“${facts.standard.name}”`, `The standard address does not hold the standard name ${facts.standard.name}`, 'stop'))
  if (facts.standard.number !== undefined && (own.number === undefined || !samePlate(own.number, facts.standard.number))) findings.push(finding('standard', '标准地址的门牌号与登记的不同', 'The number of the standard address is not the registered one', 'stop'))
  forms.forEach(({ written }, index) => {
    const field = `forms.${index}.written`
    const read = readAddress(written, names)
    if (!names.includes(read.place)) findings.push(finding(field, `“${written}”中的地名不是现在或者曾用的地名`, `The name in “${written}” is neither present nor former`))
    const known = [facts.standard.number, ...facts.formerNumbers]
    if (read.number === undefined ? own.number !== undefined : !known.some((number) => number !== undefined && read.number !== undefined && samePlate(number, read.number))) findings.push(finding(field, `“${written}”的门牌号不是现在或者曾用的号`, `The number in “${written}” is neither present nor former`))
    for (const [part, zh, en] of [['building', '楼幢', 'building'], ['unit', '单元', 'unit'], ['room', '户室', 'room']] as const) {
      if (read[part] !== '' && own[part] !== '' && read[part] !== own[part]) findings.push(finding(field, `“${written}”的${zh}与标准地址不同，不是同一处房产`, `“${written}” names another ${en}: not one property`, 'stop'))
    }
  })
  const answered = (one: Finding): boolean => facts.answers.some((answer) => answer.rule === rule && answer.field === one.field && answer.reason.trim() !== '')
  return { findings, passed: findings.length === 0 ? 1 : 0, ready: findings.every((one) => one.severity === 'answer' && answered(one)) }
}

const sourceWords: Readonly<Record<WrittenAddress['source'], string>> = { realEstate: '不动产权证', house: '房屋所有权证', land: '土地使用证', licence: '营业执照', household: '户口簿', other: '其他材料' }

/** The sentence of a proof: all the written forms are one property. */
export const proofSentence = (owner: string, standard: string, forms: readonly WrittenAddress[]): string => `${owner}位于${standard}的房产，${forms.map(({ source, document, written }) => `${sourceWords[source]}${document === '' ? '' : `（${document}）`}所记“${written}”`).join('、')}，与上述标准地址系同一处房产。`

/** Decides a proof: at least one form that differs from the standard address, none written twice, and each held against what the place was called; the sentence is made here. */
export const decideProof = (given: Omit<AddressActionOf<'address.proved'>['body'], 'sentence' | 'reasons'>, facts: ProofFacts): Decision<AddressActionOf<'address.proved'>> => {
  civilDate(given.day, 'day')
  const same = given.forms.findIndex(({ written }) => plainOf(written) === plainOf(given.standard))
  if (given.forms.every(({ written }) => plainOf(written) === plainOf(given.standard))) throw new LantaiError('invalid', text('写法都与标准地址相同，不需要证明', 'All forms are the standard address; nothing is to be proved'), `forms.${Math.max(0, same)}.written`)
  const twice = given.forms.findIndex((form, index) => given.forms.findIndex((other) => other.source === form.source && plainOf(other.written) === plainOf(form.written)) < index)
  if (twice >= 0) throw new LantaiError('invalid', text('同一写法写了两次', 'A form stands twice'), `forms.${twice}.written`)
  const reasons = facts.answers.filter(({ rule: of, reason }) => of === rule && reason.trim() !== '').map(({ field, reason }) => ({ field, reason: reason.trim() }))
  return decideBy(checkProof(given.standard, given.forms, facts), facts.answers, () => ({ kind: 'address.proved', subject: given.number, body: { ...given, reasons, sentence: proofSentence(given.owner, given.standard, given.forms) } }))
}

/** Tries the withdrawal of a proof and gives it back; throws `conflict` when it is withdrawn, `invalid` on a day before the proof. */
export const decideWithdrawal = (proof: { readonly number: string; readonly day: string; readonly withdrawn: boolean }, body: Omit<AddressActionOf<'address.withdrawn'>['body'], 'number'>): AddressActionOf<'address.withdrawn'> => {
  civilDate(body.day, 'day')
  if (proof.withdrawn) throw new LantaiError('conflict', text('这份地名证明已经撤回', 'The proof has been withdrawn already'), 'number')
  if (body.day < proof.day) throw new LantaiError('invalid', text(`撤回早于出具（${proof.day}）`, `The withdrawal lies before the proof (${proof.day})`), 'day')
  return { kind: 'address.withdrawn', subject: proof.number, body: { ...body, number: proof.number } }
}
