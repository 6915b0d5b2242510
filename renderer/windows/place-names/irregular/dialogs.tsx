/** Irregular names: recorded, told to be put right, talked over, settled. */
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { addDays, civilDate } from '../../../../domain/dates.ts'
import { irregularClasses, irregularEndings, irregularSources, type IrregularFacts } from '../../../../domain/place-names/irregular/actions.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { Args } from '../../../shared/client.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useAct, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import type { IrregularRow } from './IrregularPanel.tsx'
import { words } from './words.ts'

/** What a notice usually asks, in the words of the paper, which is Chinese in either language of the desk. */
const demandsFor = ({ name, standard }: Pick<IrregularFacts, 'name' | 'standard'>): string => `停止使用“${name}”，改用标准地名“${standard}”，并更正标志、门牌、导航和宣传中的名称。`

/** Days that a notice usually gives. */
const usualDays = 30

export const FindDialog = ({ onClose }: { readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const find = useAct('findIrregular', { refresh: ['listIrregular'] })
  const [facts, setFacts] = useState({ name: '', where: '', class: '', source: 'patrol', holder: '', contact: '', standard: '', entityId: '', found: '' })
  const [day, setDay] = useState(office.today as string)
  const put = (change: Partial<typeof facts>): void => setFacts((now) => ({ ...now, ...change }))
  const wanted = useDeferredValue(facts.standard.trim())
  const hits = useRoute('listGazetteer', { query: { text: wanted, removed: 'false', limit: 10 } }, { enabled: wanted.length >= 2, keep: true, fresh: 30_000 })
  const choices = wanted.length < 2 ? [] : (hits.data?.rows ?? []).filter(({ standing }) => standing === 'standard')
  const missing = (['name', 'where', 'class', 'source', 'found'] as const).find((field) => facts[field].trim() === '') ?? (day === '' ? 'day' : undefined)
  return (
    <ActDialog
      title={t('find')} width={760} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => { onClose((await find.mutateAsync({ body: { day, facts: Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, value.trim()])) as IrregularFacts } })).id) }}
    >
      {({ failure, tried }) => {
        const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
        return (
          <Fields>
            <Field path="name" span={5} label={t('name')} required failure={failure} problem={needed('name')}><Input value={facts.name} maxLength={50} autoComplete="off" onChange={(event) => put({ name: event.target.value })} /></Field>
            <Field path="where" span={7} label={t('where')} required failure={failure} problem={needed('where')}><Input value={facts.where} maxLength={200} autoComplete="off" onChange={(event) => put({ where: event.target.value })} /></Field>
            <Field path="class" span={5} label={t('class')} required failure={failure} problem={needed('class')}><CodeSelect table={irregularClasses} codes={false} value={facts.class} onChange={(code) => put({ class: code })} /></Field>
            <Field path="source" span={4} label={t('source')} required failure={failure} problem={needed('source')}><CodeSelect table={irregularSources} codes={false} value={facts.source} onChange={(code) => put({ source: code })} /></Field>
            <Field path="day" span={3} label={t('foundOn')} required failure={failure} problem={needed('day')}><DayField value={day} onChange={setDay} /></Field>
            <Field path="holder" span={7} label={t('holder')} failure={failure}><Input value={facts.holder} maxLength={100} autoComplete="off" onChange={(event) => put({ holder: event.target.value })} /></Field>
            <Field path="contact" span={5} label={t('contact')} failure={failure}><Input value={facts.contact} maxLength={100} autoComplete="off" onChange={(event) => put({ contact: event.target.value })} /></Field>
            <Field path="standard" span={5} label={t('standard')} failure={failure}><Input value={facts.standard} maxLength={50} autoComplete="off" onChange={(event) => put({ standard: event.target.value, entityId: '' })} /></Field>
            <Field path="entityId" span={7} label={t('entity')} hint={t('entityHint')} failure={failure}>
              <select className="plain-select full" value={facts.entityId} onChange={(event) => { const hit = choices.find(({ entityId }) => entityId === event.target.value); put({ entityId: event.target.value, ...(hit !== undefined && { standard: hit.name }) }) }}>
                <option value="">{t('entityNone')}</option>{choices.map((hit) => <option key={`${hit.entityId} ${hit.nameId}`} value={hit.entityId}>{[hit.name, hit.township, hit.village].filter((part) => part !== '').join(' · ')}</option>)}
              </select>
            </Field>
            <Field path="found" label={t('found')} required failure={failure} problem={needed('found')}><Input.TextArea value={facts.found} rows={3} maxLength={1000} onChange={(event) => put({ found: event.target.value })} /></Field>
          </Fields>
        )
      }}
    </ActDialog>
  )
}

