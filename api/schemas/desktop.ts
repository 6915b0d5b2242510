import { z } from 'zod'

/** What the desktop shell can do and a page cannot. In the browser shell `window.lantai` is not there: the page prints and saves by the browser's own means. */
export interface DesktopBridge {
  /** The printers this machine knows. */
  printers(): Promise<BridgeReply<Printer[]>>
  /** Prints a PDF at true size to the printer named, without a dialog; resolves when the system has taken the job. */
  print(job: PrintJob): Promise<BridgeReply<true>>
  /** Asks where to save and writes the file; `false` if the clerk cancelled. */
  save(file: SaveFile): Promise<BridgeReply<boolean>>
}

/** Errors cross the bridge as values; the message is in both languages. */
export type BridgeReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: 'malformed' | 'forbidden' | 'unknown_printer' | 'not_printed' | 'storage'; readonly message: { readonly zh: string; readonly en: string } } }

const largest = 256 * 1024 * 1024

const Bytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= largest)

const startsLikePdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'

export const Printer = z.strictObject({ name: z.string(), displayName: z.string(), description: z.string() })
export type Printer = z.infer<typeof Printer>

export const PrintJob = z.strictObject({
  pdf: Bytes.refine(startsLikePdf),
  /** The name of a printer as given by `printers()`. */
  printer: z.string().min(1).max(300),
  /** Size of the sheet in millimetres. */
  sheet: z.strictObject({ width: z.number().min(40).max(1200), height: z.number().min(40).max(1200) }),
  copies: z.int().min(1).max(50).default(1),
  sides: z.enum(['simplex', 'longEdge', 'shortEdge']).default('simplex'),
})
export type PrintJob = z.input<typeof PrintJob>

export const SaveFile = z.strictObject({
  bytes: Bytes,
  /** File name offered; no folder. */
  name: z.string().min(1).max(150).regex(/^[^\\/:*?"<>|\p{Cc}]+\.(pdf|csv|json|txt|xlsx|ofd|png)$/u),
})
export type SaveFile = z.infer<typeof SaveFile>

declare global {
  interface Window {
    /** Present in the desktop shell only. */
    readonly lantai?: DesktopBridge
  }
}
