const plain = new Set(
  ('a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ' +
  'ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lü lüe ' +
  'ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nü nüe o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo ' +
  'sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun ' +
  'za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo').split(' '),
)

const marks: Readonly<Record<string, number>> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 }
const toneMarks = /[\u0304\u0301\u030c\u0300]/gu
const markOf = ['', '\u0304', '\u0301', '\u030c', '\u0300'] as const

/** Takes the tone marks off and keeps ü: Lǚ → Lü. */
export const withoutTones = (spelled: string): string => spelled.normalize('NFD').replace(toneMarks, '').normalize('NFC')

/** Tone of a syllable, 1-4, or 0 for the neutral tone. */
export const toneOf = (syllable: string): number => marks[(syllable.normalize('NFD').match(toneMarks) ?? [''])[0]] ?? 0

/** The syllable without tone, lower-case. */
export const plainOf = (syllable: string): string => withoutTones(syllable).toLowerCase()

/** Says whether a text is one syllable of 《汉语拼音方案》, lower-case, with or without its tone mark on the right vowel. */
export const isSyllable = (value: string): boolean => plain.has(withoutTones(value)) && markSyllable(withoutTones(value), toneOf(value)) === value.normalize('NFC')

/** Puts the tone mark (1-4; 0 none) on the vowel that carries it: a or e, the o of ou, else the last vowel. */
export const markSyllable = (syllable: string, tone: number): string => {
  const mark = markOf[tone] ?? ''
  const ou = syllable.indexOf('ou')
  const strong = syllable.search(/[ae]/u)
  const last = [...syllable].reduce((at, letter, index) => ('iouü'.includes(letter) ? index : at), -1)
  const at = strong >= 0 ? strong : ou >= 0 ? ou : last
  return at < 0 ? syllable.normalize('NFC') : (syllable.slice(0, at + 1) + mark + syllable.slice(at + 1)).normalize('NFC')
}

/** Reads a syllable written with its tone as a number, ü as v or u: lv3 → lǚ; undefined when it is none. */
export const findSyllable = (typed: string): string | undefined => {
  const lower = typed.trim().normalize('NFC').toLowerCase().replace(/u:|v/gu, 'ü')
  if (isSyllable(lower)) return lower
  const parts = /^([a-zü]+)([0-5])$/u.exec(lower)
  const base = parts?.[1] ?? ''
  return plain.has(base) ? markSyllable(base, Number(parts?.[2]) % 5) : undefined
}

/** Joins syllables to one word: apostrophe before a, o, e inside it (R11), capital first, 儿 of er-colouring as r (given as `r`). */
export const joinSyllables = (syllables: readonly string[]): string => {
  const joined = syllables.map((syllable, index) => (index > 0 && /^[aoe]/u.test(plainOf(syllable)) ? `’${syllable}` : syllable)).join('')
  return (joined.charAt(0).toUpperCase() + joined.slice(1)).normalize('NFC')
}

/** The form of the name for signs: capitals without tone marks, ü and apostrophe kept (GB 17733). */
export const signForm = (spelled: string): string => withoutTones(spelled).toUpperCase().normalize('NFC')
