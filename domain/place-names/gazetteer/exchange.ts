import { splitName } from '../names/index.ts'
import { storedGeometry } from '../case/register.ts'
import type { GazetteerActionOf } from './actions.ts'
import { emptyEntityFacts } from './actions.ts'
import type { GeoEntity } from './entity.ts'
import { findStandardName } from './entity.ts'
import { lengthOf, pathsOf } from './geometry.ts'
import type { StagedRow } from './staging.ts'

/** What a row of an imported table adds to the gazetteer: names that were approved before, with their document where it is known. */
export const importOf = ({ item }: StagedRow, given: { readonly entityId: string; readonly day: string; readonly approvedOn: string; readonly document: string; readonly source: string; readonly province: string; readonly county: string; readonly builtUpArea: string }): GazetteerActionOf<'gazetteer.added'> => {
  const kind = item.kind === '' ? 'OTHER' : item.kind
  const parts = splitName(item.name, kind)
  return {
    kind: 'gazetteer.added', subject: given.entityId,
    body: {
      facts: { ...emptyEntityFacts(kind), province: given.province, county: given.county, builtUpArea: given.builtUpArea, township: item.township, village: item.village, location: item.location, orientation: item.orientation, start: item.start, end: item.end, meaning: item.meaning, origin: item.origin, ...item.size },
      geometry: storedGeometry(item.geometry), source: given.source, day: given.day,
      names: [{ id: `${given.entityId}-1`, name: item.name, text: item.spelling.text, sign: item.spelling.sign, specific: parts.specific, generic: parts.generic, standing: 'standard', from: given.approvedOn, to: '', document: given.document, caseId: '', itemId: '' }],
    },
  }
}

/** Headings and rows of the gazetteer as a table; the first and last position stand for a line. */
export const gazetteerRows = (entities: Iterable<GeoEntity>, options: { readonly withSecret: boolean }): readonly (readonly string[])[] => {
  const rows: string[][] = [['标准地名', '罗马字母拼写', '标志拼写', '类别', '现状', '地名代码', '乡镇街道', '村社区', '起点', '止点', '走向', '长度（米）', '宽度（米）', '位置', '含义', '来历', '历史沿革', '曾用名', '别名', '历史地名', '启用日期', '批准文号', '经度', '纬度', '终经度', '终纬度', '密级']]
  for (const entity of entities) {
    const { facts, names } = entity
    if (facts.secrecy === 'secret' && !options.withSecret) continue
    const standard = findStandardName(entity) ?? names.at(-1)
    const path = entity.geometry === null ? [] : pathsOf(entity.geometry.geometry).flat()
    const [first, last] = [path[0], path.length > 1 ? path.at(-1) : undefined]
    const joined = (...standings: readonly string[]): string => names.filter(({ standing }) => standings.includes(standing)).map(({ name }) => name).join('、')
    const length = facts.lengthMetres ?? (facts.kind === 'STREET' && entity.geometry !== null ? lengthOf(entity.geometry.geometry) : undefined)
    rows.push([standard?.name ?? '', standard?.text ?? '', standard?.sign ?? '', facts.kind, entity.state === 'removed' ? '已销' : '现用', entity.code, facts.township, facts.village, facts.start.text, facts.end.text, facts.orientation, length === undefined ? '' : String(Math.round(length)), facts.widthMetres === undefined ? '' : String(facts.widthMetres), facts.location, facts.meaning, facts.origin, facts.history, joined('former'), joined('alias', 'shortName'), joined('historic'), standard?.from ?? '', standard?.document ?? '', ...[first?.[0], first?.[1], last?.[0], last?.[1]].map((degree) => (degree === undefined ? '' : degree.toFixed(6))), facts.secrecy === '' ? '' : facts.secrecy === 'secret' ? '秘密' : '内部'])
  }
  return rows
}
