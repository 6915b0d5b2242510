import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../../../api/schemas/common.ts'
import type { StagedLine } from '../../../../api/schemas/gazetteer.ts'
import { FindingList } from '../../../shared/FindingList.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { FailurePanel, Facts } from '../../../shared/Page.tsx'
import { reasonOf, standing } from './rows.ts'
import { words } from './words.ts'

interface ReasonProps { readonly line: StagedLine; readonly finding: Finding; readonly onAnswer: (finding: Finding, reason: string) => Promise<void> }
const Reason = ({ line, finding, onAnswer }: ReasonProps) => {
  const t = useWords(words)
  const given = reasonOf(line, finding)
  const [typed, setTyped] = useState(given ?? '')
  const [busy, setBusy] = useState(false)
  const ready = typed.trim().length >= 2 && typed.trim() !== given
  const keep = async (): Promise<void> => {
    if (!ready || busy) return
    setBusy(true)
    await onAnswer(finding, typed.trim())
    setBusy(false)
  }
  return (
    <div className="import-reason">
      <Input value={typed} maxLength={400} aria-label={t('reason')} placeholder={t('reason')} autoComplete="off" onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); void keep() } }} />
      <Button size="small" disabled={!ready} loading={busy} onClick={() => void keep()}>{t('answer')}</Button>
      {given !== undefined && <span className="quiet" role="status">{t('answered', { reason: given })}</span>}
    </div>
  )
}

export interface RowPanelProps {
  readonly line: StagedLine
  readonly failure: unknown
  readonly busy: boolean
  readonly mayTake: boolean
  readonly onAnswer: (finding: Finding, reason: string) => Promise<void>
  readonly onTake: () => void
  readonly onClose: () => void
}

/** One row with all that was found, its reasons, and the button that takes it. */
export const RowPanel = ({ line, failure, busy, mayTake, onAnswer, onTake, onClose }: RowPanelProps) => {
  const t = useWords(words)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => { head.current?.focus({ preventScroll: true }) }, [line.row])
  // The fields of a row are not fields of this page: nothing to go to.
  const found = new Map(standing(line).map((finding) => { const { field: _field, ...shown } = finding; return [shown as Finding, finding] as const }))
  const metres = (value: number | null): string => (value === null ? '' : t('metres', { n: value }))
  return (
    <aside className="import-panel" aria-label={t('panel', { n: line.row })}>
      <div className="import-panel-head"><h2 ref={head} tabIndex={-1}>{t('panel', { n: line.row })} · {line.name === '' ? '—' : line.name}</h2><Button size="small" onClick={onClose}>{t('close')}</Button></div>
      <div className="row"><span className={`tag ${line.state === 'clean' ? 'good' : line.state === 'asks' ? 'answer' : line.state === 'stopped' ? 'stop' : 'information'}`}>{t(line.state)}</span>{(line.state === 'clean' || line.state === 'asks') && mayTake && <Button size="small" type="primary" disabled={line.state !== 'clean'} loading={busy} onClick={onTake}>{t('takeThis')}</Button>}</div>
      <Facts rows={([
        [t('spelling'), line.text === '' ? '' : <span key="spelling" className="pinyin" lang="zh-Latn">{line.text} · {line.sign}</span>], [t('published'), [line.published.text, line.published.sign].filter((part) => part !== '').join(' · ')], [t('township'), `${line.township}${line.village}`], [t('ends'), [line.start, line.end].filter((part) => part !== '').join(' — ')],
        [t('length'), metres(line.lengthMetres)], [t('width'), metres(line.widthMetres)], [t('meaning'), line.meaning], [t('geometry'), line.hasGeometry ? t('hasGeometry') : t('noGeometry')],
      ] as const).filter(([, value]) => value !== '')} />
      {found.size === 0 ? <p className="quiet">{t('noFindings')}</p> : <FindingList findings={[...found.keys()]} action={(shown) => { const finding = found.get(shown); return finding !== undefined && finding.severity === 'answer' && line.state !== 'taken' && <Reason key={`${String(line.row)} ${finding.rule} ${finding.field ?? ''}`} line={line} finding={finding} onAnswer={onAnswer} /> }} />}
      <FailurePanel failure={failure} />
    </aside>
  )
}
