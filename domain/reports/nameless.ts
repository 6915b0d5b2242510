import type { Text } from '../text.ts'

/** Words of a case without its people: what stands for good in a report names nobody, whatever a clerk wrote in a note. */
export const nameless = ({ zh, en }: Text, people: Iterable<string>): Text => {
  // Longer names first, so that no part of one is left standing; a single letter is no name.
  const names = [...new Set(people)].filter((name) => [...name.trim()].length > 1).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const without = (words: string): string => names.reduce((left, name) => left.replaceAll(name, '**'), words)
  return { zh: without(zh), en: without(en) }
}
