import { z } from 'zod'
import { isCivilDate } from '../../domain/dates.ts'
import { InspectionForm, provincialItems, requireSoundForm } from '../../domain/burial/facilities/form.ts'
import { findNumberPatternFault, usualPattern } from '../../domain/burial/numbers.ts'
import type { PlotLimit } from '../../domain/burial/placement/limits.ts'
import { RelocationTariff, requireSoundTariff } from '../../domain/burial/relocation/tariff.ts'
import { text } from '../../domain/text.ts'
import { waiverItemCodes, waiverUnitCodes } from '../../domain/waiver/codes.ts'
import { OwnLimit } from '../schemas/placement.ts'
import { setting } from '../setting-spec.ts'

const day = z.string().refine(isCivilDate)
const dayOrNone = z.union([z.literal(''), day])
const fen = z.int().nonnegative().max(1_000_000_000)

/** A price of the office's list: only what stands in it is billed (《殡葬管理条例》第四十二条, 2026). */
export const ListedPrice = z.strictObject({ item: z.enum(waiverItemCodes), unit: z.enum(waiverUnitCodes), unitPriceFen: fen, document: z.string().trim().min(1).max(200), from: day, to: dayOrNone })
  .refine(({ from, to }) => to === '' || to >= from)
export type ListedPrice = z.infer<typeof ListedPrice>

const overlap = (a: ListedPrice, b: ListedPrice): boolean => a.item === b.item && a.unit === b.unit && (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to)
/** No item has two prices on one day. */
const PriceList = z.array(ListedPrice).max(500).refine((prices) => prices.every((price, index) => !prices.slice(0, index).some((other) => overlap(price, other))))

const sound = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

const empty = '' as const
/** Empty, or a whole number of days; a page of text fields sends digits. */
const DaysOrNone: z.ZodType<number | ''> = z.union([z.literal(empty), z.int().min(1).max(365), z.string().regex(/^[1-9]\d{0,2}$/).transform(Number).pipe(z.int().max(365))])

const providers = [
  { value: 'funeralHome', title: text('殡仪馆', 'Funeral home') }, { value: 'cemetery', title: text('公墓', 'Cemetery') }, { value: 'columbarium', title: text('骨灰堂', 'Columbarium') }, { value: 'serviceStation', title: text('殡仪服务站', 'Service station') }, { value: 'other', title: text('其他（如民政局）', 'Other, such as a civil-affairs bureau') },
] as const
const threeAnswers = [{ value: 'yes', title: text('是', 'Yes') }, { value: 'no', title: text('否', 'No') }, { value: 'unknown', title: text('未确定', 'Not known') }] as const

