import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useCasePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { AbandonDialog, RefusalDialog } from '../dialogs/RefusalDialog.tsx'
import { papersNamed } from '../papers.ts'
import { Decided, DecisionFindings, useApproval } from './DecisionParts.tsx'
import { RemarkFacts } from './RemarkFacts.tsx'

/** 审查 where a case is decided as it was received: opened, registered, refused or given up. */
export const DecisionSection = ({ parties = [0, 1], remarkHere = true, besides, rows = [] }: {
  /** Who gets a booklet. */
  readonly parties?: readonly (0 | 1)[]
  /** The remark of the certificate is typed here. */
  readonly remarkHere?: boolean
  /** Further acts before the decision. */
  readonly besides?: ReactNode
  /** What else was decided. */
  readonly rows?: readonly (readonly [string, ReactNode])[]
}) => {
  const t = useCaseWords()
  const { desk, editable, may, preview } = useCasePlace()
  const { current, busy } = useCaseView(desk)
  const [dialog, setDialog] = useState<'refuse' | 'abandon'>()
  const approval = useApproval({
    deciding: current?.state === 'received' && may('case.decide'), parties,
    besides: <>{besides}<Button tabIndex={-1} onClick={() => setDialog('refuse')}>{t('refuse')}</Button><Button tabIndex={-1} onClick={() => setDialog('abandon')}>{t('abandon')}</Button></>,
  })
  useSectionAct('decision', async () => {
    if (current === undefined) {
      await desk.commit()
      return false
    }
    return approval.approve()
  })
  return (
    <div className="decision">
      {current?.state !== 'received' && current !== undefined ? <Decided rows={rows} /> : <DecisionFindings />}
      {editable && current !== undefined && <RemarkFacts certificate={remarkHere} />}
      {approval.view}
      {current === undefined && editable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} onClick={() => void desk.commit()}>{t('receive')}</Button>
          <span className="quiet">{t('receiveNote')}</span>
        </div>
      )}
      {dialog === 'refuse' && <RefusalDialog onClose={() => setDialog(undefined)} onDone={(done) => { setDialog(undefined); preview(papersNamed(done, 'refusal')) }} />}
      {dialog === 'abandon' && <AbandonDialog onClose={() => setDialog(undefined)} />}
    </div>
  )
}
