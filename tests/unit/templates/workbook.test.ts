import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPrinter } from '../../../templates/printer.ts'
import { setTable } from '../../../templates/office/book-table.ts'
import { sheetName } from '../../../templates/office/workbook/sheet.ts'
import { tallyWorkbook } from '../../../templates/office/workbook/tally.ts'
import { book, emptyBook, longBook } from '../../fixtures/papers/reports.ts'

/** The parts of a ZIP by name, with the time stamp each carries. */
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, { readonly text: string; readonly stamp: number }> => {
  const buffer = Buffer.from(bytes)
  const found = new Map<string, { text: string; stamp: number }>()
  let at = buffer.readUInt32LE(buffer.length - 22 + 16)
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const [method, stamp, packed, nameLength, extra, comment, local] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 12), buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28), buffer.readUInt16LE(at + 30), buffer.readUInt16LE(at + 32), buffer.readUInt32LE(at + 42)]
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const data = buffer.subarray(start, start + packed)
    found.set(name, { text: (method === 8 ? inflateRawSync(data) : data).toString('utf8'), stamp })
    at += 46 + nameLength + extra + comment
  }
  return found
}
const textOf = (parts: ReturnType<typeof partsOf>, name: string): string => parts.get(name)?.text ?? ''
const unescaped = (words: string): string => words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const stringsOf = (parts: ReturnType<typeof partsOf>): readonly string[] => [...textOf(parts, 'xl/sharedStrings.xml').matchAll(/<si><t[^>]*?(?:\/>|>([^<]*)<\/t>)<\/si>/g)].map((match) => unescaped(match[1] ?? ''))
const namesOf = (parts: ReturnType<typeof partsOf>): readonly string[] => [...textOf(parts, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map((match) => unescaped(match[1] ?? ''))
interface Read { readonly ref: string; readonly type: string; readonly value: string }
const cellsOf = (parts: ReturnType<typeof partsOf>, number: number): readonly Read[] => [...textOf(parts, `xl/worksheets/sheet${number}.xml`).matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g)].map((match) => ({ ref: match[1] ?? '', type: /t="(\w+)"/.exec(match[2] ?? '')?.[1] ?? 'n', value: match[3] ?? '' }))

const month = { book, closed: null }

describe('the workbook of a tally', () => {
  it('is the same bytes for the same book, in whatever thread, with fixed time stamps', async () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const first = await tallyWorkbook(month)
    const printer = openPrinter({ workers: 1 })
    try {
      const other = await printer.render({ paper: 'office.tallyWorkbook', sheet: structuredClone(month) })
      expect(hash(other)).toBe(hash(first))
    } finally {
      await printer.close()
    }
    const parts = partsOf(first)
    expect(new Set([...parts.values()].map(({ stamp }) => stamp)).size).toBe(1)
    expect(textOf(parts, 'docProps/core.xml')).toContain('2026-06-01T01:02:00Z')
    expect(hash(await tallyWorkbook({ book: { ...book, paragraph: '另一段。' }, closed: null }))).not.toBe(hash(first))
  })

  it('holds every figure of every table as a number, shares and amounts too, and no formula', async () => {
    const parts = partsOf(await tallyWorkbook(month))
    for (const [name, { text }] of parts) if (name.startsWith('xl/worksheets')) expect([name, /<f[ >]/.test(text)]).toEqual([name, false])
    const names = namesOf(parts)
    const tables = book.tables.toSorted((a, b) => book.windows.findIndex(({ id }) => id === a.window) - book.windows.findIndex(({ id }) => id === b.window))
    expect(names).toHaveLength(tables.length + 5)
    tables.forEach((one, i) => {
      const numbers = cellsOf(parts, i + 3).filter(({ type }) => type === 'n' && type !== undefined).filter(({ value }) => value !== '').map(({ value }) => Number(value))
      const wanted = setTable(one, book).lines.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value.as === 'fen' ? value.value / 100 : value.value])))
      expect([one.id, numbers]).toEqual([one.id, wanted])
    })
  })

  it('has heads in view, heads on every page, a print area, A4 across, as wide as the page', async () => {
    const parts = partsOf(await tallyWorkbook(month))
    const names = namesOf(parts)
    const workbook = unescaped(textOf(parts, 'xl/workbook.xml'))
    names.forEach((name, i) => {
      const sheet = textOf(parts, `xl/worksheets/sheet${i + 1}.xml`)
      expect(sheet).toMatch(/<pane [^>]*ySplit="\d+"[^>]*state="frozen"/)
      expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="\d" fitToHeight="0"\/>/)
      expect(sheet).toContain('fitToPage="1"')
      expect(workbook).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="${i}">'${name}'!$A$1:$`)
      expect(workbook).toMatch(new RegExp(`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">`))
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\]/)
    })
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('keeps words that begin like formulas words, in the format of text', async () => {
    const evil = ['=1+1', '+cmd|\' /C calc\'!A0', '-2+3', '@SUM(A1)', '\t=1', '<b>&"\'']
    const parts = partsOf(await tallyWorkbook({ book: { ...book, officeName: '=HYPERLINK("http://x")&A', indicators: book.indicators.map((one, i) => ({ ...one, title: { zh: evil[i % evil.length] ?? '', en: '' }, code: '=A1' })), notes: [{ id: 'n', line: { zh: '=cmd()', en: '' } }], preparer: '&L=1' }, closed: null }))
    const strings = stringsOf(parts)
    for (const words of [...evil.filter((one) => one.trim() === one), '=cmd()', '=A1']) expect(strings).toContain(words)
    const styles = textOf(parts, 'xl/styles.xml')
    const codes = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((match) => [match[1], match[2]]))
    const formats = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map((match) => match[1])
    const cells = [...textOf(parts, 'xl/worksheets/sheet1.xml').matchAll(/<c r="[A-Z]+\d+" t="s" s="(\d+)"><v>(\d+)<\/v>/g)].filter((match) => evil.includes(strings[Number(match[2])] ?? ''))
    expect(cells.length).toBeGreaterThan(3)
    for (const match of cells) expect(formats[Number(match[1])] === '49' ? '@' : codes.get(formats[Number(match[1])])).toBe('@')
    expect(textOf(parts, 'xl/worksheets/sheet1.xml')).toContain('制表人：&amp;&amp;L=1')
  })

  it('says the unit in every head, and marks a sample', async () => {
    const parts = partsOf(await tallyWorkbook({ book: longBook, closed: null }))
    const strings = stringsOf(parts)
    expect(strings.some((one) => one.endsWith('（示例）'))).toBe(true)
    namesOf(parts).slice(2, 2 + longBook.tables.length).forEach((name, i) => {
      const cells = cellsOf(parts, i + 3).map(({ type, value }) => (type === 's' ? (strings[Number(value)] ?? '') : ''))
      expect([name, cells.slice(0, 40).some((one) => one === '计量单位' || /（(对|具|人|件|个|人次|座|穴|元|%)）$/.test(one))]).toEqual([name, true])
    })
  })

  it('opens for an office without business', async () => {
    const parts = partsOf(await tallyWorkbook({ book: emptyBook, closed: null }))
    expect(stringsOf(parts)).toEqual(expect.arrayContaining(['本期没有统计指标。', '没有补记、更正。', '本期没有这一类事项。']))
  })

  it('refuses a book without a moment', async () => {
    await expect(tallyWorkbook({ book: { ...book, at: '' }, closed: null })).rejects.toMatchObject({ code: 'invalid', field: 'at' })
  })
})

describe('the name of a sheet', () => {
  it('is short, allowed and no other’s', () => {
    const taken = new Set<string>()
    const add = (wanted: string): string => {
      const name = sheetName(wanted, taken)
      taken.add(name.toLowerCase())
      return name
    }
    expect(add('a/b[c]:*?\\\'d')).toBe('a_b_c______d')
    expect(add('')).toBe('表')
    expect(add('表')).toBe('表_2')
    expect(add('长'.repeat(40))).toHaveLength(31)
    expect(add('长'.repeat(40))).toBe(`${'长'.repeat(29)}_2`)
    expect(sheetName(`${'长'.repeat(30)}𠮷`, new Set())).toBe('长'.repeat(30))
  })
})
