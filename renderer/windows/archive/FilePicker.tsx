import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { QueriedFile } from '../../../domain/archive/actions.ts'
import { queriedWindowTitles } from '../../../domain/archive/titles.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import type { Hit } from '../../pages/find/HitWords.tsx'
import { HitWords } from '../../pages/find/HitWords.tsx'
import { words } from './words.ts'

const isKept = (window: string): window is 'marriage' | 'divorce' | 'reissue' => window === 'marriage' || window === 'divorce' || window === 'reissue'

/** The files looked at: found in the register as one types, or named by hand where there is only paper. */
export const FilePicker = ({ files, onChange }: { readonly files: readonly QueriedFile[]; readonly onChange: (files: QueriedFile[]) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [marked, setMarked] = useState(0)
  const [paper, setPaper] = useState({ title: '', number: '', archiveNumber: '' })
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), 60)
    return () => clearTimeout(timer)
  }, [typed])
  const answer = useRoute('search', { query: { q: wanted, limit: 8 } }, { enabled: wanted !== '', keep: true, fresh: 5_000 })
  const hits = wanted === '' ? [] : (answer.data?.hits ?? []).filter((hit, index, all) => isKept(hit.window) && all.findIndex((other) => other.caseId === hit.caseId) === index)
  const add = (file: QueriedFile): void => {
    if (!files.some((other) => other.caseId !== '' && other.caseId === file.caseId)) onChange([...files, file])
  }
  const take = (hit: Hit | undefined): void => {
    if (hit === undefined || !isKept(hit.window)) return
    add({ window: hit.window, caseId: hit.caseId, number: hit.number, title: hit.title, archiveNumber: '' })
    setTyped('')
    setWanted('')
    setMarked(0)
  }
  const addPaper = (): void => {
    if (paper.title.trim() === '' && paper.number.trim() === '') return
    add({ window: 'paper', caseId: '', title: paper.title.trim(), number: paper.number.trim(), archiveNumber: paper.archiveNumber.trim() })
    setPaper({ title: '', number: '', archiveNumber: '' })
  }
  return (
    <div className="file-picker" data-field="files">
      {files.length === 0 ? (
        <p className="quiet">{t('noFiles')}</p>
      ) : (
        <ul className="picked-files">
          {files.map((file, index) => (
            <li key={`${file.caseId} ${file.number} ${file.title}`} data-field={`files.${String(index)}`}>
              <span className="tag">{say(queriedWindowTitles[file.window])}</span>
              <b>{file.title}</b>
              <span className="mono">{file.number}</span>
              <span className="quiet">{file.archiveNumber}</span>
              <Button size="small" type="text" aria-label={`${t('dropFile')} ${file.title}`} onClick={() => onChange(files.filter((other) => other !== file))}>{t('dropFile')}</Button>
            </li>
          ))}
        </ul>
      )}
      <div className="file-search">
        <Input
          aria-label={t('findFile')} placeholder={`${t('findFile')} · ${t('findHint')}`} value={typed} maxLength={60} autoComplete="off" spellCheck={false}
          onChange={(event) => { setTyped(event.target.value); setMarked(0) }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault()
              setMarked((at) => Math.max(0, Math.min(hits.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
            } else if (event.key === 'Enter' && typed.trim() !== '') {
              event.preventDefault()
              if (wanted === typed.trim() && !answer.isPlaceholderData) take(hits[marked])
            } else if (event.key === 'Escape') setTyped('')
          }}
        />
        {hits.length > 0 && (
          <ul className="file-hits" role="listbox" aria-label={t('findFile')}>
            {hits.map((hit, index) => (
              <li key={hit.caseId} role="option" aria-selected={index === marked} className={index === marked ? 'marked' : ''} onMouseDown={(event) => { event.preventDefault(); take(hit) }}>
                <HitWords hit={hit} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <FailurePanel failure={answer.error} />
      <details>
        <summary className="quiet">{t('typeFile')}</summary>
        <div className="paper-file">
          {(['title', 'number', 'archiveNumber'] as const).map((field) => (
            <Input key={field} aria-label={t(field === 'title' ? 'fileTitle' : field === 'number' ? 'fileNumber' : 'archiveNumber')} placeholder={t(field === 'title' ? 'fileTitle' : field === 'number' ? 'fileNumber' : 'archiveNumber')} value={paper[field]} maxLength={100} autoComplete="off" onChange={(event) => setPaper((now) => ({ ...now, [field]: event.target.value }))} />
          ))}
          <Button onClick={addPaper}>{t('addFile')}</Button>
        </div>
      </details>
    </div>
  )
}
