/** Name plans: recorded, changed by the same procedure, ended. */
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { placeKinds } from '../../../../domain/place-names/kinds.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { kindWords } from '../shared/kindWords.ts'
import { RowsEditor, type RowColumn } from '../shared/rows/RowsEditor.tsx'
import type { Plan } from './PlansPage.tsx'
import { words } from './words.ts'

type PlanFacts = Plan['facts']
type Planned = PlanFacts['names'][number]
const emptyName = (): Planned => ({ name: '', kind: 'STREET', township: '', location: '', note: '' })
const trimmed = (facts: PlanFacts): PlanFacts => ({ ...facts, title: facts.title.trim(), area: facts.area.trim(), document: facts.document.trim(), approver: facts.approver.trim(), names: facts.names.map((one) => ({ ...one, name: one.name.trim(), township: one.township.trim(), location: one.location.trim(), note: one.note.trim() })) })

/** Records a plan, or a change of one that was approved like the plan itself. */
export const PlanDialog = ({ plan, onClose }: { readonly plan?: Plan; readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const k = useWords(kindWords)
  const say = useSay()
  const { office } = useSession()
  const adopt = useAct('adoptNamePlan', { refresh: ['listNamePlans'] })
  const change = useAct('changeNamePlan', { refresh: ['listNamePlans'] })
  const [facts, setFacts] = useState<PlanFacts>(() => plan?.facts ?? { title: '', area: '', document: '', approver: '', from: '', to: '', names: [] })
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(office.today as string)
  const put = (next: Partial<PlanFacts>): void => setFacts((now) => ({ ...now, ...next }))
  const bare = facts.names.findIndex(({ name }) => name.trim() === '')
  const same = plan !== undefined && JSON.stringify(trimmed(facts)) === JSON.stringify(plan.facts)
  const missing = (['title', 'area', 'document', 'approver', 'from'] as const).find((field) => facts[field].trim() === '') ?? (facts.to !== '' && facts.to < facts.from ? 'to' : bare >= 0 ? `names.${String(bare)}.name` : plan !== undefined && (same || reason.trim().length < 2) ? 'reason' : day === '' ? 'day' : undefined)
  const columns = useMemo<readonly RowColumn<Planned>[]>(() => [
    { id: 'name', title: t('name'), width: '20%', most: 50, read: (row) => row.name, write: (row, name) => ({ ...row, name }) },
    { id: 'kind', title: t('kind'), width: '15%', options: placeKinds.map((kind) => ({ value: kind, title: k(kind) })), read: (row) => row.kind, write: (row, typed) => ({ ...row, kind: placeKinds.find((kind) => kind === typed) ?? row.kind }) },
    { id: 'township', title: t('township'), width: '17%', most: 100, read: (row) => row.township, write: (row, township) => ({ ...row, township }) },
    { id: 'location', title: t('location'), most: 400, read: (row) => row.location, write: (row, location) => ({ ...row, location }) },
    { id: 'note', title: t('note'), width: '18%', most: 400, read: (row) => row.note, write: (row, note) => ({ ...row, note }) },
  ], [t, k])
  return (
    <ActDialog
      title={plan === undefined ? t('adopt') : `${t('change')} · ${plan.facts.title}`} verb={t(plan === undefined ? 'adopt' : 'change')} width={1040} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => {
        const made = plan === undefined ? await adopt.mutateAsync({ body: { day, facts: trimmed(facts) } }) : await change.mutateAsync({ params: { id: plan.id }, body: { revision: plan.revision, day, facts: trimmed(facts), reason: reason.trim() } })
        onClose(made.id)
      }}
    >
      {({ failure, tried }) => {
        const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
        const text = (field: 'title' | 'area' | 'document' | 'approver', span: number) => <Field path={field} span={span} label={t(field === 'title' ? 'planTitle' : field)} required failure={failure} problem={needed(field)}><Input value={facts[field]} maxLength={200} autoComplete="off" onChange={(event) => put({ [field]: event.target.value })} /></Field>
        const faultAt = (path: string): string | undefined => (failure?.field === path ? say(failure.text) : needed(path))
        return (
          <>
            {plan !== undefined && <p className="quiet">{t('changeHint')}</p>}
            <Fields>
              {text('title', 7)}
              {text('area', 5)}
              {text('document', 4)}
              {text('approver', 4)}
              <Field path="from" span={2} label={t('from')} required failure={failure} problem={needed('from')}><DayField value={facts.from} onChange={(from) => put({ from })} /></Field>
              <Field path="to" span={2} label={t('to')} hint={t('toHint')} failure={failure} problem={facts.to !== '' && facts.to < facts.from ? t('toWrong') : undefined}><DayField value={facts.to} onChange={(to) => put({ to })} /></Field>
            </Fields>
            <h3>{t('names')}</h3>
            <RowsEditor name={t('names')} path="names" rows={facts.names} onChange={(names) => put({ names: [...names] })} columns={columns} empty={emptyName} most={5000} faultAt={faultAt} reveal={failure?.field ?? (tried ? missing : undefined)} />
            <Fields>
              {plan !== undefined && <Field path="reason" span={8} label={t('reason')} required failure={failure} problem={tried && missing === 'reason' ? t(same ? 'nothingChanged' : 'needed') : undefined}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>}
              <Field path="day" span={4} label={t('day')} required failure={failure} problem={needed('day')}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}

/** Ends a plan; it needs two people. */
export const EndPlanDialog = ({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) => {
  const t = useWords(words)
  const client = useQueryClient()
  const { office } = useSession()
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState('')
  const done = (): void => { void client.invalidateQueries({ queryKey: ['listNamePlans'] }); onClose() }
  return (
    <SecondPersonDialog title={`${t('end')} · ${plan.facts.title}`} verb={t('end')} danger ready={document.trim() !== '' && day !== ''} waits={t('endOpen')} onDone={done} onCancel={onClose} act={(given) => call('endNamePlan', { params: { id: plan.id }, body: { revision: plan.revision, day, document: document.trim(), ...given } })}>
      <p className="quiet">{t('endHint')}</p>
      <Fields>
        <Field path="document" span={8} label={t('endDocument')} required><Input value={document} maxLength={200} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
        <Field path="day" span={4} label={t('endDay')} required><DayField value={day} onChange={setDay} /></Field>
      </Fields>
    </SecondPersonDialog>
  )
}
