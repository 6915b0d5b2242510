import { z } from 'zod'
import { day, dayOrNone, long, short } from '../case/file.ts'
import { text } from '../text.ts'
import type { Text } from '../text.ts'
import type { Action } from '../action.ts'
import type { Check } from '../findings.ts'
import { runRules } from '../findings.ts'
import { asks, fail, pass } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import { approvalClasses, approverTypes } from './approval.ts'
import type { OfficeApproval } from './approval.ts'
import type { ClockSettings } from './clocks.ts'
import { defaultClockSettings } from './clocks.ts'
import { ItemSize } from './case/file.ts'
import { Box, PlacedGeometry } from './gazetteer/geometry.ts'
import type { GenericTerm } from './generics.ts'
import { scopeOf, placeKinds } from './kinds.ts'
import type { NameScope, PlaceKind } from './kinds.ts'
import { localRule, regulationFrom } from './law.ts'
import type { NameSettings } from './names/index.ts'
import { defaultNameSettings, nameActs, shippedLeaders, shippedWords, wordClasses } from './names/index.ts'
import { EstateNumbering, modelEstateNumbering, modelNumbering, PlateSize, shippedPlateSizes, StreetNumbering } from './plates/settings.ts'
import { isSyllable, shippedReadings, shippedTranscriptions } from './romanise/index.ts'

const scopes = ['none', 'builtUpArea', 'county', 'province', 'country'] as const
const named = z.string().min(1).max(60)
const DayLimit = z.strictObject({ days: z.int().min(1).max(365), count: z.enum(['working', 'calendar']) })
const kindList = z.array(z.enum(placeKinds)).min(1).max(8)

/** What a document is numbered with: 苏府地名函 … one code word for each paper. */
export const documentPapers = ['acceptance', 'supplement', 'notAccepted', 'consult', 'opinion', 'request', 'reply', 'refusal', 'notice', 'filing', 'certificate', 'provisional', 'plate', 'proof', 'rectification'] as const

/** Sections of the profile whose source is told apart. */
export const profileSections = ['approval', 'scopes', 'generics', 'words', 'papers', 'clocks', 'plates', 'spelling', 'documents', 'other'] as const

