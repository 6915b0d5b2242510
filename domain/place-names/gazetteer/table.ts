import { LantaiError } from '../../error.ts'
import { halfWidth } from '../../characters/index.ts'
import { text } from '../../text.ts'

const mostCells = 2_000_000

/** Reads a table of comma, tab or semicolon separated cells (RFC 4180 quoting). Throws `malformed` at `file` for an open quotation mark or for bytes that were read in the wrong encoding, `too_large` past two million cells. */
export const readTable = (source: string): readonly (readonly string[])[] => {
  const plain = source.replace(/^\uFEFF/u, '')
  // GB18030 read as UTF-8 leaves replacement characters; nobody may guess what they were.
  if (plain.includes('\uFFFD') || plain.includes('\u0000')) throw new LantaiError('malformed', text('文件的编码不对，请按 GB18030 或者 UTF-8 打开', 'The file was read in the wrong encoding; open it as GB18030 or UTF-8'), 'file')
  const first = /^[^\r\n]*/u.exec(plain)?.[0] ?? ''
  const separator = [',', '\t', ';', '，'].reduce((best, candidate) => (first.split(candidate).length > first.split(best).length ? candidate : best), ',')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  let cells = 0
  const endCell = (): void => { row.push(cell); cell = ''; cells += 1; if (cells > mostCells) throw new LantaiError('too_large', text('表格太大', 'The table is too large'), 'file') }
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (plain.charAt(at + 1) === '"') { cell += '"'; at += 1 } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) endCell()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && plain.charAt(at + 1) === '\n') at += 1
      endCell()
      rows.push(row)
      row = []
    } else cell += character
  }
  if (quoted) throw new LantaiError('malformed', text(`第 ${rows.length + 1} 行有没有配对的引号`, `Row ${rows.length + 1} has an open quotation mark`), 'file')
  if (cell !== '' || row.length > 0) { endCell(); rows.push(row) }
  return rows.map((cellsOf) => cellsOf.map((value) => value.normalize('NFC').trim())).filter((cellsOf) => cellsOf.some((value) => value !== ''))
}

/** A number as tables write it: full-width, with thousands signs or a unit behind; undefined when it is none, also when empty. */
export const readNumber = (typed: string): number | undefined => {
  const plain = halfWidth(typed).replace(/[,\s]/gu, '').replace(/(?:米|m|M|平方米|㎡|公里|km)$/u, '')
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return undefined
  return /(?:公里|km)$/u.test(halfWidth(typed).trim()) ? Number((Number(plain) * 1000).toFixed(3)) : Number(plain)
}
