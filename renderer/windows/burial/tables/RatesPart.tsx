import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { rateBases, type RateBase } from '../../../../domain/burial/rates.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { call } from '../../../shared/client.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { number, percent } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { estimateDeaths, readCount as whole } from './months.ts'
import { words } from './words.ts'

const tones = { stated: 'good', missing: 'answer', selfMade: 'stop', above: 'stop' } as const
const DenominatorDialog = ({ period, onClose, onDone }: { readonly period: string; readonly onClose: () => void; readonly onDone: () => void }) => {
  const t = useWords(words)
  const [form, setForm] = useState({ period, base: '' as RateBase | '', value: '', population: '', perThousand: '', source: '', fromNumerator: false, reason: '' })
  const put = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }))
  const estimated = form.base === 'estimatedDeaths'
  const value = estimated ? estimateDeaths(form.population, form.perThousand) : whole(form.value)
  const periodFits = /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(form.period)
  const missing = !periodFits ? 'period' : form.base === '' ? 'base' : value === undefined ? (estimated ? (whole(form.population) === undefined ? 'population' : 'perThousand') : 'value') : form.source.trim().length < 2 ? 'source' : form.reason.trim().length < 2 ? 'reason' : undefined
  const send = () => call('enterDenominator', { body: { period: form.period, base: form.base as RateBase, value: value ?? 0, source: form.source.trim(), fromNumerator: form.fromNumerator, reason: form.reason.trim(), ...(estimated ? { population: Number(form.population), perThousand: Number(form.perThousand) } : {}) } })
  return (
    <ActDialog title={t('enter')} width={680} missing={missing} onCancel={onClose} onDone={onDone} act={send}>
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string, words = t('needed')): string | undefined => (tried && missing === path ? words : undefined)
        return (
          <Fields>
            <Field path="period" span={4} label={t('forPeriod')} required hint={t('forPeriodHint')} {...more} problem={needed('period', t('forPeriodHint'))}><Input value={form.period} maxLength={7} autoComplete="off" onChange={(event) => put({ period: event.target.value.trim() })} /></Field>
            <Field path="base" span={8} label={t('base')} required {...more} problem={needed('base')}><CodeSelect codes={false} table={rateBases} value={form.base} onChange={(base) => put({ base: base as RateBase | '' })} /></Field>
            {estimated ? (
              <>
                <Field path="population" span={6} label={t('population')} required {...more} problem={needed('population', t('wholeNumber'))}><Input value={form.population} inputMode="numeric" maxLength={10} autoComplete="off" onChange={(event) => put({ population: event.target.value })} /></Field>
                <Field path="perThousand" span={6} label={t('perThousand')} required hint={value === undefined ? undefined : t('estimated', { n: number(value) })} {...more} problem={needed('perThousand')}><Input value={form.perThousand} inputMode="decimal" maxLength={8} autoComplete="off" onChange={(event) => put({ perThousand: event.target.value })} /></Field>
              </>
            ) : <Field path="value" span={4} label={t('value')} required {...more} problem={needed('value', t('wholeNumber'))}><Input value={form.value} inputMode="numeric" maxLength={10} autoComplete="off" onChange={(event) => put({ value: event.target.value })} /></Field>}
            <Field path="source" span={estimated ? 12 : 8} label={t('source')} required hint={t('sourceHint')} {...more} problem={needed('source')}><Input value={form.source} maxLength={200} autoComplete="off" onChange={(event) => put({ source: event.target.value })} /></Field>
            <Field path="fromNumerator" group label={<span className="hidden-words">{t('fromNumerator')}</span>} hint={t('fromNumeratorHint')} {...more}><div><Checkbox checked={form.fromNumerator} onChange={(event) => put({ fromNumerator: event.target.checked })}>{t('fromNumerator')}</Checkbox></div></Field>
            <Field path="reason" label={t('reason')} required {...more} problem={needed('reason')}><Input value={form.reason} maxLength={400} autoComplete="off" onChange={(event) => put({ reason: event.target.value })} /></Field>
          </Fields>
        )
      }}
    </ActDialog>
  )
}

/** Rates with the denominator named; where it is missing or made out of the numerator, words stand in place of a per cent. */
export const RatesPart = ({ period }: { readonly period: { readonly from: string; readonly to: string } }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [entering, setEntering] = useState(false)
  const rates = useRoute('burialRates', { query: { ...period } }, { keep: true })
  const month = period.from.slice(0, 7) === period.to.slice(0, 7) ? period.from.slice(0, 7) : period.from.slice(0, 4)
  return (
    <>
      <Section title={t('rates')} acts={may('reference.write') && <Button type="primary" onClick={() => setEntering(true)}>{t('enter')}</Button>}>
        <p className="quiet">{t('ratesLead')}</p>
        <Loaded of={rates}>
          {(data) => (
            <ul className="rate-list">
              {data.rates.map((rate) => (
                <li key={`${rate.id} ${rate.denominator?.base ?? ''}`} className="rate">
                  <div className="rate-number">{rate.rate === null || rate.denominator === null ? <span className="quiet">{t('noRate')}</span> : percent(rate.numerator, rate.denominator.value)}</div>
                  <div>
                    <b>{say(rate.title)}</b> <span className={`tag ${tones[rate.state]}`}>{t(`state.${rate.state}`)}</span>
                    <p>{say(rate.message)}</p>
                    <p className="quiet">{t('numerator')} {number(rate.numerator)} · {t('denominator')} {rate.denominator === null ? '—' : <>{say(rate.denominator.title)} {number(rate.denominator.value)} · <span className="data">{rate.denominator.source}</span></>}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Section title={t('denominators')}>
        {rates.data !== undefined && (rates.data.denominators.length === 0 ? <p className="quiet">{t('noDenominators')}</p> : (
          <div className="table-frame"><table className="plain-table">
            <thead><tr><th scope="col">{t('forPeriod')}</th><th scope="col">{t('base')}</th><th scope="col" className="end">{t('value')}</th><th scope="col">{t('source')}</th><th scope="col">{t('enteredOn')}</th></tr></thead>
            <tbody>{rates.data.denominators.map((row) => <tr key={`${row.period} ${row.base} ${row.day}`}><th scope="row">{row.period}</th><td>{say(row.title)}</td><td className="end">{number(row.value)}</td><td><span className="data">{row.source}</span> {row.fromNumerator && <span className="tag stop">{t('selfMadeMark')}</span>}</td><td className="quiet">{row.day} <span className="data">{row.by}</span></td></tr>)}</tbody>
          </table></div>
        ))}
      </Section>
      {entering && <DenominatorDialog period={month} onClose={() => setEntering(false)} onDone={() => { setEntering(false); void rates.refetch() }} />}
    </>
  )
}
