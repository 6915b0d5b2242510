import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'

const refuse = (what: string): never => {
  throw new LantaiError('invalid', text('内容不能写入登记簿', `The content cannot be written to the register: ${what}`))
}

/** Texts that JSON writes as they are: no control character, quote, backslash or surrogate. */
const plain = /^[ !#-[\]-\uD7FF\uE000-\uFFFF]*$/

const quote = (value: string): string => {
  if (plain.test(value)) return `"${value}"`
  if (!value.isWellFormed()) refuse('a lone surrogate')
  return JSON.stringify(value)
}

/** A key and how it is written before its member. */
type Key = readonly [key: string, written: string]

/** Sorted keys by the keys as they came: cases have few shapes, so sorting and quoting them again and again is spared. */
const orders = new Map<string, { readonly came: readonly string[]; readonly sorted: readonly Key[] }>()
const orderOf = (value: object): readonly Key[] => {
  const keys = Object.keys(value)
  const shape = keys.join('\u0000')
  const known = orders.get(shape)
  // A key may itself hold the joining character: only the same keys are the same shape.
  if (known?.came.length === keys.length && known.came.every((key, index) => key === keys[index])) return known.sorted
  // Default sort is by UTF-16 code units, as RFC 8785 §3.2.3 asks.
  const sorted = [...keys].sort().map((key): Key => [key, `${quote(key)}:`])
  if (orders.size > 2000) orders.clear()
  orders.set(shape, { came: keys, sorted })
  return sorted
}

/** Canonical JSON after RFC 8785: sorted keys, no blanks, numbers as ECMAScript writes them; members that are undefined are left out. Throws `invalid` for what JSON cannot hold. */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : refuse('a number that is not finite')
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) {
        let items = ''
        for (const item of value) items += (items === '' ? '' : ',') + canonicalJson(item === undefined ? null : item)
        return `[${items}]`
      }
      const record = value as Record<string, unknown>
      let members = ''
      for (const [key, written] of orderOf(value)) {
        const member = record[key]
        if (member !== undefined) members += (members === '' ? written : `,${written}`) + canonicalJson(member)
      }
      return `{${members}}`
    }
    default:
      return refuse(typeof value)
  }
}
