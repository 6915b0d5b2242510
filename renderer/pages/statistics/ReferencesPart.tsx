import { Button, Modal } from 'antd'
import { useState } from 'react'
import { findPublishedFigure, shippedReferences } from '../../../domain/statistics/published.ts'
import { referenceKind, type ReferenceTable } from '../../../domain/statistics/reference.ts'
import { number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { useOpening } from '../../shared/opening.tsx'
import { EmptyState, FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { CheckedTable } from './CheckedTable.tsx'
import { unitWords } from './counted/units.ts'
import { ReferenceDialog } from './ReferenceDialog.tsx'
import { words } from './words.ts'

/** A published table, or the targets, beside the office's own numbers: difference, whether it lies within the rounding or the target is reached, and the cases of the own number. */
const Comparison = ({ id }: { readonly id: string }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const opening = useOpening()
  const comparison = useRoute('compareReference', { params: { id } })
  return (
    <>
      <Loaded of={comparison}>
        {(data) => {
          const target = referenceKind(data.table) === 'target'
          return (
            <CheckedTable
              title={<>{t(target ? 'comparisonTarget' : 'comparison')} · <span className="data">{data.table.title}</span></>} of={data} lead={<p className="quiet">{t('differenceLead')}</p>}
              head={<><th scope="col">{t('item')}</th><th scope="col">{t('unitTitle')}</th><th scope="col" className="end">{t(target ? 'kind_target' : 'published')}</th><th scope="col" className="end">{t('own')}</th><th scope="col" className="end">{t('difference')}</th>{target && <th scope="col" className="end">{t('reachedShare')}</th>}<th scope="col" /></>}
            >
              {data.rows.map((row) => {
                const figure = findPublishedFigure(row.cell)
                return (
                  <tr key={row.cell}>
                    <th scope="row">{say(row.title)}</th>
                    <td>{unitWords(figure?.unit ?? '', language)}</td>
                    <td className="end">{number(row.published)}</td>
                    <td className="end">{opening.number(figure === undefined ? null : { window: figure.window, cells: [...figure.cells], from: data.from, to: data.to }, row.own, say(row.title), number(row.own))}</td>
                    <td className="end">{row.difference > 0 ? '+' : row.difference < 0 ? '−' : ''}{number(Math.abs(row.difference))}</td>
                    {target && <td className="end">{row.published === 0 ? '—' : `${(Math.floor((row.own / row.published) * 1000) / 10).toFixed(1)}%`}</td>}
                    <td><span className={`tag ${row.agrees ? 'good' : 'answer'}`}>{t(target ? (row.agrees ? 'reached' : 'notReached') : row.agrees ? 'agrees' : 'differs')}</span></td>
                  </tr>
                )
              })}
            </CheckedTable>
          )
        }}
      </Loaded>
      {opening.dialog}
    </>
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

/** 目标和公布数据: targets that were set and what others have published, entered with its source and set beside the office's own. */
export const ReferencesPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const references = useRoute('listReferences')
  const [open, setOpen] = useState<{ readonly table?: ReferenceTable }>()
  const [removing, setRemoving] = useState<ReferenceTable>()
  const [compared, setCompared] = useState<string>()
  const facts = (table: ReferenceTable): string => [table.source, table.day ?? '', table.edition, table.period, table.area, table.cutOff === '' ? '' : t('cutAt', { hour: table.cutOff }), table.scale === 1 ? '' : t('inTenThousand')].filter((part) => part !== '').join(' · ')
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
                      <strong className="data">{table.title}</strong> <span className={`tag ${referenceKind(table) === 'target' ? 'information' : ''}`}>{t(`kind_${referenceKind(table)}`)}</span> {isShipped(table) && <span className="tag">{t('shipped')}</span>}
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
