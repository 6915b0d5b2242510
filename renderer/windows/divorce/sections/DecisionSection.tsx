import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../shared/i18n.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { RefusalDialog } from '../../../case/dialogs/RefusalDialog.tsx'
import { papersNamed } from '../../../case/papers.ts'
import { Decided, DecisionFindings, useApproval } from '../../../case/sections/DecisionParts.tsx'
import { RemarkFacts } from '../../../case/sections/RemarkFacts.tsx'
import { words } from '../words.ts'
import { useDivorce } from './parts.tsx'

/** 审查: 准予离婚登记 or 不予办理. */
export const DecisionSection = () => {
  const t = useWords(words)
  const { desk, editable, may, preview } = useDivorce()
  const { current } = useCaseView(desk)
  const [refusing, setRefusing] = useState(false)
  const approval = useApproval({ deciding: current?.state === 'issuing' && may('case.decide'), besides: <Button tabIndex={-1} onClick={() => setRefusing(true)}>{t('refuse')}</Button> })
  useSectionAct('decision', approval.approve)
  if (current === undefined) return null
  return (
    <div className="decision">
      {current.state === 'issuing' ? <DecisionFindings /> : <Decided />}
      {editable && current.state === 'issuing' && <RemarkFacts />}
      {approval.view}
      {refusing && <RefusalDialog onClose={() => setRefusing(false)} onDone={(done) => { setRefusing(false); preview(papersNamed(done, 'refusal')) }} />}
    </div>
  )
}
