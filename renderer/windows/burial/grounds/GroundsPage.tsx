import './grounds.css'
import { Link } from 'wouter'
import { useWords } from '../../../shared/i18n.ts'
import { Page } from '../../../shared/Page.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { IllegalPart } from './IllegalPart.tsx'
import { usePut } from '../../../shared/put.ts'
import { QingmingPart } from './QingmingPart.tsx'
import { words } from './words.ts'

/** 祭扫与治理: the figures of Qingming, and graves outside the law. */
const GroundsPage = () => {
  const t = useWords(words)
  const [params] = usePut()
  const part = params.get('part') === 'illegal' ? 'illegal' : 'qingming'
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')}>
        <nav className="tabs" aria-label={t('parts')}>
          {(['qingming', 'illegal'] as const).map((one) => <Link key={one} href={one === 'qingming' ? '/burial/grounds' : '/burial/grounds?part=illegal'} {...(one === part && { 'aria-current': 'page' as const })}>{t(one)}</Link>)}
        </nav>
        {part === 'illegal' ? <IllegalPart /> : <QingmingPart />}
      </Page>
    </>
  )
}

export default GroundsPage
