import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fuses } from '../../../electron-builder.config.js'
import { contentSecurityPolicy } from '../../../api/desk.ts'
import packageFile from '../../../package.json' with { type: 'json' }
import { oldestElectron, privileges, webPreferences } from '../../../electron/options.ts'
import { isDeskUrl, isFrameUrl, mayLoad } from '../../../electron/security.ts'
import { app, done, schemes, served, sessions, windows, type FakeSession } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const data = mkdtempSync(join(tmpdir(), 'lantai-electron-'))
const sources = globSync('electron/*.ts').map((file) => readFileSync(file, 'utf8'))

/** The main process itself, booted once on a new data folder. */
beforeAll(async () => {
  process.argv.push(`--data=${data}`)
  Object.defineProperty(process.versions, 'electron', { value: '45.4.1', configurable: true })
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import('../../../electron/main.ts')
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('Lantai is ready at app://lantai/'), { timeout: 15_000 })
})

afterAll(async () => {
  app.emit('will-quit', { preventDefault: () => undefined })
  await vi.waitFor(() => expect(done).toContain('quit'))
  rmSync(data, { recursive: true, force: true })
})

const theWindow = () => {
  const window = windows[0]
  if (window === undefined) throw new Error('no window was opened')
  return window
}
const desk = (): FakeSession => session('persist:desk')
const session = (name: string): FakeSession => {
  const found = sessions.get(name)
  if (found === undefined) throw new Error(`no session ${name}`)
  return found
}
const ask = (path: string, init?: RequestInit): Promise<Response> => desk().handlers.get('app')?.(new Request(`app://lantai${path}`, init)) ?? Promise.reject(new Error('no handler'))
const prevented = (name: string, details: object): boolean => {
  let isPrevented = false
  theWindow().webContents.emit(name, { ...details, preventDefault: () => void (isPrevented = true) })
  return isPrevented
}
const foreign = ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/', 'app://lantai.example.org/', `${'javascript'}:alert(1)`, 'data:text/html,x', 'blob:https://example.org/1', 'https://lantai/', 'not a url', '']

