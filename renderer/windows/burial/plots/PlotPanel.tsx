import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { CemeteryLine, PlotReply } from '../../../../api/schemas/placement.ts'
import { placements } from '../../../../domain/burial/codes.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FindingList } from '../../../shared/FindingList.tsx'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, FailurePanel, Waiting } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { useAct, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { useActing } from '../../../shared/acting.ts'
import { BlockDialog, ReleaseDialog, ReopenDialog, SurrenderDialog, UnblockDialog } from './acts/smallDialogs.tsx'
import { ContractDialog } from './acts/ContractDialog.tsx'
import { InterDialog } from './acts/InterDialog.tsx'
import { RemoveDialog, RenewDialog, ReserveDialog } from './acts/termDialogs.tsx'
import { WrongGraveDialog } from './acts/WrongGraveDialog.tsx'
import { usePlotNames } from './names.ts'
import { Whither } from './PlotPlace.tsx'
import { words } from './words.ts'

/** The acts in the order in which a plot lives. */
const order = ['reserved', 'contracted', 'interred', 'renewed', 'removed', 'wrongGrave', 'released', 'surrendered', 'reopened', 'blocked', 'unblocked'] as const
export type PlotActKind = (typeof order)[number]
const dialogs = { reserved: ReserveDialog, released: ReleaseDialog, contracted: ContractDialog, interred: InterDialog, renewed: RenewDialog, removed: RemoveDialog, wrongGrave: WrongGraveDialog, surrendered: SurrenderDialog, reopened: ReopenDialog, blocked: BlockDialog, unblocked: UnblockDialog } as const

/** What a dialog of an act is given. */
export interface PlotDialogProps {
  readonly plot: PlotReply
  readonly cemetery: CemeteryLine
  readonly onClose: () => void
}

const HolderFacts = ({ holder }: { readonly holder: NonNullable<PlotReply['reservation']>['holder'] }) => {
  const t = useWords(words)
  return (
    <Facts rows={[
      [t('holder'), <b key="name" className="data">{holder.name}</b>],
      [t('identityNumber'), <span key="number" className="mono">{holder.identityNumber}</span>],
      [t('phone'), <span key="phone" className="mono">{holder.phone === '' ? '—' : holder.phone}</span>],
    ]} />
  )
}

const Lying = ({ plot }: { readonly plot: PlotReply }) => {
  const t = useWords(words)
  const say = useSay()
  if (plot.interments.length === 0) return <p className="quiet">{t('nobodyLies')}</p>
  return (
    <ul className="plot-lying">
      {plot.interments.map((row) => (
        <li key={row.interment} className={row.removed === null ? '' : 'gone'}>
          <b className="data">{row.deceased}</b> <span className="tag">{say(placements.find(({ code }) => code === row.how) ?? { zh: row.how, en: row.how })}</span> {row.caseId !== '' && <Link href={`/burial/${row.caseId}`}>{t('toCase')}</Link>}
          <div className="quiet">{t('interredOn', { day: row.day })}{row.certificate === '' ? '' : <> · <span className="mono">{row.certificate}</span></>}</div>
          {row.removed !== null && <div>{t(`removed_${row.removed.why}`, { day: row.removed.day })} <Whither to={row.removed.to} own={plot.cemetery} /></div>}
        </li>
      ))}
    </ul>
  )
}

