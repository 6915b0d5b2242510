import { Button } from 'antd'
import { useState } from 'react'
import type { MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { DecisionSection } from '../../../case/sections/DecisionSection.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { ScreeningDialog } from '../dialogs/ScreeningDialog.tsx'
import { words } from '../words.ts'

/** 审查, with the 预审 that may come before it. */
export const MarriageDecision = () => {
  const t = useWords(words)
  const { desk } = useCasePlace<MarriageFile, MarriageCase>()
  const { current } = useCaseView(desk)
  const [screening, setScreening] = useState(false)
  return (
    <>
      {current?.state === 'received' && current.screened !== null && <p className="row"><span className="tag answer">{t('screenedFor', { day: current.screened.plannedDay })}</span><span className="quiet">{current.screened.note}</span></p>}
      <DecisionSection besides={current?.acts.includes('marriage.screened') === true && <Button tabIndex={-1} onClick={() => setScreening(true)}>{t('screening')}</Button>} />
      {screening && <ScreeningDialog onClose={() => setScreening(false)} />}
    </>
  )
}
