import { Button } from 'antd'
import { memo, useSyncExternalStore } from 'react'
import { titleOf } from '../../../../domain/waiver/codes.ts'
import type { WaiverItem } from '../../../../domain/waiver/codes.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import type { WaiverPolicy, WorkedExample } from '../../../../domain/waiver/policy.ts'
import type { Reply } from '../../../shared/client.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { expectedWords } from './describe.ts'
import { WordsAt } from './fields.tsx'
import { DayAt, Fold, SelectAt, TextAt, YuanAt } from '../../../shared/draftFields.tsx'
import { FactsForm } from './FactsForm.tsx'
import { useSpeech } from './LayerForm.tsx'
import { getAt, useStore } from '../../../shared/draft.ts'
import { expectedOf, flagsAsked, workExample } from './work.ts'
import { words } from './words.ts'

type Result = Reply<'checkPolicy'>['results'][number]

/** One worked example: facts, what they come to now, and what is expected of them. */
export const ExampleForm = memo(({ index, result, onDrop }: { readonly index: number; readonly result: Result | undefined; readonly onDrop: (index: number) => void }) => {
  const t = useWords(words)
  const speech = useSpeech()
  const store = useStore<WaiverPolicy>()
  const policy = useSyncExternalStore(store.subscribe, store.get)
  const path = `examples.${String(index)}`
  const example = getAt(policy, path) as WorkedExample | undefined
  if (example === undefined) return null
  const quoted = workExample(policy, example)
  const title = speech.say(example.title)
  return (
    <div className="class-row" data-field={path}>
      <Fold open={title === ''} path={path} summary={<>{result !== undefined && <span className={`tag ${result.holds ? 'good' : 'stop'}`}>{t(result.holds ? 'holds' : 'differs')}</span>} <b>{title === '' ? t('exampleN', { n: index + 1 }) : title}</b> <span className="quiet">{expectedWords(example, speech)}</span></>}>
        <Fields>
          <TextAt path={`${path}.id`} span={2} label={t('ownId')} most={60} required />
          <WordsAt path={`${path}.title`} span={8} label={t('titleField')} required />
          <DayAt path={`${path}.day`} span={2} label={t('exampleDay')} required />
        </Fields>
        <FactsForm path={`${path}.facts`} flags={flagsAsked(policy)} />
        <div className="example-compare">
          <section aria-label={t('result')}>
            <h3>{t('result')}</h3>
            {'zh' in quoted ? <p className="finding-note stop">{speech.say(quoted)}</p> : (
              <>
                <p><b>{t('resultSum', { answer: t(`answer.${quoted.answer}`), waived: yuan(quoted.waivedFen), selfPaid: yuan(quoted.selfPaidFen) })}</b></p>
                <ul className="plain-list">{quoted.lines.map((line) => <li key={line.id}>{t('resultLine', { item: speech.say(titleOf(line.item)), actual: yuan(line.actualFen), waived: yuan(line.waivedFen) })} <span className="quiet">{speech.say(line.message)}</span></li>)}</ul>
                {quoted.questions.map((question) => <p key={question.field} className="finding-note answer">{speech.say(question.message)}</p>)}
              </>
            )}
          </section>
          <section aria-label={t('expectedField')}>
            <h3>{t('expectedField')}</h3>
            <Fields>
              <SelectAt path={`${path}.expected.answer`} span={4} label={t('expectedAnswer')} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, title: t(`answer.${value}`) }))} />
              <YuanAt path={`${path}.expected.waivedFen`} span={4} label={t('expectedWaived')} required />
              <YuanAt path={`${path}.expected.selfPaidFen`} span={4} label={t('expectedSelfPaid')} required />
              {Object.keys(example.expected.items).map((item) => <YuanAt key={item} path={`${path}.expected.items.${item}`} span={4} label={speech.say(titleOf(item as WaiverItem))} />)}
            </Fields>
            {result?.differences.map((difference) => <div key={difference.en} className="finding-note stop">{speech.say(difference)}</div>)}
            <div className="row"><Button size="small" disabled={'zh' in quoted} onClick={() => { if (!('zh' in quoted)) store.put(`${path}.expected`, expectedOf(quoted)) }}>{t('takeResult')}</Button> <span className="quiet">{t('takeNote')}</span></div>
          </section>
        </div>
      </Fold>
      <Button size="small" type="text" aria-label={t('drop', { what: title === '' ? t('exampleN', { n: index + 1 }) : title })} onClick={() => onDrop(index)}>×</Button>
    </div>
  )
})
ExampleForm.displayName = 'ExampleForm'
