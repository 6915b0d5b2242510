import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PaperLine } from '../../api/schemas/case.ts'
import { ApiFailure } from '../shared/client.ts'
import { focusField } from '../shared/Field.tsx'
import { fieldsOf as fieldsIn, onEnterNext, usePageKeys } from '../shared/keyboard.ts'
import { FailurePanel, Page } from '../shared/Page.tsx'
import { useRoute } from '../shared/query.ts'
import { useSession } from '../shared/session.tsx'
import { StepBar } from '../shared/StepBar.tsx'
import { CardDialog } from './card/CardDialog.tsx'
import { blockForCard, useCard } from './card/useCard.ts'
import { ConflictPanel, SaveWords } from './desk/banners.tsx'
import type { CasePlace, SectionAct } from './desk/context.tsx'
import { CasePlaceProvider, useCaseView, useCaseWords, useWindow } from './desk/context.tsx'
import type { CaseDesk } from './desk/desk.ts'
import { CorrectionDialog } from './dialogs/CorrectionDialog.tsx'
import { FoldSection } from './FoldSection.tsx'
import { countiesOn } from './form/areas.ts'
import { useFindings } from './form/findings.ts'
import type { Printing } from './papers.ts'
import { latest, papersNamed } from './papers.ts'
import { PreviewDialog } from './PreviewDialog.tsx'
import { AfterActs, Archive, CaseHistory, CasePapers, Inspection } from './sections/AfterSection.tsx'
import { onSpaceNext } from './sections/ticks.ts'
import type { AnyWindow, CaseReply, SectionSpec, Step } from './spec.ts'
import { actKind } from './spec.ts'
import { nextSection } from './steps.ts'

const stepsNow = (spec: AnyWindow, desk: CaseDesk): readonly Step[] => {
  const { current } = desk.view()
  return spec.steps({ file: desk.store.get(), current, state: current?.state ?? 'new', findings: current === undefined || spec.amendable(current) ? desk.findings.all() : [] })
}

const Steps = ({ desk, onGo }: { readonly desk: CaseDesk; readonly onGo: (section: string) => void }) => {
  const t = useCaseWords()
  const spec = useWindow()
  useFindings(desk.findings)
  const { current } = useCaseView(desk)
  const bar = { done: 'done', blocked: 'blocked', next: 'now', later: 'next' } as const
  const steps = stepsNow(spec, desk)
  const shown = spec.bar?.(steps, current, t as (key: string) => string) ?? steps.map((step) => ({ id: step.id, title: t(`section.${step.id}`), state: step.state, note: step.stops + step.questions }))
  return <StepBar onGo={onGo} steps={shown.map((step) => ({ id: step.id, title: step.title, state: bar[step.state], ...(step.note > 0 ? { note: String(step.note) } : {}) }))} />
}

/** The section the focus is in. */
const findFocused = (spec: AnyWindow): SectionSpec | undefined => {
  const id = document.activeElement?.closest('[data-section]')?.getAttribute('data-section')
  return spec.sections.find((section) => section.id === id)
}
const decidedState = (spec: AnyWindow, current: CaseReply | undefined): boolean => current !== undefined && !spec.amendable(current)

/** Draws the page anew once the fact in its heading has come to rest: not at each of its keys. */
const useHeading = (desk: CaseDesk, path: string, pause = 400): void => {
  const [, draw] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unfollow = desk.store.subscribe(path, () => {
      clearTimeout(timer)
      timer = setTimeout(() => draw((count) => count + 1), pause)
    })
    return () => {
      clearTimeout(timer)
      unfollow()
    }
  }, [desk, path, pause])
}

