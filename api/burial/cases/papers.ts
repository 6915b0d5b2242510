import type { Reads } from '../../../db/contract.ts'
import type { SettledWaiver } from '../../../domain/waiver/actions.ts'
import type { Settlement } from '../../../domain/waiver/settlements.ts'
import { text, type Text } from '../../../domain/text.ts'
import { printedPolicy } from '../../../templates/burial/printed-policy.ts'
import type { BurialRecord, PrintedPolicy, RewardRecord, WaiverRecord } from '../../../templates/contract.ts'
import type { PapersSpec } from '../../case/spec.ts'
import type { House } from '../../house.ts'
import { homeOf } from './context.ts'
import type { WholeCase } from './whole.ts'

/** The papers of a case in the order of the counter's work. */
export const burialPaperIds = [
  'burial.consent', 'burial.storageExtension', 'burial.transportOut', 'burial.cremationCertificate', 'burial.ashRelease', 'burial.depositCertificate', 'burial.placementRecord', 'burial.waiverSheet', 'burial.claimSlip', 'burial.rewardSheet',
] as const

const settledIn = (whole: WholeCase, mode: SettledWaiver['mode']): readonly Settlement[] => whole.settlements.filter(({ body }) => body.mode === mode)
const modeOf = (paper: string): SettledWaiver['mode'] => (paper === 'burial.claimSlip' ? 'claim' : 'till')

const numbersOf = (paper: string, whole: WholeCase): readonly string[] | undefined => {
  switch (paper) {
    case 'burial.cremationCertificate':
      return whole.folded.certificates.map(({ number }) => number)
    case 'burial.waiverSheet':
    case 'burial.claimSlip':
      return settledIn(whole, modeOf(paper)).map(({ number }) => number)
    case 'burial.rewardSheet':
      return whole.rewards.map(({ number }) => number)
    default:
      return undefined
  }
}

const unless = (there: boolean, zh: string, en: string): Text | undefined => (there ? undefined : text(zh, en))

/** Why a paper of a case cannot be printed yet, or undefined when it can. */
const whyNot = (paper: string, whole: WholeCase): Text | undefined => {
  const { folded, file } = whole
  if (whole.state === 'voided') return text('案件已作废', 'The case is void')
  switch (paper) {
    case 'burial.consent':
      return folded.elsewhere !== null ? text('在火化地殡仪馆签署', 'It is signed at the home that cremated') : unless(file.deceased.name !== '' && file.agent.name !== '', '还没有填写逝者和承办人', 'Deceased and agent are not entered yet')
    case 'burial.storageExtension':
      return unless(folded.extensions.length > 0, '没有办理存放延期', 'The storage was not extended')
    case 'burial.transportOut':
      return unless(folded.transportedOut !== null, '没有办理外运', 'Nobody was transported out')
    case 'burial.cremationCertificate':
      return folded.elsewhere !== null ? text('由火化地殡仪馆发证', 'The home that cremated issues it') : unless(folded.cremation !== null, '还没有火化', 'Not cremated yet')
    case 'burial.ashRelease':
      return unless(folded.ashesReleased !== null, '还没有领灰', 'The ashes were not released yet')
    case 'burial.depositCertificate':
      return unless(folded.deposit !== null, '没有办理骨灰寄存', 'The ashes were not deposited')
    case 'burial.placementRecord':
      return unless(folded.resting.length > 0, '还没有安葬（安放）', 'Not placed yet')
    case 'burial.waiverSheet':
      return unless(settledIn(whole, 'till').length > 0, '没有在馆结算的减免', 'Nothing was waived at the till')
    case 'burial.claimSlip':
      return unless(settledIn(whole, 'claim').length > 0, '没有申领的减免', 'Nothing was claimed')
    case 'burial.rewardSheet':
      return unless(whole.rewards.length > 0, '没有发放奖补', 'No reward was granted')
    default:
      return text('没有这种文件', 'There is no such paper')
  }
}

const baseRecord = async (house: House, { folded }: WholeCase, number: string | undefined): Promise<BurialRecord> => {
  const day = folded.cremation?.day ?? folded.openedAt.slice(0, 10)
  const [office, { homeName, area }] = await Promise.all([house.office(), homeOf(house, day)])
  return {
    folded, officeName: office.name, homeName: folded.cremation?.homeName ?? homeName, area: folded.cremation?.area ?? area, registrarName: await house.nameOf(folded.cremation?.registrar ?? folded.openedBy),
    ...(number === undefined ? {} : { number }), sample: office.sample,
  }
}

/** The policies that a settlement names, as the book holds them. */
const policiesOf = async (reads: Pick<Reads, 'burial'>, waiver: SettledWaiver): Promise<PrintedPolicy[]> => {
  const named = new Set(waiver.grants.map(({ policy }) => policy))
  return (await reads.burial.policies()).filter(({ policy }) => named.has(policy.id)).map(({ policy }) => printedPolicy(policy, waiver))
}

const record = async (house: House, whole: WholeCase, paper: string, number?: string): Promise<BurialRecord | WaiverRecord | RewardRecord> => {
  const { read } = house.register
  switch (paper) {
    case 'burial.waiverSheet':
    case 'burial.claimSlip': {
      const settlements = settledIn(whole, modeOf(paper))
      const settled = settlements.find((one) => one.number === number) ?? settlements.at(-1)
      if (settled === undefined) break
      return {
        ...(await baseRecord(house, whole, settled.number)), registrarName: await house.nameOf(settled.registrar), settled: { waiver: settled.body, registrar: settled.registrar, number: settled.number },
        policies: await policiesOf(read, settled.body), reversedOn: settled.reversed?.day ?? '',
      }
    }
    case 'burial.rewardSheet': {
      const granted = whole.rewards.find((one) => one.number === number) ?? whole.rewards.at(-1)
      if (granted === undefined) break
      const policy = (await read.burial.rewardPolicies()).find((entry) => entry.policy.id === granted.body.policy)?.policy
      return { ...(await baseRecord(house, whole, granted.number)), registrarName: await house.nameOf(granted.registrar), granted: granted.body, policyTitle: policy?.title.zh ?? granted.body.policy, documentNumber: policy?.documentNumber ?? '' }
    }
  }
  return baseRecord(house, whole, number)
}

/** The papers of cremation and burial cases. */
export const burialPapers: PapersSpec<WholeCase> = {
  ids: burialPaperIds,
  partiesOf: () => undefined,
  numbersOf, whyNot, record,
  findByNumber: async (reads, number) => {
    const found = await reads.burial.findNumber(number)
    return found === undefined || found.caseId === '' ? undefined : { id: found.caseId }
  },
  // A reissue takes the place of the certificate before it; what was taken back no longer holds.
  outdatedBy: ({ action: { kind, body } }, { paper, number }) => {
    const { number: taken, reissueOf } = body as { readonly number?: string; readonly reissueOf?: string }
    if (kind === 'burial.certificateIssued') return paper === 'burial.cremationCertificate' && reissueOf === number
    if (kind === 'waiver.reversed') return (paper === 'burial.waiverSheet' || paper === 'burial.claimSlip') && taken === number
    if (kind === 'reward.reversed') return paper === 'burial.rewardSheet' && taken === number
    if (kind === 'burial.depositExtended') return paper === 'burial.depositCertificate'
    return false
  },
}
