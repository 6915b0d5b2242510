/**
 * A paper of the api on the screen: fetched with the session's token, shown as the paper itself, with 打印 and 另存.
 *   <PdfPreview route="getMarriagePaper" args={{ params: { id, paper }, query: { party: '0' } }} name="结婚证-男方.pdf" onPrinted={() => record.mutate(…)} />
 * `args` undefined: nothing is fetched yet. In the desktop shell it prints to the printer chosen, without a dialog; in a browser the browser's own dialog opens.
 */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ApiFailure, Args, Reply, RouteId } from './client.ts'
import { call } from './client.ts'
import { useWords } from './i18n.ts'
import { FailurePanel, Waiting } from './Page.tsx'
import { inDesktopShell, printTo, saveFile, usePrinters } from './shell.ts'
import { shared } from './words.ts'

/** Every route that answers with a file. */
export type PaperRoute = { [Id in RouteId]: Reply<Id> extends Blob ? Id : never }[RouteId]

export interface PdfPreviewProps<Id extends PaperRoute> {
  readonly route: Id
  readonly args: Args<Id> | undefined
  /** The name the paper is saved under. */
  readonly name: string
  readonly title?: string
  /** The paper has gone to a printer, or to the browser's dialog. */
  readonly onPrinted?: () => void
  /** The printer chosen at first. */
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

export const PdfPreview = <Id extends PaperRoute>({ route, args, name, title, onPrinted, printer, height = 560, version }: PdfPreviewProps<Id>) => {
  const t = useWords(shared)
  const paper = usePaper(route, args, version)
  const printers = usePrinters()
  const frame = useRef<HTMLIFrameElement>(null)
  const [address, setAddress] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (paper.data === undefined) return
    const made = URL.createObjectURL(new Blob([paper.data], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [paper.data])
  if (args === undefined) return null
  const target = chosen ?? printers.data?.find((one) => one.name === printer)?.name ?? printers.data?.[0]?.name
  const print = async (): Promise<void> => {
    if (paper.data === undefined) return
    setFailure(null)
    try {
      if (inDesktopShell() && target !== undefined) await printTo(paper.data, target)
      // A browser driven by a program has no dialog to show, and headless Chromium ends the whole page over it.
      else if (!navigator.webdriver) frame.current?.contentWindow?.print()
      onPrinted?.()
    } catch (error) {
      setFailure(error)
    }
  }
  const save = (): void => {
    if (paper.data !== undefined) saveFile(paper.data, name).catch(setFailure)
  }
  return (
    <div className="paper-preview">
      <div className="paper-acts">
        <Button size="small" disabled={paper.data === undefined} onClick={() => void print()}>
          {t('print')}
        </Button>
        {printers.data !== undefined && printers.data.length > 0 && (
          <select className="plain-select" aria-label={t('printer')} value={target} onChange={(event) => setChosen(event.target.value)}>
            {printers.data.map((one) => (
              <option key={one.name} value={one.name}>
                {one.displayName}
              </option>
            ))}
          </select>
        )}
        <Button size="small" disabled={paper.data === undefined} onClick={save}>
          {t('save')}
        </Button>
      </div>
      <FailurePanel failure={paper.error ?? failure} onRetry={() => void paper.refetch()} />
      {paper.isFetching && paper.data === undefined && <Waiting words={t('papersMaking')} />}
      {address !== '' && <iframe ref={frame} className="paper-frame" title={title ?? t('paper')} src={`${address}#toolbar=0&navpanes=0&view=FitH`} style={{ height }} />}
    </div>
  )
}
