import type { BurialFile } from '../../domain/burial/file.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { ageOn, identityTail, soundColumns } from '../case/columns.ts'
import type { Value } from '../connection.ts'

/** The searched and counted columns of a case, made from the sections of its file. */

export const sectionColumns = {
  kind: ['kind'],
  deceased: ['name', 'pinyin', 'initials', 'identity_type', 'identity_number', 'identity_tail', 'sex', 'birth', 'given_age', 'age', 'hukou', 'death', 'death_area', 'manner', 'cause'],
  agent: ['agent', 'agent_pinyin', 'agent_initials', 'phone'],
  certificate: ['certificate_number'],
} as const

const digits = (phone: string): string => phone.replace(/[\s-]/gu, '')

/** The values of the columns of each section, in the order of `sectionColumns`. */
export const sectionValues = {
  kind: ({ kind }: Pick<BurialFile, 'kind'>): readonly Value[] => [kind],
  deceased: ({ deceased }: Pick<BurialFile, 'deceased'>): readonly Value[] => {
    const { pinyin, initials } = soundColumns(deceased.pinyin ?? '')
    const number = normaliseIdentityNumber(deceased.identityNumber)
    return [deceased.name, pinyin, initials, deceased.identityType, number, identityTail(number), deceased.sex, deceased.birth, deceased.age, ageOn(deceased.birth, deceased.death) ?? deceased.age, deceased.hukou, deceased.death, deceased.deathArea, deceased.manner, deceased.cause]
  },
  agent: ({ agent }: Pick<BurialFile, 'agent'>): readonly Value[] => {
    const { pinyin, initials } = soundColumns(agent.pinyin ?? '')
    return [agent.name, pinyin, initials, digits(agent.phone)]
  },
  certificate: ({ certificate }: Pick<BurialFile, 'certificate'>): readonly Value[] => [normaliseIdentityNumber(certificate.number)],
} as const

/** A telephone number as it is kept and looked for. */
export const phoneColumn = digits
