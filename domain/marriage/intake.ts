import { checkText, normaliseName, normaliseText } from '../characters/index.ts'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { normaliseIdentityNumber, readIdentityNumber } from '../identity/index.ts'
import { localCardOf } from '../identity/index.ts'
import { text } from '../text.ts'
import type { MarriageFile, Party } from './file.ts'

const normaliseParty = (party: Party): Party => ({
  ...party,
  name: normaliseName(party.name),
  identityNumber: normaliseIdentityNumber(party.identityNumber),
  localIdentityNumber: normaliseIdentityNumber(party.localIdentityNumber).replace(/^([A-Z]{1,2}\d{6})([\dA])$/, '$1($2)').replace(/^(\d{7})(\d)$/, '$1($2)'),
  identityIssuer: normaliseText(party.identityIssuer).trim(),
  militaryNumber: normaliseText(party.militaryNumber).trim(),
  phone: normaliseText(party.phone).trim(),
  residence: { ...party.residence, detail: normaliseText(party.residence.detail).trim() },
})

/** Brings what was typed or pasted into its stored form: NFC, one middle dot, plain digits in numbers. The page does this before it sends. */
export const normaliseMarriageFile = (file: MarriageFile): MarriageFile => ({
  ...file,
  parties: [normaliseParty(file.parties[0]), normaliseParty(file.parties[1])],
  remarkForm: normaliseText(file.remarkForm),
  remarkCertificate: normaliseText(file.remarkCertificate),
})

const multiline = new Set(['remarkForm', 'note', 'proof', 'reason'])

/** Refuses text that cannot stand in a register, wherever it stands in a value: control or private-use characters, decomposed forms; `many` names the fields that may have several lines. Throws `invalid` at the path. */
export const requireSoundText = (value: unknown, path = '', key = '', many: ReadonlySet<string> = multiline): void => {
  if (typeof value === 'string') {
    const problem = checkText(value, text('文字', 'The text'), many.has(key))[0]
    if (problem !== undefined) throw new LantaiError('invalid', problem.message, path)
    if (normaliseText(value) !== value) throw new LantaiError('invalid', text('文字含有组合形式的字符或者部首字符，请用标准形式（NFC）重新录入', 'The text holds characters in decomposed form, or radicals in place of characters; enter it in standard form (NFC)'), path)
    return
  }
  if (Array.isArray(value)) value.forEach((entry, index) => requireSoundText(entry, `${path}.${index}`, key, many))
  else if (typeof value === 'object' && value !== null) for (const [name, entry] of Object.entries(value)) requireSoundText(entry, path === '' ? name : `${path}.${name}`, name, many)
}

const checkDay = (value: string, path: string): void => {
  if (value === '' || value === 'long' || isCivilDate(value)) return
  throw new LantaiError('invalid', text(`没有 ${value} 这一天`, `There is no day ${value}`), path)
}

const checkParty = (party: Party, path: string, sampleOffice: boolean): void => {
  checkDay(party.birth, `${path}.birth`)
  checkDay(party.identityFrom, `${path}.identityFrom`)
  checkDay(party.identityTo, `${path}.identityTo`)
  if (party.identityNumber !== '') {
    const reading = readIdentityNumber(party.identityType, party.identityNumber, { sampleOffice, kind: party.kind })
    const problem = reading.problems.find((entry) => entry.severity === 'stop')
    if (problem !== undefined) throw new LantaiError('invalid', problem.message, `${path}.identityNumber`)
    if (reading.number !== party.identityNumber) throw new LantaiError('invalid', text(`证件号码应写作 ${reading.number}`, `Write the number as ${reading.number}`), `${path}.identityNumber`)
  }
  const local = localCardOf(party.kind)
  if (local !== undefined && party.localIdentityNumber !== '') {
    const reading = readIdentityNumber(local, party.localIdentityNumber)
    const problem = reading.problems.find((entry) => entry.severity === 'stop')
    if (problem !== undefined) throw new LantaiError('invalid', problem.message, `${path}.localIdentityNumber`)
  }
}

/** Refuses a file (or the sections that change) that could not stand in the register: control or private-use characters, text that is not NFC, days that do not exist, identity numbers that fail their check. Throws `invalid` with the field. */
export const requireSoundFile = (file: Partial<MarriageFile>, options: { readonly sampleOffice: boolean }): void => {
  requireSoundText(file)
  file.parties?.forEach((party, index) => checkParty(party, `parties.${index}`, options.sampleOffice))
  checkDay(file.cohabitedSince ?? '', 'cohabitedSince')
  checkDay(file.formerDivorce?.day ?? '', 'formerDivorce.day')
  file.papers?.forEach((paper, index) => {
    checkDay(paper.issuedOn, `papers.${index}.issuedOn`)
    checkDay(paper.validTo, `papers.${index}.validTo`)
  })
  file.declarations?.forEach((declaration, index) => checkDay(declaration.signedOn, `declarations.${index}.signedOn`))
}
