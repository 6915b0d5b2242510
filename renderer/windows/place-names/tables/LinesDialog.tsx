import { Link } from 'wouter'
import type { OpenNumber } from '../../../pages/statistics/counted/address.ts'
import { LinesDialog as CountedLinesDialog, placed, type Placed } from '../../../pages/statistics/counted/LinesDialog.tsx'
import { signed, unitWords } from '../../../pages/statistics/counted/units.ts'
import { words as shared } from '../../../pages/statistics/counted/words.ts'
import type { Reply } from '../../../shared/client.ts'
import type { Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../../shared/i18n.ts'
import { usePages } from '../../../shared/query.ts'
import { caseListOf } from './groups.ts'
import { words } from './words.ts'

type Lines = Reply<'placeNameLines'>
type Line = Placed<Lines['rows'][number]>

/** The lines behind a number: each opens the case, entity, street, boundary, plan, irregular name or proof that it is of. */
export const LinesDialog = ({ open, onClose }: { readonly open: OpenNumber; readonly onClose: () => void }) => {
  const t = useWords(words)
  const s = useWords(shared)
  const say = useSay()
  const language = useLanguage()
  const pages = usePages('placeNameLines', { cells: open.cells.join(','), from: open.from, to: open.to, limit: 100 }, 'after')
  const found = pages.data?.pages as unknown as readonly Lines[] | undefined
  const rows = placed(found?.flatMap((page) => page.rows) ?? [])
  const first = found?.[0]
  const list = caseListOf(open.cells, open)
  const columns: readonly Column<Line>[] = [
    { id: 'day', title: t('day'), width: '92px', text: (row) => row.day },
    { id: 'enteredOn', title: t('enteredOn'), width: '92px', text: (row) => row.enteredOn },
    { id: 'act', title: t('act'), width: 'minmax(150px, 1.4fr)', text: (row) => say(row.title) },
    { id: 'name', title: t('name'), width: 'minmax(120px, 1.4fr)', text: (row) => row.name, render: (row) => <span className="row-name data">{row.name === '' ? '—' : row.name}</span> },
    { id: 'subject', title: t('subject'), width: 'minmax(120px, 1fr)', text: (row) => row.subject, render: (row) => <span className="mono quiet">{row.subject}</span> },
    { id: 'count', title: t('count'), width: '64px', align: 'end', text: (row) => signed(row.value), render: (row) => <span className={row.value < 0 ? 'minus' : ''}>{signed(row.value)}</span> },
    { id: 'unit', title: t('unit'), width: '64px', text: (row) => unitWords(row.unit, language) },
  ]
  return (
    <CountedLinesDialog
      title={s('linesTitle', { what: open.what })} columns={columns} rows={rows} of={pages} pathOf={(row) => row.path} onClose={onClose}
      head={(
        <p className="row">
          <span className="quiet">{s('range', { from: open.from, to: open.to })}</span>
          {first !== undefined && <b>{s('linesSum', { n: signed(first.value) })}</b>}
          {first !== undefined && first.count !== first.value && <span className="quiet">{t('linesCount', { n: number(first.count) })}</span>}
        </p>
      )}
      foot={list !== undefined && <p className="row"><Link href={list}>{t('openCases')}</Link></p>}
    />
  )
}
