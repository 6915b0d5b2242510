import './policies.css'
import { Button, Input, Modal } from 'antd'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { titleOf, waiverItems, waiverUnits } from '../../../../domain/waiver/codes.ts'
import { ApiFailure } from '../../../shared/client.ts'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field, focusField } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { writeFen } from '../../../shared/MoneyField.tsx'
import { EmptyState, FailurePanel, Loaded, Section } from '../../../shared/Page.tsx'
import { useAct, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { CodeAt, DayAt, SelectAt, TextAt, useOptions, YuanAt } from '../../../shared/draftFields.tsx'
import { priceFaults, readPrices, type PriceRow } from './prices.ts'
import { DraftProvider, draftStore, useList, type DraftStore } from '../../../shared/draft.ts'
import { words } from './words.ts'

const Row = ({ index, onDrop }: { readonly index: number; readonly onDrop: () => void }) => {
  const t = useWords(words)
  const units = useOptions(waiverUnits)
  const path = `rows.${String(index)}`
  const name = t('lineN', { n: index + 1 })
  return (
    <div className="price-row">
      <CodeAt bare path={`${path}.item`} label={`${name} ${t('item')}`} table={waiverItems} />
      <SelectAt bare path={`${path}.unit`} label={`${name} ${t('unit')}`} options={units} />
      <YuanAt bare path={`${path}.unitPriceFen`} label={`${name} ${t('price')}`} />
      <TextAt bare path={`${path}.document`} label={`${name} ${t('priceDocument')}`} most={200} />
      <DayAt bare path={`${path}.from`} label={`${name} ${t('from')}`} />
      <DayAt bare path={`${path}.to`} label={`${name} ${t('to')}`} />
      <Button size="small" type="text" aria-label={t('drop', { what: name })} onClick={onDrop}>×</Button>
    </div>
  )
}

const Rows = ({ today }: { readonly today: string }) => {
  const t = useWords(words)
  const rows = useList<PriceRow>('rows')
  return (
    <div className="price-lines">
      <div className="price-row price-titles" aria-hidden="true"><span>{t('item')}</span><span>{t('unit')}</span><span>{t('price')}</span><span>{t('priceDocument')}</span><span>{t('from')}</span><span>{t('to')}</span><span /></div>
      {Array.from({ length: rows.length }, (_, index) => <Row key={index} index={index} onDrop={() => rows.drop(index)} />)}
      <div><Button size="small" disabled={rows.length >= 500} onClick={() => rows.add({ item: 'cremation', unit: 'body', unitPriceFen: Number.NaN, document: rows.read().at(-1)?.document ?? '', from: today, to: '' })}>{t('addLine')}</Button></div>
    </div>
  )
}

/** The price list as a form; faults stand at their fields while one types, and it is saved with a reason. */
const PricesDialog = ({ rows, onClose }: { readonly rows: readonly PriceRow[]; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = useAct('changeSetting', { refresh: ['listSettings', 'listPrices'] })
  const store = useMemo(() => {
    const made: DraftStore<{ readonly rows: readonly PriceRow[] }> = draftStore({ rows }, (next) => queueMicrotask(() => made.setFaults(priceFaults(next.rows))))
    return made
  }, [rows])
  const faults = useSyncExternalStore(store.subscribe, store.faults)
  const short = reason.trim().length < 2
  const submit = (): void => {
    setTried(true)
    const found = priceFaults(store.get().rows)
    store.setFaults(found)
    if (found[0] !== undefined) focusField(found[0].field)
    else if (!short) save.mutate({ params: { key: 'burial.prices' }, body: { value: store.get().rows.map((row) => ({ ...row, document: row.document.trim() })), reason: reason.trim() } }, { onSuccess: onClose })
  }
  usePageKeys([{ key: 'F2', label: t('save'), run: submit }], { dialog: true })
  return (
    <Modal open width="min(1180px, 96vw)" style={{ top: 24 }} title={t('pricesTitle')} okText={`${t('save')} F2`} cancelText={t('cancel')} confirmLoading={save.isPending} onOk={submit} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DraftProvider value={store as unknown as DraftStore<unknown>}>
        <DialogForm onSubmit={submit}>
          <p className="quiet">{t('pricesNote')}</p>
          <Rows today={office.today} />
          <Field path="reason" label={t('reason')} required problem={tried && short ? t('reasonShort') : undefined} failure={save.error}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
          {faults.length > 0 && <p className="finding-note stop">{t('faults', { n: faults.length })}</p>}
          {!(save.error instanceof ApiFailure && save.error.field === 'reason') && <FailurePanel failure={save.error} safe />}
        </DialogForm>
      </DraftProvider>
    </Modal>
  )
}

/** 收费标准: what may be billed, by which document, from when to when. */
export const PricesPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may, office } = useSession()
  const [editing, setEditing] = useState(false)
  const settings = useRoute('listSettings', {}, { fresh: 5_000 })
  return (
    <Loaded of={settings}>
      {(data) => {
        const rows = readPrices(data.settings.find(({ key }) => key === 'burial.prices')?.value)
        const state = (row: PriceRow) => (row.from > office.today ? 'toCome' : row.to !== '' && row.to < office.today ? 'ended' : 'inForce')
        const tones = { inForce: 'good', ended: '', toCome: 'information' } as const
        return (
          <Section title={t('part.prices')} acts={may('setting.write') ? <Button type="primary" onClick={() => setEditing(true)}>{t('pricesEdit')}</Button> : <span className="quiet">{t('pricesWho')}</span>}>
            <p className="quiet">{t('pricesLead')}</p>
            {rows.length === 0 ? <EmptyState title={t('pricesEmpty')} hint={t('pricesEmptyHint')} /> : (
              <div className="table-frame"><table className="plain-table">
                <thead><tr><th scope="col">{t('item')}</th><th scope="col">{t('unit')}</th><th scope="col" className="end">{t('price')}</th><th scope="col">{t('priceDocument')}</th><th scope="col">{t('from')}</th><th scope="col">{t('to')}</th><th scope="col">{t('state')}</th></tr></thead>
                <tbody>{rows.map((row, index) => <tr key={`${row.item} ${row.unit} ${row.from} ${String(index)}`}><th scope="row">{say(titleOf(row.item))}</th><td>{say(titleOf(row.unit))}</td><td className="end mono">{writeFen(row.unitPriceFen)}</td><td className="data">{row.document}</td><td>{row.from}</td><td>{row.to}</td><td><span className={`tag ${tones[state(row)]}`}>{t(`state.${state(row)}`)}</span></td></tr>)}</tbody>
              </table></div>
            )}
            {editing && <PricesDialog rows={rows} onClose={() => setEditing(false)} />}
          </Section>
        )
      }}
    </Loaded>
  )
}
