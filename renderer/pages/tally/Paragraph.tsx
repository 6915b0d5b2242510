import { Button } from 'antd'
import { useState } from 'react'
import { copyText } from '../../shared/copy.ts'
import { useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

/** The paragraph for a work report, copied with one key. */
export const Paragraph = ({ text }: { readonly text: string }) => {
  const t = useWords(words)
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean }>()
  const done = copied?.text === text ? copied.done : undefined
  const copy = (): void => void copyText(text).then((right) => setCopied({ text, done: right }))
  usePageKeys([{ key: 'F6', label: t('copyParagraph'), run: copy, disabled: text === '' }])
  return (
    <Section title={t('paragraph')} acts={<Button disabled={text === ''} onClick={copy}>{done === true ? t('copied') : t('copyParagraph')} <KeyCap name="F6" /></Button>}>
      <p className="tally-paragraph data" lang="zh-CN">{text}</p>
      <span className={done === false ? 'finding-note stop' : 'hidden-words'} role="status">{done === undefined ? '' : t(done ? 'copied' : 'notCopied')}</span>
    </Section>
  )
}
