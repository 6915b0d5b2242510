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

/** A set of keys in the order they came, and sorted; `blank` has them all in order without values, so that a copy is made in one step and then filled. `plain`: an object keeps its keys in the order they are set, and none has a meaning of its own. */
interface Shape { readonly came: readonly string[]; readonly sorted: readonly Key[]; readonly order: readonly string[]; readonly blank: Readonly<Record<string, undefined>>; readonly plain: boolean }

/** Known shapes by their first key: cases have few, so sorting and quoting the keys again and again is spared. */
const shapes = new Map<string, Shape[]>()
let known = 0

const isShape = (shape: Shape, keys: readonly string[]): boolean => {
  if (shape.came.length !== keys.length) return false
  for (let index = 1; index < keys.length; index += 1) if (shape.came[index] !== keys[index]) return false
  return true
}

const none: Shape = { came: [], sorted: [], order: [], blank: {}, plain: true }

const shapeOf = (value: object): Shape => {
  const keys = Object.keys(value)
  const [first] = keys
  if (first === undefined) return none
  const alike = shapes.get(first) ?? []
  for (const shape of alike) if (isShape(shape, keys)) return shape
  // Default sort is by UTF-16 code units, as RFC 8785 §3.2.3 asks.
  const sorted = [...keys].sort().map((key): Key => [key, `${quote(key)}:`])
  known += 1
  if (known > 1000 || alike.length > 20) {
    shapes.clear()
    known = 1
  }
  const shape = { came: keys, sorted, order: sorted.map(([key]) => key), blank: Object.fromEntries(sorted.map(([key]) => [key, undefined])), plain: keys.every((key) => !/^(?:\d+|__proto__|toJSON)$/.test(key)) }
  shapes.set(first, [...(shapes.get(first) ?? []), shape])
  return shape
}

/** Writes piece by piece: right for every value, but slower than the engine's own writer. */
const write = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : refuse('a number that is not finite')
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map((item: unknown) => (item === undefined ? 'null' : write(item))).join(',')}]`
      const record = value as Record<string, unknown>
      return `{${shapeOf(value).sorted.flatMap(([key, written]) => (record[key] === undefined ? [] : [written + write(record[key])])).join(',')}}`
    }
    default:
      return refuse(typeof value)
  }
}

/** Thrown where a copy would not keep its keys as they are set. */
const awkward = Symbol('awkward')

/** The same value with its keys in order, so that the engine's own writer gives the canonical text. */
const sortedCopy = (value: unknown): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      return Number.isFinite(value) ? value : refuse('a number that is not finite')
    case 'object': {
      if (value === null) return null
      if (Array.isArray(value)) return value.map(sortedCopy)
      const { plain, order, blank } = shapeOf(value)
      if (!plain) throw awkward
      const record = value as Record<string, unknown>
      const copy: Record<string, unknown> = { ...blank }
      for (const key of order) {
        const member = record[key]
        copy[key] = typeof member === 'string' ? member : sortedCopy(member)
      }
      return copy
    }
    default:
      return refuse(typeof value)
  }
}

/** Canonical JSON after RFC 8785: sorted keys, no blanks, numbers as ECMAScript writes them; members that are undefined are left out. Throws `invalid` for what JSON cannot hold. */
export const canonicalJson = (value: unknown): string => {
  if (value === undefined) return refuse('nothing')
  try {
    const text = JSON.stringify(sortedCopy(value))
    // A lone surrogate is written as an escape; the slow way tells it from a backslash that was meant.
    return text.includes('\\ud') ? write(value) : text
  } catch (error) {
    if (error === awkward) return write(value)
    throw error
  }
}
