import { z } from 'zod'
import { defaultProofPattern, defaultQueryPattern } from '../domain/archive/decide.ts'
import { defaultArchiveSettings } from '../domain/archive/rules.ts'
import { isCivilDate, type LeapBirthday } from '../domain/dates.ts'
import { usualDivorceOpinion } from '../domain/divorce/decide.ts'
import { usualQuestions } from '../domain/divorce/questions.ts'
import { usualOpinion } from '../domain/marriage/decide.ts'
import { findPatternFault } from '../domain/numbering.ts'
import { ReferenceTable } from '../domain/statistics/reference.ts'
import { usualReissueOpinion } from '../domain/reissue/decide.ts'
import { reissueRemarks } from '../domain/reissue/remark.ts'
import { text } from '../domain/text.ts'
import { burialSettingSpecs, datedBurialSettings } from './burial/settings.ts'
import { none, setting, type SettingSpec } from './setting-spec.ts'

const StoredPoint = z.strictObject({ x: z.number(), y: z.number() }) // mm
/** A printer and tray with the affine that moves its prints to where they should be. */
const StoredCalibration = z.strictObject({
  printer: z.string(), tray: z.string(), affine: z.strictObject({ a: z.number(), b: z.number(), c: z.number(), d: z.number(), e: z.number(), f: z.number() }),
  points: z.array(z.strictObject({ wanted: StoredPoint, observed: StoredPoint })), residual: z.number(), at: z.string(), by: z.string(),
})
export type StoredCalibration = z.infer<typeof StoredCalibration>
/** A font file of the office's own in the file store, put in front of a style. */
const OwnFont = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string(), style: z.enum(['song', 'songBold', 'hei', 'heiBold', 'kai']), standard: z.int(), embeddable: z.boolean() })
export type OwnFont = z.infer<typeof OwnFont>

const areaCode = z.string().regex(/^\d{6}$/)
const words = (most: number): z.ZodType<string> => z.string().max(most)
/** Head of the form that goes up to the bureau; `area` is the statistical area code of twelve digits. */
const ReportForm = z.strictObject({ number: z.string().trim().max(20), approval: z.string().trim().max(60), maker: z.string().trim().max(60), approver: z.string().trim().max(60), area: z.union([z.literal(''), z.string().regex(/^\d{12}$/)]) })
export type ReportForm = z.infer<typeof ReportForm>
/** A pattern of numbers with the year and the serial in it. */
const NumberPattern = z.string().trim().min(3).max(30).refine((pattern) => findPatternFault(pattern) === undefined)

