import { randomBytes } from 'node:crypto'
import { timedId } from '../domain/ids.ts'

/** A new id at a moment (ms since 1970), with 40 random bits. */
export const newId = (letter: string, ms: number): string => timedId(letter, ms, randomBytes(5).toString('hex'))
