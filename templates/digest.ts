import { createHash } from 'node:crypto'

/** What a paper's code says: which paper, of what number, with which digest of its record. */
export interface PaperCode {
  readonly paper: string
  /** 登记字号, or the case, day or month the paper is about. */
  readonly number: string
  /** SHA-256 of the paper's record in lower-case hex. */
  readonly digest: string
}

/** Canonical JSON (members sorted by UTF-16 units, no blanks, bytes as their SHA-256), so that a digest depends on the facts alone. */
export const canonical = (value: unknown): string => {
  if (value instanceof Uint8Array) return `"sha256:${createHash('sha256').update(value).digest('hex')}"`
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 of a text in lower-case hex. */
export const sha256 = (value: string): string => createHash('sha256').update(value, 'utf8').digest('hex')

/** Document numbers hold characters that the QR's capitals lack (越民地证〔2026〕7号): each is written as % and four hex digits. */
const encoded = (number: string): string => {
  const units = number.split('').map((unit) => (/[A-Za-z0-9-]/.test(unit) ? unit : `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
  let room = longest
  // a number too long for any code is cut, and then found by nobody
  return units.filter((unit) => (room -= unit.length) >= 0).join('')
}
const longest = 160

/** The code as the QR carries it: capitals only, so that it stays small. */
export const writeCode = ({ paper, number, digest }: PaperCode): string => `LANTAI/1/${paper}/${encoded(number)}/${digest}`.toUpperCase()

/** Reads a code from a QR; undefined if it is not one of ours. The number comes back in capitals. */
export const findCode = (scanned: string): PaperCode | undefined => {
  const match = /^LANTAI\/1\/([A-Z.-]{1,40})\/((?:[A-Z0-9-]|%[0-9A-F]{4}){1,160})\/([0-9A-F]{64})$/.exec(scanned.trim().toUpperCase())
  if (match === null) return undefined
  const [, paper = '', number = '', digest = ''] = match
  const known = paperNames.find((name) => name.toUpperCase() === paper)
  return known === undefined ? undefined : { paper: known, number: number.replace(/%([0-9A-F]{4})/g, (_unit, hex: string) => String.fromCharCode(parseInt(hex, 16))), digest: digest.toLowerCase() }
}

/** The papers that carry a code. */
export const paperNames = [
  'marriage.declaration', 'marriage.certificate', 'marriage.review', 'marriage.refusal', 'marriage.cover', 'marriage.revocationNotice', 'marriage.revocationDecision', 'marriage.endingNote',
  'divorce.application', 'divorce.lossStatement', 'divorce.receipt', 'divorce.nonAcceptance', 'divorce.withdrawal', 'divorce.confirmation', 'divorce.declaration', 'divorce.agreement', 'divorce.interview', 'divorce.review', 'divorce.certificate', 'divorce.refusal', 'divorce.cover',
  'reissue.declaration', 'reissue.lossStatement', 'reissue.review', 'reissue.certificate', 'reissue.refusal', 'reissue.cover',
  'archive.query', 'archive.copySheet', 'archive.proof', 'archive.boxList', 'archive.boxSpine', 'archive.boxNote', 'archive.index',
  'burial.consent', 'burial.storageExtension', 'burial.transportOut', 'burial.cremationCertificate', 'burial.ashRelease', 'burial.depositCertificate', 'burial.placementRecord', 'burial.waiverSheet', 'burial.claimSlip', 'burial.rewardSheet', 'burial.plotAgreement', 'burial.burialCertificate', 'burial.monthTables',
  'place-names.application', 'place-names.acceptance', 'place-names.supplement', 'place-names.notAccepted', 'place-names.expert', 'place-names.request', 'place-names.reply', 'place-names.refusal', 'place-names.opinion', 'place-names.filingReport', 'place-names.filingForm', 'place-names.delivery', 'place-names.contents', 'place-names.report', 'place-names.consultation', 'place-names.display', 'place-names.notice', 'place-names.certificate', 'place-names.provisional', 'place-names.sign', 'place-names.plateCertificate', 'place-names.plateNotice', 'place-names.plateList', 'place-names.concordance', 'place-names.plateFaces', 'place-names.proof', 'place-names.rectification', 'place-names.boundaryInspection', 'place-names.tables', 'place-names.complianceReport',
  'office.dayClose', 'office.tally', 'office.compliance', 'office.drawing', 'office.stockSheet', 'office.worklist', 'office.statistics',
] as const
