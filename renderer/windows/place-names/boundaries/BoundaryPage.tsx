import './boundaries.css'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Boundary } from '../../../../api/schemas/boundaries.ts'
import { markerStates } from '../../../../domain/place-names/boundaries/actions.ts'
import { useActing } from '../../../shared/acting.ts'
import { FindingList } from '../../../shared/FindingList.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { useRoute } from '../../../shared/query.ts'
import { PlainMap, type MapMark } from '../map/PlainMap.tsx'
import { boxAround } from '../map/view.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { actOrder, BoundaryActDialog, type BoundaryActKind } from './actDialogs.tsx'
import { words } from './words.ts'

const noFeatures: readonly never[] = []

const LineMap = ({ line }: { readonly line: Boundary }) => {
  const t = useWords(words)
  const { geometry, markers, name } = line.facts
  const marks: readonly MapMark[] = [
    ...(geometry === null ? [] : [{ id: 'line', name, tone: 'own' as const, geometry: geometry.geometry }]),
    ...markers.flatMap(({ number, position }) => (position === null ? [] : [{ id: number, name: number, tone: line.wrong.includes(number) ? 'clash' as const : 'note' as const, geometry: { type: 'Point' as const, coordinates: position } }])),
  ]
  if (marks.length === 0) return <p className="quiet">{t('noGeometry')}</p>
  return <PlainMap name={t('map')} features={noFeatures} marks={marks} height={300} list={false} box={boxAround(marks.map((mark) => mark.geometry))} />
}

