import { isMarriedStatus, maritalStatuses } from '../../../../domain/codes/index.ts'
import { PartyBlocks } from '../../../case/sections/PartyBlocks.tsx'

const statuses = maritalStatuses.filter((status) => isMarriedStatus(status.code))

export const PartiesSection = () => <PartyBlocks statuses={statuses} />
