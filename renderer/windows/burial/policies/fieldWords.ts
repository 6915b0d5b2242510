import type { Say } from '../../../shared/i18n.ts'
import type { words } from './words.ts'

type Key = keyof typeof words
/** What the parts of a path are called on the page. */
const names: Readonly<Record<string, Key>> = {
  id: 'id', series: 'series', title: 'titleField', document: 'document', documentNumber: 'documentNumber', source: 'source', sourceGrade: 'grade', verified: 'verifiedField', areas: 'areas', from: 'from', to: 'to', appliesBy: 'appliesBy', rank: 'rank', modes: 'modes', settlement: 'settlement',
  kind: 'layerKind', unit: 'unit', unitPriceFen: 'unitPrice', capQuantity: 'capQuantity', capFen: 'capFen', amountKnown: 'amountKnown', clockStart: 'clockStart', substitution: 'substitution', upToFen: 'creditUpTo', instead: 'instead', scope: 'scope', clause: 'clause', when: 'when', all: 'conditions', within: 'within',
  caseCapFen: 'caseCapField', cutOrder: 'cutOrderField', classesComplete: 'classesComplete', proof: 'proof', counted: 'countedAs', claim: 'claims', deadline: 'deadlineCount', count: 'deadlineCount', where: 'whereField', papers: 'papersField', share: 'shareField', day: 'exampleDay', lines: 'bill', quantity: 'quantity', expected: 'expectedField', waivedFen: 'expectedWaived', selfPaidFen: 'expectedSelfPaid', answer: 'expectedAnswer', facts: 'facts', hukou: 'hukouArea', death: 'deathDay', cremation: 'cremationDay', arrival: 'arrivalDay', invoice: 'invoiceDay', mode: 'mode', flags: 'flags', item: 'item',
}
/** What a list's members are called, with their place. */
const members: Readonly<Record<string, Key>> = { layers: 'layerN', items: 'itemN', classes: 'classN', exclusions: 'exclusionN', bearers: 'bearerN', notes: 'noteN', examples: 'exampleN', lines: 'lineN', all: 'conditionN', when: 'conditionN' }
const lists: Readonly<Record<string, Key>> = { layers: 'layer', items: 'items', classes: 'classes', exclusions: 'section.exclusions', bearers: 'bearers', notes: 'notes', examples: 'examples' }

/** A path in the words of the page: layers.0.items.1.measures.0.unit → 第 1 层 · 项目 2 · 单位. */
export const fieldWords = (path: string, t: Say<Key>): string => {
  const keys = path.split('.')
  const parts: string[] = []
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1]
    const member = members[key]
    if (/^\d+$/.test(key) || key === 'measures' || key === 'days') continue
    if (member !== undefined && next !== undefined && /^\d+$/.test(next)) parts.push(t(member, { n: Number(next) + 1 }))
    else {
      const name = names[key] ?? lists[key]
      if (name !== undefined) parts.push(t(name))
    }
  }
  return parts.join(' · ')
}
