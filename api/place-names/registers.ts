import type { Reads } from '../../db/contract.ts'
import type { Handling } from '../door.ts'
import type { House } from '../house.ts'
import { loadPapers, type CasePapers, type CheckedPaper } from '../papers.ts'
import type { Porter } from '../sign-in.ts'
import type { PaperRequest } from '../../templates/contract.ts'
import { boundaryHandlings, boundaryPaperRequest } from './boundaries/handlings.ts'
import { irregularHandlings, irregularPaperRequest } from './irregular/handlings.ts'
import { plateHandlings } from './plates/handlings.ts'
import { isPlatePaper, platePaperRequest, platePapers, printedDigests } from './plates/papers.ts'
import { profileHandlings } from './profile-office/handlings.ts'
import { proofHandlings, proofPaperRequest } from './proofs/handlings.ts'

/** Routes of plates, address proofs, boundaries, irregular names and the local profile. */
export const placeRegisterHandlings = (porter: Porter): readonly Handling[] => [...plateHandlings, ...proofHandlings, ...boundaryHandlings, ...irregularHandlings, ...profileHandlings(porter)]

const proof = 'place-names.proof'
const rectification = 'place-names.rectification'
const inspection = 'place-names.boundaryInspection'

const requestOf = (house: House, reads: Reads, id: string, paper: string, number?: string): Promise<PaperRequest> => {
  if (isPlatePaper(paper)) return platePaperRequest(house, reads, id, paper, number)
  if (paper === proof) return proofPaperRequest(house, reads, id)
  return paper === rectification ? irregularPaperRequest(house, reads, id, number) : boundaryPaperRequest(house, reads, id, number ?? '')
}

const digestOf = async (request: PaperRequest): Promise<string> => (await loadPapers()).paperCode(request).digest

/** The subject of what bears a number, with the day on which it was given; codes are written in capitals. */
const bearerOf = async (reads: Reads, number: string, paper: string): Promise<{ readonly subject: string; readonly day: string; readonly number: string } | undefined> => {
  const year = /〔(\d{4})〕/u.exec(number)?.[1]
  const found = year === undefined ? undefined : (await reads.placeNames.documents(Number(year))).find((one) => one.number === number && one.paper === paper)
  return found === undefined ? undefined : { subject: found.subject, day: found.day, number: found.number }
}

const checkProofPaper = async (house: House, reads: Reads, number: string, digest: string): Promise<CheckedPaper | undefined> => {
  const found = await reads.placeNames.findProof(number)
  if (found === undefined) return undefined
  const { record } = (await proofPaperRequest(house, reads, number)) as Extract<PaperRequest, { paper: 'place-names.proof' }>
  // Printed before its withdrawal it says nothing of it.
  const known = await Promise.all([record, { ...record, withdrawnOn: '' }].map((one) => digestOf({ paper: proof, record: one })))
  return { verdict: !known.includes(digest) ? 'altered' : found.withdrawn === null ? 'genuine' : 'superseded', number, day: found.day, names: [found.body.owner], caseId: number }
}

const checkPlatePaper = async (house: House, reads: Reads, number: string, paper: string, digest: string): Promise<CheckedPaper | undefined> => {
  const given = await bearerOf(reads, number, 'plateCertificate')
  const subject = given?.subject ?? number.toLowerCase()
  const book = (await reads.placeNames.findBook(subject))?.value
  if (book === undefined) return undefined
  const plate = given === undefined ? undefined : book.plates.find(({ confirmed }) => confirmed?.certificate === number)
  const printed = printedDigests(await reads.entriesOf(subject), paper)
  const now = await requestOf(house, reads, subject, paper, plate?.key).then(digestOf).catch(() => '')
  const known = now === digest || printed.includes(digest)
  return { verdict: !known ? 'altered' : now === digest ? 'genuine' : 'superseded', number: given?.number ?? book.name, day: given?.day ?? book.latest, names: plate?.confirmed === null || plate === undefined ? [] : [plate.confirmed.owner], caseId: subject }
}

const checkRectification = async (house: House, reads: Reads, number: string, digest: string): Promise<CheckedPaper | undefined> => {
  const given = await bearerOf(reads, number, 'irregular')
  if (given === undefined) return undefined
  const now = await digestOf(await irregularPaperRequest(house, reads, given.subject, given.number))
  return { verdict: now === digest ? 'genuine' : 'altered', number: given.number, day: given.day, names: [], caseId: given.subject }
}

const checkInspection = async (house: House, reads: Reads, report: string, digest: string): Promise<CheckedPaper | undefined> => {
  const line = (await reads.placeNames.boundaries()).find(({ value }) => value.inspections.some((one) => one.report.toUpperCase() === report))
  const found = line?.value.inspections.find((one) => one.report.toUpperCase() === report)
  if (line === undefined || found === undefined) return undefined
  const now = await digestOf(await boundaryPaperRequest(house, reads, line.id, found.report))
  // What a later act changed of the line stands on a sheet printed anew.
  return { verdict: now === digest ? 'genuine' : 'altered', number: found.report, day: found.day, names: [], caseId: line.id }
}

/** Their papers, for batches and the check of codes; the id is the street or estate, the number of the proof, the irregular name or the boundary. */
export const placeRegisterPapers: { readonly ids: readonly string[]; readonly papers: CasePapers } = {
  ids: [...platePapers, proof, rectification, inspection],
  papers: {
    request: (house, id, paper, { number }) => requestOf(house, house.register.read, id, paper, number),
    check: (house, reads, { paper, number, digest }) => (paper === proof ? checkProofPaper(house, reads, number, digest) : paper === rectification ? checkRectification(house, reads, number, digest) : paper === inspection ? checkInspection(house, reads, number, digest) : checkPlatePaper(house, reads, number, paper, digest)),
  },
}
