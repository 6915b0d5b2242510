import { Button, Input, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import type { EndingActionKind } from '../../../../domain/marriage/endings.ts'
import { endingGrounds, endingLaw } from '../../../../domain/marriage/endings.ts'
import { ApiFailure, call } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useCasePlace } from '../../../case/desk/context.tsx'
import { Choices } from '../../../case/form/choices.tsx'
import { largestScan, readScan } from '../../../case/sections/files.tsx'
import type { CaseReply } from '../../../case/spec.ts'
import { words } from '../words.ts'
import type { EndingForm } from './endings.ts'
import { emptyEnding, endingRoutes, factsOfEnding, groundsOf, usualWords } from './endings.ts'

/** The copy of a judgment: chosen, checked by its first bytes, stored by hash; its pages are counted. */
const CopyField = ({ judgment, onStored }: { readonly judgment: EndingForm['judgment']; readonly onStored: (copy: string, pages: number) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setWrong(undefined)
    const read = await readScan(file)
    if ('wrong' in read) return setWrong(t(read.wrong, { name: file.name, limit: `${String(largestScan / 1024 / 1024)} MB` }))
    setBusy(true)
    try {
      const stored = await call('putFile', { query: { use: 'scan' }, bytes: file.slice(0, file.size, read.type) })
      setName(file.name)
      onStored(stored.hash, Math.max(1, stored.pages))
    } catch (error) {
      setWrong(error instanceof ApiFailure ? say(error.text) : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="field span-8" data-field="judgment.copy">
      <span className="field-label">{t('judgment.copy')}</span>
      <div className="row">
        <Button size="small" loading={busy} onClick={() => input.current?.click()}>{judgment.copy === '' ? t('chooseCopy') : t('otherCopy')}</Button>
        <span className="quiet">{judgment.copy === '' ? t('noCopy') : `✓ ${name}`}</span>
      </div>
      <input ref={input} type="file" hidden accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }} />
      {wrong !== undefined && <div className="finding-note stop" role="alert">{wrong}</div>}
    </div>
  )
}

