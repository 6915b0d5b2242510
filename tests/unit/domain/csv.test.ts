import { expect, test } from 'vitest'
import { csv } from '../../../domain/csv.ts'

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['said "yes"', '"said ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+86', "'+86"],
  ['-1', '-1'],
  ['-1.50', '-1.50'],
  ['-1+2', "'-1+2"],
  ['@cmd', "'@cmd"],
])('%j is written %j', (value, written) => expect(csv([[value]])).toBe(`\uFEFF${written}\r\n`))