const Inspections = ({ line, onSheet }: { readonly line: Boundary; readonly onSheet: (report: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  if (line.inspections.length === 0) return <p className="quiet">{t('noInspections')}</p>
  return (
    <div className="table-frame">
      <table className="plain-table">
        <thead><tr><th scope="col">{t('report')}</th><th scope="col">{t('dates')}</th><th scope="col">{t('inspectionKind')}</th><th scope="col">{t('sides')}</th><th scope="col" className="end">{t('kilometresShort')}</th><th scope="col">{t('markers')}</th><th scope="col">{t('result')}</th><th scope="col">{t('filed')}</th><th scope="col" aria-label={t('sheet')} /></tr></thead>
        <tbody>
          {line.inspections.toReversed().map((one) => {
            const wrong = one.markers.filter(({ state }) => state !== 'sound')
            return (
              <tr key={one.report}>
                <th scope="row" className="data">{one.report}{one.archiveNumber !== '' && <div className="quiet">{one.archiveNumber}</div>}</th>
                <td>{one.from === one.day ? one.day : <>{one.from} – {one.day}</>}</td>
                <td>{t(one.kind === 'regular' ? 'regularShort' : 'extraShort')}{one.cause !== '' && <div className="quiet data">{one.cause}</div>}</td>
                <td className="data">{one.sides.join(' · ')}</td>
                <td className="end">{one.lengthKilometres}</td>
                <td>{t('allFound', { n: one.markers.length - wrong.length })}{wrong.map((marker) => <div key={marker.number}><span className="tag answer">{say(markerStates.find(({ code }) => code === marker.state) ?? { zh: '', en: '' })}</span> <span className="data">{marker.number} {marker.note}</span></div>)}</td>
                <td><span className={`tag ${one.result === 'disputed' ? 'stop' : 'good'}`}>{t(`result_${one.result}`)}</span>{one.note !== '' && <div className="quiet data">{one.note}</div>}</td>
                <td>{one.filed === null ? <span className="tag answer">{t('notFiled')}</span> : <>{t('filedWith', { day: one.filed.day, with: one.filed.with })}<div className="quiet data">{one.filed.document}</div></>}</td>
                <td><Button size="small" onClick={() => onSheet(one.report)}>{t('sheet')}</Button></td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Markers = ({ line }: { readonly line: Boundary }) => {
  const t = useWords(words)
  if (line.facts.markers.length === 0) return <p className="quiet">{t('noMarkers')}</p>
  return (
    <div className="table-frame marker-list" tabIndex={0} role="region" aria-label={t('markers')}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('marker.number')}</th><th scope="col">{t('marker.type')}</th><th scope="col">{t('marker.keeper')}</th><th scope="col">{t('marker.position')}</th><th scope="col">{t('marker.place')}</th></tr></thead>
        <tbody>{line.facts.markers.map((marker) => <tr key={marker.number}><th scope="row" className="data">{marker.number}{line.wrong.includes(marker.number) && <> <span className="tag stop">{t('openMarkers')}</span></>}</th><td>{t(`marker.${marker.type}`)}</td><td className="data">{marker.keeper}</td><td>{marker.position?.join(', ') ?? '—'}</td><td className="data">{marker.place}</td></tr>)}</tbody>
      </table>
    </div>
  )
}

const Body = ({ line }: { readonly line: Boundary }) => {
  const t = useWords(words)
  const say = useSay()
  const top = useRef<HTMLDivElement>(null)
  const { acting, begin, close } = useActing<BoundaryActKind>(top)
  const [sheet, setSheet] = useState<string>()
  const allowed = actOrder.filter((kind) => line.acts.includes(kind) && (kind !== 'markerMended' || line.facts.markers.length > 0))
  const first = line.acts.includes('resultFiled') ? 'resultFiled' as const : allowed[0]
  const last = line.inspections.at(-1)
  usePageKeys([
    ...(first === undefined ? [] : [{ key: 'F9', label: t(`act_${first}`), run: () => begin(first) }]),
    ...(last === undefined ? [] : [{ key: 'F8', label: t('sheet'), run: () => setSheet(last.report) }]),
  ], { when: acting === undefined && sheet === undefined })
  const { facts } = line
  return (
    <>
      <div ref={top} className="row acts-row" role="group" tabIndex={-1} aria-label={t('acts')}>
        {line.ended !== null && <span className="tag stop">{t('endedOn', { day: line.ended.day })}</span>}
        {allowed.map((kind) => <Button key={kind} {...(kind === first && { type: 'primary' as const })} {...(kind === 'ended' && { danger: true })} onClick={() => begin(kind)}>{t(`act_${kind}`)}{kind === first && <> <KeyCap name="F9" /></>}</Button>)}
      </div>
      <div className="line-columns">
        <Section title={t('facts')}>
          <Facts rows={[
            [t('level'), say(line.levelTitle)], [t('code'), facts.code === '' ? '—' : facts.code], [t('neighbours'), <span key="n" className="data">{facts.neighbours.join(' · ')}</span>], [t('kilometres'), facts.lengthKilometres],
            [t('approvedOn'), facts.approvedOn], [t('approver'), <span key="a" className="data">{facts.approver}</span>], [t('document'), <span key="d" className="data">{facts.document === '' ? '—' : facts.document}</span>],
            [t('lastInspection'), line.lastInspection === '' ? '—' : line.lastInspection], [t('nextInspection'), <span key="x">{line.nextInspection === '' ? '—' : line.nextInspection}{line.overdue && <> <span className="tag stop">{t('overdue')}</span></>}</span>],
          ]} />
        </Section>
        <Section title={t('map')}><LineMap line={line} /></Section>
      </div>
      <Section title={t('findings')}><FindingList findings={line.findings} /></Section>
      <Section title={t('inspections')}><Inspections line={line} onSheet={setSheet} /></Section>
      <div className="line-columns">
        <Section title={t('markers')} acts={<span className="quiet">{facts.markers.length}</span>}><Markers line={line} /></Section>
        <Section title={t('mended')}>
          {line.mended.length === 0 ? <p className="quiet">{t('noMended')}</p> : <ul className="ground-history">{line.mended.toReversed().map((one) => <li key={`${one.day} ${one.marker} ${one.how}`}><span className="quiet">{one.day}</span><span><b className="data">{one.marker}</b> {t(`how_${one.how}`)} <span className="data">{one.by}</span> <span className={`tag ${one.neighbourPresent ? 'good' : 'answer'}`}>{t(one.neighbourPresent ? 'neighbourPresent' : 'neighbourAbsent')}</span>{one.note !== '' && <div className="quiet data">{one.note}</div>}</span></li>)}</ul>}
        </Section>
      </div>
      <Section title={t('history')}><ol className="ground-history">{line.history.toReversed().map((row) => <li key={row.seq}><span className="quiet">{row.at.slice(0, 10)}</span><span>{say(row.title)} <span className="quiet data">{row.actorName}</span>{row.reason !== '' && <div className="quiet data">{row.reason}</div>}</span></li>)}</ol></Section>
      {acting !== undefined && <BoundaryActDialog kind={acting} line={line} onClose={close} />}
      {sheet !== undefined && <PaperDialog route="getBoundaryPaper" args={{ params: { id: line.id }, query: { report: sheet } }} name={`${t('sheet')}-${sheet}.pdf`} title={`${t('sheet')} · ${sheet}`} version={line.revision} onClose={() => setSheet(undefined)} />}
    </>
  )
}

/** One line: facts, course, markers, inspections, repairs, history. */
export default function BoundaryPage() {
  const t = useWords(words)
  const say = useSay()
  const { id = '' } = useParams<{ id: string }>()
  const line = useRoute('getBoundary', { params: { id } }, { fresh: 0 })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={line.data?.name ?? t('title')} lead={<><Link href="/place-names/boundaries">{t('title')}</Link>{line.data === undefined ? '' : ` · ${say(line.data.levelTitle)}`}</>}>
        <Loaded of={line}>{(data) => <Body line={data} />}</Loaded>
      </Page>
    </>
  )
}
