/**
 * A line of free text that may be taken from a list: the down key or a click unfolds it, Enter takes the marked one, typing narrows it.
 *   <SuggestInput choices={remarks} value={remark} onChange={(text) => …} />
 */
import { Input, type InputProps } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'

export const SuggestInput = ({ choices, value, onChange, ...rest }: Omit<InputProps, 'value' | 'onChange' | 'onKeyDown' | 'onClick'> & { readonly choices: readonly string[]; readonly value: string; readonly onChange: (text: string) => void }) => {
  const list = useId()
  // The marked line while the list is unfolded; none is marked until a key goes to it, so that Enter keeps what was typed.
  const [marked, setMarked] = useState<number>()
  // What stands there already is no filter: the whole list is offered until something else is typed.
  const found = choices.includes(value) ? choices : choices.filter((choice) => choice.includes(value.trim()))
  const open = marked !== undefined && found.length > 0
  const take = (choice: string | undefined): void => {
    setMarked(undefined)
    if (choice !== undefined) onChange(choice)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' && open ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setMarked(open ? (marked < 0 && step < 0 ? found.length - 1 : (marked + step + found.length) % found.length) : Math.max(0, found.indexOf(value)))
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setMarked(undefined)
    } else if (event.key === 'Enter' && open) {
      // The key itself goes on to the form, which moves to the next field.
      take(found[marked])
    }
  }
  return (
    <div className="code-select">
      <Input
        {...rest} value={value} role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" {...(open && marked >= 0 && { 'aria-activedescendant': `${list}-${String(marked)}` })}
        onChange={(event) => { onChange(event.target.value); if (marked !== undefined) setMarked(-1) }}
        onClick={() => { if (!open && rest.disabled !== true) setMarked(-1) }}
        onKeyDown={onKeyDown} onBlur={(event) => { setMarked(undefined); rest.onBlur?.(event) }}
      />
      {open && (
        <ul className="code-options" role="listbox" id={list}>
          {found.map((choice, index) => (
            <li key={choice} id={`${list}-${String(index)}`} role="option" aria-selected={choice === value} className={index === marked ? 'marked' : ''} onMouseDown={(event) => { event.preventDefault(); take(choice) }}>{choice}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
