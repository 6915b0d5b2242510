import { Button, Input, InputNumber } from 'antd'
import { memo, useState } from 'react'
import { Link } from 'wouter'
import { caseKinds, deathCauses, deathManners } from '../../../../../domain/burial/codes.ts'
import type { DeceasedIdentityType } from '../../../../../domain/burial/certificate.ts'
import { deceasedIdentityTypes } from '../../../../../domain/burial/certificate.ts'
import { normaliseName } from '../../../../../domain/characters/index.ts'
import { codeTable, ethnicities, identityTypeCodes } from '../../../../../domain/codes/index.ts'
import type { NumberType } from '../../../../../domain/identity/index.ts'
import { readIdentityNumber } from '../../../../../domain/identity/index.ts'
import { useCardInput } from '../../../../case/card/useCard.ts'
import { AreaCodeFact } from '../../../../case/form/AreaFact.tsx'
import type { AreaEntry } from '../../../../case/form/areas.ts'
import { Answers } from '../../../../case/form/fields.tsx'
import { useField } from '../../../../case/form/store.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { KeyCap } from '../../../../shared/KeyBar.tsx'
import { asNameless, withDeceasedNumber, withType } from '../cards.ts'
import { ChoiceFact, CodeFact, DayFact, TextFact, useBurial, useBurialCase, useBurialWords, useFact } from '../parts.tsx'

const sexes = codeTable([['1', '男', 'Male'], ['2', '女', 'Female'], ['0', '不详', 'Unknown']] as const)
const none = codeTable([['none', '无', 'None']] as const)
const identityTypes = [...identityTypeCodes.filter(({ code }) => (deceasedIdentityTypes as readonly string[]).includes(code)), ...none]
const noHukou: readonly AreaEntry[] = [{ code: 'none', province: '', prefecture: '', county: '无户籍', name: '无户籍', initials: 'whj none' }]

/** The number of the identity paper: birth and sex follow from it as soon as it is whole. */
const NumberFact = memo(() => {
  const t = useBurialWords()
  const { desk, sample, today } = useBurial()
  const { value, found, editable } = useFact('deceased.identityNumber')
  const [type] = useField(desk.store, 'deceased.identityType')
  const options = { sampleOffice: sample, on: today }
  const put = (typed: string, left: boolean) =>
    desk.store.change((file) => {
      const whole = type !== 'none' && readIdentityNumber(type as NumberType, typed, options).ok
      const after = left || whole ? withDeceasedNumber(file.deceased, typed, options) : { ...file.deceased, identityNumber: typed }
      // While it is typed the characters stay as they are, or the caret would jump.
      return { ...file, deceased: left ? after : { ...after, identityNumber: typed } }
    })
  return (
    <div className="fact span-4">
      <Field path="deceased.identityNumber" label={t('field.identityNumber')} required={type !== 'none'} findings={found}>
        <Input className="mono" value={value} maxLength={30} disabled={!editable || type === 'none'} autoComplete="off" spellCheck={false} onChange={(event) => put(event.target.value, false)} onBlur={(event) => { if (editable) put(event.target.value, true) }} />
      </Field>
      <Answers found={found} />
    </div>
  )
})

const AgeFact = () => {
  const t = useBurialWords()
  const { value, set, found, editable } = useFact('deceased.age')
  return (
    <div className="fact span-2">
      <Field path="deceased.age" label={t('age')} findings={found} hint={t('ageHint')}><InputNumber min={0} max={150} precision={0} controls={false} value={value as number | null} disabled={!editable} onChange={(age) => set(age as never)} /></Field>
    </div>
  )
}

/** Where a limb or exhumed bones come from. */
const Origin = ({ kind }: { readonly kind: string }) => {
  const t = useBurialWords()
  return (
    <Fields>
      {kind === 'limb' ? (
        <>
          <TextFact path="origin.hospital" label={t('origin.hospital')} required span={5} />
          <TextFact path="origin.document" label={t('origin.document')} required span={5} />
        </>
      ) : <TextFact path="origin.relocation" label={t('origin.relocation')} required span={6} />}
    </Fields>
  )
}

