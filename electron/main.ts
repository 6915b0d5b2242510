/** The desktop shell: one window, the desk's own scheme, printing and the save dialog. No business in it. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { describeFailure } from '../api/desk.ts'
import { createApi } from '../api/index.ts'
import { serveBridge } from './bridge.ts'
import { dataFolder, oldestElectron, origin, privileges, scheme, windowOptions } from './options.ts'
import { preparePrinting, printSilently } from './printing.ts'
import { deskProtocol } from './protocol.ts'
import { confineAll, denyPermissions, keepOffTheNetwork } from './security.ts'

const openDesk = async (): Promise<void> => {
  const preload = join(import.meta.dirname, '..', 'preload', 'preload.cjs')
  const sample = process.argv.includes('--sample')
  const opening = createApi({ dataFolder: dataFolder(process.argv.slice(1), app.getPath('userData')), sample })

  const desk = session.fromPartition('persist:desk')
  denyPermissions(desk)
  keepOffTheNetwork(desk)
  desk.protocol.handle(scheme, deskProtocol(opening, join(import.meta.dirname, '..', 'renderer')))
  preparePrinting()

  const window = new BrowserWindow(windowOptions(preload, app.isPackaged))
  serveBridge({ ipc: ipcMain, window, dialog, print: (job) => printSilently(job, app.isPackaged) })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  let closing = false
  app.on('will-quit', (event) => {
    if (closing) return
    closing = true
    // The register is closed before the program ends; a register that never opened needs no closing.
    event.preventDefault()
    void opening.then((api) => api.close()).catch(() => undefined).finally(() => app.quit())
  })

  const failure = opening.then(
    () => undefined,
    (cause: unknown) => describeFailure(cause).message,
  )
  // Breaks off if the page is loaded anew below.
  await window.loadURL(`${origin}/`).catch(() => undefined)
  // Who started us need not doubt any longer that Electron runs here; the register may take its time.
  console.log('Lantai has its window')
  const message = await failure
  if (message !== undefined) {
    // The protocol now answers with what happened, in place of the desk.
    console.error(`${message.zh}\n${message.en}`)
    await window.loadURL(`${origin}/`)
    return
  }
  if (sample) console.log(JSON.stringify({ accounts: await (await opening).sampleAccounts() }))
  console.log(`Lantai is ready at ${origin}/`)
}

const refuse = (words: string): void => {
  console.error(words)
  dialog.showErrorBox('兰台 Lantai', words)
  app.exit(1)
}

if (Number.parseInt(process.versions.electron ?? '0', 10) < oldestElectron) {
  refuse(`Electron ${process.versions.electron ?? '?'} 已过时,需要 ${String(oldestElectron)} 或更新的版本。 This Electron is out of date: ${String(oldestElectron)} or newer is needed.`)
} else if (app.requestSingleInstanceLock()) {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
  confineAll(app)
  // No menu: the desk has its own keys. macOS needs one for the clipboard.
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
  app.whenReady().then(openDesk).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
} else {
  app.quit()
}
