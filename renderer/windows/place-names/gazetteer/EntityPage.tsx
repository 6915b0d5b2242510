import './gazetteer.css'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import type { Entity } from '../../../../api/schemas/gazetteer.ts'
import { nameStandings, protectionClasses } from '../../../../domain/place-names/gazetteer/actions.ts'
import { instant } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel, Facts, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { around } from '../map/ask.ts'
import { areaWords, lengthWords } from '../map/measures.ts'
import { PlainMap } from '../map/PlainMap.tsx'
import { useMap } from '../map/useMap.ts'
import { boxAround } from '../map/view.ts'
import { words as mapWords } from '../map/words.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { countyName } from './county.ts'
import { EntityActDialog, spelledElsewhere, type EntityActKind } from './actDialogs.tsx'
import { calledName, inOrder, standardName, standingTone, useBuiltUpAreas } from './names.ts'
import { words } from './words.ts'

const actKinds: readonly EntityActKind[] = ['named', 'restood', 'spelled', 'described', 'placed', 'protected', 'unprotected', 'coded']

const NamesPart = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const say = useSay()
  const standing = standardName(entity)
  return (
    <Section title={t('history')}>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('history')}>
        <table className="plain-table entity-names">
          <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('spelling')}</th><th scope="col">{t('standing')}</th><th scope="col">{t('used')}</th><th scope="col">{t('document')}</th></tr></thead>
          <tbody>
            {inOrder(entity.names).map((name) => {
              const title = nameStandings.find(({ code }) => code === name.standing)
              return (
                <tr key={name.id} className={name === standing ? 'now' : ''}>
                  <th scope="row">{name.name}</th>
                  <td><span className="pinyin" lang="zh-Latn">{name.text}</span>{name.sign === '' ? null : <div className="mono quiet" lang="zh-Latn">{name.sign}</div>}</td>
                  <td><span className={`tag ${standingTone(name.standing)}`}>{title === undefined ? name.standing : say(title)}</span></td>
                  <td className="nowrap">{name.from === '' && name.to === '' ? <span className="quiet">{t('unknownFrom')}</span> : name.to === '' ? t('since', { from: name.from }) : t('fromTo', { from: name.from === '' ? '—' : name.from, to: name.to })}</td>
                  <td>{name.document}{name.caseId === '' ? null : <div><Link href={`/place-names/${name.caseId}`}>{t('caseLink')}</Link></div>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('historyNote')}</p>
    </Section>
  )
}

/** Pairs whose value is known. */
const known = (pairs: readonly (readonly [label: string, value: ReactNode])[]): readonly (readonly [string, ReactNode])[] => pairs.filter(([, value]) => value !== '' && value !== null)

const FactsPart = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const m = useWords(mapWords)
  const areas = useBuiltUpAreas(t('outside'))
  const { office } = useSession()
  const { facts } = entity
  const size = (value: number | undefined): string => (value === undefined ? '' : String(value))
  return (
    <Section title={t('facts')}>
      <Facts rows={known([
        [t('kind'), m(`kind_${facts.kind}`)], [t('code'), entity.code === '' ? '' : <span className="mono" key="code">{entity.code}</span>], [t('classCode'), facts.classCode],
        [t('county'), facts.county === '' ? '' : countyName(facts.county, office.today)], [t('township'), `${facts.township}${facts.village}`], [t('builtUpArea'), areas.find(({ id }) => id === facts.builtUpArea)?.name ?? facts.builtUpArea],
        [t('location'), facts.location], [t('orientation'), facts.orientation], [t('start'), facts.start.text], [t('end'), facts.end.text], [t('bounds'), facts.bounds],
        [t('length'), entity.lengthMetres === null ? '' : `${lengthWords(m, entity.lengthMetres)}${facts.lengthMetres === undefined ? ` (${t('measured')})` : ''}`], [t('widthMetres'), size(facts.widthMetres)],
        [t('area'), entity.areaSquareMetres === null ? '' : `${areaWords(m, entity.areaSquareMetres)}${facts.siteSquareMetres === undefined ? ` (${t('measured')})` : ''}`], [t('floorSquareMetres'), size(facts.floorSquareMetres)], [t('storeys'), size(facts.storeys)], [t('greenPercent'), size(facts.greenPercent)],
        [t('secrecy'), facts.secrecy === '' ? '' : <span key="secrecy" className="tag answer">{t(`secrecy_${facts.secrecy}`)}</span>], [t('source'), entity.source], [t('addedOn'), entity.addedOn],
      ])} />
      {(facts.meaning !== '' || facts.origin !== '' || facts.history !== '') && (
        <dl className="entity-words">
          {(['meaning', 'origin', 'history'] as const).map((part) => (facts[part] === '' ? null : <div key={part}><dt>{t(part === 'history' ? 'story' : part)}</dt><dd>{facts[part]}</dd></div>))}
        </dl>
      )}
    </Section>
  )
}

const PlacePart = ({ entity, onPlace }: { readonly entity: Entity; readonly onPlace: (() => void) | undefined }) => {
  const t = useWords(words)
  const { geometry } = entity
  const box = useMemo(() => { const tight = geometry === null ? undefined : boxAround([geometry.geometry]); return tight === undefined ? undefined : around(tight, 0.6) }, [geometry])
  const near = useMap(box, { limit: 2000 })
  const name = calledName(entity)?.name ?? ''
  const features = useMemo(() => (near.data?.features ?? []).filter(({ id }) => id !== entity.id), [near.data, entity.id])
  return (
    <Section title={t('placed')} acts={geometry === null ? undefined : <Link href={`/place-names/map?at=${entity.id}`}>{t('showOnMap')}</Link>}>
      {geometry === null ? <EmptyState title={t('notPlaced')} hint={t('notPlacedHint')} act={onPlace === undefined ? undefined : <Button onClick={onPlace}>{t('act_placed')}</Button>} /> : (
        <>
          <PlainMap name={name} features={features} marks={[{ id: entity.id, name, tone: 'own', geometry: geometry.geometry }]} box={box} height={300} />
          <p className="quiet">{t('declaredAs')}: {t(`system_${geometry.declared}`)}{geometry.source === '' ? '' : ` · ${t('source')}: ${geometry.source}`}</p>
        </>
      )}
    </Section>
  )
}

const ProtectionSection = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const say = useSay()
  const rows = (protection: NonNullable<Entity['protection']>) => known([
    [t('protectedClasses'), protection.classes.map((code) => { const found = protectionClasses.find((one) => one.code === code); return found === undefined ? code : say(found) }).join('、')],
    [t('value'), protection.value], [t('document'), protection.document], [t('publishedOn'), protection.publishedOn], [t('copiedTo'), protection.copiedTo], [t('day'), protection.day],
  ])
  return (
    <Section title={t('protected')}>
      {entity.protection === null ? <p className="quiet">{t('notProtected')}</p> : <Facts rows={rows(entity.protection)} />}
      {entity.formerProtections.length > 0 && <details><summary className="quiet">{t('formerProtection')}</summary>{entity.formerProtections.map((one, index) => <Facts key={index} rows={rows(one)} />)}</details>}
    </Section>
  )
}

