/** Graves outside the law: found, ordered, cleared, dropped. */
import { Input } from 'antd'
import { useState } from 'react'
import type { IllegalGraveReply } from '../../../../api/schemas/grounds.ts'
import { clearings, illegalGrounds, type Clearing, type IllegalGround } from '../../../../domain/burial/grounds/actions.ts'
import { addDays, civilDate } from '../../../../domain/dates.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { Args, RouteId } from '../../../shared/client.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { SuggestInput } from '../../../shared/SuggestInput.tsx'
import { readWhole } from './period.ts'
import { words } from './words.ts'

const changed: readonly RouteId[] = ['getIllegalGrave', 'listIllegalGraves', 'illegalGraveFigures']
/** Days that an order usually gives. */
const usualDays = 30

interface Props { readonly grave: IllegalGraveReply; readonly onClose: () => void }
const useStep = (grave: IllegalGraveReply) => {
  const act = useAct('actOnIllegalGrave', { refresh: changed })
  return (step: Args<'actOnIllegalGrave'>['body']['act']) => act.mutateAsync({ params: { id: grave.id }, body: { revision: grave.revision, act: step } })
}

export const FindDialog = ({ townships, onClose }: { readonly townships: readonly string[]; readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const find = useAct('findIllegalGrave', { refresh: changed })
  const [facts, setFacts] = useState({ township: '', village: '', owner: '', finder: '', day: office.today as string })
  const [ground, setGround] = useState<IllegalGround | ''>('')
  const [cells, setCells] = useState('1')
  const [built, setBuilt] = useState<'new' | 'old'>('old')
  const put = (change: Partial<typeof facts>): void => setFacts((now) => ({ ...now, ...change }))
  const count = readWhole(cells)
  const missing = facts.township.trim() === '' ? 'township' : ground === '' ? 'ground' : count === undefined || count < 1 ? 'cells' : facts.day === '' ? 'day' : undefined
  return (
    <ActDialog
      title={t('find')} width={700} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => {
        if (ground === '') return
        const made = await find.mutateAsync({ body: { found: { day: facts.day, township: facts.township.trim(), village: facts.village.trim(), ground, cells: count ?? 0, built, owner: facts.owner.trim(), finder: facts.finder.trim() } } })
        onClose(made.id)
      }}
    >
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        return (
          <Fields>
            <Field path="township" span={6} label={t('township')} required {...more} problem={needed('township')}><SuggestInput choices={townships} value={facts.township} maxLength={100} autoComplete="off" onChange={(township) => put({ township })} /></Field>
            <Field path="village" span={6} label={t('village')} {...more}><Input value={facts.village} maxLength={100} autoComplete="off" onChange={(event) => put({ village: event.target.value })} /></Field>
            <Field path="ground" span={6} label={t('ground')} required {...more} problem={needed('ground')}><CodeSelect table={illegalGrounds} codes={false} value={ground} onChange={(code) => setGround(illegalGrounds.find((one) => one.code === code)?.code ?? '')} /></Field>
            <Field path="cells" span={2} label={t('cells')} required {...more} problem={needed('cells')}><Input inputMode="numeric" value={cells} maxLength={2} onChange={(event) => setCells(event.target.value)} /></Field>
            <Field path="built" span={4} label={t('built')} group {...more}><div><Choices label={t('built')} value={built} options={[{ value: 'old', title: t('built_old') }, { value: 'new', title: t('built_new') }]} onChange={setBuilt} /></div></Field>
            <Field path="owner" span={4} label={t('owner')} {...more}><Input value={facts.owner} maxLength={100} autoComplete="off" onChange={(event) => put({ owner: event.target.value })} /></Field>
            <Field path="finder" span={4} label={t('finder')} {...more}><Input value={facts.finder} maxLength={100} autoComplete="off" onChange={(event) => put({ finder: event.target.value })} /></Field>
            <Field path="day" span={4} label={t('foundOn')} required {...more} problem={needed('day')}><DayField value={facts.day} onChange={(day) => put({ day })} /></Field>
          </Fields>
        )
      }}
    </ActDialog>
  )
}

export const OrderDialog = ({ grave, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  const [deadline, setDeadline] = useState<string>(addDays(civilDate(office.today), usualDays))
  const missing = document.trim() === '' ? 'document' : deadline === '' ? 'deadline' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={t('act_ordered')} missing={missing} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'ordered', day, document: document.trim(), deadline })}>
      {({ failure, findings, tried }) => (
        <Fields>
          <Field path="document" span={12} label={t('orderDocument')} required failure={failure} findings={findings} problem={tried && document.trim() === '' ? t('needed') : undefined}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="deadline" span={6} label={t('deadline')} required failure={failure} findings={findings}><DayField value={deadline} onChange={setDeadline} /></Field>
          <Field path="day" span={6} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const ClearDialog = ({ grave, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [how, setHow] = useState<Clearing | ''>('')
  const [to, setTo] = useState('')
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  const missing = how === '' ? 'how' : how === 'moved' && to.trim() === '' ? 'to' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={t('act_cleared')} missing={missing} onDone={onClose} onCancel={onClose} act={async () => { if (how !== '') await step({ kind: 'cleared', day, how, to: to.trim(), document: document.trim() }) }}>
      {({ failure, findings, tried }) => (
        <Fields>
          <Field path="how" span={6} label={t('how')} required failure={failure} findings={findings} problem={tried && how === '' ? t('needed') : undefined}><CodeSelect table={clearings} codes={false} value={how} onChange={(code) => setHow(clearings.find((one) => one.code === code)?.code ?? '')} /></Field>
          <Field path="to" span={6} label={t('to')} hint={t('toHint')} required={how === 'moved'} failure={failure} findings={findings} problem={tried && missing === 'to' ? t('needed') : undefined}><Input value={to} maxLength={120} autoComplete="off" onChange={(event) => setTo(event.target.value)} /></Field>
          <Field path="document" span={8} label={t('document')} failure={failure} findings={findings}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const DropDialog = ({ grave, onClose }: Props) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [note, setNote] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_dropped')} missing={note.trim() === '' ? 'note' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'dropped', day, note: note.trim() })}>
      {({ failure, findings, tried }) => (
        <>
          <p className="quiet">{t('dropHint')}</p>
          <Fields>
            <Field path="note" span={8} label={t('reason')} required failure={failure} findings={findings} problem={tried && note.trim() === '' ? t('needed') : undefined}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}
