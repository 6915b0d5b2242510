/** One cell: a text that a spreadsheet would run as a formula is written as text, and quoted where it must be; a number below zero stays a number. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows of cells as a table for spreadsheets (CSV, UTF-8 with a byte-order mark, CRLF), safe from formula injection. */
export const csv = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
