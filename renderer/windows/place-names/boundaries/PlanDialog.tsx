import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from './words.ts'

interface Row { readonly line: string; readonly name: string; readonly within: boolean; readonly by: string; readonly lead: string }

/** Sets the plan of a year out of the lines that stand; those due are ticked. */
export const PlanDialog = ({ year, plan, lines, onClose }: { readonly year: number; readonly plan: Reply<'getBoundaryPlan'>; readonly lines: Reply<'listBoundaries'>['lines']; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const set = useAct('setBoundaryPlan', { refresh: ['getBoundaryPlan'] })
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState(plan.document)
  const [rows, setRows] = useState<readonly Row[]>(() => lines.filter(({ state }) => state === 'standing').map(({ id, name, neighbours }) => {
    const planned = (plan.set ? plan.lines : plan.proposed).find(({ line }) => line === id)
    return { line: id, name, within: planned !== undefined, by: planned?.by ?? `${String(year)}-12-31`, lead: planned?.lead ?? neighbours[0] ?? '' }
  }).toSorted((a, b) => Number(b.within) - Number(a.within)))
  const put = (line: string, change: Partial<Row>): void => setRows((now) => now.map((row) => (row.line === line ? { ...row, ...change } : row)))
  const taken = rows.filter(({ within }) => within)
  const wrong = taken.findIndex(({ by }) => !by.startsWith(`${String(year)}-`))
  const missing = taken.length === 0 ? 'lines' : wrong >= 0 ? `lines.${String(wrong)}.by` : day === '' ? 'day' : undefined
  return (
    <ActDialog
      title={`${String(year)} ${t('plan')}`} verb={t('setPlan')} width={900} missing={missing} onDone={onClose} onCancel={onClose}
      act={() => set.mutateAsync({ params: { year }, body: { day, document: document.trim(), lines: taken.map(({ line, by, lead }) => ({ line, by, lead: lead.trim() })) } })}
    >
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('planHint')}</p>
          <Field path="lines" label={t('lines')} group failure={failure} problem={tried && taken.length === 0 ? t('planEmpty') : undefined}>
            <div className="table-frame plan-rows">
              <table className="plain-table">
                <thead><tr><th scope="col">{t('inPlan')}</th><th scope="col">{t('name')}</th><th scope="col">{t('planBy')}</th><th scope="col">{t('planLead')}</th></tr></thead>
                <tbody>
                  {rows.map((row) => {
                    const path = `lines.${String(taken.indexOf(row))}`
                    const refused = failure?.field === `${path}.by` || failure?.field === `${path}.line`
                    const outside = row.within && !row.by.startsWith(`${String(year)}-`)
                    return (
                      <tr key={row.line}>
                        <td><Checkbox checked={row.within} aria-label={t('inPlanOf', { name: row.name })} onChange={(event) => put(row.line, { within: event.target.checked })} /></td>
                        <th scope="row" className="data">{row.name}</th>
                        <td data-field={`${path}.by`}><DayField aria-label={t('byOf', { name: row.name })} value={row.by} disabled={!row.within} onChange={(by) => put(row.line, { by })} />{refused && <div className="finding-note stop">{say(failure.text)}</div>}{outside && !refused && <div className="finding-note stop">{t('planByWrong', { year })}</div>}</td>
                        <td><Input aria-label={t('leadOf', { name: row.name })} value={row.lead} disabled={!row.within} maxLength={100} autoComplete="off" onChange={(event) => put(row.line, { lead: event.target.value })} /></td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </Field>
          <Fields>
            <Field path="document" span={8} label={t('planDocument')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}
