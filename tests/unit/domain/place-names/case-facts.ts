import type { JournalEntry } from '../../../../domain/action.ts'
import { civilDate } from '../../../../domain/dates.ts'
import type { ApprovedText, PlaceNameAction, PlaceNameActionKind, PlaceNameBody } from '../../../../domain/place-names/case/actions.ts'
import type { CaseContext } from '../../../../domain/place-names/case/context.ts'
import type { PlaceNameFile, PlaceNameItem } from '../../../../domain/place-names/case/file.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem } from '../../../../domain/place-names/case/file.ts'
import type { PlaceNameCase } from '../../../../domain/place-names/case/fold.ts'
import { foldPlaceName } from '../../../../domain/place-names/case/fold.ts'
import { reportContents, reportKinds } from '../../../../domain/place-names/case/codes.ts'
import type { NameContext } from '../../../../domain/place-names/names/index.ts'
import { defaultProfile } from '../../../../domain/place-names/profile.ts'
import type { PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { romanise } from '../../../../domain/place-names/romanise/index.ts'
import { contextOf } from './facts.ts'

export const subject = 'p01'
const hash = 'a'.repeat(64)

/** A road as an application with nothing missing gives it. */
export const road = (id: string, name: string, rest: Partial<PlaceNameItem> = {}): PlaceNameItem => {
  const { text, sign } = romanise({ name, kind: 'STREET' })
  return { ...emptyPlaceNameItem(id), kind: 'STREET', name, spelling: { text, sign, manualReason: '' }, readingsConfirmedBy: 'clerk', meaning: '沿用旧村名', origin: '原有旧村', reason: '新建道路', location: '越溪街道', township: '越溪街道', province: '320000', county: '320506', builtUpArea: '320506-1', start: { text: '塔韵路', status: 'registered', entityId: '' }, end: { text: '规划河道', status: 'unnamed', entityId: '' }, orientation: '东西', size: { lengthMetres: 1200, widthMetres: 22 }, plan: 'noPlan', ...rest }
}
export const fileOf = (items: readonly PlaceNameItem[], rest: Partial<PlaceNameFile> = {}): PlaceNameFile => ({ ...emptyPlaceNameFile(), title: '关于道路命名的请示', applicant: { ...emptyPlaceNameFile().applicant, name: '示例街道办事处', type: 'organ' }, planAndReasons: '新建道路需要命名', items: [...items], ...rest })
export const wordsFor = (item: PlaceNameItem): ApprovedText => ({ item: item.id, name: item.name, text: item.spelling.text, sign: item.spelling.sign, extent: '东起塔韵路，西至规划河道' })

export const act = <K extends PlaceNameActionKind>(kind: K, body: PlaceNameBody<K>): PlaceNameAction => ({ kind, subject, body }) as unknown as PlaceNameAction
export const entries = (actions: readonly PlaceNameAction[]): readonly JournalEntry<PlaceNameAction>[] => actions.map((action, index) => ({ seq: index + 1, at: `${action.body.day}T09:00:00.000+08:00`, actor: 'clerk', counter: '1', action, hash: '' }))
export const fold = (...actions: readonly PlaceNameAction[]): PlaceNameCase => foldPlaceName(entries(actions))

export const reports = (day: string): readonly PlaceNameAction[] => reportKinds.map(({ code }) => act('placeName.reported', { day, report: { kind: code, standing: 'attached', reason: '', author: '示例单位', day, contents: reportContents[code].map((content) => content.code), items: [], scans: [] } }))

/** A case from the receipt to the archive with nothing wrong. */
export const soundCase = (items: readonly PlaceNameItem[] = [road('1', '张桥村路')]): readonly PlaceNameAction[] => [
  act('placeName.received', { day: '2026-03-02', file: fileOf(items) }),
  act('placeName.accepted', { day: '2026-03-03', slip: '受理1号' }),
  act('placeName.visited', { day: '2026-03-04', visitors: ['clerk'], items: [], found: '道路已建成', photos: [] }),
  ...reports('2026-03-05'),
  act('placeName.reviewed', { day: '2026-03-06', reviewer: 'head', opinion: '同意上报', verdicts: items.map(({ id }) => ({ item: id, verdict: 'approve' as const, note: '' })) }),
  act('placeName.forwarded', { day: '2026-03-09', to: '区人民政府', document: '示民呈〔2026〕1号' }),
  act('placeName.decided', { day: '2026-03-16', approver: 'countyGovernment', approverName: '示例区人民政府', document: '示府地名函〔2026〕1号', sealed: true, remedies: false, decisions: items.map((item) => ({ item: item.id, outcome: 'approved' as const, words: wordsFor(item) })) }),
  act('placeName.delivered', { day: '2026-03-18', receiver: '示例街道办事处', how: 'inPerson' }),
  act('placeName.filed', { day: '2026-03-20', to: '市民政局', document: '示府备〔2026〕1号', items: items.map(({ id }) => id), papers: ['form', 'report', 'approval', 'application'], words: items.map(wordsFor) }),
  act('placeName.filingAnswered', { day: '2026-04-02', outcome: 'filed', note: '' }),
  act('placeName.noticed', { day: '2026-03-24', number: '示例公告1号', channels: ['nationalBase', 'website'], link: 'https://example.invalid/1', elements: ['name', 'spelling', 'division', 'location', 'approver', 'approvedOn'], words: items.map(wordsFor) }),
  ...items.map((item, index) => act('placeName.entered', { day: '2026-03-25', item: item.id, code: String(index).padStart(20, '3'), announced: true })),
  ...items.filter((item) => item.act !== 'removal').map((item) => act('placeName.signSet', { day: '2026-04-01', item: item.id, sign: `s${item.id}`, text: item.name, pinyin: item.spelling.sign, position: '路口', maker: '示例制牌', photo: hash })),
  act('placeName.archived', { day: '2026-05-06', fonds: '001', year: 2026, fileNumber: 1, pages: 30, index: true }),
]

export const profile = (rest: Partial<PlaceNameProfile> = {}): PlaceNameProfile => ({ ...defaultProfile(), officeName: '示例区民政局', areaCode: '320506', ...rest })
export const context = (rest: Partial<CaseContext> = {}): CaseContext => ({ profile: profile(), today: civilDate('2026-05-20'), ...rest })
export const namesOf = (items: readonly PlaceNameItem[], rest: Partial<NameContext> = {}): ReadonlyMap<string, NameContext> => new Map(items.map((item) => [item.id, contextOf({ entityId: item.entityId, ...rest })]))
export const thrown = (run: () => unknown): unknown => { try { run(); return undefined } catch (error) { return { code: (error as { code: string }).code, field: (error as { field?: string }).field } } }
