import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { furtherPolicies } from './library/elsewhere.ts'
import { guangdongPolicies } from './library/guangdong.ts'
import { zhejiangPolicies } from './library/zhejiang.ts'
import type { WaiverPolicy } from './policy.ts'

/** The policies that ship, each with its document, source, dates and whether somebody has compared it with the document; an office adopts or copies them, none is in force by itself. */
export const waiverLibrary: readonly WaiverPolicy[] = [...guangdongPolicies, ...zhejiangPolicies, ...furtherPolicies]

/** A policy of the library by its id; throws `not_found`. */
export const getShippedPolicy = (id: string): WaiverPolicy => {
  const found = waiverLibrary.find((policy) => policy.id === id)
  if (found === undefined) throw new LantaiError('not_found', text(`政策库中没有 ${id}`, `The library has no policy ${id}`), 'policy')
  return found
}
