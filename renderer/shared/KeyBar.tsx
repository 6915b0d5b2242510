/** The keys of the page in the bottom bar; each is a button too, for the mouse. Registered with `usePageKeys` (keyboard.ts). */
import { keyWords, useShownKeys } from './keyboard.ts'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

/** A key as it is shown, e.g. F2. */
export const KeyCap = ({ name }: { readonly name: string }) => <kbd className="key-cap">{keyWords(name)}</kbd>

export const KeyBar = () => {
  const t = useWords(shared)
  const keys = useShownKeys()
  return (
    <div className="key-bar" role="toolbar" aria-label={t('keysOfPage')}>
      <span className="key-bar-item">
        <KeyCap name="Enter" /> {t('nextField')}
      </span>
      {keys.map((key) => (
        <button key={key.key} type="button" tabIndex={-1} className="key-bar-item" disabled={key.disabled} onClick={key.run}>
          <KeyCap name={key.key} /> {key.label}
        </button>
      ))}
    </div>
  )
}
