/** A page of the desk with its row of pages and nothing below it yet. */
import { useLocation } from 'wouter'
import { useWords } from '../../../shared/i18n.ts'
import { Page } from '../../../shared/Page.tsx'
import { PlaceNameTabs } from './PlaceNameTabs.tsx'
import { words } from './words.ts'

export default function FramePage() {
  const t = useWords(words)
  const [path] = useLocation()
  const part = path.split('/')[2] ?? ''
  const known = ['gazetteer', 'map', 'plates', 'proofs', 'plans', 'boundaries', 'irregular', 'profile', 'tables', 'report', 'documents'] as const
  const id = known.find((one) => one === part) ?? 'cases'
  return <Page title={t(`tab.${id}`)}><PlaceNameTabs /></Page>
}
