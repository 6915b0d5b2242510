import { join } from 'node:path'
import type { BrowserWindowConstructorOptions, Privileges, WebPreferences } from 'electron'

/** The desk's own scheme and its one origin; nothing is ever read by `file://` or from a network. */
export const scheme = 'app'
export const origin = `${scheme}://lantai`

/** Rights of the scheme: those of https, and no way around the content security policy. */
export const privileges: Privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true, bypassCSP: false, corsEnabled: false, allowServiceWorkers: false, allowExtensions: false }

/** Oldest Electron that still gets security fixes when this version of Lantai ships; an older one is not started. */
export const oldestElectron = 45

/** Preferences of the one window; each is written out so that no default can change it. */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The spelling checker would fetch dictionaries from a foreign host.
  spellcheck: false,
  // The PDF viewer that shows a paper counts as a plug-in.
  plugins: true,
  devTools: !isPackaged,
  partition: 'persist:desk',
})

export const windowOptions = (preload: string, isPackaged: boolean): BrowserWindowConstructorOptions => ({
  title: '兰台',
  width: 1366,
  height: 768,
  minWidth: 1024,
  minHeight: 640,
  autoHideMenuBar: true,
  backgroundColor: '#ffffff',
  webPreferences: webPreferences(preload, isPackaged),
})

/** The data folder asked for by `--data=DIR` or `--data DIR`; else one in the user's own application data. */
export const dataFolder = (argv: readonly string[], userData: string): string => {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const word = argv[at]
  const value = word === undefined ? undefined : word === '--data' ? argv[at + 1] : word.slice('--data='.length)
  return value === undefined || value === '' ? join(userData, 'register') : value
}
