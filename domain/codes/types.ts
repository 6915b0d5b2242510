/** One entry of a code table: the code is stored with the record, the label as it read on that day. */
export interface Code<C extends string = string> {
  readonly code: C
  readonly zh: string
  readonly en: string
}

/** Makes a table from `[code, zh, en]` rows. */
export const codeTable = <C extends string>(rows: readonly (readonly [C, string, string])[]): readonly Code<C>[] => rows.map(([code, zh, en]) => ({ code, zh, en }))

/** The entry of a table with that code, or undefined. */
export const findCode = <C extends string>(table: readonly Code<C>[], code: string): Code<C> | undefined => table.find((entry) => entry.code === code)
