import { getPlaceKind, type PlaceKind } from '../../domain/place-names/kinds.ts'
import type { NameAct } from '../../domain/place-names/names/index.ts'
import type { Flow } from '../case/flow.ts'
import { drawList, type ListColumn, type Listed } from '../case/lists.ts'
import type { LetterPart } from '../case/letter.ts'
import type { Sheet } from '../sheet.ts'
import type { NamedItem } from './facts.ts'

/** What the acts are called on papers. */
export const actWords: Readonly<Record<NameAct, string>> = { naming: '命名', renaming: '更名', extentChange: '起止点调整', removal: '销名', restoration: '恢复历史地名' }
const actOrder: readonly NameAct[] = ['naming', 'renaming', 'extentChange', 'removal', 'restoration']

/** What a thing of each kind is called inside a sentence. */
const nouns: Readonly<Record<PlaceKind, string>> = { NATURAL: '自然地理实体', ADMIN_DIV: '行政区划', VILLAGE_SEAT: '村（居）民委员会所在地', PARK: '公园', STREET: '道路', ESTATE: '住宅区（楼宇）', FACILITY: '设施', OTHER: '地理实体' }
const noun = (kind: PlaceKind | ''): string => (kind === '' ? '地理实体' : nouns[kind])
export const kindTitle = (kind: PlaceKind | ''): string => (kind === '' ? '' : getPlaceKind(kind).title.zh)

/** 一、二、… 十、十一、… */
export const ordinal = (number: number): string => {
  const figures = '零一二三四五六七八九'
  const tens = Math.floor(number / 10)
  return number < 10 ? figures.charAt(number) : `${tens === 1 ? '' : figures.charAt(tens)}十${number % 10 === 0 ? '' : figures.charAt(number % 10)}`
}

/** Both spellings in a sentence; nothing of a spelling that was not given. */
const spelledIn = ({ text, sign }: NamedItem): string =>
  [text === '' ? '' : `汉语拼音为“${text}”`, sign === '' ? '' : `地名标志拼写为“${sign}”`].filter((part) => part !== '').join('，')

/** What is decided on one name, in one sentence, its words as they were approved: 将位于…的道路命名为“…”，汉语拼音为“…”. */
export const actSentence = (item: NamedItem): string => {
  const { act, name, formerName, extent, kind } = item
  const spelled = spelledIn(item)
  // an extent that is sentences of its own cannot stand inside one
  const inside = extent !== '' && !/[。；！？\n]/u.test(extent)
  const of = inside ? `${extent}的` : ''
  const former = formerName === '' ? noun(kind) : `“${formerName}”`
  const done = act === 'naming' ? `将${of}${noun(kind)}命名为“${name}”`
    : act === 'renaming' ? `将${of}${former}更名为“${name}”`
      : act === 'removal' ? `将${of}“${name}”${spelled === '' ? '' : `（${spelled}）`}销名，不再使用`
        : act === 'restoration' ? `将${of}${formerName === '' || formerName === name ? noun(kind) : former}恢复使用历史地名“${name}”`
          : inside ? `将“${name}”的起止点调整为：${extent}，名称不变` : `调整“${name}”的起止点，名称不变`
  return `${done}${spelled === '' || act === 'removal' ? '' : `，${spelled}`}。${inside || extent === '' ? '' : `范围：${extent}`}`
}

/** The names by act in the order of replies. */
export const byAct = (items: readonly NamedItem[]): readonly (readonly [NameAct, readonly NamedItem[]])[] => actOrder.flatMap((act) => {
  const own = items.filter((item) => item.act === act)
  return own.length === 0 ? [] : [[act, own] as const]
})

/** 命名38个、更名1个、… */
export const actCounts = (items: readonly NamedItem[]): string => byAct(items).map(([act, own]) => `${actWords[act]}${own.length}个`).join('、')

/** More names than a letter can well say one by one stand in a list behind it. */
export const listedFrom = 16

