/** The one list of budgets: what Lantai promises, in which unit, how it is measured, and beside what. docs/bench.md and `npm run bench` are made from it. */

export interface Budget {
  /** Stable, `program.figure`; the part before the point is the program in bench/ that measures it. */
  readonly id: string
  readonly title: string
  readonly unit: 'actions/s' | '× raw' | 'ms' | 'pages/s' | 'MB' | 'cases/s' | 's' | 'kB' | 'keys' | 'files/s' | 'figures' | '%'
  readonly least?: number
  readonly most?: number
  /** What is measured, and how. */
  readonly how: string
  /** What stands beside it, measured in the same run. */
  readonly baseline?: string
}

const handler = 'in the handler: one request through the door in this process, sessions, permissions and schemas included; warm'

export const budgets: readonly Budget[] = [
  { id: 'load.actions', title: 'Loading marriages and divorces by the bulk path', unit: 'actions/s', least: 20_000, how: 'four actions a marriage (opened, registered, proof-read, handed over), two to ten a divorce application, with schemas, chain and tables, 50 years of one office, nobody searching meanwhile; wall time until the last commit and the search indexes are made, without the time it takes to make the people up', baseline: 'raw better-sqlite3: the first 80,000 of the same rows with all indexes, without schemas, canonical JSON or chain, in transactions of the same size' },
  { id: 'register.p50', title: 'Registering one marriage', unit: '× raw', most: 4, how: 'POST /api/marriages/{id}/registration, real fsync, p50', baseline: 'a raw two-row transaction, durable (WAL, synchronous FULL), in the same folder, turn about with the requests' },
  { id: 'find.identity', title: 'Look-up by identity number', unit: 'ms', most: 3, how: `GET /api/search, ${handler}; p95`, baseline: 'raw SELECT on the index' },
  { id: 'find.number', title: 'Look-up by certificate number', unit: 'ms', most: 3, how: `GET /api/search, ${handler}; p95`, baseline: 'raw SELECT on the index' },
  { id: 'find.name', title: 'Look-up by name', unit: 'ms', most: 15, how: `GET /api/search, ${handler}; p95 over whole names, family names and beginnings`, baseline: 'raw SELECT on the index' },
  { id: 'find.pinyin', title: 'Look-up by the beginning of the pinyin', unit: 'ms', most: 15, how: `GET /api/search, ${handler}; p95 over beginnings of 1 to 8 letters`, baseline: 'raw SELECT on the index' },
  { id: 'count.day', title: 'Counts of a day', unit: 'ms', most: 10, how: `GET /api/counts/day, ${handler}; p95`, baseline: 'raw count(*) of the day on the index' },
  { id: 'count.month', title: 'Counts of a month by day', unit: 'ms', most: 10, how: `GET /api/counts/month, ${handler}; p95`, baseline: 'raw count(*) by day on the index' },
  { id: 'statistics.year', title: 'A table of the statistics over a year', unit: 'ms', most: 300, how: `GET /api/statistics/{table} of a year of 20,000 cases, the slowest of all tables, with its identities; ${handler}; median` },
  { id: 'statistics.all', title: 'A table of the statistics over fifty years', unit: 'ms', most: 2000, how: `GET /api/statistics/{table} over all cases of the register, the slowest of all tables, with its identities; ${handler}; median` },
  { id: 'burial-tables.month', title: 'A table of funeral affairs over a month', unit: 'ms', most: 300, how: `GET /api/burial-tables/{table} of a month of a home with 6,000 cases a year for 50 years, the slowest of all tables, with its identities; ${handler}; median` },
  { id: 'burial-tables.year', title: 'A table of funeral affairs over a year', unit: 'ms', most: 300, how: `the same over a year of 6,000 cases; ${handler}; median` },
  { id: 'burial-tables.all', title: 'A table of funeral affairs over fifty years', unit: 'ms', most: 300, how: `the same over all 300,000 cases; ${handler}; median` },
  { id: 'burial-tables.lines', title: 'The lines behind a number', unit: 'ms', most: 300, how: `GET /api/burial-lines of the bodies cremated over fifty years, the first page and one from the middle; ${handler}; p95` },
  { id: 'burial-tables.quote', title: 'Quoting a waiver', unit: 'ms', most: 5, how: `POST /api/waivers/quote of a case of the register with its bill, every policy of the library in the book; ${handler}; p95`, baseline: 'the pure function on the same facts' },
  { id: 'place-name-tables.month', title: 'A table on place names over a month', unit: 'ms', most: 300, how: `GET /api/place-name-tables/{table} of a month of a city of 200,000 names with 600 applications a year for five years, the slowest of all tables, with its identities; ${handler}; median` },
  { id: 'place-name-tables.year', title: 'A table on place names over a year', unit: 'ms', most: 300, how: `the same over a year; ${handler}; median` },
  { id: 'place-name-tables.all', title: 'A table on place names over five years', unit: 'ms', most: 300, how: `the same over all 3,000 applications; ${handler}; median` },
  { id: 'place-name-tables.rates', title: 'On-time rates of a year', unit: 'ms', most: 300, how: `GET /api/place-name-rates of a year, every clock of every case that may fall due in it; ${handler}; p95` },
  { id: 'place-name-tables.small', title: 'Compliance report of 40 applications', unit: 'ms', most: 1000, how: `GET /api/place-name-report of three weeks of the same city, about as many applications as a district decides in a year; ${handler}; p95 right after the start, when nothing was judged yet` },
  { id: 'place-name-tables.report', title: 'Compliance report of a year of 600 applications', unit: 'ms', most: 5000, how: `GET /api/place-name-report of a year: every rule of every name, clashes looked up among all names of the city; ${handler}; p95 right after the start, when nothing was judged yet` },
  { id: 'reports.day', title: 'Closing a day', unit: 'ms', most: 300, how: `POST /api/days/{day}/closing, figures counted anew inside the transaction, real fsync; ${handler}; p95` },
  { id: 'reports.month', title: 'Month tally with all tables, PDF and XLSX', unit: 's', most: 2, how: `GET /api/tally, its sheet and its workbook, one after another, every number with the period before, the year before and the year to date, every identity checked; ${handler}` },
  { id: 'reports.year', title: 'Year tally with all tables, PDF and XLSX', unit: 's', most: 5, how: `the same over a year; ${handler}` },
  { id: 'reports.compliance', title: 'Compliance run', unit: 'cases/s', least: 20_000, how: 'POST /api/compliance over a year and the year before it, as long work with progress: every case read from the journal, folded and asked every rule of its day, in threads; from asking to the finished report' },
  { id: 'reports.memory', title: 'Memory of a year’s XLSX', unit: 'MB', most: 200, how: 'largest resident set (VmHWM) of a process that writes the workbook of a year in a printing worker' },
  { id: 'reports.dashboard', title: 'Dashboard interactive', unit: 's', most: 1, how: 'from the click on its entry to the painted frame with figures that can be followed, in Chromium, at the full register; p95' },
  { id: 'worklist.p95', title: 'Work list of divorce deadlines', unit: 'ms', most: 10, how: `GET /api/divorces/worklist, all four lists with their rows; ${handler}; p95` },
  { id: 'race.p95', title: 'Reserving one plot, 200 at once', unit: 'ms', most: 50, how: 'POST /api/plots/acts through the door in this process, 200 requests handed over together for one plot, real fsync; from handing them over until each has its answer, p95 over all; exactly one wins, 199 are told' },
  { id: 'race.lists', title: 'Lists and look-ups of funeral affairs', unit: 'ms', most: 10, how: `GET of the ledger, the lists of what waits and their counts, the cremations of a month, a number, plots and terms; ${handler}; p95` },
  { id: 'race.board', title: 'Board of a section of 20,000 plots', unit: 'ms', most: 100, how: `GET /api/cemeteries/{id}/board, ${handler}; p95` },
  { id: 'inspection.files', title: 'Marriages, divorces and reissues judged', unit: 'files/s', least: 20_000, how: 'POST /api/compliance over a year of these windows and the year before it: every file read from the journal, folded and asked every rule of its day, in a thread for each core; from asking to the finished report, median of warm runs' },
  { id: 'chongqing.differences', title: 'The table of Chongqing 2006 entered as cases: figures that differ', unit: 'figures', most: 0, how: '219,409 couples registered by the same actions as in any office, counted back through the door against the published table and every identity of its tables' },
  { id: 'certificate.p50', title: 'One certificate with photo and QR', unit: 'ms', most: 5, how: 'one 结婚证 as a whole page, PDF/A with the record attached, drawn in this thread; p50 warm', baseline: 'the same words, photo and code by plain pdfkit (font file opened in each document) and by Typst' },
  { id: 'certificate.divorce', title: 'One divorce certificate with photo and QR', unit: 'ms', most: 5, how: 'one 离婚证 as a whole page, PDF/A with the record attached, drawn in a printing worker as the door does it, from handing the record over to having the bytes; p50 warm', baseline: 'one 结婚证 in the same worker, turn about' },
  { id: 'batch.pages', title: 'A batch of 500 pages with photos as one document', unit: 'pages/s', least: 500, how: 'review forms, a photo on every page, drawn in one printing worker as the door does it, wall time to the last byte; median of runs' },
  { id: 'batch.memory', title: 'Memory of the process that draws the batch', unit: 'MB', most: 300, how: 'largest resident set (VmHWM) of a process that holds the records and the printing worker' },
  { id: 'sample.cases', title: 'Loading the sample year', unit: 'cases/s', least: 300, how: 'a new register, all actions of every case, until the last commit' },
  { id: 'shell.ready', title: 'Shell ready', unit: 's', most: 1.5, how: 'from starting the process to “Lantai is ready”, at the full register; median' },
  { id: 'shell.memory', title: 'Memory of the shell', unit: 'MB', most: 400, how: 'largest resident set (VmHWM) after start, sign-in, searches, counts and a printed certificate, at the full register' },
  { id: 'desk.interactive', title: 'Desk interactive in Chromium', unit: 's', most: 2, how: 'from navigation to the sign-in field taking a key, cold cache; median' },
  { id: 'desk.script', title: 'Script of the first load', unit: 'kB', most: 400, how: 'JavaScript the sign-in page fetches, gzip' },
  { id: 'feel.echo', title: 'Key to echo', unit: 'ms', most: 16, how: 'from the key event to the frame that shows the letter, in the intake form, 60 frames a second; median' },
  { id: 'feel.finding', title: 'Finding after a field', unit: 'ms', most: 100, how: 'from leaving the identity number to its finding on the page; p95' },
  { id: 'feel.search', title: 'Search results after a key', unit: 'ms', most: 100, how: 'from the key event in the search box to the list on the page; p95' },
  { id: 'feel.preview', title: 'Preview of a certificate', unit: 'ms', most: 300, how: 'from asking to the PDF in the page; median' },
  { id: 'place-names.check', title: 'Findings for a typed name among 200,000 names', unit: 'ms', most: 30, how: `POST /api/place-names/check at every character of 150 names, of a city of 200,000 entities; ${handler}; p95` },
  { id: 'place-names.map', title: 'The map of a window of 5,000 lines', unit: 'ms', most: 100, how: `GET /api/gazetteer-map of windows moved over the same city; ${handler}; p95` },
  { id: 'place-names.import', title: 'A table of 10,000 roads handed in, checked and taken', unit: 's', most: 20, how: 'from the file to the last clean row in the register, every row held against every rule and every name of the city, through the door in this process' },
  { id: 'plot-board.drawn', title: 'Plot board of 20,000 plots, from opening to drawn', unit: 'ms', most: 150, how: 'from the click on the section to the painted frame that shows its plots, answer of the door included; median' },
  { id: 'plot-board.slow', title: 'Plot board of 20,000 plots: frames slower than 25 ms while it scrolls', unit: '%', most: 2, how: 'wheel gestures of the browser down, across and back at 2,400 px a second in each of the four sizes, every frame measured; 60 frames a second', baseline: 'the same wheel over a page without script, in the same run' },
  { id: 'map.drawn', title: 'Map of 5,000 lines, from opening to drawn', unit: 'ms', most: 500, how: 'from the click on the tab to the painted frame that shows its lines, both answers of the door included; median' },
  { id: 'map.slow', title: 'Map of 5,000 lines: frames slower than 25 ms while it pans', unit: '%', most: 2, how: 'dragged by the mouse to all sides and back at about 2,000 px a second, from all lines in sight to a quarter of a town, every frame measured; 60 frames a second', baseline: 'the same drag over a page without script, in the same run' },
]

export const getBudget = (id: string): Budget => {
  const budget = budgets.find((entry) => entry.id === id)
  if (budget === undefined) throw new Error(`no budget ${id}`)
  return budget
}

/** Says whether a figure keeps its budget. */
export const keeps = (budget: Budget, value: number): boolean => (budget.least === undefined || value >= budget.least) && (budget.most === undefined || value <= budget.most)
