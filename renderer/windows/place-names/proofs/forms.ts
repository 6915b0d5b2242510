import type { WrittenAddress } from '../../../../domain/place-names/plates/actions.ts'

/** Where an address may be written. */
export const sources = ['realEstate', 'house', 'land', 'licence', 'household', 'other'] as const satisfies readonly WrittenAddress['source'][]

/** The forms that say something, and for each its line on the page: a finding names a form by its place among those sent. */
export const filled = (forms: readonly WrittenAddress[]): { readonly forms: WrittenAddress[]; readonly lines: readonly number[] } => {
  const kept = forms.flatMap((form, line) => (form.written.trim() === '' ? [] : [{ form: { source: form.source, document: form.document.trim(), written: form.written.trim() }, line }]))
  return { forms: kept.map(({ form }) => form), lines: kept.map(({ line }) => line) }
}

/** A path of the forms as sent, as the page has it. */
export const atLine = (field: string, lines: readonly number[]): string => field.replace(/^forms\.(\d+)/u, (whole, index: string) => { const line = lines[Number(index)]; return line === undefined ? whole : `forms.${String(line)}` })
/** The other way: the path of the page as it is sent. */
export const asSent = (field: string, lines: readonly number[]): string => field.replace(/^forms\.(\d+)/u, (whole, line: string) => { const index = lines.indexOf(Number(line)); return index < 0 ? whole : `forms.${String(index)}` })

/** Numbers that fit what was typed, those that begin with it first; at most so many. */
export const fitting = <P extends { readonly label: string; readonly standing: string; readonly key: string }>(plates: readonly P[], typed: string, most = 30): readonly P[] => {
  const wanted = typed.normalize('NFKC').replace(/\s/gu, '')
  const current = plates.filter(({ standing }) => standing === 'current')
  if (wanted === '') return current.slice(0, most)
  const begins = current.filter(({ label }) => label.startsWith(wanted))
  return [...begins, ...current.filter(({ label }) => !label.startsWith(wanted) && label.includes(wanted))].slice(0, most)
}
