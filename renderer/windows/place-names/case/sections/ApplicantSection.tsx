import { Button, Input } from 'antd'
import { useState } from 'react'
import { codeTable } from '../../../../../domain/codes/index.ts'
import { useField } from '../../../../case/form/store.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { Facts } from '../../../../shared/Page.tsx'
import { ActField, DayFact, TextFact, useFact, usePlaceNameCase, usePlaceNames, usePlaceNameWords } from '../parts.tsx'

const types = codeTable([['organ', '机关', 'State organ'], ['enterprise', '企业', 'Enterprise'], ['institution', '事业单位', 'Institution'], ['committee', '基层群众性自治组织', 'Residents’ or village committee'], ['other', '其他', 'Other']] as const)

const Consents = () => {
  const t = usePlaceNameWords()
  const { editable } = usePlaceNames()
  const { value: consents, set } = useFact('consents')
  if (consents.length === 0 && !editable) return null
  const put = (index: number, change: Partial<(typeof consents)[number]>) => set(consents.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <div className="consents">
      <h4>{t('consents')}</h4>
      {consents.map((consent, index) => (
        <Fields key={index}>
          <Field path={`consents.${String(index)}.unit`} label={t('consentUnit')} span={4}><Input value={consent.unit} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => put(index, { unit: event.target.value })} /></Field>
          <Field path={`consents.${String(index)}.day`} label={t('day')} span={2}><DayField value={consent.day} disabled={!editable} onChange={(day) => put(index, { day })} /></Field>
          <Field path={`consents.${String(index)}.note`} label={t('replyWords')} span={5}><Input value={consent.note} maxLength={400} disabled={!editable} autoComplete="off" onChange={(event) => put(index, { note: event.target.value })} /></Field>
          {editable && <div className="span-1 beside-field"><Button size="small" type="text" tabIndex={-1} aria-label={`${t('removePaper')} ${consent.unit}`} onClick={() => set(consents.filter((_, at) => at !== index))}>×</Button></div>}
        </Fields>
      ))}
      {editable && <Button size="small" tabIndex={-1} onClick={() => set([...consents, { unit: '', day: '', note: '' }])}>{t('addConsent')}</Button>}
    </div>
  )
}

/** 收件日期 of an application that is being received: today, or an earlier day when it came in before. */
const ReceiptDay = () => {
  const t = usePlaceNameWords()
  const { desk, today } = usePlaceNames()
  const given = desk.beside.get()['day']
  const [day, setDay] = useState(typeof given === 'string' ? given : today)
  return <ActField name="day" label={t('receivedOn')} span={3} required problem={day === '' ? t('missingField') : day > today ? t('dayAhead') : undefined}><DayField value={day} onChange={(next) => { setDay(next); desk.beside.put({ day: next }) }} /></ActField>
}

/** 申请人, or the letter of the body that decides. */
export const ApplicantSection = () => {
  const t = usePlaceNameWords()
  const { desk, editable } = usePlaceNames()
  const { current } = usePlaceNameCase()
  const [source] = useField(desk.store, 'source')
  const { value: type, set: setType } = useFact('applicant.type')
  const { value: plan, set: setPlan, found } = useFact('planAndReasons')
  const letter = source === 'consultation'
  return (
    <div className="name-part">
      {current !== undefined && <Facts rows={[[t('source'), t(`source.${source}`)], [t('receivedOn'), current.receivedOn]]} />}
      <Fields>
        <TextFact path="applicant.name" label={t(letter ? 'senderName' : 'applicantName')} required span={5} />
        {!letter && <TextFact path="applicant.creditCode" label={t('creditCode')} span={3} max={20} mono />}
        {!letter && <div className="fact span-4"><Field path="applicant.type" label={t('applicantType')}><CodeSelect codes={false} table={types} value={type} disabled={!editable} onChange={(code) => setType(code as typeof type)} /></Field></div>}
        <TextFact path="applicant.contact" label={t('contact')} span={3} /><TextFact path="applicant.phone" label={t('field.phone')} span={3} max={30} />
        {!letter && <TextFact path="applicant.agent" label={t('agent')} span={3} />}
        {current === undefined && <ReceiptDay />}
        <TextFact path="letter.number" label={t('letterNumber')} required={letter} span={4} /><DayFact path="letter.day" label={t('letterDay')} span={2} />
        <TextFact path="title" label={t('fileTitle')} span={letter ? 12 : 9} max={200} hint={t('fileTitleHint')} />
        <div className="fact span-12"><Field path="planAndReasons" label={t('planAndReasons')} findings={found} required={!letter}><Input.TextArea rows={3} value={plan} maxLength={4000} disabled={!editable} onChange={(event) => setPlan(event.target.value)} /></Field></div>
      </Fields>
      <Consents />
    </div>
  )
}

export const ApplicantSummary = () => {
  const { desk } = usePlaceNames()
  const [name] = useField(desk.store, 'applicant.name')
  const [number] = useField(desk.store, 'letter.number')
  return <>{[name, number].filter((part) => part !== '').join(' · ')}</>
}
