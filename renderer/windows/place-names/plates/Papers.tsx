import { Button } from 'antd'
import { useState } from 'react'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import { useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from './words.ts'

export type PaperKind = 'plateCertificate' | 'plateNotice' | 'plateList' | 'concordance' | 'plateFaces'

/** Buttons of papers on the book, or on one number or document of it, each previewed before it is printed. */
export const Papers = ({ book, kinds, number = '' }: { readonly book: PlateBook; readonly kinds: readonly PaperKind[]; readonly number?: string }) => {
  const t = useWords(words)
  const { may } = useSession()
  const [open, setOpen] = useState<PaperKind>()
  const printed = useAct('recordPlatePrinted', { refresh: ['getPlateBook'] })
  const params = { id: book.entityId }
  const paper = `place-names.${open ?? ''}`
  if (!may('case.print')) return null
  return (
    <>
      {kinds.map((kind) => <Button key={kind} size="small" onClick={() => setOpen(kind)}>{t(`paper_${kind}`)}</Button>)}
      {open !== undefined && (
        <PaperDialog
          route="getPlatePaper" args={{ params: { ...params, paper }, query: number === '' ? {} : { number } }} name={`${t(`paper_${open}`)}-${book.name}.pdf`} title={`${t(`paper_${open}`)} · ${book.name}`} version={book.revision}
          onPrinted={() => printed.mutate({ params, body: { paper, number, printer: '' } })} onClose={() => setOpen(undefined)}
        />
      )}
      <FailurePanel failure={printed.error} />
    </>
  )
}
