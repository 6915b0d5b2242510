import { Button } from 'antd'
import { useMemo } from 'react'
import { useField } from '../../../../case/form/store.ts'
import { AnswerBox } from '../../../../case/form/fields.tsx'
import { useFindings } from '../../../../case/form/findings.ts'
import { FindingList } from '../../../../shared/FindingList.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { ActForm, linesOf, textOf } from '../ActForm.tsx'
import { sectionOfField } from '../steps.ts'
import { refusalOptions, groundOf } from '../grounds.ts'
import { Lines, usePlaceNameCase, usePlaceNames, usePlaceNameWords } from '../parts.tsx'

/** All findings of the file, the heaviest first, with the way to their fields. */
export const CaseFindings = ({ of }: { readonly of?: (rule: string) => boolean }) => {
  const t = usePlaceNameWords()
  const { desk, go, editable } = usePlaceNames()
  const all = useFindings(desk.findings)
  const { current } = usePlaceNameCase()
  const shown = useMemo(() => all.filter(({ rule, outcome }) => outcome !== 'pass' && outcome !== 'notApplicable' && (of?.(rule) ?? true)), [all, of])
  if (shown.length === 0) return <p className="quiet">{t('nothingOpen')}</p>
  return (
    <details className="name-more" open={shown.length <= 12}>
      <summary>{t('allFindings')} <span className="tag">{shown.length}</span></summary>
      <FindingList findings={shown.slice(0, 200)} {...(current?.passed !== undefined && { passed: current.passed })} onField={(path) => go(sectionOfField(path))} action={(finding) => finding.severity === 'answer' && editable && <AnswerBox finding={finding} />} />
    </details>
  )
}

/** 受理: accept, ask once for all that is missing, refuse to accept, or let the applicant withdraw. */
export const AcceptanceSection = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { desk } = usePlaceNames()
  const { current, today, can, go } = usePlaceNameCase()
  const all = useFindings(desk.findings)
  const [source] = useField(desk.store, 'source')
  if (current === undefined) return null
  const { supplement, accepted, notAccepted, withdrawn } = current
  const missing = all.filter(({ outcome }) => outcome === 'notYet').map(({ message }) => message.zh)
  const slip = { name: 'slip', label: t('slip'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true } as const
  const day = { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 } as const
  return (
    <div className="name-part">
      <Lines
        rows={[
          ...(supplement === null ? [] : [{ key: 'supplement', words: t('supplementAsked', { day: supplement.day, slip: supplement.slip }), by: supplement.missing.join('；') }]),
          ...(current.supplementedOn === '' ? [] : [{ key: 'supplemented', words: t('supplementedOn', { day: current.supplementedOn }) }]),
          ...(accepted === null ? [] : [{ key: 'accepted', words: <b>{t('acceptedOn', { day: accepted.day, slip: accepted.slip })}</b> }]),
          ...(notAccepted === null ? [] : [{ key: 'notAccepted', words: <b>{t('notAcceptedOn', { day: notAccepted.day, slip: notAccepted.slip })}</b>, by: notAccepted.grounds.map(({ reason }) => reason).join('；') }]),
          ...(withdrawn === null ? [] : [{ key: 'withdrawn', words: t('withdrawnOn', { day: withdrawn.day }), by: withdrawn.note }]),
        ]}
      />
      {(current.state === 'received' || current.state === 'supplementAsked') && <CaseFindings />}
      <div className="act-row">
        {can('supplemented') && <Button type="primary" data-enter="" onClick={() => { desk.correct(true); go('names') }}>{t('supplement')}</Button>}
        <ActForm kind="accepted" section="acceptance" primary verb={t('accept')} note={source === 'application' ? t('acceptNote') : undefined} start={{ day: today, slip: '' }} fields={[day, slip]} make={(values) => ({ kind: 'accepted', day: textOf(values, 'day'), slip: textOf(values, 'slip') })} />
        {supplement === null && (
          <ActForm
            kind="supplementAsked" verb={t('askSupplement')} note={t('supplementOnce')} start={() => ({ day: today, slip: '', missing: [...new Set(missing)].slice(0, 60).join('\n') })}
            fields={[day, slip, { name: 'missing', label: t('missingPapers'), kind: 'area', required: true, span: 12, hint: t('missingHint'), max: 8000 }]}
            make={(values) => ({ kind: 'supplementAsked', day: textOf(values, 'day'), slip: textOf(values, 'slip'), missing: linesOf(textOf(values, 'missing')).map((line) => line.slice(0, 200)).slice(0, 60) })}
          />
        )}
        <ActForm
          kind="notAccepted" verb={t('refuseAcceptance')} danger start={{ day: today, slip: '', ground: 'notOurs', reason: '' }}
          fields={[day, slip, { name: 'ground', label: t('ground'), kind: 'pick', required: true, span: 6, options: refusalOptions('acceptance', say) }, { name: 'reason', label: t('factsOfGround'), kind: 'area', required: true, span: 12 }]}
          make={(values) => ({ kind: 'notAccepted', day: textOf(values, 'day'), slip: textOf(values, 'slip'), grounds: [groundOf(textOf(values, 'ground'), textOf(values, 'reason'))] })}
        />
        <ActForm
          kind="withdrawn" verb={t('withdraw')} start={{ day: today, note: '' }} fields={[day, { name: 'note', label: t('withdrawNote'), kind: 'text', required: true, span: 8, max: 400 }]}
          make={(values) => ({ kind: 'withdrawn', day: textOf(values, 'day'), note: textOf(values, 'note') })}
        />
      </div>
    </div>
  )
}
