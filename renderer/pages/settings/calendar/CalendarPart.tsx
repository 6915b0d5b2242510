import './calendar.css'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { call, type Reply } from '../../../shared/client.ts'
import { useWords } from '../../../shared/i18n.ts'
import { Facts, Loaded, Section } from '../../../shared/Page.tsx'
import { queries, useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { SettingsList, type SettingsColumn } from '../SettingsList.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { words } from './words.ts'
import { YearView } from './YearView.tsx'

type Calendar = Reply<'getCalendar'>
type Notice = Calendar['notices'][number]
type YearCheck = Calendar['years'][number]

/** How the open questions of the law are answered here, and how far the table reaches. */
const Options = ({ calendar }: { readonly calendar: Calendar }) => {
  const t = useWords(words)
  const { office } = useSession()
  // Thirty days and thirty more: an application of November may run into the next year.
  const needed = Number(office.today.slice(0, 4)) + (office.today.slice(5) >= '11-01' ? 1 : 0)
  return (
    <Section title={t('options')} acts={<Link href="/settings">{t('change')}</Link>}>
      <Facts rows={[[t('makeUp'), calendar.makeUpDayCountsAsWorking ? t('makeUpWorking') : t('makeUpRest')], [t('local'), calendar.localDaysCount ? t('localCount') : t('localNot')]]} />
      <p className={needed > calendar.lastYear ? 'finding-note answer' : 'quiet'}>{needed > calendar.lastYear ? t('nextMissing', { year: needed }) : t('lastYear', { year: calendar.lastYear })}</p>
    </Section>
  )
}

/** 节假日: the yearly tables, the notices they are made of, a year day by day, and the import. */
export const CalendarPart = () => {
  const t = useWords(words)
  const { may, office } = useSession()
  const calendar = useRoute('getCalendar')
  const [year, setYear] = useState(Number(office.today.slice(0, 4)))
  const [importing, setImporting] = useState(false)
  const [aside, setAside] = useState<Notice>()
  const years = useMemo<readonly SettingsColumn<YearCheck>[]>(
    () => [
      { id: 'year', title: t('year'), show: (row) => row.year },
      { id: 'working', title: t('working'), className: 'end', show: (row) => row.working },
      { id: 'identity', title: t('identity'), show: (row) => <>{t('identityLine', { days: row.days, weekends: row.weekends, statutory: row.days - row.weekends - row.expected, expected: row.expected })} <span className={`tag ${row.holds ? 'good' : 'stop'}`}>{!row.holds ? t('fails', { n: row.working }) : row.working === row.expected ? t('holds') : t('adjusted', { n: row.working })}</span></> },
    ],
    [t],
  )
  const notices = useMemo<readonly SettingsColumn<Notice>[]>(
    () => [
      { id: 'year', title: t('year'), show: (row) => row.year },
      { id: 'kind', title: t('kind'), className: 'nowrap', show: (row) => t(row.kind === 'local' ? 'local_kind' : row.kind) },
      { id: 'title', title: t('notice'), show: (row) => row.title },
      { id: 'published', title: t('published'), className: 'nowrap', show: (row) => row.published },
      { id: 'source', title: t('source'), className: 'notice-source mono', show: (row) => row.source },
      { id: 'days', title: t('days'), className: 'end', show: (row) => row.rows.length },
      { id: 'state', title: t('state'), className: 'nowrap', show: (row) => <><span className="tag">{row.shipped ? t('shipped') : t('own')}</span> {row.setAside && <span className="tag answer">{t('setAside')}</span>}</> },
    ],
    [t],
  )
  return (
    <Loaded of={calendar}>
      {(data) => (
        <>
          <Options calendar={data} />
          {data.years.some((row) => row.year === year) && <YearView key={year} year={year} years={data.years.map((row) => row.year)} onYear={setYear} />}
          <SettingsList
            title={t('years')} rows={[...data.years].reverse()} rowKey={(row) => String(row.year)} columns={years} acts={(row) => [{ label: t('show'), name: `${t('show')} ${String(row.year)}`, run: () => { setYear(row.year); document.getElementById('calendar-year')?.scrollIntoView({ block: 'start' }) } }]}
            empty={{ title: t('noYears'), hint: t('noYearsHint') }}
          />
          <SettingsList
            title={t('notices')} rows={[...data.notices].reverse()} rowKey={(row) => row.id} columns={notices} empty={{ title: t('noNotices'), hint: t('noYearsHint') }}
            {...(may('calendar.write') && { acts: (row: Notice) => (row.setAside ? [] : [{ label: t('doSetAside'), name: t('setAsideTitle', { title: row.title }), run: () => setAside(row) }]), add: { label: t('import'), run: () => setImporting(true) } })}
          />
          {importing && <ImportDialog year={data.lastYear + 1} onClose={() => setImporting(false)} />}
          {aside !== undefined && (
            <SecondPersonDialog
              title={t('setAsideTitle', { title: aside.title })} verb={t('doSetAside')} danger onCancel={() => setAside(undefined)} onDone={() => setAside(undefined)}
              act={async (given) => {
                await call('setNoticeAside', { params: { id: aside.id }, body: given })
                await Promise.all((['getCalendar', 'getCalendarYear', 'divorceWorklist', 'divorceDeadlines'] as const).map((route) => queries.invalidateQueries({ queryKey: [route] })))
              }}
            >
              <p className="quiet">{t('setAsideWhy')}</p>
            </SecondPersonDialog>
          )}
        </>
      )}
    </Loaded>
  )
}
