/** The form of a dialog: the first field has the focus when it opens, Enter goes to the next one and in the last one does the act. `<DialogForm onSubmit={submit}>…</DialogForm>` inside a Modal. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useFirstFocus } from './firstFocus.ts'
import { fieldsOf, onEnterNext } from './keyboard.ts'

export const DialogForm = ({ children, onSubmit }: { readonly children: ReactNode; readonly onSubmit?: () => void }) => {
  const form = useRef<HTMLDivElement>(null)
  useFirstFocus(form)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const last = form.current === null ? undefined : fieldsOf(form.current).at(-1)
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.defaultPrevented && event.target === last && last?.tagName === 'INPUT' && onSubmit !== undefined) {
      event.preventDefault()
      onSubmit()
    } else onEnterNext(event)
  }
  return (
    <div ref={form} className="dialog-form" onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
