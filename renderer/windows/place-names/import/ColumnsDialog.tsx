import { useState } from 'react'
import type { ImportState } from '../../../../api/schemas/gazetteer.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { OptionsFields } from './OptionsFields.tsx'
import { columnKinds, withColumn } from './options.ts'
import { words } from './words.ts'

/** Reads the file otherwise: other options, and what each column holds. Reasons already given stay. */
export const ColumnsDialog = ({ state, onClose }: { readonly state: ImportState; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const set = useAct('setImportOptions', { refresh: ['getImport', 'listStaged', 'listImports'] })
  const [options, setOptions] = useState(state.options)
  const [columns, setColumns] = useState(state.columns)
  const [touched, setTouched] = useState(state.options.columns !== undefined || state.trouble !== null)
  const { columns: _before, ...rest } = options
  return (
    <ActDialog
      title={t('rereadTitle')} verb={t('reread')} width={860} missing={touched && !columns.includes('name') ? 'columns' : undefined} onDone={onClose} onCancel={onClose} names={{ 'options.declared': 'declared' }}
      act={() => set.mutateAsync({ params: { id: state.id }, body: { ...rest, ...(touched && { columns: [...columns] }) } })}
    >
      {({ failure }) => (
        <>
          <OptionsFields value={options} onChange={(change) => setOptions((now) => ({ ...now, ...change }))} failure={failure} />
          <Field path="columns" label={t('columns')} group hint={t('columnsLead')} failure={failure} problem={state.trouble?.field === 'columns' && !columns.includes('name') ? say(state.trouble.message) : undefined}>
            <ul className="import-columns">
              {state.headings.map((heading, at) => (
                <li key={at}>
                  <label><span>{heading === '' ? `${t('column')} ${String(at + 1)}` : heading}</span>
                    <select className="plain-select" value={columns[at] ?? ''} onChange={(event) => { setTouched(true); setColumns((now) => [...withColumn(now, at, columnKinds.find((one) => one === event.target.value) ?? null)]) }}><option value="">{t('unused')}</option>{columnKinds.map((one) => <option key={one} value={one}>{t(`column_${one}`)}</option>)}</select>
                  </label>
                </li>
              ))}
            </ul>
          </Field>
        </>
      )}
    </ActDialog>
  )
}
