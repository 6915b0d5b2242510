import './tally.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { Choices } from '../../frame/Choices.tsx'
import { call } from '../../shared/client.ts'
import { instant } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { useOpening } from '../../shared/opening.tsx'
import { EmptyState, FailurePanel, Loaded, Page } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { usePut } from '../../shared/put.ts'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { saveFile } from '../../shared/shell.ts'
import { TablesFrame } from '../statistics/counted/TablesFrame.tsx'
import { isOver, kindOf, readPeriod } from '../statistics/period.ts'
import { differencesOf, failingLines, isEmptyBook } from './book.ts'
import { BookTableView } from './BookTableView.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { CheckLines } from './Checks.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CsvButton, type Encoding } from './CsvButton.tsx'
import { LatePart } from './LatePart.tsx'
import { isClosable, MonthsPart } from './MonthsPart.tsx'
import { Notes } from './Notes.tsx'
import { Paragraph } from './Paragraph.tsx'
import { Summary } from './Summary.tsx'
import { words } from './words.ts'

/** 月报: the book of a period, as it was signed or as it is now, with every number opening its cases. */
export default function TallyPage() {
  const t = useWords(words)
  const say = useSay()
  const { office, may } = useSession()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState(false)
  const [closing, setClosing] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const { number, dialog } = useOpening()
  const period = readPeriod(params, office.today)
  const asked = params.get('table') ?? 'summary'
  const month = kindOf(period) === 'month' ? period.from.slice(0, 7) : undefined
  const year = Number(period.from.slice(0, 4))
  const months = useRoute('listMonths', { query: { year } }, { enabled: month !== undefined })
  const line = months.data?.months.find((one) => one.month === month)
  const closed = line?.closed ?? null
  const wantsNow = params.get('now') === 'true'
  const query = { from: period.from, to: period.to, ...(wantsNow && { now: 'true' as const }) }
  const tally = useRoute('getTally', { query }, { keep: true })
  // The other of the two, to say what differs.
  const other = useRoute('getTally', { query: { from: period.from, to: period.to, ...(!wantsNow && { now: 'true' as const }) } }, { enabled: closed !== null })
  const signedBook = wantsNow ? other.data : tally.data
  const nowBook = wantsNow ? tally.data : other.data
  const changes = useMemo(() => (closed === null || signedBook === undefined || nowBook === undefined ? undefined : differencesOf(signedBook.book, nowBook.book)), [closed, signedBook, nowBook])
  const [figuresNow, tablesNow] = [changes?.figures.length ?? 0, changes?.tables.length ?? 0]
  // A correction may move persons between the columns of a table and leave every figure of the summary as it was.
  const differing = figuresNow + tablesNow
  const title = tally.data === undefined ? t('title') : t('reportTitle', { title: say(tally.data.book.title) })
  const save = (of: Promise<Blob>, end: string): void => {
    setFailure(null)
    of.then((file) => saveFile(file, `${title}.${end}`)).catch(setFailure)
  }
  const workbook = (): void => save(call('tallyWorkbook', { query }), 'xlsx')
  const csv = (encoding: Encoding): void => save(call('tallyCsv', { query: { ...query, encoding } }), 'csv')
  const mayClose = month !== undefined && line !== undefined && isClosable(line) && may('month.close')
  const keys = useMemo<readonly PageKey[]>(() => [
    { key: 'F8', label: t('pdf'), run: () => setPrinting(true) },
    ...(may('month.close') ? [{ key: 'F9', label: t('close'), disabled: !mayClose, run: () => setClosing(month) }] : []),
  ], [t, may, mayClose, month])
  usePageKeys(keys)
  const book = tally.data?.book
  const broken = (fails: number) => fails > 0 && <span className="tag stop">{fails}</span>
  const own = [
    { id: 'summary', title: t('part_summary') },
    { id: 'late', title: t('part_late'), mark: (book?.late.length ?? 0) > 0 && <span className="tag">{(book?.late.length ?? 0) + (book?.lateMore ?? 0)}</span> },
    { id: 'checks', title: t('part_checks'), mark: broken(book?.checks.filter(({ holds }) => !holds).length ?? 0) },
    ...(closed === null ? [] : [{ id: 'changes', title: t('part_changes'), mark: differing > 0 && <span className="tag answer">{differing}</span> }]),
    { id: 'months', title: t('part_months') },
  ]
  const groups = [
    { title: t('group_book'), entries: own },
    ...(book?.windows ?? []).map((window) => ({ title: say(window.title), entries: (book?.tables ?? []).filter((table) => table.window === window.id).map((table) => ({ id: table.id, title: say(table.title), mark: broken(table.identities.filter(({ holds }) => !holds).length) })) })),
  ]
  return (
    <Page wide title={t('title')} lead={t('lead')} acts={<>
      <CsvButton onSave={csv} />
      <Button onClick={workbook}>{t('xlsx')}</Button>
      {mayClose && <Button onClick={() => setClosing(month)}>{t('close')} <KeyCap name="F9" /></Button>}
      <Button type="primary" onClick={() => setPrinting(true)}>{t('pdf')} <KeyCap name="F8" /></Button>
    </>}>
      <div className="tally">
        <TablesFrame path="/tally" asked={asked} period={period} groups={groups} keep={wantsNow ? { now: 'true' } : {}} onPeriod={({ from, to }) => put({ from, to, now: '' })} before={<FailurePanel failure={failure} />}>
          {asked === 'months' ? <MonthsPart first={year} onClose={(one) => setClosing(one.month)} /> : (
            <Loaded of={tally}>
              {(data) => (
                <>
                  <div className="tally-strip">
                    <h2>{say(data.book.title)}</h2>
                    {closed !== null ? <span className="tag good">{t('stateClosed')}</span> : !isOver(period, office.today) ? <span className="tag">{t('stateRunning')}</span> : month !== undefined && <span className="tag answer">{t('stateOpen')}</span>}
                    {closed !== null && <span className="quiet data">{t('closedBy', { at: instant(closed.at), by: closed.by, second: closed.second })}</span>}
                    {closed !== null && <Choices label={t('view')} value={wantsNow ? 'now' : 'signed'} options={[{ value: 'signed', title: t('viewSigned') }, { value: 'now', title: t('viewNow') }]} onChange={(next) => put({ now: next === 'now' ? 'true' : '' })} />}
                    <span className="quiet">{data.stored ? t('storedNow') : t('took', { n: Math.max(1, Math.round(data.milliseconds)) })} · {t('headAt', { n: data.book.head.seq })}</span>
                  </div>
                  {closed !== null && changes !== undefined && asked !== 'changes' && (
                    <p className={differing > 0 ? 'finding-note answer' : 'quiet'}>{wantsNow && `${t('nowOf')} `}{differing > 0 ? <>{t('differNow', { n: figuresNow, tables: tablesNow })} <Link href={`/tally?${new URLSearchParams({ ...query, table: 'changes' }).toString()}`}>{t('seeChanges')}</Link></> : t('sameNow')}</p>
                  )}
                  <Notes book={data.book} />
                  {asked === 'late' ? <LatePart book={data.book} />
                    : asked === 'checks' ? <CheckLines title={t('checksOfBook')} checks={data.book.checks} none={t('noChecks')} />
                      : asked === 'changes' && signedBook !== undefined && nowBook !== undefined ? <ChangesPart signed={signedBook.book} now={nowBook.book} />
                        : asked === 'summary' || !data.book.tables.some(({ id }) => id === asked) ? (
                          isEmptyBook(data.book) ? <EmptyState title={t('noBusiness')} hint={t('noBusinessHint')} /> : <><Paragraph text={data.book.paragraph} /><Summary book={data.book} number={number} />{failingLines(data.book).length > 0 && <CheckLines title={t('checks')} checks={failingLines(data.book)} none="" />}</>
                        ) : data.book.tables.filter(({ id }) => id === asked).map((table) => <BookTableView key={table.id} table={table} number={number} />)}
                </>
              )}
            </Loaded>
          )}
        </TablesFrame>
      </div>
      {dialog}
      {closing !== undefined && <CloseDialog month={closing} onCancel={() => setClosing(undefined)} onDone={() => setClosing(undefined)} />}
      {printing && <PaperDialog route="tallySheet" args={{ query }} title={title} name={`${title}.pdf`} onClose={() => setPrinting(false)} />}
    </Page>
  )
}
