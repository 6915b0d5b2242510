/**
 * A paper of the api on the screen: fetched with the session's token, shown as the paper itself, with 打印 and 另存.
 *   <PdfPreview route="getMarriagePaper" args={{ params: { id, paper }, query: { party: '0' } }} name="结婚证-男方.pdf" onPrinted={() => record.mutate(…)} />
 * `args` undefined: nothing is fetched yet. Where the shell can print to a chosen printer (`window.lantai?.print`) it does; else the browser's own dialog opens.
 */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { call, type ApiFailure, type Args, type RouteId } from './client.ts'
import { deskShell } from './shell.ts'
import { useWords } from './i18n.ts'
import { FailurePanel, Waiting } from './Page.tsx'
import { shared } from './words.ts'

export type PaperRoute = Extract<RouteId, 'getMarriagePaper' | 'daySheet' | 'stockSheet' | 'calibrationSheet' | 'batchPapers'>

export interface PdfPreviewProps<Id extends PaperRoute> {
  readonly route: Id
  readonly args: Args<Id> | undefined
  /** The name the paper is saved under. */
  readonly name: string
  readonly title?: string
  readonly onPrinted?: () => void
  readonly printer?: string
  readonly height?: number | string
  /** Changes when the paper must be made anew. */
  readonly version?: string | number
}

/** Fetches a paper; the blob is dropped with the page. */
export const usePaper = <Id extends PaperRoute>(route: Id, args: Args<Id> | undefined, version: string | number = '') =>
  useQuery<Blob, ApiFailure>({
    queryKey: ['paper', route, args ?? {}, version],
    queryFn: ({ signal }) => (call as (id: Id, args: unknown, signal: AbortSignal) => Promise<Blob>)(route, args, signal),
    enabled: args !== undefined,
    staleTime: 30_000,
    gcTime: 60_000,
  })

/** Saves a blob as a file. */
export const saveBlob = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export const PdfPreview = <Id extends PaperRoute>({ route, args, name, title, onPrinted, printer, height = 560, version }: PdfPreviewProps<Id>) => {
  const t = useWords(shared)
  const paper = usePaper(route, args, version)
  const frame = useRef<HTMLIFrameElement>(null)
  const [address, setAddress] = useState('')
  useEffect(() => {
    if (paper.data === undefined) return
    const made = URL.createObjectURL(new Blob([paper.data], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [paper.data])
  if (args === undefined) return null
  const print = async (): Promise<void> => {
    if (paper.data === undefined) return
    const printed = await deskShell.print?.(paper.data, { name, ...(printer !== undefined && { printer }) })
    // A browser driven by a program has no dialog to show, and headless Chromium ends the whole page over it.
    if (printed === undefined && !navigator.webdriver) frame.current?.contentWindow?.print()
    if (printed !== false) onPrinted?.()
  }
  return (
    <div className="paper-preview">
      <div className="paper-acts">
        <Button size="small" disabled={paper.data === undefined} onClick={() => void print()}>
          {t('print')}
        </Button>
        <Button size="small" disabled={paper.data === undefined} onClick={() => paper.data !== undefined && saveBlob(paper.data, name)}>
          {t('save')}
        </Button>
      </div>
      <FailurePanel failure={paper.error} onRetry={() => void paper.refetch()} />
      {paper.isFetching && paper.data === undefined && <Waiting words={t('papersMaking')} />}
      {address !== '' && <iframe ref={frame} className="paper-frame" title={title ?? t('paper')} src={`${address}#toolbar=0&navpanes=0&view=FitH`} height={height} />}
    </div>
  )
}
