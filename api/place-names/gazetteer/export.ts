import type { Reads } from '../../../db/contract.ts'
import { csv } from '../../../domain/csv.ts'
import type { GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { gazetteerRows } from '../../../domain/place-names/gazetteer/exchange.ts'
import { featureOf, geoJsonFrame } from '../../../domain/place-names/gazetteer/geojson.ts'
import type { PlaceKind } from '../../../domain/place-names/kinds.ts'
import { toGb18030 } from './gb18030.ts'

export const exportFormats = { csv: ['text/csv; charset=utf-8', 'csv'], 'csv-gb18030': ['text/csv; charset=gb18030', 'csv'], geojson: ['application/geo+json', 'geojson'] } as const
export type ExportFormat = keyof typeof exportFormats

/** Whose entities are exported. */
export interface ExportFilter { readonly kind?: PlaceKind; readonly township?: string; readonly ids?: readonly string[] }

const pageSize = 200

const utf8 = new TextEncoder()

/** Turns pages of entities into the parts of one file. */
const writers: Readonly<Record<ExportFormat, { readonly part: (entities: readonly GeoEntity[], first: boolean) => Uint8Array<ArrayBuffer>; readonly end: string }>> = {
  csv: { part: (entities, first) => utf8.encode(tableOf(entities, first)), end: '' },
  // A byte order mark would be a character of the first heading.
  'csv-gb18030': { part: (entities, first) => toGb18030(tableOf(entities, first).replace(/^\uFEFF/u, '')), end: '' },
  geojson: { part: (entities, first) => utf8.encode((first ? geoJsonFrame[0] : '') + entities.map((entity, index) => (first && index === 0 ? '\n' : ',\n') + JSON.stringify(featureOf(entity))).join('')), end: `\n${geoJsonFrame[1]}\n` },
}

/** The rows of a page, the headings and the byte order mark before the first alone. */
const tableOf = (entities: readonly GeoEntity[], first: boolean): string => {
  // What may leave was decided before.
  const rows = gazetteerRows(entities, { withSecret: true })
  if (first) return csv(rows)
  return entities.length === 0 ? '' : csv(rows.slice(1)).replace(/^\uFEFF/u, '')
}

/** The entities of a filter page by page, secret ones left out unless asked for. */
async function* pagesOf({ placeNames }: Pick<Reads, 'placeNames'>, filter: ExportFilter, withSecret: boolean): AsyncGenerator<readonly GeoEntity[]> {
  let after: string | undefined
  do {
    const page = await placeNames.entities({ ...filter, ...(after === undefined ? {} : { after }), limit: pageSize })
    yield page.rows.filter(({ facts }) => withSecret || facts.secrecy !== 'secret')
    after = page.next
    // Other counters are served between pages.
    await new Promise((resolve) => setImmediate(resolve))
  } while (after !== undefined)
}

/** The file of an export as a stream, a page of the register in memory at a time. */
export const exportStream = (reads: Pick<Reads, 'placeNames'>, format: ExportFormat, filter: ExportFilter, withSecret: boolean): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const { part, end } = writers[format]
  const pages = pagesOf(reads, filter, withSecret)
  let first = true
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      for (;;) {
        const { done, value } = await pages.next()
        if (done === true) {
          if (end !== '') controller.enqueue(utf8.encode(end))
          controller.close()
          return
        }
        // A page whose entities are all secret says nothing, and does not become the first.
        if (value.length === 0 && !first) continue
        if (value.length === 0 && format === 'geojson') continue
        controller.enqueue(part(value, first))
        first = false
        return
      }
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
}
