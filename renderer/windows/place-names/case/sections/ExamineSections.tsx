import { Input } from 'antd'
import { useState } from 'react'
import { reportContents, reportKinds } from '../../../../../domain/place-names/case/codes.ts'
import type { ReportKind } from '../../../../../domain/place-names/case/codes.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import type { FormField, FormValue } from '../ActForm.tsx'
import { ActForm, linesOf, listOf, partsOf, textOf, ticked } from '../ActForm.tsx'
import { ActField, Lines, useCoverWords, usePlaceNameCase, usePlaceNameWords } from '../parts.tsx'

/** 实地踏勘. */
export const VisitsSection = () => {
  const t = usePlaceNameWords()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  if (current === undefined) return null
  const fields: readonly FormField[] = [
    { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'visitors', label: t('visitors'), kind: 'text', required: true, span: 5, hint: t('visitorsHint') },
    { name: 'items', label: t('covers'), kind: 'items', span: 5 }, { name: 'found', label: t('found'), kind: 'area', required: true, span: 12, max: 4000 }, { name: 'photos', label: t('photos'), kind: 'scans', span: 12 },
  ]
  return (
    <div className="name-part">
      <Lines none={t('noVisits')} rows={current.visits.map((visit, index) => ({ key: String(index), words: <>{visit.day} {visit.visitors.join('、')} · {cover(visit.items)}<br />{visit.found}</>, by: visit.photos.length === 0 ? '' : t('photosCount', { n: visit.photos.length }) }))} />
      <ActForm
        kind="visited" section="visits" primary verb={t('visit')} start={{ day: today, visitors: '', items: [], found: '', photos: [] }} fields={fields}
        make={(values) => ({ kind: 'visited', day: textOf(values, 'day'), visitors: partsOf(textOf(values, 'visitors')), items: listOf(values, 'items'), found: textOf(values, 'found'), photos: listOf(values, 'photos') })}
      />
    </div>
  )
}

const Report = ({ kind }: { readonly kind: ReportKind }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  const title = say(reportKinds.find(({ code }) => code === kind) ?? { zh: kind, en: kind })
  const contents = reportContents[kind] as readonly { readonly code: string; readonly zh: string; readonly en: string }[]
  if (current === undefined) return null
  const own = current.reports.filter((report) => report.kind === kind)
  const attached = (values: Readonly<Record<string, FormValue>>): boolean => values['standing'] === 'attached'
  const fields: readonly FormField[] = [
    { name: 'standing', label: t('outcome'), kind: 'choice', required: true, span: 4, options: [['attached', t('reportAttached')], ['notRequired', t('reportNotRequired')]] },
    { name: 'author', label: t('author'), kind: 'text', span: 4, when: attached }, { name: 'reportDay', label: t('day'), kind: 'day', span: 2, when: attached }, { name: 'items', label: t('covers'), kind: 'items', span: 12 },
    { name: 'contents', label: t('contents'), kind: 'ticks', span: 12, options: contents.map((content) => [content.code, say(content)] as const), when: attached },
    { name: 'reason', label: t('whyNotRequired'), kind: 'text', required: true, span: 12, max: 400, when: (values) => !attached(values) }, { name: 'scans', label: t('scans'), kind: 'scans', span: 12, when: attached },
  ]
  return (
    <div className="report-kind" data-field={`reports.${kind}`}>
      <h4>{title}</h4>
      <Lines
        none={t('reportNone')} rows={own.map((report, index) => ({
          key: String(index),
          words: report.standing === 'attached' ? <><span className="tag good">{t('reportAttached')}</span> {report.day} {report.author} · {contents.filter(({ code }) => report.contents.includes(code)).map((content) => say(content)).join(t('listComma'))}</> : <><span className="tag">{t('reportNotRequired')}</span> {report.reason}</>,
          by: <>{cover(report.items)}{report.scans.length > 0 && ` · ${t('scansCount', { n: report.scans.length })}`}</>,
        }))}
      />
      <ActForm
        kind="reported" small verb={t('recordReportOf', { report: title })} start={{ standing: 'attached', author: '', reportDay: '', items: [], contents: contents.map(({ code }) => code), reason: '', scans: [] }} fields={fields}
        make={(values) => ({ kind: 'reported', day: today, report: attached(values) ? { kind, standing: 'attached', reason: '', author: textOf(values, 'author'), day: textOf(values, 'reportDay'), contents: listOf(values, 'contents'), items: listOf(values, 'items'), scans: listOf(values, 'scans') } : { kind, standing: 'notRequired', reason: textOf(values, 'reason'), author: '', day: '', contents: [], items: listOf(values, 'items'), scans: [] } })}
      />
    </div>
  )
}

/** 综合评估、专家论证、征求意见: attached with what they must hold, or not required with the reason. */
export const ReportsSection = () => <div className="name-part">{reportKinds.map(({ code }) => <Report key={code} kind={code} />)}</div>

