import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { BoxLine } from '../../../api/schemas/archive.ts'
import { fileClassTitles } from '../../../domain/archive/titles.ts'
import type { Reply } from '../../shared/client.ts'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

/** Files that a usual box holds. */
const usualRun = 50

export type Unboxed = Reply<'listBoxes'>['unboxed'][number]

/** Puts a run of filed cases into the next box of their year and class. */
export const BoxDialog = ({ run, onClose }: { readonly run: Unboxed; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [first, setFirst] = useState(String(run.first))
  const [last, setLast] = useState(String(Math.min(run.last, run.first + usualRun - 1)))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const box = useAct('boxFiles', { refresh: ['listBoxes', 'listFiles'] })
  const wrong = !/^[1-9]\d*$/.test(first) || !/^[1-9]\d*$/.test(last) || Number(first) > Number(last)
  const submit = (): void => {
    setTried(true)
    if (!wrong && !box.isPending) box.mutate({ body: { year: run.year, fileClass: run.fileClass, first: Number(first), last: Number(last), note: note.trim() } }, { onSuccess: onClose })
  }
  return (
    <Modal open title={t('boxDialog', { year: run.year, class: say(fileClassTitles[run.fileClass]) })} okText={t('boxThese')} cancelText={t('cancel')} confirmLoading={box.isPending} onOk={submit} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <DialogForm onSubmit={submit}>
        <Fields>
          <Field path="first" span={6} label={t('first')} required failure={box.error} problem={tried && wrong ? t('runWrong') : undefined}>
            <Input inputMode="numeric" value={first} maxLength={7} onChange={(event) => setFirst(event.target.value.trim())} />
          </Field>
          <Field path="last" span={6} label={t('last')} hint={t('runHint')} required failure={box.error}>
            <Input inputMode="numeric" value={last} maxLength={7} onChange={(event) => setLast(event.target.value.trim())} />
          </Field>
          <Field path="note" label={t('remark')} hint={t('remarkHint')} failure={box.error}>
            <Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
          </Field>
        </Fields>
        <FailurePanel failure={box.error} safe />
      </DialogForm>
    </Modal>
  )
}

/** Hands boxes of one year and class to the state archive; before ten years are over a reason is asked for. */
export const TransferDialog = ({ boxes, onClose }: { readonly boxes: readonly BoxLine[]; readonly onClose: (done: boolean) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [receiver, setReceiver] = useState('')
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const transfer = useAct('transferBoxes', { refresh: ['listBoxes'] })
  const lead = boxes[0]
  const early = boxes.some((box) => box.transferFrom > Number(office.today.slice(0, 4)))
  const noReason = early && reason.trim().length < 2
  const submit = (): void => {
    setTried(true)
    if (lead === undefined || receiver.trim() === '' || noReason || transfer.isPending) return
    transfer.mutate({ body: { year: lead.year, fileClass: lead.fileClass, boxes: boxes.map((box) => box.box), receiver: receiver.trim(), number: number.trim(), ...(reason.trim() !== '' && { reason: reason.trim() }) } }, { onSuccess: () => onClose(true) })
  }
  return (
    <Modal open title={t('transferDialog', { n: boxes.length })} okText={t('transfer')} cancelText={t('cancel')} confirmLoading={transfer.isPending} onOk={submit} onCancel={() => onClose(false)} mask={{ closable: false }} destroyOnHidden>
      <DialogForm onSubmit={submit}>
        <Field path="receiver" label={t('receiver')} required failure={transfer.error} problem={tried && receiver.trim() === '' ? t('needed') : undefined}>
          <Input value={receiver} maxLength={100} autoComplete="off" onChange={(event) => setReceiver(event.target.value)} />
        </Field>
        <Field path="number" label={t('transferNumber')} failure={transfer.error}>
          <Input value={number} maxLength={100} autoComplete="off" onChange={(event) => setNumber(event.target.value)} />
        </Field>
        {early && <p className="finding-note answer">{t('early')}</p>}
        <Field path="reason" label={t('reason')} required={early} failure={transfer.error} problem={tried && noReason ? t('reasonShort') : undefined}>
          <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </Field>
        <FailurePanel failure={transfer.error} safe />
      </DialogForm>
    </Modal>
  )
}
