import type { JournalEntry } from '../../../../domain/action.ts'
import type { BurialAction, BurialActionKind } from '../../../../domain/burial/actions.ts'
import { burialActions } from '../../../../domain/burial/actions.ts'
import type { BurialContext } from '../../../../domain/burial/context.ts'
import type { CremationFacts } from '../../../../domain/burial/decide.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { numberOf } from '../facts.ts'

export const subject = 'b-1'
export const today = '2026-08-05'
export const identityNumber = numberOf('1940-01-01', '1', '330381')

/** The code and the field of what is thrown. */
export const thrown = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof LantaiError) return `${error.code} ${error.field ?? ''}`
    throw error
  }
  return 'nothing'
}

/** A case of August 2026 that may be cremated. */
export const soundFile = (changes: Partial<BurialFile> = {}): BurialFile => ({
  ...emptyBurialFile(),
  deceased: { ...emptyBurialFile().deceased, name: '陈福生', identityNumber, sex: '1', birth: '1940-01-01', hukou: '330381', death: '2026-08-03', deathArea: '330381', manner: 'normal', infectious: 'no' },
  agent: { name: '陈小明', identityNumber: numberOf('1970-01-01', '1', '330381'), relation: 'child', phone: '13800000000', address: '瑞安' },
  certificate: { kind: 'form2026', number: identityNumber, issuer: '瑞安市人民医院', issuerCode: '', issuedOn: '2026-08-03', form: 'paper', part: 0, reissued: false, seen: true },
  consent: { signed: true, signedOn: '2026-08-05', signer: '陈小明', relation: 'child' },
  intake: { certificateCompared: true, contradictsCause: 'no', policeReport: '', disinfected: false },
  ...changes,
})

export const context = (changes: Partial<BurialContext> = {}): BurialContext => ({
  stage: 'cremation', typing: false, day: today, settings: { sampleOffice: false }, provider: { id: 'h1', kind: 'funeralHome', area: '330381' }, cremationArea: 'yes', cremations: [], ...changes,
})

const person = { name: '陈小明', identityNumber: 'X1', relation: 'child' } as const
export const place = { facility: 'c1', facilityName: '西山公墓', position: 'A区1排2号' }
export const cremationFacts: CremationFacts = { startedAt: '2026-08-05T08:30:00+08:00', endedAt: '2026-08-05T09:40:00+08:00', furnace: '2号炉', operator: 'op', number: 'HZ-330381-2026-01000001', home: 'h1', homeName: '瑞安市殡仪馆', area: '330381', registrar: 'r', recording: 'clip-1' }

const bodies = {
  'burial.reported': { file: soundFile() },
  'burial.received': { arrivedAt: '2026-08-03T15:20:00+08:00', collectedBy: '王', vehicle: '浙C1' },
  'burial.stored': { storedAt: '2026-08-03T15:40:00+08:00', unit: '3号柜' },
  'burial.storageExtended': { from: '2026-08-07', to: '2026-08-12', applicant: person, reason: '等候亲属', signed: true },
  'burial.vigilHeld': { from: '2026-08-03T18:00:00+08:00', to: '2026-08-05T06:00:00+08:00', hall: '守灵厅1' },
  'burial.farewellHeld': { heldAt: '2026-08-05T07:00:00+08:00', hall: '告别厅' },
  'burial.held': { hold: 'k1', kind: 'police', day: '2026-08-04', document: '公函1' },
  'burial.released': { hold: 'k1', day: '2026-08-05', document: '公函2' },
  'burial.cremated': { ...cremationFacts, day: today, recordingKeptUntil: '2026-11-03' },
  'burial.crematedElsewhere': { day: today, home: '温州市殡仪馆', number: 'HZ-330300-2026-01000077', area: '330300' },
  'burial.certificateIssued': { number: 'HZ-1', day: today, to: person, stubSigned: true, reissueOf: '' },
  'burial.ashesReleased': { number: 'LZ-1', day: today, to: person, signed: true },
  'burial.ashesDeposited': { number: 'JZ-1', day: today, place, holder: person, to: '2029-08-04' },
  'burial.depositExtended': { day: '2029-08-01', to: '2032-08-04' },
  'burial.placed': { number: 'JAZ-1', day: '2026-08-10', how: 'sea', place, witness: '', document: '海葬证书1' },
  'burial.moved': { day: '2030-04-05', how: 'plot', place, permit: '迁1' },
  'burial.transportedOut': { day: today, destination: '上海', acceptance: { number: '接1', issuer: '上海市民政局', issuedOn: '2026-08-04' }, vehicle: '浙C2' },
  'burial.bodyBuried': { number: '', day: today, ground: 'burialArea', reason: '土葬改革区', place },
  'burial.donated': { day: today, institution: '医学院', agreement: '捐1' },
  'burial.amended': { changes: { note: '补充' } },
  'burial.corrected': { changes: { note: '更正' } },
  'burial.voided': { day: today },
} as const
type Known = keyof typeof bodies

/** An act of the sample case, its body changed where a test asks. */
export const act = <K extends Known>(kind: K, changes: object = {}): BurialAction => ({ kind, subject, body: burialActions[kind as BurialActionKind].parse({ ...bodies[kind], ...changes }) }) as BurialAction

/** Entries of the journal for acts in order. */
export const entries = (...actions: readonly BurialAction[]): readonly JournalEntry<BurialAction>[] => actions.map((action, index) => ({ seq: index + 1, at: `2026-08-05T10:00:0${index % 10}.000+08:00`, actor: 'clerk', counter: '1', action, hash: '' }))
