import './import.css'
import { Link, useLocation, useParams } from 'wouter'
import { placeKindEntries } from '../../../../domain/place-names/kinds.ts'
import { instant, number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { ImportRun } from './ImportRun.tsx'
import { UploadPart } from './UploadPart.tsx'
import { words } from './words.ts'

const Begin = () => {
  const t = useWords(words)
  const [, navigate] = useLocation()
  const { may } = useSession()
  const imports = useRoute('listImports', {}, { keep: true, enabled: may('case.write') })
  return (
    <Page title={t('title')} lead={<><Link href="/place-names/gazetteer">{t('backToList')}</Link> · {t('lead')}</>}>
      <Section title={t('inHand')}>
        <FailurePanel failure={imports.error} onRetry={() => void imports.refetch()} />
        {imports.data?.imports.length === 0 && <p className="quiet">{t('noneInHand')}</p>}
        <ul className="work-list">
          {(imports.data?.imports ?? []).map((one) => <li key={one.id}><Link href={`/place-names/gazetteer/import/${one.id}`}><span><b>{one.fileName}</b> <span className="quiet">{instant(one.at)}</span></span><span>{t('of', { done: number(one.taken), all: number(one.rows) })} · {t('resume')}</span></Link></li>)}
        </ul>
      </Section>
      {may('case.write') && <UploadPart onStarted={(id) => navigate(`/place-names/gazetteer/import/${id}`)} />}
    </Page>
  )
}

const Run = ({ id }: { readonly id: string }) => {
  const t = useWords(words)
  const say = useSay()
  const state = useRoute('getImport', { params: { id } }, { fresh: 1_000 })
  // While rows are gone through or taken its progress is asked for.
  useRoute('getImport', { params: { id } }, { every: state.data?.job?.state === 'running' ? 400 : false })
  const { data } = state
  const kind = placeKindEntries.find((one) => one.kind === data?.options.kind)
  return (
    <Page
      wide title={data?.fileName ?? t('title')}
      lead={<><Link href="/place-names/gazetteer/import">{t('allImports')}</Link>{data === undefined ? '' : ` · ${[kind === undefined ? '' : say(kind.title), data.options.source, data.options.document, data.options.approvedOn, t('readAs', { encoding: t(`encoding_${data.encoding}`) })].filter((part) => part !== '').join(' · ')}`}</>}
    >
      {state.error?.code === 'not_found' ? <EmptyState title={t('noSuch')} act={<Link href="/place-names/gazetteer/import">{t('allImports')}</Link>} /> : <Loaded of={state}>{(found) => <ImportRun key={found.id} state={found} />}</Loaded>}
    </Page>
  )
}

/** Tables on their way into the gazetteer: those in hand, and one of them row by row. */
const ImportPage = () => {
  const { id = '' } = useParams<{ id?: string }>()
  return <><PlaceNameTabs />{id === '' ? <Begin /> : <Run id={id} />}</>
}

export default ImportPage
