/**
 * Starts a shell on a data folder of its own for each worker and gives each test a fresh page at the desk.
 *
 *   import { expect, test } from './shell.ts'
 *   test.use({ sample: true })     // an office with its sample year (accounts in shell.accounts); without it an empty folder
 *   test('…', async ({ desk, shell }) => {
 *     await desk.open('/marriages') // page models of a window extend or take the Desk: desk.page is Playwright's page
 *     await shell.fetch('/api/…')   // the door without the page, to prepare what a test needs
 *   })
 *
 *   test.use({ sample: true, clock: '2026-01-16T09:30:00+08:00' })   // a small sample office whose clock the test moves: await shell.moveClock('2026-02-24T09:00:00+08:00')
 *
 * Every spec runs twice: project `server` (out/main/server.js over HTTP) and project `electron` (out/main/electron.js in real
 * Electron where its binary is, else under Node with electron-stand-in/). A test fails if its page logged an error, threw,
 * or broke the content security policy; `desk.expectProblem(/…/)` says that one is meant. Build first (`npm run build`).
 * A file runs in one worker, so its tests share a shell and a register; `shell.restart()` stops and starts it on the same folder.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { startStandIn, type StandIn } from './electron-stand-in/host.ts'

export { expect }

const root = join(import.meta.dirname, '..', '..')
const electronFolder = join(root, 'node_modules', 'electron')

/** The Electron binary, where one was downloaded and can draw a window. */
export const findElectron = (): string | undefined => {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  return existsSync(binary) && hasDisplay ? binary : undefined
}

export interface Account {
  readonly account: string
  readonly password: string
  readonly role: string
}

/** A running desk. */
export interface Shell {
  readonly kind: 'server' | 'electron'
  /** True where the Electron shell runs under Node with the stand-in. */
  readonly isStandIn: boolean
  /** Folder with the register (`data`) and, with the stand-in, what its user's machine got (`printed`, `saved`). */
  readonly folder: string
  readonly accounts: readonly Account[]
  /** A page in this context at no address yet. */
  openPage(context: BrowserContext): Promise<Page>
  urlOf(path: string): string
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Stops the shell as its user would and starts it again on the same folder. */
  restart(): Promise<void>
  /** Ends the process at once, as a power cut does (kill -9). */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Moves the clock of a shell that was started with one; it goes on from there. */
  moveClock(instant: string): Promise<void>
}

interface Running {
  readonly url: string
  readonly accounts: readonly Account[]
  readonly child: ChildProcess
  openPage(context: BrowserContext): Promise<Page>
  fetch(path: string, init?: RequestInit): Promise<Response>
  stop(): Promise<void>
  moveClock?(instant: string): Promise<void>
}

const readyWithin = 120_000

/** Reads a shell's lines up to the one that says it is ready. */
const untilReady = async (child: ChildProcess): Promise<{ url: string; accounts: readonly Account[] }> => {
  let accounts: readonly Account[] = []
  const timer = setTimeout(() => child.kill('SIGKILL'), readyWithin)
  if (child.stdout === null) throw new Error('the output of the shell is not read')
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{"accounts"')) accounts = (JSON.parse(line) as { accounts: Account[] }).accounts
      const url = /^Lantai is ready at (\S+)$/.exec(line)?.[1]
      if (url !== undefined) return { url, accounts }
    }
  } finally {
    clearTimeout(timer)
    child.stdout.resume()
  }
  throw new Error('The shell ended before it was ready.')
}

const endOf = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

const startServer = async (folder: string, sample: boolean): Promise<Running> => {
  const args = ['--data', join(folder, 'data'), '--port', '0', ...(sample ? ['--sample'] : [])]
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'server.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const { url, accounts } = await untilReady(child)
  return { url, accounts, child, openPage: (context) => context.newPage(), fetch: (path, init) => fetch(new URL(path, url), init), stop: () => endOf(child, 'SIGTERM') }
}

