import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { RouteId } from '../../shared/client.ts'
import { Field } from '../../shared/Field.tsx'
import { useSay } from '../../shared/i18n.ts'
import { onEnterNext, usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useCasePlace, useCaseView, useCaseWords } from '../desk/context.tsx'
import type { CaseAct, CaseReply } from '../spec.ts'

/** 不予办理: grounds of the closed list only, each with the facts of this case, printed on the notice. What the rules found is ticked and worded already. */
export const RefusalDialog = ({ act = 'refuse', more = {}, title, note, verb, extra, onClose, onDone }: {
  /** The act of the window that refuses, and what its body holds besides. */
  readonly act?: CaseAct | RouteId
  readonly more?: Record<string, unknown>
  readonly title?: string
  readonly note?: string
  readonly verb?: string
  readonly extra?: ReactNode
  readonly onClose: () => void
  readonly onDone: (done: CaseReply) => void
}) => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, spec, today } = useCasePlace()
  const { current, busy, failure } = useCaseView(desk)
  const grounds = spec.grounds?.(today, current) ?? []
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(desk.findings.all().filter((finding) => finding.refusalGround === true && finding.outcome === 'fail').map((finding) => [finding.rule, finding.message.zh])))
  const [tried, setTried] = useState(false)
  const chosen = grounds.filter((ground) => reasons[ground.id] !== undefined)
  const ready = chosen.length > 0 && chosen.every((ground) => (reasons[ground.id] ?? '').trim().length >= 2)
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }, { key: 'F9', label: t('refuseDo'), run: () => void refuse() }], { dialog: true })
  const refuse = async () => {
    setTried(true)
    if (!ready) return
    const done = await desk.send(act, { grounds: chosen.map((ground) => ({ rule: ground.id, reason: (reasons[ground.id] ?? '').trim() })), ...more })
    if (done !== undefined) onDone(done)
  }
  return (
    <Modal open width={720} title={title ?? t('refuseTitle')} okText={verb ?? t('refuseDo')} cancelText={t('cancel')} confirmLoading={busy} okButtonProps={{ danger: true, disabled: tried && !ready }} onOk={() => void refuse()} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <div className="dialog-form" onKeyDown={onEnterNext}>
        <p className="quiet">{note ?? t('refuseNote')}</p>
        {grounds.map((ground) => {
          const reason = reasons[ground.id]
          return (
            <div key={ground.id} className="ground">
              <Checkbox
                checked={reason !== undefined}
                onChange={(event) => setReasons((before) => (event.target.checked ? { ...before, [ground.id]: '' } : Object.fromEntries(Object.entries(before).filter(([rule]) => rule !== ground.id))))}
              >
                <b>{say(ground.inWords ?? ground.title)}</b>{ground.inWords !== undefined && <> · {say(ground.title)}</>} <span className="finding-law">{say(ground.law)}</span>
              </Checkbox>
              {reason !== undefined && (
                <Field path={`grounds.${ground.id}`} label={t('groundReason')} required problem={tried && reason.trim().length < 2 ? t('reasonShort') : undefined}>
                  <Input value={reason} maxLength={400} placeholder={t('groundHint')} onChange={(event) => setReasons((before) => ({ ...before, [ground.id]: event.target.value }))} />
                </Field>
              )}
            </div>
          )
        })}
        {extra}
        <FailurePanel failure={failure} />
      </div>
    </Modal>
  )
}

/** 当事人放弃: the case is kept, with the reason. */
export const AbandonDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useCaseWords()
  const { desk } = useCasePlace()
  const { busy, failure } = useCaseView(desk)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 2
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  const abandon = async () => {
    setTried(true)
    if (short) return
    const done = await desk.send('abandon', { reason: reason.trim() })
    if (done !== undefined) onClose()
  }
  return (
    <Modal open title={t('abandonTitle')} okText={t('confirm')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void abandon()} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <div className="dialog-form">
        <p className="quiet">{t('abandonNote')}</p>
        <Field path="reason" label={t('reason')} required problem={tried && short ? t('reasonShort') : undefined}>
          <Input autoFocus value={reason} maxLength={400} onChange={(event) => setReason(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) void abandon() }} />
        </Field>
        <FailurePanel failure={failure} />
      </div>
    </Modal>
  )
}
