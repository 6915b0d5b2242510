import { titleOf } from '../../../../../domain/waiver/codes.ts'
import type { WaiverItem } from '../../../../../domain/waiver/codes.ts'
import { writeFen } from '../../../../shared/MoneyField.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { useBurialWords } from '../parts.tsx'
import type { Quote } from './bill.ts'

const tones = { yes: 'good', no: '', unknown: 'answer' } as const

/** The policies that were asked, with their answers and why. */
const Policies = ({ quote }: { readonly quote: Quote }) => {
  const t = useBurialWords()
  const say = useSay()
  const order = { yes: 0, unknown: 1, no: 2 } as const
  const policies = [...quote.policies].sort((a, b) => order[a.answer] - order[b.answer])
  return (
    <section aria-label={t('policies')}>
      <h3>{t('policies')}</h3>
      {policies.length === 0 && <p className="quiet">{t('noPolicies')}</p>}
      {policies.map((policy) => (
        <details key={policy.policy} className="fold policy-answer" open={policy.answer === 'unknown'}>
          <summary>
            <span className={`tag ${tones[policy.answer]}`}>{t(`answer.${policy.answer}`)}</span> <b>{say(policy.title)}</b> <span className="quiet">{policy.documentNumber === '' ? t('noDocumentNumber') : policy.documentNumber}</span>{!policy.verified && <span className="tag answer">{t('unverified')}</span>}
          </summary>
          <ul className="fold-body">
            {policy.document !== '' && <li className="quiet">{policy.document}</li>}
            {policy.reasons.map((reason) => <li key={reason.message.en}><span className={`reason-mark ${reason.answer}`} aria-hidden="true">{reason.answer === 'yes' ? '✓' : reason.answer === 'no' ? '✗' : '?'}</span> <span className="hidden-words">{t(`answer.${reason.answer}`)}</span>{say(reason.message)}</li>)}
          </ul>
        </details>
      ))}
    </section>
  )
}

/** What each layer gives: its class, its cap for the case with the order of the cuts, and who pays. */
const Grants = ({ quote }: { readonly quote: Quote }) => {
  const t = useBurialWords()
  const say = useSay()
  if (quote.grants.length === 0) return null
  return (
    <section aria-label={t('grants')}>
      <h3>{t('grants')}</h3>
      {quote.grants.map((grant) => (
        <div key={grant.id} className="grant">
          <p><b>{say(grant.title)}</b> · {say(grant.className)} <b className="mono">{writeFen(grant.waivedFen)}</b></p>
          {grant.caseCapFen !== null && (
            <p>{t('caseCap', { cap: writeFen(grant.caseCapFen), sum: writeFen(grant.beforeCapFen) })} {grant.caseCuts.length === 0 ? t('withinCap') : <>{t('cutInOrder')} {grant.caseCuts.map((cut, index) => <span key={cut.item} className="cut">{index + 1}. {say(titleOf(cut.item as WaiverItem))} −{writeFen(cut.fen)}</span>)}</>}</p>
          )}
          {grant.bearers.length > 0 && <p className="quiet">{t('bearers')} {grant.bearers.map((bearer) => `${say(bearer.title)} ${writeFen(bearer.fen)}`).join(' · ')}</p>}
        </div>
      ))}
    </section>
  )
}

/** Why a quote came out as it did. */
export const QuoteWhy = ({ quote }: { readonly quote: Quote }) => <div className="quote-why"><Policies quote={quote} /><Grants quote={quote} /></div>
