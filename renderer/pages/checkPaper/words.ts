import { catalogue } from '../../shared/i18n.ts'

export const words = catalogue({
  title: ['验证证件', 'Check a paper'],
  lead: ['扫描证件上的二维码，或粘贴其内容，与登记簿核对。', 'Scan the code on the paper, or paste what it holds; it is compared with the register.'],
  code: ['二维码内容', 'Content of the code'],
  codeHint: ['扫码枪扫入后按 Enter。', 'Scan it in, then press Enter.'],
  check: ['验证', 'Check'],
  empty: ['等待扫码', 'Waiting for a scan'],
  emptyHint: ['这里会显示证件是否与登记簿一致：真实、被改动、已被替换、已作废，或本处没有。', 'Here it will say whether the paper agrees with the register: genuine, altered, superseded, voided, or unknown to this office.'],
  genuine: ['与登记簿一致', 'Agrees with the register'],
  altered: ['与登记簿不一致', 'Differs from the register'],
  unknown: ['本处没有这份证件', 'Unknown to this office'],
  superseded: ['已被后来的证件替换', 'Superseded by a later paper'],
  voided: ['登记已作废', 'The registration was voided'],
  number: ['字号', 'Certificate number'],
  day: ['登记日期', 'Registered on'],
  names: ['当事人', 'Parties'],
  openCase: ['看案件', 'See the case'],
  again: ['验下一份', 'Check another'],
})
