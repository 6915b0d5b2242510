import { areaPath } from '../domain/areas/index.ts'
import { normaliseName, normaliseText } from '../domain/characters/index.ts'
import { matchEthnicity } from '../domain/codes/index.ts'
import { isCivilDate } from '../domain/dates.ts'
import { LantaiError } from '../domain/error.ts'
import { readIdentityNumber } from '../domain/identity/index.ts'
import { text, type Text } from '../domain/text.ts'
import { handle, type Handling } from './door.ts'
import { routes } from './schemas/index.ts'

type Field = 'name' | 'sex' | 'ethnicity' | 'birth' | 'address' | 'number' | 'issuer' | 'from' | 'to' | 'term'

/** What readers and programs call the fields of the card (居民身份证法 art. 3). */
const names: Readonly<Record<string, Field>> = Object.fromEntries(([
  ['name', ['姓名', 'name', 'partyname', 'fullname']],
  ['sex', ['性别', 'sex', 'gender']],
  ['ethnicity', ['民族', 'nation', 'ethnicity', 'nationality', 'folk']],
  ['birth', ['出生', '出生日期', '出生年月', 'birth', 'birthday', 'born', 'dob', 'birthdate']],
  ['address', ['住址', '地址', 'address', 'addr']],
  ['number', ['公民身份号码', '身份证号', '身份证号码', '证件号码', '号码', 'identitynumber', 'idnumber', 'idcode', 'idno', 'number', 'cardno', 'certnumber']],
  ['issuer', ['签发机关', 'issuer', 'issuingauthority', 'department', 'authority', 'grantdept', 'certorg']],
  ['from', ['有效期起', '有效期开始', '签发日期', 'validfrom', 'startdate', 'begin', 'effectivedate', 'effdate', 'userlifebegin', 'identityfrom']],
  ['to', ['有效期止', '有效期至', '有效期结束', 'validto', 'enddate', 'end', 'expirydate', 'expdate', 'userlifeend', 'identityto']],
  ['term', ['有效期', '有效期限', 'validity', 'term', 'period']],
] as const).flatMap(([field, said]) => said.map((name) => [name, field])))

const fieldOf = (name: string): Field | undefined => names[name.toLowerCase().replace(/[\s_\-:：.]/g, '')]

/** The order in which readers type a card that names no fields. */
const usualOrder: readonly Field[] = ['name', 'sex', 'ethnicity', 'birth', 'address', 'number', 'issuer', 'from', 'to']

type Card = Partial<Record<Field, string>>

const fromObject = (value: Readonly<Record<string, unknown>>): Card => {
  const card: Card = {}
  for (const [name, found] of Object.entries(value)) {
    const field = fieldOf(name)
    if (field !== undefined && (typeof found === 'string' || typeof found === 'number')) card[field] ??= String(found)
    // Some readers wrap the card: {"code":0,"data":{…}}.
    else if (typeof found === 'object' && found !== null && !Array.isArray(found)) Object.assign(card, { ...fromObject(found as Record<string, unknown>), ...card })
  }
  return card
}

