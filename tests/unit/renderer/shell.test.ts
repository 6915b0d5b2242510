import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../../renderer/shared/shell.ts'

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('the sheet of a paper', () => {
  it.each([
    ['/MediaBox [0 0 595.28 841.89]', 210, 297],
    ['<< /Type /Page /MediaBox [0 0 841.89 595.28] >> << /MediaBox [0 0 10 10] >>', 297, 210],
    ['/MediaBox[0 0 249.45 357.17]', 88, 126],
    ['no box', 210, 297],
  ])('%s', (pdf, width, height) => {
    const sheet = sheetOf(bytes(`%PDF-1.7 ${pdf}`))
    expect(sheet.width).toBeCloseTo(width, 1)
    expect(sheet.height).toBeCloseTo(height, 1)
  })
})
