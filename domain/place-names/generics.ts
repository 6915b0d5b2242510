import type { PlaceKind } from './kinds.ts'

/** One generic term (通名): the kinds whose names it may close, and how it behaves when a name is divided into words. */
export interface GenericTerm {
  readonly term: string
  readonly kinds: readonly PlaceKind[]
  /** Words of a long term, each written apart: 国家湿地公园 → 国家, 湿地公园. */
  readonly words?: readonly string[]
  /** A compound such as 新街 or 环路, taken only when what stands before it is two characters or a lone modifier (庆新街 is 庆新|街). */
  readonly soft?: true
  /** Taken only after a number: 十一经路 is 11 + 经路. */
  readonly counted?: true
  /** An estate's generic that may be numbered: 莲花二村. */
  readonly numbered?: true
  /** May take a direction before it as part of its word: 北路, 西苑, 南山. */
  readonly directed?: true
  /** Closes a street name, so that ordinals before it are digits. */
  readonly street?: true
}

type Traits = Omit<GenericTerm, 'term' | 'kinds' | 'words'>
const terms = (kinds: readonly PlaceKind[], list: string, traits: Traits = {}): readonly GenericTerm[] =>
  list.split(' ').map((written) => {
    const words = written.split('|')
    return { term: words.join(''), kinds, ...traits, ...(words.length > 1 ? { words } : {}) }
  })

const street = { street: true, directed: true } as const
const directed = { directed: true } as const

/** Generic terms that the desk starts with; an office adds its own in its profile. */
export const genericTerms: readonly GenericTerm[] = [
  ...terms(['STREET'], '路 街 巷 道 弄 条 径 段 埭 沿 胡同 夹道 大街 大道 马路 公路 街坊 高架路 快速路 步行街 高速公路 绕城公路 林荫大道', street),
  ...terms(['STREET'], '小街 小巷 小路 大路 大巷 新街 新路 新巷 老街 老路 老巷 正街 正路 直街 直路 横街 横路 横巷 斜街 斜路 后街 后巷 前街 前巷 环路 支路 支巷 支弄 辅路', { ...street, soft: true }),
  ...terms(['STREET'], '经路 纬路', { street: true, counted: true }),
  ...terms(['STREET', 'ESTATE', 'VILLAGE_SEAT'], '里 坊', street),
  ...terms(['ESTATE'], '村 区 苑 园 期', { directed: true, numbered: true }),
  ...terms(['NATURAL'], '山 江 河 湖 海 岛 峰 岭 峡 湾 沟 溪 泉 洞 坡 洲 礁 滩 泊 淀 洋 川 涧 塬 沙漠 草原 盆地 丘陵 半岛 群岛 列岛 海峡 高原 平原 山脉 高地 冰川 瀑布 湿地 沼泽 戈壁 峡谷 山口 新河 故道', directed),
  ...terms(['NATURAL', 'FACILITY'], '运河 大运河 渠 干渠 总渠 塘 浜 港 荡 泾 浦 漾 河道'),
  ...terms(['ADMIN_DIV'], '省 自治区 特别|行政区 市 自治州 地区 盟 县 自治县 旗 自治旗 区 特区 林区 新区 镇 乡 民族乡 苏木 街道 街道|办事处'),
  ...terms(['VILLAGE_SEAT'], '社区 村民|委员会 居民|委员会 村委会 居委会 社区|居民|委员会 行政村'),
  ...terms(['VILLAGE_SEAT'], '村 庄 屯 寨 店 铺 营 集 桥 堡 荡 坪 圩 坝 垸 店子 庄子 堡子 沟'),
  ...terms(['PARK'], '公园 植物园 动物园 游园 绿地 陵园 自然|保护区 国家级|自然|保护区 省级|自然|保护区 国家|公园 国家|湿地|公园 湿地|公园 森林|公园 国家|森林|公园 地质|公园 国家|地质|公园 郊野|公园 体育|公园 口袋|公园 风景区 风景|名胜区 游乐园 遗址|公园'),
  ...terms(['ESTATE'], '小区 新村 花园 家园 公寓 大厦 广场 城 中心 名苑 名邸 名居 雅苑 雅居 佳苑 嘉园 华庭 华府 庭院 庄园 山庄 别墅 花苑 新苑 新城 大楼 楼 阁 轩 居 邸 府 庭 湾 郡 庐 大院 商厦 商城 商业街 写字楼 公馆 新寓 坊 舍', directed),
  ...terms(['FACILITY'], '桥 大桥 特大桥 立交桥 高架桥 人行|天桥 天桥 隧道 火车站 汽车站 客运站 公交站 地铁站 高铁站 站 机场 国际|机场 码头 渡口 港口 车站 水库 闸 水闸 坝 大坝 泵站 灌区 电站 水电站 发电厂 变电站 电厂 气象站 气象台 枢纽 航道 铁路 高速 水渠 堤 船闸 电视塔 停车场 互通'),
  ...terms(['OTHER', 'ESTATE', 'PARK'], '广场'),
  ...terms(['OTHER'], '体育馆 体育场 体育|中心 博物馆 图书馆 文化馆 文化|广场 纪念馆 纪念堂 纪念碑 纪念塔 寺 庙 塔 宫 祠 观 桥 楼 门 工业园 产业园 科技园 开发区 园区 农场 林场 牧场 渔场 茶场 矿区 市场 批发|市场 学校 医院 遗址 故居'),
]

/** Kinds under which a term is looked for when none is given, the commonest first. */
const order: readonly PlaceKind[] = ['STREET', 'ADMIN_DIV', 'NATURAL', 'FACILITY', 'PARK', 'ESTATE', 'OTHER', 'VILLAGE_SEAT']

/** Looks terms up by their last characters, longest first. */
export interface GenericTable {
  /** Terms of a kind that close the name and leave something before them, the longest first. */
  readonly closing: (name: string, kind: PlaceKind | undefined) => readonly GenericTerm[]
  /** Kinds for which a term is known, in the order in which they are tried. */
  readonly kindsOf: (term: string) => readonly PlaceKind[]
}

/** Makes a table from the shipped terms and an office's own. */
export const genericTable = (own: readonly GenericTerm[] = []): GenericTable => {
  const byTerm = new Map<string, GenericTerm[]>()
  let longest = 1
  for (const term of [...own, ...genericTerms]) {
    byTerm.set(term.term, [...(byTerm.get(term.term) ?? []), term])
    longest = Math.max(longest, term.term.length)
  }
  return {
    closing: (name, kind) => {
      const found: GenericTerm[] = []
      for (let length = Math.min(longest, name.length - 1); length > 0; length -= 1) {
        const entries = byTerm.get(name.slice(-length)) ?? []
        const fitting = kind === undefined ? entries[0] : entries.find((entry) => entry.kinds.includes(kind))
        if (fitting !== undefined) found.push(fitting)
      }
      return found
    },
    kindsOf: (term) => order.filter((kind) => (byTerm.get(term) ?? []).some((entry) => entry.kinds.includes(kind))),
  }
}

export const shippedGenerics = genericTable()
