import type { Text } from '../../text.ts'
import { text } from '../../text.ts'

/** Why a word draws a question: exaggeration, a foreign name, something odd, a person, an enterprise or brand. */
export const wordClasses = ['exaggerated', 'foreign', 'odd', 'person', 'enterprise'] as const
export type WordClass = (typeof wordClasses)[number]

/** One word of the lists; an office keeps its own beside those shipped. */
export interface RestrictedWord {
  readonly word: string
  readonly class: WordClass
  readonly source: 'shipped' | 'office'
}

const shipped = (name: WordClass, list: string): readonly RestrictedWord[] => list.split(' ').map((word) => ({ word, class: name, source: 'shipped' as const }))

/** Words that drew objection in the clean-up of 2019 and the like; each is a question to the clerk, never a refusal. */
export const shippedWords: readonly RestrictedWord[] = [
  ...shipped('exaggerated', '宇宙 中央 天下 世界 环球 寰球 欧洲 澳洲 美洲 中国 中华 全国 万国 特区 首府 国际 全球 亚洲 第一城 御 皇家 帝都 帝景 王朝 至尊'),
  ...shipped('foreign', '维也纳 海德堡 巴洛克 奥林匹克 圣地亚哥 塞纳 欧罗巴 拉菲 卡地亚 帕提欧 加州 巴黎 曼哈顿 伦敦 纽约 罗马 威尼斯 巴塞罗那 米兰 托斯卡纳 普罗旺斯 夏威夷 地中海 莱茵 爱丁堡 剑桥 牛津 哈佛 斯坦福 香榭丽舍 凡尔赛 白宫 温莎 佛罗伦萨 慕尼黑 柏林 东京 悉尼 墨尔本 温哥华 洛杉矶 迪拜 列宁 白求恩 斯大林 马克思 华盛顿 拿破仑 林肯'),
  ...shipped('odd', '黄泉 哑巴 地狱 阴间 坟场 鬼门 骷髅 棺材 断头 丧门 白痴 傻瓜 强盗 流氓 裸体 情妇 二奶 克拉 哩'),
  ...shipped('person', '张之洞 左权 孙中山 鲁迅 雷锋 刘胡兰 黄继光 董存瑞 邱少云 杨靖宇 赵一曼 欧阳海 焦裕禄 王进喜 孔繁森 岳飞 文天祥 林则徐 郑成功 戚继光 诸葛亮 曹操 关羽 孔子 李白 杜甫 苏东坡 贾宝玉 林黛玉 孙悟空 武松 宋江 阿庆嫂 祥林嫂 孔乙己 齐天大圣 包青天 蔡元培 陶行知 徐霞客 詹天佑 聂耳 冼星海 张自忠 佟麟阁 赵登禹'),
  ...shipped('enterprise', '公司 集团 酒店 宾馆 银行 股份 实业 置业 地产 控股 万达 恒大 碧桂园 万科 保利 绿地 融创 龙湖地产 华润 中海地产 招商局 金茂 华为 腾讯 阿里巴巴 京东商城 百度 小米科技 海尔 海信 格力 美的集团 吉利汽车 比亚迪 奔驰 宝马 大众汽车 丰田 本田 肯德基 麦当劳 星巴克 希尔顿 喜来登 万豪 西门子 可口可乐 苹果公司'),
]

/** Titles of the classes. */
export const wordClassTitles: Readonly<Record<WordClass, Text>> = {
  exaggerated: text('刻意夸大', 'Exaggerated'), foreign: text('崇洋媚外', 'Foreign name'), odd: text('怪异难懂', 'Odd'), person: text('人名', 'Personal name'), enterprise: text('企业名、商标名', 'Enterprise or brand'),
}

/** Words of a class that a name holds, the longest first. */
export const findWords = (name: string, wanted: WordClass, words: readonly RestrictedWord[]): readonly string[] =>
  [...new Set(words.filter((entry) => entry.class === wanted && entry.word !== '' && name.includes(entry.word)).map(({ word }) => word))].sort((a, b) => b.length - a.length)
