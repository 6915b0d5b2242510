/** `npm run bench -- [names …] [--cases N] [--fresh] [--write]`: measures, prints every figure beside its budget, keeps bench/results/latest.json; --write renews the table of docs/bench.md. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { budgets, getBudget, keeps } from './budgets.ts'
import type { Budget } from './budgets.ts'
import type { Figure } from './measure.ts'
import { commit, load, machine, root } from './measure.ts'

const programs = [...new Set(budgets.map(({ id }) => id.split('.')[0] ?? ''))]

interface Result extends Figure { readonly measuredAt: string; readonly cases: number; readonly load: number; readonly commit: string }

const bound = ({ least, most, unit }: Budget): string => (least === undefined ? `≤ ${most ?? ''} ${unit}` : `≥ ${least} ${unit}`)

const line = (figure: Figure): string => {
  const budget = getBudget(figure.id)
  const verdict = keeps(budget, figure.value) ? 'kept  ' : 'MISSED'
  return [`${verdict}  ${budget.title}: ${figure.value} ${budget.unit} (${bound(budget)})`, ...figure.beside.map((peer) => `          beside: ${peer}`), `          ${figure.note}`].join('\n')
}

const resultsFile = join(root, 'bench', 'results', 'latest.json')
const readResults = (): Record<string, Result> => (existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as { figures: Record<string, Result> }).figures : {})

const keepResults = (figures: Record<string, Result>): void => {
  mkdirSync(join(root, 'bench', 'results'), { recursive: true })
  writeFileSync(resultsFile, `${JSON.stringify({ machine: machine(), figures }, undefined, 2)}\n`)
}

/** The table of docs/bench.md, between its two marks. */
const writeTable = (figures: Record<string, Result>): void => {
  const file = join(root, 'docs', 'bench.md')
  const text = readFileSync(file, 'utf8')
  const [open, close] = ['<!-- table -->', '<!-- /table -->']
  const rows = budgets.map((budget) => {
    const found = figures[budget.id]
    if (found === undefined) return `| ${budget.title} | ${bound(budget)} | not measured | | ${budget.how} |`
    return `| ${budget.title} | ${bound(budget)} | ${keeps(budget, found.value) ? '' : '**'}${found.value} ${budget.unit}${keeps(budget, found.value) ? '' : '** missed'} | ${[...found.beside, found.note].join('<br>')} | ${budget.how} |`
  })
  const dates = [...new Set(Object.values(figures).map(({ measuredAt }) => measuredAt.slice(0, 10)))].sort().join(', ')
  const table = [`Measured ${dates} on ${machine()}.`, '', '| figure | budget | measured | beside it, and what was measured | how |', '|---|---|---|---|---|', ...rows].join('\n')
  writeFileSync(file, `${text.slice(0, text.indexOf(open) + open.length)}\n${table}\n${text.slice(text.indexOf(close))}`)
}

/** Runs one program in a process of its own, so that no figure leans on another's memory or caches. */
const runProgram = (name: string, cases: number, fresh: boolean): readonly Figure[] | undefined => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bench', 'one.ts'), name, String(cases), ...(fresh ? ['--fresh'] : [])], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 })
  return status === 0 ? (JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as readonly Figure[]) : undefined
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cases: { type: 'string', default: '1000000' }, fresh: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } } })
const cases = Number(values.cases)
const unknown = positionals.find((name) => !programs.includes(name))
if (unknown !== undefined || !Number.isInteger(cases) || cases < 100) {
  console.error(`npm run bench -- [${programs.join(' | ')} …] [--cases N] [--fresh] [--write]`)
  process.exit(2)
}

console.log(`${machine()}\n${cases} cases, commit ${commit()}, ${new Date().toISOString()}\n`)
const results = readResults()
let missed = 0
for (const name of positionals.length === 0 ? programs : positionals) {
  const figures = runProgram(name, cases, values.fresh)
  if (figures === undefined) {
    missed += 1
    console.log(`FAILED  ${name} came to no figure; see above.`)
    continue
  }
  for (const figure of figures) {
    if (!keeps(getBudget(figure.id), figure.value)) missed += 1
    console.log(line(figure))
    results[figure.id] = { ...figure, measuredAt: new Date().toISOString(), cases, load: load(), commit: commit() }
  }
  keepResults(results)
}
if (values.write) writeTable(results)
console.log(`\n${missed === 0 ? 'Every budget is kept.' : `${missed} figures miss their budget or could not be measured.`} Load of the machine in the last minute: ${load()}.`)
process.exitCode = missed === 0 ? 0 : 1
