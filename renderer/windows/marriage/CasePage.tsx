import './marriage.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { MarriageKind } from '../../../domain/marriage/file.ts'
import { defaultMarriageSettings } from '../../../domain/marriage/context.ts'
import type { MarriageSettings } from '../../../domain/marriage/context.ts'
import { useWords } from '../../shared/i18n.ts'
import { FailurePanel, Waiting } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { DraftOffers } from './case/banners.tsx'
import { createCaseDesk } from './case/desk.ts'
import type { CaseDesk } from './case/desk.ts'
import { holdUnsaved, loadStart } from './case/start.ts'
import type { CaseAddress, CaseStart } from './case/start.ts'
import { CaseBody } from './CaseBody.tsx'
import { words } from './words.ts'

/** The office's settings that the rules ask for, as far as this account may read them. */
const useSettings = (sample: boolean): MarriageSettings => {
  const settings = useRoute('listSettings', {}, { fresh: 60_000 })
  return useMemo(() => {
    const value = (key: string) => settings.data?.settings.find((setting) => setting.key === key)?.value
    const months = value('marriage.noSpouseMonths')
    const leap = value('marriage.feb29')
    const foreign = value('marriage.foreignRelated')
    return {
      sampleOffice: sample,
      leapBirthday: leap === 'feb28' || leap === 'mar1' ? leap : defaultMarriageSettings.leapBirthday,
      noSpouseMonths: typeof months === 'number' ? months : defaultMarriageSettings.noSpouseMonths,
      foreignRelated: typeof foreign === 'boolean' ? foreign : defaultMarriageSettings.foreignRelated,
    }
  }, [settings.data, sample])
}

/** One case once it has been read: makes its desk and keeps the address in step without leaving the page. */
const Case = ({ start, onAddress, onTake }: { readonly start: CaseStart; readonly onAddress: (search: string) => void; readonly onTake: (draft: string, caseId: string | undefined) => void }) => {
  const { account, office } = useSession()
  const settings = useSettings(office.sample)
  const latest = useRef({ settings, account, office })
  useEffect(() => {
    latest.current = { settings, account, office }
  })
  const [desk, setDesk] = useState<CaseDesk>()
  const address = useRef(onAddress)
  useEffect(() => {
    address.current = onAddress
  })
  useEffect(() => {
    const made = createCaseDesk({
      ...start,
      context: () => {
        const now = latest.current
        return { day: now.office.today, settings: now.settings, registrar: { account: now.account.id, scope: now.account.scope, certifiedUntil: now.account.certifiedUntil }, officeArea: now.office.area }
      },
      onOpened: (id) => address.current(`case=${id}`),
      onDraft: () => { if (made.view().current === undefined) address.current(`draft=${start.draftId}`) },
    })
    setDesk(made)
    return () => {
      const file = made.store.get()
      void made.stop().then((saved) => {
        if (!saved) holdUnsaved({ draftId: made.draftId, caseId: made.view().current?.id, file })
      })
    }
  }, [start])
  useEffect(() => void desk?.checker.touch(), [desk, settings])
  if (desk === undefined) return null
  return (
    <>
      {start.offers.length > 0 && <DraftOffers desk={desk} offers={start.offers} ofCase={start.current !== undefined} onTake={(draft) => onTake(draft.id, draft.caseId)} />}
      <CaseBody desk={desk} />
    </>
  )
}

const Starting = ({ address, onAddress, onTake }: { readonly address: CaseAddress; readonly onAddress: (search: string) => void; readonly onTake: (draft: string, caseId: string | undefined) => void }) => {
  const t = useWords(words)
  const { may } = useSession()
  const mayWrite = may('case.write')
  const [start, setStart] = useState<CaseStart>()
  const [failure, setFailure] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let live = true
    setFailure(undefined)
    loadStart(address, mayWrite).then((found) => { if (live) setStart(found) }, (error: unknown) => { if (live) setFailure(error) })
    return () => {
      live = false
    }
  }, [address, mayWrite, attempt])
  if (failure !== undefined) return <FailurePanel failure={failure} title={t('loadError')} onRetry={() => setAttempt((count) => count + 1)} />
  if (start === undefined) return <Waiting />
  return (
    <Case start={start} onAddress={onAddress} onTake={onTake} />
  )
}

/** The page on which a couple is registered: a new case, a draft taken up, or a case of the register. */
export default function CasePage() {
  const params = useParams<{ id?: string; draft?: string }>()
  const search = useSearch()
  const [path, navigate] = useLocation()
  // The page itself writes draft and case into its address as they come to be; that must not make it begin anew.
  const own = useRef<{ readonly search: string; readonly key: string }>(undefined)
  const key = own.current?.search === search ? own.current.key : `${path}?${search}`
  const address = useMemo<CaseAddress>(() => {
    const query = new URLSearchParams(key.slice(key.indexOf('?') + 1))
    const kind = MarriageKind.safeParse(query.get('kind'))
    const caseId = params.id ?? query.get('case') ?? undefined
    const draft = params.draft ?? query.get('draft') ?? undefined
    return { ...(caseId === undefined ? {} : { caseId }), ...(draft === undefined ? {} : { draft }), ...(kind.success ? { kind: kind.data } : {}) }
  }, [key, params.id, params.draft])
  const onAddress = (next: string) => {
    if (params.id !== undefined) return
    own.current = { search: next, key }
    navigate(`${path}?${next}`, { replace: true })
  }
  return <Starting key={key} address={address} onAddress={onAddress} onTake={(draft, caseId) => navigate(caseId === undefined ? `/marriage/drafts/${draft}` : `/marriage/${caseId}?draft=${draft}`)} />
}
