import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { ArchiveNumbers, InspectionItem, PaperLine } from '../../../api/schemas/case.ts'
import { Field, Fields } from '../../shared/Field.tsx'
import { useSay } from '../../shared/i18n.ts'
import { Facts, FailurePanel } from '../../shared/Page.tsx'
import { SecondPersonDialog } from '../../shared/SecondPersonDialog.tsx'
import { useCasePlace, useCaseView, useCaseWords } from '../desk/context.tsx'
import { moment } from '../moments.ts'
import { paperKey } from '../papers.ts'
import { actKind } from '../spec.ts'

/** Papers of the case: each previewed, several printed as one. */
export const CasePapers = () => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, spec, preview, may } = useCasePlace()
  const { current } = useCaseView(desk)
  const [shown, setShown] = useState(60)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (current === undefined) return null
  const title = (paper: PaperLine) => `${say(paper.title)}${paper.party === undefined ? '' : ` · ${t(`party.${paper.party}`)}`}${paper.number === undefined ? '' : ` · ${spec.paperNumber?.(paper, current) ?? paper.number}`}`
  const picked = current.papers.filter((paper) => paper.ready && chosen.has(paperKey(paper)))
  return (
    <div className="case-papers">
      <table className="plain-table">
        <tbody>
          {current.papers.slice(0, shown).map((paper) => (
            <tr key={paperKey(paper)}>
              <td>
                <Checkbox
                  disabled={!paper.ready} checked={chosen.has(paperKey(paper))}
                  onChange={(event) => setChosen((before) => { const next = new Set(before); if (event.target.checked) next.add(paperKey(paper)); else next.delete(paperKey(paper)); return next })}
                >
                  {title(paper)}
                </Checkbox>
              </td>
              <td className="quiet">{!paper.ready ? (paper.why === undefined ? t('notReady') : say(paper.why)) : paper.printed.length === 0 ? t('notPrinted') : paper.printed.map((printed) => t('printedAt', { who: printed.by, at: moment(printed.at) })).join(' · ')}</td>
              <td className="end">{paper.ready && <Button size="small" onClick={() => preview([paper])}>{t('show')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {current.papers.length > shown && <div className="section-acts"><Button size="small" onClick={() => setShown(shown + 200)}>{t('morePapers', { n: current.papers.length - shown })}</Button></div>}
      <div className="section-acts"><Button disabled={picked.length === 0 || !may('case.print')} onClick={() => preview(picked)}>{t('printChosen')}</Button></div>
    </div>
  )
}

/** Every step of the case, oldest first, from the journal. */
export const CaseHistory = () => {
  const t = useCaseWords()
  const say = useSay()
  const { desk } = useCasePlace()
  const { current } = useCaseView(desk)
  if (current === undefined) return <p className="quiet">{t('historyEmpty')}</p>
  return (
    <ol className="history">
      {current.history.map((entry) => (
        <li key={entry.seq}>
          <span className="mono quiet">{moment(entry.at)}</span>
          <b>{say(entry.title)}</b>
          <span>{entry.actorName}{entry.counter !== '' && ` · ${t('counterName', { n: entry.counter })}`}{entry.second !== '' && ` · ${t('second', { who: entry.second })}`}</span>
          {entry.reason !== '' && <span>{entry.reason}</span>}
        </li>
      ))}
    </ol>
  )
}

/** 登记作废. */
const VoidDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useCaseWords()
  const { desk, spec } = useCasePlace()
  const { current } = useCaseView(desk)
  const [recovered, setRecovered] = useState(false)
  if (current === undefined) return null
  return (
    <SecondPersonDialog
      title={t('voidTitle')} verb={t('void')} danger onCancel={onClose} onDone={onClose}
      act={(given) => desk.sendNow('void', { ...(spec.blanks === undefined ? {} : { recovered }), ...given })}
    >
      <p>{t('voidNote')}</p>
      {spec.blanks !== undefined && <Checkbox checked={recovered} onChange={(event) => setRecovered(event.target.checked)}>{t('recovered')}</Checkbox>}
    </SecondPersonDialog>
  )
}

/** Correction and void: further acts, with reason and a second person. */
export const AfterActs = () => {
  const t = useCaseWords()
  const { desk, spec, beginCorrection } = useCasePlace()
  const { current, correcting } = useCaseView(desk)
  const [voiding, setVoiding] = useState(false)
  if (current === undefined) return null
  const may = (act: string) => current.acts.includes(actKind(spec, act))
  const corrects = may('corrected') && (spec.corrects?.(current) ?? true)
  if (!corrects && !may('voided')) return null
  return (
    <div className="row">
      {corrects && !correcting && <Button onClick={beginCorrection}>{t('correctBegin')}</Button>}
      {may('voided') && <Button danger onClick={() => setVoiding(true)}>{t('void')}</Button>}
      {corrects && <span className="quiet">{t('correctNote')}</span>}
      {voiding && <VoidDialog onClose={() => setVoiding(false)} />}
    </div>
  )
}

const results = ['pass', 'fail', 'notApplicable'] as const
type Seen = { readonly result: (typeof results)[number]; readonly note: string }

/** 登记档案检查: the 13 points, what the program saw and what the reviewer says of the rest. */
export const Inspection = () => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, may, spec } = useCasePlace()
  const { current, busy, failure } = useCaseView(desk)
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({})
  const [tried, setTried] = useState(false)
  if (current?.inspection === undefined || current.inspection.items.length === 0) return null
  const { verdict, items } = current.inspection
  const examining = may('case.inspect') && current.acts.includes(actKind(spec, 'inspected'))
  const given = Object.entries(seen)
  const complete = given.length > 0 && given.every(([, { result, note }]) => result !== 'fail' || note.trim() !== '')
  const record = async () => {
    setTried(true)
    if (!complete) return
    const done = await desk.send('inspect', { items: given.map(([item, { result, note }]) => ({ item, result, note: note.trim() })) })
    if (done !== undefined) {
      setSeen({})
      setTried(false)
    }
  }
  const row = (item: InspectionItem) => {
    const mine = seen[item.item]
    const result = mine?.result ?? item.result
    return (
      <tr key={item.item} data-field={`inspection.${item.item}`}>
        <td className="nowrap quiet">{t('point', { n: item.point })}</td>
        <td>
          {say(item.title)} <span className="finding-law">{say(item.law)}</span>
          {item.message !== undefined && mine === undefined && <div className="finding-note answer">{say(item.message)}</div>}
          {mine?.result === 'fail' && (
            <Input size="small" autoFocus value={mine.note} maxLength={400} placeholder={t('inspectionNote')} status={tried && mine.note.trim() === '' ? 'error' : ''} onChange={(event) => setSeen((before) => ({ ...before, [item.item]: { result: 'fail', note: event.target.value } }))} />
          )}
        </td>
        <td className="nowrap"><span className={`tag ${result === 'pass' ? 'good' : result === 'fail' ? 'stop' : ''}`}>{t(`inspectionResult.${result}`)}</span></td>
        <td className="quiet nowrap">{item.attested && item.by !== undefined ? t('byPerson', { who: item.by, at: moment(item.at ?? '') }) : item.result === 'unexamined' ? '' : t('byProgram')}</td>
        {examining && (
          <td className="nowrap">
            <span className="choices">
              {(item.attestable ? results : (['fail'] as const)).map((choice) => (
                <button key={choice} type="button" aria-pressed={mine?.result === choice} onClick={() => setSeen((before) => (before[item.item]?.result === choice ? Object.fromEntries(Object.entries(before).filter(([key]) => key !== item.item)) : { ...before, [item.item]: { result: choice, note: '' } }))}>{t(`inspectionResult.${choice}`)}</button>
              ))}
            </span>
          </td>
        )}
      </tr>
    )
  }
  return (
    <div className="inspection">
      <p><span className={`tag ${verdict === 'qualified' ? 'good' : verdict === 'failed' ? 'stop' : ''}`}>{t(`inspectionVerdict.${verdict}`)}</span></p>
      <table className="plain-table"><tbody>{items.map(row)}</tbody></table>
      {examining && <div className="section-acts"><Button type="primary" loading={busy} disabled={given.length === 0 || (tried && !complete)} onClick={() => void record()}>{t('inspectionRecord')}</Button></div>}
      {tried && <FailurePanel failure={failure} />}
    </div>
  )
}

/** 归档: archive numbers of the file. */
export const Archive = () => {
  const t = useCaseWords()
  const { desk, spec } = useCasePlace()
  const { current, busy, failure } = useCaseView(desk)
  const [officeNumber, setOfficeNumber] = useState('')
  const [archiveNumber, setArchiveNumber] = useState('')
  const [pages, setPages] = useState('')
  const [tried, setTried] = useState(false)
  if (current === undefined) return null
  // The window that has this act files as every window of couples does.
  const archive = current.archive as z.infer<typeof ArchiveNumbers> | null | undefined
  if (archive === undefined) return null
  if (archive !== null)
    return <Facts rows={[[t('fonds'), archive.fonds], [t('year'), archive.year], [t('officeFileNumber'), archive.officeFileNumber], [t('archiveFileNumber'), archive.archiveFileNumber || '—'], [t('pages'), archive.pages]]} />
  if (!current.acts.includes(actKind(spec, 'archived'))) return null
  const ready = /^[1-9]\d{0,3}$/.test(pages) && /^(|[1-9]\d{0,6})$/.test(officeNumber)
  const file = async () => {
    setTried(true)
    if (ready) await desk.send('archive', { archiveFileNumber: archiveNumber.trim(), pages: Number(pages), ...(officeNumber === '' ? {} : { officeFileNumber: Number(officeNumber) }) })
  }
  return (
    <div className="archive">
      <Fields>
        <Field path="archive.officeFileNumber" label={t('officeFileNumber')} hint={t('officeFileAuto')} span={4}><Input value={officeNumber} inputMode="numeric" maxLength={7} onChange={(event) => setOfficeNumber(event.target.value.trim())} /></Field>
        <Field path="archive.archiveFileNumber" label={t('archiveFileNumber')} span={3}><Input value={archiveNumber} maxLength={20} onChange={(event) => setArchiveNumber(event.target.value)} /></Field>
        <Field path="archive.pages" label={t('pages')} required span={2} problem={tried && !ready ? t('pagesShape') : undefined}><Input value={pages} inputMode="numeric" maxLength={4} onChange={(event) => setPages(event.target.value.trim())} /></Field>
      </Fields>
      <div className="section-acts"><Button loading={busy} onClick={() => void file()}>{t('archive')}</Button></div>
      {tried && <FailurePanel failure={failure} />}
    </div>
  )
}