/** 终止注记: a divorce elsewhere, a judgment of voidness or annulment, or a revocation, each with all that the file must hold and a second person. */
export const EndingDialog = ({ kind, onClose, onDone }: { readonly kind: EndingActionKind; readonly onClose: () => void; readonly onDone: (done: CaseReply) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { desk, today } = useCasePlace()
  const { office } = useSession()
  const [form, setForm] = useState<EndingForm>(() => emptyEnding(today, office.name))
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const facts = factsOfEnding(kind, form)
  const usual = usualWords(kind, form)
  const put = (change: Partial<EndingForm>) => setForm((before) => ({ ...before, ...change }))
  const act = async (given: { readonly reason: string; readonly second: { readonly account: string; readonly password: string } }) => {
    setFailure(null)
    try {
      const done = await desk.sendNow(endingRoutes[kind], { ...facts, note: { remark: form.remark ?? usual, otherFile: form.otherFile.trim(), uploadedOn: form.uploadedOn }, ...given })
      onDone(done)
    } catch (error) {
      if (error instanceof ApiFailure) setFailure(error)
      throw error
    }
  }
  const field = (path: string, label: string, span: number, control: ReactElement, required = true) => <Field key={path} path={path} label={label} span={span} required={required} failure={failure}>{control}</Field>
  const text = (value: string, onChange: (value: string) => void, max = 100) => <Input value={value} maxLength={max} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
  const day = (value: string, onChange: (day: string) => void) => <DayField value={value} onChange={onChange} />
  const { divorce, judgment, decision, basis, certificates } = form
  const putJudgment = (change: Partial<EndingForm['judgment']>) => put({ judgment: { ...judgment, ...change } })
  const putDecision = (change: Partial<EndingForm['decision']>) => put({ decision: { ...decision, ...change } })
  const putBasis = (change: Partial<EndingForm['basis']>) => put({ basis: { ...basis, ...change } })
  const putDivorce = (change: Partial<EndingForm['divorce']>) => put({ divorce: { ...divorce, ...change } })
  return (
    <SecondPersonDialog width={760} danger title={t(`act.${kind}`)} ready={facts !== undefined && (form.remark ?? usual).trim() !== ''} act={act} onCancel={onClose} onDone={onClose}>
      <p className="quiet">{t('endingNoteHint')} {say(endingLaw)}</p>
      {kind === 'marriage.divorced' && (
        <>
          <Choices label={t('divorcedBy')} value={divorce.by} options={(['otherOffice', 'court', 'abroad'] as const).map((by) => [by, t(`by.${by}`)] as const)} onChoose={(by) => putDivorce({ by })} />
          <Fields>
            {field('authority', t('divorceAuthority'), 5, text(divorce.authority, (authority) => putDivorce({ authority })))}
            {field('number', t('divorceNumber'), 4, text(divorce.number, (number) => putDivorce({ number })))}
            {field('day', t('divorceDay'), 3, day(divorce.day, (on) => putDivorce({ day: on })))}
          </Fields>
        </>
      )}
      {(kind === 'marriage.courtVoided' || kind === 'marriage.annulled') && (
        <Fields>
          {field('judgment.court', t('judgment.court'), 6, text(judgment.court, (court) => putJudgment({ court })))}
          {field('judgment.number', t('judgment.number'), 6, text(judgment.number, (number) => putJudgment({ number })))}
          {field('judgment.day', t('judgment.day'), 4, day(judgment.day, (on) => putJudgment({ day: on })))}
          {field('judgment.effectiveDay', t('judgment.effectiveDay'), 4, day(judgment.effectiveDay, (effectiveDay) => putJudgment({ effectiveDay })))}
          {field('judgment.receivedDay', t('judgment.receivedDay'), 4, day(judgment.receivedDay, (receivedDay) => putJudgment({ receivedDay })))}
          <CopyField judgment={judgment} onStored={(copy, pages) => putJudgment({ copy, pages })} />
          {field('judgment.pages', t('judgment.pages'), 4, <InputNumber min={0} max={2000} precision={0} value={judgment.pages} onChange={(pages) => putJudgment({ pages: pages ?? 0 })} />, false)}
        </Fields>
      )}
      {kind === 'marriage.revoked' && (
        <>
          <Choices label={t('basisKind')} value={basis.kind} options={(['courtSuggestion', 'procuratorateSuggestion', 'policeFinding', 'judgment'] as const).map((one) => [one, t(`basis.${one}`)] as const)} onChoose={(one) => putBasis({ kind: one })} />
          <Fields>
            {field('basis.authority', t('basisAuthority'), 5, text(basis.authority, (authority) => putBasis({ authority })))}
            {field('basis.number', t('basisNumber'), 4, text(basis.number, (number) => putBasis({ number })), false)}
            {field('basis.day', t('basisDay'), 3, day(basis.day, (on) => putBasis({ day: on })))}
            {field('decision.authority', t('decisionAuthority'), 5, text(decision.authority, (authority) => putDecision({ authority })))}
            {field('decision.number', t('decisionNumber'), 4, text(decision.number, (number) => putDecision({ number })))}
            {field('decision.day', t('decisionDay'), 3, day(decision.day, (on) => putDecision({ day: on })))}
            {field('decision.toldDay', t('toldDay'), 4, day(decision.toldDay, (toldDay) => putDecision({ toldDay })), false)}
          </Fields>
        </>
      )}
      {groundsOf[kind].length > 0 && (
        <>
          <div data-field="ground">
            <Choices label={t('groundOf')} value={form.ground} options={groundsOf[kind].map((ground) => [ground, say(endingGrounds[ground]?.title ?? { zh: ground, en: ground })] as const)} onChoose={(ground) => put({ ground })} />
            {form.ground !== '' && <span className="finding-law">{say(endingGrounds[form.ground]?.law ?? { zh: '', en: '' })}</span>}
          </div>
          {([0, 1] as const).map((party) => (
            <Choices
              key={party} label={t('bookletOf', { party: t(`party.${party}`) })} value={certificates[party]} options={(['recovered', 'notRecovered', 'declaredInvalid'] as const).map((how) => [how, t(`booklet.${how}`)] as const)}
              onChoose={(how) => put({ certificates: party === 0 ? [how, certificates[1]] : [certificates[0], how] })}
            />
          ))}
        </>
      )}
      <Fields>
        {field('note.remark', t('noteRemark'), 12, <Input.TextArea rows={2} value={form.remark ?? usual} maxLength={400} onChange={(event) => put({ remark: event.target.value })} />)}
        {field('note.otherFile', t('noteOtherFile'), 8, text(form.otherFile, (otherFile) => put({ otherFile })), false)}
        {field('note.uploadedOn', t('noteUploaded'), 4, day(form.uploadedOn, (uploadedOn) => put({ uploadedOn })), false)}
      </Fields>
      {facts === undefined && <p className="quiet" role="status">{t('endingIncomplete')}</p>}
    </SecondPersonDialog>
  )
}
