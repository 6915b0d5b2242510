import { Hono } from 'hono'
import { openRegister } from '../db/register.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { openPrinter } from '../templates/printer.ts'
import { accountHandlings } from './accounts.ts'
import { countHandlings } from './counts.ts'
import { calendarHandlings } from './calendar/handlings.ts'
import type { Api, ApiOptions } from './contract.ts'
import { docsHandlings, mountDocs } from './docs.ts'
import { mount, noSuchRoute, type Environment, type Handling } from './door.ts'
import { draftHandlings } from './drafts.ts'
import { fileHandlings } from './files.ts'
import { createHouse, type House } from './house.ts'
import { cardHandlings } from './identity-card.ts'
import { createJobs } from './jobs.ts'
import { journalHandlings, officeJournalFields } from './journal.ts'
import { officeHandlings } from './office.ts'
import { loadPapers, paperHandlings } from './papers.ts'
import { papersCatalogueHandlings } from './papers-catalogue.ts'
import { officeFonts, printerHandlings } from './printers.ts'
import { complianceHandlings } from './reports/compliance/handlings.ts'
import { warmInspections } from './reports/compliance/office.ts'
import { dashboardHandlings } from './reports/dashboard.ts'
import { dayHandlings, daySheetHandlings } from './reports/day.ts'
import { pictureHandlings } from './reports/pictures.ts'
import { preferenceHandlings } from './reports/preferences.ts'
import { remakeHandlings } from './reports/remake.ts'
import { tallyHandlings } from './reports/tally/handlings.ts'
import { ruleHandlings } from './rules.ts'
import { fillSample, openAccounts, sampleHandlings } from './sample.ts'
import { searchHandlings } from './search.ts'
import { sessionHandlings } from './session.ts'
import { createSessions } from './sessions.ts'
import { createPorter } from './sign-in.ts'
import { statisticHandlings } from './statistics/handlings.ts'
import { stockHandlings } from './stock.ts'
import { upkeepHandlings } from './upkeep.ts'
import { version } from './version.ts'
import { deskOf, desksOf, paperFinder, windows as allWindows, type ApiWindow } from './windows.ts'
import { jobHandlings } from './work.ts'

/** The routes of a window, closed in an office that does not offer its desk. */
const offered = (window: ApiWindow, handlings: readonly Handling[]): readonly Handling[] => handlings.map(({ spec, run }) => ({
  spec,
  run: async (call) => {
    if (!(await call.house.office()).windows.includes(deskOf(window))) throw new LantaiError('not_found', text(`本处没有开办${window.title.zh}。`, `This office does not offer: ${window.title.en}.`))
    return run(call)
  },
}))

/** Every route with what it does. */
const handlingsOf = (house: House, windows: readonly ApiWindow[]): readonly Handling[] => {
  const porter = createPorter(house)
  return [
    ...sessionHandlings(porter), ...officeHandlings(desksOf(windows)), ...accountHandlings, ...jobHandlings, ...draftHandlings(windows), ...searchHandlings, ...fileHandlings,
    ...journalHandlings(Object.assign({}, officeJournalFields, ...windows.map(({ journalFields }) => journalFields))),
    ...countHandlings(windows), ...dayHandlings(windows), ...daySheetHandlings(windows), ...dashboardHandlings(windows), ...pictureHandlings(windows), ...preferenceHandlings, ...tallyHandlings(porter, windows), ...remakeHandlings(windows), ...complianceHandlings, ...statisticHandlings, ...stockHandlings(porter, windows), ...calendarHandlings(porter), ...ruleHandlings, ...cardHandlings, ...upkeepHandlings, ...sampleHandlings(windows), ...docsHandlings, ...printerHandlings, ...paperHandlings(paperFinder(windows)), ...papersCatalogueHandlings,
    ...windows.flatMap((window) => offered(window, window.handlings(porter))),
  ]
}

/** Opens the register of a data folder and gives the desk's one door. Throws what `openRegister` throws. */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const clock = options.clock ?? (() => new Date())
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  const register = openRegister({ folder: options.dataFolder, clock, ...(options.parts === undefined ? {} : { parts: options.parts }) })
  const house = createHouse({ register, sessions: createSessions(), jobs: createJobs(log), printer: openPrinter(), version, clock, log })
  const { settings } = await house.office()
  house.printer.useFonts(officeFonts(house, settings['printers.font']))
  const app = new Hono<Environment>()
  const door = { hosts: options.hosts, strict: process.env['NODE_ENV'] === 'test', debug: process.env['LANTAI_LOG'] === 'debug' }
  for (const handling of handlingsOf(house, options.windows ?? allWindows)) mount(app, house, handling, door)
  if (options.sample === true && (await register.head()).seq === 0) await fillSample(house, options.windows ?? allWindows, undefined, () => undefined, new AbortController().signal)
  // The drawings take half a second to load, and so do the rules in a thread of their own: done once the desk stands, before the first case is opened.
  let closing = false
  const warmUp = async (): Promise<void> => {
    await loadPapers()
    if (!closing) await warmInspections(house)
  }
  const warming = setTimeout(() => void warmUp().catch(() => undefined), 1000).unref()
  mountDocs(app)
  app.notFound((c) => noSuchRoute(c.req.raw))
  return {
    fetch: async (request, from) => app.fetch(request, { from }),
    sampleAccounts: async () => ((await house.office()).sample ? openAccounts() : []),
    async close() {
      closing = true
      clearTimeout(warming)
      await house.jobs.close()
      house.inspections.close()
      await house.printer.close()
      await register.close()
    },
  }
}
