import { isDeepStrictEqual } from 'node:util'
import type { BurialActionKind } from '../../../domain/burial/actions.ts'
import { identityFaults } from '../../../domain/burial/certificate.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { allowedInBurial, burialActionTitles, nextBurialState, openHolds, type BurialCase } from '../../../domain/burial/fold.ts'
import { isCivilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { requireSoundFile } from '../../../domain/marriage/intake.ts'
import { text } from '../../../domain/text.ts'
import type { CoreSpec } from '../../case/spec.ts'
import type { Permission } from '../../permissions.ts'
import type { BurialCase as BurialReply } from '../../schemas/burial.ts'
import { burialPapers } from './papers.ts'
import { burialReply, moneyActs } from './reply.ts'
import { certificateNumber, foldWhole, ownsAct, type WholeCase } from './whole.ts'

const permissions: Readonly<Record<string, Permission>> = {
  'burial.amended': 'case.write', 'burial.received': 'case.write', 'burial.stored': 'case.write', 'burial.storageExtended': 'case.write', 'burial.vigilHeld': 'case.write', 'burial.farewellHeld': 'case.write', 'burial.held': 'case.write', 'burial.released': 'case.write', 'burial.depositExtended': 'case.write', 'burial.moved': 'case.write',
  'burial.cremated': 'case.decide', 'burial.crematedElsewhere': 'case.decide', 'burial.transportedOut': 'case.decide', 'burial.bodyBuried': 'case.decide', 'burial.donated': 'case.decide',
  'burial.certificateIssued': 'case.deliver', 'burial.ashesReleased': 'case.deliver', 'burial.ashesDeposited': 'case.deliver', 'burial.placed': 'case.deliver',
  'burial.printed': 'case.print', 'burial.corrected': 'case.correct', 'burial.voided': 'case.void',
  'waiver.settled': 'waiver.settle', 'waiver.reversed': 'waiver.settle', 'reward.granted': 'waiver.settle', 'reward.reversed': 'waiver.settle',
}

const titles = {
  ...burialActionTitles,
  'waiver.settled': text('结算减免', 'Settle a waiver'), 'waiver.reversed': text('撤销减免', 'Take a waiver back'), 'reward.granted': text('发放奖补', 'Grant a reward'), 'reward.reversed': text('撤销奖补', 'Take a reward back'),
} as const

/** Acts that the state allows and that need something to be there. */
const hangsOn: { readonly [K in BurialActionKind]?: (folded: BurialCase) => boolean } = {
  'burial.released': (folded) => openHolds(folded).length > 0,
  'burial.certificateIssued': ({ elsewhere }) => elsewhere === null,
}

/** Refuses a file (or the sections that change) that could not stand in the register; throws `invalid` with the field. */
const requireSound = (changes: Partial<BurialFile>, sampleOffice: boolean, today: string): void => {
  // Text, papers and answers are the same in the files of every window.
  requireSoundFile(changes as unknown as Parameters<typeof requireSoundFile>[0], { sampleOffice })
  const { deceased, certificate, consent } = changes
  for (const [field, value] of [['deceased.birth', deceased?.birth], ['deceased.death', deceased?.death], ['certificate.issuedOn', certificate?.issuedOn], ['consent.signedOn', consent?.signedOn]] as const) {
    if (value !== undefined && value !== '' && !isCivilDate(value)) throw new LantaiError('invalid', text(`没有 ${value} 这一天`, `There is no day ${value}`), field)
  }
  if (deceased === undefined) return
  if (deceased.birth !== '' && deceased.death !== '' && deceased.death < deceased.birth) throw new LantaiError('invalid', text('死亡日期早于出生日期', 'The death lies before the birth'), 'deceased.death')
  const fault = deceased.identityNumber === '' ? undefined : identityFaults(deceased, { sampleOffice, on: today })[0]
  if (fault !== undefined) throw new LantaiError('invalid', fault.message, fault.field)
}

/** Refuses an act that the state does not allow; what was given can be taken back from a case in any state but a void one. */
const requireAllowed = (whole: WholeCase, kind: string): void => {
  if (Object.hasOwn(burialActionTitles, kind)) return void nextBurialState(whole.state, kind as BurialActionKind)
  if (whole.state === 'voided') throw new LantaiError('wrong_state', text('案件已作废', 'The case is void'))
}

/** Cremation and burial cases as the shared acts of cases take them. */
export const burialSpec: CoreSpec<WholeCase, BurialReply> = {
  id: 'burial',
  letter: 'b',
  opening: 'burial.reported',
  owns: ownsAct,
  titles,
  permissions,
  fold: foldWhole,
  applied: (before, entry) => foldWhole([...(before?.entries ?? []), entry]),
  requireAllowed,
  allowed: (whole) => [...allowedInBurial(whole.folded).filter((kind) => hangsOn[kind]?.(whole.folded) ?? true), ...moneyActs(whole)],
  requireIntake: async (house, changes, before) => {
    const changed = Object.fromEntries(Object.entries(changes).filter(([section, value]) => !isDeepStrictEqual(value, before[section as keyof BurialFile]))) as Partial<BurialFile>
    requireSound(changed, (await house.office()).sample, house.today())
  },
  caption: ({ folded, file }) => ({ number: certificateNumber(folded), day: folded.cremation?.day ?? folded.elsewhere?.day ?? '', names: [file.deceased.name] }),
  papers: burialPapers,
  reply: (house, account, read, reads) => burialReply(burialSpec, house, account, read, reads),
}
