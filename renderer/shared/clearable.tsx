import { useWords } from './i18n.ts'
import { shared } from './words.ts'

const ClearWord = () => {
  const t = useWords(shared)
  return <><span aria-hidden="true" className="quiet">×</span><span className="hidden-words">{t('clearField')}</span></>
}

/** For `allowClear`: the button that empties a field, with a name for a screen reader in the desk's language. */
export const clearable = { clearIcon: <ClearWord /> }
