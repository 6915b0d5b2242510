import { Button } from 'antd'
import { useState } from 'react'
import { agentRelations } from '../../../../../domain/burial/codes.ts'
import { normaliseName } from '../../../../../domain/characters/index.ts'
import { normaliseIdentityNumber } from '../../../../../domain/identity/index.ts'
import { useCardInput } from '../../../../case/card/useCard.ts'
import { useCaseView } from '../../../../case/desk/context.tsx'
import { useField } from '../../../../case/form/store.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { CodeFact, TextFact, useBurial, useBurialWords } from '../parts.tsx'

/** 丧事承办人: who signs and pays. The case is opened when this section is left. */
export const AgentSection = () => {
  const t = useBurialWords()
  const { spec, desk, editable, cards } = useBurial()
  const { current, busy } = useCaseView(desk)
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  useCardInput(root, editable, spec, desk, cards.read)
  return (
    <div className="burial-part" ref={setRoot} data-party="agent" key={cards.epoch}>
      <Fields>
        <TextFact path="agent.name" label={t('agentName')} answers={false} required span={3} tidy={normaliseName} />
        <CodeFact path="agent.relation" label={t('person.relation')} table={agentRelations} codes={false} answers={false} required span={3} />
        <TextFact path="agent.identityNumber" label={t('person.identityNumber')} span={4} max={30} mono tidy={normaliseIdentityNumber} />
        <TextFact path="agent.phone" label={t('field.phone')} span={2} max={30} mono />
        <TextFact path="agent.address" label={t('agentAddress')} span={12} max={400} />
      </Fields>
      {current === undefined && editable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} onClick={() => void desk.commit()}>{t('receive')}</Button>
          <span className="quiet">{t('receiveNote')}</span>
        </div>
      )}
    </div>
  )
}

/** Beside the section while it is folded. */
export const AgentSummary = () => {
  const { desk } = useBurial()
  const [agent] = useField(desk.store, 'agent')
  return agent.name === '' ? null : <>{agent.name} {agent.phone}</>
}
