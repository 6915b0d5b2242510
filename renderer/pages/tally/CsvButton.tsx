import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

export const encodings = ['utf-8', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]
const titles = { 'utf-8': 'encodingUtf8', gb18030: 'encodingGb' } as const

/** The table as CSV, in the encoding that the reader of it can take. */
export const CsvButton = ({ onSave }: { readonly onSave: (encoding: Encoding) => void }) => {
  const t = useWords(words)
  const [encoding, setEncoding] = useState<Encoding>('utf-8')
  return (
    <span className="row csv-button">
      <select className="plain-select" aria-label={t('encoding')} title={t('encoding')} value={encoding} onChange={(event) => setEncoding(encodings.find((one) => one === event.target.value) ?? 'utf-8')}>{encodings.map((one) => <option key={one} value={one}>{t(titles[one])}</option>)}</select>
      <Button onClick={() => onSave(encoding)}>{t('csv')}</Button>
    </span>
  )
}
