import type { VerifyProgress, VerifyReport } from './contract.ts'
import { inThread } from './thread.ts'

export interface VerifyOptions {
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly signal?: AbortSignal
}

/** Verifies a data folder in a thread of its own, on one snapshot of the register: chain, rebuild, integrity, files, drafts. Works beside a running desk and without one. What is wrong stands in the report; throws `cancelled`. */
export const verifyRegister = (folder: string, options: VerifyOptions = {}): Promise<VerifyReport> => inThread<VerifyReport, VerifyProgress>({ work: 'verify', folder }, options)
