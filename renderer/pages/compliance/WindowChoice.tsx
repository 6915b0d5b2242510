import { Checkbox } from 'antd'
import { useWords } from '../../shared/i18n.ts'
import { useSession } from '../../shared/session.tsx'
import { offeredWindows } from '../../windows.ts'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

/** Windows whose cases are asked by rules; queries of the archive are no cases of that kind. */
const asked = ['marriage', 'divorce', 'reissue', 'burial', 'place-names']
/** Those of them that the office offers. */
export const useAskedWindows = (): readonly string[] => {
  const { office } = useSession()
  return offeredWindows(office.windows).map(({ id }) => id).filter((id) => asked.includes(id))
}

export const WindowChoice = ({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (windows: readonly string[]) => void }) => {
  const t = useWords(words)
  const windowTitle = useWindowTitle()
  const all = useAskedWindows()
  return (
    <div className="row window-choice" role="group" aria-label={t('windows')}>
      {all.map((id) => <Checkbox key={id} checked={value.includes(id)} onChange={(event) => onChange(all.filter((one) => (one === id ? event.target.checked : value.includes(one))))}>{windowTitle(id)}</Checkbox>)}
      {value.length === 0 && <span className="finding-note stop">{t('noWindow')}</span>}
    </div>
  )
}
