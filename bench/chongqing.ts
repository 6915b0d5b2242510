import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../api/index.ts'
import { openRegister } from '../db/register.ts'
import { civilDate } from '../domain/dates.ts'
import { chongqing2006, publishedYear, scaledYear } from '../sample/chongqing.ts'
import { clerk, password, setUp } from './folder.ts'
import type { Measure } from './measure.ts'
import { round } from './measure.ts'

/** `--cases` of at least the table's couples enters it whole; fewer enter it at one in so many. */
const tableFor = (cases: number) => (cases >= chongqing2006.couples ? chongqing2006 : scaledYear(chongqing2006, Math.ceil(chongqing2006.couples / cases)))

interface Compared { readonly rows: readonly { readonly cell: string; readonly own: number; readonly published: number }[] }
interface Counted { readonly identities: readonly { readonly id: string; readonly holds: boolean; readonly line: { readonly zh: string } }[] }

/** Enters the table of 重庆统计年鉴 18-6 of 2006 as cases by the same actions as any office, and counts it back through the door. */
export const measure: Measure = async ({ cases }) => {
  const table = tableFor(cases)
  const folder = mkdtempSync(join(tmpdir(), 'lantai-chongqing-'))
  try {
    const register = openRegister({ folder })
    await setUp(register, civilDate('2006-01-01'))
    const start = performance.now()
    const actions = await register.bulk(publishedYear(table), { perTransaction: 20_000, alone: true })
    const seconds = (performance.now() - start) / 1000
    await register.close()
    const api = await createApi({ dataFolder: folder })
    const ask = async <T>(path: string, token: string, init: RequestInit = {}): Promise<T> => {
      const response = await api.fetch(new Request(`http://127.0.0.1${path}`, { ...init, headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) } }), { shell: 'server', remoteAddress: '127.0.0.1' })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    }
    const { token } = await ask<{ token: string }>('/api/session', '', { method: 'POST', body: JSON.stringify({ account: clerk, password }) })
    const { rows } = await ask<Compared>('/api/references/shipped.chongqing-2006/comparison', token)
    const status = await ask<Counted>('/api/statistics/marriage.status?from=2006-01-01&to=2006-12-31', token)
    const overview = await ask<Counted>('/api/statistics/marriage.byMonth?from=2006-01-01&to=2006-12-31', token)
    await api.close()
    const at = (cell: string): number => rows.find((row) => row.cell === cell)?.own ?? Number.NaN
    const wanted: readonly (readonly [string, number])[] = [
      ['marriage.total', table.couples], ['marriage.residence.mainland', table.mainland], ['marriage.notMainland', table.couples - table.mainland], ['marriage.persons', 2 * table.couples], ['marriage.first', table.first], ['marriage.again', table.again],
    ]
    const wrong = wanted.filter(([cell, figure]) => at(cell) !== figure).map(([cell, figure]) => `${cell} ${at(cell)}, not ${figure}`)
    const broken = [...status.identities, ...overview.identities].filter(({ holds }) => !holds).map(({ line }) => line.zh)
    return [{
      id: 'chongqing.differences', value: wrong.length + broken.length, beside: [],
      note: `${[...wrong, ...broken, ''].join('; ')}${at('marriage.total')} couples = ${at('marriage.residence.mainland')} + ${at('marriage.notMainland')}; ${at('marriage.persons')} persons = ${at('marriage.first')} first + ${at('marriage.again')} again; ${actions} actions in ${round(seconds, 1)} s with the people made up`,
    }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
