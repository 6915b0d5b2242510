import { useEffect, useRef, useState } from 'react'
import { waiverFactsOf } from '../../../../../domain/burial/waiver-facts.ts'
import type { BurialFile } from '../../../../../domain/burial/file.ts'
import type { WaiverFacts } from '../../../../../domain/waiver/facts.ts'
import { call } from '../../../../shared/client.ts'
import type { Bill, Quote } from './bill.ts'

export interface Asked {
  readonly caseId: string | undefined
  readonly revision: number
  readonly file: BurialFile
  readonly bill: Bill
  readonly cremationArea: string
  readonly cremationDay: string
}

export interface Quoted {
  readonly quote: Quote | undefined
  readonly failure: unknown
  /** An answer to what stands in the bill now is on its way. */
  readonly pending: boolean
}

const unsettled = { received: null, cremation: null, elsewhere: null } as const
/** The answers to the questions of a waiver, the funeral grant among them as far as it is proven. */
export const flagsOf = (file: BurialFile): WaiverFacts['flags'] => waiverFactsOf({ file, ...unsettled }, { lines: [], mode: 'till', invoice: '', settled: [], cremationArea: '', cremationDay: '' }).flags

const bodyOf = ({ caseId, file, bill, cremationArea, cremationDay }: Asked) => {
  const given = { lines: [...bill.lines], mode: bill.mode, invoice: bill.invoice, cremationArea, cremationDay }
  return caseId === undefined ? { facts: waiverFactsOf({ file, ...unsettled }, { ...given, settled: [] }) } : { caseId, bill: given, flags: flagsOf(file) }
}

/** Asks what is waived a moment after the last key; the former answer stands until the next is there. */
export const useQuote = (asked: Asked, pause = 180): Quoted => {
  const [found, setFound] = useState<Quoted>({ quote: undefined, failure: undefined, pending: false })
  const body = JSON.stringify(bodyOf(asked))
  const empty = asked.bill.lines.length === 0
  const latest = useRef(asked)
  useEffect(() => {
    latest.current = asked
  })
  useEffect(() => {
    if (empty) {
      setFound({ quote: undefined, failure: undefined, pending: false })
      return
    }
    const abort = new AbortController()
    setFound((before) => ({ ...before, pending: true }))
    const timer = setTimeout(() => {
      call('quoteWaiver', { body: bodyOf(latest.current) as never }, abort.signal).then(
        (quote) => { if (!abort.signal.aborted) setFound({ quote, failure: undefined, pending: false }) },
        (failure: unknown) => { if (!abort.signal.aborted) setFound((before) => ({ ...before, failure, pending: false })) },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [body, empty, pause, asked.revision])
  return found
}
