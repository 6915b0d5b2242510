import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { daysOfMonth, shiftMonth } from '../../../domain/dates.ts'
import { endingTitles } from '../../../domain/marriage/ending-kinds.ts'
import type { Reply } from '../../shared/client.ts'
import { Chart } from '../../shared/Chart.tsx'
import { bytes, dayNumberOf, dayWithWeekday, instant, number, shortInstant } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, Facts, Loaded, Page, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow, offeredWindows, windows, type DeskWindow } from '../../windows.ts'
import { casesOfKind, type CasesPart } from '../statistics/cells.ts'
import type { Period } from '../statistics/period.ts'
import { Sum } from '../statistics/Sum.tsx'
import { Deadlines } from './Deadlines.tsx'
import { Unclosed } from '../day/Unclosed.tsx'
import { words } from './words.ts'

type Kinds = Reply<'dayCounts'>['kinds']

const unitOrder = ['对', '具', '人', '例', '穴', '座', '本', '件', '个', '块', '份', '条', '次', '人次']
const orderOf = (unit: string): number => (unitOrder.includes(unit) ? unitOrder.indexOf(unit) : unitOrder.length)
/** Kinds by their unit, couples and bodies first: couples, cases and booklets never stand in one group nor on one axis. */
export const byUnit = (kinds: Kinds): readonly Kinds[] => [...Map.groupBy(kinds, (kind) => kind.unit.zh)].sort(([a], [b]) => orderOf(a) - orderOf(b)).map(([, group]) => group)
/** The unit of a drawing of kinds. */
export const unitOf = (kinds: Kinds): { readonly zh: string; readonly en: string } => byUnit(kinds)[0]?.[0]?.unit ?? { zh: '对', en: 'couples' }

/** One series a kind of business, in the order the api gives. */
export const seriesOf = <Row extends { readonly kind: string; readonly count: number }>(kinds: Kinds, rows: readonly Row[], keys: readonly string[], keyOf: (row: Row) => string, say: (text: { zh: string; en: string }) => string) =>
  // One axis carries one unit: cases refused (件) do not stand on couples (对).
  (byUnit(kinds)[0] ?? [])
    .filter((kind, index) => kind.count > 0 || index === 0)
    .map((kind) => {
      const counts = new Map(rows.filter((row) => row.kind === kind.kind).map((row) => [keyOf(row), row.count]))
      return { name: say(kind.title), values: keys.map((key) => counts.get(key) ?? 0) }
    })

const Starts = () => {
  const t = useWords(words)
  const say = useSay()
  const { may, office } = useSession()
  const [, navigate] = useLocation()
  const starts = useMemo(() => offeredWindows(office.windows).flatMap((window) => window.starts).filter((start) => may(start.permission)), [office.windows, may])
  // The keys stand on the buttons themselves.
  const keys = useMemo<readonly PageKey[]>(() => starts.slice(0, 9).map((start, index) => ({ key: String(index + 1), label: say(start.title), quiet: true, run: () => navigate(start.path) })), [starts, say, navigate])
  usePageKeys(keys)
  if (starts.length === 0) return null
  return (
    <nav className="starts" aria-label={t('begin')}>
      {starts.map((start, index) => (
        <Link key={start.path} href={start.path} className={`start-button${index === 0 ? ' first' : ''}`}>
          {say(start.title)} {index < 9 && <KeyCap name={String(index + 1)} />}
        </Link>
      ))}
    </nav>
  )
}