/** Other cases of the same person in this register. */
const Related = () => {
  const t = useBurialWords()
  const say = useSay()
  const { current } = useBurialCase()
  if (current === undefined || current.related.length === 0) return null
  return <p className="row"><span className="tag answer">{t('related')}</span>{current.related.map((other) => <Link key={other.id} href={`/burial/${other.id}`}>{say(other.title)} {other.day}</Link>)}</p>
}

/** 逝者. */
export const DeceasedSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { spec, desk, editable, cards, askCard } = useBurial()
  const [kind] = useField(desk.store, 'kind')
  const type = useFact('deceased.identityType')
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  useCardInput(root, editable, spec, desk, cards.read)
  return (
    <div className="burial-part" ref={setRoot} data-party="deceased" key={cards.epoch}>
      <div className="row">
        <ChoiceFact path="kind" label={t('caseKind')} options={caseKinds.map((entry) => [entry.code, say(entry)] as const)} />
        {editable && <Button tabIndex={-1} onClick={askCard}><KeyCap name="F4" /> {t('cardButton')}</Button>}
        {editable && kind === 'body' && <Button tabIndex={-1} onClick={() => desk.store.change((file) => ({ ...file, deceased: asNameless(file.deceased) }))}>{t('nameless')}</Button>}
        {editable && cards.note !== undefined && (
          <span className="card-note" role="status">
            {t('cardFilled', { party: t(`section.${cards.note.block}` as 'section.deceased') })}
            {cards.note.problems.map((problem) => <span key={problem.en} className="finding-note answer">{say(problem)}</span>)}
          </span>
        )}
      </div>
      <Related />
      {kind !== 'body' && <><p className="quiet">{t('notABody')}</p><Origin kind={kind} /></>}
      <div data-primary=""><Fields>
        <TextFact path="deceased.name" label={t('field.name')} required={kind === 'body'} span={2} tidy={normaliseName} />
        <div className="fact span-2"><Field path="deceased.identityType" label={t('field.identityType')} required={kind === 'body'} findings={type.found}><CodeSelect codes={false} table={identityTypes} value={type.value as string} disabled={!editable} onChange={(code) => desk.store.change((file) => ({ ...file, deceased: withType(file.deceased, code as DeceasedIdentityType) }))} /></Field></div>
        <NumberFact />
        <CodeFact path="deceased.sex" label={t('field.sex')} table={sexes} codes={false} span={2} />
        <CodeFact path="deceased.ethnicity" label={t('field.ethnicity')} table={ethnicities} span={2} />
        <DayFact path="deceased.birth" label={t('field.birth')} span={2} />
        <AgeFact />
        <AreaCodeFact path="deceased.hukou" label={t('hukou')} required={kind === 'body'} span={4} extra={noHukou} />
        <TextFact path="deceased.hukouAddress" label={t('hukouAddress')} max={400} span={4} />
        <DayFact path="deceased.death" label={t('death')} required={kind === 'body'} span={2} />
        <AreaCodeFact path="deceased.deathArea" label={t('deathArea')} span={4} />
        <TextFact path="deceased.deathPlace" label={t('deathPlace')} max={400} span={6} />
        {kind === 'body' && (
          <>
            <CodeFact path="deceased.manner" label={t('manner')} table={deathManners} codes={false} required span={6} />
            <CodeFact path="deceased.cause" label={t('cause')} table={deathCauses} span={3} />
            <CodeFact path="deceased.infectious" label={t('infectious')} table={codeTable([['no', t('infectious.no'), t('infectious.no')], ['other', t('infectious.other'), t('infectious.other')], ['classA', t('infectious.classA'), t('infectious.classA')]])} codes={false} required span={3} />
          </>
        )}
        <TextFact path="note" label={t('fileNote')} max={400} span={12} />
      </Fields></div>
    </div>
  )
}

/** Beside the section while it is folded. */
export const DeceasedSummary = () => {
  const { desk } = useBurial()
  const [deceased] = useField(desk.store, 'deceased')
  return deceased.name === '' ? null : <>{deceased.name} · {deceased.death}</>
}
