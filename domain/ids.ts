/**
 * An id that is never given twice: a letter for what it names, the moment in ms since 1970 as eleven hex digits, and random hex digits of the caller's.
 * It grows with time, so that what is made together lies together in the register's indexes. Small letters and digits only, since codes on papers are written in capitals.
 */
export const timedId = (letter: string, ms: number, random: string): string => letter + Math.max(0, Math.trunc(ms)).toString(16).padStart(11, '0') + random
