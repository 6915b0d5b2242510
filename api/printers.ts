import { filePath } from '../db/files.ts'
import { LantaiError } from '../domain/error.ts'
import { standardCharacters } from '../domain/characters/index.ts'
import { text, type Text } from '../domain/text.ts'
import { crosses, fitAffine, residuals, type Point } from '../templates/calibration.ts'
import { stackStyles, type OfficeFont } from '../templates/fonts/stacks.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { loadPapers, pdfResponse } from './papers.ts'
import { routes } from './schemas/index.ts'
import type { Calibration } from './schemas/house.ts'
import type { OwnFont, StoredCalibration } from './settings.ts'

/** The calibration of a printer: of the tray asked for, else the newest. */
export const findCalibration = async (house: House, printer: string, tray: string | undefined): Promise<StoredCalibration | undefined> => {
  const { settings } = await house.office()
  return settings['printers.calibrations'].filter((entry) => entry.printer === printer && (tray === undefined || tray === '' || entry.tray === tray)).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}

const replyOf = async (house: House, entry: StoredCalibration): Promise<Calibration> => ({ ...entry, by: await house.nameOf(entry.by) })

const standard = (): number[] => standardCharacters().map((character) => character.codePointAt(0) ?? 0)

/** The office's own font as papers take it. */
export const officeFonts = (house: House, font: OwnFont | null): readonly OfficeFont[] => (font === null ? [] : [{ style: font.style, path: filePath(house.register.folder, font.hash) }])

const fontReply = ({ name, standard: covered, embeddable, hash }: OwnFont) => ({ name, standard: covered, embeddable, hash })

const styleTitles = { song: text('宋体', 'Song'), songBold: text('宋体粗', 'Song bold'), hei: text('黑体', 'Hei'), heiBold: text('黑体粗', 'Hei bold'), kai: text('楷体', 'Kai') } as const

interface StackLine { readonly id: string; readonly title: Text; readonly standard: number; readonly standardOf: number; readonly level3: number; readonly level3Of: number }
/** Counting 100,000 characters in five stacks takes half a second, once for a font of the office's own. */
const coverages = new Map<string, StackLine[]>()

/** Printers with their calibrations, the sheets to measure them, and the fonts. */
export const printerHandlings: readonly Handling[] = [
  handle(routes.listCalibrations, async ({ house }) => {
    const { settings } = await house.office()
    return { calibrations: await Promise.all(settings['printers.calibrations'].map((entry) => replyOf(house, entry))), certificateMode: settings['certificate.mode'], defaultPrinter: settings['printer.default'] }
  }),

  handle(routes.calibrate, async ({ house, body, account, actor }) => {
    const { printer, tray, observed, reason } = body
    const read = observed.map(({ x, y }): Point => [x, y])
    const affine = fitAffine(crosses, read)
    const residual = Math.max(...residuals(affine, crosses, read))
    const points = crosses.map(([x, y], index) => ({ wanted: { x, y }, observed: observed[index] ?? { x, y } }))
    const entry: StoredCalibration = { printer, tray, affine, points, residual, at: house.instant(), by: account.id }
    await house.register.transact(actor(), async (tx) => {
      const before = ((await tx.findSetting('printers.calibrations')) ?? []) as readonly StoredCalibration[]
      const value = [...before.filter((old) => old.printer !== printer || old.tray !== tray), entry]
      if (value.length > 200) throw new LantaiError('invalid', text('校准记录太多', 'There are too many calibrations'), 'printer')
      await tx.record({ kind: 'setting.changed', subject: 'printers.calibrations', body: { key: 'printers.calibrations', value }, reason })
    })
    house.forget()
    return replyOf(house, entry)
  }),

  handle(routes.calibrationSheet, async ({ house, query, request }) => {
    const { settings } = await house.office()
    const printer = query.printer ?? settings['printer.default']
    const calibration = await findCalibration(house, printer, query.tray)
    const paper = query.sheet === 'crosses' ? 'printer.crosses' : 'printer.test'
    // The crosses show what the printer does by itself; the test sheet what the calibration makes of it.
    const affine = paper === 'printer.test' && calibration !== undefined ? { affine: calibration.affine } : {}
    const bytes = await house.printer.render({ paper, printer, tray: query.tray ?? '', ...affine })
    const { getPaper } = await loadPapers()
    return pdfResponse(request, bytes, `${getPaper(paper).title.zh}-${printer}`, JSON.stringify([paper, printer, query.tray, affine]))
  }),

  handle(routes.listFonts, async ({ house }) => {
    const [{ fontStack }, { stackCoverage }] = await Promise.all([import('../templates/fonts/stacks.ts'), import('../templates/fonts/coverage.ts')])
    const { settings } = await house.office()
    const own = settings['printers.font']
    const known = coverages.get(own?.hash ?? '')
    const characters = standard()
    const stacks = known ?? stackStyles.map((id) => {
      const coverage = stackCoverage(fontStack(id, officeFonts(house, own)), characters)
      return { id, title: styleTitles[id], standard: coverage.standard.covered, standardOf: coverage.standard.of, level3: coverage.level3.covered, level3Of: coverage.level3.of }
    })
    coverages.set(own?.hash ?? '', stacks)
    return { stacks, office: own === null ? null : fontReply(own) }
  }),

  handle(routes.putFont, async ({ house, bytes, actor }) => {
    const { checkOfficeFont } = await import('../templates/fonts/office.ts')
    const report = checkOfficeFont(bytes, standard())
    const hash = await house.register.files.put(bytes)
    // Filled-in fields are where an office uses its FangSong.
    const font: OwnFont = { hash, name: report.name, style: 'kai', standard: report.coverage.standard.covered, embeddable: report.embedding !== 'restricted' }
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'setting.changed', subject: 'printers.font', body: { key: 'printers.font', value: font } }))
    house.forget()
    house.printer.useFonts(officeFonts(house, font))
    return fontReply(font)
  }),
]
