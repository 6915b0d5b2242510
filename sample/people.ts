import type { CivilDate } from '../domain/dates.ts'
import { addDays, addMonths, dayFromNumber, dayNumber, fullYears } from '../domain/dates.ts'
import { residentCardEnds } from '../domain/identity/validity.ts'
import type { Party, PersonKind } from '../domain/marriage/file.ts'
import { testCitizenNumber, testHmPermit, testHongKongCard, testMacaoCard, testPassport, testTaiwanCard, testTwPermit } from './identity.ts'
import { chineseName, foreignName } from './names.ts'
import type { County } from './places.ts'
import { addressAbroad, addressIn, policeOf, someCounty } from './places.ts'
import type { Random } from './random.ts'
import { around, weighted } from './random.ts'

/** Gives out citizen numbers, each once. */
export type NumberSource = (area: string, birth: CivilDate, sex: '1' | '2') => string

/** Citizen numbers by chance, none twice. */
export const drawnNumbers = (random: Random): NumberSource => {
  const given = new Set<string>()
  return (area, birth, sex) => {
    for (;;) {
      const number = testCitizenNumber(area, birth, sex, random.int(5, 499))
      if (given.has(number)) continue
      given.add(number)
      return number
    }
  }
}

/** Citizen numbers in turn over all 9,801 test areas: millions of people without a list of those given. */
export const countedNumbers = (): NumberSource => {
  let count = 0
  return (_area, birth, sex) => {
    const place = count % 9801
    const order = Math.floor(count / 9801) % 500
    count += 1
    return testCitizenNumber(`99${String(Math.floor(place / 99) + 1).padStart(2, '0')}${String((place % 99) + 1).padStart(2, '0')}`, birth, sex, order)
  }
}

const ethnicity = weighted([['01', 910], ['03', 16], ['11', 15], ['08', 14], ['06', 10], ['15', 9], ['07', 7], ['02', 6], ['05', 4], ['04', 3], ['12', 2], ['13', 2], ['14', 1], ['10', 1], ['17', 1]] as const)
const educationYoung = weighted([['11', 1], ['14', 9], ['21', 36], ['31', 27], ['41', 8], ['44', 4], ['61', 8], ['71', 7]] as const)
const educationOlder = weighted([['14', 2], ['21', 13], ['31', 17], ['41', 10], ['61', 16], ['71', 32], ['81', 9], ['90', 1]] as const)
const occupation = weighted([['10000', 3], ['20000', 22], ['30000', 20], ['40000', 28], ['50000', 6], ['60000', 15], ['80000', 3], ['X1', 3]] as const)

/** What is fixed about a person before the rest is drawn. */
export interface PersonWish {
  readonly sex: '1' | '2'
  readonly kind: PersonKind
  /** Age in years with parts of a year, on the day of the act. */
  readonly age: number
  readonly on: CivilDate
  readonly maritalStatus: string
  /** Exactly this birthday (worked cases). */
  readonly birth?: CivilDate
}

const birthFor = (wish: PersonWish): CivilDate => {
  if (wish.birth !== undefined) return wish.birth
  const youngest = wish.sex === '1' ? 22 : 20
  let birth = dayFromNumber(dayNumber(wish.on) - Math.floor(wish.age * 365.2425))
  while (fullYears(birth, wish.on, 'mar1') < youngest) birth = addDays(birth, -30)
  return birth
}

const phone = (random: Random): string => `100${String(random.int(0, 99_999_999)).padStart(8, '0')}` // no network has numbers from 100

interface IdentityPaper {
  readonly identityType: Party['identityType']
  readonly identityNumber: string
  readonly localIdentityNumber: string
  readonly identityFrom: string
  readonly identityTo: string
  readonly identityIssuer: string
}

const residentCard = (random: Random, wish: PersonWish, birth: CivilDate, place: County, numbers: NumberSource): IdentityPaper => {
  const identityNumber = numbers(place.area, birth, wish.sex)
  if (random.chance(0.004)) {
    const issued = addDays(wish.on, -random.int(2, 60))
    return { identityType: 'temporary', identityNumber, localIdentityNumber: '', identityFrom: issued, identityTo: addDays(addMonths(issued, 3), -1), identityIssuer: policeOf(place) }
  }
  // Not before the sixteenth birthday, not longer ago than the shortest term of the grown-up: the card is valid on the day.
  const age = fullYears(birth, wish.on, 'mar1')
  const issued = addDays(wish.on, -random.int(20, Math.max(25, Math.min(9 * 365, (age - 16) * 365 - 10))))
  const [end = 'long'] = residentCardEnds(birth, issued)
  return { identityType: 'resident', identityNumber, localIdentityNumber: '', identityFrom: issued, identityTo: end, identityIssuer: policeOf(place) }
}

