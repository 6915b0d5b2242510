import '../../../pages/statistics/statistics.css'
import '../grounds/grounds.css'
import '../../../pages/statistics/counted/counted.css'
import './waivers.css'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { Page } from '../../../shared/Page.tsx'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { usePut } from '../../../shared/put.ts'
import { ClaimsPart } from './ClaimsPart.tsx'
import { LedgerPart } from './LedgerPart.tsx'
import { words } from './words.ts'

/** 减免: the ledger of what was waived, and the desk of claims. */
export default function WaiversPage() {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params] = usePut()
  const part = params.get('part') === 'claims' ? 'claims' : 'ledger'
  const writes = may('case.write')
  usePageKeys([{ key: 'F3', label: t('startClaim'), run: () => navigate('/burial/claim') }], { when: writes })
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={writes && <Button type="primary" onClick={() => navigate('/burial/claim')}>{t('startClaim')} <KeyCap name="F3" /></Button>}>
        <nav className="tabs" aria-label={t('parts')}>
          {(['ledger', 'claims'] as const).map((one) => <Link key={one} href={one === 'ledger' ? '/burial/waivers' : '/burial/waivers?part=claims'} {...(one === part && { 'aria-current': 'page' as const })}>{t(one)}</Link>)}
        </nav>
        {part === 'ledger' ? <LedgerPart /> : <ClaimsPart />}
      </Page>
    </>
  )
}