/** 征求意见: letters to units and what they say. */
export const ConsultSection = () => {
  const t = usePlaceNameWords()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  if (current === undefined) return null
  const outcomes = (['agrees', 'objects', 'comments'] as const).map((outcome) => [outcome, t(`reply.${outcome}`)] as const)
  return (
    <div className="name-part">
      <Lines
        none={t('noConsultations')} rows={current.consultations.map(({ asked, reply }) => ({
          key: asked.consultation,
          words: <span data-field={`consultations.${asked.consultation}`}>{asked.day} <b>{asked.unit}</b> {asked.document} · {cover(asked.items)}{reply === null ? <> <span className="tag answer">{t('waitsForReply')}</span> {asked.replyBy !== '' && `${t('replyBy')} ${asked.replyBy}`}</> : <> → {reply.day} <span className={`tag ${reply.outcome === 'agrees' ? 'good' : 'answer'}`}>{t(`reply.${reply.outcome}`)}</span> {reply.words}{reply.handling !== '' && ` · ${t('handling')}：${reply.handling}`}</>}</span>,
          ...(reply === null && {
            acts: <ActForm
              kind="replied" small verb={t('recordReply')} start={{ day: today, outcome: 'agrees', words: '', handling: '' }}
              fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'outcome', label: t('outcome'), kind: 'choice', required: true, span: 4, options: outcomes }, { name: 'words', label: t('replyWords'), kind: 'text', span: 6, max: 400 }, { name: 'handling', label: t('handling'), kind: 'text', span: 12, max: 400, when: (values) => values['outcome'] !== 'agrees' }]}
              make={(values) => ({ kind: 'replied', day: textOf(values, 'day'), consultation: asked.consultation, outcome: textOf(values, 'outcome') as 'agrees', words: textOf(values, 'words'), handling: textOf(values, 'handling') })}
            />,
          }),
        }))}
      />
      <ActForm
        kind="consulted" section="consult" primary verb={t('consultUnit')} start={{ day: today, unit: '', document: '', items: [], replyBy: '' }}
        fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'unit', label: t('unit'), kind: 'text', required: true, span: 4 }, { name: 'document', label: t('document'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true }, { name: 'replyBy', label: t('replyBy'), kind: 'day', span: 2 }, { name: 'items', label: t('covers'), kind: 'items', span: 12 }]}
        make={(values) => ({ kind: 'consulted', day: textOf(values, 'day'), unit: textOf(values, 'unit'), document: textOf(values, 'document'), items: listOf(values, 'items'), replyBy: textOf(values, 'replyBy') })}
      />
    </div>
  )
}

/** Reads what came in during a display: one on a line, its parts apart by semicolons. */
export const readObjections = (text: string): { from: string; words: string; handling: string }[] => linesOf(text).slice(0, 200).map((line) => {
  const [from = '', words = '', ...rest] = line.split(/[;；]/u).map((part) => part.trim())
  return words === '' ? { from: '', words: from.slice(0, 400), handling: '' } : { from: from.slice(0, 100), words: words.slice(0, 400), handling: rest.join('；').slice(0, 400) }
})

/** 公示. */
export const DisplaySection = () => {
  const t = usePlaceNameWords()
  const { current, today } = usePlaceNameCase()
  const cover = useCoverWords()
  if (current === undefined) return null
  const day = { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 } as const
  return (
    <div className="name-part">
      <Lines
        none={t('noDisplays')} rows={current.displays.map(({ shown, ended }) => ({
          key: shown.display,
          words: <span data-field={`displays.${shown.display}`}>{shown.from} — {shown.to} <b>{shown.where}</b> · {cover(shown.items)} {ended === null ? <span className="tag answer">{t('running')}</span> : <>→ {ended.day} {ended.result} · {t('objectionsCount', { n: ended.objections.length })}{ended.objections.map((one, index) => <div key={index} className="quiet">{one.from}{one.from !== '' && '：'}{one.words}{one.handling !== '' && ` → ${one.handling}`}</div>)}</>}</span>,
          // It ends with its last day, and no day is entered that has not come.
          ...(ended === null && today >= shown.to && {
            acts: <ActForm
              kind="displayEnded" small verb={t('endDisplay')} start={{ day: today, result: '', objections: '' }}
              fields={[day, { name: 'result', label: t('displayResult'), kind: 'text', required: true, span: 10, max: 400 }, { name: 'objections', label: t('objections'), kind: 'area', span: 12, max: 20_000, hint: t('objectionsHint') }]}
              make={(values) => ({ kind: 'displayEnded', day: textOf(values, 'day'), display: shown.display, result: textOf(values, 'result'), objections: readObjections(textOf(values, 'objections')) })}
            />,
          }),
        }))}
      />
      <ActForm
        kind="displayed" section="display" primary verb={t('beginDisplay')} start={{ day: today, from: today, to: '', where: '', items: [] }}
        fields={[{ name: 'from', label: t('from'), kind: 'day', required: true, span: 2 }, { name: 'to', label: t('to'), kind: 'day', required: true, span: 2 }, { name: 'where', label: t('displayWhere'), kind: 'text', required: true, span: 8 }, { name: 'items', label: t('covers'), kind: 'items', span: 12 }]}
        make={(values) => ({ kind: 'displayed', day: today, from: textOf(values, 'from'), to: textOf(values, 'to'), where: textOf(values, 'where'), items: listOf(values, 'items') })}
      />
    </div>
  )
}

