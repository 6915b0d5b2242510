import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PaperLine } from '../../../api/schemas/marriage.ts'
import { ApiFailure } from '../../shared/client.ts'
import { focusField } from '../../shared/Field.tsx'
import { useWords } from '../../shared/i18n.ts'
import { fieldsOf as fieldsIn, onEnterNext, usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel, Page } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { StepBar } from '../../shared/StepBar.tsx'
import { CardDialog } from './card/CardDialog.tsx'
import { partyForCard, useCard } from './card/useCard.ts'
import { ConflictPanel, SaveWords } from './case/banners.tsx'
import type { CasePlace, SectionAct } from './case/context.tsx'
import { CasePlaceProvider, useCaseView } from './case/context.tsx'
import type { CaseDesk } from './case/desk.ts'
import { CorrectionDialog } from './dialogs/CorrectionDialog.tsx'
import { FoldSection } from './FoldSection.tsx'
import { countiesOn } from './form/areas.ts'
import { useFindings } from './form/findings.ts'
import { coupleTitle } from './form/party.ts'
import type { SectionId } from './form/steps.ts'
import { nextSection, sectionIds, sectionOfField, stepsOf } from './form/steps.ts'
import { useField } from './form/store.ts'
import type { PaperName, Printing } from './papers.ts'
import { allPrinted, papersNamed } from './papers.ts'
import { PreviewDialog } from './PreviewDialog.tsx'
import { AfterActs, Archive, CaseHistory, CasePapers, Inspection } from './sections/AfterSection.tsx'
import { CertificatesSection } from './sections/CertificatesSection.tsx'
import { DecisionSection } from './sections/DecisionSection.tsx'
import { DeclarationsSection } from './sections/DeclarationsSection.tsx'
import { DeliverySection } from './sections/DeliverySection.tsx'
import { NetworkSection } from './sections/NetworkSection.tsx'
import { PapersSection } from './sections/PapersSection.tsx'
import { PartiesSection } from './sections/PartiesSection.tsx'
import { PhotoSection } from './sections/PhotoSection.tsx'
import { ProofSection } from './sections/ProofSection.tsx'
import { onSpaceNext } from './sections/ticks.ts'
import { words } from './words.ts'

const stepsNow = (desk: CaseDesk) => {
  const { current } = desk.view()
  return stepsOf({
    file: desk.store.get(), state: current?.state ?? 'new', findings: current === undefined || current.state === 'received' ? desk.findings.all() : [], shown: sectionIds,
    printed: { certificates: allPrinted(current, 'certificate'), declarations: allPrinted(current, 'declaration') },
  })
}

const Steps = ({ desk, onGo }: { readonly desk: CaseDesk; readonly onGo: (section: SectionId) => void }) => {
  const t = useWords(words)
  useFindings(desk.findings)
  useCaseView(desk)
  const bar = { done: 'done', blocked: 'blocked', next: 'now', later: 'next' } as const
  return <StepBar onGo={(id) => onGo(id as SectionId)} steps={stepsNow(desk).map((step) => ({ id: step.id, title: t(`section.${step.id}`), state: bar[step.state], ...(step.stops + step.questions > 0 ? { note: String(step.stops + step.questions) } : {}) }))} />
}

const Title = ({ desk }: { readonly desk: CaseDesk }) => {
  useField(desk.store, 'parties')
  const file = desk.store.get()
  return file.parties.every((party) => party.name === '') ? null : <>{coupleTitle(file)}</>
}

const paperOfSection: Readonly<Partial<Record<SectionId, PaperName>>> = { declarations: 'declaration', decision: 'review', certificates: 'certificate', proofread: 'certificate', delivery: 'review' }
const before: ReadonlySet<SectionId> = new Set(['parties', 'papers', 'photo', 'network', 'declarations', 'decision'])

/** The section the focus is in. */
const findFocused = (): SectionId | undefined => {
  const id = document.activeElement?.closest('[data-section]')?.getAttribute('data-section')
  return sectionIds.find((section) => section === id)
}
/** The section the focus is in, else the first that waits for work. */
const sectionInFocus = (desk: CaseDesk): SectionId => findFocused() ?? nextSection(stepsNow(desk)) ?? 'delivery'