/** One plot: its state, its holder, who lies there, its papers and history, and what may be done with it now. */
export const PlotPanel = ({ id, cemetery, onClose }: { readonly id: string; readonly cemetery: CemeteryLine; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const reply = useRoute('getPlot', { query: { plot: id } }, { fresh: 0 })
  const [paper, setPaper] = useState<{ readonly id: string; readonly title: string; readonly interment?: string }>()
  const printed = useAct('recordPlotPrinted', { refresh: ['getPlot'] })
  const heading = useRef<HTMLHeadingElement>(null)
  const { acting, begin: setActing, close } = useActing<PlotActKind>(heading)
  const nameOf = usePlotNames()
  const plot = reply.data
  const loaded = plot !== undefined
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true })
  }, [loaded])
  const allowed = plot === undefined || !may('plot.write') ? [] : order.filter((kind) => plot.acts.some((act) => act.replace(/^plot\./, '') === kind) || (kind === 'wrongGrave' && plot.interments.some((row) => row.removed === null)))
  usePageKeys([{ key: 'Escape', label: t('closePanel'), run: onClose }, ...(allowed[0] === undefined ? [] : [{ key: 'F2', label: t(`act_${allowed[0]}`), run: () => setActing(allowed[0]) }])], { when: acting === undefined && paper === undefined })
  const Dialog = acting === undefined ? undefined : dialogs[acting]
  return (
    <aside className="plot-panel" aria-label={t('plotPanel')}>
      {plot === undefined ? (reply.error === null ? <Waiting /> : <FailurePanel failure={reply.error} onRetry={() => void reply.refetch()} />) : (
        <>
          <div className="plot-panel-head">
            <div>
              <h2 ref={heading} tabIndex={-1}><span className="data">{nameOf(id, cemetery.id) ?? say(plot.words)}</span></h2>
              <p><span className="tag">{say(plot.stateTitle)}</span> {t('lyingOf', { n: plot.occupants, most: plot.capacity })} {(plot.band === 'expired' || plot.band === 'within1' || plot.band === 'within6' || plot.band === 'within12') && <span className={`tag ${plot.band === 'expired' || plot.band === 'within1' ? 'stop' : 'answer'}`}>{t(plot.band === 'expired' ? 'expiredOn' : 'endsOn', { day: plot.until })}</span>}</p>
            </div>
            <Button size="small" onClick={onClose}>{t('closePanel')} <KeyCap name="Escape" /></Button>
          </div>
          {allowed.length > 0 && (
            <div className="plot-acts" role="group" aria-label={t('acts')}>
              {allowed.map((kind, index) => <Button key={kind} {...(index === 0 && { type: 'primary' as const })} {...(kind === 'surrendered' || kind === 'blocked' ? { danger: true } : {})} onClick={() => setActing(kind)}>{t(`act_${kind}`)}{index === 0 && <> <KeyCap name="F2" /></>}</Button>)}
            </div>
          )}
          {plot.band === 'expired' && <p className="finding-note answer">{t('expiredHint')}</p>}
          {plot.blocked !== null && <p className="finding-note answer">{t('blockedSince', { day: plot.blocked.day })} <span className="data">{plot.blocked.note}</span></p>}
          {plot.reservation !== null && (
            <section>
              <h3>{t('reservation')}</h3>
              <HolderFacts holder={plot.reservation.holder} />
              <Facts rows={[[t('reservedUntil'), <b key="until">{plot.reservation.until}</b>], [t('slip'), <span key="slip" className="mono">{plot.reservation.slip}</span>]]} />
            </section>
          )}
          {plot.contract !== null && (
            <section>
              <h3>{t('contract')}</h3>
              <HolderFacts holder={plot.contract.holder} />
              <Facts rows={[
                [t('agreement'), <span key="agreement" className="mono">{plot.contract.agreement}</span>],
                [t('term'), `${plot.contract.day} – ${plot.until}`],
                [t('fees'), t('feesWords', { fee: yuan(plot.contract.feeFen), upkeep: yuan(plot.contract.upkeepFen) })],
                ...(plot.contract.renewals.length === 0 ? [] : [[t('renewals'), plot.contract.renewals.map((one) => t('renewedTo', { day: one.day, to: one.to })).join(t('semicolon'))] as const]),
              ]} />
            </section>
          )}
          <section>
            <h3>{t('lying')}</h3>
            <Lying plot={plot} />
          </section>
          {plot.findings.length > 0 && <FindingList findings={plot.findings} />}
          {plot.papers.length > 0 && (
            <section>
              <h3>{t('papers')}</h3>
              <div className="plot-acts">
                {plot.papers.flatMap((one) => {
                  // A certificate is of one interment, an agreement of the plot.
                  const rows = one.paper.toLowerCase().includes('certificate') ? plot.interments.filter((row) => row.certificate !== '') : [undefined]
                  return rows.map((row) => (
                    <Button key={`${one.paper} ${row?.interment ?? ''}`} size="small" disabled={!one.ready || !may('case.print')} title={one.why === undefined ? undefined : say(one.why)} onClick={() => setPaper({ id: one.paper, title: row === undefined ? say(one.title) : `${say(one.title)} ${row.deceased}`, ...(row !== undefined && { interment: row.interment }) })}>
                      {say(one.title)}{row === undefined ? '' : <> · <span className="data">{row.deceased}</span></>}
                    </Button>
                  ))
                })}
              </div>
            </section>
          )}
          <section>
            <h3>{t('history')}</h3>
            {plot.history.length === 0 ? <p className="quiet">{t('untouched')}</p> : (
              <ol className="plot-history">
                {[...plot.history].reverse().map((row) => <li key={row.seq}><span className="quiet">{row.day === '' ? row.at.slice(0, 10) : row.day}</span><span>{say(row.title)} <span className="quiet"><span className="data">{row.actorName}</span>{row.second === '' ? '' : <> · {t('with', { who: row.second })}</>}</span>{row.reason === '' ? '' : <div className="quiet data">{row.reason}</div>}</span></li>)}
              </ol>
            )}
          </section>
          {Dialog !== undefined && <Dialog plot={plot} cemetery={cemetery} onClose={close} />}
          {paper !== undefined && (
            <PaperDialog
              route="getPlotPaper" args={{ params: { paper: paper.id }, query: { plot: id, ...(paper.interment !== undefined && { interment: paper.interment }) } }} name={`${paper.title}.pdf`} title={paper.title} version={plot.revision}
              onPrinted={() => printed.mutate({ body: { plot: id, paper: paper.id, printer: '', ...(paper.interment !== undefined && { interment: paper.interment }) } })} onClose={() => setPaper(undefined)}
            />
          )}
          <FailurePanel failure={printed.error} />
        </>
      )}
    </aside>
  )
}