const CasesPart = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const m = useWords(mapWords)
  return (
    <Section title={t('casesAndPapers')}>
      {entity.cases.length === 0 ? <p className="quiet">{t('noCases')}</p> : (
        <ul className="work-list">{entity.cases.map((one) => <li key={`${one.caseId} ${one.itemId}`}><Link href={`/place-names/${one.caseId}`}><span>{one.title}{one.document === '' ? '' : ` · ${one.document}`}</span><span className="quiet">{one.day}</span></Link></li>)}</ul>
      )}
      <div className="row"><b>{t('plates')}</b>{entity.plates === null ? null : <span>{t('platesCount', entity.plates)}</span>}<Link href={`/place-names/plates/${entity.id}`}>{t('toPlates')}</Link></div>
      {entity.formerExtents.length > 0 && (
        <>
          <h3>{t('formerExtents')}</h3>
          <ul className="plain-list">{entity.formerExtents.map((one, index) => <li key={index}>{t('extentUntil', { day: one.until })}: {[one.facts.start.text, one.facts.end.text].filter((part) => part !== '').join(' — ')} {one.facts.lengthMetres === undefined ? '' : lengthWords(m, one.facts.lengthMetres)}</li>)}</ul>
        </>
      )}
    </Section>
  )
}

const RecordsPart = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <Section title={t('records')}>
      <ol className="record-list">{entity.history.map((entry) => <li key={entry.seq}><span className="quiet">{instant(entry.at)}</span><span>{say(entry.title)} <span className="quiet">{t('by', { name: entry.actorName })}</span>{entry.reason === '' ? '' : ` · ${entry.reason}`}</span></li>)}</ol>
    </Section>
  )
}

