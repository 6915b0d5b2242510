import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { findPublishedFigure } from '../../../domain/statistics/published.ts'
import { referenceKinds, type ReferenceTable } from '../../../domain/statistics/reference.ts'
import { Choices } from '../../frame/Choices.tsx'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field, Fields, focusField } from '../../shared/Field.tsx'
import { useLanguage, useWords } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { offeredWindows } from '../../windows.ts'
import { unitWords } from './counted/units.ts'
import { emptyReference, figuresOf, figureTitles, formOf, newReferenceId, problemsOfReference, referenceOf, type ReferenceForm } from './reference.ts'
import { words } from './words.ts'

/** A published table, or a list of targets, typed line by line; the last line is always an empty one. */
export const ReferenceDialog = ({ table, taken, onClose }: { readonly table?: ReferenceTable | undefined; readonly taken: readonly string[]; readonly onClose: () => void }) => {
  const t = useWords(words)
  const language = useLanguage()
  const { office } = useSession()
  // A figure that stands in the table keeps its name, whatever is offered by now.
  const [choices] = useState(() => { const offered = figuresOf(offeredWindows(office.windows).map(({ id }) => id)); return [...offered, ...figureTitles.filter(({ code }) => !offered.some((one) => one.code === code) && table !== undefined && Object.hasOwn(table.figures, code))] })
  const [form, setForm] = useState<ReferenceForm>(() => (table === undefined ? emptyReference : formOf(table)))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = useAct('saveReference', { refresh: ['listReferences', 'compareReference'] })
  const problems = problemsOfReference(form, table === undefined || table.day !== undefined)
  const problem = (field: string): string | undefined => (tried && problems[field] !== undefined ? t(problems[field]) : undefined)
  const change = (part: Partial<ReferenceForm>): void => setForm((now) => ({ ...now, ...part }))
  const changeLine = (key: number, part: { readonly cell?: string; readonly figure?: string }): void =>
    setForm((now) => {
      const figures = now.figures.map((line) => (line.key === key ? { ...line, ...part } : line))
      const last = figures.at(-1)
      return { ...now, figures: last !== undefined && (last.cell !== '' || last.figure !== '') ? [...figures, { key: last.key + 1, cell: '', figure: '' }] : figures }
    })
  const noReason = reason.trim().length < 2
  const submit = (): void => {
    setTried(true)
    const first = Object.keys(problems)[0] ?? (noReason ? 'reason' : undefined)
    if (first !== undefined) {
      requestAnimationFrame(() => focusField(first))
      return
    }
    const id = table?.id ?? newReferenceId(form.period, taken)
    save.mutate({ params: { id }, body: { table: referenceOf(id, form), reason: reason.trim() } }, { onSuccess: onClose })
  }
  usePageKeys([{ key: 'F2', label: t('save'), run: submit }], { dialog: true })
  const text = (field: 'title' | 'source' | 'edition' | 'period' | 'area' | 'cutOff', label: string, span: number, most: number, options: { readonly hint?: string; readonly required?: boolean } = {}) => (
    <Field path={field} label={label} span={span} problem={problem(field)} failure={save.error} {...options}>
      <Input value={form[field]} maxLength={most} autoComplete="off" onChange={(event) => change({ [field]: event.target.value })} />
    </Field>
  )
  return (
    <Modal open width={860} style={{ top: 32 }} title={table === undefined ? t(form.kind === 'target' ? 'newTarget' : 'newReference') : table.title} okText={t('save')} cancelText={t('cancel')} confirmLoading={save.isPending} onOk={submit} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <DialogForm onSubmit={submit}>
        <Fields>
          <Field path="kind" label={t('kindOf')} span={8} group>
            <div><Choices label={t('kindOf')} value={form.kind} options={referenceKinds.map((value) => ({ value, title: t(`kind_${value}`) }))} onChange={(kind) => change({ kind })} /></div>
          </Field>
          <Field path="day" label={t('sourceDay')} span={4} required={table === undefined || table.day !== undefined} hint={t('sourceDayHint')} problem={problem('day')} failure={save.error}>
            <DayField value={form.day} onChange={(day) => change({ day })} />
          </Field>
          {text('title', t('tableTitle'), 8, 200, { required: true })}
          {text('area', t('area'), 4, 60)}
          {text('source', t('source'), 8, 400, { required: true })}
          {text('edition', t('edition'), 4, 100, { required: true, hint: t(form.kind === 'target' ? 'editionTarget' : 'editionHint') })}
          {text('period', t('periodOf'), 4, 20, { required: true, hint: t('periodHint') })}
          {text('cutOff', t('cutOff'), 3, 5, { hint: t('cutOffHint') })}
          <Field path="scale" label={t('scale')} span={3} group>
            <div><Choices label={t('scale')} value={form.scale} options={[{ value: 1, title: t('scale1') }, { value: 10_000, title: t('scale10000') }]} onChange={(scale) => change({ scale })} /></div>
          </Field>
          <Field path="decimals" label={t('decimals')} span={2} group>
            <div><Choices label={t('decimals')} value={form.decimals} options={[0, 1, 2].map((value) => ({ value, title: String(value) }))} onChange={(decimals) => change({ decimals })} /></div>
          </Field>
        </Fields>
        <h3>{t('figures')}</h3>
        {problem('figures') !== undefined && <div className="finding-note stop">{problem('figures')}</div>}
        <div className="reference-lines">
          {form.figures.map((line, index) => (
            <div key={line.key} className="reference-line" data-field={`figures.${String(line.key)}`}>
              <CodeSelect aria-label={`${t('whichCell')} ${String(index + 1)}`} table={choices} codes={false} value={line.cell} status={problem(`figures.${String(line.key)}`) === undefined ? '' : 'error'} onChange={(cell) => changeLine(line.key, { cell })} />
              <Input aria-label={`${t('figure')} ${String(index + 1)}`} value={line.figure} maxLength={16} inputMode="decimal" autoComplete="off" status={problem(`figures.${String(line.key)}`) === undefined ? '' : 'error'} onChange={(event) => changeLine(line.key, { figure: event.target.value })} />
              <span className="quiet nowrap">{unitWords(findPublishedFigure(line.cell)?.unit ?? '', language)}</span>
              <Button type="text" aria-label={`${t('dropFigure')} ${String(index + 1)}`} disabled={form.figures.length === 1} onClick={() => change({ figures: form.figures.filter((other) => other.key !== line.key) })}>×</Button>
              {problem(`figures.${String(line.key)}`) !== undefined && <div className="finding-note stop">{problem(`figures.${String(line.key)}`)}</div>}
            </div>
          ))}
        </div>
        <Field path="reason" label={t('reason')} required problem={tried && noReason ? t('reasonShort') : undefined} failure={save.error}>
          <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </Field>
        <FailurePanel failure={save.error} safe />
      </DialogForm>
    </Modal>
  )
}