const fromText = (written: string): Card => {
  const parts = written.split(/[|,;\t\n^#；，]+/).map((part) => part.trim()).filter((part) => part !== '')
  const card: Card = {}
  let named = 0
  for (const part of parts) {
    const match = /^([^:：=]{1,20})[:：=](.*)$/s.exec(part)
    const field = match === null ? undefined : fieldOf(match[1] ?? '')
    if (field === undefined) continue
    card[field] = (match?.[2] ?? '').trim()
    named += 1
  }
  if (named >= 2) return card
  const at = parts.findIndex((part) => /^\d{17}[\dXx]$/.test(part))
  if (at < 0 || parts.length < 5) return {}
  // The number is the fixed point; fields that a reader leaves out are those before it in the usual order.
  const before = parts.slice(0, at)
  const after = parts.slice(at + 1)
  const ordered: Card = { number: parts[at] ?? '' }
  before.slice(0, 5).forEach((part, index) => (ordered[usualOrder[index] ?? 'name'] = part))
  if (before.length === 4) {
    // Four before it: the birth day was left out, or the address.
    const last = before[3] ?? ''
    if (dayOf(last) === '') [ordered.birth, ordered.address] = ['', last]
  }
  const [issuer, ...days] = after
  if (issuer !== undefined) ordered.issuer = issuer
  if (days.length === 1) ordered.term = days[0] ?? ''
  else if (days.length >= 2) [ordered.from, ordered.to] = [days[0] ?? '', days[1] ?? '']
  return ordered
}

const dayOf = (written: string): string => {
  const digits = /(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})/.exec(written.trim())
  if (digits === null) return ''
  const day = `${digits[1] ?? ''}-${(digits[2] ?? '').padStart(2, '0')}-${(digits[3] ?? '').padStart(2, '0')}`
  return isCivilDate(day) ? day : ''
}

const endOf = (written: string): string => (/长期|long|forever|99991231/i.test(written) ? 'long' : dayOf(written))

interface Problem { readonly field: string; readonly message: Text }

/** What a card says of a party, and what does not agree in it. */
const partyOf = (card: Card, on: string, sampleOffice: boolean): { party: Record<string, unknown>; problems: Problem[] } => {
  const problems: Problem[] = []
  const note = (field: string, zh: string, en: string): void => void problems.push({ field, message: text(zh, en) })
  const reading = readIdentityNumber('resident', card.number ?? '', { on, sampleOffice })
  for (const problem of reading.problems) problems.push({ field: 'identityNumber', message: problem.message })
  const party: Record<string, unknown> = { kind: 'mainland', nationality: 'CHN', identityType: 'resident', identityNumber: reading.number }
  if (card.name !== undefined && card.name !== '') party['name'] = normaliseName(card.name)
  const sex = card.sex === undefined ? undefined : /男|^1$|^m/i.test(card.sex) ? '1' : /女|^2$|^f/i.test(card.sex) ? '2' : undefined
  party['sex'] = sex ?? reading.sex ?? ''
  if (sex !== undefined && reading.sex !== undefined && sex !== reading.sex) note('sex', '卡面性别与号码不一致', 'The sex on the card does not agree with the number')
  const ethnicity = card.ethnicity === undefined || card.ethnicity === '' ? undefined : matchEthnicity(card.ethnicity)
  if (ethnicity !== undefined) party['ethnicity'] = ethnicity.code
  else if (card.ethnicity !== undefined && card.ethnicity !== '') note('ethnicity', `没有“${card.ethnicity.slice(0, 10)}”这个民族名称`, `There is no ethnicity “${card.ethnicity.slice(0, 10)}”`)
  const birth = card.birth === undefined ? '' : dayOf(card.birth)
  party['birth'] = birth === '' ? (reading.birth ?? '') : birth
  if (birth !== '' && reading.birth !== undefined && birth !== reading.birth) note('birth', `卡面出生日期 ${birth} 与号码 ${reading.birth} 不一致`, `The birth date on the card, ${birth}, does not agree with the number, ${reading.birth}`)
  if (card.issuer !== undefined && card.issuer !== '') party['identityIssuer'] = normaliseText(card.issuer)
  const [termFrom = '', termTo = ''] = (card.term ?? '').split(/[-—–~至到]+(?=\s*(?:\d{4}|长|l))/i)
  const from = dayOf(card.from ?? termFrom)
  const to = endOf(card.to ?? termTo)
  if (from !== '') party['identityFrom'] = from
  if (to !== '') party['identityTo'] = to
  if (card.address !== undefined && card.address !== '') {
    // The number names the place where it was given, which is the residence only where the address says so too.
    const path = reading.area === undefined ? [] : areaPath(reading.area, on)
    const address = normaliseText(card.address)
    const county = path.find((area) => area.level === 'county')
    const agrees = county !== undefined && address.includes(county.name)
    const name = (level: string): string => (agrees ? (path.find((area) => area.level === level)?.name ?? '') : '')
    party['residence'] = { province: name('province'), prefecture: name('prefecture'), county: name('county'), area: agrees ? county.code : '', detail: address }
  }
  return { party, problems }
}

const nothing = new LantaiError('invalid', text('读不出身份证内容，请确认读卡器输出的是整张卡', 'No identity card can be read from this; see that the reader gives the whole card'), 'text')

/** Reads the data of an identity card, pasted as JSON or typed by a reader in place of a keyboard. */
export const readCardText = (written: string, on: string, sampleOffice: boolean): { party: Record<string, unknown>; problems: Problem[] } => {
  let card: Card
  try {
    const parsed: unknown = JSON.parse(written)
    card = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? fromObject(parsed as Record<string, unknown>) : {}
  } catch {
    card = fromText(written)
  }
  if (card.number === undefined && card.name === undefined) throw nothing
  return partyOf(card, on, sampleOffice)
}

export const cardHandlings: readonly Handling[] = [
  handle(routes.readCard, async ({ house, body }) => readCardText(body.text, house.today(), (await house.office()).sample)),
]
