/** Writes the workbook of the book in a file in a printing worker of this process, and says what the process needed at most. */
import { readFileSync } from 'node:fs'
import type { TallyBook } from '../domain/reports/shapes.ts'
import { openPrinter } from '../templates/printer.ts'
import { peakMemory } from './measure.ts'

const book = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as TallyBook
const printer = openPrinter({ workers: 1 })

const bytes = (await printer.render({ paper: 'office.tallyWorkbook', sheet: { book, closed: null } })).length
await printer.close()
console.log(JSON.stringify({ memory: peakMemory(), bytes }))
