import { Input } from 'antd'
import { useState } from 'react'
import { emptyEntityFacts } from '../../../../domain/place-names/gazetteer/actions.ts'
import { placeKindEntries, type PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { changesOf, factsForm, wrongNumber } from './facts.ts'
import { FactsFields } from './FactsFields.tsx'
import { GeometryEditor } from './GeometryEditor.tsx'
import { emptyNameForm, NameFields } from './NameFields.tsx'
import { placeForm, placeOf } from './place.ts'
import { words } from './words.ts'

/** Adds a place whose name was approved before this register began, or keeps a name in reserve. */
export const EntityDialog = ({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (id: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const add = useAct('addEntity', { refresh: ['listGazetteer', 'gazetteerSums', 'placeNameMap'] })
  const [what, setWhat] = useState<'known' | 'reserved'>('known')
  const [kind, setKind] = useState<PlaceKind>('STREET')
  const [name, setName] = useState(emptyNameForm)
  const [former, setFormer] = useState(emptyNameForm)
  const [from, setFrom] = useState('')
  const [document, setDocument] = useState('')
  const [source, setSource] = useState('')
  const [form, setForm] = useState(() => factsForm({ ...emptyEntityFacts('STREET'), county: office.area, province: `${office.area.slice(0, 2)}0000` }))
  const [place, setPlace] = useState(() => placeForm('STREET', null, 'none'))
  const missing = name.name.trim() === '' ? 'names.0.name' : source.trim() === '' ? 'source' : (wrongNumber(form) ?? (place.how !== 'none' && placeOf(place) === undefined ? 'geometry.coordinates' : undefined))
  const written = (given: typeof name, standing: 'standard' | 'reserved' | 'former') => ({ name: given.name.trim(), text: given.text.trim(), sign: given.sign.trim(), standing, from: standing === 'standard' ? from : '', to: standing === 'former' ? from : '', document: standing === 'former' ? '' : document.trim() })
  return (
    <ActDialog
      title={t('addTitle')} verb={t('added')} width={940} missing={missing} onCancel={onClose} onDone={() => undefined}
      act={async () => {
        const empty = emptyEntityFacts(kind)
        const reply = await add.mutateAsync({ body: { day: office.today, facts: { ...empty, ...changesOf(form, empty) }, geometry: placeOf(place) ?? null, names: [written(name, what === 'known' ? 'standard' : 'reserved'), ...(former.name.trim() === '' || what === 'reserved' ? [] : [written(former, 'former')])], source: source.trim() } })
        onClose()
        onAdded(reply.id)
      }}
    >
      {({ failure, tried }) => (
        <>
          <Fields>
            <Field path="what" span={4} label={t('what')}>
              <select className="plain-select full" value={what} onChange={(event) => setWhat(event.target.value === 'reserved' ? 'reserved' : 'known')}><option value="known">{t('knownName')}</option><option value="reserved">{t('reservedName')}</option></select>
            </Field>
            <Field path="kind" span={4} label={t('kind')} failure={failure}>
              <select className="plain-select full" value={kind} onChange={(event) => { const chosen = placeKindEntries.find((one) => one.kind === event.target.value)?.kind ?? 'STREET'; setKind(chosen); setPlace((now) => (now.positions.length > 0 || now.pasted !== '' ? now : placeForm(chosen, null, now.how))) }}>{placeKindEntries.map((one) => <option key={one.kind} value={one.kind}>{say(one.title)}</option>)}</select>
            </Field>
            <Field path="source" span={4} label={t('addSource')} required failure={failure} problem={tried && source.trim() === '' ? t('needed') : undefined}><Input value={source} maxLength={100} autoComplete="off" placeholder={t('addSourceHint')} onChange={(event) => setSource(event.target.value)} /></Field>
            <NameFields value={name} onChange={setName} kind={kind} failure={failure} tried={tried} path="names.0" />
            {what === 'known' && <>
              <Field path="names.0.from" span={3} label={t('from')} failure={failure}><DayField value={from} onChange={setFrom} /></Field>
              <Field path="names.0.document" span={5} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            </>}
          </Fields>
          {what === 'known' && <Fields><NameFields value={former} onChange={setFormer} kind={kind} failure={failure} tried={tried} path="names.1" label={t('alsoSpelt')} /></Fields>}
          <FactsFields kind={kind} form={form} onChange={(change) => setForm((now) => ({ ...now, ...change }))} failure={failure} tried={tried} />
          <GeometryEditor value={place} onChange={setPlace} optional failure={failure} problem={tried && place.how !== 'none' && placeOf(place) === undefined ? t('nothingDrawn') : undefined} />
        </>
      )}
    </ActDialog>
  )
}
