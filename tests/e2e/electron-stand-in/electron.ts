/**
 * Stands in for the module `electron` where its binary is not to be had, so that the built main process runs, unchanged, under Node.
 * Its one window is a real Chromium page of the test: what the page asks for goes to the handler that the main process gave to
 * `protocol.handle`, what it loads and opens is asked of the main process's own guards, and what the preload script exposes is in the page.
 * What it cannot show: Chromium's sandbox and isolation, the app:// scheme itself, real printers and dialogs.
 */
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { runInThisContext } from 'node:vm'
import type { AddressInfo } from 'node:net'
import type { FromStandIn, Question } from './messages.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Listener = (...args: never[]) => unknown

/** Folder for what a user's machine would keep: profile, printed papers, saved files. */
const machine = process.env['LANTAI_STAND_IN'] ?? process.cwd()
const tell = (message: FromStandIn): void => void process.send?.(message)

/** An event as Electron gives it, that a listener can prevent. */
const preventable = <T extends object>(more: T): T & { defaultPrevented: boolean; preventDefault(): void } => {
  const event = { ...more, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  return event
}

class App extends EventEmitter {
  readonly isPackaged = false
  whenReady = (): Promise<void> => Promise.resolve()
  requestSingleInstanceLock = (): boolean => true
  getPath = (name: string): string => join(machine, name)
  enableSandbox = (): void => undefined
  exit = (code = 0): never => process.exit(code)
  quit(): void {
    const event = preventable({})
    this.emit('before-quit', event)
    this.emit('will-quit', event)
    if (!event.defaultPrevented) process.exit()
  }
}
export const app = new App()

class Session extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  readonly protocol = { handle: (scheme: string, handler: Handler): void => void this.handlers.set(scheme, handler) }
  beforeRequest: (details: { url: string }, reply: (answer: { cancel?: boolean }) => void) => void = (_details, reply) => reply({})
  readonly webRequest = { onBeforeRequest: (listener: Session['beforeRequest']): void => void (this.beforeRequest = listener) }
  setPermissionRequestHandler = (_handler: Listener): void => undefined
  setPermissionCheckHandler = (_handler: Listener): void => undefined
  setDevicePermissionHandler = (_handler: Listener): void => undefined
  setDisplayMediaRequestHandler = (_handler: Listener): void => undefined
  mayLoad = (url: string): Promise<boolean> => new Promise((resolve) => this.beforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)))
  /** Answers as the network of this session would. */
  async fetch(request: Request): Promise<Response> {
    const handler = this.handlers.get(new URL(request.url).protocol.slice(0, -1))
    if (handler === undefined || !(await this.mayLoad(request.url))) throw new Error(`net::ERR_BLOCKED_BY_CLIENT ${request.url}`)
    return handler(request)
  }
}
const sessions = new Map<string, Session>()
export const session = {
  fromPartition: (name: string): Session => {
    const found = sessions.get(name) ?? new Session()
    sessions.set(name, found)
    return found
  },
}
export const protocol = { registerSchemesAsPrivileged: (_schemes: unknown[]): void => undefined }
export const Menu = { setApplicationMenu: (_menu: unknown): void => undefined, buildFromTemplate: (template: unknown): unknown => template }
export const dialog = {
  showErrorBox: (title: string, words: string): void => console.error(`${title}: ${words}`),
  showSaveDialog: async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
    const folder = join(machine, 'saved')
    mkdirSync(folder, { recursive: true })
    return { canceled: false, filePath: join(folder, defaultPath) }
  },
}

const served = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
export const ipcMain = { handle: (channel: string, listener: (event: unknown, ...args: unknown[]) => unknown): void => void served.set(channel, listener) }

class WebContents extends EventEmitter {
  readonly session: Session
  readonly mainFrame = { url: '' }
  openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })
  constructor(own: Session) {
    super()
    this.session = own
  }
  setWindowOpenHandler = (handler: WebContents['openHandler']): void => void (this.openHandler = handler)
  getPrintersAsync = async () => [{ name: 'stand-in', displayName: 'Stand-in', description: '', options: {} }]
  /** The stand-in's printer lays the papers in a folder. */
  print(_options: unknown, done: (taken: boolean, reason: string) => void): void {
    void this.session
      .fetch(new Request(this.mainFrame.url))
      .then((response) => response.bytes())
      .then((bytes) => {
        const folder = join(machine, 'printed')
        mkdirSync(folder, { recursive: true })
        writeFileSync(join(folder, this.mainFrame.url.slice(this.mainFrame.url.lastIndexOf('/') + 1)), bytes)
        done(true, '')
      })
      .catch((error: unknown) => done(false, String(error)))
  }
}

