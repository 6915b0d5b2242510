import '../case/burial.css'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { WaiverFacts } from '../../../../domain/waiver/facts.ts'
import type { WaiverPolicy, WorkedExample } from '../../../../domain/waiver/policy.ts'
import { ApiFailure, call, type Reply } from '../../../shared/client.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { writeFen } from '../../../shared/MoneyField.tsx'
import { FailurePanel } from '../../../shared/Page.tsx'
import { QuoteWhy } from '../case/fees/QuoteWhy.tsx'
import { emptyExample, emptyFacts } from './drafts.ts'
import { DayAt } from '../../../shared/draftFields.tsx'
import { FactsForm } from './FactsForm.tsx'
import { DraftProvider, draftStore, type DraftStore } from '../../../shared/draft.ts'
import { flagsAsked } from './work.ts'
import { words } from './words.ts'

interface Trial { readonly day: string; readonly facts: WaiverFacts }
type Quoted = Reply<'quoteWaiver'>

const Outcome = ({ quoted }: { readonly quoted: Quoted }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <>
      <div className="table-frame"><table className="plain-table">
        <thead><tr><th scope="col">{t('item')}</th><th scope="col" className="end">{t('amount')}</th><th scope="col" className="end">{t('cap')}</th><th scope="col" className="end">{t('waived')}</th><th scope="col" className="end">{t('selfPaid')}</th><th scope="col">{t('why')}</th></tr></thead>
        <tbody>{quoted.lines.map((line) => <tr key={line.id}><th scope="row">{say(line.title)}</th><td className="end">{writeFen(line.actualFen)}</td><td className="end">{line.capFen === null ? '' : writeFen(line.capFen)}</td><td className="end"><b>{writeFen(line.waivedFen)}</b></td><td className="end">{writeFen(line.selfPaidFen)}</td><td className="quiet">{say(line.clause)} {say(line.message)} {line.cuts.map((cut) => say(cut.message)).join(' ')}</td></tr>)}</tbody>
        <tfoot><tr><th scope="row">{t('total')}</th><td className="end">{writeFen(quoted.actualFen)}</td><td /><td className="end"><b>{writeFen(quoted.waivedFen)}</b></td><td className="end"><b>{writeFen(quoted.selfPaidFen)}</b></td><td /></tr></tfoot>
      </table></div>
      {quoted.questions.map((question) => <p key={`${question.field} ${question.message.en}`} className="finding-note answer">{say(question.message)}</p>)}
      <QuoteWhy quote={quoted} />
    </>
  )
}

/** Quotes any bill against the draft, without saving anything. */
export const TryOut = ({ policy, sound, store: draft, onKeep }: { readonly policy: WaiverPolicy; readonly sound: boolean; readonly store: DraftStore<WaiverPolicy>; readonly onKeep: () => void }) => {
  const t = useWords(words)
  const day = policy.from.length === 10 ? policy.from : '2026-01-01'
  const [, redraw] = useState(0)
  const store = useMemo(() => draftStore<Trial>({ day, facts: emptyFacts(policy.areas[0] ?? '', day) }, () => redraw((now) => now + 1)), []) // eslint-disable-line react-hooks/exhaustive-deps
  const [quoted, setQuoted] = useState<Quoted>()
  const [failure, setFailure] = useState<unknown>(null)
  const trial = store.get()
  useEffect(() => {
    if (!sound || trial.facts.lines.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      call('quoteWaiver', { body: { facts: trial.facts, day: trial.day, policy } as never }, abort.signal).then((reply) => { setQuoted(reply); setFailure(null); store.setFaults([]) }, (error: unknown) => {
        if (abort.signal.aborted) return
        const field = error instanceof ApiFailure ? (error.field ?? '') : ''
        if (error instanceof ApiFailure && field !== '') store.setFaults([{ field, message: error.text }])
        setFailure(error)
      })
    }, 200)
    return () => { clearTimeout(timer); abort.abort() }
  }, [policy, trial, sound, store])
  const keep = (): void => {
    const examples = draft.get().examples
    const made: WorkedExample = { ...emptyExample(examples, policy.areas[0] ?? '', trial.day), day: trial.day, facts: trial.facts }
    draft.put('examples', [...examples, { ...made, expected: quoted === undefined ? made.expected : { answer: quoted.answer, waivedFen: quoted.waivedFen, selfPaidFen: quoted.selfPaidFen, items: {} } }])
    onKeep()
  }
  return (
    <DraftProvider value={store as DraftStore<unknown>}>
      <div className="try-out">
        <Fields><DayAt path="day" span={3} label={t('exampleDay')} /></Fields>
        <FactsForm path="facts" flags={flagsAsked(policy)} />
        <FailurePanel failure={failure} />
        {trial.facts.lines.length === 0 ? <p className="quiet">{t('tryEmpty')}</p> : quoted !== undefined && <Outcome quoted={quoted} />}
        {quoted !== undefined && trial.facts.lines.length > 0 && <div className="row"><Button onClick={keep}>{t('toExample')}</Button> <span className="quiet">{t('takeNote')}</span></div>}
      </div>
    </DraftProvider>
  )
}
