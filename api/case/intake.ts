import { isDeepStrictEqual } from 'node:util'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { readFileFacts } from '../pictures.ts'
import { readCase } from './reply.ts'
import type { AnyCase, CaseSpec, CoreCase, CoreSpec, FileSections } from './spec.ts'

type Sections = Partial<FileSections>
type Picture = NonNullable<FileSections['photo']>

/** The photos of a file with the fields they stand at. */
const photosOf = (file: Sections): readonly { readonly field: string; readonly photo: Picture }[] => [
  ...(file.photo === null || file.photo === undefined ? [] : [{ field: 'photo', photo: file.photo }]),
  ...(file.photos ?? []).flatMap((photo, index) => (photo === null ? [] : [{ field: `photos.${String(index)}`, photo }])),
]

/** The stored bytes that a file points at; a window that points at them by hash alone says where. */
const allHashes = <C extends CoreCase, R>(spec: CoreSpec<C, R>, file: Partial<C['file']>): ReadonlySet<string> => (spec.hashesOf === undefined ? hashesOf(file as Sections) : new Set(spec.hashesOf(file).map(({ hash }) => hash)))

const hashesOf = (file: Sections): ReadonlySet<string> => new Set([...photosOf(file).map(({ photo }) => photo.hash), ...(file.papers ?? []).flatMap((paper) => paper.scans.map((scan) => scan.hash))])

const missing = (field: string): LantaiError => new LantaiError('invalid', text('文件没有存上，请重新选择', 'The file was not stored; choose it again'), field)
const untrue = (field: string): LantaiError => new LantaiError('invalid', text('与存下的文件不符，请重新选择', 'It does not agree with the stored file; choose it again'), field)

/** What a page says of a scan or photo must be true of the stored bytes; files that the case held before are not read again. To be asked before the write transaction: it reads large files. */
export const requireFiles = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, given: Partial<C['file']>, caseId?: string): Promise<void> => {
  if (allHashes(spec, given).size === 0) return
  const known = caseId === undefined ? new Set<string>() : allHashes(spec, (await readCase(spec, house.register.read, caseId)).folded.file)
  const { files } = house.register
  if (spec.hashesOf !== undefined) {
    for (const { field, hash } of spec.hashesOf(given)) if (!known.has(hash) && !(await files.has(hash))) throw missing(field)
    return
  }
  const changes = given as Sections
  for (const { field, photo } of photosOf(changes)) {
    if (known.has(photo.hash)) continue
    if (!(await files.has(photo.hash))) throw missing(field)
    const facts = await readFileFacts(await files.get(photo.hash))
    if (facts.type !== 'image/jpeg' || facts.width !== photo.width || facts.height !== photo.height) throw untrue(field)
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
export const requireIntake = async <C extends AnyCase>(spec: Pick<CaseSpec<C, unknown>, 'requireSound'>, house: House, changes: Partial<C['file']>, before: Partial<C['file']>): Promise<void> => {
  spec.requireSound(changes, before, { sampleOffice: (await house.office()).sample })
  // Result, time and operator of a network check are stamped when it is recorded, never taken from a page.
  if (changes.networkChecks !== undefined && !isDeepStrictEqual(changes.networkChecks, before.networkChecks ?? [])) throw new LantaiError('invalid', text('联网核对须单独记录，不能随页面修改', 'A network check is recorded by itself and cannot be changed with the page'), 'networkChecks')
  const accounts = await house.accounts()
  for (const [index, declaration] of (changes.declarations ?? []).entries()) {
    if (declaration.witness !== '' && accounts.get(declaration.witness)?.role !== 'registrar' && before.declarations?.[index as 0 | 1].witness !== declaration.witness) throw new LantaiError('invalid', text('监誓人应是本处的婚姻登记员', 'The witness must be a registrar of this office'), `declarations.${String(index)}.witness`)
  }
}
