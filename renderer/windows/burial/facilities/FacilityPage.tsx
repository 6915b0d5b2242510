import '../grounds/grounds.css'
import { Button } from 'antd'
import { useRef } from 'react'
import { Link, useParams } from 'wouter'
import { reportKinds } from '../../../../domain/burial/facilities/actions.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import { areaName } from '../../../../domain/areas/index.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import type { FacilityReply } from '../../../../api/schemas/grounds.ts'
import { BurialTabs } from '../BurialTabs.tsx'
import { useActing } from '../../../shared/acting.ts'
import { History } from '../grounds/parts.tsx'
import { CloseDialog, EndPricesDialog, openApprovals, ReinspectDialog, ReportDialog } from './facilityDialogs.tsx'
import { InspectionDialog } from './InspectionDialog.tsx'
import { PricesDialog } from './PricesDialog.tsx'
import { words } from './words.ts'

const order = ['inspected', 'reinspected', 'pricesApproved', 'pricesEnded', 'reported', 'closed'] as const
type Kind = (typeof order)[number]
const dialogs = { inspected: InspectionDialog, reinspected: ReinspectDialog, pricesApproved: PricesDialog, pricesEnded: EndPricesDialog, reported: ReportDialog, closed: CloseDialog } as const
const tone = { pass: 'good', mended: 'good', fix: 'answer', overdue: 'stop', fail: 'stop', open: '' } as const

/** What a dialog of an act on a facility is given. */
export interface FacilityDialogProps {
  readonly facility: FacilityReply
  readonly onClose: () => void
}

const Body = ({ facility }: { readonly facility: FacilityReply }) => {
  const t = useWords(words)
  const say = useSay()
  const { may, office } = useSession()
  const top = useRef<HTMLDivElement>(null)
  const { acting, begin: setActing, close } = useActing<Kind>(top)
  const allowed = may('ground.write') ? order.filter((kind) => (kind !== 'pricesEnded' || openApprovals(facility, office.today).length > 0) && facility.acts.some((act) => act.replace(/^facility\./, '') === kind)) : []
  const Dialog = acting === undefined ? undefined : dialogs[acting]
  usePageKeys(allowed[0] === undefined ? [] : [{ key: 'F9', label: t(`act_${allowed[0]}`), run: () => setActing(allowed[0]) }], { when: acting === undefined })
  const { facts } = facility
  return (
    <>
      <div ref={top} className="row acts-row" role="group" tabIndex={-1} aria-label={t('acts')}>{facility.closedOn !== '' && <span className="tag stop">{t('closedSince', { day: facility.closedOn })}</span>}{allowed.map((kind, index) => <Button key={kind} {...(index === 0 && { type: 'primary' as const })} {...(kind === 'closed' && { danger: true })} onClick={() => setActing(kind)}>{t(`act_${kind}`)}{index === 0 && <> <KeyCap name="F9" /></>}</Button>)}</div>
      <Section title={t('facts')}>
        <Facts rows={[[t('kind'), say(facility.kindTitle)], [t('area'), <span key="area" className="data">{areaName(facts.area, office.today)}</span>], [t('township'), <span key="township" className="data">{facts.township === '' ? '—' : facts.township}</span>], [t('foundedOn'), facts.foundedOn], [t('document'), <span key="document" className="data">{facts.document === '' ? '—' : facts.document}</span>], ...(facility.closedOn === '' ? [] : [[t('closedOn'), facility.closedOn] as const])]} />
      </Section>
      <Section title={t('priceApprovals')} acts={<span className={`tag ${facility.approved ? 'good' : 'answer'}`}>{t(facility.approved ? 'approvedYes' : 'approvedNo')}</span>}>
        {facility.priceApprovals.length === 0 ? <p className="quiet">{t('noApprovals')}</p> : (
          <div className="table-frame">
            <table className="plain-table ground-table">
              <thead><tr><th scope="col">{t('priceDocument')}</th><th scope="col">{t('authority')}</th><th scope="col">{t('term')}</th><th scope="col">{t('item')}</th><th scope="col" className="end">{t('mostYuan')}</th></tr></thead>
              <tbody>{facility.priceApprovals.flatMap((approval) => approval.items.map((item, index) => <tr key={`${approval.document} ${item.item}`}>{index === 0 && <><th scope="row" rowSpan={approval.items.length} className="data">{approval.document}</th><td rowSpan={approval.items.length} className="data">{approval.authority}</td><td rowSpan={approval.items.length}>{approval.from} – {approval.to === '' ? t('noEnd') : approval.to}</td></>}<td className="data">{item.item}</td><td className="end">{yuan(item.mostFen)}</td></tr>))}</tbody>
            </table>
          </div>
        )}
      </Section>
      <Section title={t('inspections')}>
        {facility.inspections.length === 0 ? <p className="quiet">{t('noInspections')}</p> : (
          <div className="table-frame">
            <table className="plain-table ground-table">
              <thead><tr><th scope="col">{t('year')}</th><th scope="col">{t('day')}</th><th scope="col" className="end">{t('score')}</th><th scope="col">{t('result')}</th><th scope="col">{t('deadline')}</th><th scope="col">{t('inspectors')}</th><th scope="col">{t('points')}</th><th scope="col">{t('reinspections')}</th></tr></thead>
              <tbody>
                {[...facility.inspections].reverse().map((one) => (
                  <tr key={one.year}>
                    <th scope="row">{one.year}</th>
                    <td>{one.day}</td>
                    <td className="end">{one.score}</td>
                    <td><span className={`tag ${tone[one.state]}`}>{say(one.stateTitle)}</span></td>
                    <td>{one.deadline}</td>
                    <td className="data">{one.inspectors.join(' ')}</td>
                    <td>{one.items.map((item) => { const found = one.form.items.find(({ id }) => id === item.item); return <div key={item.item}>{found === undefined ? item.item : say(found.title)} {item.points}{found === undefined ? '' : ` / ${String(found.most)}`}{item.note === '' ? '' : <> · <span className="data quiet">{item.note}</span></>}</div> })}</td>
                    <td>{one.reinspections.map((again) => <div key={again.day}>{again.day} <span className={`tag ${again.mended ? 'good' : 'stop'}`}>{t(again.mended ? 'mendedYes' : 'mendedNo')}</span> <span className="data quiet">{again.note}</span></div>)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      <Section title={t('reports')}>
        {facility.yearlyReports.length === 0 ? <p className="quiet">{t('noReports')}</p> : <ul className="ground-history">{[...facility.yearlyReports].reverse().map((one) => <li key={`${String(one.year)} ${one.report}`}><span className="quiet">{one.day}</span><span>{one.year} {say(reportKinds.find(({ code }) => code === one.report) ?? { zh: '', en: '' })}</span></li>)}</ul>}
      </Section>
      <History rows={facility.history} />
      {Dialog !== undefined && <Dialog facility={facility} onClose={close} />}
    </>
  )
}

/** One facility: facts, approved prices, inspections, yearly reports, history. */
const FacilityPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { id = '' } = useParams<{ id: string }>()
  const facility = useRoute('getFacility', { params: { id }, query: {} }, { fresh: 0 })
  return (
    <>
      <BurialTabs />
      <Page wide title={facility.data?.facts.name ?? t('title')} lead={<><Link href="/burial/facilities">{t('title')}</Link>{facility.data === undefined ? '' : ` · ${say(facility.data.kindTitle)}`}</>}>
        <Loaded of={facility}>{(data) => <Body facility={data} />}</Loaded>
      </Page>
    </>
  )
}

export default FacilityPage
