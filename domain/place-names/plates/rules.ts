import { fail, pass } from '../../outcome.ts'
import type { Outcome } from '../../rule.ts'
import type { PlateRow } from './numbering.ts'
import type { StreetNumbering } from './settings.ts'

type Row = Pick<PlateRow, 'number' | 'sub' | 'label' | 'metres' | 'side' | 'state'>

/** What S02 asks of the numbers of a street: none twice, none skipped (reserved ones count), odd and even on their own sides, in order along the street, sub-numbers in order from 1. */
export const checkStreetPlates = (rows: readonly Row[], settings: Pick<StreetNumbering, 'sides' | 'first'>): readonly Outcome[] => {
  const said: Outcome[] = []
  const add = (zh: string, en: string): void => { said.push(fail('plates', zh, en)) }
  const keys = new Set<string>()
  for (const { number, sub, label } of rows) { const key = `${number}-${sub}`; if (keys.has(key)) add(`${label}重复`, `${label} stands twice`); keys.add(key) }
  const main = rows.filter(({ sub }) => sub === 0)
  for (const [number, own] of Map.groupBy(rows.filter(({ sub }) => sub > 0), (row) => row.number)) {
    if (!main.some((row) => row.number === number)) add(`有${number}号的附号，没有${number}号`, `Sub-numbers of ${number} and no ${number}`)
    const highest = Math.max(...own.map(({ sub }) => sub))
    if (new Set(own.map(({ sub }) => sub)).size < highest) add(`${number}号的附号有跳号`, `Sub-numbers of ${number} skip`)
  }
  const series = settings.sides === 'one' ? [main] : [main.filter(({ number }) => number % 2 === 1), main.filter(({ number }) => number % 2 === 0)]
  for (const list of series) {
    const numbers = new Set(list.map(({ number }) => number))
    if (numbers.size === 0) continue
    const step = settings.sides === 'one' ? 1 : 2
    const parity = Math.min(...numbers) % 2
    const start = settings.sides === 'one' ? settings.first : settings.first % 2 === parity ? settings.first : settings.first + 1
    const skipped: number[] = []
    for (let number = start; number < Math.max(...numbers); number += step) if (!numbers.has(number)) skipped.push(number)
    if (skipped.length > 0) add(`跳号：${skipped.slice(0, 8).join('、')}${skipped.length > 8 ? ' …' : ''}`, `Skipped: ${skipped.slice(0, 8).join(', ')}${skipped.length > 8 ? ' …' : ''}`)
    const assigned = list.filter(({ state }) => state === 'assigned').toSorted((a, b) => a.number - b.number)
    assigned.forEach((row, index) => { const before = assigned[index - 1]; if (before !== undefined && row.metres < before.metres) add(`${row.label}在${before.label}前面，不按顺序`, `${row.label} lies before ${before.label}`) })
    if (settings.sides === 'both' && new Set(assigned.map(({ side }) => side)).size > 1) add(`${parity === 1 ? '单' : '双'}号在街道两侧`, `${parity === 1 ? 'Odd' : 'Even'} numbers stand on both sides`)
  }
  if (settings.sides === 'both') {
    const sides = (parity: number): string | undefined => main.find(({ number, state }) => state === 'assigned' && number % 2 === parity)?.side
    if (sides(1) !== undefined && sides(1) === sides(0)) add('单号和双号在同一侧', 'Odd and even numbers share a side')
  }
  return said.length === 0 ? [pass] : said
}
