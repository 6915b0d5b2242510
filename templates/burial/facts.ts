import { regulationFrom } from '../../domain/burial/law.ts'
import type { BurialCase } from '../../domain/burial/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { line, two } from '../case/rows.ts'
import { dayOrBlank, plainDay } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import type { Row } from '../table.ts'
import { birthOrAge, deceasedNumber, deceasedPaper, owners, relation, sexOf } from './words.ts'

/** First civil day of the layouts that rest on the regulation of 2026. */
export const from2026 = regulationFrom
/** Said in the source of every paper of this window. */
export const ownLayout = ['全国没有统一版式，版式由办理单位自定，用语可以修改', 'there is no national layout; this is the office’s own with texts that can be changed'] as const

/** Day of the report, where a case has nothing later. */
export const reportDay = ({ folded }: BurialRecord): string => folded.openedAt.slice(0, 10)

/** Words that rest on the regulation of 2026: none on a paper of a day before it. */
export const lawOn = (day: string, words: string): string => (day < regulationFrom ? '' : words)

/** Refuses a paper that would say what has not happened; throws `wrong_state`. */
export const required = <T>(value: T | null | undefined, zh: string, en: string): T => {
  if (value === null || value === undefined) throw new LantaiError('wrong_state', text(`${zh}，不能打印这种文书。`, `${en}; the paper cannot be printed.`))
  return value
}

/** A day, or the places to write one in. */
export const writtenDay = (value: string): string => (value === '' ? dayOrBlank('') : plainDay(value))

/** What papers say of the deceased, and so what their digests hold. */
export const deceasedOf = ({ file: { kind, deceased, origin } }: Pick<BurialCase, 'file'>) => {
  const { name, identityType, identityNumber, sex, birth, age, death } = deceased
  return { kind, name, identityType, identityNumber, sex, birth, age, death, ...(kind === 'body' ? {} : { origin }) }
}

/** Rows of 170 mm: who it was, with paper and days; limbs and bones with where they come from. */
export const deceasedRows = ({ file: { kind, deceased, origin } }: Pick<BurialCase, 'file'>, height = 9.5): Row[] => {
  const owner = owners[kind]
  return [
    two([`${owner}姓名`, 'deceased.name', deceased.name], ['性别', 'deceased.sex', sexOf(deceased.sex)], height),
    two(['证件类型', 'deceased', deceasedPaper(deceased.identityType)], ['证件号码', 'deceased.identityNumber', deceasedNumber(deceased)], height),
    ...(kind === 'limb' ? [two(['出生日期', 'deceased.birth', birthOrAge(deceased)], ['切除医院', 'origin', origin.hospital], height), line('医院证明', 'origin', origin.document, height)]
      : kind === 'bones' ? [two(['迁坟登记', 'origin', origin.relocation], ['起掘证明', 'origin', origin.document], height)]
        : [two([deceased.birth === '' ? '年龄' : '出生日期', 'deceased.birth', birthOrAge(deceased)], ['死亡日期', 'deceased', plainDay(deceased.death)], height)]),
  ]
}

/** Rows of 170 mm: somebody who signs or takes, with paper and relation. */
export const personRows = (label: string, field: string, { name, identityNumber, relation: code }: { readonly name: string; readonly identityNumber: string; readonly relation: Parameters<typeof relation>[0] }, owner: string, height = 9.5): Row[] => [
  two([label, `${field}.name`, name], [`与${owner}关系`, field, relation(code)], height),
  line('证件号码', `${field}.identityNumber`, identityNumber, height),
]
