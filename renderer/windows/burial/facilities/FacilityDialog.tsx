import { Input } from 'antd'
import { useState } from 'react'
import { cemeteryKinds } from '../../../../domain/burial/placement/codes.ts'
import type { FacilityFacts } from '../../../../domain/burial/facilities/actions.ts'
import type { Code } from '../../../../domain/codes/index.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { AreaField } from '../../../shared/AreaField.tsx'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from './words.ts'

/** The kinds of the register: burial grounds and the others. */
const kinds: readonly Code[] = [...cemeteryKinds, { code: 'funeralHome', zh: words.kind_funeralHome[0], en: words.kind_funeralHome[1] }, { code: 'serviceStation', zh: words.kind_serviceStation[0], en: words.kind_serviceStation[1] }]

/** Registers a facility. */
export const FacilityDialog = ({ onClose }: { readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [facts, setFacts] = useState({ name: '', kind: 'publicCemetery', area: office.area as string, township: '', foundedOn: '', document: '' })
  const put = (change: Partial<typeof facts>): void => setFacts((now) => ({ ...now, ...change }))
  const register = useAct('registerFacility', { refresh: ['listFacilities'] })
  const missing = facts.name.trim() === '' ? 'name' : facts.kind === '' ? 'kind' : facts.area === '' ? 'area' : facts.foundedOn === '' ? 'foundedOn' : undefined
  return (
    <ActDialog
      title={t('register')} width={700} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => {
        const made = await register.mutateAsync({ body: { facts: { ...facts, kind: facts.kind as FacilityFacts['kind'], name: facts.name.trim(), township: facts.township.trim(), document: facts.document.trim() } } })
        onClose(made.id)
      }}
    >
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        return (
          <Fields>
            <Field path="name" span={7} label={t('name')} required {...more} problem={needed('name')}><Input value={facts.name} maxLength={100} autoComplete="off" onChange={(event) => put({ name: event.target.value })} /></Field>
            <Field path="kind" span={5} label={t('kind')} required {...more} problem={needed('kind')}><CodeSelect table={kinds} codes={false} value={facts.kind} onChange={(kind) => put({ kind })} /></Field>
            <Field path="area" span={7} label={t('area')} required {...more} problem={needed('area')}><AreaField value={facts.area} day={office.today} onChange={(area) => put({ area })} /></Field>
            <Field path="township" span={5} label={t('township')} {...more}><Input value={facts.township} maxLength={100} autoComplete="off" onChange={(event) => put({ township: event.target.value })} /></Field>
            <Field path="foundedOn" span={4} label={t('foundedOn')} required {...more} problem={needed('foundedOn')}><DayField value={facts.foundedOn} onChange={(foundedOn) => put({ foundedOn })} /></Field>
            <Field path="document" span={8} label={t('document')} {...more}><Input value={facts.document} maxLength={100} autoComplete="off" onChange={(event) => put({ document: event.target.value })} /></Field>
          </Fields>
        )
      }}
    </ActDialog>
  )
}
