/** The acts on an entity outside of a case. */
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Entity } from '../../../../api/schemas/gazetteer.ts'
import { nameStandings, protectionClasses, type NameStanding } from '../../../../domain/place-names/gazetteer/actions.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { readCode } from './code.ts'
import { changesOf, factsForm, wrongNumber } from './facts.ts'
import { FactsFields } from './FactsFields.tsx'
import { GeometryEditor } from './GeometryEditor.tsx'
import { emptyNameForm, NameFields, SpellingFields, type NameForm } from './NameFields.tsx'
import { placeForm, placeOf } from './place.ts'
import { calledName, standardName } from './names.ts'
import { useEntityAct } from './useEntityAct.ts'
import { words } from './words.ts'

export interface EntityActProps {
  readonly entity: Entity
  readonly onClose: () => void
}
export type EntityActKind = 'named' | 'restood' | 'described' | 'placed' | 'protected' | 'unprotected' | 'coded' | 'spelled'

/** Standings that a clerk may give; what is standard or removed comes of cases alone. */
const given: readonly NameStanding[] = ['alias', 'shortName', 'former', 'historic', 'proposed', 'reserved']

const useCommon = ({ entity, onClose }: EntityActProps, kind: EntityActKind) => {
  const t = useWords(words)
  const { act, refresh } = useEntityAct(entity)
  return { t, act, dialog: { title: `${t(`act_${kind}`)} · ${calledName(entity)?.name ?? ''}`, verb: t(`act_${kind}`), onDone: onClose, onCancel: onClose, onRefused: ({ code }: { readonly code: string }) => { if (code === 'conflict') refresh() } } }
}
const DayPart = ({ value, onChange, failure }: { readonly value: string; readonly onChange: (day: string) => void; readonly failure: Parameters<typeof Field>[0]['failure'] }) => {
  const t = useWords(words)
  return <Field path="day" span={4} label={t('day')} required {...(failure !== undefined && { failure })}><DayField value={value} onChange={onChange} /></Field>
}
const StandingSelect = ({ value, onChange, id }: { readonly value: NameStanding; readonly onChange: (standing: NameStanding) => void; readonly id?: string }) => {
  const say = useSay()
  return <select className="plain-select full" {...(id !== undefined && { id })} value={value} onChange={(event) => onChange(given.find((one) => one === event.target.value) ?? 'alias')}>{nameStandings.filter(({ code }) => given.includes(code)).map((one) => <option key={one.code} value={one.code}>{say(one)}</option>)}</select>
}

