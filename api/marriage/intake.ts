import { isDeepStrictEqual } from 'node:util'
import { LantaiError } from '../../domain/error.ts'
import type { MarriageFile } from '../../domain/marriage/file.ts'
import { requireSoundFile } from '../../domain/marriage/intake.ts'
import { text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { readFileFacts } from '../pictures.ts'
import { readCase } from './case.ts'

const hashesOf = (file: Partial<MarriageFile>): ReadonlySet<string> => new Set([...(file.photo === null || file.photo === undefined ? [] : [file.photo.hash]), ...(file.papers ?? []).flatMap((paper) => paper.scans.map((scan) => scan.hash))])

const missing = (field: string): LantaiError => new LantaiError('invalid', text('文件没有存上，请重新选择', 'The file was not stored; choose it again'), field)
const untrue = (field: string): LantaiError => new LantaiError('invalid', text('与存下的文件不符，请重新选择', 'It does not agree with the stored file; choose it again'), field)

/** What a page says of a scan or photo must be true of the stored bytes; files that the case held before are not read again. To be asked before the write transaction: it reads large files. */
export const requireFiles = async (house: House, changes: Partial<MarriageFile>, caseId?: string): Promise<void> => {
  if (hashesOf(changes).size === 0) return
  const known = caseId === undefined ? new Set<string>() : hashesOf((await readCase(house.register.read, caseId)).folded.file)
  const { files } = house.register
  if (changes.photo !== undefined && changes.photo !== null && !known.has(changes.photo.hash)) {
    if (!(await files.has(changes.photo.hash))) throw missing('photo')
    const facts = await readFileFacts(await files.get(changes.photo.hash))
    if (facts.type !== 'image/jpeg' || facts.width !== changes.photo.width || facts.height !== changes.photo.height) throw untrue('photo')
  }
  for (const [index, paper] of (changes.papers ?? []).entries()) {
    for (const [place, scan] of paper.scans.entries()) {
      if (known.has(scan.hash)) continue
      const field = `papers.${String(index)}.scans.${String(place)}`
      if (!(await files.has(scan.hash))) throw missing(field)
      const bytes = await files.get(scan.hash)
      const facts = await readFileFacts(bytes)
      if (facts.type !== scan.type || facts.pages !== scan.pages || bytes.byteLength !== scan.bytes) throw untrue(field)
    }
  }
}

/** Refuses what a page may not say, before it is recorded: unsound text, days and numbers, network checks nobody recorded, unknown witnesses. */
export const requireIntake = async (house: House, changes: Partial<MarriageFile>, before: Partial<MarriageFile>): Promise<void> => {
  requireSoundFile(changes, { sampleOffice: (await house.office()).sample })
  // Result, time and operator of a network check are stamped when it is recorded, never taken from a page.
  if (changes.networkChecks !== undefined && !isDeepStrictEqual(changes.networkChecks, before.networkChecks ?? [])) throw new LantaiError('invalid', text('联网核对须单独记录，不能随页面修改', 'A network check is recorded by itself and cannot be changed with the page'), 'networkChecks')
  const accounts = await house.accounts()
  for (const [index, declaration] of (changes.declarations ?? []).entries()) {
    if (declaration.witness !== '' && accounts.get(declaration.witness)?.role !== 'registrar' && before.declarations?.[index as 0 | 1].witness !== declaration.witness) throw new LantaiError('invalid', text('监誓人应是本处的婚姻登记员', 'The witness must be a registrar of this office'), `declarations.${String(index)}.witness`)
  }
}
