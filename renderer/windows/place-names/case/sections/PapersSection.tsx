import { Button, Checkbox, Input } from 'antd'
import type { PlaceNameFile } from '../../../../../domain/place-names/case/file.ts'
import { Note } from '../../../../case/form/fields.tsx'
import { useFindings, useRequired } from '../../../../case/form/findings.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { Hashes, useFact, usePlaceNameCase, usePlaceNames, usePlaceNameWords } from '../parts.tsx'

type Paper = PlaceNameFile['papers'][number]
const blank = (type: string, title: string): Paper => ({ type, title, number: '', day: '', pages: 0, scans: [], note: '' })

const PaperDetails = ({ paper, editable, onChange }: { readonly paper: Paper; readonly editable: boolean; readonly onChange: (change: (paper: Paper) => Paper) => void }) => {
  const t = usePlaceNameWords()
  const field = (name: 'title' | 'number' | 'note', label: string, max: number) => <label>{label}<Input size="small" value={paper[name]} maxLength={max} disabled={!editable} autoComplete="off" onChange={(event) => { const { value } = event.target; onChange((one) => ({ ...one, [name]: value })) }} /></label>
  return (
    <div className="paper-details place-paper">
      {field('title', t('paperTitle'), 100)}{field('number', t('paperNumber'), 100)}
      <label>{t('paperDay')}<DayField value={paper.day} disabled={!editable} onChange={(day) => onChange((one) => ({ ...one, day }))} /></label>
      <label>{t('pages')}<Input size="small" inputMode="numeric" value={paper.pages === 0 ? '' : String(paper.pages)} maxLength={5} disabled={!editable} onChange={(event) => { const pages = Number(event.target.value.trim()); if (Number.isInteger(pages) && pages >= 0 && pages <= 10_000) onChange((one) => ({ ...one, pages })) }} /></label>
      {field('note', t('noteWord'), 400)}
    </div>
  )
}

/** 材料: what the office asks for with these acts and kinds, ticked when it is in; further papers beside. */
export const PapersSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { desk, editable } = usePlaceNames()
  const { current } = usePlaceNameCase()
  const { value: papers } = useFact('papers')
  const asked = useRequired(desk.findings)
  const all = useFindings(desk.findings)
  const required = asked.length > 0 ? asked.map(({ type, title }) => ({ type, title: typeof title === 'string' ? title : say(title) })) : (current?.required ?? [])
  useSectionAct('papers', async () => (current === undefined && editable ? (await desk.commit()) !== undefined : true))
  const put = (change: (papers: readonly Paper[]) => readonly Paper[]) => desk.store.change((file) => ({ ...file, papers: [...change(file.papers)] }))
  const changeAt = (index: number) => (change: (paper: Paper) => Paper) => put((before) => before.map((paper, at) => (at === index ? change(paper) : paper)))
  const missing = required.filter(({ type }) => !papers.some((paper) => paper.type === type))
  return (
    <div className="papers" data-primary="">
      {required.length === 0 && <p className="quiet">{t('noRequiredPapers')}</p>}
      {editable && missing.length > 1 && <div className="all-seen"><Checkbox checked={false} onChange={() => put((before) => [...before, ...missing.map(({ type, title }) => blank(type, title))])}>{t('papersAllHint')}</Checkbox></div>}
      <div className="paper-list">
        {missing.map(({ type, title }) => (
          <div key={type} className="paper-row missing" data-field={`papers.${type}`}>
            <div className="paper-head"><Checkbox checked={false} disabled={!editable} onChange={() => put((before) => [...before, blank(type, title)])}>{title}</Checkbox><span className="tag answer">{t('required')}</span></div>
            {all.filter(({ field, outcome }) => field === `papers.${type}` && outcome === 'fail').map((finding) => <Note key={finding.rule} finding={finding} />)}
          </div>
        ))}
        {papers.map((paper, index) => {
          const wanted = required.find(({ type }) => type === paper.type)
          return (
            <div key={index} className="paper-row" data-field={`papers.${paper.type}`}>
              <div className="paper-head">
                <Checkbox checked disabled={!editable || wanted === undefined} onChange={() => put((before) => before.filter((_, at) => at !== index))}>{wanted?.title ?? (paper.title === '' ? t('otherPaper') : paper.title)}</Checkbox>
                <span className="paper-tail">
                  <Hashes value={paper.scans} editable={editable} onChange={(change) => changeAt(index)((one) => ({ ...one, scans: [...change(one.scans)] }))} />
                  {editable && wanted === undefined && <Button size="small" type="text" tabIndex={-1} onClick={() => put((before) => before.filter((_, at) => at !== index))}>{t('removePaper')}</Button>}
                </span>
              </div>
              <PaperDetails paper={paper} editable={editable} onChange={changeAt(index)} />
            </div>
          )
        })}
      </div>
      {editable && (
        <div className="section-acts">
          <Button onClick={() => put((before) => [...before, blank('other', '')])}>{t('addPaper')}</Button>
          {current === undefined && <><Button type="primary" data-enter="" onClick={() => void desk.commit()}>{t('receive')}</Button><span className="quiet">{t('receiveNote')}</span></>}
        </div>
      )}
    </div>
  )
}
