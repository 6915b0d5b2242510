import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { cemeteryKinds } from '../../../../domain/burial/placement/codes.ts'
import { runPlotCheck } from '../../../../domain/burial/placement/decide.ts'
import type { CemeteryFacts } from '../../../../domain/burial/placement/actions.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { AreaField } from '../../../shared/AreaField.tsx'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from './words.ts'

/** Registers a cemetery or columbarium; its kind decides what it may be and whom it may take. */
export const CemeteryDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [, navigate] = useLocation()
  const [facts, setFacts] = useState<CemeteryFacts>({ name: '', kind: 'publicCemetery', area: office.area, township: '', foundedOn: '', standing: 'approved', document: '', authority: '' })
  const put = (change: Partial<CemeteryFacts>): void => setFacts((now) => ({ ...now, ...change }))
  const register = useAct('registerCemetery', { refresh: ['listCemeteries'] })
  const findings = useMemo(() => runPlotCheck('founding', { day: office.today, limits: [], cemetery: { id: '', facts, sections: [] } }).findings, [facts, office.today])
  const missing = facts.name.trim() === '' ? 'name' : facts.area === '' ? 'area' : undefined
  return (
    <ActDialog
      title={t('register')} width={720} missing={missing} findings={findings} onDone={() => undefined} onCancel={onClose}
      act={async (answers) => {
        const made = await register.mutateAsync({ body: { facts: { ...facts, name: facts.name.trim(), township: facts.township.trim(), document: facts.document.trim(), authority: facts.authority.trim() }, answers } })
        onClose()
        navigate(`/burial/plots/${made.id}`)
      }}
    >
      {({ failure, findings: said, tried }) => (
        <Fields>
          <Field path="name" span={7} label={t('cemeteryName')} required findings={said} failure={failure} problem={tried && facts.name.trim() === '' ? t('needed') : undefined}>
            <Input value={facts.name} maxLength={100} autoComplete="off" onChange={(event) => put({ name: event.target.value })} />
          </Field>
          <Field path="kind" span={5} label={t('kind')} required findings={said} failure={failure}>
            <CodeSelect table={cemeteryKinds} codes={false} value={facts.kind} onChange={(kind) => { const found = cemeteryKinds.find(({ code }) => code === kind); if (found !== undefined) put({ kind: found.code, ...(found.code === 'villagePlots' ? { standing: 'filed' as const } : {}) }) }} />
          </Field>
          <Field path="area" span={7} label={t('area')} required findings={said} failure={failure} problem={tried && facts.area === '' ? t('needed') : undefined}>
            <AreaField value={facts.area} day={office.today} onChange={(area) => put({ area })} />
          </Field>
          <Field path="township" span={5} label={t('township')} findings={said} failure={failure}>
            <Input value={facts.township} maxLength={100} autoComplete="off" onChange={(event) => put({ township: event.target.value })} />
          </Field>
          <Field path="foundedOn" span={3} label={t('foundedOn')} findings={said} failure={failure}>
            <DayField value={facts.foundedOn} onChange={(foundedOn) => put({ foundedOn })} />
          </Field>
          <Field path="standing" span={3} label={t('standing')} findings={said} failure={failure}>
            <select className="plain-select" value={facts.standing} onChange={(event) => put({ standing: event.target.value === 'filed' ? 'filed' : event.target.value === 'none' ? 'none' : 'approved' })}>
              {(['approved', 'filed', 'none'] as const).map((one) => <option key={one} value={one}>{t(`standing_${one}`)}</option>)}
            </select>
          </Field>
          <Field path="document" span={3} label={t('document')} findings={said} failure={failure}>
            <Input value={facts.document} maxLength={100} autoComplete="off" onChange={(event) => put({ document: event.target.value })} />
          </Field>
          <Field path="authority" span={3} label={t('authority')} findings={said} failure={failure}>
            <Input value={facts.authority} maxLength={100} autoComplete="off" onChange={(event) => put({ authority: event.target.value })} />
          </Field>
        </Fields>
      )}
    </ActDialog>
  )
}
