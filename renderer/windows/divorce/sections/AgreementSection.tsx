import { Button, Checkbox, InputNumber } from 'antd'
import type { Agreement } from '../../../../domain/divorce/file.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { Note } from '../../../case/form/fields.tsx'
import { useField } from '../../../case/form/store.ts'
import { papersNamed } from '../../../case/papers.ts'
import { words } from '../words.ts'
import { bothParties, ChoiceFact, DayFact, TickFact, useDivorce, useFact } from './parts.tsx'

/** Everything of an agreement that is the same in all of them, confirmed at once; what it says of children, property and debts is read and chosen. */
export const wholeAgreement = (before: Agreement, today: string): Agreement => ({
  ...before, collected: true, voluntary: true, parties: true, unaltered: true, identical: true, witnessed: true, originals: Math.max(3, before.originals), signed: [true, true], fingerprint: [true, true], signedOn: before.signedOn === '' ? today : before.signedOn,
})
const points = ['collected', 'voluntary', 'parties', 'unaltered', 'identical', 'witnessed'] as const
const isWhole = (agreement: Agreement): boolean => points.every((point) => agreement[point]) && agreement.originals >= 3 && [...agreement.signed, ...agreement.fingerprint].every(Boolean) && agreement.signedOn !== ''

const Originals = () => {
  const t = useWords(words)
  const { value, set, found, editable } = useFact('agreement.originals')
  return (
    <label className="prints" data-field="agreement.originals">
      {t('agreement.originals')} <InputNumber min={0} max={9} precision={0} size="small" value={value} disabled={!editable} onChange={(count) => set(count ?? 0)} />
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
    </label>
  )
}

/** 离婚协议书: the list of what it must state, read by the registrar. */
export const AgreementSection = () => {
  const t = useWords(words)
  const { desk, editable, today, preview } = useDivorce()
  const { current, busy } = useCaseView(desk)
  const [agreement] = useField(desk.store, 'agreement')
  useSectionAct('agreement', async () => (await desk.commit()) !== undefined)
  const none: Agreement = { ...agreement, collected: false, voluntary: false, parties: false, unaltered: false, identical: false, witnessed: false, originals: 0, signed: [false, false], fingerprint: [false, false], signedOn: '' }
  const show = async () => {
    const saved = await desk.commit()
    if (saved !== undefined) preview(papersNamed(saved, 'agreement'))
  }
  const clauses = (['settled', 'none', 'omitted'] as const).map((clause) => [clause, t(`clause.${clause}`)] as const)
  return (
    <div className="agreement">
      <div className="row">
        <p className="quiet">{t('agreementNote')}</p>
        <Button tabIndex={-1} loading={busy} disabled={current === undefined} onClick={() => void show()}><KeyCap name="F8" /> {t('show')}</Button>
      </div>
      {editable && <Checkbox className="all-seen" checked={isWhole(agreement)} onChange={(event) => desk.store.set('agreement', event.target.checked ? wholeAgreement(agreement, today) : none)}><b>{t('agreementAll')}</b></Checkbox>}
      <div className="tick-grid" data-ticks="">{points.map((point) => <TickFact key={point} path={`agreement.${point}`} label={t(`agreement.${point}`)} />)}</div>
      <div className="clauses">
        {(['children', 'property', 'debts'] as const).map((clause) => <ChoiceFact key={clause} path={`agreement.${clause}`} label={t(`agreement.${clause}`)} options={clauses} />)}
        <ChoiceFact path="agreement.pregnancy" label={t('agreement.pregnancy')} options={(['no', 'settled', 'omitted'] as const).map((how) => [how, t(`pregnancy.${how}`)] as const)} />
      </div>
      <div className="couple">
        {bothParties.map((party) => (
          <fieldset key={party} className="party party-lines">
            <legend>{t(`party.${party}`)} {desk.store.get().parties[party].name}</legend>
            <div className="tick-grid" data-ticks="">
              <TickFact path={`agreement.signed.${party}`} label={t('agreement.signed')} />
              <TickFact path={`agreement.fingerprint.${party}`} label={t('agreement.fingerprint')} />
            </div>
          </fieldset>
        ))}
      </div>
      <Fields>
        <DayFact path="agreement.signedOn" label={t('agreement.signedOn')} required span={3} />
        <div className="fact span-3"><Originals /></div>
      </Fields>
    </div>
  )
}
