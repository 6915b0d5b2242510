import { Link, useParams } from 'wouter'
import { useWords } from '../../shared/i18n.ts'
import { Page } from '../../shared/Page.tsx'
import { useSession } from '../../shared/session.tsx'
import { AccountsPart } from './AccountsPart.tsx'
import { BackupPart } from './BackupPart.tsx'
import { CalendarPart } from './calendar/CalendarPart.tsx'
import { FontsPart } from './FontsPart.tsx'
import { ItemsPart } from './ItemsPart.tsx'
import { PapersPart } from './papers/PapersPart.tsx'
import { PricesPart } from '../../windows/burial/policies/PricesPart.tsx'
import { PrintersPart } from './PrintersPart.tsx'
import { words } from './words.ts'

/** The office's settings, accounts, days off, papers, printers, fonts and backup; each part only for who may see it. */
const SettingsPage = () => {
  const t = useWords(words)
  const { may, office } = useSession()
  const { part = 'items' } = useParams<{ part?: string }>()
  const parts = [
    { id: 'items', title: t('items'), shown: true, view: <ItemsPart /> },
    { id: 'accounts', title: t('accounts'), shown: may('account.read'), view: <AccountsPart /> },
    { id: 'calendar', title: t('calendar'), shown: true, view: <CalendarPart /> },
    { id: 'papers', title: t('papers'), shown: true, view: <PapersPart /> },
    { id: 'prices', title: t('prices'), shown: office.windows.includes('burial'), view: <PricesPart /> },
    { id: 'printers', title: t('printers'), shown: true, view: <PrintersPart /> },
    { id: 'fonts', title: t('fonts'), shown: true, view: <FontsPart /> },
    { id: 'backup', title: t('backup'), shown: may('register.backup'), view: <BackupPart /> },
  ].filter((one) => one.shown)
  const now = parts.find((one) => one.id === part) ?? parts[0]
  return (
    <Page title={t('title')} lead={may('setting.write') ? t('lead') : t('readOnly')}>
      <nav className="tabs" aria-label={t('title')}>
        {parts.map((one) => (
          <Link key={one.id} href={one.id === 'items' ? '/settings' : `/settings/${one.id}`} {...(one.id === now?.id && { 'aria-current': 'page' as const })}>
            {one.title}
          </Link>
        ))}
      </nav>
      {now?.view}
    </Page>
  )
}

export default SettingsPage
