import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../shared/client.ts'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { findWindow } from '../../windows.ts'
import { casesOfMatter } from './cells.ts'
import { CheckedTable } from './CheckedTable.tsx'
import type { Period } from './period.ts'
import { PeriodChoice } from './PeriodChoice.tsx'
import { Sum } from './Sum.tsx'
import { useCellWords, useUnit } from './TableView.tsx'
import { words } from './words.ts'

const Sentence = ({ text }: { readonly text: string }) => {
  const t = useWords(words)
  const [copied, setCopied] = useState('')
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(text))
  usePageKeys([{ key: 'c', label: t('copy'), run: copy }])
  return (
    <Section title={t('sentence')} acts={<Button onClick={copy}>{copied === text ? t('copied') : t('copy')} <KeyCap name="C" /></Button>}>
      <p className="matters-sentence" role="status">{text}</p>
    </Section>
  )
}

const Count = ({ matter, period }: { readonly matter: Reply<'listMatters'>['matters'][number]; readonly period: Period }) => {
  const say = useSay()
  const cellWords = useCellWords()
  const parts = casesOfMatter(matter, period)
  const only = parts[0]
  if (only === undefined) return <>{number(matter.count)}</>
  if (parts.length === 1) return <Link href={only.path}>{number(matter.count)}</Link>
  const title = (of: string): string => {
    const window = findWindow(of)
    return window === undefined ? cellWords(of) : say(window.short ?? window.title)
  }
  return <Sum value={matter.count} what={say(matter.title)} parts={parts.map(({ of, path }) => ({ title: title(of), path }))} />
}

const Sums = ({ data }: { readonly data: Reply<'listMatters'> }) => {
  const t = useWords(words)
  const unit = useUnit()
  return (
    <div className="figures">
      {(['marriages', 'divorces', 'others'] as const).map((key) => (
        <div key={key}>
          <div className="figure-number">{number(data[key])} <small>{unit(key === 'others' ? '件' : '对')}</small></div>
          <div className="figure-title">{t(key)}</div>
        </div>
      ))}
    </div>
  )
}

/** 办理事项: everything the windows did in a period, and the sentence that says it. */
export const MattersPart = ({ period, onPeriod }: { readonly period: Period; readonly onPeriod: (period: Period) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const unit = useUnit()
  const matters = useRoute('listMatters', { query: period }, { keep: true })
  return (
    <>
      <PeriodChoice period={period} onChange={onPeriod} />
      <Loaded of={matters}>
        {(data) => (
          <>
            <Sentence text={say(data.sentence)} />
            <CheckedTable title={t('matters')} of={data} lead={<><p className="quiet">{t('mattersLead')}</p><Sums data={data} /></>} head={<><th scope="col">{t('matter')}</th><th scope="col" className="end">{t('count')}</th><th scope="col">{t('unitTitle')}</th></>}>
              {data.matters.map((matter) => (
                <tr key={matter.code}>
                  <th scope="row">{say(matter.title)}</th>
                  <td className="end"><Count matter={matter} period={data} /></td>
                  <td>{unit(matter.unit)}</td>
                </tr>
              ))}
            </CheckedTable>
          </>
        )}
      </Loaded>
    </>
  )
}
