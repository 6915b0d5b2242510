import type { Code } from './types.ts'

const rows =
  '汉族 Han|蒙古族 Mongol|回族 Hui|藏族 Zang|维吾尔族 Uygur|苗族 Miao|彝族 Yi|壮族 Zhuang|布依族 Buyei|朝鲜族 Chosŏn|满族 Manchu|侗族 Dong|瑶族 Yao|白族 Bai|土家族 Tujia|哈尼族 Hani|' +
  '哈萨克族 Kazak|傣族 Dai|黎族 Li|傈僳族 Lisu|佤族 Va|畲族 She|高山族 Gaoshan|拉祜族 Lahu|水族 Sui|东乡族 Dongxiang|纳西族 Naxi|景颇族 Jingpo|柯尔克孜族 Kirgiz|土族 Tu|达斡尔族 Daur|' +
  '仫佬族 Mulao|羌族 Qiang|布朗族 Blang|撒拉族 Salar|毛南族 Maonan|仡佬族 Gelao|锡伯族 Xibe|阿昌族 Achang|普米族 Pumi|塔吉克族 Tajik|怒族 Nu|乌孜别克族 Uzbek|俄罗斯族 Russian|鄂温克族 Ewenki|' +
  '德昂族 De’ang|保安族 Bonan|裕固族 Yugur|京族 Gin|塔塔尔族 Tatar|独龙族 Derung|鄂伦春族 Oroqen|赫哲族 Hezhen|门巴族 Monba|珞巴族 Lhoba|基诺族 Jino'

/** Ethnic groups, GB/T 3304-1991 numeric (01-56), with the two values population systems add (97, 98). Foreigners have none. */
export const ethnicities: readonly Code[] = [
  ...rows.split('|').map((row, index) => {
    const [zh = '', en = ''] = row.split(' ')
    return { code: String(index + 1).padStart(2, '0'), zh, en }
  }),
  { code: '97', zh: '其他', en: 'Other' },
  { code: '98', zh: '外国血统中国籍人士', en: 'Chinese national of foreign descent' },
]

// What old files and card readers write, beside the stem; only spellings that cannot mean another group.
const spellings: Readonly<Record<string, string>> = {
  蒙: '02', 维: '05', 维族: '05', 布衣: '09', 哈萨: '17', 傈傈: '20', 栗僳: '20', 僳僳: '20', 畬: '22', 克尔克孜: '29', 柯尔克兹: '29', 达斡: '31', 达翰尔: '31', 乌兹别克: '43', 乌孜别: '43', 塔塔: '50', 崩龙: '46', 穿青人: '97', 穿青: '97', 入籍: '98', 外国血统: '98',
}

/** The ethnic group of a text as cards, readers and old files write it (汉, 汉族, 01), or undefined. */
export const matchEthnicity = (value: string): Code | undefined => {
  const plain = value.normalize('NFC').replace(/\s/gu, '')
  if (plain === '') return undefined
  const stem = plain.length > 1 && plain.endsWith('族') ? plain.slice(0, -1) : plain
  const code = spellings[plain] ?? spellings[stem]
  return ethnicities.find((entry) => entry.code === plain || entry.zh === plain || entry.zh === `${stem}族` || entry.code === code)
}
