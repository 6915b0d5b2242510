import { Button } from 'antd'
import { useState } from 'react'
import { useCasePlace, useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { AbandonDialog, RefusalDialog } from '../../../case/dialogs/RefusalDialog.tsx'
import { TextFact } from '../../../case/form/fields.tsx'
import { papersNamed } from '../../../case/papers.ts'
import { Decided, DecisionFindings, useApproval } from '../../../case/sections/DecisionParts.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'

export const DecisionSection = () => {
  const t = useWords(words)
  const { desk, editable, may, preview } = useCasePlace()
  const { current, busy } = useCaseView(desk)
  const [dialog, setDialog] = useState<'refuse' | 'abandon'>()
  const approval = useApproval({
    deciding: current?.state === 'received' && may('case.decide'),
    besides: <><Button tabIndex={-1} onClick={() => setDialog('refuse')}>{t('refuse')}</Button><Button tabIndex={-1} onClick={() => setDialog('abandon')}>{t('abandon')}</Button></>,
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
      {current?.state !== 'received' && current !== undefined ? <Decided /> : <DecisionFindings />}
      {editable && current !== undefined && (
        <Fields>
          <TextFact path="remarkForm" label={t('field.remarkForm')} span={6} max={400} />
          <TextFact path="remarkCertificate" label={t('field.remarkCertificate')} span={6} max={120} />
        </Fields>
      )}
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
