import './case.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { FailurePanel, Waiting } from '../shared/Page.tsx'
import { useRoute } from '../shared/query.ts'
import { useSession } from '../shared/session.tsx'
import { CaseBody } from './CaseBody.tsx'
import { DraftOffers } from './desk/banners.tsx'
import { useCaseWords, useWindow, WindowProvider } from './desk/context.tsx'
import { createCaseDesk } from './desk/desk.ts'
import type { CaseDesk } from './desk/desk.ts'
import { holdUnsaved, loadStart } from './desk/start.ts'
import type { CaseAddress, CaseStart } from './desk/start.ts'
import type { AnyWindow, CheckPlace } from './spec.ts'

/** The office's settings that the rules ask for, as far as this account may read them. */
const useSettings = (): ((key: string) => unknown) => {
  const settings = useRoute('listSettings', {}, { fresh: 60_000 })
  return useCallback((key: string): unknown => settings.data?.settings.find((setting) => setting.key === key)?.value, [settings.data])
}

interface Leaving {
  readonly onAddress: (search: string) => void
  readonly onTake: (draft: string, caseId: string | undefined) => void
}

/** One case once it has been read: makes its desk and keeps the address in step without leaving the page. */
const Case = ({ start, onAddress, onTake }: { readonly start: CaseStart } & Leaving) => {
  const spec = useWindow()
  const { account, office } = useSession()
  const setting = useSettings()
  const latest = useRef<CheckPlace>({ today: office.today, account, officeArea: office.area, sample: office.sample, setting })
  useEffect(() => {
    latest.current = { today: office.today, account, officeArea: office.area, sample: office.sample, setting }
  })
  const [desk, setDesk] = useState<CaseDesk>()
  const address = useRef(onAddress)
  useEffect(() => {
    address.current = onAddress
  })
  useEffect(() => {
    const made: CaseDesk = createCaseDesk({
      spec, ...start,
      context: () => latest.current,
      onOpened: (id) => address.current(`case=${id}`),
      onDraft: () => { if (made.view().current === undefined) address.current(`draft=${start.draftId}`) },
    })
    setDesk(made)
    return () => {
      const file = made.store.get()
      void made.stop().then((saved) => {
        if (!saved) holdUnsaved({ window: spec.id, title: spec.draftTitle(file), draftId: made.draftId, caseId: made.view().current?.id, file })
      })
    }
  }, [spec, start])
  useEffect(() => void desk?.checker.touch(), [desk, setting])
  if (desk === undefined) return null
  return (
    <>
      {start.offers.length > 0 && <DraftOffers desk={desk} offers={start.offers} ofCase={start.current !== undefined} onTake={(draft) => onTake(draft.id, draft.caseId)} />}
      <CaseBody desk={desk} />
    </>
  )
}

const Starting = ({ address, onAddress, onTake }: { readonly address: CaseAddress } & Leaving) => {
  const t = useCaseWords()
  const spec = useWindow()
  const { may } = useSession()
  const mayWrite = may('case.write')
  const [start, setStart] = useState<CaseStart>()
  const [failure, setFailure] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let live = true
    setFailure(undefined)
    loadStart(spec, address, mayWrite).then((found: CaseStart) => { if (live) setStart(found) }, (error: unknown) => { if (live) setFailure(error) })
    return () => {
      live = false
    }
  }, [spec, address, mayWrite, attempt])
  if (failure !== undefined) return <FailurePanel failure={failure} title={t('loadError')} onRetry={() => setAttempt((count) => count + 1)} />
  if (start === undefined) return <Waiting />
  return <Case start={start} onAddress={onAddress} onTake={onTake} />
}

/** The page of one case of a window: a new case, a draft taken up, or a case of the register. */
export const CasePage = ({ spec }: { readonly spec: AnyWindow }) => {
  const params = useParams<{ id?: string; draft?: string }>()
  const search = useSearch()
  const [path, navigate] = useLocation()
  // The page itself writes draft and case into its address as they come to be; that must not make it begin anew.
  const own = useRef<{ readonly search: string; readonly key: string }>(undefined)
  const key = own.current?.search === search ? own.current.key : `${path}?${search}`
  const address = useMemo<CaseAddress>(() => {
    const text = key.slice(key.indexOf('?') + 1)
    const query = new URLSearchParams(text)
    const caseId = params.id ?? query.get('case') ?? undefined
    const draft = params.draft ?? query.get('draft') ?? undefined
    return { query: text, ...(caseId === undefined ? {} : { caseId }), ...(draft === undefined ? {} : { draft }) }
  }, [key, params.id, params.draft])
  const onAddress = (next: string) => {
    if (params.id !== undefined) return
    own.current = { search: next, key }
    navigate(`${path}?${next}`, { replace: true })
  }
  return (
    <WindowProvider value={spec}>
      <Starting key={key} address={address} onAddress={onAddress} onTake={(draft, caseId) => navigate(caseId === undefined ? `${spec.path}/drafts/${draft}` : `${spec.path}/${caseId}?draft=${draft}`)} />
    </WindowProvider>
  )
}
