import { endingTitles, type EndingKind } from '../../domain/marriage/ending-kinds.ts'
import { text, type Text } from '../../domain/text.ts'

const words: Readonly<Record<string, Text>> = {
  open: text('还没有登记', 'not registered yet'),
  none: text('没有登记或者登记已作废', 'not registered, or voided'),
  standing: text('婚姻存续', 'in force'),
  ended: text('已经终止', 'ended'),
  remarried: text('双方已经复婚', 'remarried to each other'),
}

/** How a registration of this register stands, in words. */
export const standingWords = (standing: string): Text => words[standing] ?? (Object.hasOwn(endingTitles, standing) ? endingTitles[standing as EndingKind] : text(standing, standing))
