import { Input } from 'antd'
import { useState } from 'react'
import { clearable } from '../../shared/clearable.tsx'
import { useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { EmptyState, Page, Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

type Key = keyof typeof words & string

const keyGroups: readonly (readonly [title: Key, keys: readonly (readonly [key: string, does: Key])[]])[] = [
  ['everywhere', [['Enter', 'keyEnter'], ['Shift+Enter', 'keyShiftEnter'], ['/', 'keySlash'], ['?', 'keyHelp'], ['Alt+0', 'keyToday'], ['Alt+M', 'keyMarriage'], ['Alt+L', 'keyDivorce'], ['Alt+B', 'keyReissue'], ['Alt+D', 'keyArchive'], ['Alt+Z', 'keyBurial'], ['Alt+P', 'keyPlaceNames'], ['Alt+Q', 'keyWorklist'], ['Alt+T', 'keyStatistics'], ['Alt+K', 'keyDashboard'], ['Alt+R', 'keyTally'], ['Alt+I', 'keyCompliance'], ['Ctrl+L', 'keyLock'], ['Esc', 'keyEscape']]],
  ['onCase', [['F2', 'keySave'], ['F4', 'keyCard'], ['F8', 'keyPrint'], ['F9', 'keyNext']]],
  ['inLists', [['↑ ↓', 'keyUpDown'], ['Enter', 'keyOpen'], ['F8', 'keyPrintList'], ['F9', 'keyNewList']]],
  ['onDay', [['← → ↑ ↓', 'keyDayMove'], ['F8', 'keyDaySheet'], ['F9', 'keyDayClose'], ['F6', 'keyArrange']]],
  ['onBoards', [['C', 'keyCopy'], ['F', 'keyFull'], ['F4', 'keySearchRecords']]],
  ['onReports', [['F4', 'keyRun'], ['F6', 'keyParagraph'], ['F8', 'keyPrintReport'], ['F9', 'keySign']]],
  ['onPlots', [['← ↑ ↓ →', 'keyPlotMove'], ['Enter', 'keyPlotOpen'], ['0–9', 'keyPlotJump'], ['N', 'keyPlotNext'], ['B', 'keyPlotBefore'], ['F6', 'keyPlotBoard'], ['F2', 'keyPlotAct']]],
  ['onMap', [['← ↑ ↓ →', 'keyMapMove'], ['+ −', 'keyMapZoom'], ['0', 'keyMapAll'], ['Enter', 'keyMapOpen']]],
]
const topics: readonly (readonly [title: Key, steps: readonly Key[]])[] = [
  ['register', ['register1', 'register2', 'register3', 'register4', 'register5']],
  ['divorce', ['divorce1', 'divorce2', 'divorce3', 'divorce4', 'divorce5']],
  ['withdraw', ['withdraw1', 'withdraw2']],
  ['reissue', ['reissue1', 'reissue2', 'reissue3']],
  ['query', ['query1', 'query2', 'query3']],
  ['proof', ['proof1', 'proof2']],
  ['niche', ['niche1', 'niche2', 'niche3', 'niche4', 'niche5', 'niche6']],
  ['waiver', ['waiver1', 'waiver2', 'waiver3', 'waiver4']],
  ['claim', ['claim1', 'claim2', 'claim3', 'claim4']],
  ['reserve', ['reserve1', 'reserve2', 'reserve3', 'reserve4']],
  ['wrongGrave', ['wrongGrave1', 'wrongGrave2']],
  ['policy', ['policy1', 'policy2', 'policy3', 'policy4', 'policy5']],
  ['relocate', ['relocate1', 'relocate2', 'relocate3', 'relocate4']],
  ['inspect', ['inspect1', 'inspect2', 'inspect3']],
  ['closeMonth', ['closeMonth1', 'closeMonth2', 'closeMonth3', 'closeMonth4']],
  ['nameCase', ['nameCase1', 'nameCase2', 'nameCase3', 'nameCase4', 'nameCase5', 'nameCase6']],
  ['nameConsult', ['nameConsult1', 'nameConsult2']],
  ['nameCheck', ['nameCheck1', 'nameCheck2', 'nameCheck3']],
  ['spelling', ['spelling1', 'spelling2', 'spelling3']],
  ['gazetteer', ['gazetteer1', 'gazetteer2', 'gazetteer3']],
  ['importNames', ['importNames1', 'importNames2', 'importNames3', 'importNames4']],
  ['nameMap', ['nameMap1', 'nameMap2']],
  ['doorPlates', ['doorPlates1', 'doorPlates2', 'doorPlates3']],
  ['addressProof', ['addressProof1', 'addressProof2']],
  ['boundaries', ['boundaries1', 'boundaries2']],
  ['localRules', ['localRules1', 'localRules2']],
  ['nameReport', ['nameReport1', 'nameReport2']],
  ['peak', ['peak1', 'peak2', 'peak3']],
  ['statistics', ['statistics1', 'statistics2']],
  ['monthTally', ['monthTally1', 'monthTally2', 'monthTally3', 'monthTally4']],
  ['compliance', ['compliance1', 'compliance2', 'compliance3', 'compliance4', 'compliance5']],
  ['target', ['target1', 'target2']],
  ['calendar', ['calendar1', 'calendar2']],
  ['interrupted', ['interrupted1', 'interrupted2']],
  ['find', ['find1']],
  ['spoil', ['spoil1', 'spoil2']],
  ['calibrate', ['calibrate1', 'calibrate2']],
  ['closeDay', ['closeDay1', 'closeDay2', 'closeDay3', 'closeDay4', 'closeDay5']],
  ['dashboard', ['dashboard1', 'dashboard2', 'dashboard3']],
  ['charts', ['charts1', 'charts2']],
  ['trouble', ['trouble1', 'trouble2']],
]

/** Keys and how-to, from the desk itself. */
const HelpPage = () => {
  const t = useWords(words)
  const [wanted, setWanted] = useState('')
  const fits = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase()))
  const keys = keyGroups.map(([title, rows]) => [title, rows.filter(([key, does]) => fits(key, t(does), t(title)))] as const).filter(([, rows]) => rows.length > 0)
  const shown = topics.filter(([title, steps]) => fits(t(title), ...steps.map((step) => t(step))))
  return (
    <Page title={t('title')} lead={t('lead')} acts={<Input className="data-filter" allowClear={clearable} autoFocus aria-label={t('filter')} placeholder={t('filter')} value={wanted} onChange={(event) => setWanted(event.target.value)} />}>
      {keys.length > 0 && (
        <Section title={t('keys')}>
          <div className="columns">
            {keys.map(([title, rows]) => (
              <div key={title}>
                <h3>{t(title)}</h3>
                <ul className="key-list">
                  {rows.map(([key, does]) => (
                    <li key={key}>
                      <KeyCap name={key} /> {t(does)}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </Section>
      )}
      {shown.length > 0 && (
        <Section title={t('how')}>
          {shown.map(([title, steps]) => (
            <details key={title} className="fold" open={wanted.trim() !== '' || title === 'register'}>
              <summary>{t(title)}</summary>
              <ol className="fold-body steps">
                {steps.map((step) => (
                  <li key={step}>{t(step)}</li>
                ))}
              </ol>
            </details>
          ))}
        </Section>
      )}
      {keys.length === 0 && shown.length === 0 && <EmptyState title={t('none', { q: wanted.trim() })} hint={t('noneHint')} />}
    </Page>
  )
}

export default HelpPage
