import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { BoxLine } from '../../../api/schemas/archive.ts'
import { fileClasses, type FileClass } from '../../../domain/archive/actions.ts'
import { fileClassTitles } from '../../../domain/archive/titles.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Loaded, Section } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { BoxDialog, TransferDialog, type Unboxed } from './boxDialogs.tsx'
import { words } from './words.ts'

const papers = [['archive.boxList', 'list'], ['archive.boxSpine', 'spine'], ['archive.boxNote', 'note']] as const
type BoxPaper = (typeof papers)[number]

const BoxTable = ({ boxes, chosen, onChoose, onPaper }: { readonly boxes: readonly BoxLine[]; readonly chosen: readonly string[]; readonly onChoose: (box: BoxLine) => void; readonly onPaper: (box: BoxLine, paper: BoxPaper) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const lead = boxes.find((box) => chosen.includes(box.id))
  return (
    <div className="table-frame">
      <table className="plain-table">
        <thead>
          <tr>
            {may('archive.box') && <th scope="col" />}
            {(['box', 'year', 'fileClass', 'files', 'count', 'pages', 'missing', 'boxedOn', 'keepUntil', 'transferredOn'] as const).map((key) => <th key={key} scope="col" className={key === 'count' || key === 'pages' ? 'end' : ''}>{t(key)}</th>)}
            <th scope="col">{t('papers')}</th>
          </tr>
        </thead>
        <tbody>
          {boxes.map((box) => (
            <tr key={box.id}>
              {may('archive.box') && (
                <td>
                  <Checkbox
                    aria-label={t('choose', { n: box.box })} checked={chosen.includes(box.id)}
                    disabled={box.transferredOn !== '' || (lead !== undefined && (lead.year !== box.year || lead.fileClass !== box.fileClass))} title={t('oneClass')} onChange={() => onChoose(box)}
                  />
                </td>
              )}
              <th scope="row">{box.box}</th>
              <td>{box.year}</td>
              <td>{say(fileClassTitles[box.fileClass])}</td>
              <td>{t('run', { first: box.first, last: box.last })}</td>
              <td className="end">{box.files}</td>
              <td className="end">{box.pages}</td>
              <td className={box.missing.length > 0 ? 'finding-note answer' : ''} title={box.note}>{box.missing.length === 0 ? t('none') : box.missing.join(', ')}</td>
              <td>{box.boxedOn}</td>
              <td>{box.keepUntil}</td>
              <td>{box.transferredOn === '' ? <span className="quiet">{t('transferFrom')} {box.transferFrom}</span> : box.transferredOn}</td>
              <td><div className="row table-acts">{papers.map((paper) => <Button key={paper[0]} size="small" onClick={() => onPaper(box, paper)}>{t(paper[1])}</Button>)}</div></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Boxes: runs of filed cases that are in none yet, the boxes there are, their labels, and their hand-over to the state archive. */
export const BoxesPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [typed, setTyped] = useState('')
  const year = /^(19|20|21)\d\d$/.test(typed) ? typed : ''
  const [fileClass, setFileClass] = useState<FileClass | ''>('')
  const boxes = useRoute('listBoxes', { query: { ...(year !== '' && { year: Number(year) }), ...(fileClass !== '' && { fileClass }) } }, { keep: true })
  const [run, setRun] = useState<Unboxed>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [handing, setHanding] = useState(false)
  const [shown, setShown] = useState<readonly [BoxLine, BoxPaper]>()
  const choose = (box: BoxLine): void => setChosen((now) => (now.includes(box.id) ? now.filter((id) => id !== box.id) : [...now, box.id]))
  return (
    <Loaded of={boxes}>
      {(data) => {
        const selected = data.boxes.filter((box) => chosen.includes(box.id))
        return (
          <>
            <Section title={t('unboxed')}>
              {data.unboxed.length === 0 ? (
                <p className="quiet">{t('unboxedNone')}</p>
              ) : (
                <ul className="reference-list unboxed">
                  {data.unboxed.map((one) => (
                    <li key={`${String(one.year)} ${one.fileClass} ${String(one.first)}`}>
                      <span><b>{one.year} {say(fileClassTitles[one.fileClass])}</b> {t('run', { first: one.first, last: one.last })} <span className="quiet">{t('count')} {one.files}</span></span>
                      {may('archive.box') && <Button size="small" onClick={() => setRun(one)}>{t('boxThese')}</Button>}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <Section
              title={t('allBoxes')}
              acts={
                <>
                  <input className="plain-select box-year" aria-label={t('year')} placeholder={t('year')} inputMode="numeric" maxLength={4} value={typed} onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))} />
                  <select className="plain-select" aria-label={t('fileClass')} value={fileClass} onChange={(event) => setFileClass(fileClasses.find((one) => one === event.target.value) ?? '')}>
                    <option value="">{t('all')}</option>
                    {fileClasses.map((one) => <option key={one} value={one}>{say(fileClassTitles[one])}</option>)}
                  </select>
                  {may('archive.box') && <Button disabled={selected.length === 0} onClick={() => setHanding(true)}>{t('transfer')}{selected.length > 0 ? ` · ${t('chosen', { n: selected.length })}` : ''}</Button>}
                </>
              }
            >
              {data.boxes.length === 0 ? <EmptyState title={t('noBoxes')} hint={t('noBoxesHint')} /> : <BoxTable boxes={data.boxes} chosen={chosen} onChoose={choose} onPaper={(box, paper) => setShown([box, paper])} />}
            </Section>
            {run !== undefined && <BoxDialog run={run} onClose={() => setRun(undefined)} />}
            {handing && <TransferDialog boxes={selected} onClose={(done) => { setHanding(false); if (done) setChosen([]) }} />}
            {shown !== undefined && <PaperDialog route="boxPaper" args={{ params: { id: shown[0].id, paper: shown[1][0] } }} name={`${t(shown[1][1])}-${String(shown[0].year)}-${String(shown[0].box)}.pdf`} title={t(shown[1][1])} onClose={() => setShown(undefined)} />}
          </>
        )
      }}
    </Loaded>
  )
}
