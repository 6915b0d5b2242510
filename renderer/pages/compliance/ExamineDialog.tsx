import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Text } from '../../../domain/text.ts'
import { Choices } from '../../frame/Choices.tsx'
import { ActDialog } from '../../shared/ActDialog.tsx'
import type { Reply } from '../../shared/client.ts'
import { Field } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow } from '../../windows.ts'
import { words } from './words.ts'

/** What the examiner found of one drawn case; a further record takes the place of the one before. */
export const ExamineDialog = ({ drawing, of, rules, onClose }: { readonly drawing: string; readonly of: Reply<'getDrawing'>['cases'][number]; readonly rules: readonly { readonly rule: string; readonly title: Text }[]; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [result, setResult] = useState<'pass' | 'fail'>(of.examined?.result ?? 'pass')
  const [chosen, setChosen] = useState<readonly string[]>(of.examined?.rules ?? [])
  const [note, setNote] = useState(of.examined?.note ?? '')
  const [wanted, setWanted] = useState('')
  const examine = useAct('examineDrawn', { refresh: ['getDrawing', 'listDrawings'] })
  const unsaid = result === 'fail' && chosen.length === 0 && note.trim() === ''
  const path = findWindow(of.window)?.casePath(of.caseId)
  // Rules of one title are told apart by their id.
  const twice = new Set(rules.filter(({ title }, index) => rules.findIndex((other) => other.title.zh === title.zh) !== index).map(({ title }) => title.zh))
  const fitting = rules.filter(({ rule, title }) => chosen.includes(rule) || `${title.zh} ${title.en} ${rule}`.toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <ActDialog
      title={t('examineTitle', { number: of.number === '' ? of.caseId : of.number })} verb={t('examine')} width={680} missing={unsaid ? 'note' : undefined} onDone={onClose} onCancel={onClose}
      act={() => examine.mutateAsync({ params: { id: drawing }, body: { window: of.window, caseId: of.caseId, result, rules: result === 'fail' ? [...chosen] : [], note: note.trim() } })}
    >
      {({ failure, tried }) => (
        <>
          <p className="row"><span className="data">{of.title}</span><span className="quiet">{of.day}</span>{path !== undefined && may('case.search') && <Link href={path}>{t('openFile')}</Link>}<span className="quiet">{t('lookFirst')}</span></p>
          <Field path="result" label={t('result')} group failure={failure}><div><Choices label={t('result')} value={result} options={(['pass', 'fail'] as const).map((value) => ({ value, title: t(`result_${value}`) }))} onChange={setResult} /></div></Field>
          {result === 'fail' && (
            <Field path="rules" label={`${t('failingRules')} · ${t('chosenRules', { n: chosen.length })}`} group failure={failure}>
              <div>
                <Input aria-label={t('findRule')} placeholder={t('findRule')} value={wanted} autoComplete="off" onChange={(event) => setWanted(event.target.value)} />
                <div className="drawn-rules">{fitting.map(({ rule, title }) => <Checkbox key={rule} checked={chosen.includes(rule)} onChange={(event) => setChosen(event.target.checked ? [...chosen, rule] : chosen.filter((one) => one !== rule))}>{say(title)}{twice.has(title.zh) && <span className="mono quiet"> {rule}</span>}</Checkbox>)}</div>
              </div>
            </Field>
          )}
          <Field path="note" label={t('found')} required={result === 'fail' && chosen.length === 0} failure={failure} problem={tried && unsaid ? t('ruleNeeded') : undefined}><Input.TextArea value={note} maxLength={400} rows={3} onChange={(event) => setNote(event.target.value)} /></Field>
        </>
      )}
    </ActDialog>
  )
}
