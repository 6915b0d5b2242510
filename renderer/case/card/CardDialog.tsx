import { Input, Modal } from 'antd'
import { useState } from 'react'
import { FailurePanel } from '../../shared/Page.tsx'
import { useSay } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import type { Text } from '../../../domain/text.ts'
import { useCaseWords, useWindow } from '../desk/context.tsx'
import type { CardHandling } from './useCard.ts'
import { getCards } from '../spec.ts'

/** F4: takes a card's data pasted or typed by a reader; a paste fills in at once. */
export const CardDialog = ({ block, read, onClose }: { readonly block: string; readonly read: CardHandling['read']; readonly onClose: () => void }) => {
  const t = useCaseWords()
  const say = useSay()
  const spec = useWindow()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<Text>()
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  const fill = async (text: string) => {
    if (text.trim().length < 2) return
    const problem = await read(text, block)
    if (problem === undefined) onClose()
    else setRefused(problem)
  }
  return (
    <Modal open title={`${t('cardTitle')} · ${getCards(spec).name(block, t as (key: string) => string)}`} okText={t('cardFill')} cancelText={t('cancel')} onOk={() => void fill(typed)} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden afterOpenChange={(open) => open && document.getElementById('card-text')?.focus()}>
      <div className="dialog-form">
        <label htmlFor="card-text">{t('cardHint')}</label>
        <Input.TextArea
          id="card-text" autoFocus rows={5} value={typed} maxLength={4000} spellCheck={false} className="mono" aria-describedby="card-format"
          onChange={(event) => setTyped(event.target.value)}
          onPaste={(event) => {
            event.preventDefault()
            const text = event.clipboardData.getData('text/plain')
            setTyped(text)
            void fill(text)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            void fill(event.currentTarget.value)
          }}
        />
        <p id="card-format" className="quiet">{t('cardFormat')}</p>
        {refused !== undefined && <FailurePanel failure={say(refused)} />}
      </div>
    </Modal>
  )
}