/** What differs from office to office (各地规定): settings, never constants; each section names the document it rests on. */
export const PlaceNameProfile = z.strictObject({
  officeName: z.string().max(100), areaCode: z.string().regex(/^(?:\d{6})?$/), level: z.enum(['county', 'city', 'province']),
  /** West, south, east, north in degrees CGCS2000; coordinates outside are refused. */
  box: Box.nullable(), shiftedCoordinates: z.enum(['convert', 'refuse']),
  approvals: z.array(z.strictObject({ classId: z.string().max(40), role: z.enum(['approve', 'examine', 'opinion', 'record']).optional(), approver: z.enum(approverTypes).optional() })).max(40),
  /** To whom names are filed, by who approved them. */
  filingTargets: z.array(z.strictObject({ approver: z.enum(approverTypes), target: named })).max(10),
  builtUpAreas: z.array(z.strictObject({ id: z.string().min(1).max(60), name: named, geometry: PlacedGeometry.nullable() })).max(200),
  /** Whether places in villages and towns beyond every built-up area are compared as one area. */
  outsideCounts: z.boolean(),
  scopes: z.partialRecord(z.enum(placeKinds), z.enum(scopes)), compare: z.enum(['whole', 'specific']), acrossKinds: z.boolean(), nearSounds: z.boolean(),
  maxSpecificLength: z.int().min(1).max(30).nullable(),
  generics: z.array(z.strictObject({ term: z.string().min(1).max(10), kinds: kindList, words: z.array(z.string().min(1).max(10)).max(5).optional(), soft: z.literal(true).optional(), counted: z.literal(true).optional(), numbered: z.literal(true).optional(), directed: z.literal(true).optional(), street: z.literal(true).optional() })).max(300),
  thresholds: z.array(z.strictObject({ generic: z.string().min(1).max(10), kind: z.enum(placeKinds), least: ItemSize, logic: z.enum(['all', 'any']) })).max(200),
  words: z.array(z.strictObject({ word: z.string().min(1).max(20), class: z.enum(wordClasses) })).max(5000),
  leaders: z.array(z.strictObject({ name: z.string().min(2).max(10), common: z.literal(true).optional() })).max(200),
  readings: z.array(z.strictObject({ characters: z.string().min(1).max(20), syllables: z.array(z.string().min(1).max(8)).min(1).max(20) })).max(2000),
  transcriptions: z.array(z.strictObject({ characters: z.string().min(1).max(30), spelled: z.string().min(1).max(80) })).max(2000),
  ordinalStyle: z.enum(['digits', 'spelt']),
  /** Papers that an application needs, for acts and kinds; none listed means for all. */
  papers: z.array(z.strictObject({ type: z.string().min(1).max(40), title: named, acts: z.array(z.enum(nameActs)).max(5), kinds: z.array(z.enum(placeKinds)).max(8) })).max(100),
  clocks: z.strictObject({ decision: DayLimit, extension: DayLimit, publicDisplay: DayLimit, sign: DayLimit.nullable(), rollToWorkingDay: z.boolean() }),
  displayFor: z.array(z.enum(nameActs)).max(5),
  plates: z.strictObject({ authority: z.enum(['civilAffairs', 'police']), street: StreetNumbering, estate: EstateNumbering, sizes: z.array(PlateSize).max(40), numberDays: DayLimit.nullable(), mountDays: DayLimit.nullable() }),
  documentCodes: z.partialRecord(z.enum(documentPapers), z.strictObject({ agency: z.string().max(12), withWord: z.boolean() })),
  provisionalNaming: z.strictObject({ on: z.boolean(), months: z.int().min(1).max(60) }), certificate: z.boolean(), removedNamesReserved: z.boolean(),
  sources: z.array(z.strictObject({ section: z.enum(profileSections), document: short, title: z.string().max(200), from: dayOrNone, to: dayOrNone, note: long })).max(60),
})
export type PlaceNameProfile = z.infer<typeof PlaceNameProfile>

/** The profile a new office starts with: the law and the models, nothing local. */
export const defaultProfile = (): PlaceNameProfile => ({
  officeName: '', areaCode: '', level: 'county', box: null, shiftedCoordinates: 'refuse', approvals: [], filingTargets: [], builtUpAreas: [], outsideCounts: false, scopes: {}, compare: 'whole', acrossKinds: false, nearSounds: true, maxSpecificLength: null,
  generics: [], thresholds: [], words: [], leaders: [], readings: [], transcriptions: [], ordinalStyle: 'digits', papers: [],
  clocks: { decision: { ...defaultClockSettings.decision }, extension: { ...defaultClockSettings.extension }, publicDisplay: { ...defaultClockSettings.publicDisplay }, sign: null, rollToWorkingDay: false },
  displayFor: [], plates: { authority: 'civilAffairs', street: modelNumbering.EW, estate: modelEstateNumbering, sizes: [...shippedPlateSizes], numberDays: null, mountDays: null }, documentCodes: {}, provisionalNaming: { on: false, months: 6 }, certificate: false, removedNamesReserved: true, sources: [],
})

