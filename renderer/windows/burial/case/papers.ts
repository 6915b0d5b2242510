import type { BurialFile } from '../../../../domain/burial/file.ts'
import { codeTable } from '../../../../domain/codes/index.ts'
import type { SuppliedKinds } from '../../../case/spec.ts'

/** Papers that are handed in for a cremation, a burial, a waiver or a reward. */
export const burialPaperTypes = codeTable([
  ['agentIdentity', '承办人身份证件', 'Identity paper of the agent'],
  ['identity', '逝者身份证件', 'Identity paper of the deceased'],
  ['householdBook', '户口簿', 'Household register'],
  ['deathCertificate', '死亡证明', 'Death certificate'],
  ['policeCertificate', '公安机关证明', 'Certificate of the police'],
  ['consent', '火化确认书（签字）', 'Signed confirmation of the cremation'],
  ['delegation', '委托书', 'Authority of the delegate'],
  ['classProof', '减免对象证明（低保、特困、优抚等）', 'Proof of the class'],
  ['grantProof', '丧葬补助情况证明', 'Proof about the funeral grant'],
  ['employment', '劳动合同、社会保险证明', 'Contract and proof of insurance'],
  ['residencePermit', '居住证', 'Residence permit'],
  ['student', '学生证', 'Student card'],
  ['ownership', '不动产权证书', 'Deed of a home'],
  ['application', '减免申请表、服务选项单', 'Application or list of chosen services'],
  ['cremationCertificate', '火化证明', 'Cremation certificate'],
  ['invoice', '发票和明细', 'Invoice with its items'],
  ['bankAccount', '银行账户', 'Bank account'],
  ['acceptance', '目的地接收证明', 'Acceptance at the destination'],
  ['donation', '遗体捐献证明', 'Proof of the donation'],
  ['ecoBurial', '海葬（生态葬）证书', 'Certificate of the eco-burial'],
  ['hospitalPaper', '医疗机构证明', 'Paper of the hospital'],
  ['relocationPaper', '迁坟（起掘）文件', 'Paper of the relocation'],
  ['other', '其他', 'Other'],
] as const)

/** What a paper holds already when it is ticked. */
export const blankPaper: SuppliedKinds<BurialFile>['blank'] = (file, type, party, legible) => {
  const blank = { type, party, number: '', issuer: '', issuedOn: '', validTo: '' as const, legible, note: '', scans: [] }
  if (type === 'agentIdentity') return { ...blank, number: file.agent.identityNumber }
  if (type === 'identity') return { ...blank, number: file.deceased.identityNumber }
  if (type === 'deathCertificate') return { ...blank, number: file.certificate.number, issuer: file.certificate.issuer, issuedOn: file.certificate.issuedOn }
  return blank
}

export const burialSupplied: SuppliedKinds<BurialFile> = { types: burialPaperTypes, blank: blankPaper, whose: ['both'], brief: ['agentIdentity', 'identity', 'deathCertificate', 'householdBook'] }
