/**
 * A dialog that does one act: its form, the refusal beside the field it names, and the reasons for what must be answered.
 *   <ActDialog title={t('reserve')} act={(answers) => call('actOnPlot', { body })} onDone={close} onCancel={close}>
 *     {({ failure, findings, tried }) => <Field path="until" failure={failure} findings={findings} …/>}
 *   </ActDialog>
 * `findings` are those of the desk's own check while typing, then those the register answered with; `check` gives a field to stop at before anything is sent.
 */
import { Input, Modal } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Finding } from '../../api/schemas/common.ts'
import type { Answer } from '../../domain/findings.ts'
import { ApiFailure } from './client.ts'
import { DialogForm } from './DialogForm.tsx'
import { focusField } from './Field.tsx'
import { FindingList } from './FindingList.tsx'
import { useWords } from './i18n.ts'
import { FailurePanel } from './Page.tsx'
import { shared } from './words.ts'

export interface ActState {
  readonly failure: ApiFailure | null
  readonly findings: readonly Finding[]
  readonly tried: boolean
}

export interface ActDialogProps {
  readonly title: string
  /** The button's verb; the title if not given. */
  readonly verb?: string
  readonly act: (answers: Answer[]) => Promise<unknown>
  readonly onDone: () => void
  readonly onCancel: () => void
  readonly children: (state: ActState) => ReactNode
  /** What the desk's own rules say while one types. */
  readonly findings?: readonly Finding[]
  /** The path of the first field that is not filled in; nothing is sent while there is one. */
  readonly missing?: string | undefined
  readonly danger?: boolean
  readonly width?: number
  /** Fields of the form that are called otherwise than those of the body. */
  readonly names?: Readonly<Record<string, string>>
  /** Told of a refusal, e.g. to read again what somebody else has changed. */
  readonly onRefused?: (failure: ApiFailure) => void
}

const wrapped = /^(?:act|facts|section|notice|declaration|ownerless|found|figures|differences|approval)\.(?=.)/
/** A refusal with its paths as the form names them: without what the body wraps around them, and by the form's own names. */
const atForm = (failure: ApiFailure, names: Readonly<Record<string, string>>): ApiFailure => {
  const named = (path: string): string => names[path.replace(wrapped, '')] ?? path.replace(wrapped, '')
  return new ApiFailure(failure.code, failure.status, failure.text, failure.field === undefined ? undefined : named(failure.field), failure.findings.map((finding) => (finding.field === undefined ? finding : { ...finding, field: named(finding.field) })), failure.details)
}

const noNames: Readonly<Record<string, string>> = {}
/** The findings of the desk and of the register, each once. */
const together = (own: readonly Finding[], told: readonly Finding[]): readonly Finding[] => [...own, ...told.filter((finding) => !own.some((other) => other.rule === finding.rule && other.field === finding.field && other.message.en === finding.message.en))]

export const ActDialog = ({ title, verb, act, onDone, onCancel, children, findings: own = [], missing, danger = false, width = 560, names = noNames, onRefused }: ActDialogProps) => {
  const t = useWords(shared)
  const [failure, setFailure] = useState<unknown>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [answers, setAnswers] = useState<readonly Answer[]>([])
  const [atField, setAtField] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Where the clerk was before gets the focus back, unless the page has put it elsewhere by then.
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => {
    requestAnimationFrame(() => {
      if ((document.activeElement === null || document.activeElement === document.body) && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    })
  }, [before])
  const refusal = failure instanceof ApiFailure ? failure : null
  // What the register said of an earlier try is not repeated once the desk's own check has been changed by further typing.
  const findings = together(own, refusal?.findings ?? [])
  const shown = findings.filter((finding) => finding.outcome !== 'notYet' || tried)
  // While one types a stop stands at its field; in the list stands what asks for a reason, and all of it once the act has been tried.
  const listed = shown.filter((finding) => tried || finding.severity === 'answer')
  useLayoutEffect(() => {
    const path = refusal?.field ?? refusal?.findings.find((finding) => finding.field !== undefined)?.field
    const known = path !== undefined && place.current !== null && place.current.querySelector(`[data-field="${CSS.escape(path)}"]`) !== null
    setAtField(known && refusal?.field === path)
    if (known) focusField(path)
  }, [refusal])
  const submit = async (): Promise<void> => {
    setTried(true)
    if (busy) return
    if (missing !== undefined) {
      requestAnimationFrame(() => focusField(missing))
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await act(answers.filter(({ reason }) => reason.trim() !== '').map((answer) => ({ ...answer, reason: answer.reason.trim() })))
      onDone()
    } catch (error) {
      setFailure(error instanceof ApiFailure ? atForm(error, names) : error)
      if (error instanceof ApiFailure) onRefused?.(error)
    } finally {
      setBusy(false)
    }
  }
  const reasonFor = ({ rule, field = '' }: Finding): string => answers.find((answer) => answer.rule === rule && answer.field === field)?.reason ?? ''
  const answer = ({ rule, field = '' }: Finding, reason: string): void => setAnswers((now) => [...now.filter((one) => one.rule !== rule || one.field !== field), { rule, field, reason }])
  return (
    <Modal
      open width={`min(${String(width)}px, 96vw)`} {...(width > 560 && { style: { top: 24 } })} title={title} okText={verb ?? title} cancelText={t('cancel')} confirmLoading={busy} okButtonProps={{ danger }} onOk={() => void submit()} onCancel={onCancel} mask={{ closable: false }} destroyOnHidden
      focusable={{ focusTriggerAfterClose: false }}
    >
      <DialogForm onSubmit={() => void submit()}>
        <div ref={place} className="dialog-form">
          {children({ failure: refusal?.code === 'findings' && refusal.findings.length > 0 ? null : refusal, findings: shown.filter((finding) => finding.outcome === 'fail' || finding.outcome === 'asks'), tried })}
          {listed.length > 0 && (
            <FindingList
              findings={listed}
              action={(finding) => finding.severity === 'answer' && <Input aria-label={t('reason')} placeholder={t('reason')} value={reasonFor(finding)} maxLength={400} autoComplete="off" onChange={(event) => answer(finding, event.target.value)} />}
            />
          )}
          {!atField && !(refusal?.code === 'findings' && shown.length > 0) && <FailurePanel failure={failure} />}
        </div>
      </DialogForm>
    </Modal>
  )
}
