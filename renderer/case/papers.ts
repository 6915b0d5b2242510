import type { PaperLine } from '../../api/schemas/case.ts'
import { call } from '../shared/client.ts'
import { inDesktopShell, printTo } from '../shared/shell.ts'
import type { AnyWindow, CaseReply } from './spec.ts'
import { send } from './spec.ts'

/** How certificates are printed at this office, and on which printer. */
export interface Printing {
  readonly mode: 'whole' | 'overprint'
  readonly printer: string
}

/** The papers of a case of one kind that can be printed now. */
export const papersNamed = (current: Pick<CaseReply, 'papers'>, name: string): readonly PaperLine[] => current.papers.filter((paper) => paper.ready && paper.paper.endsWith(`.${name}`))
/** Of papers that are made for a number each, only the last: what was reissued or taken back stays behind its own line. */
export const latest = (papers: readonly PaperLine[]): readonly PaperLine[] => papers.filter(({ number }, index) => number === undefined || !papers.slice(index + 1).some((later) => later.paper === papers[index]?.paper && later.party === papers[index]?.party))
/** The papers of one number. */
export const papersOfNumber = (current: Pick<CaseReply, 'papers'>, number: string): readonly PaperLine[] => current.papers.filter((paper) => paper.ready && paper.number === number)
/** Says whether every paper of a kind has been printed. */
export const allPrinted = (current: Pick<CaseReply, 'papers'> | undefined, name: string): boolean => {
  const lines = current === undefined ? [] : papersNamed(current, name)
  return lines.length > 0 && lines.every((line) => line.printed.length > 0)
}

const isCertificate = (paper: Pick<PaperLine, 'paper'>): boolean => paper.paper.endsWith('.certificate')

/** What tells a paper of a case from its others. */
type PaperName = Pick<PaperLine, 'paper' | 'party' | 'number'>
/** Key of a paper of a case. */
export const paperKey = (paper: PaperName): string => `${paper.paper} ${String(paper.party ?? '')} ${paper.number ?? ''}`
const which = ({ party, number }: PaperName) => ({ ...(party === undefined ? {} : { party }), ...(number === undefined ? {} : { number }) })

/** What a paper is fetched with: certificates in the office's way of printing, all others as whole pages. */
export const paperArgs = (caseId: string, paper: PaperName, printing: Printing, mode: 'whole' | 'overprint' = isCertificate(paper) ? printing.mode : 'whole') => ({
  params: { id: caseId, paper: paper.paper },
  query: { ...(paper.party === undefined ? {} : { party: paper.party === 0 ? ('0' as const) : ('1' as const) }), ...(paper.number === undefined ? {} : { number: paper.number }), mode, ...(mode === 'overprint' && printing.printer !== '' ? { printer: printing.printer } : {}) },
})

const openDialog = (pdf: Blob): Promise<void> =>
  new Promise((resolve) => {
    const address = URL.createObjectURL(pdf)
    const frame = document.createElement('iframe')
    frame.hidden = true
    const done = () => {
      setTimeout(() => {
        frame.remove()
        URL.revokeObjectURL(address)
      }, 60_000)
      resolve()
    }
    frame.addEventListener('load', () => {
      try {
        frame.contentWindow?.focus()
        frame.contentWindow?.print()
      } finally {
        done()
      }
    })
    // A browser without a viewer for papers never loads the frame; the preview beside it can still be saved.
    setTimeout(done, 3000)
    frame.src = address
    document.body.append(frame)
  })

/** Prints a paper on the office's printer where the shell can, else through the browser's own dialog. Throws ShellFailure. */
const printOne = async (pdf: Blob, printer: string): Promise<void> => {
  if (inDesktopShell()) {
    const known = await window.lantai?.printers()
    const names = known?.ok === true ? known.value.map((one) => one.name) : []
    const target = names.includes(printer) ? printer : names[0]
    if (target !== undefined) return printTo(pdf, target)
  }
  // A browser driven by a program has no dialog to show, and headless Chromium ends the whole page over it.
  if (!navigator.webdriver) void openDialog(pdf)
}

/** Puts one printing on record. */
export const recordPrinted = (spec: Pick<AnyWindow, 'routes'>, caseId: string, paper: PaperName, mode: 'whole' | 'overprint', printer: string) =>
  send(spec.routes.printed, { params: { id: caseId }, body: { paper: paper.paper, mode, printer, ...which(paper) } })

/** Prints papers of a case and records each printing. Whole pages go out as one document, overprinted booklets one by one. Throws ApiFailure or ShellFailure. */
export const printPapers = async (spec: Pick<AnyWindow, 'routes'>, caseId: string, papers: readonly PaperLine[], printing: Printing): Promise<void> => {
  const modeOf = (paper: PaperLine) => (isCertificate(paper) ? printing.mode : 'whole')
  const whole = papers.filter((paper) => modeOf(paper) === 'whole')
  const single = papers.filter((paper) => modeOf(paper) === 'overprint')
  const record = (paper: PaperLine) => recordPrinted(spec, caseId, paper, modeOf(paper), printing.printer)
  if (whole.length > 0) {
    const [only] = whole
    const pdf = whole.length === 1 && only !== undefined ? await send<Blob>(spec.routes.paper, paperArgs(caseId, only, printing)) : await call('batchPapers', { body: { papers: whole.map((paper) => ({ id: caseId, paper: paper.paper, ...which(paper) })) } })
    await printOne(pdf, printing.printer)
    for (const paper of whole) await record(paper)
  }
  for (const paper of single) {
    await printOne(await send<Blob>(spec.routes.paper, paperArgs(caseId, paper, printing)), printing.printer)
    await record(paper)
  }
}

