import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'

/** The commands of package.json, as they are typed. */
const root = join(import.meta.dirname, '..', '..')
const environment = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', DISPLAY: '', WAYLAND_DISPLAY: '', NODE_OPTIONS: '' }

let folder: string
let command: ChildProcess | undefined
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-commands-'))
})
test.afterEach(async () => {
  if (command?.exitCode === null && command.signalCode === null) command.kill('SIGTERM')
  command = undefined
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Runs an npm command until it says where the desk is. */
const open = async (...words: string[]): Promise<{ npm: ChildProcess; url: string; lines: string[] }> => {
  const npm = spawn('npm', words, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  command = npm
  const lines: string[] = []
  for await (const line of createInterface({ input: npm.stdout })) {
    lines.push(line)
    const url = /^Lantai is ready at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { npm, url, lines }
  }
  throw new Error(`npm ${words.join(' ')} ended: ${lines.join('\n')}`)
}
const isUp = (url: string): Promise<boolean> => fetch(url).then(
  () => true,
  () => false,
)

test('npm run serve opens the desk, and ends with npm, leaving the folder free', async () => {
  const { npm, url } = await open('run', 'serve', '--silent', '--', '--data', folder, '--port', '0')
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
  const ended = once(npm, 'exit')
  npm.kill('SIGTERM')
  await ended
  await expect.poll(() => isUp(url), { timeout: 3000 }).toBe(false)
  const again = await open('run', 'serve', '--silent', '--', '--data', folder, '--port', '0')
  expect(await isUp(again.url)).toBe(true)
})

test('npm run verify proves a register beside a running desk', async () => {
  await open('run', 'serve', '--silent', '--', '--data', folder, '--port', '0')
  const verify = spawnSync('npm', ['run', 'verify', '--silent', '--', '--data', folder], { cwd: root, env: environment, encoding: 'utf8' })
  expect([verify.status, verify.stderr]).toEqual([0, ''])
  expect(verify.stdout).toContain('The register is sound')
  const none = spawnSync('npm', ['run', 'verify', '--silent', '--', '--data', join(folder, 'none')], { cwd: root, env: environment, encoding: 'utf8' })
  expect([none.status, none.stdout]).toEqual([2, `There is no data folder ${join(folder, 'none')}\n`])
})

test('npm start opens the browser shell where there is no display, says so in one line, and does it within ten seconds', async () => {
  const started = performance.now()
  const { lines } = await open('start', '--silent', '--', '--data', folder, '--port', '0')
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(lines.slice(0, -1)).toEqual(process.platform === 'linux' ? ['No Electron window (there is no display): the desk opens in the browser.'] : [expect.any(String)])
})
