import { same, valueAt, withValueAt } from './paths.ts'

/** The sections of a file that differ, whole, as an amendment sends them. */
export const changedSections = <F extends object>(before: F, after: F): Partial<F> =>
  Object.fromEntries((Object.keys(after) as (keyof F)[]).filter((key) => !same(before[key], after[key])).map((key) => [key, after[key]])) as Partial<F>

/** Paths of the single facts that differ. A list that grew, shrank or lost its order counts as one fact: its lines have no name of their own. */
export const changedPaths = (before: unknown, after: unknown, path = ''): readonly string[] => {
  if (same(before, after)) return []
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  const lists = Array.isArray(before) || Array.isArray(after)
  if (!isTree(before) || !isTree(after) || (lists && (before as unknown as unknown[]).length !== (after as unknown as unknown[]).length)) return [path]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => changedPaths(before[key], after[key], path === '' ? key : `${path}.${key}`))
}

export interface Clash {
  readonly path: string
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merge<F = unknown> {
  /** Their facts with mine where only I touched them, and mine kept where both did. */
  readonly file: F
  /** Facts only they changed, now shown in the page. */
  readonly taken: readonly { readonly path: string; readonly before: unknown; readonly theirs: unknown }[]
  /** Facts both changed to different values: the clerk chooses, what she typed stands until then. */
  readonly clashes: readonly Clash[]
}

const within = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

/** Brings two clerks' work on one case together, fact by fact, from the file both began with. Nothing typed is dropped. */
export const mergeFiles = <F extends object>(base: F, mine: F, theirs: F): Merge<F> => {
  const myPaths = changedPaths(base, mine)
  const theirPaths = changedPaths(base, theirs)
  let file = theirs
  const clashes: Clash[] = []
  for (const path of myPaths) {
    const overlapping = theirPaths.filter((other) => within(path, other))
    // The wider of the two paths is the fact that is chosen between: a list against one line of it.
    const wider = [path, ...overlapping].sort((a, b) => a.length - b.length)[0] ?? path
    const [ours, other] = [valueAt(mine, wider), valueAt(theirs, wider)]
    file = withValueAt(file, wider, ours)
    if (overlapping.length > 0 && !same(ours, other) && !clashes.some((clash) => clash.path === wider)) clashes.push({ path: wider, mine: ours, theirs: other })
  }
  const taken = theirPaths.filter((path) => !myPaths.some((mine_) => within(path, mine_))).map((path) => ({ path, before: valueAt(base, path), theirs: valueAt(theirs, path) }))
  return { file, taken, clashes }
}
