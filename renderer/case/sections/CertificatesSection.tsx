import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PaperLine } from '../../../api/schemas/case.ts'
import { normaliseSerial } from '../../../domain/serials.ts'
import { Field } from '../../shared/Field.tsx'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { FailurePanel } from '../../shared/Page.tsx'
import { PdfPreview } from '../../shared/PdfPreview.tsx'
import { useRoute } from '../../shared/query.ts'
import { SecondPersonDialog } from '../../shared/SecondPersonDialog.tsx'
import { useCouplePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { moment } from '../moments.ts'
import type { AnyWindow, CaseReply } from '../spec.ts'
import { actKind } from '../spec.ts'
import { allPrinted, paperArgs, papersNamed, recordPrinted } from '../papers.ts'

/** Kind of blanks in stock that the certificates of a case are printed on. */
export const blanksOf = (spec: Pick<AnyWindow, 'blanks'>, current: CaseReply | undefined): 'marriage' | 'divorce' => (typeof spec.blanks === 'function' ? spec.blanks(current) : (spec.blanks ?? 'marriage'))

/** A booklet was spoiled: the next blank takes its place, with a reason and a second person. */
const SpoiledDialog = ({ party, onClose }: { readonly party: 0 | 1; readonly onClose: () => void }) => {
  const t = useCaseWords()
  const { desk, spec } = useCouplePlace()
  const { current } = useCaseView(desk)
  const next = useRoute('nextBlanks', { query: { type: blanksOf(spec, current), count: 1 } }, { fresh: 0 })
  const [typed, setTyped] = useState<string>()
  const serial = normaliseSerial(typed ?? next.data?.serials[0] ?? '')
  if (current === undefined) return null
  return (
    <SecondPersonDialog
      title={t('spoiledTitle', { party: t(`party.${party}`) })} verb={t('spoiled')} danger ready={serial !== ''} onCancel={onClose} onDone={onClose}
      act={(given) => desk.sendNow('reprint', { party, serial, ...given })}
    >
      <p>{t('spoiledNote', { serial: current.serials[party] })}</p>
      <Field path="serial" label={t('newSerial')} required>
        <Input className="mono" value={typed ?? next.data?.serials[0] ?? ''} maxLength={20} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </SecondPersonDialog>
  )
}

export const CertificatesSection = () => {
  const t = useCaseWords()
  const { desk, spec, preview, may, printing } = useCouplePlace()
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
      await recordPrinted(spec, current.id, paper, 'whole', printing.printer)
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
                {current.acts.includes(actKind(spec, 'reprinted')) && <Button size="small" tabIndex={-1} onClick={() => setSpoiled(party)}>{t('spoiled')}</Button>}
              </header>
              <p className="quiet">{paper.printed.length === 0 ? t('loadBlank', { serial: current.serials[party] }) : paper.printed.map((printed) => t('printedAt', { who: printed.by, at: moment(printed.at) })).join(' · ')}</p>
              <PdfPreview route={spec.routes.paper as 'getMarriagePaper'} args={paperArgs(current.id, paper, printing, 'whole')} name={`${current.number}-${String(party + 1)}.pdf`} title={t('certificateOf', { party: t(`party.${party}`) })} height={400} version={`${current.serials[party]} ${String(current.state)}`} {...(may('case.print') && { onPrinted: () => void printed(paper) })} />
            </section>
          )
        })}
      </div>
      <FailurePanel failure={failure} />
      {spoiled !== undefined && <SpoiledDialog party={spoiled} onClose={() => setSpoiled(undefined)} />}
    </div>
  )
}
