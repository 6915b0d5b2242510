import { maritalStatuses, statusesBeforeMarriage } from '../../../../domain/codes/index.ts'
import type { MarriageFile, MarriageKind } from '../../../../domain/marriage/file.ts'
import { marriageKinds } from '../../../../domain/marriage/file.ts'
import { Answers, factsOf } from '../../../case/form/fields.tsx'
import { PartyBlocks } from '../../../case/sections/PartyBlocks.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'

const { DayFact, TextFact, useFact } = factsOf<MarriageFile>()
const statuses = maritalStatuses.filter((status) => statusesBeforeMarriage.includes(status.code))

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

export const PartiesSection = () => <PartyBlocks statuses={statuses} lead={<KindPick />}><KindFacts /></PartyBlocks>
