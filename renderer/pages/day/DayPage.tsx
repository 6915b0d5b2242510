import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Chart } from '../../shared/Chart.tsx'
import { DaySwitch, useAskedDay } from '../../shared/DaySwitch.tsx'
import { dayWithWeekday } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, Loaded, Page, Section } from '../../shared/Page.tsx'
import { PdfPreview } from '../../shared/PdfPreview.tsx'
import { useRoute } from '../../shared/query.ts'
import { Figures, seriesOf, unitOf } from '../today/TodayPage.tsx'
import { words } from './words.ts'

/** One day: its counts, its hours, its sheet. */
const DayPage = () => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { day, today, setParams } = useAskedDay()
  const [sheet, setSheet] = useState(false)
  const counts = useRoute('dayCounts', { query: { day } }, { keep: true })
  useEffect(() => setSheet(false), [day])
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('makeSheet'), run: () => setSheet(true) }], [t])
  usePageKeys(keys)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={<DaySwitch value={day} last={today} onChange={(to) => setParams({ day: to }, { replace: true })} />}
    >
      <Loaded of={counts}>
        {(data) => {
          const unit = say(unitOf(data.kinds))
          const hours = [...new Set([...Array.from({ length: 11 }, (_, index) => index + 8), ...data.hours.map((row) => row.hour)])].sort((a, b) => a - b)
          const empty = data.kinds.every((kind) => kind.count === 0)
          return (
            <>
              <Section title={`${dayWithWeekday(data.day, language)} · ${t('counts')}`} >
                {empty ? <EmptyState title={t('none')} hint={t('noneHint')} /> : <Figures kinds={data.kinds} from={data.day} to={data.day} />}
              </Section>
              {!empty && (
                <Section title={t('byHour')}>
                  <Chart title={t('byHour')} labelTitle={t('hour')} unit={unit} labels={hours.map((hour) => `${String(hour)}:00`)} series={seriesOf(data.kinds, data.hours, hours.map(String), (row) => String(row.hour), say)} bare />
                </Section>
              )}
            </>
          )
        }}
      </Loaded>
      <Section
        title={t('sheet')}
        acts={
          !sheet && (
            <Button type="primary" onClick={() => setSheet(true)}>
              {t('makeSheet')}
            </Button>
          )
        }
      >
        {sheet && <PdfPreview route="daySheet" args={{ query: { day } }} name={`${t('sheet')}-${day}.pdf`} version={JSON.stringify(counts.data ?? '')} height={640} />}
      </Section>
    </Page>
  )
}

export default DayPage
