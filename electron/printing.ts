import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { z } from 'zod'
import type { PrintJob } from '../api/schemas/desktop.ts'
import { origin, scheme, webPreferences } from './options.ts'
import { denyPermissions } from './security.ts'

const partition = 'printing'
const waiting = new Map<string, Uint8Array>()

/** Gives the hidden print windows a session of their own, that knows nothing but the papers waiting to be printed. */
export const preparePrinting = (): void => {
  const own = session.fromPartition(partition)
  denyPermissions(own)
  own.webRequest.onBeforeRequest((details, reply) => reply({ cancel: !/^(app|blob|chrome-extension):/.test(details.url) }))
  own.protocol.handle(scheme, (request) => {
    const pdf = waiting.get(new URL(request.url).pathname.slice(1))
    return pdf === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}

/** Prints a PDF at true size without a dialog; rejects with the system's reason if the printer does not take it. */
export const printSilently = async (job: z.output<typeof PrintJob>, isPackaged: boolean): Promise<void> => {
  const { preload: _none, ...preferences } = webPreferences('', isPackaged)
  const window = new BrowserWindow({ show: false, webPreferences: { ...preferences, partition } })
  const name = `${randomUUID()}.pdf`
  waiting.set(name, job.pdf)
  try {
    await window.loadURL(`${origin}/${name}`)
    await new Promise<void>((resolve, reject) => {
      window.webContents.print(
        {
          silent: true,
          deviceName: job.printer,
          copies: job.copies,
          duplexMode: job.sides,
          margins: { marginType: 'none' },
          scaleFactor: 100,
          // Micrometres.
          pageSize: { width: Math.round(job.sheet.width * 1000), height: Math.round(job.sheet.height * 1000) },
        },
        (taken, reason) => (taken ? resolve() : reject(new Error(reason))),
      )
    })
  } finally {
    waiting.delete(name)
    window.destroy()
  }
}