export const settingSpecs = {
  'office.name': setting({ title: text('登记机关名称', 'Name of the registration authority'), note: text('印在证书和文书上的全称', 'In full, as it stands on certificates and papers'), group: 'office', kind: 'text', default: '', source: 'office', schema: z.string().trim().max(60) }),
  'office.area': setting({ title: text('行政区划代码', 'Area code'), note: text('GB/T 2260 六位代码，用于登记字号', 'Six digits of GB/T 2260; stands in the certificate number'), group: 'office', kind: 'text', default: '', source: 'office', schema: z.union([z.literal(''), areaCode]) }),
  'office.areaChanges': setting({ title: text('区划代码变更', 'Changes of the area code'), note: text('撤并后新代码及启用日期，如 [{"from":"2025-09-01","code":"440112"}]；旧字号不变，新代码从启用日起用', 'After a merger: the new code and its first day; old numbers stay as they are'), group: 'office', kind: 'json', default: [], source: 'confirmed', schema: z.array(z.strictObject({ from: z.string().refine(isCivilDate), code: areaCode })).max(20) }),
  'office.fonds': setting({ title: text('全宗号', 'Fonds code'), note: text('档案馆给定', 'Given by the archive'), group: 'office', kind: 'text', default: '', source: 'office', schema: words(20) }),
  'office.windows': setting({ title: text('开办的业务', 'Windows offered'), note: none, group: 'office', kind: 'json', default: ['marriage'], source: 'office', schema: z.array(z.string().max(40)).max(20) }),
  'office.sample': setting({ title: text('示例机关', 'Sample office'), note: none, group: 'office', kind: 'boolean', default: false, source: 'office', schema: z.boolean(), hidden: true }),

  'marriage.feb29': setting<LeapBirthday>({
    title: text('2 月 29 日出生的生日', 'Birthday of those born on 29 February'), note: text('平年在哪一天满周岁，没有成文规定', 'On which day a year is completed in common years; no instrument says'), group: 'marriage', kind: 'choice',
    choices: [{ value: 'feb28', title: text('2 月 28 日', '28 February') }, { value: 'mar1', title: text('3 月 1 日', '1 March') }], default: 'mar1', source: 'office', schema: z.enum(['feb28', 'mar1']),
  }),
  'marriage.noSpouseMonths': setting({ title: text('无配偶证明有效月数', 'Months for which a paper of no spouse holds'), note: text('自出具之日起，证明另有期限的从其期限；地方指南为 6 个月', 'From its issue, unless it states another term; local guides say 6'), group: 'marriage', kind: 'number', default: 6, source: 'guides', schema: z.int().min(1).max(24) }),
  'marriage.opinion': setting({ title: text('审查意见', 'Opinion on the review form'), note: none, group: 'papers', kind: 'text', default: usualOpinion, source: 'general', schema: words(200) }),
  'marriage.photoBackground': setting({ title: text('照片底色', 'Ground of the photo'), note: text('双方近期半身免冠合影，53 × 35 毫米', 'Recent joint half-length photo, bareheaded, 53 × 35 mm'), group: 'marriage', kind: 'choice', choices: [{ value: 'red', title: text('红', 'Red') }, { value: 'blue', title: text('蓝', 'Blue') }, { value: 'white', title: text('白', 'White') }], default: 'red', source: 'guides', schema: z.enum(['red', 'blue', 'white']) }),
  'marriage.foreignRelated': setting({ title: text('涉外、涉港澳台、涉华侨登记权限', 'Permission for foreign, HK, Macao, Taiwan and overseas Chinese parties'), note: text('由省级民政部门确定；没有权限的登记处不得办理', 'Given by the province; an office without it may not register them'), group: 'marriage', kind: 'boolean', default: true, source: 'office', schema: z.boolean() }),
  'marriage.remarks': setting<readonly string[]>({ title: text('备注用语', 'Stock remarks'), note: text('结婚、离婚、补领的备注栏可选用', 'To choose from in the remarks of marriages, divorces and reissues'), group: 'papers', kind: 'texts', default: [], source: 'office', schema: z.array(z.string().max(120)).max(40) }),

  'divorce.makeUpDayCountsAsWorking': setting({ title: text('调休上班日按工作日计算', 'A worked Saturday or Sunday is a working day'), note: text('期限最后一日落在调休上班的星期六、星期日时不顺延；通行做法，没有成文规定', 'A term that ends on one does not move on; general practice, no instrument says'), group: 'divorce', kind: 'boolean', default: true, source: 'general', schema: z.boolean() }),
  'divorce.localDaysCount': setting({ title: text('民族自治地方的节日计入休息日', 'Days off of a minority area are rest days'), note: text('《全国年节及纪念日放假办法》第四条；须先在“节假日”中录入地方规定', 'Measures on public holidays, art. 4; the local order must be entered under Days off first'), group: 'divorce', kind: 'boolean', default: true, source: 'general', schema: z.boolean() }),

  'divorce.agreementAtApplication': setting({ title: text('申请时收取离婚协议书', 'Agreement collected at the application'), note: text('默认申请时出示、发证时收取；有的地方申请时即收', 'By default it is shown at the application and collected at the issuance; some places collect it at once'), group: 'divorce', kind: 'boolean', default: false, source: 'guides', schema: z.boolean() }),
  'divorce.receiptNumber': setting({ title: text('受理回执单编号', 'Number of a receipt'), note: text('{year} 为年度，{serial:6} 为每年从 1 起的六位顺序号；官方样式未公开', '{year} is the year, {serial:6} the serial in six places, from 1 every year; the official form is not published'), group: 'divorce', kind: 'text', default: '离受〔{year}〕{serial:6}号', source: 'office', schema: NumberPattern }),
  'divorce.confirmationNumber': setting({ title: text('撤回申请确认单编号', 'Number of a confirmation of withdrawal'), note: text('{year} 为年度，{serial:6} 为每年从 1 起的六位顺序号；官方样式未公开', '{year} is the year, {serial:6} the serial in six places, from 1 every year; the official form is not published'), group: 'divorce', kind: 'text', default: '离撤〔{year}〕{serial:6}号', source: 'office', schema: NumberPattern }),
  'divorce.interviewQuestions': setting<readonly string[]>({ title: text('离婚询问的常用问题', 'Usual questions of a divorce interview'), note: text('询问笔录从这些问题开始，登记员可以改动、增减；规范要求询问，没有规定问题', 'A record of questioning begins with them, and the registrar may change them; the norms ask for questioning and give no questions'), group: 'divorce', kind: 'texts', default: usualQuestions, source: 'general', schema: z.array(z.string().trim().min(1).max(400)).min(1).max(60) }),
  'divorce.opinion': setting({ title: text('离婚登记审查意见', 'Opinion on the review form of a divorce'), note: none, group: 'papers', kind: 'text', default: usualDivorceOpinion, source: 'general', schema: words(200) }),
  'reissue.opinion': setting({ title: text('补发审查意见', 'Opinion on the review form of a reissue'), note: none, group: 'papers', kind: 'text', default: usualReissueOpinion, source: 'general', schema: words(200) }),
  'reissue.remarks': setting<Readonly<Record<'lost' | 'damaged' | 'mismatch', string>>>({ title: text('补发证备注用语', 'Remark of a reissued certificate'), note: text('【证】为证件名称，【日】为补发日期；遗失的用语见民发〔2003〕190号，请与现行规定核对', '【证】 is the certificate, 【日】 the day of the reissue; the words for a lost one are from 2003, ask above whether they still hold'), group: 'papers', kind: 'json', default: reissueRemarks, source: 'guides', schema: z.strictObject({ lost: words(100), damaged: words(100), mismatch: words(100) }) }),

  'archive.queryNumber': setting({ title: text('查档编号', 'Number of a query'), note: text('{year} 为年度，{serial:4} 为每年从 1 起的四位顺序号', '{year} is the year, {serial:4} the serial in four places, from 1 every year'), group: 'archive', kind: 'text', default: defaultQueryPattern, source: 'office', schema: NumberPattern }),
  'archive.proofNumber': setting({ title: text('婚姻登记记录证明编号', 'Number of a proof of record'), note: text('{year} 为年度，{serial:4} 为每年从 1 起的四位顺序号', '{year} is the year, {serial:4} the serial in four places, from 1 every year'), group: 'archive', kind: 'text', default: defaultProofPattern, source: 'office', schema: NumberPattern }),
  'archive.proofPlaces': setting<readonly string[]>({ title: text('仍可出具记录证明的使用地', 'Places for which a proof of record is still made out'), note: text('民函〔2015〕266号：除涉台和所列国家的公证事项外不再出具；清单据地方公告，现行情况请与上级核对', 'Letter 266 of 2015: only for notarial matters in Taiwan and the countries listed; the list is from a local notice, ask above whether it still holds'), group: 'archive', kind: 'texts', default: defaultArchiveSettings.proofDestinations, source: 'guides', schema: z.array(z.string().trim().min(1).max(40)).max(60) }),

  ...burialSettingSpecs,

  'papers.texts': setting({ title: text('文书用语', 'Texts of papers'), note: text('改动随附文书的用语，如 {"marriage.refusal":{"remedies":"…"}}；留空用随附文本', 'Changes of the texts that ship with the papers, by paper and text'), group: 'papers', kind: 'json', default: {}, source: 'office', schema: z.record(z.string().max(40), z.record(z.string().max(40), words(2000))), hidden: true }),

  'numbers.first': setting({ title: text('本处每年起始顺序号', 'First serial of a year'), note: text('结婚、离婚、补发字号各自从此起；与其他登记处共用区划代码、分段编号时填写；未分段为 1', 'Of each series: marriages, divorces, reissues. Where offices share an area code and split the serials; otherwise 1'), group: 'numbers', kind: 'number', default: 1, source: 'general', schema: z.int().min(1).max(999_999) }),
  'numbers.last': setting({ title: text('本处每年最末顺序号', 'Last serial of a year'), note: text('未分段为 999999', 'Otherwise 999999'), group: 'numbers', kind: 'number', default: 999_999, source: 'general', schema: z.int().min(1).max(999_999) }),

  'certificate.mode': setting<'whole' | 'overprint'>({
    title: text('证书打印方式', 'How certificates are printed'), note: text('套打：只打内容，印在空白证上', 'Overprint: only the fields, onto the pre-printed booklet'), group: 'printers', kind: 'choice',
    choices: [{ value: 'whole', title: text('整页', 'Whole page') }, { value: 'overprint', title: text('套打', 'Overprint') }], default: 'whole', source: 'office', schema: z.enum(['whole', 'overprint']),
  }),
  'printer.default': setting({ title: text('默认打印机', 'Default printer'), note: none, group: 'printers', kind: 'text', default: '', source: 'office', schema: words(100) }),

  'printers.calibrations': setting<readonly StoredCalibration[]>({ title: text('打印机校准', 'Printer calibrations'), note: none, group: 'printers', kind: 'json', default: [], source: 'office', schema: z.array(StoredCalibration).max(200), hidden: true }),
  'printers.font': setting<OwnFont | null>({ title: text('本处字体', 'Font of the office'), note: none, group: 'printers', kind: 'json', default: null, source: 'office', schema: OwnFont.nullable(), hidden: true }),

  'reports.dayCloseFrom': setting({ title: text('日结提醒起始日', 'Days are to be closed from'), note: text('从这一天起，有业务而没有日结的日子都会提醒，如 2026-01-01；留空从第一个已日结的日子起提醒。何时起日结由本处决定，没有成文规定', 'From this day on every day with business that is not closed is reminded of, as 2026-01-01; empty: from the first day that was closed. From when days are closed is the office’s own choice, no instrument says'), group: 'office', kind: 'text', default: '', source: 'office', schema: z.union([z.literal(''), z.string().trim().refine(isCivilDate)]) }),
  'reports.lowStockDays': setting({ title: text('空白证件余量提醒（天）', 'Stock is low below (days)'), note: text('空白证件按最近 60 天的用量还够用的工作日数，少于这个数时在总览中提醒', 'Working days that the booklets last by the use of the last 60 days; fewer are shown on the dashboard'), group: 'office', kind: 'number', default: 30, source: 'office', schema: z.int().min(1).max(365) }),
  'reports.form': setting<ReportForm>({
    title: text('上报报表的表头', 'Head of the form that goes up'), note: text('表号 number、批准文号 approval、制定机关 maker、批准机关 approver 和 12 位统计区划代码 area；印在月报上，请与本年度的报表制度核对', 'number, approval, maker, approver and the statistical area code of 12 digits, area; printed on the tally, to be compared with the reporting system of the year'), group: 'office', kind: 'json',
    default: { number: 'JZH01', approval: '国统制〔2023〕83号', maker: '民政部', approver: '国家统计局', area: '' }, source: 'guides', schema: ReportForm,
  }),
  'reports.codes': setting<Readonly<Record<string, string>>>({ title: text('上报报表的指标代码', 'Codes of the lines of the form that goes up'), note: text('本处所用报表中各指标的代码，如 {"marriage":"01"}；左边是月报汇总表中指标的编号', 'The codes that the office’s own form has for the lines, as {"marriage":"01"}; to the left the id of the line in the tally'), group: 'office', kind: 'json', default: {}, source: 'office', schema: z.record(z.string().min(1).max(120), z.string().trim().max(40)).refine((codes) => Object.keys(codes).length <= 500) }),

  'statistics.references': setting<readonly ReferenceTable[]>({ title: text('公布数据', 'Published figures'), note: none, group: 'office', kind: 'json', default: [], source: 'office', schema: z.array(ReferenceTable).max(500), hidden: true }),

  'session.idleMinutes': setting({ title: text('无操作锁定（分钟）', 'Idle lock (minutes)'), note: none, group: 'security', kind: 'number', default: 10, source: 'office', schema: z.int().min(1).max(240) }),
  'session.lockAfter': setting({ title: text('连续失败几次后锁定账号', 'Failed sign-ins before a lock-out'), note: none, group: 'security', kind: 'number', default: 5, source: 'office', schema: z.int().min(3).max(20) }),
  'session.lockMinutes': setting({ title: text('账号锁定时长（分钟）', 'Length of a lock-out (minutes)'), note: none, group: 'security', kind: 'number', default: 15, source: 'office', schema: z.int().min(1).max(1440) }),
} as const