const Drafts = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const drafts = useRoute('listDrafts', { query: { mine: 'true' } })
  return (
    <Section title={t('waiting')}>
      <Loaded of={drafts}>
        {(data) =>
          data.drafts.length === 0 ? (
            <EmptyState title={t('nothingWaiting')} hint={t('nothingWaitingHint')} />
          ) : (
            <ul className="work-list">
              {data.drafts.map((draft) => {
                const window = findWindow(draft.window)
                return (
                <li key={draft.id}>
                  <Link href={window?.draftPath(draft.id, draft.caseId) ?? '/'}>
                    <span><b>{draft.title === '' ? t('draftNoTitle') : draft.title}</b> {window !== undefined && <span className="quiet">{say(window.short ?? window.title)}</span>}</span>
                    <span className="quiet">{t('savedAt', { at: shortInstant(draft.savedAt, office.today) })}</span>
                  </Link>
                </li>
                )
              })}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

/** The window of a state of cases in hand: `divorce.received` names its own, the plain ones are those of the first desk. */
export const windowOfState = (state: string): DeskWindow | undefined => (state.includes('.') ? findWindow(state.split('.')[0] ?? '') : windows.find((window) => window.openStates.includes(state)))
const openCases = (state: string): string => windowOfState(state)?.casesPath({ state: state.split('.').at(-1) ?? state }) ?? '/'

const FigureCount = ({ kind, period }: { readonly kind: Kinds[number]; readonly period: Period }) => {
  const say = useSay()
  const parts = casesOfKind(kind, period)
  const only = parts[0]
  if (only === undefined) return <>{number(kind.count)}</>
  if (parts.length === 1) return <Link href={only.path}>{number(kind.count)}</Link>
  const title = ({ of }: CasesPart): string => {
    const ending = of.startsWith('ending.') ? endingTitles[of.slice('ending.'.length) as keyof typeof endingTitles] : undefined
    return ending === undefined ? of : say(ending)
  }
  return <Sum value={kind.count} what={say(kind.title)} parts={parts.map((part) => ({ title: title(part), path: part.path }))} />
}

/** The figures of a list of kinds, e.g. 结婚登记 12 对, a group a unit; each opens its cases. */
export const Figures = ({ kinds, from, to }: { readonly kinds: Kinds; readonly from: string; readonly to: string }) => {
  const say = useSay()
  return (
    <div className="figure-groups">
      {byUnit(kinds).map((group) => (
        <div key={group[0]?.unit.zh} className="figures" role="group" aria-label={group[0] === undefined ? '' : say(group[0].unit)}>
          {group.map((kind) => (
            <div key={`${kind.window} ${kind.kind}`}>
              <div className="figure-number">
                <FigureCount kind={kind} period={{ from, to }} />
                <small>{say(kind.unit)}</small>
              </div>
              <div className="figure-title">{say(kind.title)}</div>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

const Counts = () => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { office } = useSession()
  const [, navigate] = useLocation()
  const [month, setMonth] = useState(office.today.slice(0, 7))
  const year = Number(office.today.slice(0, 4))
  const day = useRoute('dayCounts', undefined, { every: 60_000, keep: true })
  const monthCounts = useRoute('monthCounts', { query: { month } }, { keep: true })
  const yearCounts = useRoute('yearCounts', { query: { year } }, { keep: true })
  return (
    <>
      <div className="columns even">
        <Section title={t('counts')} acts={<Link href="/day">{t('daySheet')}</Link>}>
          <Loaded of={day}>{(data) => (data.kinds.every((kind) => kind.count === 0) ? <EmptyState title={t('noCounts')} hint={t('noCountsHint')} /> : <Figures kinds={data.kinds} from={data.day} to={data.day} />)}</Loaded>
        </Section>
        <Section title={t('open')}>
          <Loaded of={day}>
            {(data) => {
              const open = data.open.filter((state) => state.count > 0)
              if (open.length === 0) return <EmptyState title={t('noneOpen')} hint={t('noneOpenHint')} />
              return (
                <ul className="work-list">
                  {open.map((state) => (
                    <li key={state.state}>
                      <Link href={openCases(state.state)}>
                        <span><b>{say(state.title)}</b> <span className="quiet">{say(windowOfState(state.state)?.short ?? { zh: '', en: '' })}</span></span>
                        <span>{number(state.count)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )
            }}
          </Loaded>
        </Section>
      </div>
      <div className="columns even">
        <Section title={t('byHour')}>
          <Loaded of={day}>
            {(data) => {
              const hours = Array.from({ length: 11 }, (_, index) => index + 8)
              const present = data.hours.map((row) => row.hour)
              const all = [...new Set([...hours, ...present])].sort((a, b) => a - b)
              return <Chart title={t('byHour')} labelTitle={t('hour')} unit={say(unitOf(data.kinds))} labels={all.map((hour) => `${String(hour)}:00`)} series={seriesOf(data.kinds, data.hours, all.map(String), (row) => String(row.hour), say)} bare />
            }}
          </Loaded>
        </Section>
        <Section title={t('year')} acts={<Loaded of={yearCounts}>{(data) => <span className="quiet">{data.kinds.map((kind) => `${say(kind.title)} ${number(kind.count)} ${say(kind.unit)}`).join(' · ')}</span>}</Loaded>}>
          <Loaded of={yearCounts}>
            {(data) => {
              const months = Array.from({ length: 12 }, (_, index) => `${String(data.year)}-${String(index + 1).padStart(2, '0')}`)
              return <Chart title={t('byMonth', { year: data.year })} labelTitle={t('monthLabel')} unit={say(unitOf(data.kinds))} labels={months.map((name) => String(Number(name.slice(5))))} longLabels={months} series={seriesOf(data.kinds, data.months, months, (row) => row.month, say)} onPick={(index) => setMonth(months[index] ?? month)} bare />
            }}
          </Loaded>
        </Section>
      </div>
      <Section
        title={t('byDay', { month })}
        acts={
          <>
            <Button size="small" onClick={() => setMonth(shiftMonth(month, -1))}>
              {t('previous')}
            </Button>
            <Button size="small" disabled={month >= office.today.slice(0, 7)} onClick={() => setMonth(shiftMonth(month, 1))}>
              {t('next')}
            </Button>
          </>
        }
      >
        <Loaded of={monthCounts}>
          {(data) => {
            const days = daysOfMonth(data.month)
            return <Chart title={t('byDay', { month: data.month })} labelTitle={t('dayLabel')} unit={say(unitOf(data.kinds))} labels={days.map(dayNumberOf)} longLabels={days.map((name) => dayWithWeekday(name, language))} series={seriesOf(data.kinds, data.days, days, (row) => row.day, say)} onPick={(index) => navigate(`/day?day=${days[index] ?? ''}`)} bare />
          }}
        </Loaded>
      </Section>
    </>
  )
}

const RegisterFacts = () => {
  const t = useWords(words)
  const health = useRoute('getHealth')
  return (
    <Section title={t('register')}>
      <Loaded of={health}>
        {(now) => (
          <Facts
            rows={[
              [t('entries'), number(now.head.seq)],
              [t('head'), <span className="hash">{now.head.hash}</span>],
              [t('lastBackup'), now.lastBackup === '' ? t('never') : instant(now.lastBackup)],
              [t('lastVerified'), now.lastVerified === null ? t('never') : `${instant(now.lastVerified.at)} ${now.lastVerified.sound ? t('sound') : t('unsound')}`],
              [t('disk'), bytes(now.diskFreeBytes)],
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

/** Where those go who see no cases. */
const others = [
  { title: 'toAccounts', path: '/settings/accounts', permission: 'account.read' },
  { title: 'toPrinters', path: '/settings/printers', permission: 'printer.calibrate' },
  { title: 'toBackup', path: '/settings/backup', permission: 'register.backup' },
  { title: 'toJournal', path: '/journal', permission: 'journal.read' },
  { title: 'toCheckPaper', path: '/check-paper', permission: 'paper.check' },
  { title: 'toVerify', path: '/verify', permission: 'register.verify' },
] as const

/** For those who sign the days: what is not signed yet. */
const NotSigned = () => {
  const { office } = useSession()
  const days = useRoute('listDays', { query: { month: office.today.slice(0, 7) } }, { keep: true })
  return <Unclosed days={days.data?.unclosed ?? []} />
}

/** What waits for me, the day's numbers, and a big button for each kind of business. */
const TodayPage = () => {
  const t = useWords(words)
  const language = useLanguage()
  const { office, account, may } = useSession()
  const [, navigate] = useLocation()
  return (
    <Page title={t('title')} lead={dayWithWeekday(office.today, language)} wide acts={may('day.close') && <Button onClick={() => navigate('/dashboard')}>{t('toDashboard')} <KeyCap name="Alt+k" /></Button>}>
      <Starts />
      {may('day.close') && <NotSigned />}
      {!may('count.read') && (
        <>
          <p>{account.role === 'administrator' ? t('forAdministrator') : t('forAuditor')}</p>
          <nav className="starts" aria-label={t('begin')}>
            {others.filter((one) => may(one.permission)).map((one) => (
              <Link key={one.path} href={one.path} className="start-button">
                {t(one.title)}
              </Link>
            ))}
          </nav>
        </>
      )}
      {may('case.search') && offeredWindows(office.windows).some((window) => window.id === 'divorce') && <Deadlines />}
      {may('case.write') && <Drafts />}
      {may('count.read') && <Counts />}
      {!may('count.read') && <RegisterFacts />}
    </Page>
  )
}

export default TodayPage
