import { Button, Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import { graveTypes } from '../../../../domain/burial/relocation/codes.ts'
import { requireSoundTariff, type RelocationTariff } from '../../../../domain/burial/relocation/tariff.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { MoneyField } from '../../../shared/MoneyField.tsx'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { emptyTariff, formOf, tariffOf, type TariffForm } from './tariff.ts'
import { words } from './words.ts'

/** Registers a notice with the tariff it pays by: one of the models, changed as the local document has it. */
export const NoticeDialog = ({ tariffs, onClose }: { readonly tariffs: readonly RelocationTariff[]; readonly onClose: (number?: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [facts, setFacts] = useState({ number: '', parcel: '', township: '', landUser: '', publishedOn: office.today as string, deadline: '' })
  const [model, setModel] = useState('')
  const [form, setForm] = useState<TariffForm>(emptyTariff)
  const put = (change: Partial<typeof facts>): void => setFacts((now) => ({ ...now, ...change }))
  const change = (part: Partial<TariffForm>): void => setForm((now) => ({ ...now, ...part }))
  const open = useAct('openRelocation', { refresh: ['listRelocations', 'relocationFigures'] })
  const made = useMemo(() => tariffOf(form, tariffs.find(({ id }) => id === form.id)), [form, tariffs])
  const unsound = useMemo(() => {
    if (!('tariff' in made)) return undefined
    try {
      requireSoundTariff(made.tariff)
      return undefined
    } catch (error) {
      return error instanceof LantaiError ? { field: error.field ?? '', words: error.text } : undefined
    }
  }, [made])
  const late = facts.deadline !== '' && facts.publishedOn !== '' && facts.deadline <= facts.publishedOn
  const missing = (['number', 'parcel', 'township', 'landUser', 'publishedOn', 'deadline'] as const).find((field) => facts[field].trim() === '') ?? (late ? 'deadline' : 'wrong' in made ? made.wrong : unsound?.field)
  const choose = (id: string): void => {
    setModel(id)
    const found = tariffs.find((one) => one.id === id)
    setForm(found === undefined ? emptyTariff : formOf(found))
  }
  const row = (index: number, part: Partial<TariffForm['rows'][number]>): void => change({ rows: form.rows.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  const step = (index: number, part: Partial<TariffForm['steps'][number]>): void => change({ steps: form.steps.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <ActDialog
      title={t('newNotice')} width={860} missing={missing} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => {
        if (!('tariff' in made)) return
        const notice = { ...facts, number: facts.number.trim(), parcel: facts.parcel.trim(), township: facts.township.trim(), landUser: facts.landUser.trim(), tariff: made.tariff }
        await open.mutateAsync({ body: { notice } })
        onClose(notice.number)
      }}
    >
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string): string | undefined => (unsound?.field === path ? say(unsound.words) : path === 'deadline' && late ? t('deadlineLate') : tried && missing === path ? t('needed') : undefined)
        const text = (field: 'number' | 'parcel' | 'township' | 'landUser', span: number) => (
          <Field path={field} span={span} label={t(field)} required {...more} problem={needed(field)}><Input value={facts[field]} maxLength={100} autoComplete="off" onChange={(event) => put({ [field]: event.target.value })} /></Field>
        )
        return (
          <>
            <Fields>
              {text('number', 4)}
              {text('parcel', 4)}
              {text('township', 4)}
              {text('landUser', 4)}
              <Field path="publishedOn" span={4} label={t('publishedOn')} required {...more} problem={needed('publishedOn')}><DayField value={facts.publishedOn} onChange={(publishedOn) => put({ publishedOn })} /></Field>
              <Field path="deadline" span={4} label={t('deadline')} required {...more} problem={needed('deadline')}><DayField value={facts.deadline} onChange={(deadline) => put({ deadline })} /></Field>
            </Fields>
            <h3>{t('tariff')}</h3>
            <Fields>
              <Field path="model" span={4} label={t('model')} hint={t('modelHint')}>
                <select className="plain-select" value={model} onChange={(event) => choose(event.target.value)}>
                  <option value="">{t('ownTariff')}</option>
                  {tariffs.map((one) => <option key={one.id} value={one.id}>{say(one.title)}</option>)}
                </select>
              </Field>
              <Field path="tariff.title" span={4} label={t('tariffTitle')} required {...more} problem={needed('tariff.title')}><Input value={form.title} maxLength={300} autoComplete="off" onChange={(event) => change({ title: event.target.value })} /></Field>
              <Field path="tariff.documentNumber" span={4} label={t('documentNumber')} {...more}><Input value={form.documentNumber} maxLength={100} autoComplete="off" onChange={(event) => change({ documentNumber: event.target.value })} /></Field>
              <Field path="tariff.document" span={4} label={t('document')} {...more}><Input value={form.document} maxLength={300} autoComplete="off" onChange={(event) => change({ document: event.target.value })} /></Field>
              <Field path="tariff.source" span={4} label={t('source')} required {...more} problem={needed('tariff.source')}><Input value={form.source} maxLength={300} autoComplete="off" onChange={(event) => change({ source: event.target.value })} /></Field>
              <Field path="tariff.verified" span={4} label={t('verified')} group><div><Checkbox checked={form.verified} onChange={(event) => change({ verified: event.target.checked })}>{t('verifiedYes')}</Checkbox></div></Field>
            </Fields>
            <div className="ground-two">
              <Field path="tariff.rows" label={t('byGrave')} group {...more} problem={needed('tariff.rows')}>
                <div className="tariff-rows">
                  {form.rows.map((one, index) => (
                    <Field key={index} path={`rows.${String(index)}`} label={<span className="hidden-words">{t('rowOf', { n: index + 1 })}</span>} group problem={needed(`rows.${String(index)}`)}>
                      <div className="tariff-row">
                        <select className="plain-select" aria-label={t('graveType')} value={one.type} onChange={(event) => { const type = graveTypes.find(({ code }) => code === event.target.value); if (type !== undefined) row(index, { type: type.code }) }}>{graveTypes.map((type) => <option key={type.code} value={type.code}>{say(type)}</option>)}</select>
                        <select className="plain-select" aria-label={t('graveSize')} value={one.size} onChange={(event) => row(index, { size: event.target.value === 'single' ? 'single' : event.target.value === 'double' ? 'double' : 'any' })}>{(['single', 'double', 'any'] as const).map((size) => <option key={size} value={size}>{t(`size_${size}`)}</option>)}</select>
                        <MoneyField key={`${model} ${String(index)}`} aria-label={t('amount')} value={one.fen} onChange={(fen) => row(index, { fen })} />
                        <Button size="small" aria-label={t('dropRow', { n: index + 1 })} onClick={() => change({ rows: form.rows.filter((_, at) => at !== index) })}>×</Button>
                      </div>
                    </Field>
                  ))}
                  <Button size="small" onClick={() => change({ rows: [...form.rows, { type: 'cement', size: 'any', fen: undefined }] })}>{t('addRow')}</Button>
                </div>
              </Field>
              <div className="dialog-form">
                <Field path="tariff.steps" label={t('steps')} group {...more}>
                  <div className="tariff-rows">
                    {form.steps.map((one, index) => (
                      <Field key={index} path={`steps.${String(index)}`} label={<span className="hidden-words">{t('stepOf', { n: index + 1 })}</span>} group problem={needed(`steps.${String(index)}`)}>
                        <div className="tariff-row two">
                          <Input suffix={t('daysWithin')} aria-label={t('daysWithin')} inputMode="numeric" value={one.days} maxLength={4} onChange={(event) => step(index, { days: event.target.value })} />
                          <Input suffix="%" aria-label={t('percent')} inputMode="numeric" value={one.percent} maxLength={3} onChange={(event) => step(index, { percent: event.target.value })} />
                          <Button size="small" aria-label={t('dropStep', { n: index + 1 })} onClick={() => change({ steps: form.steps.filter((_, at) => at !== index) })}>×</Button>
                        </div>
                      </Field>
                    ))}
                    <Button size="small" onClick={() => change({ steps: [...form.steps, { days: '', percent: '' }] })}>{t('addStep')}</Button>
                  </div>
                </Field>
                <Field path="tariff.cellRewardFen" label={t('cellReward')} {...more} problem={needed('tariff.cellRewardFen')}><MoneyField key={`${model} reward`} value={form.cellRewardFen} onChange={(cellRewardFen) => change({ cellRewardFen })} /></Field>
                <Field path="tariff.cellPlotFen" label={t('cellPlot')} {...more} problem={needed('tariff.cellPlotFen')}><MoneyField key={`${model} plot`} value={form.cellPlotFen} onChange={(cellPlotFen) => change({ cellPlotFen })} /></Field>
              </div>
            </div>
          </>
        )
      }}
    </ActDialog>
  )
}
