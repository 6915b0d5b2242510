import type { ReactNode } from 'react'
import { useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import type { IdentityOf } from './cells.ts'
import { Identities } from './Identities.tsx'
import type { Period } from './period.ts'
import { words } from './words.ts'

/** Numbers of a period in lines, with the identities that check them below. */
export const CheckedTable = ({ title, of, lead, head, children }: { readonly title: ReactNode; readonly of: Period & { readonly identities: readonly IdentityOf[] }; readonly lead?: ReactNode; readonly head: ReactNode; readonly children: ReactNode }) => {
  const t = useWords(words)
  return (
    <>
      <Section title={title} acts={<span className="quiet">{t('range', { from: of.from, to: of.to })}</span>}>
        {lead}
        <div className="table-frame">
          <table className="plain-table statistic">
            <thead><tr>{head}</tr></thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      </Section>
      <Identities identities={of.identities} period={of} />
    </>
  )
}
