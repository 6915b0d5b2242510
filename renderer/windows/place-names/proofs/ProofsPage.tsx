import './proofs.css'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { clearable } from '../../../shared/clearable.tsx'
import type { Reply } from '../../../shared/client.ts'
import { call } from '../../../shared/client.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Facts, FailurePanel, Page, Waiting } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { usePut } from '../../../shared/put.ts'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { useQueryClient } from '@tanstack/react-query'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { ProofDialog } from './ProofDialog.tsx'
import { words } from './words.ts'

type Proof = Reply<'listProofs'>['rows'][number]

const WithdrawDialog = ({ proof, onDone, onClose }: { readonly proof: Proof; readonly onDone: () => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [day, setDay] = useState(office.today as string)
  const [reason, setReason] = useState('')
  const short = reason.trim().length < 2
  return (
    <ActDialog title={`${t('withdraw')} · ${proof.number}`} verb={t('withdraw')} danger missing={short ? 'reason' : day === '' ? 'day' : undefined} onDone={onDone} onCancel={onClose} act={() => call('withdrawProof', { body: { number: proof.number, day, reason: reason.trim() } })}>
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('withdrawHint')}</p>
          <Fields>
            <Field path="reason" span={8} label={t('reason')} required failure={failure} problem={tried && short ? t('reasonShort') : undefined}><Input value={reason} maxLength={200} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const Panel = ({ number, onClose, onChanged }: { readonly number: string; readonly onClose: () => void; readonly onChanged: () => void }) => {
  const t = useWords(words)
  const { may } = useSession()
  const [open, setOpen] = useState<'print' | 'withdraw'>()
  const found = useRoute('listProofs', { query: { text: number } }, { fresh: 0 })
  const proof = found.data?.rows.find((one) => one.number === number)
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }, { key: 'F8', label: t('print'), run: () => setOpen('print'), disabled: proof === undefined || !may('case.print') }])
  return (
    <aside className="proof-panel" aria-label={t('panel', { number })}>
      <header><h2 className={proof === undefined || proof.withdrawn === null ? '' : 'proof-gone'}>{number}</h2><Button size="small" onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button></header>
      <FailurePanel failure={found.error} onRetry={() => void found.refetch()} />
      {proof === undefined ? (found.error === null && (found.isFetching ? <Waiting /> : <p className="quiet">{t('nothingFits')}</p>)) : (
        <>
          {proof.withdrawn !== null && <p className="finding-note stop">{t('withdrawnFor', { day: proof.withdrawn.day, reason: proof.withdrawn.reason })}</p>}
          <div className="row">{may('case.print') && <Button size="small" type="primary" onClick={() => setOpen('print')}>{t('print')} <KeyCap name="F8" /></Button>}{may('case.write') && proof.withdrawn === null && <Button size="small" danger onClick={() => setOpen('withdraw')}>{t('withdraw')}</Button>}</div>
          <Facts rows={[[t('day'), proof.day], [t('owner'), proof.owner], [t('applicant'), proof.applicant], [t('standard'), proof.standard], [t('by'), proof.byName]]} />
          <ul className="plain-list">{proof.forms.map((form, index) => <li key={index}><span className="quiet">{t(`source_${form.source}`)}{form.document === '' ? '' : ` ${form.document}`}</span><div>{form.written}</div></li>)}</ul>
          <section className="proof-sentence"><h3>{t('sentence')}</h3><p className="proof-words">{proof.sentence}</p></section>
          {open === 'print' && <PaperDialog route="getProofPaper" args={{ query: { number } }} name={`${t('paper')}-${number}.pdf`} title={`${t('paper')} · ${number}`} version={proof.withdrawn?.day ?? ''} onClose={() => setOpen(undefined)} />}
          {open === 'withdraw' && <WithdrawDialog proof={proof} onClose={() => setOpen(undefined)} onDone={() => { setOpen(undefined); onChanged() }} />}
        </>
      )}
    </aside>
  )
}

