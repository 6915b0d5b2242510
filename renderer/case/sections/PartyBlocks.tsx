import { Button, Input } from 'antd'
import { memo, useState } from 'react'
import type { ReactNode } from 'react'
import { codeTable, countries, educations, ethnicities, identityTypeCodes, identityTypesOf, maritalStatuses, occupations, personKindCodes } from '../../../domain/codes/index.ts'
import type { Code } from '../../../domain/codes/index.ts'
import type { IdentityType, Party, PersonKind } from '../../../domain/case/file.ts'
import { normaliseName } from '../../../domain/characters/index.ts'
import { readIdentityNumber } from '../../../domain/identity/index.ts'
import { Field, Fields } from '../../shared/Field.tsx'
import { useSay } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { useCardInput } from '../card/useCard.ts'
import { useCaseWords, useCoupleFact, useCouplePlace } from '../desk/context.tsx'
import { AreaFact } from '../form/AreaFact.tsx'
import { Answers, CodeFact, DayFact, TextFact, TickFact } from '../form/fields.tsx'
import { fieldsOf, numberTypeOf, withIdentityNumber, withKind } from '../form/party.ts'
import { useField } from '../form/store.ts'
import { getCards } from '../spec.ts'

const sexes = codeTable([['1', '男', 'Male'], ['2', '女', 'Female']] as const)

/** The number of the identity paper: birth and sex follow from it as soon as it is whole. */
const NumberFact = memo(({ party }: { readonly party: 0 | 1 }) => {
  const t = useCaseWords()
  const { desk, sample, today } = useCouplePlace()
  const path = `parties.${party}.identityNumber` as const
  const { value, found, editable } = useCoupleFact(path)
  const options = { sampleOffice: sample, on: today }
  const type = (typed: string, left: boolean) =>
    desk.store.change((file) => {
      const before = file.parties[party]
      const whole = readIdentityNumber(numberTypeOf(before), typed, { ...options, kind: before.kind }).ok
      const after = left || whole ? withIdentityNumber(before, typed, options) : { ...before, identityNumber: typed }
      // While it is typed the characters stay as they are, or the caret would jump.
      const next = left ? after : { ...after, identityNumber: typed }
      return { ...file, parties: party === 0 ? [next, file.parties[1]] : [file.parties[0], next] }
    })
  return (
    <div className="fact span-7">
      <Field path={path} label={t('field.identityNumber')} required findings={found}>
        <Input className="mono" value={value} maxLength={30} disabled={!editable} autoComplete="off" spellCheck={false} onChange={(event) => type(event.target.value, false)} onBlur={(event) => { if (editable) type(event.target.value, true) }} />
      </Field>
      <Answers found={found} />
    </div>
  )
})

