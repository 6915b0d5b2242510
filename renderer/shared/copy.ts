/** Puts a text on the clipboard; false if the browser would not. Over plain http a browser has no clipboard of its own, so the text is marked and copied as a person would. */
export const copyText = async (text: string): Promise<boolean> => {
  // Only a page that came over https, or from this machine, has a clipboard.
  const clipboard = (navigator as { readonly clipboard?: Clipboard }).clipboard
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text)
      return true
    } catch {
      // A refusal leaves the older way.
    }
  }
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'hidden-words'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}
