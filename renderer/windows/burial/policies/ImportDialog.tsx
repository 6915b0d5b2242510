import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { keepDraft, readPolicyFile } from './drafts.ts'
import { fieldWords } from './fieldWords.ts'
import type { Fault } from '../../../shared/draft.ts'
import { words } from './words.ts'

/** Reads a policy that another office wrote out; what is wrong with it is told field by field, and nothing is kept of it. */
export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const listed = useRoute('listPolicies', {}, { fresh: 10_000 })
  const rewards = useRoute('listRewardPolicies', {}, { fresh: 10_000 })
  const file = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<readonly Fault[] | 'none'>()
  const taken = [...(listed.data?.book ?? []), ...(listed.data?.library ?? []), ...(rewards.data?.library ?? []), ...(rewards.data?.book.map(({ policy }) => policy) ?? [])].map(({ id }) => id)
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return
    const result = chosen.size > 2_000_000 ? undefined : readPolicyFile(await chosen.text(), taken)
    if (result === undefined) setFound('none')
    else if ('faults' in result) setFound(result.faults)
    else {
      keepDraft(result.draft)
      navigate(`/burial/policies/${result.draft.kind === 'waiver' ? 'drafts' : 'reward-drafts'}/${result.draft.key}`)
      onClose()
    }
  }
  return (
    <Modal open title={t('importTitle')} onCancel={onClose} footer={null} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <div className="dialog-form">
        <p>{t('importLead')}</p>
        <input ref={file} type="file" accept=".json,application/json" aria-label={t('importChoose')} hidden onChange={(event) => { void read(event.target.files?.[0]); event.target.value = '' }} />
        <div><Button type="primary" autoFocus disabled={listed.data === undefined || rewards.data === undefined} onClick={() => file.current?.click()}>{t('importChoose')}</Button></div>
        {found === 'none' && <p className="finding-note stop" role="alert">{t('importNoPolicy')}</p>}
        {found !== undefined && found !== 'none' && (
          <div role="alert">
            <p className="finding-note stop">{t('importFaults', { n: found.length })}</p>
            <ul className="plain-list">{found.slice(0, 40).map((fault) => <li key={fault.field}><b>{fieldWords(fault.field, t)}</b> {say(fault.message)}</li>)}</ul>
          </div>
        )}
      </div>
    </Modal>
  )
}
