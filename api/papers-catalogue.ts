import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Paper } from '../templates/paper.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { loadPapers, pdfResponse } from './papers.ts'
import { routes } from './schemas/index.ts'
import { settingSpecs, settingValues } from './settings.ts'
import { specimenOf } from './specimens.ts'

type OwnTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Papers drawn after an official layout that has been published. The annex layouts of the norms for registration work, the archive forms and the booklet's measures have not been: none stands here yet. */
const officialLayouts: ReadonlySet<string> = new Set()

const defaultsOf = (paper: Paper): Readonly<Record<string, string>> => paper.texts ?? {}

const paperText = (paper: Paper, own: OwnTexts) => ({
  paper: paper.id, window: paper.id.split('.')[0] ?? '', title: { ...paper.title }, version: paper.version, from: paper.from, source: { ...paper.source }, officialLayout: officialLayouts.has(paper.id), needs: paper.needs.map((need) => ({ ...need })),
  texts: Object.entries(defaultsOf(paper)).map(([key, value]) => ({ key, default: value, own: own[paper.id]?.[key] ?? '' })),
})

const placesIn = (written: string): readonly string[] => [...written.matchAll(/\{(\w*)\}/g)].map(([place]) => place)

/** The texts that differ from the layout's; an empty one stands for the default. Throws `invalid` at a text the paper does not have, or that names a place `{…}` the paper does not fill. */
const ownTexts = (paper: Paper, wanted: Readonly<Record<string, string>>): Record<string, string> => {
  const defaults = defaultsOf(paper)
  for (const key of Object.keys(wanted)) if (!Object.hasOwn(defaults, key)) throw new LantaiError('invalid', text(`这种文件没有“${key}”这一用语`, `This paper has no text “${key}”`), `texts.${key}`)
  for (const [key, value] of Object.entries(wanted)) {
    const filled = placesIn(defaults[key] ?? '')
    const strange = placesIn(value).find((place) => !filled.includes(place))
    if (strange !== undefined) throw new LantaiError('invalid', text(`这一用语不能用 ${strange}${filled.length === 0 ? '' : `，可用：${filled.join('、')}`}`, `This text cannot hold ${strange}${filled.length === 0 ? '' : `; it fills ${filled.join(', ')}`}`), `texts.${key}`)
  }
  return Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, value.trim()] as const).filter(([key, value]) => value !== '' && value !== defaults[key]))
}

const storedTexts = (held: Readonly<Record<string, unknown>>): OwnTexts => settingValues(held)['papers.texts']

/** Draws a specimen with these texts: what cannot be printed or does not fit is refused with the text it stands in. */
const specimen = async (house: House, paper: Paper, texts: Record<string, string>, signal?: AbortSignal): Promise<Uint8Array> => house.printer.render(await specimenOf(paper.id, texts), signal === undefined ? {} : { signal })

/** The catalogue of papers, their texts and specimens. */
export const papersCatalogueHandlings: readonly Handling[] = [
  handle(routes.listPapers, async ({ house }) => {
    const [{ papers }, { settings }] = await Promise.all([loadPapers(), house.office()])
    return { papers: papers.map((paper) => paperText(paper, settings['papers.texts'])) }
  }),

  handle(routes.changePaperTexts, async ({ house, params, body, actor }) => {
    const paper = (await loadPapers()).getPaper(params.paper)
    const texts = ownTexts(paper, body.texts)
    if (Object.keys(texts).length > 0) await specimen(house, paper, texts)
    await house.register.transact(actor(), async (tx) => {
      const { [paper.id]: _before, ...others } = storedTexts(await tx.settings())
      const value = settingSpecs['papers.texts'].schema.safeParse(Object.keys(texts).length === 0 ? others : { ...others, [paper.id]: texts })
      if (!value.success) throw new LantaiError('invalid', text('用语过长', 'A text is too long'), 'texts')
      await tx.record({ kind: 'setting.changed', subject: 'papers.texts', body: { key: 'papers.texts', value: value.data, from: house.today() }, reason: body.reason })
    })
    house.forget()
    return paperText(paper, (await house.office()).settings['papers.texts'])
  }),

  handle(routes.previewPaper, async ({ house, params, body, request }) => {
    const paper = (await loadPapers()).getPaper(params.paper)
    const texts = ownTexts(paper, body.texts)
    return pdfResponse(request, await specimen(house, paper, texts, request.signal), `样张-${paper.title.zh}`, JSON.stringify([paper.id, paper.version, texts]))
  }),
]
