/** Parts of the profile on names: generics, restricted words, readings, papers asked for, sources. */
import { placeKinds, type PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { nameActs, wordClasses, wordClassTitles } from '../../../../domain/place-names/names/index.ts'
import { profileSections, type PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { SelectAt } from '../../../shared/draftFields.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { kindWords } from '../shared/kindWords.ts'
import type { RowColumn } from '../shared/rows/RowsEditor.tsx'
import { listColumn, sizeColumn, textColumn } from './columns.ts'
import { RowsAt } from './RowsAt.tsx'
import { words } from './words.ts'

type Generic = PlaceNameProfile['generics'][number]
type Threshold = PlaceNameProfile['thresholds'][number]
type Reading = PlaceNameProfile['readings'][number]
type Leader = PlaceNameProfile['leaders'][number]
const traits = ['soft', 'counted', 'numbered', 'directed', 'street'] as const
const sizes = ['widthMetres', 'lengthMetres', 'siteSquareMetres', 'floorSquareMetres', 'storeys', 'greenPercent'] as const

const useKinds = () => {
  const k = useWords(kindWords)
  return placeKinds.map((value) => ({ value, title: k(value) }))
}

export const GenericsPart = () => {
  const t = useWords(words)
  const kinds = useKinds()
  const wordsColumn: RowColumn<Generic> = { id: 'words', title: t('divided'), width: '15%', most: 60, read: (row) => (row.words ?? []).join('、'), write: ({ words: _before, ...row }, typed) => ({ ...row, ...(typed.trim() !== '' && { words: typed.split(/[、,，|]/u) }) }) }
  const traitColumn: RowColumn<Generic> = { id: 'traits', title: t('traits'), width: '22%', several: true, options: traits.map((value) => ({ value, title: t(`trait.${value}`) })), read: (row) => traits.filter((trait) => row[trait] === true).join('、'), write: ({ term, kinds: of, words: parts }, typed) => ({ term, kinds: of, ...(parts !== undefined && { words: parts }), ...Object.fromEntries(typed.split('、').filter((one) => one !== '').map((trait) => [trait, true])) }) }
  return (
    <>
      <Section title={t('generics')}><RowsAt<Generic> name={t('generics')} path="generics" most={300} empty={() => ({ term: '', kinds: ['STREET'] as PlaceKind[] })} columns={[textColumn('term', t('term'), { width: '12%', most: 10 }), listColumn('kinds', t('kinds'), kinds), wordsColumn, traitColumn]} /></Section>
      <Section title={t('thresholds')}><RowsAt<Threshold> name={t('thresholds')} path="thresholds" most={200} empty={() => ({ generic: '', kind: 'ESTATE', least: {}, logic: 'all' })} columns={[textColumn('generic', t('generic'), { width: '12%', most: 10 }), textColumn('kind', t('kind'), { width: '13%', options: kinds }), ...sizes.map((size) => sizeColumn<Threshold>('least', size, t(size))), textColumn('logic', t('logic'), { width: '11%', options: (['all', 'any'] as const).map((value) => ({ value, title: t(`logic.${value}`) })) })]} /></Section>
    </>
  )
}

export const WordsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const common: RowColumn<Leader> = { id: 'common', title: t('common'), width: '30%', options: [{ value: '', title: t('no') }, { value: 'yes', title: t('yes') }], read: (row) => (row.common === true ? 'yes' : ''), write: ({ name }, typed) => ({ name, ...(typed === 'yes' && { common: true as const }) }) }
  return (
    <>
      <Section title={t('restricted')}><p className="quiet">{t('restrictedHint')}</p><RowsAt<PlaceNameProfile['words'][number]> name={t('restricted')} path="words" most={5000} empty={() => ({ word: '', class: 'exaggerated' })} columns={[textColumn('word', t('word'), { most: 20 }), textColumn('class', t('wordClass'), { width: '40%', options: wordClasses.map((value) => ({ value, title: say(wordClassTitles[value]) })) })]} /></Section>
      <Section title={t('leaders')}><p className="quiet">{t('leadersHint')}</p><RowsAt<Leader> name={t('leaders')} path="leaders" most={200} empty={() => ({ name: '' })} columns={[textColumn('name', t('leader'), { most: 10 }), common]} /></Section>
    </>
  )
}

export const SpellingPart = () => {
  const t = useWords(words)
  const syllables: RowColumn<Reading> = { id: 'syllables', title: t('syllables'), most: 160, read: (row) => row.syllables.join(' '), write: (row, typed) => ({ ...row, syllables: typed === '' ? [] : typed.split(' ') }) }
  return (
    <>
      <Section title={t('readings')}><RowsAt<Reading> name={t('readings')} path="readings" most={2000} empty={() => ({ characters: '', syllables: [] })} columns={[textColumn('characters', t('characters'), { width: '34%', most: 20 }), syllables]} /></Section>
      <Section title={t('transcriptions')}><RowsAt<PlaceNameProfile['transcriptions'][number]> name={t('transcriptions')} path="transcriptions" most={2000} empty={() => ({ characters: '', spelled: '' })} columns={[textColumn('characters', t('characters'), { width: '34%', most: 30 }), textColumn('spelled', t('spelled'), { most: 80 })]} /><Fields><SelectAt path="ordinalStyle" span={6} label={t('ordinal')} options={(['digits', 'spelt'] as const).map((value) => ({ value, title: t(`ordinal.${value}`) }))} /></Fields></Section>
    </>
  )
}

export const PapersPart = () => {
  const t = useWords(words)
  const kinds = useKinds()
  return <Section title={t('part.papers')}><p className="quiet">{t('papersHint')}</p><RowsAt<PlaceNameProfile['papers'][number]> name={t('part.papers')} path="papers" most={100} empty={() => ({ type: '', title: '', acts: [], kinds: [] })} columns={[textColumn('type', t('paperType'), { width: '13%', most: 40 }), textColumn('title', t('paperTitle'), { width: '24%', most: 60 }), listColumn('acts', t('acts'), nameActs.map((value) => ({ value, title: t(`act.${value}`) })), { width: '24%' }), listColumn('kinds', t('forKinds'), kinds)]} /></Section>
}

export const SourcesPart = () => {
  const t = useWords(words)
  return <Section title={t('part.sources')}><p className="quiet">{t('sourcesHint')}</p><RowsAt<PlaceNameProfile['sources'][number]> name={t('part.sources')} path="sources" most={60} empty={() => ({ section: 'approval', document: '', title: '', from: '', to: '', note: '' })} columns={[textColumn('section', t('section'), { width: '12%', options: profileSections.map((value) => ({ value, title: t(`section.${value}`) })) }), textColumn('document', t('document'), { width: '20%', most: 100 }), textColumn('title', t('sourceTitle'), { most: 200 }), textColumn('from', t('validFrom'), { width: '11%', most: 10, placeholder: '2026-01-01' }), textColumn('to', t('validTo'), { width: '11%', most: 10 }), textColumn('note', t('note'), { width: '16%', most: 400 })]} /></Section>
}
