import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import type { SuppliedPaper } from '../../../domain/case/file.ts'
import { ApiFailure, call } from '../../shared/client.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { words } from '../words.ts'
import { largestScan, readScan } from './files.tsx'

/** Where scans are chosen or dropped: checked by their first bytes and size, stored by hash. What is stored already stands in it as children. */
export const ScanDrop = ({ editable, onStored, children }: { readonly editable: boolean; readonly onStored: (scan: SuppliedPaper['scans'][number]) => void; readonly children?: ReactNode }) => {
  const t = useWords(words)
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const take = async (files: readonly File[]) => {
    setBusy(true)
    const problems: string[] = []
    for (const file of files) {
      const read = await readScan(file)
      if ('wrong' in read) {
        problems.push(t(read.wrong, { name: file.name, limit: `${String(largestScan / 1024 / 1024)} MB` }))
        continue
      }
      try {
        const stored = await call('putFile', { query: { use: 'scan' }, bytes: file.slice(0, file.size, read.type) })
        onStored({ hash: stored.hash, name: file.name.normalize('NFC').slice(0, 100), type: stored.type, bytes: stored.bytes, pages: Math.max(1, stored.pages) })
      } catch (error) {
        problems.push(`${file.name}: ${error instanceof ApiFailure ? say(error.text) : String(error)}`)
      }
    }
    setWrong(problems)
    setBusy(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (editable) void take([...event.dataTransfer.files])
  }
  return (
    <div className={`scans${over ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
      {editable && <Button size="small" data-enter="" loading={busy} onClick={() => input.current?.click()}>{t('addScan')}</Button>}
      <input ref={input} type="file" hidden multiple accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg" onChange={(event) => { void take([...(event.target.files ?? [])]); event.target.value = '' }} />
      {wrong.map((problem) => <div key={problem} className="finding-note stop" role="alert">{problem}</div>)}
    </div>
  )
}
