import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { CheckedName, ClashLine } from '../../../../../api/schemas/place-names.ts'
import { useSay } from '../../../../shared/i18n.ts'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { usePlaceNameWords } from '../parts.tsx'
import { useItem, useItemPlace, useKnown } from './itemFields.tsx'

const PlainMap = lazy(async () => ({ default: (await import('../../map/PlainMap.tsx')).PlainMap }))

const tones: Readonly<Record<ClashLine['relation'], string>> = { same: 'stop', homophone: 'answer', near: 'answer', look: 'answer', series: 'information', loose: 'information' }

const Clashes = ({ reply }: { readonly reply: CheckedName }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { id } = useItemPlace()
  const { item } = useItem('name', 'geometry', 'builtUpArea')
  const [map, setMap] = useState(false)
  const [marked, setMarked] = useState<string>()
  const placed = useMemo(() => reply.clashes.filter(({ geometry }) => geometry !== null), [reply.clashes])
  const own = item.geometry?.geometry
  // Until somebody says in which built-up area it lies, nobody knows what lies outside the scope.
  const open = reply.scope.scope === 'builtUpArea' && item.builtUpArea === ''
  const marks = useMemo(() => [
    ...(own === undefined ? [] : [{ id: `own-${id}`, name: item.name, tone: 'own' as const, geometry: own }]),
    ...placed.flatMap((clash) => (clash.geometry === null ? [] : [{ id: `${clash.entityId} ${clash.caseId} ${clash.name}`, name: clash.name, relation: say(clash.relationTitle), tone: clash.inScope ? ('clash' as const) : ('note' as const), geometry: clash.geometry }])),
  ], [own, id, item.name, placed, say])
  if (reply.clashes.length === 0) return <p className="quiet">{t('noClashes')}</p>
  return (
    <>
      <table className="plain-table clash-table">
        <thead><tr><th>{t('whichName')}</th><th>{t('relation')}</th><th /><th>{t('status')}</th><th>{t('placeKind')}</th><th>{t('where')}</th></tr></thead>
        <tbody>
          {reply.clashes.map((clash) => {
            const key = `${clash.entityId} ${clash.caseId} ${clash.name}`
            return (
              <tr key={key} className={marked === key ? 'marked' : ''}>
                <td><Link href={clash.caseId === '' ? `/place-names/gazetteer/${clash.entityId}` : `/place-names/${clash.caseId}`} target="_blank">{clash.name}</Link> <span className="quiet" lang="zh-Latn">{clash.text}</span></td>
                <td><span className={`tag ${clash.inScope || open ? tones[clash.relation] : ''}`}>{say(clash.relationTitle)}</span></td>
                <td>{clash.inScope ? <b>{t('inScope')}</b> : open ? t('scopeOpen') : <span className="quiet">{t('outOfScope')}</span>}</td>
                <td>{say(clash.statusTitle)}</td><td>{t(`kind.${clash.kind}`)}</td><td>{clash.where}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {(placed.length > 0 || own !== undefined) && <div className="section-acts"><Button size="small" tabIndex={-1} aria-expanded={map} onClick={() => setMap(!map)}>{map ? t('hideMap') : t('showMap')}</Button></div>}
      {map && <Suspense fallback={null}><PlainMap name={t('clashMap')} features={[]} marks={marks} height={260} onPick={setMarked} /></Suspense>}
    </>
  )
}

/** What the register knows of the name that is looked up: scope, clashes with a plain map, plans and reserved names. */
export const ClashPart = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const known = useKnown()
  const { reply } = known
  return (
    <section className="name-part-box known" aria-label={t('clashes')} aria-busy={known.busy} aria-live="polite">
      <h4>{known.name === '' ? t('clashes') : t('checked', { name: known.name })} {known.busy && reply === undefined && <span className="quiet">{t('checking')}</span>}</h4>
      {known.failure !== undefined && <FailurePanel failure={known.failure} title={t('checkFailed')} />}
      {reply !== undefined && (
        <>
          <p className="quiet">{t('scopeWords', { scope: say(reply.scope.title) })} · {t('passedRules', { n: reply.passed })}</p>
          <Clashes reply={reply} />
          {reply.planned.length > 0 && <><h5>{t('planHits')}</h5><ul className="name-lines">{reply.planned.map((hit) => <li key={`${hit.planId} ${hit.name}`}><span><b>{hit.name}</b> · {hit.title} {hit.document} · {hit.township}</span>{hit.note !== '' && <span className="quiet">{hit.note}</span>}</li>)}</ul></>}
          {reply.reserved.length > 0 && <><h5>{t('reserveHits')}</h5><ul className="name-lines">{reply.reserved.map((hit) => <li key={`${hit.entityId} ${hit.name}`}><span><b>{hit.name}</b> · {hit.where}</span><span className="quiet">{hit.meaning}</span></li>)}</ul></>}
          {reply.planned.length === 0 && reply.reserved.length === 0 && <p className="quiet">{t('noPlanHits')}</p>}
        </>
      )}
    </section>
  )
}
