import { Input } from 'antd'
import { useMemo } from 'react'
import { certificateFaults, findFormOn, form2013From, form2013To, form2026From } from '../../../../../domain/burial/certificate.ts'
import type { DeathCertificate } from '../../../../../domain/burial/certificate.ts'
import { Choices } from '../../../../case/form/choices.tsx'
import { Answers } from '../../../../case/form/fields.tsx'
import { useField } from '../../../../case/form/store.ts'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { TextFact, TickFact, useBurial, useBurialWords, useFact } from '../parts.tsx'

/** The certificate once its issue date is known: the form follows from it, the number of the new form from the identity paper. */
export const withIssueDay = (certificate: DeathCertificate, issuedOn: string, identityNumber: string): DeathCertificate => {
  const next = { ...certificate, issuedOn }
  const form = findFormOn(issuedOn)
  if (certificate.kind === 'police' || form === undefined) return next
  return withKind(next, form, identityNumber)
}

/** Another form: parts and number that this one has not go. */
export const withKind = (certificate: DeathCertificate, kind: DeathCertificate['kind'], identityNumber: string): DeathCertificate => ({
  ...certificate, kind,
  part: kind === 'form2013' ? (certificate.part === 0 ? 4 : certificate.part) : 0,
  form: kind === 'form2013' ? 'paper' : certificate.form,
  number: kind === 'form2026' && certificate.number === '' ? identityNumber : certificate.number,
})

/** 死亡证明: the form by the issue date, the rules of its number while one types. */
export const CertificateSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { desk, editable } = useBurial()
  const [certificate] = useField(desk.store, 'certificate')
  const [deceased] = useField(desk.store, 'deceased')
  const [caseKind] = useField(desk.store, 'kind')
  const number = useFact('certificate.number')
  const kind = useFact('certificate.kind')
  const form = useFact('certificate.form')
  const part = useFact('certificate.part')
  const issued = useFact('certificate.issuedOn')
  const faults = useMemo(() => (certificate.kind === '' || certificate.issuedOn === '' ? [] : certificateFaults(certificate, deceased)), [certificate, deceased])
  const faultAt = (field: string, found: readonly { readonly outcome: string }[]): string | undefined => {
    const fault = faults.find((entry) => entry.field === field)
    // While the number grows only its length can be said to be wrong, and that is what the hint counts.
    return fault === undefined || found.length > 0 || (field === 'certificate.number' && certificate.number === '') ? undefined : say(fault.message)
  }
  const put = (change: (before: DeathCertificate) => DeathCertificate) => desk.store.change((file) => ({ ...file, certificate: change(file.certificate) }))
  const own = findFormOn(certificate.issuedOn)
  const nameless = deceased.identityType === 'none'
  const typed = certificate.number.trim()
  const why = certificate.issuedOn === '' ? t('formBy') : certificate.kind === 'police' ? t('formPolice') : own === 'form2026' ? t('formNew', { day: certificate.issuedOn, from: form2026From }) : own === 'form2013' ? t('formOld', { day: certificate.issuedOn, to: form2013To }) : t('formNone', { from: form2013From })
  const numberHint = certificate.kind === 'form2026' ? (nameless ? t('number22', { n: typed.length, code: typed.slice(0, 18), serial: typed.slice(18) }) : t('numberOwn')) : certificate.kind === 'form2013' ? t('numberOld') : undefined
  return (
    <div className="burial-part">
      {caseKind !== 'body' && <p className="quiet">{t('certificateNotNeeded')}</p>}
      <Fields>
        <div className="fact span-3"><Field path="certificate.issuedOn" label={t('issuedOn')} required={caseKind === 'body'} findings={issued.found} problem={faultAt('certificate.issuedOn', issued.found)}><DayField value={certificate.issuedOn} disabled={!editable} onChange={(day) => put((before) => withIssueDay(before, day, deceased.identityNumber))} /></Field></div>
        <div className="fact span-9">
          <Field path="certificate.kind" group label={t('certificateKind')} findings={kind.found} hint={why} problem={faultAt('certificate.kind', kind.found)}>
            <Choices label="" value={certificate.kind} disabled={!editable} options={(['form2013', 'form2026', 'police'] as const).map((code) => [code, t(`form.${code}`)] as const)} onChoose={(code) => put((before) => withKind(before, code, deceased.identityNumber))} />
          </Field>
        </div>
        <div className="fact span-5">
          <Field path="certificate.number" label={t('certificateNumber')} required={caseKind === 'body'} findings={number.found} hint={numberHint} problem={faultAt('certificate.number', number.found)}>
            <Input className="mono" value={certificate.number} maxLength={60} disabled={!editable} autoComplete="off" spellCheck={false} onChange={(event) => put((before) => ({ ...before, number: event.target.value }))} onBlur={(event) => { const stored = event.target.value.trim().toUpperCase(); if (editable && stored !== certificate.number) put((before) => ({ ...before, number: stored })) }} />
          </Field>
          <Answers found={number.found} />
        </div>
        {certificate.kind === 'form2013' && <div className="fact span-4"><Field path="certificate.part" group label={t('part')} findings={part.found} problem={faultAt('certificate.part', part.found)}><Choices label="" value={String(certificate.part)} disabled={!editable} options={(['1', '2', '3', '4'] as const).map((n) => [n, t('partN', { n })] as const)} onChoose={(n) => put((before) => ({ ...before, part: Number(n) }))} /></Field></div>}
        {certificate.kind === 'form2026' && <div className="fact span-4"><Field path="certificate.form" group label={t('carrier')} findings={form.found} problem={faultAt('certificate.form', form.found)}><Choices label="" value={certificate.form} disabled={!editable} options={(['paper', 'electronic'] as const).map((code) => [code, t(`carrier.${code}`)] as const)} onChoose={(code) => put((before) => ({ ...before, form: code }))} /></Field></div>}
        <TextFact path="certificate.issuer" label={t('certificateIssuer')} span={4} />
        {certificate.kind === 'form2026' && <TextFact path="certificate.issuerCode" label={t('issuerCode')} span={4} max={18} mono tidy={(code) => code.trim().toUpperCase()} />}
        <TickFact path="certificate.seen" label={certificate.form === 'electronic' ? t('seenElectronic') : t('seen')} span={4} />
        <TickFact path="certificate.reissued" label={t('reissued')} span={4} />
      </Fields>
    </div>
  )
}
