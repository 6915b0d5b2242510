import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled } from '../../../scripts/setup.mjs'
import { digestSources, isBuilt } from '../../../scripts/stamp.mjs'
import { hindrance, isReachable } from '../../../scripts/start.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

describe('what is missing', () => {
  const lock = (packages: object) => put('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }))
  const have = (packages: object) => put('node_modules/.package-lock.json', JSON.stringify({ packages }))

  it('packages, where none were installed, one is missing or of another version', () => {
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } })
    expect(isInstalled(folder)).toBe(false)
    have({ 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(folder)).toBe(false)
    have({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } })
    expect(isInstalled(folder)).toBe(false)
    have({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } })
    expect(isInstalled(folder)).toBe(true)
  })

  it('not a package for another system', () => {
    lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/only-on-windows': { version: '1.0.0', optional: true } })
    have({ 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(folder)).toBe(true)
  })
})

describe('what is stale', () => {
  it('a build of other sources, and one that was broken off', () => {
    put('domain/a.ts', 'one')
    for (const file of ['main/server.js', 'main/electron.js', 'preload/preload.cjs', 'fonts/font.ttf']) put(`out/${file}`, '')
    expect(isBuilt(folder)).toBe(false)
    put('out/stamp.txt', digestSources(folder))
    expect(isBuilt(folder)).toBe(true)
    put('domain/a.ts', 'two')
    expect(isBuilt(folder)).toBe(false)
    put('domain/a.ts', 'one')
    put('domain/b.ts', '')
    expect(isBuilt(folder)).toBe(false)
  })

  it('not a change to a test or to what the build itself makes', () => {
    put('renderer/main.tsx', '')
    const before = digestSources(folder)
    put('tests/unit/a.test.ts', '')
    put('renderer/generated/antd.css', '')
    expect(digestSources(folder)).toBe(before)
  })
})

describe('the choice of the shell', () => {
  it.each([
    ['linux', {}, 1000, /no display/],
    ['linux', { DISPLAY: ':0' }, 0, /root/],
    ['linux', { DISPLAY: ':0' }, 1000, undefined],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
    ['win32', {}, undefined, undefined],
    ['darwin', {}, 501, undefined],
  ] as const)('on %s with %j as user %j: %s', (platform, environment, user, reason) => {
    const given = hindrance(platform, environment, user)
    if (reason === undefined) expect(given).toBeUndefined()
    else expect(given).toMatch(reason)
  })
})

describe('whether Electron can be had', () => {
  const serverOf = async (answer: (response: ServerResponse) => void) => {
    const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/electron.zip` }
  }

  it.each([
    ['is there', (response: ServerResponse) => response.writeHead(206).end('P'), true],
    ['is not there', (response: ServerResponse) => response.writeHead(404).end(), false],
    ['never answers', () => undefined, false],
  ] as const)('its archive %s', async (_what, answer, isThere) => {
    const { server, url } = await serverOf(answer)
    const started = performance.now()
    expect(await isReachable(url, 300)).toBe(isThere)
    expect(performance.now() - started).toBeLessThan(2000)
    server.closeAllConnections()
    server.close()
  })

  it('nor from a machine that is not there', async () => {
    expect(await isReachable('http://127.0.0.1:1/electron.zip', 300)).toBe(false)
  })
})

describe('the set-up script', () => {
  it('names its verbs when it is given another', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', 'dance'], { encoding: 'utf8' })
    expect([status, stderr.trim()]).toEqual([1, 'setup.mjs start | test | serve | verify | bench'])
  })
})
