import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { GraveReply } from '../../../../api/schemas/grounds.ts'
import { placements, agentRelations } from '../../../../domain/burial/codes.ts'
import { graveTypes } from '../../../../domain/burial/relocation/codes.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, FailurePanel, Section, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { useActing } from '../../../shared/acting.ts'
import { History } from '../grounds/parts.tsx'
import { Whither } from '../plots/PlotPlace.tsx'
import { CompensateDialog, ConfirmDialog, ExhumeDialog, WithdrawDialog } from './graveDialogs.tsx'
import { ReinterDialog } from './ReinterDialog.tsx'
import { words } from './words.ts'

const order = ['confirmed', 'exhumed', 'compensated', 'reinterred', 'withdrawn'] as const
type Kind = (typeof order)[number]
const dialogs = { confirmed: ConfirmDialog, exhumed: ExhumeDialog, compensated: CompensateDialog, reinterred: ReinterDialog, withdrawn: WithdrawDialog } as const

/** What is paid, line by line, the sum last. */
export const MoneyLines = ({ compensation }: { readonly compensation: NonNullable<GraveReply['compensation']> }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <table className="money-lines">
      <tbody>
        {compensation.lines.map((line) => <tr key={line.message.en}><td>{say(line.message)}</td><td className="end nowrap">{t('yuan', { yuan: yuan(line.fen) })}</td></tr>)}
        <tr className="sum"><td>{t('toPay')}</td><td className="end nowrap">{t('yuan', { yuan: yuan(compensation.totalFen) })}</td></tr>
      </tbody>
    </table>
  )
}

/** One grave (座) on its way: who declared it, what was confirmed, exhumed, paid, and where its cells (穴) went. */
export const GravePanel = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const reply = useRoute('getGrave', { params: { id } }, { fresh: 0 })
  const heading = useRef<HTMLHeadingElement>(null)
  const { acting, begin: setActing, close } = useActing<Kind>(heading)
  const grave = reply.data
  const loaded = grave !== undefined
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true })
  }, [loaded])
  const allowed = grave === undefined || !may('ground.write') ? [] : order.filter((kind) => grave.acts.some((act) => act.replace(/^relocation\./, '') === kind))
  usePageKeys([{ key: 'Escape', label: t('closePanel'), run: onClose }, ...(allowed[0] === undefined ? [] : [{ key: 'F2', label: t(`act_${allowed[0]}`), run: () => setActing(allowed[0]) }])], { when: acting === undefined })
  const Dialog = acting === undefined ? undefined : dialogs[acting]
  if (grave === undefined) return <aside className="ground-panel">{reply.error === null ? <Waiting /> : <FailurePanel failure={reply.error} onRetry={() => void reply.refetch()} />}</aside>
  const typeOf = (type: string) => say(graveTypes.find(({ code }) => code === type) ?? { zh: type, en: type })
  const { declaration, confirmed, exhumed, compensated, reinterred } = grave
  return (
    <aside className="ground-panel" aria-label={t('grave')}>
      <div className="ground-panel-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>{grave.graveNumber === '' ? t('graveUnnumbered', { id: grave.id.slice(0, 8) }) : t('graveNamed', { number: grave.graveNumber })}</h2>
          <p><span className="tag">{say(grave.stateTitle)}</span> {t('typeAndCells', { type: typeOf(grave.type), n: grave.cells })}</p>
        </div>
        <Button size="small" onClick={onClose}>{t('closePanel')} <KeyCap name="Escape" /></Button>
      </div>
      {allowed.length > 0 && <div className="row">{allowed.map((kind, index) => <Button key={kind} {...(index === 0 && { type: 'primary' as const })} {...(kind === 'withdrawn' && { danger: true })} onClick={() => setActing(kind)}>{t(`act_${kind}`)}{index === 0 && <> <KeyCap name="F2" /></>}</Button>)}</div>}
      <Facts rows={[
        [t('notice'), <span key="notice" className="data">{grave.notice}</span>],
        [t('openedOn'), grave.openedOn],
        ...(declaration === null ? [] : [
          [t('owner'), <><b className="data">{declaration.owner}</b> {say(agentRelations.find(({ code }) => code === declaration.relation) ?? { zh: '', en: '' })}</>] as const,
          [t('identityNumber'), <span key="number" className="mono">{declaration.ownerIdentityNumber}</span>] as const,
          [t('phone'), <span key="phone" className="mono">{declaration.phone === '' ? '—' : declaration.phone}</span>] as const,
          [t('remains'), String(declaration.remains)] as const,
        ]),
        ...(confirmed === null ? [] : [[t('act_confirmed'), <>{confirmed.day} · {typeOf(confirmed.type)} · {t('cellsOf', { n: confirmed.cells })} · <span className="data">{confirmed.slip} {confirmed.confirmer}</span></>] as const]),
        ...(exhumed === null ? [] : [[t('act_exhumed'), <>{exhumed.day} · {t('remainsOf', { n: exhumed.remains })} <span className="data">{exhumed.bonesCremation}</span></>] as const]),
      ]} />
      {compensated === null && grave.compensation !== null && grave.state === 'exhumed' && <Section title={t('wouldPay')}><MoneyLines compensation={grave.compensation} /></Section>}
      {compensated !== null && (
        <Section title={t('paid')}>
          <Facts rows={[[t('act_compensated'), compensated.day], [t('base'), t('yuan', { yuan: yuan(compensated.baseFen) })], [t('reward'), t('yuan', { yuan: yuan(compensated.rewardFen) })], [t('byCell'), t('yuan', { yuan: yuan(compensated.cellFen) })], [t('total'), <b key="total">{t('yuan', { yuan: yuan(compensated.totalFen) })}</b>], [t('payee'), <span key="payee" className="data">{compensated.payee}</span>], [t('receipt'), <span key="receipt" className="mono">{compensated.receipt}</span>]]} />
        </Section>
      )}
      {reinterred !== null && (
        <Section title={t('wentTo', { day: reinterred.day })}>
          <ol className="ground-history">{reinterred.to.map((cell, index) => <li key={index}><span className="quiet">{t('cellNumber', { n: index + 1 })}</span><span>{say(placements.find(({ code }) => code === cell.how) ?? { zh: cell.how, en: cell.how })} · <Whither to={cell.plot} />{cell.publicCemetery ? <> <span className="tag">{t('publicCemetery')}</span></> : ''}</span></li>)}</ol>
        </Section>
      )}
      <History rows={grave.history} />
      {Dialog !== undefined && <Dialog grave={grave} onClose={close} />}
    </aside>
  )
}
