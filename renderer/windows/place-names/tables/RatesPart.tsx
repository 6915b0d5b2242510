import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Period } from '../../../pages/statistics/period.ts'
import type { Reply } from '../../../shared/client.ts'
import { number, percent } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { words } from './words.ts'

type Rate = Reply<'placeNameRates'>['rates'][number]
const step = 20
/** Where a case shows what was done of each duty. */
const placeOf: Readonly<Record<string, string>> = { supplement: 'accepted', decision: 'decision', delivery: 'delivered', filing: 'filings', notice: 'notices', sign: 'signs' }

const LateCases = ({ rate }: { readonly rate: Rate }) => {
  const t = useWords(words)
  const [shown, setShown] = useState(step)
  if (rate.cases.length === 0) return <p className="quiet">{t('noLateCases')}</p>
  return (
    <div>
      <p className="quiet">{t('lateCases')}</p>
      <ul className="late-cases">{rate.cases.slice(0, shown).map(({ id, title }) => <li key={id}><Link href={`/place-names/${id}?field=${placeOf[rate.id] ?? 'compliance'}`} className="data">{title === '' ? id : title}</Link></li>)}</ul>
      {rate.cases.length > shown && <Button size="small" onClick={() => setShown(shown + step)}>{t('moreCases', { n: Math.min(step, rate.cases.length - shown) })}</Button>}
    </div>
  )
}

/** How often each duty was kept in time, with both numbers of the rate and the cases behind what was not. */
export const RatesPart = ({ period }: { readonly period: Period }) => {
  const t = useWords(words)
  const say = useSay()
  const rates = useRoute('placeNameRates', { query: { ...period } }, { keep: true })
  return (
    <Section title={t('rates')}>
      <p className="quiet">{t('ratesLead')}</p>
      <Loaded of={rates}>
        {(data) => (
          <ul className="rate-list">
            {data.rates.map((rate) => {
              const judged = rate.met + rate.late + rate.overdue
              return (
                <li key={rate.id} className="rate">
                  <div className="rate-number">{judged === 0 ? <span className="quiet">—</span> : percent(rate.met, judged)}</div>
                  <div>
                    <p className="row"><b>{say(rate.title)}</b> <span className="quiet">{judged === 0 ? t('ratesNone') : t('ratesOf', { met: number(rate.met), judged: number(judged) })}</span></p>
                    <p className="row">
                      <span>{t('met')} {number(rate.met)}</span>
                      <span className={rate.late > 0 ? 'tag answer' : 'quiet'}>{t('late')} {number(rate.late)}</span>
                      <span className={rate.overdue > 0 ? 'tag stop' : 'quiet'}>{t('overdue')} {number(rate.overdue)}</span>
                      <span className="quiet">{t('open')} {number(rate.open)}</span>
                    </p>
                    {judged > 0 && <LateCases rate={rate} />}
                  </div>
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
