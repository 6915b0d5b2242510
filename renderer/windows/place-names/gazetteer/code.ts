/** The 20-digit code of the national base as it is typed, spaces aside; undefined for what is none. */
export const readCode = (typed: string): string | undefined => { const plain = typed.normalize('NFKC').replace(/\s/gu, ''); return /^\d{20}$/u.test(plain) ? plain : undefined }
