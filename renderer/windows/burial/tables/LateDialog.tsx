import { monthRange } from '../../../../domain/dates.ts'
import { LinesDialog, placed } from '../../../pages/statistics/counted/LinesDialog.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { pathOfLine, useLineColumns } from './LinesDialog.tsx'
import { words } from './words.ts'

/** What came for a month after it was closed: signed lines, with the day on which each counts instead. */
export const LateDialog = ({ month, onClose }: { readonly month: string; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { from, to } = monthRange(month)
  const late = useRoute('listLateLines', { query: { from, to } })
  // Lines of earlier months that count in this one are theirs, not its.
  const rows = placed((late.data?.rows ?? []).filter((row) => row.day.startsWith(month)))
  return <LinesDialog title={t('lateTitle', { month })} head={<p className="quiet">{t('lateLead')}</p>} columns={useLineColumns()} rows={rows} of={late} pathOf={pathOfLine} onClose={onClose} />
}
