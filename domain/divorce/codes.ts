import { codeTable } from '../codes/types.ts'

/** Reasons of a divorce as the statistics list them (离婚原因); asked of nobody who does not wish to say. */
export const divorceReasons = codeTable([
  ['01', '感情不和', 'Incompatibility'],
  ['02', '经济困难', 'Money troubles'],
  ['03', '第三者插足', 'A third person'],
  ['04', '两地生活', 'Living in two places'],
  ['05', '教育子女', 'Bringing up the children'],
  ['06', '家庭纠纷', 'Family quarrels'],
  ['07', '夫妻性生活不和谐', 'Intimate life'],
  ['08', '违法犯罪', 'Crime'],
  ['09', '不良习惯', 'Bad habits'],
  ['10', '婚前缺乏了解', 'Too little known of each other before'],
  ['99', '其他', 'Other'],
] as const)
