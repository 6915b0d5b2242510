import { Button } from 'antd'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Choices } from '../../../../case/form/choices.tsx'
import { useField } from '../../../../case/form/store.ts'
import { latest } from '../../../../case/papers.ts'
import { changedSections } from '../../../../case/form/changes.ts'
import { instantNow } from '../../../../case/form/InstantField.tsx'
import { ApiFailure } from '../../../../shared/client.ts'
import { DayField } from '../../../../shared/DayField.tsx'
import { Fields } from '../../../../shared/Field.tsx'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { useRoute } from '../../../../shared/query.ts'
import { useSession } from '../../../../shared/session.tsx'
import { ActField, useBurial, useBurialCase, useBurialWords, useWaiverFile } from '../parts.tsx'
import { isOpen, standingSettlement } from '../steps.ts'
import { BillTable } from '../fees/BillTable.tsx'
import type { Bill } from '../fees/bill.ts'
import { daysToClaim, emptyBill, typedBill } from '../fees/bill.ts'
import { Questions } from '../fees/Questions.tsx'
import { QuoteWhy } from '../fees/QuoteWhy.tsx'
import { Settlements } from '../fees/Settlements.tsx'
import { useQuote } from '../fees/useQuote.ts'

/** How many days are left for a claim. */
const ClaimDays = ({ until, today }: { readonly until: string; readonly today: string }) => {
  const t = useBurialWords()
  const left = daysToClaim(until, today)
  if (left === undefined) return <p className="quiet">{t('claimNoDeadline')}</p>
  return <p><span className={`tag ${left < 0 ? 'stop' : left <= 14 ? 'answer' : 'good'}`}>{left < 0 ? t('claimOver', { n: -left }) : t('claimLeft', { n: left })}</span> {t('claimUntil', { day: until })}</p>
}

/** 费用与减免: the bill, what each line is relieved of and why, the questions that are open, and the settlement. */
const FeesOf = ({ claim }: { readonly claim: boolean }) => {
  const t = useBurialWords()
  const { office } = useSession()
  const { desk: place, editable } = useBurial()
  const { desk, current, busy, today, may, preview } = useBurialCase()
  const file = useWaiverFile()
  const elsewhere = current?.elsewhere ?? null
  const away = elsewhere !== null || (current === undefined && claim)
  const usual = away ? 'claim' : 'till'
  const [typed, setTyped] = useField(place.store, 'bill')
  const bill = typed ?? emptyBill(usual)
  const setBill = (next: Bill) => setTyped(typedBill(next, usual))
  const prices = useRoute('listPrices', { query: { day: today as never } }, { fresh: 60_000 })
  const cremationArea = elsewhere?.area ?? current?.cremation?.area ?? office.area
  const actualDay = elsewhere?.day ?? current?.cremation?.day ?? ''
  const lying = actualDay === '' && (current === undefined ? !claim : isOpen(current.state))
  const cremationDay = lying ? (bill.expected === '' ? today : bill.expected) : actualDay
  const { quote, failure: quoteFailure, pending } = useQuote({ caseId: current?.id, revision: current?.revision ?? 0, file, bill, cremationArea, cremationDay })
  const settled = current === undefined ? undefined : standingSettlement(current)
  const writable = editable && may('waiver.settle')
  /** Who only looks sees what was settled, and no empty bill. */
  const making = writable || bill.lines.length > 0
  const open = quote?.questions.length ?? 0
  const gone = current !== undefined && actualDay !== ''
  const ready = gone && writable && quote !== undefined && !pending && quoteFailure === undefined && quote.answer === 'yes' && open === 0 && quote.waivedFen > 0
  const stands = current === undefined ? t('settleAfterOpening') : !gone ? t('settleAfterCremation') : quote === undefined ? t('settleNoBill') : open > 0 ? t('settleQuestions', { n: open }) : quote.answer !== 'yes' ? t('settleNothing') : quote.waivedFen === 0 ? t('settleZero') : ''
  const settle = async (): Promise<boolean> => {
    // Before the cremation the bill is only worked out; it waits in the draft.
    if (bill.lines.length === 0 || !gone) return true
    if (!ready) return false
    const done = await desk.send('settleWaiver', { bill: { lines: bill.lines, mode: bill.mode, invoice: bill.invoice, cremationArea, cremationDay } })
    if (done === undefined) return false
    setTyped(undefined)
    void desk.autosave.flush()
    const paper = latest(done.papers.filter((line) => line.ready && line.paper === (bill.mode === 'claim' ? 'burial.claimSlip' : 'burial.waiverSheet')))
    if (paper.length > 0) preview(paper)
    return true
  }
  useSectionAct('fees', settle)
  /** Facts typed in other sections that the register does not have yet; the answers given here go with the question. */
  const unsaved = (): boolean => current !== undefined && Object.keys(changedSections(current.file, place.store.get())).some((section) => section !== 'waiverFlags' && section !== 'grant' && section !== 'bill')
  const stay = { arrivedAt: current?.received?.arrivedAt ?? '', until: current?.cremation?.startedAt ?? instantNow() }
  return (
    // What was typed above counts in the quote: it is put into the case before the bill is made.
    <div className="burial-part fees" data-quote={quote === undefined ? '' : String(quote.waivedFen)} onFocus={(event) => { if (editable && !event.currentTarget.contains(event.relatedTarget) && unsaved()) void desk.commit() }}>
      <Settlements />
      {making && <div className="row">
        <Choices label={t('mode')} value={bill.mode} disabled={!writable} options={(['till', 'claim'] as const).map((mode) => [mode, t(`mode.${mode}`)] as const)} onChoose={(mode) => setBill({ ...bill, mode })} />
        {lying && <label className="row">{t('expectedDay')} <DayField value={cremationDay} disabled={!writable} onChange={(expected) => setBill({ ...bill, expected: expected === today ? '' : expected })} /></label>}
      </div>}
      {making && bill.mode === 'claim' && (
        <Fields>
          <ActField name="bill.invoice" label={t('invoice')} required span={3}><DayField value={bill.invoice} disabled={!writable} onChange={(invoice) => setBill({ ...bill, invoice })} /></ActField>
          <div className="fact span-9 beside-field">{quote !== undefined && <ClaimDays until={quote.claimUntil} today={today} />}</div>
        </Fields>
      )}
      {making && <BillTable bill={bill} prices={prices.data?.prices ?? []} quote={bill.lines.length === 0 ? undefined : quote} failure={quoteFailure} stay={stay} pending={pending} disabled={!writable} onChange={setBill} />}
      {quoteFailure !== undefined && !(quoteFailure instanceof ApiFailure && quoteFailure.field?.startsWith('lines.') === true) && <FailurePanel failure={quoteFailure} safe />}
      <Questions quote={bill.lines.length === 0 ? undefined : quote} />
      {quote !== undefined && bill.lines.length > 0 && <QuoteWhy quote={quote} />}
      {writable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} disabled={!ready} onClick={() => void settle()}>{settled === undefined ? t('settle') : t('settleMore')}</Button>
          {stands !== '' && bill.lines.length > 0 && <span className="quiet">{stands}</span>}
        </div>
      )}
    </div>
  )
}

export const FeesSection = () => <FeesOf claim={false} />
export const ClaimFees = () => <FeesOf claim />
