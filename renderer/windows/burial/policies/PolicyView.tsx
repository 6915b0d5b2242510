import type { ReactNode } from 'react'
import { statisticalClasses, titleOf } from '../../../../domain/waiver/codes.ts'
import type { Layer, WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import type { Reply } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Facts, Section } from '../../../shared/Page.tsx'
import { areasWords, bearerWords, capWords, claimWords, conditionsWords, datesWords, expectedWords, itemLimits, itemStandard } from './describe.ts'
import { useSpeech } from './LayerForm.tsx'
import { words } from './words.ts'

type Results = Reply<'getPolicy'>['results']

const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactNode => <>{lines.map((line) => <div key={line} className="data">{line}</div>)}</>

/** Whether every figure was compared with the document. */
export const Mark = ({ verified }: { readonly verified: boolean }) => {
  const t = useWords(words)
  return <span className={`tag ${verified ? 'good' : 'answer'}`}>{verified ? t('verified') : t('notVerified')}</span>
}

/** The number of a document, or that it has not been seen. */
export const DocumentNumber = ({ number }: { readonly number: string }) => {
  const t = useWords(words)
  return number === '' ? <span className="tag answer">{t('noNumber')}</span> : <span className="data">{number}</span>
}

const LayerView = ({ layer }: { readonly layer: Layer }) => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  return (
    <Section title={say(layer.title) === '' ? t(`layer.${layer.kind}`) : say(layer.title)} {...(say(layer.title) !== t(`layer.${layer.kind}`) && { acts: <span className="tag">{t(`layer.${layer.kind}`)}</span> })}>
      <h3>{t('who')}</h3>
      <div className="table-frame"><table className="plain-table">
        <thead><tr><th scope="col">{t('classes')}</th><th scope="col">{t('condition')}</th><th scope="col">{t('proof')}</th><th scope="col">{t('countedAs')}</th></tr></thead>
        <tbody>{layer.classes.map((one) => {
          const counted = statisticalClasses.find(({ code }) => code === one.counted)
          return <tr key={one.id}><th scope="row"><b>{say(one.title)}</b></th><td>{conditionsWords(one.all, speech)}</td><td>{say(one.proof)}</td><td>{counted === undefined ? '' : say(counted)}</td></tr>
        })}</tbody>
      </table></div>
      {!layer.classesComplete && <p className="finding-note answer">{t('classesOpen')}</p>}
      <h3>{t('what')}</h3>
      <div className="table-frame"><table className="plain-table">
        <thead><tr><th scope="col">{t('item')}</th><th scope="col">{t('standard')}</th><th scope="col">{t('limits')}</th><th scope="col">{t('clause')}</th></tr></thead>
        <tbody>{layer.items.map((item, index) => <tr key={`${item.item} ${String(index)}`}><th scope="row"><b>{say(titleOf(item.item))}</b></th><td>{item.amountKnown ? itemStandard(item, speech) : <span className="tag answer">{t('notRead')}</span>}</td><td><Lines lines={itemLimits(item, speech)} /></td><td className="quiet">{say(item.clause)}</td></tr>)}</tbody>
      </table></div>
      <p><b>{capWords(layer, speech).join(speech.and)}</b></p>
      {layer.bearers.length > 0 && <p>{t('bearers')}: {layer.bearers.map((bearer) => bearerWords(bearer, speech)).join(' · ')}</p>}
    </Section>
  )
}

/** How the worked examples of a policy come out, in words. */
export const ExampleResults = ({ policy, results }: { readonly policy: WaiverPolicy; readonly results: Results }) => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  if (policy.examples.length === 0) return <p className="quiet">{t('noExamples')}</p>
  return (
    <ul className="example-results">
      {policy.examples.map((example) => {
        const result = results.find((one) => one.example === example.id)
        return (
          <li key={example.id}>
            <span>{result !== undefined && <span className={`tag ${result.holds ? 'good' : 'stop'}`}>{t(result.holds ? 'holds' : 'differs')}</span>}</span>
            <div>
              <b>{say(example.title) === '' ? example.id : say(example.title)}</b> <span className="quiet">{example.day} · {expectedWords(example, speech)}</span>
              {result?.differences.map((difference) => <div key={difference.en} className="finding-note stop">{say(difference)}</div>)}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** One policy in plain words: who gets what, at which caps and units, who does not, and who pays. */
export const PolicyView = ({ policy, results }: { readonly policy: WaiverPolicy; readonly results: Results }) => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  return (
    <>
      <Section title={t('section.head')}>
        <Facts rows={[
          [t('document'), policy.document === '' ? '—' : <span className="data">{policy.document}</span>],
          [t('documentNumber'), <DocumentNumber key="number" number={policy.documentNumber} />],
          [t('source'), <span key="source"><span className="data">{policy.source}</span> <span className="quiet">{t(`grade.${policy.sourceGrade}`)}</span></span>],
          [t('areas'), <span key="areas" className="data">{areasWords(policy.areas)}</span>],
          [t('dates'), datesWords(policy, t)],
          [t('version'), t(`appliesBy.${policy.appliesBy}`)],
          [t('modes'), policy.modes.map((mode) => t(`modes.${mode}`)).join(speech.and)],
          [t('claims'), policy.claim === null ? t('noClaims') : <Lines key="claim" lines={claimWords(policy.claim, speech)} />],
          [t('bearers'), policy.bearers.length === 0 ? t('noBearers') : <Lines key="bearers" lines={policy.bearers.map((bearer) => bearerWords(bearer, speech))} />],
          [t('settlement'), say(policy.settlement)],
        ]} />
      </Section>
      {policy.layers.map((layer) => <LayerView key={layer.id} layer={layer} />)}
      <Section title={t('excluded')}>
        {policy.exclusions.length === 0 ? <p className="quiet">{t('nobodyExcluded')}</p> : <ul className="plain-list">{policy.exclusions.map((one) => <li key={one.id}><b>{say(one.title)}</b> <span className="quiet">{[conditionsWords(one.all, speech), say(one.clause)].filter((part) => part !== '').join(' · ')}</span></li>)}</ul>}
        <p className="quiet">{t('threeAnswers')}</p>
      </Section>
      {policy.notes.length > 0 && <Section title={t('notes')}><ul className="plain-list">{policy.notes.map((note) => <li key={note.en}>{say(note)}</li>)}</ul></Section>}
      <Section title={t('examples')}><ExampleResults policy={policy} results={results} /></Section>
    </>
  )
}