/** Settings of funeral affairs. */
export const burialSettingSpecs = {
  'burial.homeName': setting({ title: text('殡葬服务机构名称', 'Name of the institution'), note: text('印在火化证明、安葬证等文书上；留空用登记机关名称', 'Stands on cremation certificates and other papers; empty: the name of the authority'), group: 'burial', kind: 'text', default: '', source: 'office', schema: z.string().trim().max(60) }),
  'burial.homeId': setting({ title: text('殡葬服务机构编码', 'Code of the institution'), note: text('省级殡葬服务信息系统中的编码，没有时留空', 'Its code in the province’s system of funeral services, empty without one'), group: 'burial', kind: 'text', default: '', source: 'office', schema: z.string().trim().max(60) }),
  'burial.institution': setting({ title: text('机构号', 'Number of the institution'), note: text('两位数字，用于文书编号；全国没有统一格式', 'Two digits, stand in the numbers of papers; there is no national format'), group: 'burial', kind: 'text', default: '01', source: 'office', schema: z.string().regex(/^\d{2}$/) }),
  'burial.numberPattern': setting({
    title: text('殡葬文书编号格式', 'Pattern of the numbers of papers'), note: text('{prefix} 文书前缀（HZ 火化证明、JAZ 安葬证…，补发加 B），{area} 区划代码，{year} 年度，{institution} 机构号，{serial:6} 每年从 1 起的六位顺序号；号码不重用、不补缺', '{prefix} of the paper (HZ, JAZ …, B before it for a reissue), {area}, {year}, {institution}, {serial:6} from 1 every year; numbers are never used again and gaps never filled'),
    group: 'burial', kind: 'text', default: usualPattern, source: 'general', schema: z.string().trim().max(60).refine((pattern) => findNumberPatternFault(pattern) === undefined),
  }),
  'burial.provider': setting<(typeof providers)[number]['value']>({ title: text('本机构的性质', 'What the institution is'), note: text('遗体接运、存放、火化只能由殡仪馆承担（《殡葬管理条例》第二十五条）', 'Only a funeral home transports, stores and cremates (Funeral Regulation, art. 25)'), group: 'burial', kind: 'choice', choices: providers, default: 'funeralHome', source: 'office', schema: z.enum(['funeralHome', 'cemetery', 'columbarium', 'serviceStation', 'other']) }),
  'burial.cremationArea': setting<'yes' | 'no' | 'unknown'>({ title: text('本地是否为火葬区', 'Does it lie in a cremation area'), note: text('火葬区由省级人民政府划定（《殡葬管理条例》第八条）', 'Drawn by the province (Funeral Regulation, art. 8)'), group: 'burial', kind: 'choice', choices: threeAnswers, default: 'unknown', source: 'office', schema: z.enum(['yes', 'no', 'unknown']) }),
  'burial.localStorageDays': setting<number | ''>({ title: text('本地规定的遗体存放天数上限', 'Local ceiling of storage in days'), note: text('全国规定一般不超过三日，可办延期（第二十七条）；本地另有规定的填写天数，作为延期上限提示，没有留空', 'In general three days with an extension (art. 27); a local figure is shown as the ceiling of the extension; empty without one'), group: 'burial', kind: 'text', default: '', source: 'office', schema: DaysOrNone }),
  'burial.reservationDays': setting({ title: text('墓位预留天数', 'Days a plot is reserved'), note: text('预留期满自动失效', 'A reservation ends by itself'), group: 'burial', kind: 'number', default: 7, source: 'office', schema: z.int().min(1).max(365) }),
  'burial.depositMonths': setting({ title: text('骨灰寄存一期月数', 'Months of one deposit of ashes'), note: text('寄存登记时的默认期限，可以改动', 'The term that a deposit begins with; it may be changed'), group: 'burial', kind: 'number', default: 12, source: 'office', schema: z.int().min(1).max(240) }),
  'burial.unclaimedDays': setting({ title: text('无人认领遗体的等待天数', 'Days until a body is unclaimed'), note: text('第三十条的办法尚未公布，部分地方为 15 日', 'The measure of art. 30 is not published; some places say 15'), group: 'burial', kind: 'number', default: 15, source: 'guides', schema: z.int().min(1).max(365) }),
  'burial.prices': setting<readonly ListedPrice[]>({ title: text('收费项目和价格', 'Price list'), note: text('只收价目表列明的项目（第四十二条），每项附批准文件和起止日期', 'Only what is listed is billed (art. 42), each with its document and dates'), group: 'burial', kind: 'json', default: [], source: 'office', schema: PriceList }),
  'burial.plotLimits': setting<readonly PlotLimit[]>({ title: text('本地墓位面积和墓碑高度限额', 'Own limits of plot area and stele height'), note: text('在随附限额之外另加；面积以平方分米计（1 平方米 = 100），高度以厘米计', 'Beside the shipped ones; area in dm² (100 to the m²), height in cm'), group: 'burial', kind: 'json', default: [], source: 'office', schema: z.array(OwnLimit).max(100) }),
  'burial.inspectionForm': setting<InspectionForm>({
    title: text('年检评分表', 'Form of the annual inspection'), note: text('全国没有统一评分；项目参照一省的百分表，合格分和整改分由本处自定', 'No national form; the items follow one province’s, the marks of passing are the office’s own'), group: 'burial', kind: 'json',
    default: { id: 'provincial', title: text('殡葬设施年检评分表', 'Annual inspection of funeral facilities'), source: '参照一省评分表，合格分为本处自定', verified: false, items: provincialItems, passFrom: 80, fixFrom: 60 }, source: 'guides',
    schema: InspectionForm.refine((form) => sound(() => requireSoundForm(form))),
  }),
  'burial.tariffs': setting<readonly RelocationTariff[]>({ title: text('迁坟补偿标准', 'Relocation tariffs'), note: text('按本地文件填写，金额以分计；登记公告时选用', 'By the documents of the place, in fen; chosen when a notice is registered'), group: 'burial', kind: 'json', default: [], source: 'office', schema: z.array(RelocationTariff.refine((tariff) => sound(() => requireSoundTariff(tariff)))).max(50) }),
} as const

/** Of these the value of the day of an act counts; prices and limits carry days of their own, and the rest are facts of the institution. */
export const datedBurialSettings: readonly string[] = ['burial.cremationArea', 'burial.localStorageDays', 'burial.inspectionForm'] satisfies (keyof typeof burialSettingSpecs)[]
