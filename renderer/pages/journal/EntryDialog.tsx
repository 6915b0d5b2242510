import { Modal } from 'antd'
import type { JournalLine } from '../../../api/schemas/office.ts'
import { exactInstant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import { Facts } from '../../shared/Page.tsx'
import { useKindWords } from './kinds.ts'
import { words } from './words.ts'

/** One entry of the journal, whole. */
export const EntryDialog = ({ entry, onClose }: { readonly entry: JournalLine; readonly onClose: () => void }) => {
  const t = useWords(words)
  const kind = useKindWords()
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal open width={820} title={t('entry', { n: entry.seq })} okText={t('close')} cancelButtonProps={{ hidden: true }} onOk={onClose} onCancel={onClose}>
      <div className="dialog-form">
        <Facts
          rows={[
            [t('at'), exactInstant(entry.at)],
            [t('kind'), `${kind(entry.kind)} (${entry.kind})`],
            [t('actor'), entry.actorName],
            [t('counter'), entry.counter],
            [t('subject'), <span className="mono">{entry.subject}</span>],
            [t('reason'), entry.reason],
            ...(entry.second === '' ? [] : ([[t('second'), entry.second]] as const)),
          ]}
        />
        <h3>{t('body')}</h3>
        <pre className="json" tabIndex={0}>
          {JSON.stringify(entry.body, null, 2)}
        </pre>
        <Facts
          rows={[
            [t('hash'), <span className="hash">{entry.hash}</span>],
            [t('previous'), <span className="hash">{entry.previous}</span>],
          ]}
        />
      </div>
    </Modal>
  )
}
