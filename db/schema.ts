/** The tables that Kysely's queries read. */

export interface JournalTable {
  seq: number; at: string; actor: string; counter: string; kind: string; subject: string; second: string; reason: string; body: string; algorithm: string; previous: string; hash: string
}

export interface Tables { journal: JournalTable }
