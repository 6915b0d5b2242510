import { csv } from '../../../domain/csv.ts'
import { LantaiError } from '../../../domain/error.ts'
import { applyPlates, fullLabel, plateKey, platesToMake } from '../../../domain/place-names/plates/book.ts'
import type { PlateSize, PlateType } from '../../../domain/place-names/plates/settings.ts'
import { text, type Language, type Text } from '../../../domain/text.ts'
import { recordView } from '../../case/act.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { loadPapers, pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'
import { actOnPlate, numberPlates } from './acts.ts'
import { bookReply } from './book.ts'
import { numberedAct, numbersOf, plateFindings } from './numbering.ts'
import { platePaperRequest } from './papers.ts'
import { addressOf, nameOf, readNumbered, requireNumberable } from './standing.ts'

const typeTitles: Readonly<Record<PlateType, Text>> = { gate: text('门牌', 'Door plate'), building: text('楼牌', 'Building plate'), unit: text('单元牌', 'Unit plate'), room: text('户室牌', 'Room plate'), estate: text('住宅区牌', 'Estate plate') }
const headings = [text('序号', 'No.'), text('地名', 'Name'), text('罗马字母拼写', 'Romanisation'), text('号', 'Number'), text('种类', 'Kind'), text('规格', 'Size'), text('宽（毫米）', 'Width, mm'), text('高（毫米）', 'Height, mm'), text('二维码（毫米）', 'QR code, mm'), text('地址', 'Address')] as const

/** The plates to make, for the maker: current numbers without a plate, in the size asked for or the first one of their kind. */
const makersList = async (house: House, id: string, wanted: string | undefined, language: Language): Promise<string> => {
  const reads = house.register.read
  const { entity, book } = await readNumbered(reads, id)
  const { plates: { sizes } } = await profileOn(house, reads, house.today())
  const asked = wanted === undefined ? undefined : sizes.find((size) => size.id === wanted)
  if (wanted !== undefined && asked === undefined) throw new LantaiError('not_found', text('本地规定中没有这种规格', 'The local rules know no such size'), 'size')
  const sizeOf = (type: PlateType): PlateSize | undefined => (asked === undefined ? sizes.find((size) => size.type === type) : asked.type === type ? asked : undefined)
  const name = nameOf(entity)
  const address = addressOf(entity, name?.name ?? book?.name ?? '', house.today())
  const plates = book === undefined ? [] : platesToMake(book, (plate) => sizeOf(plate.type)?.id ?? '').filter(({ type }) => asked === undefined || type === asked.type)
  const known = new Map((book?.plates ?? []).filter(({ standing }) => standing === 'current').map((plate) => [plate.key, plate]))
  return csv([headings.map((heading) => heading[language]), ...plates.map(({ key, label, type }, index) => {
    const [plate, size] = [known.get(key), sizeOf(type)]
    return [String(index + 1), name?.name ?? book?.name ?? '', name?.sign ?? '', label, typeTitles[type][language], size?.title ?? '', ...(size === undefined ? ['', '', ''] : [String(size.widthMillimetres), String(size.heightMillimetres), size.qrMillimetres === 0 ? '' : String(size.qrMillimetres)]), book === undefined || plate === undefined ? '' : `${address}${fullLabel(book, plate)}`]
  })])
}

/** Numbers of streets, estates and buildings: previewed, given out, confirmed, made, mounted, changed, set against the old ones. */
export const plateHandlings: readonly Handling[] = [
  handle(routes.listPlateBooks, async ({ house, query }) => {
    const { text: asked, township, after, limit } = query
    const page = await house.register.read.placeNames.books({ ...(asked === undefined ? {} : { text: asked }), ...(township === undefined ? {} : { township }), ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    return { rows: page.rows.map(({ entityId, name, township: town, current, reserved, cancelled, made, mounted, confirmed }) => ({ entityId, name, township: town, current, reserved, cancelled, made, mounted, confirmed })), ...(page.next === undefined ? {} : { next: page.next }) }
  }),

  handle(routes.getPlateBook, async (call) => {
    const { house, params, account } = call
    const reply = await bookReply(house, account, params.id)
    // Confirmed numbers name whose they are.
    if (!reply.plates.some(({ confirmed }) => confirmed !== null)) return reply
    return (await recordView(call, params.id, 'plates')) ? bookReply(house, account, params.id) : reply
  }),

  handle(routes.previewNumbering, async ({ house, params, body: { numbering } }) => {
    const reads = house.register.read
    const { entity, book } = await readNumbered(reads, params.id)
    const name = requireNumberable(entity)
    const { box } = await profileOn(house, reads, house.today())
    const { rows, findings } = await within('numbering', Object.keys(numbering), () => numbersOf(numbering, { entity, book, box }))
    if (rows.length > 5000) throw new LantaiError('invalid', text('一次最多编 5000 个号，请分次编', 'At most 5,000 numbers at once; do it in parts'), 'numbering')
    const after = applyPlates(book, numberedAct(params.id, { day: house.today(), document: '', name: book?.name ?? name.name, numbering, rows }))
    return { rows: rows.map((row) => ({ ...row, key: plateKey(row) })), findings: [...findings, ...plateFindings(after)] }
  }),

  handle(routes.numberPlates, async ({ house, params, body, account, actor }) => house.register.transact(actor(), async (tx) => {
    await numberPlates(house, tx, params.id, body)
    return bookReply(house, account, params.id, tx)
  })),

  handle(routes.actOnPlate, async ({ house, params, body, account, actor, session }) => {
    const reply = await house.register.transact(actor(), async (tx) => {
      await actOnPlate(house, tx, params.id, body.revision, body.act)
      return bookReply(house, account, params.id, tx)
    })
    session.viewed.add(params.id)
    return reply
  }),

  handle(routes.exportPlates, async ({ house, params, query, language }) => {
    const list = await makersList(house, params.id, query.size, language)
    return new Response(list, { headers: { 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="plates.csv"; filename*=UTF-8''${encodeURIComponent(`门楼牌清单-${house.today()}.csv`)}` } })
  }),

  handle(routes.getPlatePaper, async (call) => {
    const { house, params, query, request } = call
    const wanted = await platePaperRequest(house, house.register.read, params.id, params.paper, query.number)
    await recordView(call, params.id, 'plates')
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    const { record } = wanted as Extract<typeof wanted, { readonly record: { readonly name: string } }>
    return pdfResponse(request, bytes, `${getPaper(params.paper).title.zh}-${record.name}`, paperCode(wanted).digest)
  }),

  handle(routes.recordPlatePrinted, async ({ house, params, body, actor }) => {
    const { paperCode } = await loadPapers()
    await house.register.transact(actor(), async (tx) => {
      const wanted = await platePaperRequest(house, tx, params.id, body.paper, body.number)
      await tx.record({ kind: 'plate.printed', subject: params.id, body: { day: house.today(), paper: body.paper, key: body.number, digest: paperCode(wanted).digest, printer: body.printer } })
    })
    return { done: true as const }
  }),
]