/** 地名证明: those issued, and a new one. */
const ProofsPage = () => {
  const t = useWords(words)
  const { may } = useSession()
  const client = useQueryClient()
  const [params, put] = usePut()
  const [text, from, to, opened] = ['text', 'from', 'to', 'number'].map((part) => params.get(part) ?? '') as [string, string, string, string]
  const [adding, setAdding] = useState(params.get('new') === '1')
  const [shown, type] = useSettled(text, (words) => put({ text: words }), 150)
  const refresh = (): void => { void client.invalidateQueries({ queryKey: ['listProofs'] }); void client.invalidateQueries({ queryKey: ['paper', 'getProofPaper'] }) }
  const pages = usePages('listProofs', { ...(text !== '' && { text }), ...(from !== '' && { from }), ...(to !== '' && { to }), limit: 100 }, 'after')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const columns = useMemo((): readonly Column<Proof>[] => [
    { id: 'number', title: t('number'), width: 'minmax(172px, 1fr)', text: (row) => row.number, render: (row) => <span className={row.withdrawn === null ? 'row-name' : 'proof-gone'}>{row.number}</span> },
    { id: 'day', title: t('day'), width: '92px', text: (row) => row.day },
    { id: 'owner', title: t('owner'), width: 'minmax(80px, 0.6fr)', text: (row) => row.owner },
    { id: 'standard', title: t('standard'), width: 'minmax(220px, 2fr)', text: (row) => row.standard },
    { id: 'forms', title: t('forms'), width: '64px', text: (row) => t('formsCount', { n: row.forms.length }) },
    { id: 'state', title: t('state'), width: '84px', text: (row) => t(row.withdrawn === null ? 'valid' : 'withdrawn'), render: (row) => <span className={`tag ${row.withdrawn === null ? 'good' : 'stop'}`}>{t(row.withdrawn === null ? 'valid' : 'withdrawn')}</span> },
    { id: 'by', title: t('by'), width: '84px', text: (row) => row.byName },
  ], [t])
  usePageKeys([{ key: 'F9', label: t('add'), run: () => setAdding(true), disabled: !may('case.write') || adding }])
  const narrowed = text !== '' || from !== '' || to !== ''
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('case.write') && <Button type="primary" onClick={() => setAdding(true)}>{t('add')} <KeyCap name="F9" /></Button>}>
        <div className="proof-filters">
          <label className="text">{t('text')}<Input value={shown} maxLength={100} allowClear={clearable} autoComplete="off" spellCheck={false} placeholder={t('textHint')} onChange={(event) => type(event.target.value)} /></label>
          <label>{t('from')}<DayField value={from} onChange={(day) => put({ from: day })} /></label>
          <label>{t('to')}<DayField value={to} onChange={(day) => put({ to: day })} /></label>
          {narrowed && <Button size="small" onClick={() => { type(''); put({ text: '', from: '', to: '' }) }}>{t('clear')}</Button>}
          <span className="quiet">{t('masked')}</span>
        </div>
        <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
        <div className={opened === '' ? 'proof-place' : 'proof-place open'}>
          <DataTable name={t('list')} columns={columns} rows={rows} rowKey={(row) => row.number} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} filter={false} height="max(240px, calc(100vh - 380px))" onOpen={(row) => put({ number: row.number })} empty={narrowed ? <p className="quiet pad">{t('nothingFits')}</p> : <EmptyState title={t('empty')} hint={t('emptyHint')} />} />
          {opened !== '' && <Panel key={opened} number={opened} onClose={() => put({ number: '' })} onChanged={refresh} />}
        </div>
        {adding && <ProofDialog onClose={() => setAdding(false)} onIssued={(number) => { setAdding(false); refresh(); put({ number, new: '' }) }} />}
      </Page>
    </>
  )
}

export default ProofsPage