interface WindowOptions {
  readonly show?: boolean
  readonly webPreferences: { readonly partition: string; readonly preload?: string }
}

export class BrowserWindow extends EventEmitter {
  static shown: BrowserWindow | undefined
  readonly webContents: WebContents
  private readonly options: WindowOptions
  worlds: Record<string, Record<string, (...args: unknown[]) => unknown>> = {}
  constructor(options: WindowOptions) {
    super()
    this.options = options
    this.webContents = new WebContents(session.fromPartition(options.webPreferences.partition))
    app.emit('web-contents-created', {}, this.webContents)
    if (options.show !== false) BrowserWindow.shown = this
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    if (this.options.show === false) return
    if (this.options.webPreferences.preload !== undefined) this.runPreload(this.options.webPreferences.preload)
    const names = Object.fromEntries(Object.entries(this.worlds).map(([world, functions]) => [world, Object.keys(functions)]))
    tell({ tell: 'window', url: url.replace(/^app:\/\/lantai/, await network(this.webContents.session)), worlds: names })
  }
  /** Runs the built preload script with the two modules of Electron that a sandboxed one may have. */
  private runPreload(path: string): void {
    const renderer = {
      contextBridge: { exposeInMainWorld: (world: string, functions: (typeof this.worlds)[string]) => void (this.worlds[world] = functions) },
      ipcRenderer: {
        invoke: async (channel: string, ...args: unknown[]) => {
          const listener = served.get(channel)
          if (listener === undefined) throw new Error(`No handler registered for '${channel}'`)
          return listener({ sender: this.webContents, senderFrame: this.webContents.mainFrame }, ...args)
        },
      },
    }
    const plain = createRequire(import.meta.url)
    const require = (name: string): unknown => (name.startsWith('electron') ? renderer : plain(name))
    ;(runInThisContext(`(function (require, exports, module) {${readFileSync(path, 'utf8')}\n})`, { filename: path }) as (...args: unknown[]) => void)(require, {}, { exports: {} })
  }
  isMinimized = (): boolean => false
  restore = (): void => undefined
  focus = (): void => undefined
  destroy = (): void => undefined
}

let bridge: Promise<string> | undefined
/** The way from the test's Chromium to the handlers of a session: a loopback address in the place of app://lantai. */
const network = (own: Session): Promise<string> => {
  bridge ??= new Promise((resolve) => {
    const server = createServer((incoming, outgoing) => {
      const headers = new Headers()
      for (const [name, value] of Object.entries(incoming.headers)) if (name !== 'host' && value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
      // What a custom scheme of Chromium does not send.
      for (const name of ['accept-encoding', 'connection', 'content-length']) headers.delete(name)
      if (headers.has('origin')) headers.set('origin', 'app://lantai')
      if (headers.has('referer')) headers.set('referer', 'app://lantai/')
      const body = incoming.method === 'GET' || incoming.method === 'HEAD' ? undefined : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>)
      const init: RequestInit & { duplex: 'half' } = { method: incoming.method ?? 'GET', headers, body: body ?? null, duplex: 'half' }
      own
        .fetch(new Request(`app://lantai${incoming.url ?? '/'}`, init))
        .then(async (response) => {
          outgoing.writeHead(response.status, [...response.headers].flat())
          if (response.body !== null) for await (const chunk of response.body) outgoing.write(chunk)
          outgoing.end()
        })
        .catch((error: unknown) => {
          console.error(error)
          outgoing.destroy()
        })
    })
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`))
  })
  return bridge
}

const answer = async (question: Question): Promise<unknown> => {
  const window = BrowserWindow.shown
  if (question.ask === 'quit') {
    app.emit('window-all-closed')
    return undefined
  }
  if (window === undefined) throw new Error('there is no window')
  switch (question.ask) {
    case 'invoke':
      return window.worlds[question.world]?.[question.name]?.(...question.args)
    case 'open':
      return window.webContents.openHandler({ url: question.url }).action === 'allow'
    case 'load': {
      const { url, isMainFrame } = question
      if (question.isNavigation) {
        const event = preventable({ url, isMainFrame })
        window.webContents.emit('will-frame-navigate', event)
        if (isMainFrame) window.webContents.emit('will-navigate', event)
        if (event.defaultPrevented) return false
      }
      return window.webContents.session.mayLoad(url)
    }
  }
}

process.on('message', (question: Question) => {
  void answer(question).then((value) => tell({ tell: 'answer', id: question.id, value }))
})
process.on('disconnect', () => app.quit())
