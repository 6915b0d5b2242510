import { blankCertificate, findFormOn } from '../../domain/burial/certificate.ts'
import type { AgentRelation } from '../../domain/burial/codes.ts'
import type { BurialFile } from '../../domain/burial/file.ts'
import { emptyBurialFile } from '../../domain/burial/file.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays, dayFromNumber, dayNumber } from '../../domain/dates.ts'
import { testCitizenNumber } from '../identity.ts'
import { chineseName } from '../names.ts'
import type { NumberSource } from '../people.ts'
import { addressIn, homeCounty, sampleArea, someCounty } from '../places.ts'
import type { Random } from '../random.ts'
import { weighted } from '../random.ts'

/** Citizen numbers of orders that the couples of the sample do not use. */
export const burialNumbers = (random: Random): NumberSource => {
  const given = new Set<string>()
  return (area, birth, sex) => {
    for (let round = 0; ; round += 1) {
      const number = testCitizenNumber(area, birth, sex, random.int(0, round < 12 ? 4 : 499))
      if (given.has(number)) continue
      given.add(number)
      return number
    }
  }
}

const ages = weighted<readonly [number, number]>([[[1, 35], 2], [[36, 49], 5], [[50, 59], 9], [[60, 69], 18], [[70, 79], 26], [[80, 89], 29], [[90, 101], 11]])
const causes = weighted([['02', 80], ['01', 9], ['03', 3], ['04', 3], ['06', 1], ['07', 1], ['99', 3]] as const)
const home = weighted<boolean>([[true, 82], [false, 18]])
const relations = weighted<AgentRelation>([['child', 66], ['spouse', 22], ['grandchild', 4], ['sibling', 4], ['kin', 3], ['committee', 1]])
const ethnicities = weighted([['01', 94], ['03', 2], ['11', 2], ['15', 2]] as const)

const answer = (random: Random, probability: number): 'yes' | 'no' => (random.chance(probability) ? 'yes' : 'no')

/** The file of somebody who died on a day, as the counter takes it: the certificate of the form of that day, an agent of the family; every name is made by chance. */
export const makeDeceased = (random: Random, death: CivilDate, numbers: NumberSource, issued: CivilDate = death): BurialFile => {
  const [from, to] = ages(random)
  const sex = random.chance(0.54) ? '1' : '2'
  const birth = dayFromNumber(dayNumber(death) - Math.floor(random.int(from, to) * 365.2425) - random.int(1, 360))
  const place = home(random) ? homeCounty : someCounty(random)
  const ethnicity = ethnicities(random)
  const identityNumber = numbers(place.area, birth, sex)
  const cause = causes(random)
  const police = (cause === '04' || cause === '06' || cause === '07') && random.chance(0.6)
  const form = findFormOn(issued)
  const agentSex = random.chance(0.5) ? '1' : '2'
  const agentBirth = dayFromNumber(dayNumber(death) - random.int(28, 66) * 365)
  const agent = { name: chineseName(random, agentSex, '01').name, identityNumber: numbers(homeCounty.area, agentBirth, agentSex), relation: relations(random), phone: `100${String(random.int(0, 99_999_999)).padStart(8, '0')}`, address: addressIn(random, homeCounty).detail }
  const { name, pinyin } = chineseName(random, sex, ethnicity)
  const serial = String(random.int(1, 999_999)).padStart(6, '0')
  return {
    ...emptyBurialFile(),
    deceased: {
      name, pinyin, identityType: 'resident', identityNumber, sex, birth, age: null, ethnicity, hukou: place.area, hukouAddress: addressIn(random, place).detail, death, deathArea: sampleArea,
      deathPlace: random.pick(['示例区人民医院', '示例区中医院', '家中', '示例区养老院']), manner: police ? 'police' : cause === '03' || cause === '04' ? 'treated' : 'normal', cause, infectious: 'no',
    },
    agent,
    certificate: police
      ? { ...blankCertificate(), kind: 'police', number: `示公死证字〔${death.slice(0, 4)}〕${random.int(1, 900)}号`, issuer: '示例市公安局示例分局', issuedOn: issued, form: 'paper', seen: true }
      : form === 'form2026'
        ? { ...blankCertificate(), kind: form, number: identityNumber, issuer: '示例区人民医院', issuedOn: issued, form: random.chance(0.4) ? 'electronic' : 'paper', seen: true }
        : { ...blankCertificate(), kind: 'form2013', number: `${sampleArea}${death.slice(0, 4)}${serial}`, issuer: '示例区人民医院', issuedOn: issued, form: 'paper', part: 4, seen: true },
    intake: { certificateCompared: true, contradictsCause: 'no', policeReport: '', disinfected: true },
    grant: { paid: random.chance(0.04) ? 'unknown' : answer(random, 0.5), proof: '承办人陈述' },
    waiverFlags: { minimumLiving: answer(random, 0.05), destitute: answer(random, 0.01), keyVeteran: answer(random, 0.02), centralisedVigil: 'no' },
  }
}

/** The confirmation of the cremation, signed by the agent. */
export const signedConsent = (file: BurialFile, day: CivilDate): BurialFile['consent'] => ({ signed: true, signedOn: day, signer: file.agent.name, relation: file.agent.relation })

/** Days that pass from one step to the next. */
export const later = (day: CivilDate, days: number): CivilDate => addDays(day, days)