const NamedDialog = (props: EntityActProps) => {
  const { entity } = props
  const { t, act, dialog } = useCommon(props, 'named')
  const { office } = useSession()
  const [name, setName] = useState(emptyNameForm)
  const [standing, setStanding] = useState<NameStanding>('alias')
  const [day, setDay] = useState(office.today as string)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [document, setDocument] = useState('')
  return (
    <ActDialog {...dialog} width={860} missing={name.name.trim() === '' ? 'name.name' : day === '' ? 'day' : undefined} act={() => act({ kind: 'named', day, name: { name: name.name.trim(), text: name.text.trim(), sign: name.sign.trim(), standing, from, to, document: document.trim() } })}>
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('standardByCase')}</p>
          <Fields>
            <Field path="name.standing" span={4} label={t('standing')} failure={failure}><StandingSelect value={standing} onChange={setStanding} /></Field>
            <Field path="name.document" span={8} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <NameFields value={name} onChange={setName} kind={entity.facts.kind} failure={failure} tried={tried} path="name" />
            <Field path="name.from" span={4} label={t('from')} failure={failure}><DayField value={from} onChange={setFrom} /></Field>
            <Field path="name.to" span={4} label={t('until')} failure={failure}><DayField value={to} onChange={setTo} /></Field>
            <DayPart value={day} onChange={setDay} failure={failure} />
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const RestoodDialog = (props: EntityActProps) => {
  const { entity } = props
  const { t, act, dialog } = useCommon(props, 'restood')
  const say = useSay()
  const { office } = useSession()
  const others = entity.names.filter((name) => name !== standardName(entity))
  const [nameId, setNameId] = useState(others[0]?.id ?? '')
  const [standing, setStanding] = useState<NameStanding>('historic')
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState('')
  return (
    <ActDialog {...dialog} missing={nameId === '' ? 'nameId' : day === '' ? 'day' : undefined} act={() => act({ kind: 'restood', nameId, standing, day, document: document.trim() })}>
      {({ failure }) => (
        <>
          <p className="quiet">{t('standardByCase')}</p>
          <Fields>
            <Field path="nameId" span={7} label={t('whichName')} required failure={failure}><select className="plain-select full" value={nameId} onChange={(event) => setNameId(event.target.value)}>{others.map((one) => { const now = nameStandings.find(({ code }) => code === one.standing); return <option key={one.id} value={one.id}>{one.name} · {now === undefined ? '' : say(now)}</option> })}</select></Field>
            <Field path="standing" span={5} label={t('standing')} failure={failure}><StandingSelect value={standing} onChange={setStanding} /></Field>
            <DayPart value={day} onChange={setDay} failure={failure} />
            <Field path="document" span={8} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const DescribedDialog = (props: EntityActProps) => {
  const { entity } = props
  const { t, act, dialog } = useCommon(props, 'described')
  const { office } = useSession()
  const [form, setForm] = useState(() => factsForm(entity.facts))
  const [day, setDay] = useState(office.today as string)
  const changes = changesOf(form, entity.facts)
  const nothing = Object.keys(changes).length === 0
  return (
    <ActDialog {...dialog} width={900} missing={wrongNumber(form) ?? (nothing ? 'changes' : day === '' ? 'day' : undefined)} act={() => act({ kind: 'described', day, changes })}>
      {({ failure, tried }) => (
        <>
          <FactsFields kind={entity.facts.kind} form={form} onChange={(change) => setForm((now) => ({ ...now, ...change }))} failure={failure} tried={tried} />
          <Fields><DayPart value={day} onChange={setDay} failure={failure} /></Fields>
          {tried && nothing && <p className="finding-note stop" role="alert">{t('nothingChanged')}</p>}
        </>
      )}
    </ActDialog>
  )
}

const PlacedDialog = (props: EntityActProps) => {
  const { entity } = props
  const { t, act, dialog } = useCommon(props, 'placed')
  const { office } = useSession()
  const [place, setPlace] = useState(() => placeForm(entity.facts.kind, entity.geometry))
  const [day, setDay] = useState(office.today as string)
  const made = placeOf(place)
  return (
    <ActDialog {...dialog} width={900} missing={made === undefined ? 'geometry.coordinates' : day === '' ? 'day' : undefined} act={async () => { if (made !== undefined) await act({ kind: 'placed', day, geometry: made }) }}>
      {({ failure, tried }) => (
        <>
          <GeometryEditor value={place} onChange={setPlace} at={entity.geometry?.geometry} failure={failure} problem={tried && made === undefined ? t('nothingDrawn') : undefined} />
          <Fields><DayPart value={day} onChange={setDay} failure={failure} /></Fields>
        </>
      )}
    </ActDialog>
  )
}

const ProtectedDialog = (props: EntityActProps) => {
  const { t, act, dialog } = useCommon(props, 'protected')
  const say = useSay()
  const { office } = useSession()
  const [classes, setClasses] = useState<readonly ('heritage' | 'historic' | 'other')[]>([])
  const [value, setValue] = useState('')
  const [document, setDocument] = useState('')
  const [publishedOn, setPublishedOn] = useState('')
  const [copiedTo, setCopiedTo] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog {...dialog} width={640} missing={classes.length === 0 ? 'classes' : day === '' ? 'day' : undefined} act={() => act({ kind: 'protected', day, classes: [...classes], value: value.trim(), document: document.trim(), publishedOn, copiedTo: copiedTo.trim() })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="classes" label={t('protectedClasses')} required group failure={failure} problem={tried && classes.length === 0 ? t('needed') : undefined}>
            <div className="row">{protectionClasses.map((one) => <Checkbox key={one.code} checked={classes.includes(one.code)} onChange={(event) => setClasses((now) => (event.target.checked ? [...now, one.code] : now.filter((code) => code !== one.code)))}>{say(one)}</Checkbox>)}</div>
          </Field>
          <Field path="value" label={t('value')} failure={failure}><Input.TextArea value={value} maxLength={4000} rows={3} onChange={(event) => setValue(event.target.value)} /></Field>
          <Field path="document" span={7} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="publishedOn" span={5} label={t('publishedOn')} failure={failure}><DayField value={publishedOn} onChange={setPublishedOn} /></Field>
          <Field path="copiedTo" span={8} label={t('copiedTo')} failure={failure}><Input value={copiedTo} maxLength={100} autoComplete="off" onChange={(event) => setCopiedTo(event.target.value)} /></Field>
          <DayPart value={day} onChange={setDay} failure={failure} />
        </Fields>
      )}
    </ActDialog>
  )
}

const UnprotectedDialog = (props: EntityActProps) => {
  const { t, act, dialog } = useCommon(props, 'unprotected')
  const { office } = useSession()
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog {...dialog} danger missing={document.trim() === '' ? 'document' : day === '' ? 'day' : undefined} act={() => act({ kind: 'unprotected', day, document: document.trim() })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="document" span={8} label={t('unprotectDocument')} required failure={failure} problem={tried && document.trim() === '' ? t('needed') : undefined}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <DayPart value={day} onChange={setDay} failure={failure} />
        </Fields>
      )}
    </ActDialog>
  )
}

const CodedDialog = (props: EntityActProps) => {
  const { t, act, dialog } = useCommon(props, 'coded')
  const { office } = useSession()
  const [code, setCode] = useState(props.entity.code)
  const [day, setDay] = useState(office.today as string)
  const read = readCode(code)
  return (
    <ActDialog {...dialog} missing={read === undefined ? 'code' : day === '' ? 'day' : undefined} act={async () => { if (read !== undefined) await act({ kind: 'coded', day, code: read }) }}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="code" span={8} label={t('code')} hint={t('codeShape')} required failure={failure} problem={tried && read === undefined ? t('codeShape') : undefined}><Input value={code} maxLength={40} className="mono" inputMode="numeric" autoComplete="off" onChange={(event) => setCode(event.target.value)} /></Field>
          <DayPart value={day} onChange={setDay} failure={failure} />
        </Fields>
      )}
    </ActDialog>
  )
}