const travelPaper = (random: Random, type: Party['identityType'], wish: PersonWish, identityNumber: string, localIdentityNumber: string, years: number, issuer: string): IdentityPaper => {
  const issued = addDays(wish.on, -random.int(60, (years - 1) * 365))
  return { identityType: type, identityNumber, localIdentityNumber, identityFrom: issued, identityTo: addDays(addMonths(issued, years * 12), -1), identityIssuer: issuer }
}

const foreign = weighted([
  [['USA', '美国', 'U.S. DEPARTMENT OF STATE'], 20], [['KOR', '韩国', 'MINISTRY OF FOREIGN AFFAIRS'], 14], [['JPN', '日本', 'MINISTRY OF FOREIGN AFFAIRS'], 12], [['VNM', '越南', 'IMMIGRATION DEPARTMENT'], 12], [['GBR', '英国', 'HMPO'], 8],
  [['DEU', '德国', 'STADT MUSTERSTADT'], 6], [['THA', '泰国', 'MINISTRY OF FOREIGN AFFAIRS'], 6], [['RUS', '俄罗斯', 'MVD'], 6], [['FRA', '法国', 'PREFECTURE'], 5], [['CAN', '加拿大', 'GATINEAU'], 5],
] as const)

const paperFor = (random: Random, wish: PersonWish, birth: CivilDate, place: County, numbers: NumberSource, country: readonly [string, string, string]): IdentityPaper => {
  switch (wish.kind) {
    case 'hongkong': return travelPaper(random, 'hmPermit', wish, testHmPermit(random, 'H'), testHongKongCard(random), 10, '中华人民共和国出入境管理局')
    case 'macao': return travelPaper(random, 'hmPermit', wish, testHmPermit(random, 'M'), testMacaoCard(random), 10, '中华人民共和国出入境管理局')
    case 'taiwan': return travelPaper(random, 'twPermit', wish, testTwPermit(random), testTaiwanCard(random, wish.sex), 5, '中华人民共和国出入境管理局')
    case 'overseas': return travelPaper(random, 'passport', wish, testPassport(random, 'E'), '', 10, `中华人民共和国驻${country[1]}大使馆`)
    case 'foreigner': return travelPaper(random, 'passport', wish, testPassport(random, country[0].slice(0, 1)), '', 10, country[2])
    case 'mainland':
    case 'abroad': return residentCard(random, wish, birth, place, numbers)
  }
}

/** A whole person block as the counter would take it, all of it invented. */
export const makePerson = (random: Random, wish: PersonWish, numbers: NumberSource): Party => {
  const birth = birthFor(wish)
  const place = someCounty(random)
  const country = foreign(random)
  const age = fullYears(birth, wish.on, 'mar1')
  const foreigner = wish.kind === 'foreigner'
  const ethnic = foreigner ? '' : wish.kind === 'mainland' ? ethnicity(random) : '01'
  const abroad = foreigner || wish.kind === 'overseas' ? country[1] : wish.kind === 'hongkong' ? '香港' : wish.kind === 'macao' ? '澳门' : wish.kind === 'taiwan' ? '台湾' : undefined
  const retired = age >= (wish.sex === '1' ? 61 : 56)
  return {
    ...(foreigner ? foreignName(random, wish.sex) : chineseName(random, wish.sex, ethnic)),
    kind: wish.kind,
    nationality: foreigner ? country[0] : 'CHN',
    ...paperFor(random, wish, birth, place, numbers, country),
    birth,
    sex: wish.sex,
    ethnicity: ethnic,
    maritalStatus: wish.maritalStatus,
    education: (age < 36 ? educationYoung : educationOlder)(random),
    occupation: retired ? 'X3' : age < 24 && random.chance(0.1) ? 'X2' : occupation(random),
    residence: abroad === undefined ? addressIn(random, place) : addressAbroad(random, abroad),
    phone: phone(random),
    military: false,
    militaryNumber: '',
  }
}

const firstAge = (random: Random): number => {
  const age = around(random, 28.2, 2.4)
  return random.chance(0.16) ? age + random.next() * 9 : age
}
const laterAge = (random: Random): number => (random.chance(0.2) ? around(random, 54, 7) : around(random, 38.5, 5))

/** Ages of a couple, man first: firsts peak at 25-30, later marriages at 30-50; he is a year and a half older on the whole. */
export const couplesAges = (random: Random, first: readonly [boolean, boolean]): readonly [number, number] => {
  const man = Math.min(86, Math.max(22.01, first[0] ? firstAge(random) + 0.8 : laterAge(random) + 1))
  if (first[0] !== first[1]) return [man, Math.max(20.01, first[1] ? Math.min(firstAge(random), man + 4) : laterAge(random) - 1)]
  return [man, Math.min(82, Math.max(20.01, man + around(random, -1.6, 2.2)))]
}
