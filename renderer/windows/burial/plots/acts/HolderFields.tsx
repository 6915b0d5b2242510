import { Input } from 'antd'
import { agentRelations } from '../../../../../domain/burial/codes.ts'
import type { Holder } from '../../../../../domain/burial/placement/actions.ts'
import type { ActState } from '../../../../shared/ActDialog.tsx'
import { AreaField } from '../../../../shared/AreaField.tsx'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useWords } from '../../../../shared/i18n.ts'
import { words } from '../words.ts'

export const emptyHolder: Holder = { name: '', identityNumber: '', phone: '', relation: '', area: '', villager: '' }

/** The path of the first field of a holder that is missing. */
export const holderMissing = (holder: Holder): string | undefined => (holder.name.trim() === '' ? 'holder.name' : holder.identityNumber.trim() === '' ? 'holder.identityNumber' : undefined)

/** A holder as it is sent: without blanks around. */
export const sentHolder = (holder: Holder): Holder => ({ ...holder, name: holder.name.trim(), identityNumber: holder.identityNumber.trim(), phone: holder.phone.trim() })

/** Who holds a plot: name, number, telephone, relation to the one who lies there; for a village ground whether it is a villager. */
export const HolderFields = ({ value, onChange, day, village, state: { failure, findings, tried } }: { readonly value: Holder; readonly onChange: (holder: Holder) => void; readonly day: string; readonly village: boolean; readonly state: ActState }) => {
  const t = useWords(words)
  const put = (change: Partial<Holder>): void => onChange({ ...value, ...change })
  const more = { failure, findings }
  return (
    <Fields>
      <Field path="holder.name" span={3} label={t('holderName')} required {...more} problem={tried && value.name.trim() === '' ? t('needed') : undefined}>
        <Input value={value.name} maxLength={100} autoComplete="off" onChange={(event) => put({ name: event.target.value })} />
      </Field>
      <Field path="holder.identityNumber" span={5} label={t('identityNumber')} required {...more} problem={tried && value.identityNumber.trim() === '' ? t('needed') : undefined}>
        <Input className="mono" value={value.identityNumber} maxLength={30} autoComplete="off" spellCheck={false} onChange={(event) => put({ identityNumber: event.target.value.toUpperCase() })} />
      </Field>
      <Field path="holder.phone" span={4} label={t('phone')} {...more}>
        <Input className="mono" value={value.phone} maxLength={30} inputMode="tel" autoComplete="off" onChange={(event) => put({ phone: event.target.value })} />
      </Field>
      <Field path="holder.relation" span={3} label={t('relation')} {...more}>
        <CodeSelect table={agentRelations} codes={false} value={value.relation} onChange={(code) => put({ relation: agentRelations.find((one) => one.code === code)?.code ?? '' })} />
      </Field>
      <Field path="holder.area" span={village ? 5 : 9} label={t('holderArea')} {...more}>
        <AreaField value={value.area === 'none' ? '' : value.area} day={day} onChange={(area) => put({ area })} />
      </Field>
      {village && (
        <Field path="holder.villager" span={4} label={t('villager')} {...more}>
          <select className="plain-select" value={value.villager} onChange={(event) => put({ villager: event.target.value === 'yes' ? 'yes' : event.target.value === 'no' ? 'no' : '' })}>
            <option value="">{t('villager_')}</option>
            <option value="yes">{t('villager_yes')}</option>
            <option value="no">{t('villager_no')}</option>
          </select>
        </Field>
      )}
    </Fields>
  )
}
