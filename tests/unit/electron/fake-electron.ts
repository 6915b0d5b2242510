import { EventEmitter } from 'node:events'

type Listener = (...args: never[]) => unknown

export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = { handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => void this.handlers.set(scheme, handler) }
  readonly set: Record<string, Listener> = {}
  readonly webRequest = { onBeforeRequest: (listener: Listener): void => void (this.set['onBeforeRequest'] = listener) }
  setPermissionRequestHandler = (handler: Listener): void => void (this.set['permissionRequest'] = handler)
  setPermissionCheckHandler = (handler: Listener): void => void (this.set['permissionCheck'] = handler)
  setDevicePermissionHandler = (handler: Listener): void => void (this.set['device'] = handler)
  setDisplayMediaRequestHandler = (handler: Listener): void => void (this.set['displayMedia'] = handler)
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://lantai/' }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler = (handler: NonNullable<FakeContents['openHandler']>): void => void (this.openHandler = handler)
  getPrintersAsync = async () => [{ name: 'office', displayName: 'Office', description: '', options: { secret: 'x' } }]
  print(_options: unknown, done: (taken: boolean, reason: string) => void): void {
    done(false, 'no paper')
  }
}

/** What the main process did to Electron, in the order it did it. */
export const done: string[] = []
export const windows: FakeWindow[] = []
export const sessions = new Map<string, FakeSession>()
export const served = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>()
export const schemes: unknown[] = []

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  readonly options: { webPreferences: Record<string, unknown>; show?: boolean }
  constructor(options: FakeWindow['options']) {
    super()
    this.options = options
    done.push('window')
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (url: string): Promise<void> => void this.loaded.push(url)
  isMinimized = (): boolean => false
  focus = (): void => undefined
  destroy = (): void => undefined
}

class FakeApp extends EventEmitter {
  isPackaged = false
  whenReady = async (): Promise<void> => void done.push('ready')
  requestSingleInstanceLock = (): boolean => done.push('lock') > 0
  getPath = (): string => '/nowhere'
  enableSandbox = (): void => void done.push('sandbox')
  quit = (): void => void done.push('quit')
  exit = (code: number): void => void done.push(`exit ${String(code)}`)
}
export const app = new FakeApp()
export { FakeWindow as BrowserWindow }
export const session = {
  fromPartition: (name: string): FakeSession => {
    const found = sessions.get(name) ?? new FakeSession()
    sessions.set(name, found)
    return found
  },
}
export const protocol = { registerSchemesAsPrivileged: (given: unknown[]): void => void (done.push('schemes'), schemes.push(...given)) }
export const Menu = { setApplicationMenu: (): void => undefined, buildFromTemplate: (): unknown => ({}) }
export const dialog = { showErrorBox: (): void => void done.push('error box'), showSaveDialog: async () => ({ canceled: true, filePath: '' }) }
export const ipcMain = { handle: (channel: string, listener: (event: unknown, ...args: unknown[]) => Promise<unknown>): void => void served.set(channel, listener) }
