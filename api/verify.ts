/** The verification of a register for a program that has no desk open (`npm run verify`). */
export { verifyRegister } from '../db/verify.ts'
export type { VerifyProgress, VerifyReport } from '../db/contract.ts'