interface Props { readonly row: IrregularRow; readonly onClose: () => void }
const useStep = (row: IrregularRow) => {
  const act = useAct('actOnIrregular', { refresh: ['listIrregular'] })
  return (step: Args<'actOnIrregular'>['body']['act']) => act.mutateAsync({ params: { id: row.id }, body: { revision: row.revision, act: step } })
}

export const NoticeDialog = ({ row, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(row)
  const [number, setNumber] = useState('')
  const [day, setDay] = useState(office.today as string)
  const [deadline, setDeadline] = useState(addDays(civilDate(office.today), usualDays) as string)
  const [demands, setDemands] = useState(row.facts.standard === '' ? '' : demandsFor(row.facts))
  const missing = demands.trim() === '' ? 'demands' : day === '' ? 'day' : deadline === '' || deadline < day ? 'deadline' : undefined
  return (
    <ActDialog title={`${t('paper')} · ${row.facts.name}`} verb={t('act_noticed')} width={720} missing={missing} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'noticed', day, number: number.trim(), deadline, demands: demands.trim() })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="demands" label={t('demands')} required failure={failure} problem={tried && missing === 'demands' ? t('needed') : undefined}><Input.TextArea value={demands} rows={4} maxLength={1000} onChange={(event) => setDemands(event.target.value)} /></Field>
          <Field path="deadline" span={4} label={t('deadline')} required failure={failure} problem={deadline !== '' && deadline < day ? t('deadlineWrong') : tried && deadline === '' ? t('needed') : undefined}><DayField value={deadline} onChange={setDeadline} /></Field>
          <Field path="day" span={3} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          <Field path="number" span={5} label={t('number')} hint={t('numberHint')} failure={failure}><Input value={number} maxLength={200} autoComplete="off" onChange={(event) => setNumber(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const InterviewDialog = ({ row, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(row)
  const [who, setWho] = useState(row.facts.holder)
  const [said, setSaid] = useState('')
  const [day, setDay] = useState(office.today as string)
  const missing = who.trim() === '' ? 'with' : said.trim() === '' ? 'said' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={`${t('act_interviewed')} · ${row.facts.name}`} verb={t('act_interviewed')} width={640} missing={missing} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'interviewed', day, with: who.trim(), said: said.trim() })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="with" span={8} label={t('with')} required failure={failure} problem={tried && missing === 'with' ? t('needed') : undefined}><Input value={who} maxLength={200} autoComplete="off" onChange={(event) => setWho(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          <Field path="said" label={t('said')} required failure={failure} problem={tried && missing === 'said' ? t('needed') : undefined}><Input.TextArea value={said} rows={4} maxLength={1000} onChange={(event) => setSaid(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const SettleDialog = ({ row, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(row)
  const [how, setHow] = useState('')
  const [document, setDocument] = useState('')
  const [note, setNote] = useState('')
  const [day, setDay] = useState(office.today as string)
  const ending = irregularEndings.find(({ code }) => code === how)?.code
  const missing = ending === undefined ? 'how' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={`${t('act_settled')} · ${row.facts.name}`} verb={t('act_settled')} width={640} missing={missing} onDone={onClose} onCancel={onClose} act={async () => { if (ending !== undefined) await step({ kind: 'settled', day, how: ending, document: document.trim(), note: note.trim() }) }}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="how" span={8} label={t('how')} required failure={failure} problem={tried && missing === 'how' ? t('needed') : undefined}><CodeSelect table={irregularEndings} codes={false} value={how} onChange={setHow} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          <Field path="document" span={12} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="note" label={t('note')} failure={failure}><Input value={note} maxLength={1000} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}
