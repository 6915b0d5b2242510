import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { scoreInspection } from '../../../../domain/burial/facilities/form.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { isCivilDate } from '../../../../domain/dates.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FailurePanel, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { readWhole } from '../grounds/period.ts'
import type { FacilityDialogProps } from './FacilityPage.tsx'
import { useFacilityAct } from './useFacilityAct.ts'
import { words } from './words.ts'

/** Working days that are usually given to mend what was found. */
const usualDays = '20'

/** 年检: the office's form, scored while one types; result and deadline stand at once, and are worked out again where they are recorded. */
export const InspectionDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office, account } = useSession()
  const act = useFacilityAct(facility)
  const list = useRoute('listFacilities', { query: {} }, { fresh: 60_000 })
  const form = list.data?.form
  const [year, setYear] = useState(String(Number(office.today.slice(0, 4)) - 1))
  const [day, setDay] = useState(office.today as string)
  const [points, setPoints] = useState<Readonly<Record<string, string>>>({})
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const [working, setWorking] = useState(usualDays)
  const [first, setFirst] = useState(account.name)
  const [second, setSecond] = useState('')
  const days = readWhole(working)
  const items = useMemo(() => (form?.items ?? []).flatMap((item) => {
    const value = readWhole(points[item.id] ?? '')
    return value === undefined ? [] : [{ item: item.id, points: value, note: (notes[item.id] ?? '').trim() }]
  }), [form, points, notes])
  // The desk's own sum while items are open; the house's own score with the deadline once all stand.
  const own = useMemo(() => {
    if (form === undefined || items.length < form.items.length) return undefined
    try {
      return scoreInspection(form, items)
    } catch (error) {
      if (error instanceof LantaiError) return undefined
      throw error
    }
  }, [form, items])
  const canScore = own !== undefined && days !== undefined && days >= 1 && days <= 250 && isCivilDate(day)
  const scored = useRoute('scoreFacility', { body: { items, day, workingDays: days ?? 1 } }, { enabled: canScore, keep: true, fresh: 60_000 })
  const openItem = form?.items.findIndex((item) => readWhole(points[item.id] ?? '') === undefined || (readWhole(points[item.id] ?? '') ?? 0) > item.most) ?? -1
  const noNote = form?.items.findIndex((item) => { const value = readWhole(points[item.id] ?? ''); return value !== undefined && value < item.most && (notes[item.id] ?? '').trim() === '' }) ?? -1
  const inspectors = [first.trim(), second.trim()].flatMap((name) => name.split(/[\s、,，]+/u)).filter((name) => name !== '')
  const yearNumber = readWhole(year)
  const missing = yearNumber === undefined ? 'year' : day === '' ? 'day' : openItem >= 0 ? `items.${String(openItem)}.points` : noNote >= 0 ? `items.${String(noNote)}.note` : days === undefined || days < 1 ? 'workingDays' : new Set(inspectors).size < 2 ? 'inspectors' : undefined
  const most = form?.items.reduce((sum, item) => sum + item.most, 0) ?? 0
  const soFar = items.reduce((sum, item) => sum + item.points, 0)
  return (
    <ActDialog
      title={`${t('act_inspected')} · ${facility.facts.name}`} verb={t('act_inspected')} width={860} missing={missing} onDone={onClose} onCancel={onClose}
      act={() => act({ kind: 'inspected', year: yearNumber ?? 0, day, items, workingDays: days ?? 0, inspectors })}
    >
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        if (form === undefined) return list.error === null ? <Waiting /> : <FailurePanel failure={list.error} />
        return (
          <>
            <p className="quiet">{say(form.title)}{form.verified ? '' : ` · ${t('formUnverified')}`} · {t('marks', { pass: form.passFrom, fix: form.fixFrom, most })}</p>
            <Fields>
              <Field path="year" span={3} label={t('inspectedYear')} required {...more} problem={needed('year')}><Input inputMode="numeric" value={year} maxLength={4} onChange={(event) => setYear(event.target.value)} /></Field>
              <Field path="day" span={3} label={t('day')} required {...more}><DayField value={day} onChange={setDay} /></Field>
              <Field path="inspectors" span={6} label={t('inspectors')} hint={t('inspectorsHint')} required group {...more} problem={tried && missing === 'inspectors' ? t('twoInspectors') : undefined}>
                <div className="row"><Input className="plot-jump" aria-label={t('inspectorFirst')} value={first} maxLength={60} autoComplete="off" onChange={(event) => setFirst(event.target.value)} /><Input className="plot-jump" aria-label={t('inspectorSecond')} value={second} maxLength={60} autoComplete="off" onChange={(event) => setSecond(event.target.value)} /></div>
              </Field>
            </Fields>
            <Field path="items" label={t('points')} group {...more}>
              <div className="score-rows">
                <div className="score-row score-head" aria-hidden="true"><span>{t('inspectedItem')}</span><span>{t('pointsShort')}</span><span>{t('taken')}</span></div>
                {form.items.map((item, index) => {
                  const value = readWhole(points[item.id] ?? '')
                  const over = (points[item.id] ?? '').trim() !== '' && (value === undefined || value > item.most)
                  const unsaid = value !== undefined && value < item.most && (notes[item.id] ?? '').trim() === ''
                  return (
                    <div key={item.id} className="score-row">
                      <span>{say(item.title)} <span className="quiet">{t('mostPoints', { n: item.most })}</span></span>
                      <Field path={`items.${String(index)}.points`} label={<span className="hidden-words">{t('pointsOf', { item: say(item.title) })}</span>} {...more} problem={over ? t('pointsWrong', { n: item.most }) : needed(`items.${String(index)}.points`)}><Input inputMode="numeric" value={points[item.id] ?? ''} maxLength={4} onChange={(event) => setPoints((now) => ({ ...now, [item.id]: event.target.value }))} /></Field>
                      <Field path={`items.${String(index)}.note`} label={<span className="hidden-words">{t('noteOf', { item: say(item.title) })}</span>} {...more} problem={unsaid && tried ? t('sayWhy') : undefined}><Input value={notes[item.id] ?? ''} maxLength={400} placeholder={value !== undefined && value < item.most ? t('sayWhy') : ''} autoComplete="off" onChange={(event) => setNotes((now) => ({ ...now, [item.id]: event.target.value }))} /></Field>
                    </div>
                  )
                })}
              </div>
            </Field>
            <Fields><Field path="workingDays" span={4} label={t('workingDays')} hint={t('workingDaysHint')} required {...more} problem={needed('workingDays')}><Input inputMode="numeric" value={working} maxLength={3} onChange={(event) => setWorking(event.target.value)} /></Field></Fields>
            <div className="score-sum" role="status">
              <span><b>{soFar}</b> / {most}</span>
              {own === undefined ? <span className="quiet">{t('openItems', { n: form.items.length - items.length })}</span> : <span className={`tag ${own.result === 'pass' ? 'good' : own.result === 'fix' ? 'answer' : 'stop'}`}>{t(`result_${own.result}`)}</span>}
              {canScore && scored.data !== undefined && scored.data.deadline !== '' && own?.result !== 'pass' && <span>{t('mendBy', { day: scored.data.deadline })}</span>}
            </div>
            {canScore && <FailurePanel failure={scored.error} />}
          </>
        )
      }}
    </ActDialog>
  )
}
