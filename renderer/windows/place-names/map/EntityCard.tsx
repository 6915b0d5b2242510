import { useEffect } from 'react'
import { Link } from 'wouter'
import type { Entity } from '../../../../api/schemas/gazetteer.ts'
import type { Text } from '../../../../domain/text.ts'
import { nameStandings } from '../../../../domain/place-names/gazetteer/actions.ts'
import { useWords } from '../../../shared/i18n.ts'
import { Facts } from '../../../shared/Page.tsx'
import { areaWords, lengthWords } from './measures.ts'
import { words } from './words.ts'

/** An entity in short, beside the map. */
export const EntityCard = ({ entity, onShown, say }: { readonly entity: Entity; readonly onShown: () => void; readonly say: (text: Text) => string }) => {
  const t = useWords(words)
  useEffect(onShown, [entity.id, onShown])
  const { facts } = entity
  const current = entity.names.find(({ standing, to }) => standing === 'standard' && to === '') ?? entity.names.at(-1)
  const others = entity.names.filter((name) => name !== current)
  const standing = nameStandings.find(({ code }) => code === current?.standing)
  return (
    <div className="map-card-body">
      <div><Link href={`/place-names/gazetteer/${entity.id}`} className="map-card-name">{current?.name ?? '—'}</Link> {standing === undefined ? null : <span className={current?.standing === 'standard' ? 'tag good' : 'tag'}>{say(standing)}</span>}</div>
      {current !== undefined && current.text !== '' && <div className="quiet"><span className="pinyin" lang="zh-Latn">{current.text}</span> · <span className="mono" lang="zh-Latn">{current.sign}</span></div>}
      <Facts rows={[
        [t('kindLabel'), t(`kind_${facts.kind}`)],
        ...(facts.township === '' ? [] : [[t('township'), `${facts.township}${facts.village}`] as const]),
        ...(facts.start.text === '' && facts.end.text === '' ? [] : [[t('ends'), `${facts.start.text} — ${facts.end.text}`] as const]),
        ...(entity.lengthMetres === null ? [] : [[t('length'), lengthWords(t, entity.lengthMetres)] as const]),
        ...(entity.areaSquareMetres === null ? [] : [[t('area'), areaWords(t, entity.areaSquareMetres)] as const]),
        ...(others.length === 0 ? [] : [[t('otherNames'), others.map(({ name }) => name).join('、')] as const]),
      ]} />
      {entity.geometry === null && <p className="quiet">{t('noGeometryHit', { name: current?.name ?? '' })}</p>}
      <Link href={`/place-names/gazetteer/${entity.id}`}>{t('open')}</Link>
    </div>
  )
}
