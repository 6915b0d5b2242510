import { pinyinOf } from '../domain/names/index.ts'
import type { Random } from './random.ts'
import { weighted } from './random.ts'

// Family names by their share among the living, rounded; the given names are put together by chance from characters people do use.
const family = weighted(
  (
    '王72 李71 张68 刘54 陈45 杨31 黄22 赵21 吴20 周20 徐15 孙15 马13 朱13 胡12 郭12 何12 高10 林10 罗9 郑8 梁8 谢7 宋7 唐7 许6 韩6 冯6 邓6 曹6 彭5 曾5 肖5 田5 董5 袁5 潘5 于5 蒋4 蔡4 余4 杜4 叶4 程4 苏4 魏4 吕4 丁4 任4 ' +
    '沈4 姚4 卢4 姜3 崔3 钟3 谭3 陆3 汪3 范3 金3 石3 廖3 贾3 夏3 韦3 付3 方3 白3 邹3 孟3 熊3 秦3 邱3 江2 尹2 薛2 闫2 段2 雷2 侯2 龙2 史2 陶2 黎2 贺2 顾2 毛2 郝2 龚2 邵2 万2 钱2 严2 覃2 武2 戴2 莫2 孔2 向2 汤2 ' +
    '单1 仇1 解1 查1 区1 缪1 尉迟0.3 欧阳1 上官0.4 司马0.3 诸葛0.3 皇甫0.2 令狐0.2 夏侯0.2'
  )
    .split(' ')
    .map((entry): readonly [string, number] => {
      const at = entry.search(/\d/)
      return [entry.slice(0, at), Number(entry.slice(at))]
    }),
)
const male = [...'伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林峰博文昊天泽瑞轩铭哲远航子睿嘉诚志国建海东晨阳成思源一鸣彦霖承恩启亮振邦立新世荣景行知非雨泉松柏']
const female = [...'芳娜敏静秀丽艳娟霞燕玲桂英慧婷雪琳颖莹倩佳欣怡梦洁琪璐雅萱涵诗语馨悦可心紫若曦思瑶子涵雨桐梓一诺安然晓月清妍书韵兰芝彩云如意春晖映红素珍惠文静姝']
// Characters of real names that many systems cannot write: outside the BMP, or of the third level of the standard list.
const rare = [...'𠮷㛃𬱖𫚭𬭚𬸦𫖯𬀩㬎䶮𬬩𫍯']

const minority: Readonly<Record<string, { readonly male: readonly string[]; readonly female: readonly string[]; readonly fathers: readonly string[] }>> = {
  '05': {
    male: ['阿卜杜热合曼', '买买提江', '艾尔肯', '吐尔逊', '玉素甫', '伊力亚尔', '木拉提', '亚森'],
    female: ['阿依古丽', '热依汗古丽', '帕提古丽', '古丽米热', '迪丽努尔', '阿米娜', '祖丽皮亚', '米日古丽'],
    fathers: ['麦麦提', '阿布都拉', '吾布力喀斯木', '艾买尔', '托合提', '斯迪克', '巴拉提', '依明尼亚孜'],
  },
  '17': {
    male: ['叶尔兰', '巴合提别克', '哈力木别克', '木拉提别克'],
    female: ['阿依达娜', '古丽扎提', '加娜尔', '萨吾列'],
    fathers: ['努尔兰', '哈布力汗', '加合亚', '对山拜'],
  },
}
const tibetan = { male: ['扎西', '次仁', '丹增', '多吉', '尼玛', '平措', '旺堆', '格桑'], female: ['卓玛', '拉姆', '央金', '白玛', '德吉', '仁青', '曲珍', '梅朵'], second: ['罗布', '次旦', '顿珠', '坚赞', '旦增', '群培'] }
const mongol = { male: ['巴特尔', '苏和', '朝鲁', '那顺', '额尔德木图', '宝音'], female: ['萨仁', '其其格', '乌兰', '托娅', '高娃', '娜仁'] }

const foreignFamily = ['SAMPLE', 'EXAMPLESON', 'TESTER', 'SPECIMEN', 'MUSTERMANN', 'DEMO', 'PRUEBA', 'ESSAI']
const foreignGiven = { male: ['JOHN', 'PETER', 'MIN HO', 'KENJI', 'THOMAS', 'IVAN', 'PABLO', 'VAN NAM'], female: ['MARY', 'ANNA', 'SOO JIN', 'YUKO', 'CLAIRE', 'OLGA', 'LUCIA', 'THI HOA'] }

/** A name and how it is read, by syllables. */
export interface Name {
  readonly name: string
  readonly pinyin: string
}

// Reading a name is dear, its parts come again and again.
const sounds = new Map<string, string>()
const soundOf = (part: string): string => {
  const known = sounds.get(part)
  if (known !== undefined) return known
  const read = pinyinOf(part)
  sounds.set(part, read)
  return read
}
const join = (...parts: readonly string[]): Name => ({ name: parts.join(''), pinyin: parts.map(soundOf).filter((sound) => sound !== '').join(' ') })

/** A name of a Chinese person: by chance from common parts, now and then with a rare character; the peoples with names of their own get such. */
export const chineseName = (random: Random, sex: '1' | '2', ethnicity: string): Name => {
  const long = minority[ethnicity]
  if (long !== undefined) return join(random.pick(sex === '1' ? long.male : long.female), '·', random.pick(long.fathers))
  if (ethnicity === '04') return join(random.pick(sex === '1' ? tibetan.male : tibetan.female), random.chance(0.7) ? random.pick(tibetan.second) : '')
  if (ethnicity === '02' && random.chance(0.6)) return join(random.pick(sex === '1' ? mongol.male : mongol.female))
  const given = sex === '1' ? male : female
  const first = random.chance(0.01) ? random.pick(rare) : random.pick(given)
  return join(family(random), first, random.chance(0.82) ? random.pick(given) : '')
}

/** A name as a passport writes it; no traveller is called so. */
export const foreignName = (random: Random, sex: '1' | '2'): Name => {
  const name = `${random.pick(foreignFamily)} ${random.pick(sex === '1' ? foreignGiven.male : foreignGiven.female)}`
  return { name, pinyin: soundOf(name) }
}
