import { Button, Checkbox, Input } from 'antd'
import { memo, useId, useState } from 'react'
import type { SuppliedPaper } from '../../../domain/case/file.ts'
import { paperTypes } from '../../../domain/marriage/papers-required.ts'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { useSay } from '../../shared/i18n.ts'
import { useCasePlace, useCaseWords } from '../desk/context.tsx'
import { useFindings, useRequired } from '../form/findings.ts'
import { Answers, Note } from '../form/fields.tsx'
import { useField } from '../form/store.ts'
import type { CoupleFile, PaperedFile, SuppliedKinds, WantedPaper } from '../spec.ts'
import { getSupplied } from '../spec.ts'
import { useStored } from './files.tsx'
import { ScanDrop } from './ScanDrop.tsx'

/** A paper as it stands when it is ticked: an identity paper carries number and validity over from the block above. */
export const paperOf = (file: Pick<CoupleFile, 'parties'>, type: string, party: 0 | 1 | 'both', legible: boolean): SuppliedPaper => {
  const blank = { type, party, number: '', issuer: '', issuedOn: '', validTo: '' as const, legible, note: '', scans: [] }
  if (party === 'both') return blank
  const facts = file.parties[party]
  if (type === 'identity') return { ...blank, number: facts.identityNumber, issuer: facts.identityIssuer, issuedOn: facts.identityFrom, validTo: facts.identityTo }
  if (type === 'localIdentity') return { ...blank, number: facts.localIdentityNumber }
  if (type === 'militaryCard') return { ...blank, number: facts.militaryNumber }
  return blank
}

/** The papers of a couple. */
export const coupleSupplied: SuppliedKinds<CoupleFile> = { types: paperTypes, blank: paperOf, whose: [0, 1], brief: ['identity', 'localIdentity', 'militaryCard'] }

/** Every required paper that is not there yet ticked as seen and legible; where one of several kinds will do, the clerk chooses. */
export const withAllPapers = <F extends PaperedFile>(file: F, required: readonly WantedPaper[], blank: SuppliedKinds<F>['blank'] = paperOf as unknown as SuppliedKinds<F>['blank']): F => {
  const missing = required.filter((paper) => paper.anyOf.length === 1 && !file.papers.some((supplied) => supplied.type === paper.type && (supplied.party === paper.party || supplied.party === 'both')))
  const wanted = new Set(required.map((paper) => `${paper.type} ${String(paper.party)}`))
  return { ...file, papers: [...file.papers.map((paper) => (wanted.has(`${paper.type} ${String(paper.party)}`) ? { ...paper, legible: true } : paper)), ...missing.map((paper) => blank(file, paper.type, paper.party, true))] }
}

const Scan = ({ scan, onRemove }: { readonly scan: SuppliedPaper['scans'][number]; readonly onRemove?: () => void }) => {
  const t = useCaseWords()
  const { address } = useStored(scan.type === 'application/pdf' ? undefined : scan.hash)
  return (
    <span className="scan" title={scan.name}>
      {scan.type === 'application/pdf' ? <span className="scan-pdf">PDF<small>{t('scanPages', { n: scan.pages })}</small></span> : address === undefined ? <span className="scan-pdf" /> : <img src={address} alt={scan.name} />}
      {onRemove !== undefined && <button type="button" className="scan-remove" tabIndex={-1} aria-label={`${t('removePaper')} ${scan.name}`} onClick={onRemove}>×</button>}
    </span>
  )
}

/** Scans of one paper: chosen or dropped, checked by their first bytes and size, stored by hash. */
const Scans = ({ paper, editable, onChange }: { readonly paper: SuppliedPaper; readonly editable: boolean; readonly onChange: (change: (before: SuppliedPaper['scans']) => SuppliedPaper['scans']) => void }) => (
  <ScanDrop editable={editable} onStored={(stored) => onChange((before) => (before.some((scan) => scan.hash === stored.hash) ? before : [...before, stored]))}>
    {paper.scans.map((scan) => <Scan key={scan.hash} scan={scan} {...(editable && { onRemove: () => onChange((before) => before.filter((other) => other.hash !== scan.hash)) })} />)}
  </ScanDrop>
)

