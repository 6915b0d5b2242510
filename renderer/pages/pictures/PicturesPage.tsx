import './pictures.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Choices } from '../../frame/Choices.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { useOpening, type Openings } from '../../shared/opening.tsx'
import { EmptyState, Loaded, Page, Section } from '../../shared/Page.tsx'
import { PictureChart } from '../../shared/PictureChart.tsx'
import { splitByUnit } from '../../shared/pictureOption.ts'
import { usePut } from '../../shared/put.ts'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { offeredWindows } from '../../windows.ts'
import { periodAt, type Period } from '../statistics/period.ts'
import { PeriodChoice, usePeriod } from '../statistics/PeriodChoice.tsx'
import { calendarPeriod, layout, pathInReport, type PictureId } from './asked.ts'
import { words } from './words.ts'

interface AskedPicture {
  readonly id: PictureId
  readonly period: Period
  readonly window: string
}

/** The kind that the calendar shows, of those that the picture over time has. */
const KindChoice = ({ period, window, value, onChange }: { readonly period: Period; readonly window: string; readonly value: string; readonly onChange: (kind: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { data } = useRoute('getPicture', { params: { picture: 'over-time' }, query: { ...period, ...(window !== '' && { window }) } }, { keep: true })
  if (data === undefined || data.series.length < 2) return null
  return (
    <select className="plain-select no-print" aria-label={t('kind')} value={value === '' ? data.series[0]?.id : value} onChange={(event) => onChange(event.target.value)}>
      {data.series.map((one) => <option key={one.id} value={one.id}>{say(one.title)}</option>)}
    </select>
  )
}

const PictureSection = ({ id, period, window, open, number }: AskedPicture & Pick<Openings, 'open' | 'number'>) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [chosen, setChosen] = useState('')
  const asked = id === 'calendar' ? calendarPeriod(period) : period
  // A series is called by its window and kind: `marriage.late`.
  const of = id === 'calendar' && chosen !== '' ? { window: chosen.slice(0, chosen.indexOf('.')), kind: chosen.slice(chosen.indexOf('.') + 1) } : window === '' ? {} : { window }
  const answer = useRoute('getPicture', { params: { picture: id }, query: { ...asked, ...of } }, { keep: true })
  const data = answer.data
  const title = data === undefined ? '' : data.unit.zh === '' ? say(data.title) : t('unitOf', { title: say(data.title), unit: say(data.unit) })
  const parts = useMemo(() => {
    const all = data === undefined ? [] : splitByUnit(data)
    // A note that holds for all of them is said once.
    return all.length < 2 ? all : all.map(({ note: _note, ...part }) => part)
  }, [data])
  const empty = data === undefined || data.labels.length === 0 || data.series.every(({ values }) => values.every((value) => value === null || value === 0))
  return (
    <Section title={title} acts={id === 'calendar' && <KindChoice period={period} window={window} value={chosen} onChange={setChosen} />}>
      {id === 'calendar' && asked.from !== period.from && <p className="quiet">{t('calendarCut', { ...asked })}</p>}
      <Loaded of={answer}>
        {(picture) => empty
          ? <EmptyState title={t('nothing')} hint={picture.note === undefined ? t('nothingHint') : say(picture.note)} />
          : <>{parts.length > 1 && picture.note !== undefined && <p className="quiet">{say(picture.note)}</p>}{parts.map((part) => <div key={part.unit.zh}>{parts.length > 1 && <h3>{say(part.unit)}</h3>}<PictureChart picture={part} open={open} number={number} {...(part.path !== undefined && may('report.read') && { pathOf: ({ series, label }) => pathInReport(part.path ?? '', part.labels[label]?.id ?? '', part.series[series]?.id ?? '') })} /></div>)}</>}
      </Loaded>
    </Section>
  )
}

/** 图表: what was done over time, on which days and at which hours, how the rules are met, what was waived, what falls due and how long the booklets last. */
const PicturesPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [params, put] = usePut()
  const [period, setPeriod] = usePeriod(periodAt('twelve', office.today.slice(0, 7)))
  const offered = offeredWindows(office.windows)
  const asked = params.get('window')
  const window = asked === 'all' ? '' : (offered.find(({ id }) => id === asked) ?? offered[0])?.id ?? ''
  const { open, number, dialog } = useOpening()
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), run: () => globalThis.print() }], [t])
  usePageKeys(keys)
  const titleOf = (id: string): string => { const found = offered.find((one) => one.id === id); return found === undefined ? t('all') : say(found.short ?? found.title) }
  return (
    <Page title={t('title')} lead={t('lead')} wide acts={<Button onClick={() => globalThis.print()}>{t('print')} <KeyCap name="F8" /></Button>}>
      <p className="only-print">{t('printed', { office: office.name, ...period, window: titleOf(window) })}</p>
      <div className="row no-print">
        <PeriodChoice period={period} onChange={setPeriod} />
        <Choices label={t('window')} value={window} options={[...offered.map(({ id }) => ({ value: id, title: titleOf(id) })), { value: '', title: t('all') }]} onChange={(id) => put({ window: id === '' ? 'all' : id })} />
      </div>
      <div className="pictures">
        {layout.map(({ id, wide, whole }) => <div key={whole === true ? id : `${id} ${window}`} className={wide ? 'wide-picture' : ''}><PictureSection id={id} period={period} window={whole === true ? '' : window} open={open} number={number} /></div>)}
      </div>
      {dialog}
    </Page>
  )
}

export default PicturesPage
