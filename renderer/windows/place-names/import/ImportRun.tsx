import { Button, Checkbox, Input, Modal } from 'antd'
import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Finding } from '../../../../api/schemas/common.ts'
import type { ImportState, StagedLine } from '../../../../api/schemas/gazetteer.ts'
import { clearable } from '../../../shared/clearable.tsx'
import { ApiFailure, call, type Reply, type RouteId } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { FindingList } from '../../../shared/FindingList.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { JobProgress } from '../../../shared/JobProgress.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RowPanel } from './RowPanel.tsx'
import { standing, withReasons, type Question } from './rows.ts'
import { Towns } from './Towns.tsx'
import { everyRow, useStaged, wholeTable, type RowFilter } from './useStaged.ts'
import { words } from './words.ts'

const states = ['clean', 'asks', 'stopped', 'taken'] as const
const tones = { clean: 'good', asks: 'answer', stopped: 'stop', taken: 'information' } as const
/** Answers handed in at once. */
const batch = 1000
/** Names of one application. */
const mostInCase = 1000
const changed: readonly RouteId[] = ['listImports', 'listGazetteer', 'gazetteerSums', 'placeNameMap']

/** The rows of an import: what was found at each, reasons one by one or for many, and what is taken. */
export const ImportRun = ({ state }: { readonly state: ImportState }) => {
  const t = useWords(words)
  const say = useSay()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { id } = state
  const [filter, setFilter] = useState<RowFilter>(wholeTable)
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<number>()
  const [chosen, setChosen] = useState<ReadonlyMap<number, StagedLine>>(new Map())
  const [into, setInto] = useState<'gazetteer' | 'case'>('gazetteer')
  const [dialog, setDialog] = useState<'columns' | 'reason' | 'drop'>()
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const running = state.job?.state === 'running'
  const pages = useStaged(id, filter, state.trouble === null)
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const line = rows.find(({ row }) => row === opened) ?? (opened === undefined ? undefined : chosen.get(opened))
  useEffect(() => {
    const timer = setTimeout(() => setFilter((now) => (now.text === typed.trim() ? now : { ...now, text: typed.trim() })), 120)
    return () => clearTimeout(timer)
  }, [typed])
  // When the rows have been gone through or taken, what is shown is read again.
  const was = useRef(running)
  const takenBefore = useRef<number>(undefined)
  useEffect(() => {
    if (was.current && !running) {
      if (takenBefore.current !== undefined) setTold(t('takenNow', { n: number(state.taken - takenBefore.current) }))
      takenBefore.current = undefined
      void client.invalidateQueries({ queryKey: ['listStaged', id] })
      for (const route of changed) void client.invalidateQueries({ queryKey: [route] })
    }
    was.current = running
  }, [running, client, id, state.taken, t])

  const put = useCallback((next: ImportState): void => { client.setQueryData(['getImport', { params: { id } }], next) }, [client, id])
  const answer = async (asked: Question['asked'], reason: string): Promise<void> => {
    for (let at = 0; at < asked.length; at += batch) put(await call('answerStaged', { params: { id }, body: { answers: asked.slice(at, at + batch).map((one) => ({ ...one, reason })) } }))
    setChosen((now) => new Map([...now].map(([row, one]) => [row, withReasons(one, asked, reason)])))
    // The row that is open keeps its place and shows the reason at once, whatever the list is narrowed to.
    client.setQueriesData<InfiniteData<Reply<'listStaged'>>>({ queryKey: ['listStaged', id] }, (data) => (data === undefined ? data : { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((one) => withReasons(one, asked, reason)) })) }))
    await client.invalidateQueries({ queryKey: ['listStaged', id] })
  }
  const take = async (wanted: 'clean' | readonly number[], target: 'gazetteer' | 'case'): Promise<void> => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    setTold('')
    try {
      const before = state.taken
      const reply = await call('takeStaged', { params: { id }, body: { rows: wanted === 'clean' ? 'clean' : [...wanted], into: target } })
      put(reply.state)
      setChosen(new Map())
      if (reply.draft !== undefined) {
        navigate(`/place-names/drafts/${reply.draft}`)
        return
      }
      if (reply.state.job?.state === 'running') takenBefore.current = before
      else setTold(t('takenNow', { n: number(reply.state.taken - before) }))
      await client.invalidateQueries({ queryKey: ['listStaged', id] })
      for (const route of changed) void client.invalidateQueries({ queryKey: [route] })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const toggle = useCallback((one: StagedLine): void => setChosen((now) => { const next = new Map(now); if (!next.delete(one.row)) next.set(one.row, one); return next }), [])
  const nextToSettle = (): void => {
    const from = rows.findIndex(({ row }) => row === opened)
    const found = [...rows.slice(from + 1), ...rows.slice(0, from + 1)].find((one) => one.state === 'asks' || one.state === 'stopped')
    if (found !== undefined) setOpened(found.row)
  }
  usePageKeys([
    { key: 'n', label: t('nextKey'), run: nextToSettle },
    { key: 'x', label: t('pickKey'), run: () => { if (line !== undefined && line.state !== 'taken') toggle(line) }, disabled: line === undefined },
    { key: 'Escape', label: t('close'), run: () => setOpened(undefined), disabled: opened === undefined },
  ], { when: dialog === undefined })
  const columns = useMemo((): readonly Column<StagedLine>[] => [
    { id: 'pick', title: t('pick'), width: '30px', text: () => '', render: (row) => (row.state === 'taken' ? null : <span onClick={(event) => event.stopPropagation()}><Checkbox checked={chosen.has(row.row)} aria-label={t('pickRow', { n: row.row })} onChange={() => toggle(row)} /></span>) },
    { id: 'row', title: t('row'), width: '46px', align: 'end', text: (row) => String(row.row) },
    { id: 'name', title: t('name'), width: 'minmax(100px, 1fr)', text: (row) => row.name, render: (row) => <span className="row-name">{row.name === '' ? '—' : row.name}</span> },
    { id: 'spelling', title: t('spelling'), width: 'minmax(110px, 1fr)', text: (row) => row.text, render: (row) => <span className="pinyin" lang="zh-Latn">{row.text}</span> },
    { id: 'township', title: t('township'), width: 'minmax(80px, 0.7fr)', text: (row) => `${row.township}${row.village}` },
    { id: 'state', title: t('state'), width: '84px', text: (row) => t(row.state), render: (row) => <span className={`tag ${tones[row.state]}`}>{t(row.state)}</span> },
    { id: 'finding', title: t('finding'), width: 'minmax(160px, 2.2fr)', text: (row) => { const found = standing(row); const [first] = found; return first === undefined ? '' : found.length > 1 ? t('andMore', { words: say(first.message), n: found.length }) : say(first.message) } },
  ], [t, say, chosen, toggle])
  const picked = [...chosen.keys()]
  return (
    <>
      {running && <JobProgress job={state.job ?? undefined} title={t(state.job?.stage === 'taking' ? 'taking' : 'checking')} />}
      {state.job?.state === 'failed' && <p className="finding-note stop" role="alert">{t('failed')}{state.job.error === undefined ? '' : ` ${say(state.job.error)}`}</p>}
      {state.trouble !== null && <><p className="finding-note stop" role="alert">{say(state.trouble.message)}</p><div className="row"><Button type="primary" autoFocus onClick={() => setDialog('columns')}>{t('setColumns')}</Button><Button onClick={() => setDialog('drop')}>{t('drop')}</Button></div></>}
      {state.trouble === null && <><div className="import-head">
        <div className="pick-chips" role="group" aria-label={t('states')}>
          <button type="button" aria-pressed={filter.state === ''} onClick={() => setFilter((now) => ({ ...now, state: '' }))}>{t('all')}<b>{number(state.rows)}</b></button>
          {states.map((one) => <button key={one} type="button" aria-pressed={filter.state === one} onClick={() => setFilter((now) => ({ ...now, state: now.state === one ? '' : one }))}>{t(one)}<b>{number(state[one])}</b></button>)}
        </div>
        <Input className="import-find" aria-label={t('find')} placeholder={t('findHint')} value={typed} allowClear={clearable} maxLength={50} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        <select className="plain-select" aria-label={t('township')} value={filter.township} onChange={(event) => setFilter((now) => ({ ...now, township: event.target.value }))}><option value="">{t('township')}</option>{state.townships.filter(({ township }) => township !== '').map(({ township }) => <option key={township} value={township}>{township}</option>)}</select>
        <Button size="small" onClick={() => setDialog('columns')}>{t('rereadTitle')}</Button>
        <Button size="small" onClick={() => setDialog('drop')}>{t('drop')}</Button>
      </div>
      <div className="import-head">
        <label className="row"><span className="quiet">{t('into')}</span><select className="plain-select" value={into} onChange={(event) => setInto(event.target.value === 'case' ? 'case' : 'gazetteer')}><option value="gazetteer">{t('into_gazetteer')}</option><option value="case">{t('into_case')}</option></select></label>
        <Button type="primary" disabled={running || state.clean === 0 || (into === 'case' && state.clean > mostInCase)} loading={busy} onClick={() => void take('clean', into)}>{t('takeClean', { n: number(state.clean) })}</Button>
        <Button disabled={running || picked.length === 0 || (into === 'case' && picked.length > mostInCase)} onClick={() => void take(picked, into)}>{t('takePicked')}</Button>
        <Button disabled={running || picked.length === 0} onClick={() => setDialog('reason')}>{t('sameReason')}</Button>
        <Button size="small" disabled={running || rows.length === 0} onClick={() => { everyRow(id, filter).then((found) => setChosen(new Map(found.filter((one) => one.state !== 'taken').map((one) => [one.row, one]))), setFailure) }}>{t('pickAll')}</Button>
        {picked.length > 0 && <Button size="small" onClick={() => setChosen(new Map())}>{t('pickNone')}</Button>}
        <span className="quiet" role="status">{picked.length > 0 ? t('picked', { n: number(picked.length) }) : told}{into === 'case' ? ` ${t(picked.length > mostInCase ? 'tooMany' : 'caseHint')}` : ''}{state.finished ? ` ${t('finished')}` : ''}</span>
      </div>
      <FailurePanel failure={failure} />
      {failure instanceof ApiFailure && failure.findings.length > 0 && <FindingList findings={failure.findings.slice(0, 30).map(({ field: _field, ...finding }) => finding)} />}
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <div className={line === undefined ? 'import-place' : 'import-place open'}>
        <div className="import-rows">
          <DataTable
            name={t('table')} columns={columns} rows={rows} rowKey={(row) => String(row.row)} count={pages.data?.pages[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} filter={false} height="max(280px, calc(100vh - 420px))"
            onOpen={(row) => setOpened(row.row)} empty={running ? <p className="quiet pad">{t('checking')}</p> : <p className="quiet pad">{t('nothingFits')}</p>}
          />
          <Towns towns={state.townships} chosen={filter.township} onPick={(township) => setFilter((now) => ({ ...now, township }))} />
        </div>
        {line !== undefined && (
          <RowPanel
            line={line} failure={null} busy={busy} mayTake={!running} onClose={() => setOpened(undefined)} onTake={() => void take([line.row], 'gazetteer')}
            onAnswer={(finding: Finding, reason) => answer([{ row: line.row, rule: finding.rule, field: finding.field ?? '' }], reason).catch((error: unknown) => setFailure(error))}
          />
        )}
      </div>
      </>}
      {dialog === 'columns' && <ColumnsDialog state={state} onClose={() => setDialog(undefined)} />}
      {dialog === 'reason' && <ReasonDialog lines={[...chosen.values()]} onAnswer={answer} onClose={() => setDialog(undefined)} />}
      {dialog === 'drop' && (
        <Modal
          open title={t('dropTitle')} okText={t('drop')} okButtonProps={{ danger: true }} onCancel={() => setDialog(undefined)} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden
          onOk={() => { call('dropImport', { params: { id } }).then(() => { void client.invalidateQueries({ queryKey: ['listImports'] }); navigate('/place-names/gazetteer/import') }, (error: unknown) => { setDialog(undefined); setFailure(error) }) }}
        >
          {t('dropHint', { n: number(state.rows - state.taken) })}
        </Modal>
      )}
    </>
  )
}
