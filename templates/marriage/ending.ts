import { LantaiError } from '../../domain/error.ts'
import { endingGrounds, type EndingActionBody } from '../../domain/marriage/endings.ts'
import { text } from '../../domain/text.ts'
import { numberOf } from '../case/parts.ts'
import { person } from '../case/words.ts'
import type { EndingRecord } from '../contract.ts'

/** The revocation a paper is about; throws `invalid` for another kind of ending. */
export const revocationOf = ({ ending }: EndingRecord): EndingActionBody<'marriage.revoked'> => {
  if (ending.kind !== 'marriage.revoked') throw new LantaiError('invalid', text('这一婚姻不是由民政部门撤销登记的，没有这种文书。', 'This marriage was not revoked by civil affairs; there is no such paper.'), 'ending')
  return ending.body
}

/** What the papers of an ending hold for their digests. */
export const endingFacts = ({ marriage, ending, inMarriageFile, inOtherFile, sample }: EndingRecord) => ({
  number: marriage.number, day: marriage.day, serials: marriage.serials, officeName: marriage.officeName, archive: marriage.archive, parties: marriage.file.parties.map(person), ending: { kind: ending.kind, body: ending.body }, inMarriageFile, inOtherFile, sample,
})

/** The number by which the papers of an ending are known: that of the marriage. */
export const endingNumber = ({ marriage }: EndingRecord): string => numberOf(marriage)

export const basisNames: Readonly<Record<EndingActionBody<'marriage.revoked'>['basis']['kind'], string>> = { courtSuggestion: '司法建议书', procuratorateSuggestion: '检察建议书', policeFinding: '公安机关查证结论', judgment: '生效裁判文书' }

/** The ground of an ending in words, with its article. */
export const groundOf = (ground: string): { readonly title: string; readonly law: string } => {
  const found = endingGrounds[ground]
  return { title: found?.title.zh ?? ground, law: found?.law.zh ?? '' }
}

export const recoveredNames = { recovered: '已收回', notRecovered: '未收回', declaredInvalid: '已公告作废' } as const
