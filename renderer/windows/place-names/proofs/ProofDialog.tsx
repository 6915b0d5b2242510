import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { GazetteerLine } from '../../../../api/schemas/gazetteer.ts'
import type { Finding } from '../../../../api/schemas/common.ts'
import type { WrittenAddress } from '../../../../domain/place-names/plates/actions.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { call, type Reply } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { FinderBox, useFinderText } from '../../../shared/FinderBox.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { EntityFinder } from '../case/names/EntityFinder.tsx'
import { asSent, atLine, filled, fitting, sources } from './forms.ts'
import { words } from './words.ts'

type Plate = Reply<'getPlateBook'>['plates'][number]
const blank: WrittenAddress = { source: 'realEstate', document: '', written: '' }

const PlateFinder = ({ plates, onTake }: { readonly plates: readonly Plate[]; readonly onTake: (plate: Plate) => void }) => {
  const t = useWords(words)
  const text = useFinderText()
  return (
    <FinderBox
      text={text} rows={text.wanted === '' ? [] : fitting(plates, text.wanted)} rowKey={(row) => row.key} onTake={onTake} answer={{ isPlaceholderData: false, isFetching: false, error: null }} clearsOnEscape
      render={(row) => <><b>{row.label}</b> <span className="quiet">{row.address}{row.confirmed === null ? '' : ` · ${row.confirmed.owner}`}</span></>}
      label={t('plate')} listLabel={t('plate')} placeholder={t('plateFind')} finding="" notFound={t('plateUnknown')}
    />
  )
}

