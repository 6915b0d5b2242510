import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Choices } from '../../../frame/Choices.tsx'
import { call, type Args, type Reply } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { queries, useAct } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { AffectedList } from './AffectedList.tsx'
import { words } from './words.ts'

type Notice = Args<'previewCalendar'>['body']
type Preview = Reply<'previewCalendar'>

/** What an import would make of the year: its days, the check, what changes, whom it touches. */
const PreviewView = ({ preview }: { readonly preview: Preview }) => {
  const t = useWords(words)
  const say = useSay()
  const { check } = preview
  return (
    <div className="import-preview">
      <p>
        <b>{t('rows', { n: preview.rows.length })}</b> · {t('changes', { n: preview.changes.length })} · {t('identityLine', { days: check.days, weekends: check.weekends, statutory: check.days - check.weekends - check.expected, expected: check.expected })}{' '}
        <span className={`tag ${check.holds ? 'good' : 'stop'}`}>{check.holds ? t('holds') : t('fails', { n: check.working })}</span>
      </p>
      {preview.warnings.map((warning) => <p key={warning.en} className="finding-note answer">{say(warning)}</p>)}
      <ul className="import-days">
        {preview.rows.map((row) => {
          const change = preview.changes.find((one) => one.day === row.day)
          return (
            <li key={row.day} className={row.off ? '' : 'makeUp'}>
              <span className="mono">{row.day}</span> <span className={`tag ${row.off ? 'good' : 'answer'}`}>{row.off ? t('off') : t('on')}</span> {row.name}
              {change?.supersedes !== undefined && <span className="quiet"> {t('supersedes', { notice: change.supersedes })}</span>}
            </li>
          )
        })}
      </ul>
      <AffectedList affected={preview.affected} />
    </div>
  )
}

/** A notice typed or pasted, shown as it would stand, then entered by two people. */
export const ImportDialog = ({ year, onClose }: { readonly year: number; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [notice, setNotice] = useState<Notice>({ kind: 'yearly', year, title: '', source: '', published: '', content: '' })
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const preview = useAct('previewCalendar')
  const put = (change: Partial<Notice>): void => {
    preview.reset()
    setNotice((now) => ({ ...now, ...change }))
  }
  const missing = (value: string): string | undefined => (tried && value.trim() === '' ? t('needed') : undefined)
  const whole = notice.title.trim() !== '' && notice.source.trim() !== '' && notice.published !== '' && notice.content.trim() !== ''
  const look = (): void => {
    setTried(true)
    if (whole && !preview.isPending) preview.mutate({ body: notice })
  }
  if (saving) {
    return (
      <SecondPersonDialog
        title={t('saveTitle', { title: notice.title })} verb={t('save')} onCancel={() => setSaving(false)} onDone={onClose}
        act={async (given) => {
          await call('addNotice', { body: { ...notice, ...given } })
          await Promise.all((['getCalendar', 'getCalendarYear', 'divorceWorklist', 'divorceDeadlines'] as const).map((route) => queries.invalidateQueries({ queryKey: [route] })))
        }}
      />
    )
  }
  return (
    <Modal
      open width={820} style={{ top: 32 }} title={t('import')} okText={preview.data === undefined ? t('preview') : t('save')} cancelText={t('cancel')} confirmLoading={preview.isPending} onOk={preview.data === undefined ? look : () => setSaving(true)} onCancel={onClose} mask={{ closable: false }}
      focusable={{ focusTriggerAfterClose: false }} destroyOnHidden
    >
      <DialogForm onSubmit={look}>
        <Fields>
          <Field path="kind" span={6} label={t('kind')} group failure={preview.error}>
            <div><Choices label={t('kind')} value={notice.kind} options={[{ value: 'yearly', title: t('yearly') }, { value: 'correction', title: t('correction') }, { value: 'local', title: t('local_kind') }]} onChange={(kind) => put({ kind })} /></div>
          </Field>
          <Field path="year" span={2} label={t('year')} required failure={preview.error} problem={notice.year >= 2000 && notice.year <= 2200 ? undefined : t('yearShape')}>
            <Input inputMode="numeric" maxLength={4} value={notice.year === 0 ? '' : String(notice.year)} onChange={(event) => put({ year: Number(event.target.value.replace(/\D/g, '')) })} />
          </Field>
          <Field path="published" span={4} label={t('published')} required failure={preview.error} problem={missing(notice.published)}>
            <DayField value={notice.published} onChange={(published) => put({ published })} />
          </Field>
          <Field path="title" span={7} label={t('titleField')} required failure={preview.error} problem={missing(notice.title)}>
            <Input value={notice.title} maxLength={200} autoComplete="off" onChange={(event) => put({ title: event.target.value })} />
          </Field>
          <Field path="source" span={5} label={t('source')} hint={t('sourceHint')} required failure={preview.error} problem={missing(notice.source)}>
            <Input value={notice.source} maxLength={200} autoComplete="off" onChange={(event) => put({ source: event.target.value })} />
          </Field>
          <Field path="content" label={t('content')} hint={t('contentHint')} required failure={preview.error} problem={missing(notice.content)}>
            <Input.TextArea rows={preview.data === undefined ? 9 : 3} className="mono" spellCheck={false} value={notice.content} onChange={(event) => put({ content: event.target.value })} />
          </Field>
        </Fields>
        <FailurePanel failure={preview.error} safe />
        {preview.data !== undefined && <PreviewView preview={preview.data} />}
      </DialogForm>
    </Modal>
  )
}