export const CaseBody = ({ desk }: { readonly desk: CaseDesk }) => {
  const t = useWords(words)
  const { account, office, may } = useSession()
  const { current, busy, failure, correcting } = useCaseView(desk)
  const [kind] = useField(desk.store, 'kind')
  const [folds, setFolds] = useState<Readonly<Partial<Record<SectionId | 'after', boolean>>>>({})
  // A decision folds what came before it and unfolds what comes next.
  const [foldsOf, setFoldsOf] = useState(current?.state)
  if (foldsOf !== current?.state) {
    setFoldsOf(current?.state)
    if (current !== undefined && current.state !== 'received') setFolds({})
  }
  const [card, setCard] = useState<0 | 1>()
  const [previewed, setPreviewed] = useState<readonly PaperLine[]>()
  const [submitting, setSubmitting] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const cards = useCard(desk)
  const printers = useRoute('listCalibrations', {}, { fresh: 60_000 })
  const printing = useMemo<Printing>(() => ({ mode: printers.data?.certificateMode ?? 'whole', printer: printers.data?.defaultPrinter ?? '' }), [printers.data])
  const state = current?.state ?? 'new'
  const undecided = state === 'new' || state === 'received'
  const editable = (undecided && may('case.write')) || correcting
  const openNow = useCallback(
    (id: SectionId | 'after'): boolean => {
      const chosen = folds[id]
      if (chosen !== undefined) return chosen
      if (id === 'after') return !undecided
      if (undecided || correcting) return before.has(id)
      if (state === 'registered' || state === 'proofread') return !before.has(id)
      return state === 'delivered' ? id === 'decision' || id === 'delivery' : id === 'decision'
    },
    [folds, undecided, correcting, state],
  )
  const go = useCallback((section: SectionId, scroll = true) => {
    // The section unfolds at once and its first field that waits takes the focus before the next key can arrive.
    flushSync(() => setFolds((now) => ({ ...now, [section]: true })))
    const place = root.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)
    if (place === null || place === undefined) return
    if (scroll) place.scrollIntoView({ block: 'start' })
    const primary = place.querySelector<HTMLElement>('[data-primary]')
    const fields = fieldsIn(primary ?? place)
    const waiting = section === 'proofread' || section === 'delivery' || section === 'photo' ? fields.find((field) => !(field instanceof HTMLInputElement) || field.type !== 'checkbox' || !field.checked) : undefined
    const target = waiting ?? fields[0]
    target?.focus({ preventScroll: true })
    // A serial that was filled in from stock is replaced by the one that is scanned.
    if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  }, [])
  const acts = useRef(new Map<SectionId, SectionAct>()).current
  const from = useRef<Element | null>(null)
  const preview = useCallback((papers: readonly PaperLine[]) => {
    if (papers.length === 0) return
    from.current = document.activeElement
    setPreviewed(papers)
  }, [])
  /** A dialog gives the focus back to where the clerk was. */
  const back = useCallback(() => {
    const place = from.current
    setTimeout(() => {
      if (place instanceof HTMLElement && place.isConnected && (document.activeElement === document.body || document.activeElement === null)) place.focus({ preventScroll: true })
    }, 60)
  }, [])
  const place = useMemo<CasePlace>(() => ({ desk, editable, today: office.today, sample: office.sample, account, may, go, preview, acts }), [desk, editable, office, account, may, go, preview, acts])

  const forward = async () => {
    if (correcting) {
      setSubmitting(true)
      return
    }
    const waiting = nextSection(stepsNow(desk))
    if (findFocused() === undefined && waiting !== undefined) {
      go(waiting)
      return
    }
    const section = sectionInFocus(desk)
    const leave = async (): Promise<boolean> => {
      const act = acts.get(section)
      if (act !== undefined) return act()
      // From the photo on, results are kept in the case: it is opened here.
      const opening = section === 'photo' && desk.view().current === undefined && editable
      return !opening || (await desk.commit()) !== undefined
    }
    if (!(await leave())) return
    const steps = stepsNow(desk)
    const at = steps.findIndex((step) => step.id === section)
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
    const name = paperOfSection[sectionInFocus(desk)]
    const papers = name === undefined ? [] : papersNamed(saved, name)
    preview(papers.length > 0 ? papers : saved.state === 'received' ? papersNamed(saved, 'declaration') : saved.state === 'refused' ? papersNamed(saved, 'refusal') : saved.papers.filter((paper) => paper.ready))
  }
  usePageKeys([
    { key: 'F2', label: t('keySave'), run: () => void save(), disabled: !editable || busy },
    { key: 'F4', label: t('keyCard'), run: () => { from.current = document.activeElement; setCard(partyForCard(desk)) }, disabled: !editable },
    { key: 'F8', label: t('keyPrint'), run: () => void show(), disabled: busy || !may('case.print') || state === 'new' },
    { key: 'F9', label: t('keyStep'), run: () => void forward(), disabled: busy },
    ...sectionIds.map((section, index) => ({ key: `Alt+${String(index + 1)}`, label: t('keySection'), quiet: index > 0, run: () => go(section) })),
  ])
  useEffect(() => {
    const first = nextSection(stepsNow(desk))
    if (first === undefined || document.activeElement?.closest('[data-section]') !== null) return
    // After the effect: the page is drawn again at once, which an effect may not ask for.
    queueMicrotask(() => go(first, first !== 'parties'))
    // Once, when the case comes up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk])
  useEffect(() => {
    // What the door turned down is shown where it can be mended.
    if (!(failure instanceof ApiFailure) || failure.field === undefined || failure.code === 'stock') return
    const { field } = failure
    if (document.querySelector(`[data-field="${CSS.escape(field)}"]`) === null) return
    queueMicrotask(() => {
      flushSync(() => setFolds((now) => ({ ...now, [sectionOfField(field)]: true })))
      focusField(field)
    })
  }, [failure])
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

  const section = (id: SectionId) => {
    const reached = before.has(id) || (current !== undefined && current.number !== '')
    const content = !reached ? <p className="quiet">{t('afterDecision')}</p>
      : id === 'parties' ? <PartiesSection card={cards} onCard={() => setCard(partyForCard(desk))} />
      : id === 'papers' ? <PapersSection />
      : id === 'photo' ? <PhotoSection />
      : id === 'network' ? <NetworkSection />
      : id === 'declarations' ? <DeclarationsSection />
      : id === 'decision' ? <DecisionSection />
      : id === 'certificates' ? <CertificatesSection printing={printing} />
      : id === 'proofread' ? <ProofSection />
      : <DeliverySection />
    return (
      <FoldSection key={id} id={id} number={sectionIds.indexOf(id) + 1} title={t(`section.${id}`)} open={openNow(id)} onToggle={(open) => setFolds((now) => ({ ...now, [id]: open }))} {...(id === 'parties' && { summary: <Title desk={desk} /> })}>
        {content}
      </FoldSection>
    )
  }
  const tone = state === 'delivered' ? 'good' : state === 'refused' || state === 'voided' ? 'stop' : state === 'registered' || state === 'proofread' ? 'answer' : ''
  return (
    <CasePlaceProvider value={place}>
      <Page
        wide title={current === undefined ? (kind === 'marriage' ? t('newCase') : t(`kind.${kind}`)) : `${t(`kind.${kind}`)} · ${current.number === '' ? coupleTitle(current.file) : current.number}`}
        lead={<span className="row"><span className={`tag ${tone}`}>{t(`state.${state}`)}</span>{current !== undefined && <span className="quiet">{current.openedAt.slice(0, 16).replace('T', ' ')}</span>}</span>}
      >
        <div className="case-top">
          <Steps desk={desk} onGo={go} />{correcting && <><span className="tag answer">{t('correctEditing')}</span><Button size="small" onClick={() => desk.correct(false)}>{t('cancel')}</Button></>}<SaveWords desk={desk} />
          {failure !== undefined && <FailurePanel failure={failure} safe onRetry={() => { desk.forget(); void save() }} />}
        </div>
        <ConflictPanel desk={desk} />
        <div ref={root} className="case-sections" onKeyDown={(event) => { onSpaceNext(event); onEnterNext(event) }} onBlur={() => { if (undecided) void desk.autosave.flush() }}>
          {sectionIds.map(section)}
          {current !== undefined && (
            <FoldSection id="after" title={undecided ? t('papersAndHistory') : t('afterwards')} open={openNow('after')} onToggle={(open) => setFolds((now) => ({ ...now, after: open }))}>
              <div className="after">
                <AfterActs onCorrect={() => { desk.correct(true); go('parties') }} />
                <h3>{t('papersOfCase')}</h3>
                <CasePapers />
                {current.number !== '' && <><h3>{t('inspection')}</h3><Inspection /></>}
                {(current.archive !== null || current.acts.includes('marriage.archived')) && <><h3>{t('archiveNumbers')}</h3><Archive /></>}
                <h3>{t('history')}</h3>
                <CaseHistory />
              </div>
            </FoldSection>
          )}
        </div>
        {card !== undefined && <CardDialog party={card} read={cards.read} onClose={() => { setCard(undefined); back() }} />}
        {previewed !== undefined && <PreviewDialog desk={desk} papers={previewed} printing={printing} mayPrint={may('case.print')} onClose={() => { setPreviewed(undefined); back() }} />}
        {submitting && <CorrectionDialog onClose={() => setSubmitting(false)} />}
      </Page>
    </CasePlaceProvider>
  )
}