/** Names whose spelling may be put right here: those that no case of this register gave. */
export const spelledElsewhere = ({ names }: Entity) => names.filter(({ caseId }) => caseId === '')

const SpelledDialog = (props: EntityActProps) => {
  const { entity } = props
  const { t, act, dialog } = useCommon(props, 'spelled')
  const { office } = useSession()
  const names = spelledElsewhere(entity)
  const first = names.find((name) => name === calledName(entity)) ?? names[0]
  const [nameId, setNameId] = useState(first?.id ?? '')
  const [form, setForm] = useState<NameForm>({ name: first?.name ?? '', text: first?.text ?? '', sign: first?.sign ?? '', own: true })
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(office.today as string)
  const before = names.find(({ id }) => id === nameId)
  const same = before === undefined || (before.text === form.text.trim() && before.sign === form.sign.trim())
  const short = reason.trim().length < 2
  return (
    <ActDialog {...dialog} width={860} missing={same ? 'text' : short ? 'reason' : day === '' ? 'day' : undefined} act={() => act({ kind: 'spelled', nameId, text: form.text.trim(), sign: form.sign.trim(), reason: reason.trim(), day })}>
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('spelledHint')}</p>
          <Fields>
            <Field path="nameId" span={4} label={t('whichName')} required failure={failure}><select className="plain-select full" value={nameId} onChange={(event) => { const chosen = names.find(({ id }) => id === event.target.value); setNameId(chosen?.id ?? ''); setForm({ name: chosen?.name ?? '', text: chosen?.text ?? '', sign: chosen?.sign ?? '', own: true }) }}>{names.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select></Field>
            <SpellingFields value={form} onChange={setForm} kind={entity.facts.kind} failure={failure} paths={['text', 'sign']} problem={tried && same ? t('nothingChanged') : undefined} />
            <Field path="reason" span={8} label={t('reason')} required failure={failure} problem={tried && short ? t('reasonShort') : undefined}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
            <DayPart value={day} onChange={setDay} failure={failure} />
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const dialogs: Readonly<Record<EntityActKind, (props: EntityActProps) => React.JSX.Element>> = { named: NamedDialog, restood: RestoodDialog, described: DescribedDialog, placed: PlacedDialog, protected: ProtectedDialog, unprotected: UnprotectedDialog, coded: CodedDialog, spelled: SpelledDialog }

/** The dialog of an act. */
export const EntityActDialog = ({ kind, ...props }: EntityActProps & { readonly kind: EntityActKind }) => {
  const Dialog = dialogs[kind]
  return <Dialog {...props} />
}
