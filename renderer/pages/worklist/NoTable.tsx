import { Link } from 'wouter'
import { ApiFailure } from '../../shared/client.ts'
import { useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel } from '../../shared/Page.tsx'
import { words } from './words.ts'

/** The year whose holiday notice is missing, where that is what a refusal says. */
export const missingYear = (failure: unknown): number | undefined => {
  const year = failure instanceof ApiFailure ? (failure.details as { readonly calendarYear?: unknown } | null | undefined)?.calendarYear : undefined
  return typeof year === 'number' ? year : undefined
}

/** A refusal of the lists: for a year without a table it says what to do. */
export const NoTable = ({ failure, onRetry }: { readonly failure: unknown; readonly onRetry: () => void }) => {
  const t = useWords(words)
  const year = missingYear(failure)
  if (year === undefined) return <FailurePanel failure={failure} onRetry={onRetry} />
  return <EmptyState title={t('noTable', { year })} hint={t('noTableDo', { year })} act={<Link href="/settings/calendar">{t('toCalendar')}</Link>} />
}
