import { LantaiError } from '../../../domain/error.ts'
import { decideAct, decideReceipt } from '../../../domain/place-names/case/decide.ts'
import type { PlaceNameActionKind } from '../../../domain/place-names/case/actions.ts'
import { allowedInPlaceName, placeNameActTitles, stateTitle, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { text } from '../../../domain/text.ts'
import { requireCome } from '../../case/records.ts'
import type { CoreSpec } from '../../case/spec.ts'
import type { Permission } from '../../permissions.ts'
import type { PlaceNameCase as PlaceNameReply } from '../../schemas/place-names.ts'
import { hashesOf, requireSoundFile } from './intake.ts'
import { casePapersSpec } from './papers.ts'
import { closedActs, placeNameReply } from './reply.ts'
import { appliedEntry, foldEntries, ownsAct } from './whole.ts'

const decides = ['reviewed', 'decided'] as const
const delivers = ['delivered', 'filed', 'filingAnswered', 'filingUrged', 'noticed', 'entered', 'signSet', 'signFound', 'signMended'] as const

/** What an account must be allowed for each act. */
const permissions: Readonly<Record<PlaceNameActionKind, Permission>> = {
  ...(Object.fromEntries(Object.keys(placeNameActTitles).map((kind) => [kind, 'case.write'])) as Record<PlaceNameActionKind, Permission>),
  ...Object.fromEntries(decides.map((kind) => [`placeName.${kind}`, 'case.decide'])), ...Object.fromEntries(delivers.map((kind) => [`placeName.${kind}`, 'case.deliver'])),
  'placeName.corrected': 'case.correct', 'placeName.archived': 'case.archive', 'placeName.printed': 'case.print',
}

/** Place-name cases as the shared acts of cases take them. */
export const placeNameSpec: CoreSpec<PlaceNameCase, PlaceNameReply> = {
  id: 'placeName',
  letter: 'n',
  opening: 'placeName.received',
  owns: ownsAct,
  titles: placeNameActTitles,
  permissions,
  fold: foldEntries,
  applied: appliedEntry,
  requireAllowed: ({ state }, kind) => {
    if (allowedInPlaceName(state).includes(kind as PlaceNameActionKind)) return
    const { zh, en } = placeNameActTitles[kind as PlaceNameActionKind]
    throw new LantaiError('wrong_state', text(`案件${stateTitle(state).zh}，不能办理“${zh}”`, `The case is ${stateTitle(state).en.toLowerCase()}; “${en}” cannot be done`))
  },
  allowed: (folded) => { const closed = new Set(closedActs(folded)); return allowedInPlaceName(folded.state).filter((kind) => !closed.has(kind)) },
  begin: (house, id, { file, day = house.today() }) => {
    requireCome(house, day)
    return decideReceipt(id, { file, day })
  },
  amend: (house, folded, changes) => decideAct(folded, 'placeName.amended', folded.id, { changes, day: house.today() }),
  hashesOf,
  requireIntake: async (_house, changes, before) => requireSoundFile(changes, before),
  caption: ({ decision, opinion, accepted, receivedOn, file }) => ({ number: decision?.document ?? opinion?.document ?? accepted?.slip ?? '', day: decision?.day ?? receivedOn, names: file.items.slice(0, 3).map(({ name }) => name) }),
  papers: casePapersSpec,
  reply: (house, account, read, reads) => placeNameReply(placeNameSpec, house, account, read, reads),
}
