import { Button } from 'antd'
import { useState } from 'react'
import type { BurialCase } from '../../../../../api/schemas/burial.ts'
import { useSay } from '../../../../shared/i18n.ts'
import { writeFen } from '../../../../shared/MoneyField.tsx'
import { SecondPersonDialog } from '../../../../shared/SecondPersonDialog.tsx'
import { NumberPapers, useBurialCase, useBurialWords } from '../parts.tsx'

/** 撤销减免: a further line of the day it is taken back on, with reason and second person. */
const ReversalDialog = ({ settlement, onClose }: { readonly settlement: BurialCase['settlements'][number]; readonly onClose: () => void }) => {
  const t = useBurialWords()
  const { desk } = useBurialCase()
  return (
    <SecondPersonDialog title={t('reversalTitle')} verb={t('reverse')} danger onCancel={onClose} onDone={onClose} act={(given) => desk.sendNow('reverseWaiver', { number: settlement.number, ...given })}>
      <p>{t('reversalNote', { number: settlement.number, fen: writeFen(settlement.waivedFen) })}</p>
    </SecondPersonDialog>
  )
}

/** The settlements of the case as they were printed, those taken back among them. */
export const Settlements = () => {
  const t = useBurialWords()
  const say = useSay()
  const { current, may } = useBurialCase()
  const [reversing, setReversing] = useState<BurialCase['settlements'][number]>()
  if (current === undefined || current.settlements.length === 0) return null
  return (
    <section aria-label={t('settlements')}>
      <h3>{t('settlements')}</h3>
      {current.settlements.map((settlement) => {
        return (
          <div key={settlement.number} className="settlement">
            <div className="row">
              <span className={`tag ${settlement.reversed === null ? 'good' : 'stop'}`}>{settlement.reversed === null ? t(`mode.${settlement.mode}`) : t('reversedOn', { day: settlement.reversed.day })}</span>
              <b className="mono">{settlement.number}</b><span>{settlement.day}</span>
              <span>{t('bill.actual')} <b className="mono">{writeFen(settlement.actualFen)}</b></span><span>{t('bill.waived')} <b className="mono">{writeFen(settlement.waivedFen)}</b></span><span>{t('bill.selfPaid')} <b className="mono">{writeFen(settlement.selfPaidFen)}</b></span>
              <span className="quiet">{settlement.policies.map((policy) => `${say(policy.title)} ${policy.documentNumber}`).join(' · ')}</span>
              <span className="spring" />
              <NumberPapers number={settlement.number} label={t('printSettlement')} />
              {settlement.reversed === null && may('waiver.settle') && <Button size="small" danger onClick={() => setReversing(settlement)}>{t('reverse')}</Button>}
            </div>
            {settlement.reversed !== null && <p className="quiet">{settlement.reversed.reason}</p>}
            <details className="fold"><summary>{t('explained')}</summary><ol className="fold-body explanation">{settlement.explanation.map((line, index) => <li key={index}>{say(line)}</li>)}</ol></details>
          </div>
        )
      })}
      {reversing !== undefined && <ReversalDialog settlement={reversing} onClose={() => setReversing(undefined)} />}
    </section>
  )
}