const PaperRow = memo(({ index, required }: { readonly index: number; readonly required: WantedPaper | undefined }) => {
  const t = useCaseWords()
  const say = useSay()
  const { spec, desk, editable } = useCasePlace<PaperedFile>()
  const [paper] = useField(desk.store, `papers.${index}`)
  const all = useFindings(desk.findings)
  const id = useId()
  const [wide, setWide] = useState(false)
  if ((paper as SuppliedPaper | undefined) === undefined) return null
  const found = all.filter((finding) => (finding.outcome === 'fail' || finding.outcome === 'asks') && (finding.field === `papers.${index}` || finding.field?.startsWith(`papers.${index}.`) === true || finding.field === `papers.${paper.type}.${String(paper.party)}`))
  const put = (change: Partial<SuppliedPaper>) => desk.store.change((file) => ({ ...file, papers: file.papers.map((other, at) => (at === index ? { ...other, ...change } : other)) }))
  const brief = getSupplied(spec).brief.includes(paper.type)
  const title = required?.title ?? getSupplied(spec).types.find((type) => type.code === paper.type) ?? { zh: paper.type, en: paper.type }
  const details = wide || !brief
  const status = (field: string) => (found.some((finding) => finding.field === `papers.${index}.${field}` && finding.severity === 'stop') ? { status: 'error' as const } : {})
  return (
    <li className="paper-row" data-field={`papers.${index}`}>
      <div className="paper-head">
        <Checkbox checked disabled={!editable} onChange={() => desk.store.change((file) => ({ ...file, papers: file.papers.filter((_, at) => at !== index) }))}>
          <b>{say(title)}</b>
        </Checkbox>
        {getSupplied(spec).whose.length > 1 && <span className="tag">{t(`party.${paper.party}`)}</span>}
        {!details && <span className="quiet mono">{paper.number}</span>}
        <span className="paper-tail">
          <Checkbox checked={paper.legible} disabled={!editable} onChange={(event) => put({ legible: event.target.checked })}>{t('legible')}</Checkbox>
          <Scans paper={paper} editable={editable} onChange={(change) => desk.store.change((file) => ({ ...file, papers: file.papers.map((other, at) => (at === index ? { ...other, scans: change(other.scans) } : other)) }))} />
          {brief && <button type="button" className="link" tabIndex={-1} aria-expanded={details} onClick={() => setWide(!wide)}>{details ? t('foldSection') : t('openSection')}</button>}
        </span>
      </div>
      {details && (
        <div className="paper-details">
          <label htmlFor={`${id}-number`}>{t('number')}<Input id={`${id}-number`} value={paper.number} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => put({ number: event.target.value })} /></label>
          <label htmlFor={`${id}-issuer`}>{t('issuer')}<Input id={`${id}-issuer`} value={paper.issuer} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => put({ issuer: event.target.value })} /></label>
          <label htmlFor={`${id}-issued`}>{t('issuedOn')}<DayField id={`${id}-issued`} value={paper.issuedOn} disabled={!editable} {...status('issuedOn')} onChange={(day) => put({ issuedOn: day })} /></label>
          <label htmlFor={`${id}-valid`}>{t('validTo')}<DayField id={`${id}-valid`} long value={paper.validTo} disabled={!editable} {...status('validTo')} onChange={(day) => put({ validTo: day as SuppliedPaper['validTo'] })} /></label>
          <label htmlFor={`${id}-note`}>{t('note')}<Input id={`${id}-note`} value={paper.note} maxLength={400} disabled={!editable} autoComplete="off" onChange={(event) => put({ note: event.target.value })} /></label>
        </div>
      )}
      {found.map((finding) => <Note key={`${finding.rule} ${finding.message.en}`} finding={finding} />)}
      <Answers found={found} />
    </li>
  )
})