describe("Electron's security list", () => {
  it('1 only secure content: the window loads the desk by its own scheme and nothing from a network', () => {
    expect(theWindow().loaded.every((url) => url === 'app://lantai/')).toBe(true)
    for (const url of ['https://example.org/a.js', 'http://127.0.0.1/', 'ws://example.org/', 'ftp://example.org/', 'file:///etc/passwd']) {
      expect(mayLoad(url), url).toBe(false)
      let answer: { cancel?: boolean } = {}
      desk().set['onBeforeRequest']?.(...([{ url }, (given: typeof answer) => (answer = given)] as never[]))
      expect(answer.cancel, url).toBe(true)
    }
    expect(mayLoad('app://lantai/assets/main.js')).toBe(true)
  })

  it('2 no Node in pages', () => {
    expect(theWindow().options.webPreferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false })
  })

  it('3 context isolation', () => {
    expect(theWindow().options.webPreferences['contextIsolation']).toBe(true)
  })

  it('4 sandbox, for the window and for every process there will be', () => {
    expect(theWindow().options.webPreferences['sandbox']).toBe(true)
    expect(done.indexOf('sandbox')).toBeGreaterThanOrEqual(0)
    expect(done.indexOf('sandbox')).toBeLessThan(done.indexOf('ready'))
  })

  it.each(['persist:desk', 'printing'])('5 every permission is denied, asked for or looked up (%s)', (name) => {
    const { set } = session(name)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'hid', 'serial', 'usb']) {
      const reply = vi.fn()
      set['permissionRequest']?.(...([{}, permission, reply, {}] as never[]))
      expect(reply).toHaveBeenCalledExactlyOnceWith(false)
      expect(set['permissionCheck']?.(...([{}, permission, 'app://lantai', {}] as never[]))).toBe(false)
    }
    expect(set['device']?.(...([{ deviceType: 'usb' }] as never[]))).toBe(false)
    const media = vi.fn()
    set['displayMedia']?.(...([{}, media] as never[]))
    expect(media).toHaveBeenCalledExactlyOnceWith({})
  })

  it('6 web security stays on', () => {
    expect(theWindow().options.webPreferences['webSecurity']).toBe(true)
    expect(sources.join('')).not.toMatch(/disable-web-security|appendSwitch/)
  })

  it('7 a content security policy on every answer of the scheme, without inline and without foreign hosts', async () => {
    for (const [path, init] of [['/'], ['/marriages/1'], ['/missing.js'], ['/%'], ['/', { method: 'POST' }], ['/api/office'], ['/api/no-such-route'], ['/api/session', { method: 'POST', body: '{' }]] as [string, RequestInit?][]) {
      expect((await ask(path, init)).headers.get('content-security-policy'), path).toBe(contentSecurityPolicy)
    }
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
    for (const part of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(contentSecurityPolicy.split('; ')).toContain(part)
  })

  it('8 no insecure content', () => {
    expect(theWindow().options.webPreferences['allowRunningInsecureContent']).toBe(false)
  })

  it('9 no experimental features', () => {
    expect(theWindow().options.webPreferences['experimentalFeatures']).toBe(false)
  })

  it('10 no Blink features switched on', () => {
    expect(theWindow().options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  it('11 no webview tag, hence no pop-ups of one', () => {
    expect(theWindow().options.webPreferences['webviewTag']).toBe(false)
    expect(sources.join('')).not.toContain('allowpopups')
  })

  it('12 a webview is refused whatever its options', () => {
    expect(prevented('will-attach-webview', { src: 'app://lantai/' })).toBe(true)
  })

  it.each(foreign)('13 no navigation to %j', (url) => {
    expect(isDeskUrl(url)).toBe(false)
    expect(prevented('will-navigate', { url, isMainFrame: true })).toBe(true)
    expect(prevented('will-redirect', { url, isMainFrame: true })).toBe(true)
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true)
    expect(prevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
  })

  it('13 navigation within the desk stays possible, and a frame may show a paper of the desk', () => {
    expect(prevented('will-navigate', { url: 'app://lantai/marriages', isMainFrame: true })).toBe(false)
    const paper = 'blob:app://lantai/3c0e8a52-0000-4000-8000-000000000000'
    expect(isFrameUrl(paper)).toBe(true)
    expect(prevented('will-frame-navigate', { url: paper, isMainFrame: false })).toBe(false)
    expect(prevented('will-frame-navigate', { url: paper, isMainFrame: true })).toBe(true)
  })

  it('14 no new window', () => {
    for (const url of [...foreign, 'app://lantai/', 'about:blank']) expect(theWindow().webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
  })

  it('15 openExternal is never called', () => {
    expect(sources.join('')).not.toMatch(/openExternal|openPath|\bshell\b\s*[,}]/)
  })

  it('16 a current Electron, and none older is started', () => {
    expect(Number.parseInt(packageFile.devDependencies.electron.replace('^', ''), 10)).toBeGreaterThanOrEqual(oldestElectron)
  })

  it.each(['lantai:printers', 'lantai:print', 'lantai:save'])('17 %s serves the desk in the top frame of the window only', async (channel) => {
    const { webContents } = theWindow()
    const serve = served.get(channel) ?? (() => Promise.reject(new Error(`no ${channel}`)))
    const strangers = [
      { sender: {}, senderFrame: webContents.mainFrame },
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: { url: 'app://lantai/' } },
    ]
    for (const event of strangers) expect(await serve(event)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const here = webContents.mainFrame.url
    webContents.mainFrame.url = 'https://example.org/'
    expect(await serve({ sender: webContents, senderFrame: webContents.mainFrame })).toMatchObject({ error: { code: 'forbidden' } })
    webContents.mainFrame.url = here
    const known = await serve({ sender: webContents, senderFrame: webContents.mainFrame }, channel === 'lantai:printers' ? undefined : { more: 1 })
    expect(known).toMatchObject(channel === 'lantai:printers' ? { ok: true, value: [{ name: 'office', displayName: 'Office', description: '' }] } : { ok: false, error: { code: 'malformed' } })
  })

  it('18 a scheme of its own, never file://', async () => {
    expect(schemes).toEqual([{ scheme: 'app', privileges }])
    expect(done.indexOf('schemes')).toBeLessThan(done.indexOf('ready'))
    expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true, stream: true, bypassCSP: false, allowServiceWorkers: false, corsEnabled: false })
    expect(sources.join('').replaceAll('`file://`', '')).not.toMatch(/loadFile|file:\/\//)
    expect((await desk().handlers.get('app')?.(new Request('app://other/')))?.status).toBe(404)
    expect(sessions.has('')).toBe(false)
  })

  it('19 fuses: every one is set, and the dangerous ones are off', () => {
    const wires = Object.values(FuseV1Options).filter((value) => typeof value === 'number')
    for (const wire of wires) expect(typeof fuses[wire], FuseV1Options[wire]).toBe('boolean')
    expect(fuses.strictlyRequireAllFuses).toBe(true)
    const on = wires.filter((wire) => fuses[wire]).map((wire) => FuseV1Options[wire])
    expect(on.sort()).toEqual(['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar', 'WasmTrapHandlers'])
  })

  it('20 the page gets named functions, none of Electron: no channel, no event, no module', async () => {
    const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
    const invoke = vi.fn(async () => ({ ok: true }))
    vi.doMock('electron/renderer', () => ({ contextBridge: { exposeInMainWorld: (world: string, functions: (typeof exposed)[string]) => void (exposed[world] = functions) }, ipcRenderer: { invoke } }))
    await import('../../../electron/preload.ts')
    expect(Object.keys(exposed)).toEqual(['lantai'])
    const lantai = exposed['lantai'] ?? {}
    expect(Object.keys(lantai).sort()).toEqual(['print', 'printers', 'save'])
    for (const call of Object.values(lantai)) await call('lantai:other', 'lantai:other')
    // What the page says never becomes the name of a channel.
    expect(invoke.mock.calls.map(([channel]: unknown[]) => channel).sort()).toEqual(['lantai:print', 'lantai:printers', 'lantai:save'])
  })
})

describe('the desktop shell beside the list', () => {
  it('has developer tools only where it is not packaged', () => {
    expect(webPreferences('preload.cjs', true).devTools).toBe(false)
    expect(webPreferences('preload.cjs', false).devTools).toBe(true)
  })

  it('asks no foreign host for dictionaries', () => {
    expect(theWindow().options.webPreferences['spellcheck']).toBe(false)
  })

  it('is one instance', () => {
    expect(done[0]).toBe('lock')
  })

  it('takes downloads of papers made in the page and no others', () => {
    for (const [url, isRefused] of [['blob:app://lantai/1', false], ['https://example.org/a.exe', true], ['blob:https://example.org/1', true], ['data:text/plain,x', true]] as const) {
      const preventDefault = vi.fn()
      desk().emit('will-download', { preventDefault }, { getURL: () => url })
      expect(preventDefault.mock.calls.length === 1, url).toBe(isRefused)
    }
  })

  it('opens the register of the folder it was given', async () => {
    const office = await ask('/api/office')
    expect(office.headers.get('content-type')).toContain('json')
    expect(globSync('*', { cwd: data })).toContain('register.sqlite')
  })
})
