import { join } from 'node:path'

/** Where things lie in a data folder. */
export const registerFile = (folder: string): string => join(folder, 'register.sqlite')
export const backupFolder = (folder: string): string => join(folder, 'backups')
export const markFile = (folder: string): string => join(folder, 'lantai.json')
export const filesFolder = (folder: string): string => join(folder, 'files')

let scratches = 0
/** A place for what is thrown away again, inside the data folder because it holds the same personal facts. */
export const scratchFolder = (folder: string): string => join(folder, 'scratch', `${process.pid}-${(scratches += 1)}-${Math.trunc(performance.now())}`)
