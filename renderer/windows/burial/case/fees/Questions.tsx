import { Input } from 'antd'
import type { BurialFile } from '../../../../../domain/burial/file.ts'
import { titleOf, waiverFlags } from '../../../../../domain/waiver/codes.ts'
import type { WaiverFlag } from '../../../../../domain/waiver/codes.ts'
import type { Answer } from '../../../../../domain/waiver/facts.ts'
import { useField } from '../../../../case/form/store.ts'
import { Field, Fields, focusField } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { useBurial, useBurialWords } from '../parts.tsx'
import { sectionOfField } from '../steps.ts'
import type { Quote } from './bill.ts'
import { fieldOfQuestion, flagOf } from './bill.ts'

const answers: readonly Answer[] = ['yes', 'no', 'unknown']

/** An answer by three buttons, for questions that must not be guessed. */
export const ThreeWay = ({ label, value, disabled, onChoose }: { readonly label: string; readonly value: Answer | ''; readonly disabled: boolean; readonly onChoose: (answer: Answer) => void }) => {
  const t = useBurialWords()
  return (
    <span className="choices three" role="radiogroup" aria-label={label}>
      {answers.map((answer) => <button key={answer} type="button" role="radio" aria-checked={value === answer} aria-pressed={value === answer} disabled={disabled} data-enter="" onClick={() => onChoose(answer)}>{t(`three.${answer}`)}</button>)}
    </span>
  )
}

/** 丧葬补助: whether one is paid, and by what proof that is known; unknown never approves. */
const Grant = () => {
  const t = useBurialWords()
  const { desk, editable } = useBurial()
  const [grant, setGrant] = useField(desk.store, 'grant')
  return (
    <Fields>
      <div className="fact span-5" data-field="grant.paid">
        <div className="waiver-question"><span>{t('grantQuestion')}</span><ThreeWay label={t('grantQuestion')} value={grant.paid} disabled={!editable} onChoose={(paid) => setGrant({ ...grant, paid })} /></div>
      </div>
      <div className="fact span-7"><Field path="grant.proof" label={t('grantProof')} problem={grant.paid === 'no' && grant.proof.trim() === '' ? t('grantUnproven') : undefined}><Input value={grant.proof} maxLength={400} disabled={!editable} autoComplete="off" placeholder={t('grantProofHint')} onChange={(event) => setGrant({ ...grant, proof: event.target.value })} /></Field></div>
    </Fields>
  )
}

/** The questions that a waiver leaves open, answered on the spot, and those that were answered. */
export const Questions = ({ quote }: { readonly quote: Quote | undefined }) => {
  const t = useBurialWords()
  const say = useSay()
  const { desk, editable, go } = useBurial()
  const [flags] = useField(desk.store, 'waiverFlags')
  const open = (quote?.questions ?? []).filter((question) => question.field !== 'flags.grant')
  const asked = [...new Map(open.flatMap((question) => { const flag = flagOf(question.field); return flag === undefined ? [] : [[flag, question.message] as const] }))]
  const others = open.filter((question) => flagOf(question.field) === undefined)
  const answered = waiverFlags.filter(({ code }) => code !== 'grant' && flags[code] !== undefined && !asked.some(([flag]) => flag === code))
  const put = (flag: string, answer: Answer) => desk.store.change((file: BurialFile) => ({ ...file, waiverFlags: { ...file.waiverFlags, [flag]: answer } }))
  const toField = (field: string) => {
    const path = fieldOfQuestion(field) ?? field
    go(sectionOfField(path))
    focusField(path)
  }
  return (
    <section className="waiver-questions" aria-label={t('questions')}>
      <Grant />
      {(asked.length > 0 || others.length > 0) && <h3>{t('openQuestions', { n: asked.length + others.length })}</h3>}
      {asked.map(([flag, message]) => (
        <div key={flag} className="waiver-question open" data-field={`flags.${flag}`}>
          <span>{say(message)}</span>
          <ThreeWay label={say(message)} value={flags[flag as WaiverFlag] ?? ''} disabled={!editable} onChoose={(answer) => put(flag, answer)} />
        </div>
      ))}
      {others.map((question) => (
        <div key={`${question.field} ${question.message.en}`} className="waiver-question open">
          <span>{say(question.message)}</span>
          {fieldOfQuestion(question.field) !== undefined && <button type="button" className="link" onClick={() => toField(question.field)}>{t('toField')}</button>}
        </div>
      ))}
      {answered.length > 0 && (
        <details className="fold">
          <summary>{t('answeredQuestions', { n: answered.length })}</summary>
          <div className="fold-body">
            {answered.map(({ code }) => <div key={code} className="waiver-question"><span>{say(titleOf(code))}</span><ThreeWay label={say(titleOf(code))} value={flags[code] ?? ''} disabled={!editable} onChoose={(answer) => put(code, answer)} /></div>)}
          </div>
        </details>
      )}
    </section>
  )
}
