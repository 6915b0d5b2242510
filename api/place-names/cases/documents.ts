import { findDocumentNumber, findNumberFaults } from '../../../domain/place-names/document-numbers.ts'
import { documentPaperTitles, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text, type Text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'

const others: Readonly<Record<string, Text>> = { correction: text('更正文件', 'Correction'), plateCertificate: text('门牌证', 'Plate certificate'), irregular: text('整改通知书', 'Notice to put a name right') }
const titleOf = (paper: string): Text => (Object.hasOwn(documentPaperTitles, paper) ? documentPaperTitles[paper as keyof typeof documentPaperTitles] : (others[paper] ?? text(paper, paper)))

/** The codes under which this office numbers its own papers. */
const ownCodes = ({ documentCodes }: PlaceNameProfile): ReadonlySet<string> => new Set(Object.values(documentCodes).map(({ agency }) => agency))

/** Document numbers of a year with gaps and repeats (H02); numbers that other bodies leave out are none of this office's gaps. */
export const placeNameDocumentHandlings: readonly Handling[] = [
  handle(routes.listPlaceNameDocuments, async ({ house, query: { year } }) => {
    const { read } = house.register
    const today = house.today()
    const [rows, profile] = await Promise.all([read.placeNames.documents(year), profileOn(house, read, `${String(year)}-12-31` < today ? `${String(year)}-12-31` : today)])
    const own = ownCodes(profile)
    // One letter or notice may concern several cases: within a paper of one kind a number repeated by other cases is a repeat, in one case it is one paper.
    const papers = new Map(rows.map((row) => [`${row.number} ${row.paper} ${row.subject}`, row]))
    const numbers = [...papers.values()].flatMap(({ number }) => findDocumentNumber(number) ?? [])
    const faults = findNumberFaults(numbers).flatMap(({ agency, year: of, repeated, gaps }) => {
      const told = { agency, year: of, repeated: [...repeated], gaps: own.has(agency) ? gaps.map((gap) => ({ ...gap })) : [] }
      return told.repeated.length + told.gaps.length === 0 ? [] : [told]
    })
    return { rows: rows.map(({ number, paper, subject, day }) => ({ number, paper, title: titleOf(paper), subject, day })), faults }
  }),
]