const clockTones = { met: 'good', late: 'stop', overdue: 'stop', open: 'answer', unknown: '' } as const

/** 期限: every clock, what does not count, the extension, a provisional name. */
export const ClocksSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { current, today } = usePlaceNameCase()
  const [item, setItem] = useState('')
  if (current === undefined) return null
  const nameOf = (id: string): string => current.file.items.find((one) => one.id === id)?.name ?? ''
  const named = current.file.items.filter(({ name }) => name !== '')
  const provisionalItem = item === '' ? (named[0]?.id ?? '') : item
  return (
    <div className="name-part">
      {current.clocks.length === 0 ? <p className="quiet">{t('noClocks')}</p> : (
        <table className="plain-table clocks">
          <thead><tr><th>{t('clock')}</th><th>{t('clockFrom')}</th><th>{t('clockDue')}</th><th>{t('clockDone')}</th><th>{t('result')}</th></tr></thead>
          <tbody>
            {current.clocks.slice(0, 60).map((clock) => (
              <tr key={`${clock.id} ${clock.of}`}>
                <td>{say(clock.title)} {clock.of !== '' && <span className="quiet">{nameOf(clock.of)}</span>} {clock.law !== null && <span className="finding-law">{say(clock.law)}</span>}</td>
                <td className="nowrap">{clock.from}</td><td className="nowrap">{clock.due}</td><td className="nowrap">{clock.done}</td>
                <td><span className={`tag ${clockTones[clock.state]}`}>{t(`clock.${clock.state}`, { n: Math.abs(clock.daysLeft) })}</span>{clock.because !== undefined && <span className="quiet"> {say(clock.because)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Lines
        rows={[
          ...current.excluded.map((one, index) => ({ key: `e${String(index)}`, words: t('excludedLine', { from: one.from, to: one.to, why: one.why }), by: one.told ? '' : t('notTold') })),
          ...(current.extension === null ? [] : [{ key: 'x', words: t('extendedLine', { day: current.extension.day, by: current.extension.by }), by: current.extension.told ? '' : t('notTold') }]),
          ...current.provisional.map((one, index) => ({ key: `p${String(index)}`, words: t('provisionalLine', { day: one.day, name: nameOf(one.item), until: one.until, document: one.document }) })),
        ]}
      />
      <div className="act-row">
        <ActForm
          kind="timeExcluded" verb={t('exclude')} start={{ from: today, to: '', why: '', told: false }}
          fields={[{ name: 'from', label: t('from'), kind: 'day', required: true, span: 2 }, { name: 'to', label: t('to'), kind: 'day', required: true, span: 2 }, { name: 'why', label: t('excludeWhy'), kind: 'text', required: true, span: 5 }, { name: 'told', label: t('told'), kind: 'tick', span: 3 }]}
          make={(values) => ({ kind: 'timeExcluded', day: today, from: textOf(values, 'from'), to: textOf(values, 'to'), told: ticked(values, 'told'), why: textOf(values, 'why') })}
        />
        {current.extension === null && (
          <ActForm
            kind="extended" verb={t('extend')} start={{ day: today, by: '', told: false }}
            fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'by', label: t('extendedBy'), kind: 'text', required: true, span: 4 }, { name: 'told', label: t('told'), kind: 'tick', span: 4 }]}
            make={(values) => ({ kind: 'extended', day: textOf(values, 'day'), by: textOf(values, 'by'), told: ticked(values, 'told') })}
          />
        )}
        <ActForm
          kind="provisionallyNamed" verb={t('provisional')} start={{ day: today, document: '' }} fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'document', label: t('document'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true }]}
          make={(values) => ({ kind: 'provisionallyNamed', day: textOf(values, 'day'), item: provisionalItem, document: textOf(values, 'document') })}
        >
          {named.length > 1 ? <Fields><ActField name="item" label={t('whichName')} span={4}><select className="plain-select full" value={provisionalItem} onChange={(event) => setItem(event.target.value)}>{named.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select></ActField></Fields> : <Input type="hidden" value={provisionalItem} readOnly />}
        </ActForm>
      </div>
    </div>
  )
}
