import type { BurialFile } from '../../../domain/burial/file.ts'
import { funeralRegulation } from '../../../domain/burial/law.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { CheckReply } from '../../schemas/case.ts'

const wanted: readonly { readonly type: string; readonly title: Text; readonly law: Text; readonly when: (file: BurialFile) => boolean }[] = [
  { type: 'deathCertificate', title: text('死亡证明', 'Death certificate'), law: funeralRegulation.cite(28), when: ({ kind }) => kind === 'body' },
  { type: 'identity', title: text('逝者身份证件', 'Identity paper of the deceased'), law: funeralRegulation.cite(28), when: ({ kind, deceased }) => kind === 'body' && deceased.identityType !== 'none' },
  { type: 'agentIdentity', title: text('承办人身份证件', 'Identity paper of the agent'), law: funeralRegulation.cite(28), when: () => true },
  { type: 'consent', title: text('火化确认书', 'Confirmation of the cremation'), law: funeralRegulation.cite(28), when: () => true },
  { type: 'hospitalPaper', title: text('医疗机构证明', 'Paper of the hospital'), law: funeralRegulation.title, when: ({ kind }) => kind === 'limb' },
  { type: 'relocationPaper', title: text('迁坟（起掘）文件', 'Paper of the relocation'), law: funeralRegulation.title, when: ({ kind }) => kind === 'bones' },
]

/** The papers that the agent brings for a case, for the list to tick. */
export const requiredPapers = (file: BurialFile): CheckReply['required'] =>
  wanted.filter(({ when }) => when(file)).map(({ type, title, law }) => ({ type, party: 'both' as const, title, law, supplied: file.papers.some((paper) => paper.type === type) }))