export const CaseBody = ({ desk }: { readonly desk: CaseDesk }) => {
  const t = useCaseWords()
  const spec = useWindow()
  const { account, office, may } = useSession()
  const { current, busy, failure, correcting } = useCaseView(desk)
  useHeading(desk, spec.titlePath)
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({})
  const state = current?.state ?? 'new'
  const standing = spec.stateOf(current)
  // A decision folds what came before it and unfolds what comes next.
  const [foldsOf, setFoldsOf] = useState(state)
  if (foldsOf !== state) {
    setFoldsOf(state)
    if (spec.refolds(state)) setFolds({})
  }
  const [card, setCard] = useState<string>()
  const [previewed, setPreviewed] = useState<readonly PaperLine[]>()
  const [submitting, setSubmitting] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const cards = useCard(spec, desk)
  const printers = useRoute('listCalibrations', {}, { fresh: 60_000 })
  const printing = useMemo<Printing>(() => ({ mode: printers.data?.certificateMode ?? 'whole', printer: printers.data?.defaultPrinter ?? '' }), [printers.data])
  const undecided = !decidedState(spec, current)
  const editable = (undecided && may('case.write')) || correcting
  const openNow = useCallback((id: string): boolean => folds[id] ?? (id === 'after' ? !undecided : spec.opened(id, current, correcting)), [folds, undecided, correcting, spec, current])
  const go = useCallback((section: string, scroll = true) => {
    // The section unfolds at once and its first field that waits takes the focus before the next key can arrive.
    flushSync(() => setFolds((now) => ({ ...now, [section]: true })))
    const place = root.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)
    if (place === null || place === undefined) return
    if (scroll) place.scrollIntoView({ block: 'start' })
    const primary = place.querySelector<HTMLElement>('[data-primary]')
    const fields = fieldsIn(primary ?? place)
    const waiting = spec.sections.find((one) => one.id === section)?.ticks === true ? fields.find((field) => !(field instanceof HTMLInputElement) || field.type !== 'checkbox' || !field.checked) : undefined
    const target = waiting ?? fields[0]
    target?.focus({ preventScroll: true })
    // A serial that was filled in from stock is replaced by the one that is scanned.
    if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  }, [spec])
  const acts = useRef(new Map<string, SectionAct>()).current
  const from = useRef<Element | null>(null)
  const preview = useCallback((papers: readonly PaperLine[]) => {
    if (papers.length === 0) return
    from.current = document.activeElement
    setPreviewed(papers)
  }, [])
  const lastIn = useRef<string>(undefined)
  const lastAt = useRef<HTMLElement>(undefined)
  /** Back into the section of the last work, where the focus was lost with a form or a dialog. */
  const home = useCallback(() => {
    // Where the clerk was, if it still stands there: a dialog over it leaves it as it was.
    const before = lastAt.current
    if (before !== undefined && before.isConnected && before.offsetParent !== null) before.focus({ preventScroll: true })
    if (before !== undefined && document.activeElement === before) return
    const place = root.current?.querySelector<HTMLElement>(`[data-section="${lastIn.current ?? ''}"]`)
    const next = [...(place?.querySelectorAll<HTMLElement>('.section-acts button:enabled:not(.ant-btn-dangerous)') ?? [])].find((button) => button.offsetParent !== null)
    ;(next ?? place?.querySelector<HTMLElement>('.fold-head button'))?.focus({ preventScroll: true })
  }, [])
  /** A dialog gives the focus back to where the clerk was. */
  const back = useCallback(() => {
    const place = from.current
    setTimeout(() => {
      if (document.activeElement !== document.body && document.activeElement !== null) return
      if (place instanceof HTMLElement && place !== document.body && place.isConnected) place.focus({ preventScroll: true })
      if (document.activeElement === document.body) home()
    }, 60)
  }, [home])
  const askCard = useCallback(() => {
    from.current = document.activeElement
    setCard(blockForCard(spec, desk))
  }, [spec, desk])
  const beginCorrection = useCallback(() => {
    desk.correct(true)
    go(spec.correctsIn)
  }, [desk, go, spec])
  const place = useMemo<CasePlace>(
    () => ({ spec, desk, editable, today: office.today, sample: office.sample, account, may, go, preview, acts, printing, cards, askCard, beginCorrection }),
    [spec, desk, editable, office, account, may, go, preview, acts, printing, cards, askCard, beginCorrection],
  )
  const closed = useMemo<CasePlace>(() => ({ ...place, editable: false }), [place])

  /** The section the focus is in, else the first that waits for work. */
  const sectionInFocus = (): string => findFocused(spec)?.id ?? nextSection(stepsNow(spec, desk)) ?? stepsNow(spec, desk).at(-1)?.id ?? ''
  const forward = async () => {
    if (correcting) {
      setSubmitting(true)
      return
    }
    const waiting = nextSection(stepsNow(spec, desk))
    if (findFocused(spec) === undefined && waiting !== undefined) {
      go(waiting)
      return
    }
    const section = sectionInFocus()
    const leave = async (): Promise<boolean> => {
      const act = acts.get(section)
      if (act !== undefined) return act()
      // From the photo on, results are kept in the case: it is opened here.
      const opening = spec.sections.find((one) => one.id === section)?.opens === true && desk.view().current === undefined && editable
      return !opening || (await desk.commit()) !== undefined
    }
    if (!(await leave())) return
    const steps = stepsNow(spec, desk)
    const at = steps.findIndex((step) => step.id === section)
    // A section beside the steps leads nowhere.
    if (at < 0) return
    const next = steps.slice(at + 1).find((step) => step.state !== 'done') ?? steps[at + 1]
    if (next !== undefined) go(next.id)
  }
  const save = async () => {
    if (state === 'new') await desk.autosave.flush()
    else if (editable && !correcting) await desk.commit()
  }
  const show = async () => {
    const saved = editable && !correcting ? await desk.commit() : desk.view().current
    if (saved === undefined) return
    const name = spec.sections.find((one) => one.id === sectionInFocus())?.paper
    const papers = name === undefined ? [] : latest(papersNamed(saved, name))
    preview(papers.length > 0 ? papers : (spec.papersNow?.(saved) ?? latest(saved.papers.filter((paper) => paper.ready))))
  }
  const keyed = (spec.keyed?.(current) ?? spec.sections.map((section) => section.id)).slice(0, 9)
  usePageKeys([
    { key: 'F2', label: t('keySave'), run: () => void save(), disabled: !editable || busy },
    ...(spec.cards === undefined ? [] : [{ key: 'F4', label: t('keyCard'), run: askCard, disabled: !editable }]),
    { key: 'F8', label: t('keyPrint'), run: () => void show(), disabled: busy || !may('case.print') || state === 'new' },
    { key: 'F9', label: t('keyStep'), run: () => void forward(), disabled: busy },
    ...keyed.map((section, index) => ({ key: `Alt+${String(index + 1)}`, label: t('keySection'), quiet: index > 0, run: () => go(section) })),
  ])
  useEffect(() => {
    // A report leads to the field that it speaks of.
    const asked = new URLSearchParams(location.search).get('field')
    if (asked !== null) {
      queueMicrotask(() => {
        // The points of an inspection stand with what comes afterwards.
        go(asked.startsWith('inspection.') ? 'after' : spec.sectionOfField(asked, desk.view().current))
        focusField(asked)
      })
      return
    }
    const first = nextSection(stepsNow(spec, desk))
    if (first === undefined || document.activeElement?.closest('[data-section]') !== null) return
    // After the effect: the page is drawn again at once, which an effect may not ask for.
    queueMicrotask(() => go(first, first !== spec.sections[0]?.id))
    // Once, when the case comes up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk])
  useEffect(() => {
    // An act takes its form and its button away: the focus stays in the section in which it was done.
    let tries = 0
    const timer = setInterval(() => {
      tries += 1
      const { activeElement } = document
      if (busy || tries > 25 || (activeElement !== null && activeElement !== document.body)) return clearInterval(timer)
      if (document.querySelector('.ant-modal') === null) home()
    }, 60)
    return () => clearInterval(timer)
  }, [busy, current?.revision, home])
  useEffect(() => {
    // What the door turned down is shown where it can be mended.
    if (!(failure instanceof ApiFailure) || failure.field === undefined || failure.code === 'stock') return
    const { field } = failure
    if (document.querySelector(`[data-field="${CSS.escape(field)}"]`) === null) return
    queueMicrotask(() => {
      flushSync(() => setFolds((now) => ({ ...now, [spec.sectionOfField(field, desk.view().current)]: true })))
      focusField(field)
    })
  }, [failure, spec, desk])
  useEffect(() => {
    // Three thousand counties and their initials are made before the first key of an address needs them.
    if (!editable) return
    const idle = requestIdleCallback(() => void countiesOn(office.today), { timeout: 4000 })
    return () => cancelIdleCallback(idle)
  }, [editable, office.today])
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      const saved = desk.autosave.state().kind
      void desk.autosave.flush()
      if (saved === 'failed') event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [desk])

  const section = ({ id, early, from: since, Content, Summary }: SectionSpec) => {
    const reached = since === undefined ? early === true || (current !== undefined && (current.number ?? '') !== '') : since.reached(current)
    const writable = correcting || (spec.sectionOpen?.(id, current) ?? true)
    const key = keyed.indexOf(id)
    return (
      <FoldSection key={id} id={id} {...(key >= 0 && { number: key + 1 })} title={(t as (key: string) => string)(spec.sectionWord?.(id, desk.store.get()) ?? `section.${id}`)} open={openNow(id)} onToggle={(open) => setFolds((now) => ({ ...now, [id]: open }))} {...(Summary !== undefined && { summary: <CasePlaceProvider value={place}><Summary /></CasePlaceProvider> })}>
        {reached ? <CasePlaceProvider value={writable ? place : closed}><Content /></CasePlaceProvider> : <p className="quiet">{(t as (key: string) => string)(since?.word ?? 'afterDecision')}</p>}
      </FoldSection>
    )
  }
  const tone = spec.tone(current)
  const { After, Submit = CorrectionDialog } = spec
  return (
    <CasePlaceProvider value={place}>
      <Page
        wide title={spec.title(desk.store.get(), current, t as (key: string) => string)}
        lead={<span className="row"><span className={`tag ${tone}`}>{t(`state.${standing}`)}</span>{current !== undefined && <span className="quiet">{current.openedAt.slice(0, 16).replace('T', ' ')}</span>}</span>}
      >
        <div className="case-top">
          <Steps desk={desk} onGo={go} />{correcting && <><span className="tag answer">{t('correctEditing')}</span><Button size="small" onClick={() => desk.correct(false)}>{t('cancel')}</Button></>}<SaveWords desk={desk} />
          {failure !== undefined && <FailurePanel failure={failure} safe onRetry={() => { desk.forget(); void save() }} />}
        </div>
        <ConflictPanel desk={desk} />
        <div ref={root} className="case-sections" onFocus={(event) => { lastAt.current = event.target; lastIn.current = event.target.closest('[data-section]')?.getAttribute('data-section') ?? lastIn.current }} onKeyDown={(event) => { onSpaceNext(event); onEnterNext(event) }} onBlur={() => { if (undecided && !correcting) void desk.autosave.flush() }}>
          {spec.sections.filter((one) => one.shown?.(current) ?? true).map(section)}
          {current !== undefined && (
            <FoldSection id="after" title={undecided ? t('papersAndHistory') : t('afterwards')} open={openNow('after')} onToggle={(open) => setFolds((now) => ({ ...now, after: open }))}>
              <div className="after">
                <AfterActs />
                {After !== undefined && <After />}
                <h3>{t('papersOfCase')}</h3>
                <CasePapers />
                {current.inspection !== undefined && current.inspection.items.length > 0 && <><h3>{t('inspection')}</h3><Inspection /></>}
                {spec.routes.archive !== undefined && current.archive !== undefined && (current.archive !== null || current.acts.includes(actKind(spec, 'archived'))) && <><h3>{t('archiveNumbers')}</h3><Archive /></>}
                <h3>{t('history')}</h3>
                <CaseHistory />
              </div>
            </FoldSection>
          )}
        </div>
        {card !== undefined && <CardDialog block={card} read={cards.read} onClose={() => { setCard(undefined); back() }} />}
        {previewed !== undefined && <PreviewDialog desk={desk} papers={previewed} printing={printing} mayPrint={may('case.print')} onClose={() => { setPreviewed(undefined); back() }} />}
        {submitting && <Submit onClose={() => setSubmitting(false)} />}
      </Page>
    </CasePlaceProvider>
  )
}