/** The paragraphs that decide on names: one sentence for each, grouped where the acts are mixed. */
export const actParagraphs = (items: readonly NamedItem[]): LetterPart[] => {
  const groups = byAct(items)
  const sentence = (item: NamedItem, number: string): LetterPart => [`items.${item.item}.name`, `${number}${actSentence(item)}`]
  if (groups.length === 1) return items.map((item, i) => sentence(item, items.length === 1 ? '' : `${ordinal(i + 1)}、`))
  return groups.flatMap(([act, own], i): LetterPart[] => [['texts', `${ordinal(i + 1)}、${actWords[act]}`, 'heading'], ...own.map((item, j) => sentence(item, `${j + 1}．`))])
}

/** Both spellings one beneath the other. */
export const spelledLines = ({ text, sign }: Pick<NamedItem, 'text' | 'sign'>): string => [text, sign].filter((part) => part !== '').join('\n')

/** How names are called in short: the first, and how many there are. */
export const namesInShort = (items: readonly { readonly name: string }[]): string => {
  const [first] = items
  if (first === undefined) return '地名'
  return items.length === 1 ? `“${first.name}”` : `“${first.name}”等${items.length}个地名`
}

/** The same as phrases of a title. */
export const namePhrases = (items: readonly { readonly name: string }[]): string[] => (items.length < 2 ? [namesInShort(items)] : [`“${items[0]?.name ?? ''}”`, `等${items.length}个地名`])

const actTitles: Readonly<Record<NameAct, string>> = { ...actWords, extentChange: '调整起止点' }
/** What is done to all of them, as titles say it. */
export const actsInShort = (items: readonly { readonly act: NameAct }[]): string => {
  const acts = new Set(items.map(({ act }) => act))
  const [only = 'naming'] = acts
  return acts.size < 2 ? actTitles[only] : `${acts.has('naming') ? '命名、更名' : [...acts].slice(0, 2).map((act) => actTitles[act]).join('、')}等事项`
}

/** The title of the request to the body that decides, which its reply names. */
export const requestTitle = (items: readonly NamedItem[]): string[] => ['关于', ...namePhrases(items), actsInShort(items), '的请示']

const nameColumns = (across: number): readonly ListColumn[] => {
  const rest = across - 11 - 18 - 29 - 44
  return [{ title: '序号', width: 11, align: 'centre' }, { title: '事项', width: 18, align: 'centre' }, { title: '标准地名', width: 29 }, { title: '罗马字母拼写', width: 44 }, { title: '位置和范围', width: rest }]
}

const inList: Readonly<Record<NameAct, string>> = { ...actWords, extentChange: '起止点\n调整', restoration: '恢复\n历史地名' }
/** What is done to a name, as a list says it: 更名（原名…）. */
export const actInList = ({ act, formerName, name }: Pick<NamedItem, 'act' | 'formerName' | 'name'>): string => (formerName === '' || formerName === name ? inList[act] : `${inList[act]}\n（原${formerName}）`)

/** The list of names with their words, over as many pages as they take. */
export const drawNames = (sheet: Sheet, flow: Flow, items: readonly NamedItem[], size = 10): void => {
  drawList(sheet, flow, nameColumns(flow.width), items.map((item, i): Listed[] => [
    ['number', String(i + 1)], [`items.${item.item}.formerName`, actInList(item)], [`items.${item.item}.name`, item.name], [`items.${item.item}.spelling.text`, spelledLines(item)], [`items.${item.item}.extent`, item.extent],
  ]), { size, least: 8 })
}

/** Begins a page for a list behind a letter, with its title. */
export const drawAnnex = (sheet: Sheet, flow: Flow, title: string, draw: () => void): void => {
  flow.turn()
  sheet.text('texts', flow.left, flow.y - 3, '附件', { font: 'hei', size: 14 })
  sheet.text('texts', flow.left + flow.width / 2, flow.y + 8, title, { font: 'songBold', size: 18, align: 'centre', within: flow.width })
  flow.y += 18
  draw()
}