export type SettingKey = keyof typeof settingSpecs
export type SettingValues = { readonly [K in SettingKey]: (typeof settingSpecs)[K] extends SettingSpec<infer T> ? T : never }

/** Says whether there is a setting of this key that the settings page may show. */
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingSpecs, key) && specOf(key as SettingKey).hidden !== true

/** What is known of a setting. */
export const specOf = (key: SettingKey): SettingSpec<unknown> => settingSpecs[key] as SettingSpec<unknown>

export const settingKeys = Object.keys(settingSpecs) as readonly SettingKey[]

/** Settings by which old cases are judged hold from the day of the change on, so that files of before keep what was in force then. */
export const isDated = (key: SettingKey): boolean => ['marriage', 'divorce', 'archive', 'papers', 'numbers'].includes(specOf(key).group) || datedBurialSettings.includes(key)

/** Settings that are facts of the office and are changed by their own action. */
export const officeFactOf = (key: SettingKey): 'name' | 'area' | 'fonds' | 'windows' | undefined => {
  switch (key) {
    case 'office.name':
      return 'name'
    case 'office.area':
      return 'area'
    case 'office.fonds':
      return 'fonds'
    case 'office.windows':
      return 'windows'
    default:
      return undefined
  }
}

/** The value of every setting: what the register holds where it fits, else the default. */
export const settingValues = (held: Readonly<Record<string, unknown>>): SettingValues => {
  const facts = (held['office'] ?? {}) as Record<string, unknown>
  const stored: Record<string, unknown> = { ...held }
  for (const fact of ['name', 'area', 'fonds', 'windows', 'sample']) if (facts[fact] !== undefined) stored[`office.${fact}`] = facts[fact]
  return Object.fromEntries(settingKeys.map((key) => {
    const spec = specOf(key)
    const found = Object.hasOwn(stored, key) ? spec.schema.safeParse(stored[key]) : undefined
    return [key, found?.success === true ? found.data : spec.default]
  })) as SettingValues
}