const known = new WeakMap<PlaceNameProfile, NameSettings>()
/** What the rules on names read of a profile, made once for each: shipped lists with the office's own before them. */
export const nameSettingsOf = (profile: PlaceNameProfile): NameSettings => {
  const found = known.get(profile)
  if (found !== undefined) return found
  const made: NameSettings = {
    ...defaultNameSettings, scopes: profile.scopes, compare: profile.compare, acrossKinds: profile.acrossKinds, nearSounds: profile.nearSounds, outsideCounts: profile.outsideCounts, removedNamesReserved: profile.removedNamesReserved, thresholds: profile.thresholds, generics: profile.generics as readonly GenericTerm[],
    words: profile.words.length === 0 ? shippedWords : [...profile.words.map((entry) => ({ ...entry, source: 'office' as const })), ...shippedWords],
    leaders: profile.leaders.length === 0 ? shippedLeaders : [...profile.leaders.map(({ name, common }) => ({ name, ...(common === undefined ? {} : { common }) })), ...shippedLeaders],
    readings: profile.readings.length === 0 ? shippedReadings : [...profile.readings.map((entry) => ({ ...entry, source: 'office' as const })), ...shippedReadings],
    transcriptions: profile.transcriptions.length === 0 ? shippedTranscriptions : [...profile.transcriptions.map((entry) => ({ ...entry, source: 'office' as const })), ...shippedTranscriptions],
    ordinalStyle: profile.ordinalStyle, ...(profile.maxSpecificLength === null ? {} : { maxSpecificLength: profile.maxSpecificLength }),
  }
  known.set(profile, made)
  return made
}

/** The clocks of a profile. */
export const clockSettingsOf = ({ clocks: { sign, ...clocks } }: PlaceNameProfile): ClockSettings => ({ ...clocks, ...(sign === null ? {} : { sign }) })

/** Who decides, as the profile sets it. */
export const approvalsOf = ({ approvals }: PlaceNameProfile): readonly OfficeApproval[] => approvals.map(({ classId, role, approver }) => ({ classId, ...(role === undefined ? {} : { role }), ...(approver === undefined ? {} : { approver }) }))

const order: Readonly<Record<NameScope, number>> = { none: 0, builtUpArea: 1, county: 2, province: 3, country: 4 }
type ProfileRule = Rule<PlaceNameProfile>
const rule = (draft: Pick<ProfileRule, 'id' | 'title' | 'asks' | 'check'> & Partial<Pick<ProfileRule, 'law' | 'severity'>>): ProfileRule => ({ group: 'profile', from: regulationFrom, source: 'derived', severity: 'stop', law: localRule, ...draft })
const repeated = (values: readonly string[]): readonly number[] => values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))

