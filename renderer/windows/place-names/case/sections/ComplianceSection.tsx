import { Button, Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ReportCard } from '../../../../../api/schemas/place-names.ts'
import { moment } from '../../../../case/moments.ts'
import { Choices } from '../../../../case/form/choices.tsx'
import { ActDialog } from '../../../../shared/ActDialog.tsx'
import { Field } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { sectionOfField } from '../steps.ts'
import { usePlaceNameCase, usePlaceNameWords } from '../parts.tsx'

type Row = ReportCard['rows'][number]
const tones = { pass: 'good', attested: 'good', fail: 'stop', open: 'answer', notApplicable: '' } as const
const step = 60

const AttestDialog = ({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { desk, today } = usePlaceNameCase()
  const [result, setResult] = useState<'pass' | 'fail' | 'notApplicable'>('pass')
  const [note, setNote] = useState('')
  return (
    <ActDialog title={t('attestTitle', { rule: `${row.code} ${say(row.title)}` })} verb={t('attest')} missing={note.trim() === '' ? 'note' : undefined} onCancel={onClose} onDone={onClose} act={() => desk.sendNow('actOnPlaceNameCase', { act: { kind: 'attested', day: today, attestations: [{ rule: row.rule, item: row.item, result, note: note.trim() }] } })}>
      {({ failure, tried }) => (
        <>
          {row.name !== '' && <p><b>{row.name}</b></p>}
          <Choices label={t('result')} value={result} options={(['pass', 'fail', 'notApplicable'] as const).map((one) => [one, t(`attest.${one}`)] as const)} onChoose={setResult} />
          <Field path="note" label={t('seen')} required failure={failure} problem={tried && note.trim() === '' ? t('missingField') : undefined}><Input.TextArea rows={3} value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} /></Field>
        </>
      )}
    </ActDialog>
  )
}

/** 合规: every rule N to K with its standing; what a person saw is attested here. */
export const ComplianceSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { current, can, go } = usePlaceNameCase()
  const [only, setOnly] = useState(false)
  const [shown, setShown] = useState(step)
  const [attesting, setAttesting] = useState<Row>()
  const report = current?.report
  const rows = useMemo(() => (report?.rows ?? []).filter(({ state }) => !only || state === 'fail' || state === 'open'), [report, only])
  if (report === undefined) return null
  return (
    <div className="name-part">
      <div className="row">
        <span className={`tag ${report.verdict === 'sound' ? 'good' : report.verdict === 'failed' ? 'stop' : 'answer'}`}>{t(`verdictOf.${report.verdict}`)}</span>
        <span>{t('countsOf', report.counts)}</span>
        <Checkbox checked={only} onChange={(event) => { setOnly(event.target.checked); setShown(step) }}>{t('onlyOpen')}</Checkbox>
      </div>
      <table className="plain-table report-card">
        <thead><tr><th /><th>{t('rule')}</th><th>{t('result')}</th><th /></tr></thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={`${row.rule} ${row.item}`}>
              <td className="mono">{row.code}</td>
              <td><Link href={`/rules?rule=${encodeURIComponent(row.rule)}`}>{say(row.title)}</Link>{row.name !== '' && <> · <b>{row.name}</b></>} <span className="finding-law">{say(row.law)}</span>{row.message !== undefined && <div className={row.state === 'fail' ? 'finding-note stop' : 'quiet'}>{say(row.message)}</div>}</td>
              <td className="nowrap"><span className={`tag ${tones[row.state]}`}>{say(row.stateTitle)}</span>{row.by !== undefined && <div className="quiet">{t('attestedBy', { who: row.by, at: moment(row.at ?? '') })}</div>}</td>
              <td className="end nowrap">{row.field !== undefined && (row.state === 'fail' || row.state === 'open') && <Button size="small" type="text" tabIndex={-1} onClick={() => go(sectionOfField(row.field))}>{t('openSection')}</Button>}{row.attestable && can('attested') && <Button size="small" tabIndex={-1} onClick={() => setAttesting(row)}>{t('attest')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && <div className="section-acts"><Button onClick={() => setShown(shown + 200)}>{t('moreRows', { n: Math.min(200, rows.length - shown) })}</Button></div>}
      {attesting !== undefined && <AttestDialog row={attesting} onClose={() => setAttesting(undefined)} />}
    </div>
  )
}
