/**
 * Keys of the desk. A page registers its keys and the bottom bar shows them:
 *   usePageKeys([{ key: 'F2', label: t('save'), run: save }, { key: 'F9', label: t('next'), run: next, disabled: !ready }])
 * A dialog passes `{ dialog: true }`: while it is open only its keys count. Keys are written as `event.key` says them, with `Ctrl+`, `Alt+`, `Shift+`.
 * `onEnterNext` on a form's element moves from field to field with Enter (Shift+Enter back), as registrars type.
 */
import { useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent as ReactKeyboardEvent } from 'react'

export interface PageKey {
  readonly key: string
  readonly label: string
  readonly run: () => void
  readonly disabled?: boolean
  /** Works but is not shown in the bar. */
  readonly quiet?: boolean
}

interface Registration {
  keys: readonly PageKey[]
  readonly dialog: boolean
}

let registrations: readonly Registration[] = []
let shown: readonly PageKey[] = []
const listeners = new Set<() => void>()

/** The registrations that count now: those of the topmost dialog, else all. */
const active = (): readonly Registration[] => {
  const dialog = registrations.findLast((registration) => registration.dialog)
  return dialog === undefined ? registrations : [dialog]
}
const changed = (): void => {
  shown = active().flatMap((registration) => registration.keys.filter((key) => key.quiet !== true))
  for (const listener of listeners) listener()
}

/** Writes a key press as registrations do, e.g. `F2`, `Ctrl+Enter`, `?`. */
export const keyName = (event: { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean; readonly metaKey: boolean }): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && event.key.length > 1
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

/** A key as it is printed on the keyboard: Alt+m → Alt+M, c → C, Escape → Esc. */
export const keyWords = (key: string): string => key.replace('Escape', 'Esc').replace(/(^|\+)([a-z])$/, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit|file)$/.test(target.type))

/** Runs what a key press is registered for; true if something was. Plain characters never act while somebody types. */
export const pressKey = (event: KeyboardEvent): boolean => {
  if (event.isComposing || event.defaultPrevented) return false
  const name = keyName(event)
  if (name.length === 1 && typing(event.target)) return false
  for (const registration of active().toReversed()) {
    const found = registration.keys.find((key) => key.key === name || (key.key.length === 1 && key.key === name))
    if (found === undefined) continue
    event.preventDefault()
    if (found.disabled !== true) found.run()
    return true
  }
  return false
}

/**
 * Registers keys for as long as the component stands. In the layout phase: a dialog that is off the screen takes no key any more, and a button that is drawn enabled
 * has its key already, so that a quick clerk's next press is never lost.
 */
export const usePageKeys = (keys: readonly PageKey[], options: { readonly dialog?: boolean; readonly when?: boolean } = {}): void => {
  const registration = useRef<Registration | null>(null)
  const dialog = options.dialog === true
  const when = options.when !== false
  useLayoutEffect(() => {
    if (!when) return
    const mine: Registration = { keys: [], dialog }
    registration.current = mine
    registrations = [...registrations, mine]
    return () => {
      registrations = registrations.filter((other) => other !== mine)
      registration.current = null
      changed()
    }
  }, [dialog, when])
  useLayoutEffect(() => {
    if (registration.current === null) return
    const before = registration.current.keys
    registration.current.keys = keys
    const same = before.length === keys.length && before.every((key, index) => key.key === keys[index]?.key && key.label === keys[index].label && key.disabled === keys[index].disabled)
    if (!same) changed()
  })
}

/** The keys to show in the bottom bar. */
export const useShownKeys = (): readonly PageKey[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )

const fields = 'input:not([type=hidden]):not([disabled]):not([tabindex="-1"]), select:not([disabled]), textarea:not([disabled]), [data-enter]:not([disabled])'

/** The fields of a form in their order, those that are seen only. */
export const fieldsOf = (form: HTMLElement): readonly HTMLElement[] => [...form.querySelectorAll<HTMLElement>(fields)].filter((element) => element.offsetParent !== null || element.getClientRects().length > 0)

/** Puts the focus on the field after (or before) the one given; false at the end. */
export const focusNext = (form: HTMLElement, from: Element | null, step: 1 | -1 = 1): boolean => {
  const all = fieldsOf(form)
  const next = all[all.findIndex((element) => element === from) + step]
  if (next === undefined) return false
  next.focus()
  if (next instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(next.type)) next.select()
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** Enter goes to the next field, Shift+Enter to the one before; a text of several lines and a button keep their Enter. */
export const onEnterNext = (event: ReactKeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.target as HTMLElement
  if (target.tagName === 'TEXTAREA' || target.tagName === 'BUTTON' || target.tagName === 'A') return
  event.preventDefault()
  focusNext(event.currentTarget, target, event.shiftKey ? -1 : 1)
}
