import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseServerArguments, terminalLanguage, UsageError } from '../../../server/arguments.ts'

let folder: string
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-server-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

const environment = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', NODE_ENV: 'production' }

const start = async (...args: string[]) => {
  const child = spawn(process.execPath, ['server/main.ts', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: environment })
  running.push(child)
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const url = /^Lantai is ready at (http:\/\/\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { child, url, lines }
  }
  throw new Error(`it ended: ${lines.join('\n')}`)
}
/** A start that is meant to fail. */
const fail = (args: readonly string[], env = environment) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['server/main.ts', ...args], { encoding: 'utf8', env, timeout: 15_000 })
  return { status, stderr, stdout }
}

describe('npm run serve', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says when it can serve, and ends well on %s', async (signal) => {
    const { child, url, lines } = await start('--data', join(folder, 'data'), '--port', '0')
    expect(lines).toEqual([`Lantai is ready at ${url}`])
    expect((await fetch(`${url}api/office`)).headers.get('content-type')).toContain('json')
    const ended = once(child, 'exit')
    child.kill(signal)
    child.kill(signal) // Ctrl-C reaches a child twice
    expect(await ended).toEqual([0, null])
  })

  it('listens on this machine only', async () => {
    const { url } = await start('--data', folder, '--port', '0')
    const { port } = new URL(url)
    const outward = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outward) await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow()
    expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('says that the port is taken, and by which switch to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status, stderr } = fail(['--data', folder, '--port', String(port)])
    other.close()
    expect(status).toBe(1)
    expect(stderr).toMatch(/already in use\. Choose another port with --port/)
    expect(stderr).not.toContain('    at ')
  })

  it('says that another program holds the folder', async () => {
    await start('--data', folder, '--port', '0')
    const { status, stderr } = fail(['--data', folder, '--port', '0'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/Another program is using this data folder/)
  })

  it('says that the folder is a file', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const path of ['file', 'file/deeper']) {
      const { status, stderr, stdout } = fail(['--data', join(folder, path), '--port', '0'])
      expect([status, stdout], path).toEqual([1, ''])
      expect(stderr).toMatch(/There is a file where the data folder should be/)
    }
  })

  it('leaves a damaged register as it is, in the language of the terminal', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'register.sqlite'), 'not a register'.repeat(1000))
    const { status, stderr } = fail(['--data', join(folder, 'data'), '--port', '0'], { ...environment, LANG: 'zh_CN.UTF-8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/没有改动任何内容/)
    expect(stderr).not.toContain('    at ')
  })

  it('shows how it is called when it was called wrongly', () => {
    const { status, stderr } = fail(['--data', folder, '--porto', '1'])
    expect(status).toBe(2)
    expect(stderr).toContain('npm run serve -- --data DIR')
  })
})

describe('its command line', () => {
  it.each([
    ['no folder', []],
    ['an empty folder', ['--data', '']],
    ['a port that is none', ['--data', 'x', '--port', 'http']],
    ['a port too high', ['--data', 'x', '--port', '65536']],
    ['an address that is none', ['--data', 'x', '--host', 'a b']],
    ['a switch there is not', ['--data', 'x', '--open']],
    ['a word too many', ['--data', 'x', 'y']],
  ])('%s is refused', (_what, words) => {
    expect(() => parseServerArguments(words)).toThrow(UsageError)
  })

  it('has its defaults', () => {
    expect(parseServerArguments(['--data', 'x'])).toEqual({ data: 'x', port: 4780, host: '127.0.0.1', sample: false, names: [] })
    expect(parseServerArguments(['--data=x', '--port=0', '--sample', '--name', 'a', '--name', 'b'])).toMatchObject({ port: 0, sample: true, names: ['a', 'b'] })
  })

  it('speaks the language of the terminal', () => {
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' })).toBe('en')
    expect(terminalLanguage({})).toBe('en')
  })
})
