import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { MarriageCase } from '../../../../api/schemas/marriage.ts'
import { refusalGroundsOn } from '../../../../domain/marriage/check.ts'
import { call } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { onEnterNext, usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useCasePlace, useCaseView } from '../case/context.tsx'
import { words } from '../words.ts'

/** The four grounds of 《婚姻登记条例》第九条, each by the rules that find it. */
const groundOf = (rule: string) => {
  const name = rule.replace(/^marriage\./, '').replace(/\.2003$/, '')
  return name === 'age' || name === 'voluntary' || name === 'kinship' ? (`ground.${name}` as const) : name === 'status' || name === 'declared-single' || name === 'register-spouse' || name === 'open-divorce' ? 'ground.spouse' : undefined
}

/** 不予办理: grounds of the closed list only, each with the facts of this case, printed on the notice. What the rules found is ticked and worded already. */
export const RefusalDialog = ({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (done: MarriageCase) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { desk, today } = useCasePlace()
  const { busy, failure } = useCaseView(desk)
  const grounds = refusalGroundsOn(today)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(desk.findings.all().filter((finding) => finding.refusalGround === true && finding.outcome === 'fail').map((finding) => [finding.rule, finding.message.zh])))
  const [tried, setTried] = useState(false)
  const inWords = (rule: string) => { const ground = groundOf(rule); return ground === undefined ? undefined : t(ground) }
  const chosen = grounds.filter((ground) => reasons[ground.id] !== undefined)
  const ready = chosen.length > 0 && chosen.every((ground) => (reasons[ground.id] ?? '').trim().length >= 2)
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }, { key: 'F9', label: t('refuseDo'), run: () => void refuse() }], { dialog: true })
  const refuse = async () => {
    setTried(true)
    if (!ready) return
    const done = await desk.act((now) => call('refuseMarriage', { params: { id: now.id }, body: { revision: now.revision, grounds: chosen.map((ground) => ({ rule: ground.id, reason: (reasons[ground.id] ?? '').trim() })) } }))
    if (done !== undefined) onDone(done)
  }
  return (
    <Modal open width={720} title={t('refuseTitle')} okText={t('refuseDo')} cancelText={t('cancel')} confirmLoading={busy} okButtonProps={{ danger: true, disabled: tried && !ready }} onOk={() => void refuse()} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <div className="dialog-form" onKeyDown={onEnterNext}>
        <p className="quiet">{t('refuseNote')}</p>
        {grounds.map((ground) => {
          const reason = reasons[ground.id]
          return (
            <div key={ground.id} className="ground">
              <Checkbox
                checked={reason !== undefined}
                onChange={(event) => setReasons((before) => (event.target.checked ? { ...before, [ground.id]: '' } : Object.fromEntries(Object.entries(before).filter(([rule]) => rule !== ground.id))))}
              >
                <b>{inWords(ground.id) ?? say(ground.title)}</b>{inWords(ground.id) !== undefined && <> · {say(ground.title)}</>} <span className="finding-law">{say(ground.law)}</span>
              </Checkbox>
              {reason !== undefined && (
                <Field path={`grounds.${ground.id}`} label={t('groundReason')} required problem={tried && reason.trim().length < 2 ? t('reasonShort') : undefined}>
                  <Input value={reason} maxLength={400} placeholder={t('groundHint')} onChange={(event) => setReasons((before) => ({ ...before, [ground.id]: event.target.value }))} />
                </Field>
              )}
            </div>
          )
        })}
        <FailurePanel failure={failure} />
      </div>
    </Modal>
  )
}

/** 当事人放弃: the case is kept, with the reason. */
export const AbandonDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { desk } = useCasePlace()
  const { busy, failure } = useCaseView(desk)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 2
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  const abandon = async () => {
    setTried(true)
    if (short) return
    const done = await desk.act((now) => call('abandonMarriage', { params: { id: now.id }, body: { revision: now.revision, reason: reason.trim() } }))
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
