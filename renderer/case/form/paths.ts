type Key<T> = T extends readonly unknown[] ? number | `${number}` : Extract<keyof T, string>
type Branch<T, K> = K extends keyof T ? T[K] : T extends readonly (infer Item)[] ? Item : never
type Deeper<T, Depth extends unknown[]> = T extends readonly unknown[] | Record<string, unknown> ? PathOf<T, Depth> : never

/** Dotted paths into a value, e.g. `parties.0.residence.area`; arrays take any index. */
export type PathOf<T, Depth extends unknown[] = []> = Depth['length'] extends 5
  ? never
  : T extends null
    ? never
    : { [K in Key<T>]: `${K}` | (Deeper<NonNullable<Branch<T, K>>, [...Depth, 1]> extends infer Rest extends string ? `${K}.${Rest}` : never) }[Key<T>]

/** The value that stands at a path. */
export type ValueAt<T, P extends string> = P extends `${infer Head}.${infer Rest}` ? ValueAt<NonNullable<Branch<NonNullable<T>, Head>>, Rest> : Branch<NonNullable<T>, P>

/** Reads a value by its dotted path, or undefined where a part is missing. */
export const valueAt = (root: unknown, path: string): unknown => {
  let value: unknown = root
  for (const part of path.split('.')) {
    if (value === null || value === undefined || typeof value !== 'object') return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** A copy of `root` with another value at the path; only the branch on the way is copied, all else is shared. */
export const withValueAt = <T>(root: T, path: string, value: unknown): T => {
  const [head = '', ...rest] = path.split('.')
  const copy: unknown = Array.isArray(root) ? [...(root as unknown[])] : { ...(root as object) }
  const holder = copy as Record<string, unknown>
  holder[head] = rest.length === 0 ? value : withValueAt(holder[head] ?? {}, rest.join('.'), value)
  return copy as T
}

/** Says whether two facts are the same, by their contents. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]))
}
