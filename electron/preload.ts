import { contextBridge, ipcRenderer } from 'electron/renderer'
import type { DesktopBridge } from '../api/schemas/desktop.ts'
import { channels } from './channels.ts'

// The page gets these three functions and nothing of Electron; what they are given is checked by their schemas on the other side.
const bridge: DesktopBridge = {
  printers: () => ipcRenderer.invoke(channels.printers),
  print: (job) => ipcRenderer.invoke(channels.print, job),
  save: (file) => ipcRenderer.invoke(channels.save, file),
}

contextBridge.exposeInMainWorld('lantai', bridge)
