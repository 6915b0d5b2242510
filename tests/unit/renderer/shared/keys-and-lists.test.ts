import { describe, expect, it } from 'vitest'
import { keyName } from '../../../../renderer/shared/keyboard.ts'
import { asCsv, type Column } from '../../../../renderer/shared/DataTable.tsx'
import { bytes, dayWithWeekday, instant, percent, shortInstant } from '../../../../renderer/shared/format.ts'
import { fill } from '../../../../renderer/shared/i18n.ts'
import { readPreferences } from '../../../../renderer/shared/preferences.ts'
import { addressOf, ApiFailure } from '../../../../renderer/shared/client.ts'
import { sheetOf } from '../../../../renderer/shared/shell.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held })

describe('names of keys', () => {
  it.each([
    [press('F2'), 'F2'],
    [press('?', { shiftKey: true }), '?'],
    [press('L', { ctrlKey: true }), 'Ctrl+l'],
    [press('Enter', { shiftKey: true }), 'Shift+Enter'],
    [press('1', { altKey: true }), 'Alt+1'],
  ])('%o is %s', (event, name) => expect(keyName(event)).toBe(name))
})

describe('an exported table', () => {
  const columns: readonly Column<{ readonly a: string; readonly b: string }>[] = [
    { id: 'a', title: '姓名', text: (row) => row.a },
    { id: 'b', title: '备注', text: (row) => row.b },
  ]
  it('quotes what must be quoted and never hands a formula to a spreadsheet', () => {
    expect(asCsv(columns, [{ a: '张三', b: '说"好",换行\n了' }, { a: '=1+1', b: '@x' }])).toBe('\uFEFF姓名,备注\r\n张三,"说""好"",换行\n了"\r\n\'=1+1,\'@x\r\n')
  })
})

describe('figures on the screen', () => {
  it('never rounds a rate up to 100', () => {
    expect(percent(99_999, 100_000)).toBe('99.99%')
    expect(percent(7, 7)).toBe('100.00%')
    expect(percent(0, 0)).toBe('—')
  })
  it('writes days and instants as they stand', () => {
    expect(dayWithWeekday('2026-05-20', 'zh')).toBe('2026-05-20 周三')
    expect(instant('2026-05-20T09:31:07.123+08:00')).toBe('2026-05-20 09:31')
    expect(shortInstant('2026-05-20T09:31:07+08:00', '2026-05-20')).toBe('09:31')
    expect(shortInstant('2026-05-19T09:31:07+08:00', '2026-05-20')).toBe('05-19 09:31')
    expect(bytes(1_500_000)).toBe('1.5 MB')
  })
  it('puts values into words and leaves unknown places alone', () => {
    expect(fill('共 {n} 条 {x}', { n: 3 })).toBe('共 3 条 {x}')
  })
})

describe('what the user likes', () => {
  it('falls back where the store holds rubbish', () => {
    const fallback = { language: 'zh', shade: 'system', size: 14, counter: '' }
    for (const text of [null, '', '{', 'null', '{"language":"fr","size":15,"shade":1,"counter":5}']) expect(readPreferences(text)).toEqual(fallback)
    expect(readPreferences('{"language":"en","shade":"dark","size":18,"counter":"2"}')).toEqual({ language: 'en', shade: 'dark', size: 18, counter: '2' })
  })
})

describe('addresses of routes', () => {
  it('fills in what the path and the query need', () => {
    expect(addressOf({ path: '/api/marriages/{id}/papers/{paper}' }, { id: 'a/b', paper: '声明' }, { party: '0', mode: undefined, printer: '' })).toBe('/api/marriages/a%2Fb/papers/%E5%A3%B0%E6%98%8E?party=0')
  })
  it('carries a refusal with its words and field', () => {
    const failure = new ApiFailure('stock', 409, { zh: '不在库', en: 'not in stock' }, 'serials.0')
    expect([failure.code, failure.status, failure.text.zh, failure.field, failure.message]).toEqual(['stock', 409, '不在库', 'serials.0', 'not in stock'])
  })
})

describe('the size of a sheet', () => {
  const pdf = (text: string): Uint8Array => new TextEncoder().encode(text)
  it('is read from the paper', () => {
    expect(sheetOf(pdf('%PDF-1.7 /MediaBox [0 0 595.28 841.89]'))).toEqual({ width: 210, height: 297 })
    expect(sheetOf(pdf('/MediaBox [0 0 510.24 354.33]'))).toEqual({ width: 180, height: 125 })
  })
  it('is A4 where the paper does not say', () => expect(sheetOf(pdf('%PDF-1.7'))).toEqual({ width: 210, height: 297 }))
})
