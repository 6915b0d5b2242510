import type { EntityFacts } from '../../../../domain/place-names/gazetteer/actions.ts'

const texts = ['classCode', 'province', 'county', 'builtUpArea', 'township', 'village', 'location', 'orientation', 'bounds', 'meaning', 'origin', 'history'] as const
const numbers = ['lengthMetres', 'widthMetres', 'siteSquareMetres', 'floorSquareMetres', 'storeys', 'greenPercent'] as const
export type TextPart = (typeof texts)[number]
export type NumberPart = (typeof numbers)[number]

/** The facts of an entity as they are typed. */
export type FactsForm = Readonly<Record<TextPart | NumberPart | 'start' | 'end', string>> & { readonly secrecy: EntityFacts['secrecy'] }

/** A form with what is known of an entity. */
export const factsForm = (facts: EntityFacts): FactsForm => {
  const form: Record<string, string> = { start: facts.start.text, end: facts.end.text, secrecy: facts.secrecy }
  for (const part of texts) form[part] = facts[part]
  for (const part of numbers) form[part] = facts[part] === undefined ? '' : String(facts[part])
  return form as FactsForm
}

/** A number as typed, with or without thousands; undefined for what is none. */
export const readSize = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/[\s,，]/gu, '')
  return /^\d{1,10}(?:\.\d{1,4})?$/u.test(plain) ? Number(plain) : undefined
}

/** The first field that holds no number where it should. */
export const wrongNumber = (form: FactsForm): NumberPart | undefined => numbers.find((part) => form[part].trim() !== '' && readSize(form[part]) === undefined)

/** What the form changes of the facts; a number that was emptied stays as it was, since nothing is ever deleted. */
export const changesOf = (form: FactsForm, facts: EntityFacts): Partial<EntityFacts> => {
  const changes: Record<string, unknown> = {}
  for (const part of texts) if (form[part].trim() !== facts[part]) changes[part] = form[part].trim()
  for (const part of numbers) { const read = readSize(form[part]); if (read !== undefined && read !== facts[part]) changes[part] = read }
  for (const part of ['start', 'end'] as const) if (form[part].trim() !== facts[part].text) changes[part] = { text: form[part].trim(), status: 'unnamed', entityId: '' }
  if (form.secrecy !== facts.secrecy) changes['secrecy'] = form.secrecy
  return changes
}
