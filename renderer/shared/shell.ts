/**
 * What the shell around the page can do: the desktop shell prints to a chosen printer and asks where to save (`window.lantai`, api/schemas/desktop.ts);
 * in a browser papers are printed by the browser's own dialog and saved as downloads.
 */
import { useQuery } from '@tanstack/react-query'
import type { Printer } from '../../api/schemas/desktop.ts'
import type { Text } from '../../domain/text.ts'

/** True in the desktop shell. */
export const inDesktopShell = (): boolean => window.lantai !== undefined

/** A refusal of the desktop shell, in words. */
export class ShellFailure extends Error {
  readonly text: Text
  constructor(text: Text) {
    super(text.en)
    this.name = 'ShellFailure'
    this.text = text
  }
}

const valueOf = <T>(reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: Text } }): T => {
  if (reply.ok) return reply.value
  throw new ShellFailure(reply.error.message)
}

/** The printers of this machine; none in a browser, which does not tell. */
export const usePrinters = () =>
  useQuery<readonly Printer[]>({ queryKey: ['printers of the machine'], queryFn: async () => (window.lantai === undefined ? [] : valueOf(await window.lantai.printers())), staleTime: 60_000, enabled: inDesktopShell() })

const points = 72 / 25.4 // PDF points a millimetre

/** Size of the first sheet of a PDF in mm; A4 if the file does not say it plainly. */
export const sheetOf = (pdf: Uint8Array): { readonly width: number; readonly height: number } => {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(new TextDecoder('latin1').decode(pdf))
  const millimetres = (value: string | undefined): number => Math.round((Number(value) / points) * 100) / 100
  return box === null ? { width: 210, height: 297 } : { width: millimetres(box[1]), height: millimetres(box[2]) }
}

/** Prints a paper to a printer of this machine without a dialog, at true size; throws ShellFailure. */
export const printTo = async (paper: Blob, printer: string): Promise<void> => {
  if (window.lantai === undefined) throw new Error('no desktop shell')
  const pdf = new Uint8Array(await paper.arrayBuffer())
  valueOf(await window.lantai.print({ pdf, printer, sheet: sheetOf(pdf) }))
}

/** Saves a file: asks where in the desktop shell, a download in a browser. False if it was cancelled. */
export const saveFile = async (file: Blob, name: string): Promise<boolean> => {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
  if (window.lantai !== undefined) return valueOf(await window.lantai.save({ bytes: new Uint8Array(await file.arrayBuffer()), name: safe }))
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = safe
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return true
}

export interface DeskShell {
  /** Prints a paper to the printer named (else the machine's first) without a dialog; throws ShellFailure. Undefined in a browser. */
  readonly print?: (paper: Blob, options: { readonly name: string; readonly printer?: string }) => Promise<boolean>
}

/** The shell's own ways, for pages that print without a preview. */
export const deskShell: DeskShell =
  typeof window === 'undefined' || window.lantai === undefined
    ? {}
    : {
        print: async (paper, { printer }) => {
          const printers = window.lantai === undefined ? [] : valueOf(await window.lantai.printers())
          const target = printers.find((one) => one.name === printer) ?? printers[0]
          if (target === undefined) throw new ShellFailure({ zh: '这台机器上没有打印机。请接好打印机，或用“另存”保存文书。', en: 'This machine has no printer. Connect one, or save the paper instead.' })
          await printTo(paper, target.name)
          return true
        },
      }
