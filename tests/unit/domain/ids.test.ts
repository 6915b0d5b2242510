import { expect, test } from 'vitest'
import { timedId } from '../../../domain/ids.ts'

test('ids grow with time, whatever their random part', () => {
  const moments = [0, 1, 15, 16, 255, 1_000_000, Date.parse('1999-12-31T23:59:59.999Z'), Date.parse('2026-05-20T01:30:00Z'), Date.parse('2500-01-01T00:00:00Z')]
  const ids = moments.map((ms, index) => timedId('m', ms, index % 2 === 0 ? 'ffffffffff' : '0000000000'))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids.map(({ length }) => length))).toEqual(new Set([22]))
  for (const id of ids) expect(id).toMatch(/^m[0-9a-f]{21}$/)
})

test('a moment before 1970 is the first of all', () => expect(timedId('m', -5, 'aa')).toBe('m00000000000aa'))
