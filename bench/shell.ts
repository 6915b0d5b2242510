import { seeded } from '../sample/random.ts'
import { clerk, folderOf, loadedFolder, password } from './folder.ts'
import type { Measure } from './measure.ts'
import { median, peakMemory, round } from './measure.ts'
import { startShell } from './process.ts'

const starts = 5

/** A morning at the counter, over HTTP: searches, counts, cases, papers. */
const work = async (url: string): Promise<string> => {
  let token = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url + path, { ...init, headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) } })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`)
    return response
  }
  token = ((await (await ask('/api/session', { method: 'POST', body: JSON.stringify({ account: clerk, password }) })).json()) as { token: string }).token
  const random = seeded(31)
  const families = '王李张刘陈黄赵吴周徐孙马朱胡郭何'
  const sounds = ['zhang', 'wang', 'li', 'liu', 'chen', 'y', 'x', 'zw', 'lx', 'huangz']
  const found: string[] = []
  for (let round = 0; round < 150; round += 1) {
    const query = random.chance(0.5) ? random.pick([...families]) : random.pick(sounds)
    const { hits } = (await (await ask(`/api/search?q=${encodeURIComponent(query)}`)).json()) as { hits: { caseId: string }[] }
    found.push(...hits.slice(0, 1).map((hit) => hit.caseId))
    if (round % 5 === 0) await (await ask(`/api/counts/month?month=${random.int(1990, 2020)}-0${random.int(1, 9)}`)).text()
    if (round % 5 === 1) await (await ask('/api/marriages?limit=50')).text()
  }
  let papers = 0
  for (const id of found.slice(0, 40)) {
    await (await ask(`/api/marriages/${id}`)).text()
    for (const paper of ['marriage.certificate?party=0', 'marriage.review']) papers += (await (await ask(`/api/marriages/${id}/papers/${paper}`)).arrayBuffer()).byteLength > 0 ? 1 : 0
  }
  return `150 searches, 60 lists and counts, ${found.slice(0, 40).length} cases, ${papers} papers`
}

/** Starts the shell at the full register, several times, and lets it work. */
export const measure: Measure = async (options) => {
  await loadedFolder(options)
  const ready: number[] = []
  for (let start = 0; start < starts; start += 1) {
    const shell = await startShell(folderOf(options.cases))
    ready.push(shell.readyAfter)
    await shell.stop()
  }
  const shell = await startShell(folderOf(options.cases))
  try {
    const idle = peakMemory(shell.pid)
    const done = await work(shell.url)
    return [
      { id: 'shell.ready', value: round(median(ready)), beside: [], note: `${starts} starts, ${round(Math.min(...ready))} to ${round(Math.max(...ready))} s, at ${options.cases} marriages` },
      { id: 'shell.memory', value: round(peakMemory(shell.pid), 0), beside: [], note: `${round(idle, 0)} MB when ready, then ${done}; at ${options.cases} marriages` },
    ]
  } finally {
    await shell.stop()
  }
}
