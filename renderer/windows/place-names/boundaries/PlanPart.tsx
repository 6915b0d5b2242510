import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../../shared/client.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Facts, Loaded, Section } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { words } from './words.ts'

type Plan = Reply<'getBoundaryPlan'>

const Lines = ({ plan }: { readonly plan: Plan }) => {
  const t = useWords(words)
  const rows = plan.set ? plan.lines : plan.proposed.map((one) => ({ ...one, inspectedOn: '', onTime: null, filed: false, report: '' }))
  if (rows.length === 0) return <p className="quiet">{t('noPlan')}</p>
  return (
    <div className="table-frame">
      <table className="plain-table">
        <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('planBy')}</th><th scope="col">{t('planLead')}</th><th scope="col">{t('inspectedOn')}</th><th scope="col">{t('state')}</th><th scope="col">{t('report')}</th><th scope="col">{t('filed')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row"><Link href={`/place-names/boundaries/${row.line}`} className="data">{row.name}</Link>{'overdue' in row && row.overdue === true && <> <span className="tag stop">{t('dueBefore')}</span></>}</th>
              <td>{row.by}</td>
              <td className="data">{row.lead}</td>
              <td>{row.inspectedOn}</td>
              <td><span className={`tag ${row.inspectedOn === '' ? '' : row.onTime === true ? 'good' : 'stop'}`}>{t(row.inspectedOn === '' ? 'notYet' : row.onTime === true ? 'inTime' : 'late')}</span></td>
              <td className="data">{row.report}</td>
              <td>{row.inspectedOn !== '' && <span className={`tag ${row.filed ? 'good' : 'answer'}`}>{t(row.filed ? 'filedCount' : 'notFiled')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 年度联检计划: what falls due in a year, what was planned, what came of it. */
export const PlanPart = ({ year, lines }: { readonly year: number; readonly lines: Reply<'listBoundaries'>['lines'] }) => {
  const t = useWords(words)
  const { may } = useSession()
  const [, put] = usePut()
  const [setting, setSetting] = useState(false)
  const plan = useRoute('getBoundaryPlan', { params: { year } }, { fresh: 0 })
  const verb = t(plan.data?.set === true ? 'resetPlan' : 'setPlan')
  const able = may('ground.write') && plan.data !== undefined
  usePageKeys([{ key: 'F9', label: verb, run: () => setSetting(true), disabled: !able }], { when: !setting })
  const years = Array.from({ length: 7 }, (_, index) => year - 3 + index)
  return (
    <>
      <div className="row">
        <label className="row"><span className="quiet">{t('year')}</span><select className="plain-select" value={year} onChange={(event) => put({ year: event.target.value })}>{years.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
        {able && <Button type="primary" onClick={() => setSetting(true)}>{verb} <KeyCap name="F9" /></Button>}
      </div>
      <Loaded of={plan}>
        {(data) => (
          <>
            <Section title={`${String(year)} ${t('plan')}`} acts={<span className={`tag ${data.set ? 'good' : 'answer'}`}>{t(data.set ? 'planSet' : 'planOpen')}</span>}>
              <Facts rows={[
                ...(data.set ? [[t('planDocument'), <span key="d" className="data">{data.document === '' ? '—' : data.document}</span>] as const] : []),
                [t('planned'), data.planned], [t('done'), data.done], [t('onTime'), data.onTime], [t('filedCount'), data.filed], [t('extraCount'), data.extra],
              ]} />
              <Lines plan={data} />
            </Section>
            {data.set && data.unplanned.length > 0 && <Section title={t('unplanned')} acts={<span className="tag stop">{data.unplanned.length}</span>}><ul className="chips">{data.unplanned.map((one) => <li key={one.line}><Link href={`/place-names/boundaries/${one.line}`} className="data">{one.name}</Link></li>)}</ul></Section>}
            {setting && <PlanDialog year={year} plan={data} lines={lines} onClose={() => setSetting(false)} />}
          </>
        )}
      </Loaded>
    </>
  )
}
