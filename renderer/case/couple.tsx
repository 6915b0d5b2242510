import { coupleCards } from './card/card.ts'
import { useCouplePlace } from './desk/context.tsx'
import { coupleTitle } from './form/party.ts'
import { useField } from './form/store.ts'
import { papersNamed } from './papers.ts'
import { coupleSupplied } from './sections/PapersSection.tsx'
import type { CaseReply } from './spec.ts'

/** Beside the couple's blocks while they are folded: 张三、李四. */
export const CoupleSummary = () => {
  const { desk } = useCouplePlace()
  useField(desk.store, 'parties')
  const file = desk.store.get()
  return file.parties.every((party) => party.name === '') ? null : <>{coupleTitle(file)}</>
}

/** What the windows of couples have in common. */
export const coupleWindow = {
  cards: coupleCards,
  supplied: coupleSupplied,
  papersNow: (current: CaseReply) => {
    const declarations = current.state === 'received' ? papersNamed(current, 'declaration') : []
    return declarations.length > 0 ? declarations : current.state === 'refused' ? papersNamed(current, 'refusal') : current.papers.filter((paper) => paper.ready)
  },
  refolds: (state: string) => state !== 'received',
}
