import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { RuleLine } from '../../../api/schemas/office.ts'
import { Choices } from '../../frame/Choices.tsx'
import { clearable } from '../../shared/clearable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, Loaded, Page } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { findWindow } from '../../windows.ts'
import { groupTitle } from './groups.ts'
import { words } from './words.ts'

interface Filter {
  readonly text: string
  readonly day: string
  readonly group: string
  readonly window: string
  readonly severity: 'all' | RuleLine['severity']
}

/** The rules that fit a filter. */
export const rulesThatFit = (rules: readonly RuleLine[], filter: Filter): readonly RuleLine[] => {
  const parts = filter.text.trim().toLowerCase().split(/\s+/u).filter((part) => part !== '')
  return rules.filter((rule) => {
    if (filter.group !== '' && rule.group !== filter.group) return false
    if (filter.window !== '' && rule.window !== filter.window) return false
    if (filter.severity !== 'all' && rule.severity !== filter.severity) return false
    if (filter.day !== '' && (rule.from > filter.day || (rule.to !== undefined && rule.to < filter.day))) return false
    const all = [rule.id, rule.title.zh, rule.title.en, rule.law.zh, rule.law.en, rule.asks.zh, rule.asks.en].join(' ').toLowerCase()
    return parts.every((part) => all.includes(part))
  })
}

const RuleCard = ({ rule, marked }: { readonly rule: RuleLine; readonly marked: boolean }) => {
  const t = useWords(words)
  const say = useSay()
  const sources = ['confirmed', 'guides', 'general', 'derived'] as const
  const source = sources.find((known) => known === rule.source)
  return (
    <article className={`rule-card${marked ? ' marked' : ''}`} id={`rule-${rule.id}`}>
      <header className="row">
        <h3>{say(rule.title)}</h3>
        <span className={`tag ${rule.severity}`}>{t(rule.severity)}</span>
        {rule.refusalGround && <span className="tag stop">{t('ground')}</span>}
        <code className="quiet rule-id">{rule.id}</code>
      </header>
      <p>{say(rule.asks)}</p>
      <p className="rule-facts quiet">
        <span>{say(rule.law)}</span>
        <span>{rule.to === undefined ? t('from', { day: rule.from }) : t('fromTo', { from: rule.from, to: rule.to })}</span>
        <span>{source === undefined ? rule.source : t(source)}</span>
      </p>
    </article>
  )
}

const Rules = ({ rules }: { readonly rules: readonly RuleLine[] }) => {
  const t = useWords(words)
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('rule') ?? ''
  const [filter, setFilter] = useState<Filter>({ text: '', day: '', group: '', window: '', severity: 'all' })
  const change = (part: Partial<Filter>): void => setFilter((now) => ({ ...now, ...part }))
  const shown = useMemo(() => rulesThatFit(rules, filter), [rules, filter])
  const groups = [...new Set(shown.map((rule) => rule.group))]
  const allGroups = useMemo(() => [...new Set(rules.map((rule) => rule.group))], [rules])
  const allWindows = useMemo(() => [...new Set(rules.map((rule) => rule.window))], [rules])
  useEffect(() => {
    if (wanted !== '') document.getElementById(`rule-${wanted}`)?.scrollIntoView({ block: 'center' })
  }, [wanted])
  return (
    <>
      <div className="row no-print">
        <Input className="data-filter rule-filter" allowClear={clearable} autoFocus={wanted === ''} aria-label={t('filter')} placeholder={t('filter')} value={filter.text} onChange={(event) => change({ text: event.target.value })} />
        <Choices
          label={t('severity')}
          value={filter.severity}
          options={(['all', 'stop', 'answer', 'information'] as const).map((value) => ({ value, title: t(value) }))}
          onChange={(severity) => change({ severity })}
        />
        <select className="plain-select" aria-label={t('group')} value={filter.group} onChange={(event) => change({ group: event.target.value })}>
          <option value="">{t('allGroups')}</option>
          {allGroups.map((group) => (
            <option key={group} value={group}>
              {say(groupTitle(group))}
            </option>
          ))}
        </select>
        {allWindows.length > 1 && (
          <select className="plain-select" aria-label={t('window')} value={filter.window} onChange={(event) => change({ window: event.target.value })}>
            <option value="">{t('allWindows')}</option>
            {allWindows.map((id) => {
              const window = findWindow(id)
              return (
                <option key={id} value={id}>
                  {window === undefined ? id : say(window.title)}
                </option>
              )
            })}
          </select>
        )}
        <label className="row">
          <span className="quiet">{t('day')}</span>
          <span className="day-choice">
            <DayField value={filter.day} onChange={(day) => change({ day })} />
          </span>
        </label>
        <span className="data-count quiet" role="status">
          {t('count', { n: shown.length })}
        </span>
      </div>
      {shown.length === 0 && (
        <EmptyState
          title={t('none')}
          hint={t('noneHint')}
          act={
            <Button
              onClick={() => {
                setFilter({ text: '', day: '', group: '', window: '', severity: 'all' })
                setParams({}, { replace: true })
              }}
            >
              {t('reset')}
            </Button>
          }
        />
      )}
      {groups.map((group) => (
        <section key={group} className="section">
          <h2>{say(groupTitle(group))}</h2>
          {shown
            .filter((rule) => rule.group === group)
            .map((rule) => (
              <RuleCard key={rule.id} rule={rule} marked={rule.id === wanted} />
            ))}
        </section>
      ))}
    </>
  )
}

/** Every rule, made from the rules themselves. */
const RulesPage = () => {
  const t = useWords(words)
  const rules = useRoute('listRules', undefined, { fresh: 600_000 })
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), run: () => print() }], [t])
  usePageKeys(keys)
  return (
    <Page title={t('title')} lead={t('lead')} acts={<Button onClick={() => print()}>{t('print')}</Button>}>
      <Loaded of={rules}>{(data) => <Rules rules={data.rules} />}</Loaded>
    </Page>
  )
}

export default RulesPage