/** What a profile must be to be used. */
export const profileRules: readonly ProfileRule[] = [
  rule({ id: 'place-names.profile.office', title: text('本机关', 'The office'), asks: text('有机关名称和区划代码。', 'Office name and area code are there.'), check: (profile) => (profile.officeName.trim() === '' ? fail('officeName', '没有机关名称', 'The name of the office is missing') : profile.areaCode === '' ? fail('areaCode', '没有区划代码', 'The area code is missing') : pass) }),
  rule({ id: 'place-names.profile.box', severity: 'answer', title: text('坐标范围', 'Box of coordinates'), asks: text('划定坐标范围，范围外的坐标不收。', 'A box is drawn; coordinates outside are refused.'), check: ({ box }) => (box === null ? asks('box', '没有划定坐标范围，无法发现录错的坐标', 'No box is drawn, so wrong coordinates go unseen') : pass) }),
  rule({
    id: 'place-names.profile.approval', title: text('批准机关', 'Who decides'), asks: text('条例没有规定或者由省规定的类别，写明批准机关；类别不重复。', 'Where the regulation leaves it open, the profile says who decides; no class stands twice.'),
    check: ({ approvals }) => {
      const twice = repeated(approvals.map(({ classId }) => classId))
      const unknown = approvals.findIndex(({ classId }) => !approvalClasses.some(({ id }) => id === classId))
      if (twice[0] !== undefined) return fail(`approvals.${twice[0]}.classId`, '同一类别写了两次', 'A class stands twice')
      if (unknown >= 0) return fail(`approvals.${unknown}.classId`, '没有这个类别', 'There is no such class')
      const against = approvals.findIndex(({ classId, approver }) => approver !== undefined && (approvalClasses.find(({ id }) => id === classId)?.approvers.length ?? 0) > 0 && !approvalClasses.find(({ id }) => id === classId)?.approvers.includes(approver))
      return against >= 0 ? fail(`approvals.${against}.approver`, '条例已经规定了批准机关，不能另行设置', 'The regulation names the body; it cannot be set otherwise') : pass
    },
  }),
  rule({
    id: 'place-names.profile.open-approval', severity: 'answer', title: text('留给地方的类别', 'Classes left to the place'), asks: text('由地方规定批准机关的类别都已设置。', 'Every class left to the place has its body.'),
    check: ({ approvals }) => {
      const open = approvalClasses.filter(({ approvers, role, id }) => approvers.length === 0 && role !== 'record' && !approvals.some(({ classId, approver }) => classId === id && approver !== undefined))
      return open.length === 0 ? pass : asks('approvals', `没有设置批准机关：${open.map(({ title }) => title.zh).join('、')}`, `No body is set for: ${open.map(({ title }) => title.en).join(', ')}`)
    },
  }),
  rule({ id: 'place-names.profile.scopes', title: text('重名范围', 'Scopes of duplicates'), asks: text('本地的范围不小于条例的范围。', 'A local scope is no narrower than the law’s.'), check: ({ scopes: own }) => { const narrow = (Object.entries(own) as [PlaceKind, NameScope][]).filter(([kind, scope]) => order[scope] < order[scopeOf(kind, kind === 'ADMIN_DIV' ? 'township' : 'ordinary')]); return narrow.length === 0 ? pass : narrow.map(([kind]) => fail(`scopes.${kind}`, '比条例规定的范围小', 'Narrower than the regulation allows')) } }),
  rule({ id: 'place-names.profile.built-up-areas', title: text('建成区', 'Built-up areas'), asks: text('建成区编号不重复，不用保留字。', 'Ids of built-up areas differ and none is “outside”.'), check: ({ builtUpAreas }) => { const bad = [...repeated(builtUpAreas.map(({ id }) => id)), ...builtUpAreas.flatMap(({ id }, index) => (id === 'outside' ? [index] : []))]; return bad.length === 0 ? pass : bad.map((index) => fail(`builtUpAreas.${index}.id`, '编号重复或者是保留字', 'The id is taken')) } }),
  rule({ id: 'place-names.profile.generics', title: text('通名', 'Generic terms'), asks: text('长通名的分词合起来是通名；规模要求至少写一项。', 'The words of a generic make it up; a threshold asks for something.'), check: ({ generics, thresholds }) => { const said = [...generics.flatMap(({ term, words }, index) => (words !== undefined && words.join('') !== term ? [fail(`generics.${index}.words`, '分词合起来不是通名', 'The words do not make up the term')] : [])), ...thresholds.flatMap(({ least }, index) => (Object.values(least).every((value) => value === undefined || value === 0) ? [fail(`thresholds.${index}.least`, '没有写规模要求', 'Nothing is asked')] : []))]; return said.length === 0 ? pass : said } }),
  rule({ id: 'place-names.profile.readings', title: text('地名读音', 'Place readings'), asks: text('每个字一个标调的音节。', 'One toned syllable for each character.'), check: ({ readings }) => { const bad = readings.flatMap(({ characters, syllables }, index) => ([...characters].length !== syllables.length || syllables.some((syllable) => !isSyllable(syllable)) ? [fail(`readings.${index}.syllables`, `“${characters}”的读音不对，每个字一个标调的音节`, `The reading of ${characters} does not fit, one toned syllable for each character`)] : [])); return bad.length === 0 ? pass : bad } }),
  rule({ id: 'place-names.profile.display', severity: 'answer', title: text('公示天数', 'Days of display'), asks: text('公示一般不少于 5 日。', 'A display usually lasts 5 days at least.'), check: ({ clocks, displayFor }) => (displayFor.length > 0 && clocks.publicDisplay.days < 5 ? asks('clocks.publicDisplay', '公示少于 5 日', 'Fewer than 5 days') : pass) }),
  rule({ id: 'place-names.profile.documents', title: text('文号代字', 'Document codes'), asks: text('代字为汉字，不同的文书代字不同的应各自连续编号。', 'Codes are Chinese characters.'), check: ({ documentCodes }) => { const bad = Object.entries(documentCodes).filter(([, code]) => !/^\p{Script=Han}{1,12}$/u.test(code.agency)); return bad.length === 0 ? pass : bad.map(([paper]) => fail(`documentCodes.${paper}.agency`, '发文代字应为 1 至 12 个汉字', 'A code is 1 to 12 Chinese characters')) } }),
  rule({ id: 'place-names.profile.plates', title: text('牌的规格', 'Plate sizes'), asks: text('规格编号不重复。', 'Ids of sizes differ.'), check: ({ plates }) => { const twice = repeated(plates.sizes.map(({ id }) => id)); return twice.length === 0 ? pass : twice.map((index) => fail(`plates.sizes.${index}.id`, '规格编号重复', 'The id is taken')) } }),
  rule({ id: 'place-names.profile.estate-axes', title: text('住宅区编排方向', 'Axes of an estate'), asks: text('排与排内的方向不能在同一轴上。', 'Rows and order within the row lie on two axes.'), check: ({ plates: { estate } }) => (/north/iu.test(estate.rows) === /north/iu.test(estate.within) ? fail('plates.estate.within', '排与排内的方向在同一轴上', 'Rows and order within lie on one axis') : pass) }),
  rule({ id: 'place-names.profile.sources', severity: 'answer', title: text('依据', 'Sources'), asks: text('有本地设置的部分，写明依据的文件。', 'Sections with local settings name the document they rest on.'), check: (profile) => { const used: readonly (readonly [(typeof profileSections)[number], boolean])[] = [['generics', profile.thresholds.length > 0], ['scopes', Object.keys(profile.scopes).length > 0 || profile.compare === 'specific'], ['papers', profile.papers.length > 0], ['approval', profile.approvals.length > 0]]; const bare = used.filter(([section, on]) => on && !profile.sources.some((source) => source.section === section && source.document.trim() !== '')); return bare.length === 0 ? pass : bare.map(([section]) => asks(`sources.${section}`, '没有写明依据的文件', 'The document it rests on is missing')) } }),
]