const Body = ({ entity }: { readonly entity: Entity }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [doing, setDoing] = useState<EntityActKind>()
  const name = calledName(entity)
  const title = nameStandings.find(({ code }) => code === name?.standing)
  const acts = may('case.write') ? actKinds.filter((kind) => entity.acts.includes(kind) && (kind !== 'restood' || entity.names.some((one) => one !== standardName(entity))) && (kind !== 'spelled' || spelledElsewhere(entity).length > 0)) : []
  return (
    <>
      <section className="section entity-head" aria-label={name?.name ?? t('noStandard')}>
        <div className="entity-name">
          {name !== undefined && name.text !== '' && <span className="spelled pinyin" lang="zh-Latn">{name.text}</span>}
          {name !== undefined && name.sign !== '' && <span className="spelled mono quiet" lang="zh-Latn">{name.sign}</span>}
          {title !== undefined && <span className={`tag ${standingTone(title.code)}`}>{say(title)}</span>}
          {entity.protection !== null && <span className="tag good">{t('mark_protected')}</span>}
          {entity.facts.secrecy !== '' && <span className="tag answer">{t(`secrecy_${entity.facts.secrecy}`)}</span>}
        </div>
        {entity.removed !== null && <p className="finding-note stop">{t('removedOn', { day: entity.removed.day, reason: entity.removed.reason })}{entity.removed.document === '' ? '' : ` (${entity.removed.document})`}</p>}
        {acts.length > 0 && <div className="entity-acts">{acts.map((kind) => <Button key={kind} onClick={() => setDoing(kind)}>{t(`act_${kind}`)}</Button>)}</div>}
      </section>
      <div className="entity-columns">
        <div><NamesPart entity={entity} /><FactsPart entity={entity} /><RecordsPart entity={entity} /></div>
        <div><PlacePart entity={entity} onPlace={acts.includes('placed') ? () => setDoing('placed') : undefined} /><ProtectionSection entity={entity} /><CasesPart entity={entity} /></div>
      </div>
      {doing !== undefined && <EntityActDialog key={doing} kind={doing} entity={entity} onClose={() => setDoing(undefined)} />}
    </>
  )
}

/** One geographic entity: every name it ever had, what is known of it, and what is done to it outside of cases. */
const EntityPage = () => {
  const t = useWords(words)
  const { id = '' } = useParams<{ id: string }>()
  const entity = useRoute('getEntity', { params: { id } })
  const name = entity.data === undefined ? undefined : calledName(entity.data)?.name
  return (
    <>
      <PlaceNameTabs />
      <div className={entity.data?.state === 'removed' ? 'entity-page removed' : 'entity-page'}>
      <Page wide title={name ?? t('title')} lead={<Link href="/place-names/gazetteer">{t('backToList')}</Link>}>
        {entity.error?.code === 'not_found' ? <EmptyState title={t('noSuch')} act={<Link href="/place-names/gazetteer">{t('backToList')}</Link>} /> : <Loaded of={entity}>{(data) => <Body entity={data} />}</Loaded>}
        {entity.data !== undefined && <FailurePanel failure={entity.error} />}
      </Page>
      </div>
    </>
  )
}

export default EntityPage
