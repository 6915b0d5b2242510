import { identityPapers as wanted } from '../../domain/marriage/papers-required.ts'
import type { CheckReply } from '../schemas/case.ts'

/** The identity papers as a check answers them. */
export const identityPapers = (...given: Parameters<typeof wanted>): CheckReply['required'] => wanted(...given).map(({ type, party, title, law, supplied }) => ({ type, party, title, law, supplied }))
