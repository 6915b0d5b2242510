import { Input } from 'antd'
import { useState } from 'react'
import { agentRelations } from '../../../../domain/burial/codes.ts'
import type { AgentRelation } from '../../../../domain/burial/codes.ts'
import { graveTypes, type GraveType } from '../../../../domain/burial/relocation/codes.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { Reply } from '../../../shared/client.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { readWhole } from '../grounds/period.ts'
import { words } from './words.ts'

/** A grave declared by its owner within the days of the notice; after them, one without an owner, dealt with by the land user. */
export const DeclareDialog = ({ notices, notice: given, onClose }: { readonly notices: Reply<'listRelocations'>['notices']; readonly notice: string; readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [kind, setKind] = useState<'owner' | 'ownerless'>('owner')
  const [notice, setNotice] = useState(given === '' ? (notices.find((one) => !one.overdue)?.notice.number ?? notices[0]?.notice.number ?? '') : given)
  const [graveNumber, setGraveNumber] = useState('')
  const [type, setType] = useState<GraveType | ''>('')
  const [cells, setCells] = useState('1')
  const [remains, setRemains] = useState('1')
  const [owner, setOwner] = useState('')
  const [number, setNumber] = useState('')
  const [relation, setRelation] = useState<AgentRelation | ''>('')
  const [phone, setPhone] = useState('')
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  const declare = useAct('declareGrave', { refresh: ['listGraves', 'listRelocations', 'relocationFigures'] })
  const counts = { cells: readWhole(cells), remains: readWhole(remains) }
  const missing = notice === '' ? 'notice' : type === '' ? 'type' : counts.cells === undefined || counts.cells < 1 ? 'cells' : counts.remains === undefined ? 'remains' : kind === 'owner' ? (owner.trim() === '' ? 'owner' : number.trim() === '' ? 'ownerIdentityNumber' : relation === '' ? 'relation' : day === '' ? 'day' : undefined) : document.trim() === '' ? 'document' : day === '' ? 'day' : undefined
  const chosen = notices.find((one) => one.notice.number === notice)
  return (
    <ActDialog
      title={t('declare')} width={760} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => {
        if (type === '' || counts.cells === undefined || counts.remains === undefined) return
        const grave = { notice, graveNumber: graveNumber.trim(), type, cells: counts.cells, remains: counts.remains }
        const made = kind === 'owner'
          ? relation === '' ? undefined : await declare.mutateAsync({ body: { declaration: { ...grave, owner: owner.trim(), ownerIdentityNumber: number.trim(), relation, phone: phone.trim(), photos: [] }, day } })
          : await declare.mutateAsync({ body: { ownerless: { ...grave, day, document: document.trim() } } })
        onClose(made?.id)
      }}
    >
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <div><Choices label={t('whoDeclares')} value={kind} options={[{ value: 'owner', title: t('byOwner') }, { value: 'ownerless', title: t('ownerless') }]} onChange={setKind} /></div>
            {kind === 'ownerless' && <p className="quiet">{t('ownerlessHint', { day: chosen?.notice.deadline ?? '' })}</p>}
            <Fields>
              <Field path="notice" span={6} label={t('notice')} required {...more} problem={needed('notice')}>
                <select className="plain-select" value={notice} onChange={(event) => setNotice(event.target.value)}>
                  {notices.map((one) => <option key={one.notice.number} value={one.notice.number}>{one.notice.number} {one.notice.parcel}</option>)}
                </select>
              </Field>
              <Field path="graveNumber" span={3} label={t('graveNumber')} {...more}><Input value={graveNumber} maxLength={100} autoComplete="off" onChange={(event) => setGraveNumber(event.target.value)} /></Field>
              <Field path="type" span={3} label={t('graveType')} required {...more} problem={needed('type')}><CodeSelect table={graveTypes} codes={false} value={type} onChange={(code) => setType(graveTypes.find((one) => one.code === code)?.code ?? '')} /></Field>
              <Field path="cells" span={3} label={t('cells')} hint={t('cellsHint')} required {...more} problem={needed('cells')}><Input inputMode="numeric" value={cells} maxLength={2} onChange={(event) => setCells(event.target.value)} /></Field>
              <Field path="remains" span={3} label={t('remains')} required {...more} problem={needed('remains')}><Input inputMode="numeric" value={remains} maxLength={2} onChange={(event) => setRemains(event.target.value)} /></Field>
              {kind === 'owner' ? (
                <>
                  <Field path="owner" span={3} label={t('owner')} required {...more} problem={needed('owner')}><Input value={owner} maxLength={100} autoComplete="off" onChange={(event) => setOwner(event.target.value)} /></Field>
                  <Field path="relation" span={3} label={t('relation')} required {...more} problem={needed('relation')}><CodeSelect table={agentRelations} codes={false} value={relation} onChange={(code) => setRelation(agentRelations.find((one) => one.code === code)?.code ?? '')} /></Field>
                  <Field path="ownerIdentityNumber" span={5} label={t('identityNumber')} required {...more} problem={needed('ownerIdentityNumber')}><Input className="mono" value={number} maxLength={30} autoComplete="off" spellCheck={false} onChange={(event) => setNumber(event.target.value.toUpperCase())} /></Field>
                  <Field path="phone" span={4} label={t('phone')} {...more}><Input className="mono" value={phone} maxLength={30} inputMode="tel" autoComplete="off" onChange={(event) => setPhone(event.target.value)} /></Field>
                </>
              ) : (
                <Field path="document" span={6} label={t('ownerlessDocument')} required {...more} problem={needed('document')}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
              )}
              <Field path="day" span={3} label={t('day')} required hint={chosen === undefined ? undefined : say({ zh: `${chosen.notice.publishedOn} – ${chosen.notice.deadline}`, en: `${chosen.notice.publishedOn} – ${chosen.notice.deadline}` })} {...more} problem={needed('day')}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}
