import { Button, Modal } from 'antd'
import { useLocation } from 'wouter'
import { monthRange } from '../../../../domain/dates.ts'
import { DataTable } from '../../../shared/DataTable.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { pathOfLine, useLineColumns } from './LinesDialog.tsx'
import { words } from './words.ts'

/** What came for a month after it was closed: signed lines, with the day on which each counts instead. */
export const LateDialog = ({ month, onClose }: { readonly month: string; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [, navigate] = useLocation()
  const columns = useLineColumns()
  const { from, to } = monthRange(month)
  const late = useRoute('listLateLines', { query: { from, to } })
  // Lines of earlier months that count in this one are theirs, not its.
  const rows = (late.data?.rows ?? []).filter((row) => row.day.startsWith(month)).map((row, place) => ({ ...row, place }))
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal open width="min(1040px, 94vw)" style={{ top: 24 }} title={t('lateTitle', { month })} onCancel={onClose} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>}>
      <div className="table-lines">
        <p className="quiet">{t('lateLead')}</p>
        <FailurePanel failure={late.error} onRetry={() => void late.refetch()} />
        <DataTable name={t('lateTitle', { month })} columns={columns} rows={rows} rowKey={(row) => String(row.place)} height="52vh" filter={false} busy={late.isFetching} empty={<p className="quiet pad">{t('noLines')}</p>} onOpen={(row) => { const path = pathOfLine(row); if (path !== undefined) navigate(path) }} />
      </div>
    </Modal>
  )
}
