import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** One measured figure; its budget is found by its id. */
export interface Figure {
  readonly id: string
  readonly value: number
  /** Peers and baselines of the same run, and what else should be known. */
  readonly beside: readonly string[]
  readonly note: string
}

export interface BenchOptions {
  /** Cases in the register: four in five marriages, the others divorce applications. */
  readonly cases: number
  /** Load anew, even if a folder of that size is there. */
  readonly fresh: boolean
}

/** What a program of the benchmark exports as `measure`. */
export type Measure = (options: BenchOptions) => Promise<readonly Figure[]>

/** The value below which that share of the samples lies (nearest rank). */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}
export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** What a piece of work took: by the clock, and of the processor in this thread (which others on the machine hardly change), in ms. */
export interface Taken { readonly wall: number; readonly cpu: number }

/** Starts a watch; the function it gives stops it. */
export const watch = (): (() => Taken) => {
  const cpu = process.threadCpuUsage()
  const start = performance.now()
  return () => {
    const wall = performance.now() - start
    const used = process.threadCpuUsage(cpu)
    return { wall, cpu: (used.user + used.system) / 1000 }
  }
}

/** A spread by the clock, and how long the processor worked on the whole in one. */
export const spreadOf = (samples: readonly Taken[]): string => `${spread(samples.map(({ wall }) => wall))}, of the processor ${round(samples.reduce((sum, { cpu }) => sum + cpu, 0) / samples.length, 2)} ms on average`

/** Milliseconds that a piece of work takes. */
export const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [number, T]> => {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? Math.min(1, digits) : digits))

/** A spread as the table quotes it: p50 and p95 with the number of samples. */
export const spread = (samples: readonly number[], unit = 'ms'): string => `p50 ${round(median(samples), 3)} · p95 ${round(percentile(samples, 0.95), 3)} ${unit} (${samples.length}×)`

/** Largest resident set of a process so far, in MB (Linux: VmHWM). */
export const peakMemory = (pid: number | 'self' = 'self'): number => {
  const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  if (match === null) throw new Error('no VmHWM')
  return Number(match[1]) / 1024
}

/** Machine, system and program, for every result. */
export const machine = (): string => {
  const cores = cpus()
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}`
}

/** Load of the machine over the last minute: above 1 somebody else was at work too. */
export const load = (): number => round(loadavg()[0] ?? 0, 1)

/** The commit that was measured. */
export const commit = (): string => {
  try {
    return execSync('git rev-parse --short HEAD', { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'no commit'
  }
}
