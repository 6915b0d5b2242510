import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { placeKinds } from '../../../../domain/place-names/kinds.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { call } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { saveFile } from '../../../shared/shell.ts'
import { words as mapWords } from '../map/words.ts'
import { words } from './words.ts'

const formats = ['csv', 'csv-gb18030', 'geojson'] as const

/** Takes the gazetteer out as a table or as GeoJSON; the purpose is asked for and kept in the journal. */
export const ExportDialog = ({ kind, township, onClose }: { readonly kind: string; readonly township: string; readonly onClose: () => void }) => {
  const t = useWords(words)
  const kinds = useWords(mapWords)
  const { office } = useSession()
  const [format, setFormat] = useState<(typeof formats)[number]>('csv')
  const [withSecret, setWithSecret] = useState(false)
  const [purpose, setPurpose] = useState('')
  const short = purpose.trim().length < 2
  const chosen = placeKinds.find((one) => one === kind)
  const scope = [chosen === undefined ? '' : kinds(`kind_${chosen}`), township].filter((part) => part !== '').join(' · ')
  return (
    <ActDialog
      title={t('exportTitle')} verb={t('export')} missing={short ? 'purpose' : undefined} onDone={onClose} onCancel={onClose}
      act={async () => {
        const file = await call('exportGazetteer', { body: { format, ...(chosen !== undefined && { kind: chosen }), ...(township !== '' && { township }), withSecret, purpose: purpose.trim() } })
        await saveFile(file, `${t('title')}-${office.today}.${format === 'geojson' ? 'geojson' : 'csv'}`)
      }}
    >
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('exportHint')}</p>
          <p>{t('exportScope')}: {scope === '' ? t('all') : scope} <span className="quiet">{t('exportWhole')}</span></p>
          <Field path="format" label={t('format')} failure={failure}>
            <select className="plain-select full" value={format} onChange={(event) => setFormat(formats.find((one) => one === event.target.value) ?? 'csv')}>{formats.map((one) => <option key={one} value={one}>{t(`format_${one}`)}</option>)}</select>
          </Field>
          <Checkbox checked={withSecret} onChange={(event) => setWithSecret(event.target.checked)}>{t('withSecret')}</Checkbox>
          {withSecret && <p className="finding-note answer">{t('secretHint')}</p>}
          <Field path="purpose" label={t('purpose')} required failure={failure} problem={tried && short ? t('purposeShort') : undefined}>
            <Input value={purpose} maxLength={400} autoComplete="off" onChange={(event) => setPurpose(event.target.value)} />
          </Field>
        </>
      )}
    </ActDialog>
  )
}