/** A small sample office through the door: what a test with a clock of its own needs, without the work of a year. */
const setUpSmallSample = async (url: string): Promise<readonly Account[]> => {
  const begun = await fetch(new URL('/api/office/sample', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ cases: 60 }) })
  if (!begun.ok) throw new Error(`no sample office: ${await begun.text()}`)
  const { job, accounts } = (await begun.json()) as { readonly job: { readonly id: string }; readonly accounts: readonly Account[] }
  for (;;) {
    const { state } = (await (await fetch(new URL(`/api/jobs/${job.id}`, url))).json()) as { readonly state: string }
    if (state === 'done') return accounts
    if (state !== 'running') throw new Error(`the sample office ended as ${state}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The browser shell from the sources with a clock that the test moves (`clocked/server.ts`); no built program has one. */
const startClocked = async (folder: string, sample: boolean, clock: string, known: readonly Account[] | undefined): Promise<Running> => {
  const child = spawn(process.execPath, [join(root, 'tests', 'e2e', 'clocked', 'server.ts'), '--data', join(folder, 'data'), '--clock', clock], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const { url } = await untilReady(child)
  const accounts = known ?? (sample ? await setUpSmallSample(url) : [])
  const moveClock = async (instant: string): Promise<void> => {
    const answered = new Promise<void>((resolve) => {
      const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })
      lines.on('line', (line) => {
        if (!line.startsWith('clock is ')) return
        lines.close()
        resolve()
      })
    })
    child.stdin?.write(`clock ${instant}\n`)
    await answered
    child.stdout?.resume()
  }
  return { url, accounts, child, moveClock, openPage: (context) => context.newPage(), fetch: (path, init) => fetch(new URL(path, url), init), stop: () => endOf(child, 'SIGTERM') }
}

const startElectronStandIn = async (folder: string, sample: boolean): Promise<Running> => {
  const standIn: StandIn = await startStandIn(join(root, 'out', 'main', 'electron.js'), [`--data=${join(folder, 'data')}`, ...(sample ? ['--sample'] : [])], folder)
  const { accounts } = await untilReady(standIn.child)
  return { url: standIn.url, accounts, child: standIn.child, openPage: standIn.attach, fetch: (path, init) => fetch(new URL(path, standIn.url), init), stop: standIn.stop }
}

const startElectron = async (binary: string, folder: string, sample: boolean): Promise<Running> => {
  const application = await _electron.launch({ executablePath: binary, args: [root, `--data=${join(folder, 'data')}`, `--user-data-dir=${join(folder, 'profile')}`, ...(sample ? ['--sample'] : [])] })
  const child = application.process()
  const { url, accounts } = await untilReady(child)
  const page = await application.firstWindow()
  const openPage = async (): Promise<Page> => {
    await page.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    return page
  }
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const [status, headers, body] = await page.evaluate(
      async ([address, method, sent, text]) => {
        const response = await fetch(address, { method, headers: sent, body: text })
        return [response.status, [...response.headers], await response.text()] as const
      },
      [path, init?.method ?? 'GET', [...new Headers(init?.headers)] as [string, string][], typeof init?.body === 'string' ? init.body : null] as const,
    )
    return new Response(body, { status, headers: [...headers] })
  }
  return { url, accounts, child, openPage, fetch: ask, stop: () => application.close() }
}

/** Starts a shell of a kind on a folder. */
export const startShell = async (kind: 'server' | 'electron', folder: string, sample = false, clock = ''): Promise<Shell> => {
  const binary = kind === 'electron' ? findElectron() : undefined
  let instant = clock
  let known: readonly Account[] | undefined
  const start = (): Promise<Running> => (clock !== '' ? startClocked(folder, sample, instant, known) : kind === 'server' ? startServer(folder, sample) : binary === undefined ? startElectronStandIn(folder, sample) : startElectron(binary, folder, sample))
  let running = await start()
  if (clock !== '') known = running.accounts
  return {
    kind,
    isStandIn: kind === 'electron' && binary === undefined,
    folder,
    get accounts() {
      return running.accounts
    },
    openPage: (context) => running.openPage(context),
    urlOf: (path) => new URL(path, running.url).href,
    fetch: (path, init) => running.fetch(path, init),
    restart: async () => {
      await running.stop()
      running = await start()
    },
    kill: () => endOf(running.child, 'SIGKILL'),
    stop: () => running.stop(),
    moveClock: async (to) => {
      if (running.moveClock === undefined) throw new Error('this shell has no clock of its own')
      instant = to
      await running.moveClock(to)
    },
  }
}

/** The page model that all others build on. */
export class Desk {
  readonly page: Page
  readonly shell: Shell
  /** What went wrong in the page without the test noticing. */
  readonly problems: string[] = []
  private readonly expected: RegExp[] = []
  constructor(page: Page, shell: Shell) {
    this.page = page
    this.shell = shell
    page.on('pageerror', (error) => this.problems.push(`threw: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      // The browser logs every answer of 400 and above; that the door turned something down is for the test to judge.
      if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) && new URL(message.location().url).pathname.startsWith('/api/')) return
      this.problems.push(`logged: ${message.text()} (${message.location().url})`)
    })
  }
  /** Opens a page of the desk by its path and waits for it to be drawn. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(this.shell.urlOf(path))
    await expect(this.page.locator('#root')).not.toBeEmpty()
  }
  /** Says that a problem whose words match is what the test is about. */
  expectProblem(words: RegExp): void {
    this.expected.push(words)
  }
  unexpectedProblems(): readonly string[] {
    return this.problems.filter((problem) => !this.expected.some((words) => words.test(problem)))
  }
  /** Bytes of the papers that the stand-in's printer has printed so far. */
  printed(): readonly Buffer[] {
    const folder = join(this.shell.folder, 'printed')
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []
  }
}

export const test = base.extend<{ desk: Desk }, { kind: 'server' | 'electron'; sample: boolean; own: string; clock: string; shell: Shell }>({
  kind: ['server', { scope: 'worker', option: true }],
  sample: [false, { scope: 'worker', option: true }],
  // A name of its own gives a spec that sets the office up a shell that no other spec has used: `test.use({ own: 'setup' })`.
  own: ['', { scope: 'worker', option: true }],
  // An instant from which the shell's clock goes on; the shell is then the browser's, from the sources, whatever the project.
  clock: ['', { scope: 'worker', option: true }],
  shell: [
    async ({ kind, sample, own, clock }, use) => {
      const folder = mkdtempSync(join(tmpdir(), `lantai-${kind}-${own}`))
      const shell = await startShell(kind, folder, sample, clock)
      await use(shell)
      await shell.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: readyWithin + 10_000 },
  ],
  desk: async ({ shell, context }, use) => {
    const desk = new Desk(await shell.openPage(context), shell)
    await use(desk)
    expect(desk.unexpectedProblems(), 'what the page logged or threw').toEqual([])
  },
})
