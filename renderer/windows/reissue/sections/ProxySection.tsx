import { Checkbox } from 'antd'
import { identityTypeCodes } from '../../../../domain/codes/index.ts'
import { normaliseName } from '../../../../domain/characters/index.ts'
import type { Proxy } from '../../../../domain/reissue/file.ts'
import { Note } from '../../../case/form/fields.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { CodeFact, DayFact, TextFact, TickFact, useFact } from './parts.tsx'

/** What a mandate must name. */
export const mandatePoints = ['party', 'identity', 'registrationDay', 'registrationOffice', 'presentStatus', 'matter', 'proxy'] as const
const named = (value: boolean): Proxy['names'] => ({ party: value, identity: value, registrationDay: value, registrationOffice: value, presentStatus: value, matter: value, proxy: value })
/** A proxy of whom nothing is known yet. */
export const blankProxy: Proxy = { name: '', identityType: 'resident', identityNumber: '', identityShown: false, notary: '', mandateNumber: '', mandateDay: '', names: named(false) }

const Mandate = ({ proxy, onChange, editable }: { readonly proxy: Proxy; readonly onChange: (proxy: Proxy) => void; readonly editable: boolean }) => {
  const t = useWords(words)
  return (
    <>
      <Fields>
        <TextFact path="proxy.name" label={t('proxy.name')} required span={3} tidy={normaliseName} />
        <CodeFact path="proxy.identityType" label={t('proxy.identityType')} table={identityTypeCodes} codes={false} required span={4} />
        <TextFact path="proxy.identityNumber" label={t('proxy.identityNumber')} required span={5} max={30} mono />
        <TextFact path="proxy.notary" label={t('proxy.notary')} required span={4} />
        <TextFact path="proxy.mandateNumber" label={t('proxy.mandateNumber')} required span={5} mono />
        <DayFact path="proxy.mandateDay" label={t('proxy.mandateDay')} span={3} />
      </Fields>
      <TickFact path="proxy.identityShown" label={t('proxy.identityShown')} />
      {editable && <Checkbox className="all-seen" checked={mandatePoints.every((point) => proxy.names[point])} onChange={(event) => onChange({ ...proxy, names: named(event.target.checked) })}><b>{t('mandateAll')}</b></Checkbox>}
      <div className="mandate" data-ticks="">{mandatePoints.map((point) => <TickFact key={point} path={`proxy.names.${point}`} label={t(`mandate.${point}`)} />)}</div>
    </>
  )
}

/** 委托: in person, or by a notarised mandate with the points it must name. */
export const ProxySection = () => {
  const t = useWords(words)
  const { value: proxy, set, found, editable } = useFact('proxy')
  return (
    <div className="proxy" data-field="proxy">
      {editable ? <Checkbox checked={proxy !== null} onChange={(event) => set(event.target.checked ? blankProxy : null)}>{t('byMandate')}</Checkbox> : proxy === null && <p className="quiet">{t('noProxy')}</p>}
      {found.map((finding) => <Note key={`${finding.rule} ${finding.message.en}`} finding={finding} />)}
      {proxy !== null && <Mandate proxy={proxy} onChange={set} editable={editable} />}
    </div>
  )
}
