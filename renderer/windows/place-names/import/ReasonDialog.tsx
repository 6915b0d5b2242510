import { Input } from 'antd'
import { useMemo, useState } from 'react'
import type { StagedLine } from '../../../../api/schemas/gazetteer.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { questionsOf, type Question } from './rows.ts'
import { words } from './words.ts'

const kinds = ['number', 'merged', 'spelling', 'twice', 'coordinates', 'reading'] as const

/** The same reason for a question that is asked of many rows. */
export const ReasonDialog = ({ lines, onAnswer, onClose }: { readonly lines: readonly StagedLine[]; readonly onAnswer: (asked: Question['asked'], reason: string) => Promise<void>; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const questions = useMemo(() => questionsOf(lines), [lines])
  const [rule, setRule] = useState(questions[0]?.rule ?? '')
  const [reason, setReason] = useState('')
  // Findings on the file are named by what they are about; their message speaks of one row.
  const titleOf = ({ rule: of, title }: Question): string => { const known = kinds.find((kind) => of === `place-names.import.${kind}`); return known === undefined ? say(title) : t(`q_${known}`) }
  const short = reason.trim().length < 2
  const question = questions.find((one) => one.rule === rule)
  return (
    <ActDialog title={t('reasonTitle')} verb={t('answer')} width={640} missing={question === undefined ? 'question' : short ? 'reason' : undefined} onDone={onClose} onCancel={onClose} act={async () => { if (question !== undefined) await onAnswer(question.asked, reason.trim()) }}>
      {({ failure, tried }) => questions.length === 0 ? <p data-field="question">{t('nothingAsked')}</p> : (
        <>
          <Field path="question" label={t('question')} required failure={failure}><select className="plain-select full" value={rule} onChange={(event) => setRule(event.target.value)}>{questions.map((one) => <option key={one.rule} value={one.rule}>{t('rowsWith', { title: titleOf(one), n: one.rows })}</option>)}</select></Field>
          <Field path="reason" label={t('reason')} required failure={failure} problem={tried && short ? t('shortReason') : undefined}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
        </>
      )}
    </ActDialog>
  )
}