/** A new proof: the street and its number, the owner, the forms as they are written, and what the check says while one types. */
export const ProofDialog = ({ onClose, onIssued }: { readonly onClose: () => void; readonly onIssued: (number: string) => void }) => {
  const t = useWords(words)
  const { office, account } = useSession()
  const [line, setLine] = useState<Pick<GazetteerLine, 'entityId' | 'name' | 'township'>>()
  const [plate, setPlate] = useState<Plate>()
  const [form, setForm] = useState({ owner: '', applicant: '', standard: '', signer: account.name, number: '' })
  const [ownStandard, setOwnStandard] = useState(false)
  const [day, setDay] = useState(office.today as string)
  const [forms, setForms] = useState<readonly WrittenAddress[]>([blank])
  const book = useRoute('getPlateBook', { params: { id: line?.entityId ?? '' } }, { enabled: line !== undefined })
  const { forms: sent, lines } = filled(forms)
  const body = { day, applicant: form.applicant.trim() === '' ? form.owner.trim() : form.applicant.trim(), owner: form.owner.trim(), entityId: line?.entityId ?? '', key: plate?.key ?? '', standard: ownStandard ? form.standard.trim() : '', forms: sent, signer: form.signer.trim(), answers: [] as { rule: string; field: string; reason: string }[] }
  const text = JSON.stringify(body)
  const [rested, setRested] = useState(text)
  useEffect(() => { const timer = setTimeout(() => setRested(text), 150); return () => clearTimeout(timer) }, [text])
  const asked = useMemo(() => JSON.parse(rested) as typeof body, [rested])
  const ready = asked.entityId !== '' && asked.owner !== '' && asked.forms.length > 0 && asked.day !== ''
  const check = useRoute('checkProof', { body: asked }, { enabled: ready, keep: true, fresh: 30_000 })
  const placed = (findings: readonly Finding[]): readonly Finding[] => findings.map((finding) => (finding.field === undefined ? finding : { ...finding, field: atLine(finding.field, lines) }))
  const said = ready && check.data !== undefined ? placed(check.data.findings) : []
  const standard = ownStandard ? form.standard : ready ? (check.data?.standard ?? plate?.address ?? '') : (plate?.address ?? '')
  const missing = line === undefined ? 'entityId' : form.owner.trim() === '' ? 'owner' : sent.length === 0 ? 'forms.0.written' : day === '' ? 'day' : undefined
  const changeForm = (index: number, change: Partial<WrittenAddress>): void => setForms(forms.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <ActDialog
      title={t('newTitle')} verb={t('issue')} width={900} findings={said} missing={missing} onDone={() => undefined} onCancel={onClose}
      act={async (answers) => {
        const proof = await call('issueProof', { body: { ...body, number: form.number.trim(), answers: answers.map((answer) => ({ ...answer, field: asSent(answer.field, lines) })) } })
        onIssued(proof.number)
      }}
    >
      {({ failure, findings, tried }) => {
        const typed = (part: keyof typeof form, span: number, label: string, most: number, required = false, hint?: string) => (
          <Field path={part} span={span} label={label} required={required} failure={failure} findings={findings} hint={hint} problem={tried && required && form[part].trim() === '' ? t('needed') : undefined}>
            <Input value={form[part]} maxLength={most} autoComplete="off" onChange={(event) => setForm({ ...form, [part]: event.target.value })} />
          </Field>
        )
        return (
          <>
            <Fields>
              <Field path="entityId" span={6} label={t('place')} required group failure={failure} findings={findings} problem={tried && line === undefined ? t('needed') : undefined}>
                {line === undefined ? <div><EntityFinder label={t('place')} onFound={setLine} /></div> : <div className="row"><b>{line.name}</b><span className="quiet">{line.township}</span><Button size="small" onClick={() => { setLine(undefined); setPlate(undefined); setOwnStandard(false) }}>{t('another')}</Button></div>}
              </Field>
              <Field path="key" span={6} label={t('plate')} group failure={failure} findings={findings}>
                {plate === undefined ? <div>{line === undefined ? <span className="quiet">—</span> : <PlateFinder plates={book.data?.plates ?? []} onTake={(one) => { setPlate(one); setOwnStandard(false); if (form.owner === '' && one.confirmed !== null) setForm({ ...form, owner: one.confirmed.owner }) }} />}</div> : <div className="row"><b>{plate.label}</b><Button size="small" onClick={() => { setPlate(undefined); setOwnStandard(false) }}>{t('another')}</Button></div>}
              </Field>
              {typed('owner', 6, t('owner'), 200, true)}{typed('applicant', 6, t('applicant'), 200)}
              <Field path="standard" span={12} label={t('standard')} failure={failure} findings={findings} hint={t('standardHint')}>
                <Input value={standard} maxLength={200} autoComplete="off" disabled={line === undefined} onChange={(event) => { setOwnStandard(event.target.value.trim() !== ''); setForm({ ...form, standard: event.target.value }) }} />
              </Field>
            </Fields>
            {ready && check.data !== undefined && <p className="quiet">{t('formerNames')}: {check.data.formerNames.length === 0 ? t('none') : check.data.formerNames.join('、')} · {t('formerNumbers')}: {check.data.formerNumbers.length === 0 ? t('none') : check.data.formerNumbers.join('、')}</p>}
            {forms.map((one, index) => (
              <Fields key={index}>
                <Field path={`forms.${String(index)}.source`} span={3} label={t('source')} failure={failure}><select className="plain-select full" value={one.source} onChange={(event) => changeForm(index, { source: sources.find((source) => source === event.target.value) ?? 'other' })}>{sources.map((source) => <option key={source} value={source}>{t(`source_${source}`)}</option>)}</select></Field>
                <Field path={`forms.${String(index)}.document`} span={3} label={t('document')} failure={failure}><Input value={one.document} maxLength={100} autoComplete="off" onChange={(event) => changeForm(index, { document: event.target.value })} /></Field>
                <Field path={`forms.${String(index)}.written`} span={forms.length > 1 ? 5 : 6} label={t('written')} required={index === 0} failure={failure} findings={findings} problem={tried && index === 0 && sent.length === 0 ? t('needed') : undefined}><Input value={one.written} maxLength={200} autoComplete="off" onChange={(event) => changeForm(index, { written: event.target.value })} /></Field>
                {forms.length > 1 && <div className="field span-1 proof-remove"><Button size="small" type="text" aria-label={`${t('removeForm')} ${String(index + 1)}`} onClick={() => setForms(forms.filter((_, at) => at !== index))}>×</Button></div>}
              </Fields>
            ))}
            {forms.length < 20 && <div><Button size="small" onClick={() => setForms([...forms, { ...blank, source: sources[Math.min(forms.length, sources.length - 1)] ?? 'other' }])}>{t('addForm')}</Button></div>}
            <Fields>
              {typed('number', 5, t('number'), 200, false, t('numberHint'))}{typed('signer', 3, t('signer'), 100)}
              <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
            <section className="proof-sentence" aria-live="polite">
              <h3>{t('sentence')}</h3>
              {!ready ? <p className="quiet">{t('wait')}</p> : check.data === undefined ? (check.error === null && <p className="quiet">{t('checking')}</p>) : <p className="proof-words">{check.data.sentence}</p>}
              {ready && check.data?.ready === true && said.length === 0 && <p className="finding-note good">{t('sound')}</p>}
              {ready && <FailurePanel failure={check.error} />}
            </section>
          </>
        )
      }}
    </ActDialog>
  )
}
