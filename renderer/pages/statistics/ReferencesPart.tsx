import { Button, Modal } from 'antd'
import { useState } from 'react'
import { shippedReferences } from '../../../domain/statistics/published.ts'
import type { ReferenceTable } from '../../../domain/statistics/reference.ts'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { CheckedTable } from './CheckedTable.tsx'
import { ReferenceDialog } from './ReferenceDialog.tsx'
import { words } from './words.ts'

/** A published table beside the office's own numbers: difference, and whether it lies within the rounding. */
const Comparison = ({ id }: { readonly id: string }) => {
  const t = useWords(words)
  const say = useSay()
  const comparison = useRoute('compareReference', { params: { id } })
  return (
    <Loaded of={comparison}>
      {(data) => (
        <CheckedTable title={<>{t('comparison')} · <span className="data">{data.table.title}</span></>} of={data} head={<><th scope="col">{t('item')}</th>{(['published', 'own', 'difference'] as const).map((key) => <th key={key} scope="col" className="end">{t(key)}</th>)}<th scope="col" /></>}>
          {data.rows.map((row) => (
            <tr key={row.cell}>
              <th scope="row">{say(row.title)}</th>
              <td className="end">{number(row.published)}</td>
              <td className="end">{number(row.own)}</td>
              <td className="end">{row.difference > 0 ? '+' : ''}{number(row.difference)}</td>
              <td><span className={`tag ${row.agrees ? 'good' : 'answer'}`}>{row.agrees ? t('agrees') : t('differs')}</span></td>
            </tr>
          ))}
        </CheckedTable>
      )}
    </Loaded>
  )
}

const RemoveDialog = ({ table, onDone, onClose }: { readonly table: ReferenceTable; readonly onDone: () => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const remove = useAct('deleteReference', { refresh: ['listReferences'] })
  return (
    <Modal open title={t('removeReference')} okText={t('removeReference')} okButtonProps={{ danger: true }} cancelText={t('cancel')} confirmLoading={remove.isPending} onOk={() => remove.mutate({ params: { id: table.id } }, { onSuccess: onDone })} onCancel={onClose}>
      <p>{t('removeSure', { title: table.title })}</p>
      <FailurePanel failure={remove.error} />
    </Modal>
  )
}

/** A table that comes with the program and has not been changed by the office; it cannot be removed. */
const isShipped = (table: ReferenceTable): boolean => shippedReferences.some((one) => one.id === table.id && JSON.stringify(one.figures) === JSON.stringify(table.figures) && one.source === table.source)

/** 公布数据: what others have published, entered with its source and set beside the office's own. */
export const ReferencesPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const references = useRoute('listReferences')
  const [open, setOpen] = useState<{ readonly table?: ReferenceTable }>()
  const [removing, setRemoving] = useState<ReferenceTable>()
  const [compared, setCompared] = useState<string>()
  const facts = (table: ReferenceTable): string => [table.source, table.edition, table.period, table.area, table.cutOff === '' ? '' : t('cutAt', { hour: table.cutOff }), table.scale === 1 ? '' : t('inTenThousand')].filter((part) => part !== '').join(' · ')
  return (
    <>
      <Section title={t('references')} acts={may('reference.write') && <Button type="primary" onClick={() => setOpen({})}>{t('newReference')}</Button>}>
        <p className="quiet">{t('referencesLead')}</p>
        <Loaded of={references}>
          {(data) =>
            data.tables.length === 0 ? (
              <EmptyState title={t('noReferences')} hint={t('noReferencesHint')} />
            ) : (
              <ul className="reference-list">
                {data.tables.map((table) => (
                  <li key={table.id}>
                    <div>
                      <strong className="data">{table.title}</strong> {isShipped(table) && <span className="tag">{t('shipped')}</span>}
                      <div className="quiet data">{facts(table)}</div>
                    </div>
                    <div className="row table-acts">
                      <Button size="small" aria-pressed={compared === table.id} onClick={() => setCompared(table.id)}>{t('compare')}</Button>
                      {may('reference.write') && <Button size="small" onClick={() => setOpen({ table })}>{t('editReference')}</Button>}
                      {may('reference.write') && !isShipped(table) && <Button size="small" onClick={() => setRemoving(table)}>{t('removeReference')}</Button>}
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      {compared !== undefined && <Comparison key={compared} id={compared} />}
      {open !== undefined && <ReferenceDialog table={open.table} taken={references.data?.tables.map((table) => table.id) ?? []} onClose={() => setOpen(undefined)} />}
      {removing !== undefined && <RemoveDialog table={removing} onClose={() => setRemoving(undefined)} onDone={() => { setRemoving(undefined); setCompared(undefined) }} />}
    </>
  )
}
