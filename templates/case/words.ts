import { educations, ethnicities, findCode, findCountry, identityTypeCodes, maritalStatuses, occupations, personKindCodes, sexShort } from '../../domain/codes/index.ts'
import { marriageKindTitles, type MarriageFile, type Party, type SuppliedPaper } from '../../domain/marriage/file.ts'
import { paperTitle, type PaperType } from '../../domain/marriage/papers-required.ts'

export { sexShort }

/** The sections that the files of all windows share, as far as papers list them. */
export interface SharedFile { readonly parties: readonly [Party, Party]; readonly papers: readonly SuppliedPaper[] }

/** A day as forms write it, ××××年××月××日; empty while unknown. */
export const day = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value.slice(0, 4)}年${value.slice(5, 7)}月${value.slice(8, 10)}日` : '')

/** A day as funeral papers write it, without needless zeros: 2026年5月20日; empty while unknown. */
export const plainDay = (value: string): string => (day(value) === '' ? '' : `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月${Number(value.slice(8, 10))}日`)

/** Instant as sheets write it: 2026年05月20日 17:31. */
export const moment = (instant: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(instant)
  return match === null ? instant : `${match[1]}年${match[2]}月${match[3]}日 ${match[4]}`
}

/** An instant in its own offset, to the minute: 2026年5月20日8时05分. */
export const plainMoment = (instant: string): string => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(instant)
  return match === null ? '' : `${plainDay(match[1] ?? '')}${Number(match[2])}时${match[3]}分`
}

/** Days and months inside a sentence, written as papers write them: 2026-08-05 → 2026年8月5日, 2026-08 → 2026年8月. */
export const plainDaysIn = (words: string): string => words
  .replace(/(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-])/g, plainDay)
  .replace(/(?<![\d-])((?:19|20)\d{2})-(\d{2})(?![\d-])/g, (_month, year: string, month: string) => `${year}年${Number(month)}月`)

/** The two parties as forms call them. */
export const sides = ['男方', '女方'] as const

/** The end of a paper's validity. */
export const validTo = (value: string): string => (value === 'long' ? '长期' : day(value))

/** Nationality in Chinese; residents of Hong Kong, Macao and Taiwan and overseas Chinese are 中国. */
export const nationality = (party: Party): string => findCountry(party.nationality)?.zh ?? party.nationality

/** 民族; a dash for foreigners, who have none (no field of a declaration stays blank). */
export const ethnicity = (party: Party): string => (party.kind === 'foreigner' ? '—' : (findCode(ethnicities, party.ethnicity)?.zh ?? ''))
export const maritalStatus = (code: string): string => findCode(maritalStatuses, code)?.zh ?? ''
export const education = (party: Party): string => findCode(educations, party.education)?.zh ?? ''
export const occupation = (party: Party): string => findCode(occupations, party.occupation)?.zh ?? ''
export const personKind = (party: Party): string => findCode(personKindCodes, party.kind)?.zh ?? ''
export const identityType = (party: Pick<Party, 'identityType'>): string => findCode(identityTypeCodes, party.identityType)?.zh ?? ''

const places: Readonly<Record<string, string>> = { hongkong: '（香港）', macao: '（澳门）', taiwan: '（台湾）' }

/** The identity number as forms and certificates write it: residents of Hong Kong, Macao and Taiwan with their local card and the place behind it. */
export const identityNumber = (party: Party): string => {
  const place = places[party.kind]
  if (place === undefined) return party.identityNumber
  return `${party.localIdentityNumber === '' ? party.identityNumber : party.localIdentityNumber}${place}`
}

/** Province to street in one line; the same name is not said twice (municipalities). */
export const residence = (party: Party): string => {
  const { province, prefecture, county, detail } = party.residence
  const steps = [province, prefecture, county].filter((step, i, all) => step !== '' && step !== all[i - 1])
  let said = ''
  for (const step of steps) if (!said.endsWith(step)) said += step
  return detail.startsWith(said) ? detail : said + detail
}

/** A supplied paper in the words of the form: an identity paper by its own name, anything else by its type or by what the clerk wrote. */
export const suppliedPaper = (file: SharedFile, paper: SuppliedPaper): string => {
  const own = paper.type === 'identity' && paper.party !== 'both' ? identityType(file.parties[paper.party]) : ''
  const title = own !== '' ? own : paper.type === 'other' && paper.note !== '' ? paper.note : paperTitle(paper.type as PaperType).zh
  return paper.number === '' ? title : `${title}（${paper.number}）`
}

/** The papers supplied by one party, or by both. */
export const suppliedPapers = (file: SharedFile, party: 0 | 1): string[] =>
  file.papers.filter((paper) => paper.party === party || paper.party === 'both').map((paper) => suppliedPaper(file, paper))

export const kindTitle = (kind: MarriageFile['kind']): string => marriageKindTitles[kind].zh

/** Puts facts into the places of an office's text: 「{day}」. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string => template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/** What stands on a paper where a fact is written in by hand. */
export const orBlank = (value: string, blank = '　　　　　　'): string => (value === '' ? blank : value)

/** A day, or the places to write one in by hand. */
export const dayOrBlank = (value: string): string => orBlank(day(value), '　　　　年　　月　　日')

/** Weekday of a day: 星期三. */
export const weekdayName = (value: string): string => `星期${'日一二三四五六'.charAt(new Date(`${value}T00:00:00Z`).getUTCDay())}`

/** A day with its weekday: 2026年04月01日（星期三）. */
export const dayAndWeekday = (value: string): string => (day(value) === '' ? dayOrBlank('') : `${day(value)}（${weekdayName(value)}）`)

/** What papers say of a person, and so what their digests hold: how a name is sounded or when a card ends is no part of them. */
export const person = ({ name, sex, birth, kind, nationality, identityType, identityNumber, localIdentityNumber }: Party) => ({ name, sex, birth, kind, nationality, identityType, identityNumber, localIdentityNumber })

/** The whole person block of a form. */
export const wholePerson = (party: Party) => {
  const { ethnicity, maritalStatus, education, occupation, residence } = party
  return { ...person(party), ethnicity, maritalStatus, education, occupation, residence }
}

/** A supplied paper as far as it is listed, for digests. */
export const listedPaper = ({ type, party, number, note, scans }: SuppliedPaper) => ({ type, party, number, note, pages: scans.reduce((sum, { pages }) => sum + pages, 0) })
