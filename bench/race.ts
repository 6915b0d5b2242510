import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createApi } from '../api/index.ts'
import type { Actor } from '../domain/action.ts'
import { addDays, today } from '../domain/dates.ts'
import { openRegister } from '../db/register.ts'
import { homeFounded, homeYear, newHome, publishedHome } from '../sample/burial-home.ts'
import { sampleArea } from '../sample/places.ts'
import { clerk, manager, password, setUp } from './folder.ts'
import { median, percentile, root, round, spread, spreadOf, watch } from './measure.ts'
import type { Measure, Taken } from './measure.ts'

const atOnce = 200
const rounds = 30
const samples = 300
const plots = { rows: 100, columns: 200 }
const cemetery = 'bench-cemetery'
const holder = { name: '周守成', identityNumber: '990101197001010014', phone: '10012345678', relation: 'child', area: sampleArea, villager: '' } as const

type Ask = (method: string, path: string, body?: unknown) => Promise<Response>

/** A register of two years of a home and a cemetery of twenty thousand plots, every other one touched. */
const fill = async (folder: string): Promise<number> => {
  const register = openRegister({ folder })
  const day = today(new Date())
  const actor = (on: string): Actor => ({ account: manager, counter: '1', at: `${on}T09:00:00.000+08:00` })
  try {
    await setUp(register, addDays(day, -4000))
    await register.transact(actor(addDays(day, -4000)), async (tx) => {
      await tx.record({ kind: 'office.changed', subject: 'office', body: { windows: ['marriage', 'burial'] } })
      await tx.record({ kind: 'cemetery.registered', subject: cemetery, body: { facts: { name: '示例公墓（示例）', kind: 'publicCemetery', area: sampleArea, township: '示例镇', foundedOn: '2010-01-01', standing: 'approved', document: '示例', authority: '示例' }, day: '2010-01-01' } })
      const rows = Array.from({ length: plots.rows }, (_, index) => ({ row: String(index + 1), levels: 1, columns: plots.columns }))
      await tx.record({ kind: 'cemetery.laidOut', subject: cemetery, body: { section: { code: 'A', name: '甲区', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, rows, eco: false }, day: '2010-01-02' } })
    })
    const home = newHome()
    await register.bulk(homeFounded(publishedHome.first))
    const years = [2024, 2025].map((year) => ({ ...publishedHome, first: `${year}-01-01` as typeof publishedHome.first, last: `${year}-10-31` as typeof publishedHome.last, closes: false }))
    for (const year of years) await register.bulk(homeYear(year, home), { perTransaction: 20_000 })
    const touched = Array.from({ length: (plots.rows * plots.columns) / 2 }, (_, index) => ({ id: `${cemetery}/A/${Math.floor((2 * index) / plots.columns) + 1}/${((2 * index) % plots.columns) + 1}`, index }))
    await register.bulk((function* () {
      for (const { id, index } of touched) yield [actor('2026-01-05'), { kind: 'plot.contracted', subject: id, body: { agreement: `旧${index}`, slip: '', day: '2026-01-05', to: '2046-01-04', holder, feeFen: 0, upkeepFen: 0, proof: '示例', preNeed: null } }] as const
    })(), { perTransaction: 20_000 })
    return years.reduce((sum, { bodies }) => sum + bodies, 0)
  } finally {
    await register.close()
  }
}

/** Two hundred clerks reserve one plot at once, through the door; from handing the requests over until each has its answer. */
const race = async (ask: Ask, plot: string, day: string): Promise<{ readonly waits: readonly number[]; readonly won: number; readonly late: number; readonly cpu: number }> => {
  const body = { plot, revision: 0, act: { kind: 'reserved', day, until: addDays(day as Parameters<typeof addDays>[0], 7), holder } }
  const start = performance.now()
  const stop = watch()
  const ends = await Promise.all(Array.from({ length: atOnce }, async () => {
    const answer = await ask('POST', '/api/plots/acts', body)
    await answer.text()
    return { status: answer.status, wait: performance.now() - start }
  }))
  return { waits: ends.map(({ wait }) => wait), won: ends.filter(({ status }) => status === 200).length, late: ends.filter(({ status }) => status === 409).length, cpu: stop().cpu }
}

/** The reservation race, and the look-ups of the desk of funeral affairs, each through the door in this process. */
export const measure: Measure = async () => {
  mkdirSync(join(root, '.lantai'), { recursive: true })
  // On the project's disk rather than in memory: the syncs are part of it.
  const folder = mkdtempSync(join(root, '.lantai', 'race-'))
  try {
    const cases = await fill(folder)
    const api = await createApi({ dataFolder: folder })
    try {
      let token = ''
      const ask: Ask = async (method, path, body) => api.fetch(new Request(`http://127.0.0.1${path}`, { method, headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }), { shell: 'server', remoteAddress: '127.0.0.1' })
      const got = async (path: string): Promise<unknown> => {
        const answer = await ask('GET', path)
        const text = await answer.text()
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 400)}`)
        return JSON.parse(text) as unknown
      }
      token = ((await (await ask('POST', '/api/session', { account: clerk, password })).json()) as { token: string }).token
      const day = today(new Date())

      const waits: number[] = []
      const cpus: number[] = []
      for (let index = -3; index < rounds; index += 1) {
        const { waits: found, won, late, cpu } = await race(ask, `${cemetery}/A/${index + 4}/2`, day)
        if (won !== 1 || late !== atOnce - 1) throw new Error(`${won} won and ${late} were told, of ${atOnce}`)
        if (index < 0) continue
        waits.push(...found)
        cpus.push(cpu)
      }

      const timed = async (paths: readonly string[], times: number): Promise<readonly Taken[]> => {
        const taken: Taken[] = []
        for (let index = -10; index < times; index += 1) {
          const stop = watch()
          await got(paths[(index + 10) % paths.length] ?? '')
          if (index >= 0) taken.push(stop())
        }
        return taken
      }
      const { rows } = (await got('/api/burials?limit=200')) as { rows: readonly { name: string; number: string }[] }
      const number = encodeURIComponent(rows[7]?.number ?? '')
      const lists = await timed(['/api/burials?limit=50', '/api/burials/lists', '/api/burials?list=awaitingAshes&limit=50', '/api/burials?list=depositsEnding&limit=50', '/api/burials?list=certificateMissing&limit=50', '/api/burials?crematedFrom=2025-05-01&crematedTo=2025-05-31&limit=50', `/api/search?q=${number}`, '/api/plots/search?text=A%2F50%2F3', '/api/plots/terms?band=within12'], samples)
      const board = await timed([`/api/cemeteries/${cemetery}/board?section=A`], 40)
      return [
        { id: 'race.p95', value: round(percentile(waits, 0.95), 1), beside: [], note: `${spread(waits)}, of the processor ${round(median(cpus), 1)} ms for all ${atOnce} together; ${rounds} plots, ${atOnce} requests each, of which one won and ${atOnce - 1} were told` },
        { id: 'race.lists', value: round(percentile(lists.map(({ wall }) => wall), 0.95), 2), beside: [], note: `${spreadOf(lists)}; ${cases} cases` },
        { id: 'race.board', value: round(percentile(board.map(({ wall }) => wall), 0.95), 1), beside: [], note: `${spreadOf(board)}; ${plots.rows * plots.columns} plots, half of them under an agreement` },
      ]
    } finally {
      await api.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