/** One party's block; both have the same order of fields, a kind of person shows only the fields it has. `brief`: only what a certificate says of the person. */
const PartyBlock = memo(({ party, epoch, statuses, brief }: { readonly party: 0 | 1; readonly epoch: number; readonly statuses: readonly Code[]; readonly brief: boolean }) => {
  const t = useCaseWords()
  const { desk } = useCouplePlace()
  const [kind] = useField(desk.store, `parties.${party}.kind`)
  const [military] = useField(desk.store, `parties.${party}.military`)
  const shown = fieldsOf({ kind, military })
  const at = `parties.${party}` as const
  const types = identityTypeCodes.filter((type) => (identityTypesOf[kind] ?? []).includes(type.code))
  const change = (next: (before: Party) => Party) => desk.store.change((file) => ({ ...file, parties: party === 0 ? [next(file.parties[0]), file.parties[1]] : [file.parties[0], next(file.parties[1])] }))
  return (
    <fieldset className="party" data-party={party} key={epoch}>
      <legend>{t(`party.${party}`)}</legend>
      <Fields>
        <TextFact path={`${at}.name`} label={t('field.name')} required span={5} tidy={normaliseName} />
        <CodeFact path={`${at}.kind`} label={t('field.personKind')} table={personKindCodes} codes={false} required span={4} onChosen={(code) => change((before) => withKind(before, code as PersonKind))} />
        <CodeFact path={`${at}.sex`} label={t('field.sex')} table={sexes} codes={false} required span={3} />
        <CodeFact path={`${at}.identityType`} label={t('field.identityType')} table={types} codes={false} required span={5} onChosen={(code) => change((before) => withIdentityNumber({ ...before, identityType: code as IdentityType }, before.identityNumber, {}))} />
        <NumberFact party={party} />
        {shown.localIdentity && <TextFact path={`${at}.localIdentityNumber`} label={t('field.localIdentityNumber')} required span={12} max={30} mono />}
        <DayFact path={`${at}.birth`} label={t('field.birth')} required span={4} />
        {brief && shown.nationality && <CodeFact path={`${at}.nationality`} label={t('field.nationality')} table={countries} required span={5} />}
        {!brief && <>
        <DayFact path={`${at}.identityFrom`} label={t('field.identityFrom')} span={4} />
        <DayFact path={`${at}.identityTo`} label={t('field.identityTo')} long required span={4} />
        <TextFact path={`${at}.identityIssuer`} label={t('field.identityIssuer')} span={7} />
        {shown.nationality && <CodeFact path={`${at}.nationality`} label={t('field.nationality')} table={countries} required span={5} />}
        {shown.ethnicity && <CodeFact path={`${at}.ethnicity`} label={t('field.ethnicity')} table={ethnicities} required span={5} />}
        <CodeFact path={`${at}.maritalStatus`} label={t('field.maritalStatus')} table={statuses} required span={4} />
        <CodeFact path={`${at}.education`} label={t('field.education')} table={educations} required span={4} />
        <CodeFact path={`${at}.occupation`} label={t('field.occupation')} table={occupations} required span={4} />
        {shown.areaLookup ? <AreaFact party={party} span={5} /> : <TextFact path={`${at}.residence.province`} label={t('field.province')} span={5} />}
        <TextFact path={`${at}.residence.detail`} label={t('field.residence')} required span={7} max={400} />
        <TextFact path={`${at}.phone`} label={t('field.phone')} span={5} max={30} mono />
        {shown.military && <TickFact path={`${at}.military`} label={t('field.military')} span={3} />}
        {shown.militaryNumber && <TextFact path={`${at}.militaryNumber`} label={t('field.militaryNumber')} required span={4} max={30} />}
        </>}
      </Fields>
    </fieldset>
  )
})

/** The couple's two blocks side by side, with card reading; what a window asks beside them stands in front. `brief`: whose block is cut down to what a certificate says. */
export const PartyBlocks = ({ statuses = maritalStatuses, brief = [], lead, children }: { readonly statuses?: readonly Code[]; readonly brief?: readonly (0 | 1)[]; readonly lead?: ReactNode; readonly children?: ReactNode }) => {
  const t = useCaseWords()
  const say = useSay()
  const { spec, desk, editable, cards, askCard } = useCouplePlace()
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  useCardInput(root, editable, spec, desk, cards.read)
  return (
    <div className="couple-section" ref={setRoot}>
      <div className="row">
        {lead}
        {editable && <Button tabIndex={-1} onClick={askCard}><KeyCap name="F4" /> {t('cardButton')}</Button>}
        {editable && cards.note !== undefined && (
          <span className="card-note" role="status">
            {cards.note.moved ? t('cardOther', { party: getCards(spec).name(cards.note.block, t as (key: string) => string) }) : t('cardFilled', { party: getCards(spec).name(cards.note.block, t as (key: string) => string) })}
            {cards.note.problems.map((problem) => <span key={problem.en} className="finding-note answer">{say(problem)}</span>)}
          </span>
        )}
      </div>
      {children}
      <div className="couple">
        <PartyBlock party={0} epoch={cards.epoch} statuses={statuses} brief={brief.includes(0)} />
        <PartyBlock party={1} epoch={cards.epoch} statuses={statuses} brief={brief.includes(1)} />
      </div>
    </div>
  )
}
