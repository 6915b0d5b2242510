/** `npm test`: types, lint, build, unit tests, e2e. Goes on after a failure, so that one run shows all; ends with a line that counts. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
  readonly errors: readonly unknown[]
}

/** Counts vitest's report; a file that could not be run at all counts as one failure. */
export const countVitest = (report: VitestReport): Count => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
  skipped: report.numPendingTests + report.numTodoTests,
})

/** Counts Playwright's report; an error outside any test counts as one failure, a flaky test as well. */
export const countPlaywright = ({ stats, errors }: PlaywrightReport): Count => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped })

/** A step that holds no tests counts as one. A step that failed fails the run, even if its report names no failed test. */
export const countStep = (status: number, report: Count | undefined): Count => {
  if (report === undefined) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  return status !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}

export const sum = (counts: readonly Count[]): Count =>
  counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }), { passed: 0, failed: 0, skipped: 0 })

/** The last line of the run. */
export const lastLine = ({ passed, failed, skipped }: Count): string => `${String(passed)} passed, ${String(failed)} failed${skipped === 0 ? '' : `, ${String(skipped)} skipped`}`

const root = join(import.meta.dirname, '..')

interface Step {
  readonly name: string
  readonly words: readonly string[]
  /** Where the step writes its report, and how it is counted. */
  readonly report?: { readonly file: string; readonly count: (json: never) => Count }
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a step of the project's own Node; its output is shown when it ends if `quiet`, else as it comes. */
const runStep = async ({ name, words, report, env }: Step, quiet: boolean): Promise<Count> => {
  const started = performance.now()
  if (!quiet) console.log(`\n=== ${name}`)
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], env: { ...process.env, ...env } })
  let output = ''
  child.stdout?.on('data', (text: Buffer) => (output += String(text)))
  child.stderr?.on('data', (text: Buffer) => (output += String(text)))
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const found = report !== undefined && existsSync(report.file) ? report.count(JSON.parse(readFileSync(report.file, 'utf8')) as never) : undefined
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`
  console.log(quiet ? `=== ${name} ${status === 0 ? 'ok' : 'FAILED'} (${seconds})\n${status === 0 ? '' : output}`.trimEnd() : `=== ${name} ${status === 0 ? 'ok' : 'FAILED'} (${seconds})`)
  return countStep(status, found)
}

const main = async (): Promise<void> => {
  const scratch = mkdtempSync(join(tmpdir(), 'lantai-test-'))
  const unitReport = join(scratch, 'unit.json')
  const e2eReport = join(scratch, 'e2e.json')
  const modules = (path: string): string => join('node_modules', path)
  const first: Step[] = [
    { name: 'types', words: [modules('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'] },
    { name: 'lint', words: [modules('eslint/bin/eslint.js'), '.'] },
    { name: 'build', words: ['scripts/build.ts'] },
  ]
  const then: Step[] = [
    { name: 'unit', words: [modules('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], report: { file: unitReport, count: countVitest } },
    { name: 'e2e', words: [modules('@playwright/test/cli.js'), 'test'], report: { file: e2eReport, count: countPlaywright }, env: { LANTAI_E2E_RESULTS: e2eReport } },
  ]
  try {
    const counts = await Promise.all(first.map((step) => runStep(step, true)))
    const isBuilt = counts[first.findIndex(({ name }) => name === 'build')]?.failed === 0
    for (const step of then) {
      if (step.name === 'e2e' && !isBuilt) {
        console.log('\n=== e2e FAILED (not run: there is nothing built)')
        counts.push(countStep(1, undefined))
      } else counts.push(await runStep(step, false))
    }
    const total = sum(counts)
    console.log(`\n${lastLine(total)}`)
    process.exitCode = total.failed === 0 ? 0 : 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (import.meta.filename === process.argv[1]) await main()
