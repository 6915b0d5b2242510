import { Button } from 'antd'
import { useRef, useState } from 'react'
import { ApiFailure } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { onEnterNext } from '../../../shared/keyboard.ts'
import { FailurePanel, Section } from '../../../shared/Page.tsx'
import { useAct } from '../../../shared/query.ts'
import { OptionsFields } from './OptionsFields.tsx'
import { areaAsked, fileTrouble, fileType, startOptions } from './options.ts'
import { words } from './words.ts'

const shown = ['file', 'kind', 'builtUpArea', 'declared', 'encoding', 'source', 'document', 'approvedOn']
/** A refusal with its field as the form names it. */
const atForm = (failure: ApiFailure | null): ApiFailure | null => (failure === null ? null : new ApiFailure(failure.code, failure.status, failure.text, failure.field?.replace(/^options\./u, ''), failure.findings, failure.details))

/** Hands in a table: the file, and how it is to be read. */
export const UploadPart = ({ onStarted }: { readonly onStarted: (id: string) => void }) => {
  const t = useWords(words)
  const start = useAct('startImport', { refresh: ['listImports'] })
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [options, setOptions] = useState(startOptions)
  const [tried, setTried] = useState(false)
  const trouble = file === undefined ? undefined : fileTrouble(file)
  const failure = atForm(start.error)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (file === undefined || trouble !== undefined || areaAsked(options) || start.isPending) return
    try {
      const reply = await start.mutateAsync({ query: { name: file.name.slice(0, 200), options: JSON.stringify({ ...options, source: options.source.trim() === '' ? file.name.slice(0, 100) : options.source.trim() }) }, bytes: new Blob([file], { type: fileType(file.name) }) })
      onStarted(reply.id)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
    }
  }
  return (
    <Section title={t('upload')}>
      <div
        className="dialog-form import-drop" onKeyDown={onEnterNext}
        onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); const [dropped] = event.dataTransfer.files; if (dropped !== undefined) setFile(dropped) }}
      >
        <Field path="file" label={t('file')} required group hint={t('fileHint')} failure={failure} problem={trouble !== undefined ? t(trouble, { name: file?.name ?? '' }) : tried && file === undefined ? t('noFile') : undefined}>
          <div className="row">
            <input ref={input} type="file" accept=".csv,.txt,.tsv,.json,.geojson,text/csv,application/geo+json,application/json" aria-label={t('choose')} hidden onChange={(event) => { const [chosen] = event.target.files ?? []; if (chosen !== undefined) { setFile(chosen); start.reset() } event.target.value = '' }} />
            <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
            <span role="status">{file === undefined ? '' : t('chosen', { name: file.name })}</span>
          </div>
        </Field>
        <OptionsFields value={options} onChange={(change) => setOptions((now) => ({ ...now, ...change }))} failure={failure} tried={tried} />
        {failure !== null && !shown.includes(failure.field ?? '') && <FailurePanel failure={failure} safe />}
        <div className="row"><Button type="primary" loading={start.isPending} onClick={() => void submit()}>{t('start')}</Button></div>
      </div>
    </Section>
  )
}