/** What is wrong with a profile; it may be used when nothing stops it. */
export const checkProfile = (profile: PlaceNameProfile): Check => runRules(profileRules, profile, { typing: false, answers: [] })

/** The acts on the profile: a new version from a day; subject `placeNameProfile`. */
export const placeNameProfileActions = { 'placeNameProfile.set': z.strictObject({ day, profile: PlaceNameProfile }) } as const
export type PlaceNameProfileAction = Action<'placeNameProfile.set', z.infer<(typeof placeNameProfileActions)['placeNameProfile.set']>>

/** The profile in force on a day among its versions (the latest set on or before it), or undefined. */
export const findProfileOn = (versions: readonly PlaceNameProfileAction['body'][], on: string): PlaceNameProfile | undefined => versions.filter((version) => version.day <= on).reduce<PlaceNameProfileAction['body'] | undefined>((best, version) => (best === undefined || version.day >= best.day ? version : best), undefined)?.profile

/** Titles of the papers that carry document numbers. */
export const documentPaperTitles: Readonly<Record<(typeof documentPapers)[number], Text>> = {
  acceptance: text('受理通知书', 'Acceptance slip'), supplement: text('补正告知书', 'Supplement notice'), notAccepted: text('不予受理决定书', 'Refusal to accept'), consult: text('征求意见函', 'Letter of consultation'), opinion: text('征求意见复函', 'Opinion'), request: text('请示', 'Request'), reply: text('批复', 'Reply'), refusal: text('不予批准决定书', 'Refusal'), notice: text('公告', 'Notice'), filing: text('备案报告', 'Filing report'), certificate: text('地名核准书', 'Certificate of a name'), provisional: text('地名预命名使用书', 'Provisional name'), plate: text('门楼牌编号通知书', 'Notice of a door number'), proof: text('地名证明', 'Proof of an address'), rectification: text('整改通知书', 'Notice to put it right'),
}

