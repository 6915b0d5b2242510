/** Lines of one entry at most; its number and theirs make the key of a late line. */
export const latePerEntry = 1024
