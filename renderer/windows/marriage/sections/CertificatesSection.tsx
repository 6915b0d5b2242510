import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PaperLine } from '../../../../api/schemas/marriage.ts'
import { normaliseSerial } from '../../../../domain/serials.ts'
import { call } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { FailurePanel } from '../../../shared/Page.tsx'
import { PdfPreview } from '../../../shared/PdfPreview.tsx'
import { useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useCasePlace, useCaseView, useSectionAct } from '../case/context.tsx'
import { moment } from '../moments.ts'
import type { Printing } from '../papers.ts'
import { allPrinted, paperArgs, papersNamed, recordPrinted } from '../papers.ts'
import { words } from '../words.ts'

/** A booklet was spoiled: the next blank takes its place, with a reason and a second person. */
const SpoiledDialog = ({ party, onClose }: { readonly party: 0 | 1; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { desk } = useCasePlace()
  const { current } = useCaseView(desk)
  const next = useRoute('nextBlanks', { query: { type: 'marriage', count: 1 } }, { fresh: 0 })
  const [typed, setTyped] = useState<string>()
  const serial = normaliseSerial(typed ?? next.data?.serials[0] ?? '')
  if (current === undefined) return null
  return (
    <SecondPersonDialog
      title={t('spoiledTitle', { party: t(`party.${party}`) })} verb={t('spoiled')} danger ready={serial !== ''} onCancel={onClose} onDone={onClose}
      act={async (given) => {
        const sent = desk.store.get()
        desk.settle(await call('reprintMarriage', { params: { id: current.id }, body: { revision: desk.view().current?.revision ?? current.revision, party, serial, ...given } }), sent)
      }}
    >
      <p>{t('spoiledNote', { serial: current.serials[party] })}</p>
      <Field path="serial" label={t('newSerial')} required>
        <Input className="mono" value={typed ?? next.data?.serials[0] ?? ''} maxLength={20} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </SecondPersonDialog>
  )
}

export const CertificatesSection = ({ printing }: { readonly printing: Printing }) => {
  const t = useWords(words)
  const { desk, preview, may } = useCasePlace()
  const { current } = useCaseView(desk)
  const [spoiled, setSpoiled] = useState<0 | 1>()
  const [failure, setFailure] = useState<unknown>()
  useSectionAct('certificates', () => {
    if (allPrinted(desk.view().current, 'certificate')) return true
    const now = desk.view().current
    if (now !== undefined && may('case.print')) preview(papersNamed(now, 'certificate'))
    return false
  })
  if (current === undefined) return null
  const printed = async (paper: PaperLine) => {
    try {
      await recordPrinted(current.id, paper, 'whole', printing.printer)
      await desk.refresh()
    } catch (error) {
      setFailure(error)
    }
  }
  const certificates = papersNamed(current, 'certificate')
  return (
    <div className="certificates">
      <div className="row">
        <Button type={allPrinted(current, 'certificate') ? 'default' : 'primary'} data-enter="" disabled={!may('case.print')} onClick={() => preview(certificates)}>{t('printBoth')} <KeyCap name="F8" /></Button>
        <span className="quiet">{printing.mode === 'overprint' ? t('overprint') : t('whole')}</span>
        <Button tabIndex={-1} onClick={() => preview(papersNamed(current, 'review'))}>{t('printReview')}</Button>
      </div>
      <div className="couple">
        {certificates.map((paper) => {
          const party = paper.party ?? 0
          return (
            <section key={party} className="party" aria-label={t('certificateOf', { party: t(`party.${party}`) })}>
              <header className="row">
                <h3>{t('certificateOf', { party: t(`party.${party}`) })}</h3>
                <span>{t('serial')} <b className="mono">{current.serials[party]}</b></span>
                <span className="spring" />
                {current.acts.includes('marriage.reprinted') && <Button size="small" tabIndex={-1} onClick={() => setSpoiled(party)}>{t('spoiled')}</Button>}
              </header>
              <p className="quiet">{paper.printed.length === 0 ? t('loadBlank', { serial: current.serials[party] }) : paper.printed.map((printed) => t('printedAt', { who: printed.by, at: moment(printed.at) })).join(' · ')}</p>
              <PdfPreview route="getMarriagePaper" args={paperArgs(current.id, paper, printing, 'whole')} name={`${current.number}-${String(party + 1)}.pdf`} title={t('certificateOf', { party: t(`party.${party}`) })} height={400} version={`${current.serials[party]} ${String(current.state)}`} {...(may('case.print') && { onPrinted: () => void printed(paper) })} />
            </section>
          )
        })}
      </div>
      <FailurePanel failure={failure} />
      {spoiled !== undefined && <SpoiledDialog party={spoiled} onClose={() => setSpoiled(undefined)} />}
    </div>
  )
}
