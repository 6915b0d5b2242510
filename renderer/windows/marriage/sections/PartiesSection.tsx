import { Button } from 'antd'
import { memo, useState } from 'react'
import { countries, educations, ethnicities, identityTypeCodes, identityTypesOf, maritalStatuses, occupations, personKindCodes, statusesBeforeMarriage } from '../../../../domain/codes/index.ts'
import { codeTable } from '../../../../domain/codes/index.ts'
import { normaliseName } from '../../../../domain/characters/index.ts'
import { marriageKinds } from '../../../../domain/marriage/file.ts'
import type { IdentityType, MarriageKind, PersonKind } from '../../../../domain/marriage/file.ts'
import { readIdentityNumber } from '../../../../domain/identity/index.ts'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { Input } from 'antd'
import type { CardHandling } from '../card/useCard.ts'
import { useCardInput } from '../card/useCard.ts'
import { useCasePlace, useFact } from '../case/context.tsx'
import { AreaFact } from '../form/AreaFact.tsx'
import { Answers, CodeFact, DayFact, TextFact, TickFact } from '../form/fields.tsx'
import { fieldsOf, numberTypeOf, withIdentityNumber, withKind } from '../form/party.ts'
import { useField } from '../form/store.ts'
import { words } from '../words.ts'

const sexes = codeTable([['1', '男', 'Male'], ['2', '女', 'Female']] as const)
const statuses = maritalStatuses.filter((status) => statusesBeforeMarriage.includes(status.code))
const everyIdentityType = identityTypeCodes

/** The number of the identity paper: birth and sex follow from it as soon as it is whole. */
const NumberFact = memo(({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  const { desk, sample, today } = useCasePlace()
  const path = `parties.${party}.identityNumber` as const
  const { value, found, editable } = useFact(path)
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

/** One party's block; both have the same order of fields, a kind of person shows only the fields it has. */
const PartyBlock = memo(({ party, epoch }: { readonly party: 0 | 1; readonly epoch: number }) => {
  const t = useWords(words)
  const { desk } = useCasePlace()
  const [kind] = useField(desk.store, `parties.${party}.kind`)
  const [military] = useField(desk.store, `parties.${party}.military`)
  const shown = fieldsOf({ kind, military })
  const at = `parties.${party}` as const
  const types = everyIdentityType.filter((type) => (identityTypesOf[kind] ?? []).includes(type.code))
  const change = (next: (before: ReturnType<typeof desk.store.get>['parties'][0]) => ReturnType<typeof desk.store.get>['parties'][0]) =>
    desk.store.change((file) => ({ ...file, parties: party === 0 ? [next(file.parties[0]), file.parties[1]] : [file.parties[0], next(file.parties[1])] }))
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
      </Fields>
    </fieldset>
  )
})

const KindPick = () => {
  const t = useWords(words)
  const { value, set, editable, found } = useFact('kind')
  return (
    <div className="kind-pick">
      <div className="choices" role="radiogroup" aria-label={t('field.kind')} data-field="kind">
        {marriageKinds.map((kind: MarriageKind) => (
          <button key={kind} type="button" role="radio" aria-checked={value === kind} aria-pressed={value === kind} disabled={!editable} tabIndex={-1} onClick={() => set(kind)}>
            {t(`kind.${kind}`)}
          </button>
        ))}
      </div>
      <Answers found={found} />
    </div>
  )
}

const KindFacts = () => {
  const t = useWords(words)
  const { value: kind } = useFact('kind')
  if (kind === 'late') return <Fields><DayFact path="cohabitedSince" label={t('field.cohabitedSince')} required span={4} /></Fields>
  if (kind === 'remarriage')
    return (
      <Fields>
        <DayFact path="formerDivorce.day" label={t('field.formerDay')} required span={3} />
        <TextFact path="formerDivorce.number" label={t('field.formerNumber')} required span={5} />
      </Fields>
    )
  return null
}

export const PartiesSection = ({ card, onCard }: { readonly card: CardHandling; readonly onCard: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { desk, editable } = useCasePlace()
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  useCardInput(root, editable, desk, card.read)
  return (
    <div className="couple-section" ref={setRoot}>
      <div className="row">
        <KindPick />
        {editable && <Button tabIndex={-1} onClick={onCard}><KeyCap name="F4" /> {t('cardButton')}</Button>}
        {editable && card.note !== undefined && (
          <span className="card-note" role="status">
            {card.note.moved ? t('cardOther', { party: t(`party.${card.note.party}`) }) : t('cardFilled', { party: t(`party.${card.note.party}`) })}
            {card.note.problems.map((problem) => <span key={problem.en} className="finding-note answer">{say(problem)}</span>)}
          </span>
        )}
      </div>
      <KindFacts />
      <div className="couple">
        <PartyBlock party={0} epoch={card.epoch} />
        <PartyBlock party={1} epoch={card.epoch} />
      </div>
    </div>
  )
}
