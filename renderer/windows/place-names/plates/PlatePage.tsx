import './plates.css'
import { Link, useParams, useSearchParams } from 'wouter'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import { FindingList } from '../../../shared/FindingList.tsx'
import { instant, number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { words as mapWords } from '../map/words.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { ConcordancePart } from './ConcordancePart.tsx'
import { NumberPart } from './NumberPart.tsx'
import { PlatesPart } from './PlatesPart.tsx'
import { words } from './words.ts'

const parts = ['plates', 'number', 'concordance', 'history'] as const
type Part = (typeof parts)[number]

const HistoryPart = ({ book }: { readonly book: PlateBook }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <Section title={t('part_history')}>
      {book.history.length === 0 ? <p className="quiet">{t('notYet')}</p> : <ol className="record-list">{[...book.history].reverse().map((entry) => <li key={entry.seq}><span className="quiet">{instant(entry.at)}</span><span>{say(entry.title)} <span className="quiet">{t('by', { name: entry.actorName })}</span>{entry.reason === '' ? '' : ` · ${entry.reason}`}</span></li>)}</ol>}
    </Section>
  )
}

const Body = ({ book }: { readonly book: PlateBook }) => {
  const t = useWords(words)
  const m = useWords(mapWords)
  const { may } = useSession()
  const [params, setParams] = useSearchParams()
  const canNumber = may('case.write') && book.acts.includes('numbered')
  const offered = parts.filter((part) => part !== 'number' || canNumber)
  const part: Part = offered.find((one) => one === params.get('part')) ?? (book.plates.length === 0 && canNumber ? 'number' : 'plates')
  const goTo = (to: Part): void => setParams(new URLSearchParams({ part: to }), { replace: true })
  const countOf = (standing: string): string => number(book.plates.filter((plate) => plate.standing === standing).length)
  return (
    <>
      <div className="plate-bar">
        {book.text !== '' && <span className="pinyin" lang="zh-Latn">{book.text}</span>}
        <span className="tag">{m(`kind_${book.kind}`)}</span>
        {book.township !== '' && <span>{book.township}</span>}
        {book.lengthMetres !== null && <span className="quiet">{t('lengthOf', { n: number(Math.round(book.lengthMetres)) })}</span>}
        <span className="quiet">{t('countsOf', { current: countOf('current'), reserved: countOf('reserved'), cancelled: countOf('cancelled') })}</span>
      </div>
      {book.removed && <p className="finding-note stop">{t('removedNote')}</p>}
      {book.findings.length > 0 && <FindingList findings={book.findings} />}
      <nav className="tabs" aria-label={t('parts')}>
        {offered.map((one) => <Link key={one} href={`/place-names/plates/${book.entityId}?part=${one}`} {...(one === part && { 'aria-current': 'page' as const })}>{t(`part_${one}`)}</Link>)}
      </nav>
      {part === 'plates' && <PlatesPart book={book} onNumber={() => goTo('number')} />}
      {part === 'number' && <NumberPart key={book.revision} book={book} onDone={() => goTo('plates')} />}
      {part === 'concordance' && <ConcordancePart book={book} />}
      {part === 'history' && <HistoryPart book={book} />}
    </>
  )
}

/** The numbers of one street or estate. */
const PlatePage = () => {
  const t = useWords(words)
  const { id = '' } = useParams<{ id: string }>()
  const book = useRoute('getPlateBook', { params: { id } })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={book.data?.name ?? t('title')} lead={<><Link href="/place-names/plates">{t('backToList')}</Link> · <Link href={`/place-names/gazetteer/${id}`}>{t('toEntity')}</Link></>}>
        {book.error?.code === 'not_found' ? <EmptyState title={t('noSuch')} act={<Link href="/place-names/plates">{t('backToList')}</Link>} /> : <Loaded of={book}>{(data) => <Body key={data.entityId} book={data} />}</Loaded>}
        {book.data !== undefined && <FailurePanel failure={book.error} />}
      </Page>
    </>
  )
}

export default PlatePage
