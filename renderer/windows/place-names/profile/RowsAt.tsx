import { createContext, useContext, useSyncExternalStore } from 'react'
import { useAt, useFaults, useStore } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/i18n.ts'
import { RowsEditor, type RowsEditorProps } from '../shared/rows/RowsEditor.tsx'

/** The path that is to be brought into sight, and whether the draft may be written. */
export const EditorContext = createContext<{ readonly reveal: string | undefined; readonly readOnly: boolean }>({ reveal: undefined, readOnly: true })

/** The faults of the draft by their paths, in the language now. */
const useFaultAt = (): ((path: string) => string | undefined) => {
  const say = useSay()
  const faults = useFaults()
  return (path) => { const fault = faults.find(({ field }) => field === path || field.startsWith(`${path}.`)); return fault === undefined ? undefined : say(fault.message) }
}

/** Rows of the draft at a path. */
export const RowsAt = <Row,>({ path, ...rest }: Omit<RowsEditorProps<Row>, 'rows' | 'onChange' | 'faultAt' | 'reveal' | 'readOnly'>) => {
  const [rows, put] = useAt<readonly Row[]>(path)
  const faultAt = useFaultAt()
  const { reveal, readOnly } = useContext(EditorContext)
  return <RowsEditor {...rest} path={path} rows={rows} onChange={put} faultAt={faultAt} reveal={reveal} readOnly={readOnly} />
}

/** Several fields of a thing under one path, where the thing may be left out: its value and how to change it. */
export const useWhole = <T,>(): readonly [T, (path: string, next: unknown) => void] => {
  const store = useStore<T>()
  return [useSyncExternalStore(store.subscribe, store.get), store.put]
}