const MissingRow = ({ paper }: { readonly paper: WantedPaper }) => {
  const t = useCaseWords()
  const say = useSay()
  const { spec, desk, editable } = useCasePlace<PaperedFile>()
  const supply = (type: string) => desk.store.change((file) => ({ ...file, papers: [...file.papers, getSupplied(spec).blank(file, type, paper.party, false)] }))
  return (
    <li className="paper-row missing" data-field={`papers.${paper.type}.${String(paper.party)}`}>
      <div className="paper-head">
        {paper.anyOf.length === 1 ? (
          <Checkbox checked={false} disabled={!editable} onChange={() => supply(paper.type)}>{say(paper.title)}</Checkbox>
        ) : (
          <>
            <span>{say(paper.title)}</span>
            {paper.anyOf.map((type) => <Checkbox key={type} checked={false} disabled={!editable} onChange={() => supply(type)}>{say(getSupplied(spec).types.find((known) => known.code === type) ?? paper.title)}</Checkbox>)}
          </>
        )}
        {getSupplied(spec).whose.length > 1 && <span className="tag">{t(`party.${paper.party}`)}</span>}
        <span className="paper-tail quiet">{t('required')} · {say(paper.law)}</span>
      </div>
    </li>
  )
}

export const PapersSection = () => {
  const t = useCaseWords()
  const { spec, desk, editable } = useCasePlace<PaperedFile>()
  const required = useRequired(desk.findings)
  const [papers] = useField(desk.store, 'papers')
  const [adding, setAdding] = useState<0 | 1 | 'both' | undefined>()
  const missing = required.filter((paper) => !paper.supplied && !papers.some((supplied) => paper.anyOf.includes(supplied.type) && supplied.party === paper.party))
  const only = getSupplied(spec).whose.length === 1 ? getSupplied(spec).whose[0] : undefined
  const allSeen = required.length > 0 && missing.length === 0 && papers.every((paper) => paper.legible)
  const add = (type: string) => {
    const whose = adding ?? only
    if (whose !== undefined) desk.store.change((file) => ({ ...file, papers: [...file.papers, getSupplied(spec).blank(file, type, whose, false)] }))
    setAdding(undefined)
  }
  return (
    <div className="papers">
      {editable && required.length > 0 && (
        <Checkbox
          className="all-seen" checked={allSeen} aria-describedby="papers-all-hint"
          onChange={(event) => desk.store.change((file) => (event.target.checked ? withAllPapers(file, required, getSupplied(spec).blank) : { ...file, papers: file.papers.map((paper) => ({ ...paper, legible: false })) }))}
        >
          <b>{t('papersAll')}</b> <span id="papers-all-hint" className="quiet">{t('papersAllHint')}</span>
        </Checkbox>
      )}
      {required.length === 0 && papers.length === 0 && <p className="quiet">{t('noneRequired')}</p>}
      <ul className="paper-list">
        {papers.map((paper, index) => <PaperRow key={`${paper.type} ${String(paper.party)} ${String(index)}`} index={index} required={required.find((entry) => entry.anyOf.includes(paper.type) && entry.party === paper.party && entry.anyOf.length === 1)} />)}
        {missing.map((paper) => <MissingRow key={`${paper.type} ${String(paper.party)}`} paper={paper} />)}
      </ul>
      {editable && (
        <div className="row">
          <span className="quiet">{t('addPaper')}</span>
          {getSupplied(spec).whose.length > 1 && getSupplied(spec).whose.map((party) => <Button key={party} size="small" tabIndex={-1} onClick={() => setAdding(adding === party ? undefined : party)}>{t(`party.${party}`)}</Button>)}
          {(adding ?? only) !== undefined && <div className="add-paper"><CodeSelect autoFocus={only === undefined} codes={false} aria-label={t('paper')} table={getSupplied(spec).types} value="" onChange={add} /></div>}
        </div>
      )}
    </div>
  )
}
