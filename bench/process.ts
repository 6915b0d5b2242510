import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './measure.ts'

/** The browser shell as `npm run serve` starts it, in a process of its own. */
export interface RunningShell {
  readonly url: string
  readonly pid: number
  /** Seconds from starting the process to “Lantai is ready”. */
  readonly readyAfter: number
  stop(): Promise<void>
}

/** Starts the built shell on a data folder at a free port of this machine; throws if it is not ready in a minute. */
export const startShell = async (folder: string, more: readonly string[] = []): Promise<RunningShell> => {
  const program = join(root, 'out', 'main', 'server.js')
  if (!existsSync(program)) throw new Error('out/main/server.js is not there: npm run build')
  const start = performance.now()
  const child = spawn(process.execPath, [program, '--data', folder, '--port', '0', ...more], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the shell was not ready in a minute')), 60_000)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Lantai is ready at (\S+)/.exec(said)
      if (found?.[1] === undefined) return
      clearTimeout(late)
      resolve(found[1].replace(/\/$/, ''))
    })
    child.once('exit', (code) => reject(new Error(`the shell ended with ${String(code)}: ${said}`)))
  })
  const readyAfter = (performance.now() - start) / 1000
  return {
    url,
    pid: child.pid ?? 0,
    readyAfter,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
