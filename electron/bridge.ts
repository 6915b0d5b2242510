import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { Printer, PrintJob, SaveFile, type BridgeReply } from '../api/schemas/desktop.ts'
import { channels } from './channels.ts'
import { isDeskUrl } from './security.ts'

type BridgeError = Extract<BridgeReply<unknown>, { ok: false }>['error']

const failed = (code: BridgeError['code'], zh: string, en: string): { ok: false; error: BridgeError } => ({ ok: false, error: { code, message: { zh, en } } })

/** Only the desk in the window's own top frame is served. */
export const isTrusted = (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, window: BrowserWindow): boolean =>
  event.sender === window.webContents && event.senderFrame !== null && event.senderFrame === window.webContents.mainFrame && isDeskUrl(event.senderFrame.url)

export interface BridgeParts {
  readonly ipc: IpcMain
  readonly window: BrowserWindow
  readonly dialog: Dialog
  /** Prints without a dialog; rejects with the system's reason. */
  readonly print: (job: z.output<typeof PrintJob>) => Promise<void>
}

/** Serves the three functions that the preload script offers; each checks who asks, what goes in and what comes out. */
export const serveBridge = ({ ipc, window, dialog, print }: BridgeParts): void => {
  const serve = <In, Out>(channel: string, input: z.ZodType<In>, output: z.ZodType<Out>, work: (value: In) => Promise<BridgeReply<Out>>): void => {
    ipc.handle(channel, async (event, raw: unknown): Promise<BridgeReply<Out>> => {
      if (!isTrusted(event, window)) return failed('forbidden', '只有本系统的页面可以使用此功能。', 'Only the desk itself may do this.')
      const parsed = input.safeParse(raw)
      if (!parsed.success) return failed('malformed', '请求的内容有误。', `The request is malformed: ${z.prettifyError(parsed.error)}`)
      const reply = await work(parsed.data)
      return reply.ok ? { ok: true, value: output.parse(reply.value) } : reply
    })
  }

  const printers = async (): Promise<Printer[]> => (await window.webContents.getPrintersAsync()).map(({ name, displayName, description }) => ({ name, displayName, description }))

  serve(channels.printers, z.undefined(), z.array(Printer), async () => ({ ok: true, value: await printers() }))

  serve(channels.print, PrintJob, z.literal(true), async (job) => {
    if (!(await printers()).some(({ name }) => name === job.printer)) return failed('unknown_printer', `本机没有打印机「${job.printer}」。`, `This machine has no printer ${job.printer}.`)
    try {
      await print(job)
      return { ok: true, value: true }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return failed('not_printed', `打印机「${job.printer}」未接受打印任务:${reason}`, `The printer ${job.printer} did not take the job: ${reason}`)
    }
  })

  serve(channels.save, SaveFile, z.boolean(), async ({ bytes, name }) => {
    const extension = name.slice(name.lastIndexOf('.') + 1)
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name, filters: [{ name: extension.toUpperCase(), extensions: [extension] }], properties: ['showOverwriteConfirmation'] })
    if (canceled || filePath === '') return { ok: true, value: false }
    try {
      await writeFile(filePath, bytes)
      return { ok: true, value: true }
    } catch (error) {
      return failed('storage', '文件未能保存:磁盘已满、只读或无权限。', `The file could not be saved: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
    }
  })
}
