import { requireIntake } from './intake.ts'
import { caseReply } from './reply.ts'
import type { AnyCase, CaseSpec } from './spec.ts'

type Alike = 'opening' | 'owns' | 'requireIntake' | 'caption' | 'reply'

/** A window of couples' cases, with what is the same in all of them. */
export const coupleSpec = <C extends AnyCase, R>(parts: Omit<CaseSpec<C, R>, Alike> & { readonly id: 'marriage' | 'divorce' | 'reissue' }): CaseSpec<C, R> => {
  const spec: CaseSpec<C, R> = {
    ...parts,
    opening: `${parts.id}.opened`,
    owns: (kind) => kind.startsWith(`${parts.id}.`),
    requireIntake: (house, changes, before) => requireIntake(parts, house, changes, before),
    caption: ({ number, day, file }) => ({ number, day, names: file.parties.map(({ name }) => name) }),
    papers: { overprint: `${parts.id}.certificate`, ...parts.papers },
    reply: (house, account, read, reads) => caseReply(spec, house, account, read, reads),
  }
  return spec
}
