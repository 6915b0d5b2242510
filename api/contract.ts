import type { WindowPart } from '../db/windows.ts'
import type { ApiWindow } from './windows.ts'

/** The desk's one door: both shells hand every `/api/…` request to `fetch`. */
export interface Api {
  fetch(request: Request, from: RequestSource): Promise<Response>
  /** The sample accounts with their passwords, only in a sample office. */
  sampleAccounts(): Promise<readonly { account: string; password: string; role: string }[]>
  close(): Promise<void>
}

export interface RequestSource {
  readonly shell: 'electron' | 'server'
  readonly remoteAddress?: string
}

export interface ApiOptions {
  readonly dataFolder: string
  /** Fill an empty register with the sample office at start. */
  readonly sample?: boolean
  readonly clock?: () => Date
  /** The windows and their parts of the register; all of the product's unless a test brings its own. */
  readonly windows?: readonly ApiWindow[]
  readonly parts?: readonly WindowPart[]
  /** Values of the Host header under which the desk may be asked (lower case, with port); left out, the shell checks it. */
  readonly hosts?: ReadonlySet<string>
}
