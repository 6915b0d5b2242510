import { Link } from 'wouter'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { casesOfIdentity, type IdentityOf } from './cells.ts'
import type { Period } from './period.ts'
import { words } from './words.ts'

/** What checks the numbers: each identity with both its sides and whether it holds. */
export const Identities = ({ identities, period }: { readonly identities: readonly IdentityOf[]; readonly period: Period }) => {
  const t = useWords(words)
  const say = useSay()
  const failing = identities.filter((identity) => !identity.holds).length
  // The word behind the number: 对 couples; in English the labels say it already.
  const side = (part: IdentityOf['left']): string => `${say(part.label)} ${number(part.value)}`.trim()
  return (
    <Section
      title={t('identities')}
      acts={identities.length > 0 && <span className={`tag ${failing > 0 ? 'stop' : 'good'}`}>{failing > 0 ? t('identitiesFail', { n: failing }) : t('identitiesHold', { n: identities.length })}</span>}
    >
      {identities.length === 0 ? (
        <p className="quiet">{t('noIdentity')}</p>
      ) : (
        <ul className="identities">
          {[...identities].sort((a, b) => Number(a.holds) - Number(b.holds)).map((identity) => {
            const path = identity.holds ? undefined : casesOfIdentity(identity.id, period)
            return (
              <li key={identity.id} className={identity.holds ? 'identity' : 'identity broken'}>
                <span className={`tag ${identity.holds ? 'good' : 'stop'}`}>{identity.holds ? t('holds') : t('fails')}</span>
                <span className="identity-name">{say(identity.name)}</span>
                <span className="identity-sides">
                  {identity.relation === 'even' ? (
                    <>{side(identity.left)} · {identity.holds ? t('even') : t('odd')}</>
                  ) : (
                    <>{side(identity.left)} <b aria-hidden="true">{identity.holds ? identity.relation : identity.relation === '=' ? '≠' : '>'}</b> {side(identity.right)}{!identity.holds && <> · {t('offBy', { n: number(Math.abs(identity.left.value - identity.right.value)) })}</>}</>
                  )}
                </span>
                {path !== undefined && <Link href={path}>{t('openCases')}</Link>}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
