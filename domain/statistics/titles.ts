import type { Code } from '../codes/index.ts'
import { endingTitles } from '../marriage/ending-kinds.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { matters } from './matters.ts'
import { tableDefinitions } from './tables.ts'

/** Every number that stands for itself in one of the office's tables, by the words of its table and column. */
export const cellTitles: readonly Code[] = (() => {
  const titles = new Map<string, Code>()
  for (const table of tableDefinitions) {
    for (const part of table.parts) {
      const cell = part.cells.length === 1 ? part.cells[0] : undefined
      // “Of them …” says of whom only by the column before it.
      const of = table.parts.filter((other) => other.title.zh === part.title.zh).length > 1 ? table.parts.find((other) => other.id === part.id.split('.').slice(0, -1).join('.'))?.title : undefined
      const title = (language: 'zh' | 'en'): string => [table.title[language], of?.[language], part.title[language]].filter((word) => word !== undefined).join(' · ')
      // A number that several tables show is named after the first.
      if (cell !== undefined && !titles.has(cell)) titles.set(cell, { code: cell, zh: title('zh'), en: title('en') })
    }
  }
  return [...titles.values()]
})()

const windowTitles: Readonly<Record<string, Text>> = { marriage: text('结婚登记', 'Marriages'), divorce: text('离婚登记', 'Divorces'), reissue: text('补领婚姻登记证', 'Reissues') }
const matterTitle = (code: (typeof matters)[number]['code']): Text => {
  const { zh, en } = matters.find((matter) => matter.code === code) ?? { zh: code, en: code }
  return text(zh, en)
}

/** The words of a cell that no table shows as a column: a matter, the end of a marriage, a month, a day or an office. */
const titleBeside = (cell: string): Text | undefined => {
  const [first = '', part = '', ...rest] = cell.split('.')
  const value = rest.join('.')
  const corrected = first.endsWith('Corrected') ? windowTitles[first.slice(0, -'Corrected'.length)] : undefined
  if (corrected !== undefined) return text(`${corrected.zh} · ${matterTitle('correction').zh}`, `${corrected.en} · ${matterTitle('correction').en}`)
  if (cell === 'withdrawal.total') return matterTitle('withdrawal')
  if (cell === 'reissue.booklets') return text('补领婚姻登记证 · 证本数', 'Reissues · booklets')
  if (first === 'ending') return (endingTitles as Readonly<Record<string, Text | undefined>>)[part]
  const window = windowTitles[first]
  if (window === undefined || value === '') return undefined
  if (part === 'month') return text(`${window.zh} · ${String(Number(value))}月`, `${window.en} · month ${String(Number(value))}`)
  return part === 'day' || part === 'office' ? text(`${window.zh} · ${value}`, `${window.en} · ${value}`) : undefined
}

/** The words of a cell; a cell narrowed to one office (`marriage.total@990101`) says so, an unknown one stands for itself. */
export const cellTitle = (cell: string): Text => {
  const [name = cell, office] = cell.split('@')
  const title = cellTitles.find((one) => one.code === name) ?? titleBeside(name) ?? text(name, name)
  return office === undefined ? text(title.zh, title.en) : text(`${title.zh} · ${office}`, `${title.en} · ${office}`)
}
