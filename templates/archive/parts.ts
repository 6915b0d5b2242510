import type { Requester, RequesterKind } from '../../domain/archive/actions.ts'
import { identityType } from '../case/words.ts'
import type { Cell, Row } from '../table.ts'

export const requesterKinds: Readonly<Record<RequesterKind, string>> = { party: '当事人本人', proxy: '受委托人', organ: '国家机关', lawyer: '律师或者诉讼代理人', other: '其他' }

export const fileKinds = { marriage: '结婚', divorce: '离婚', reissue: '补发', paper: '纸质' } as const

const label = (width: number, words: string): Cell => ({ width, label: words })
const value = (width: number, field: string, words: string, size = 11.5): Cell => ({ width, field, value: words, size })

/** Who asks, and what was shown: rows of 170 mm. */
export const requesterRows = (requester: Requester, height = 9.5): Row[] => [
  { height, cells: [label(28, '查询人姓名'), value(62, 'requester.name', requester.name), label(24, '身份'), value(56, 'requester', requesterKinds[requester.kind])] },
  { height, cells: [label(28, '身份证件'), value(62, 'requester', identityType({ identityType: requester.identityType })), label(24, '证件号码'), value(56, 'requester.identityNumber', requester.identityNumber)] },
  { height, cells: [label(28, '单位'), value(62, 'requester.unit', requester.unit), label(24, '联系电话'), value(56, 'requester.phone', requester.phone)] },
  { height, cells: [label(28, '工作证等'), value(62, 'requester.proof', requester.proof), label(24, '介绍信等'), value(56, 'requester.letter', requester.letter)] },
]

/** A labelled row over the whole width of 170 mm. */
export const wide = (words: string, field: string, shown: string, height = 9.5, size = 11.5): Row => ({ height, cells: [label(28, words), value(142, field, shown, size)] })

/** Day as the archive's lists write it: 20260520. */
export const shortDay = (day: string): string => day.replaceAll('-', '')
