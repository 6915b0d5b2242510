import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardCharacters } from '../../../../domain/characters/index.ts'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { findSyllable, isSyllable, markSyllable, romanise, shippedReadings, signForm, watchedCharacters } from '../../../../domain/place-names/romanise/index.ts'

type Row = readonly [string, string, PlaceKind | undefined, string]

/** Names printed in the rules of 1984 and notes on them. */
const printed: readonly Row[] = [
  ['R1', '松花江', undefined, 'Sōnghuā Jiāng'],
  ['R1', '密云水库', undefined, 'Mìyún Shuǐkù'],
  ['R1', '南京路', undefined, 'Nánjīng Lù'],
  ['R1', '滨江道', undefined, 'Bīnjiāng Dào'],
  ['R1', '横街', undefined, 'Héng Jiē'],
  ['R1', '通县', undefined, 'Tōng Xiàn'],
  ['R1+R11', '长安街', undefined, 'Cháng’ān Jiē'],
  ['R2', '西辽河', undefined, 'Xīliáo Hé'],
  ['R2', '北雁荡山', undefined, 'Běiyàndàng Shān'],
  ['R2', '景山后街', undefined, 'Jǐngshān Hòujiē'],
  ['R2', '造币左路', undefined, 'Zàobì Zuǒlù'],
  ['R2', '朝阳门内大街', undefined, 'Cháoyángménnèi Dàjiē'],
  ['R2', '南小街', undefined, 'Nán Xiǎojiē'],
  ['R2', '小南街', undefined, 'Xiǎo Nánjiē'],
  ['R2', '南横东街', undefined, 'Nánhéng Dōngjiē'],
  ['R2', '东直门外南后街', undefined, 'Dōngzhíménwài Nánhòujiē'],
  ['R2', '广安门北滨河路', undefined, 'Guǎng’ānmén Běibīnhé Lù'],
  ['R2', '朝阳门内南小街', undefined, 'Cháoyángménnèi Nánxiǎojiē'],
  ['R3', '王村', 'VILLAGE_SEAT', 'Wángcūn'],
  ['R3', '周口店', 'VILLAGE_SEAT', 'Zhōukǒudiàn'],
  ['R3', '油坊桥', 'VILLAGE_SEAT', 'Yóufángqiáo'],
  ['R3', '南王家荡', 'VILLAGE_SEAT', 'Nánwángjiādàng'],
  ['R3', '李庄', 'VILLAGE_SEAT', 'Lǐzhuāng'],
  ['R4', '渤海湾', undefined, 'Bóhǎi Wān'],
  ['R4', '黑龙江省', undefined, 'Hēilóngjiāng Shěng'],
  ['R4', '景德镇市', undefined, 'Jǐngdézhèn Shì'],
  ['R4', '解放路南小街', undefined, 'Jiěfànglù Nánxiǎojiē'],
  ['R4', '三里河路', undefined, 'Sānlǐhé Lù'],
  ['R5', '左权县', undefined, 'Zuǒquán Xiàn'],
  ['R5', '张之洞路', undefined, 'Zhāngzhīdòng Lù'],
  ['R5', '欧阳海水库', undefined, 'Ōuyánghǎi Shuǐkù'],
  ['R6', '五指山', undefined, 'Wǔzhǐ Shān'],
  ['R6', '九龙江', undefined, 'Jiǔlóng Jiāng'],
  ['R6', '三门峡', undefined, 'Sānmén Xiá'],
  ['R6', '二道沟', undefined, 'Èrdào Gōu'],
  ['R6', '第二松花江', undefined, 'Dì’èr Sōnghuā Jiāng'],
  ['R6', '三八路', undefined, 'Sānbā Lù'],
  ['R6', '五一广场', undefined, 'Wǔyī Guǎngchǎng'],
  ['R7', '二马路', undefined, '2 Mǎlù'],
  ['R7', '经五路', undefined, 'Jīng 5 Lù'],
  ['R7', '三环路', undefined, '3 Huánlù'],
  ['R7', '大川淀一巷', undefined, 'Dàchuāndiàn 1 Xiàng'],
  ['R7', '东四十二条', undefined, 'Dōngsì 12 Tiáo'],
  ['R7', '1203高地', undefined, '1203 Gāodì'],
  ['R8', '吴堡', 'VILLAGE_SEAT', 'Wúbǔ'],
  ['R8', '十里堡', 'VILLAGE_SEAT', 'Shílǐpù'],
  ['R11', '西安', 'ADMIN_DIV', 'Xī’ān'],
  ['R11', '天峨', 'ADMIN_DIV', 'Tiān’é'],
  ['R12', '盆儿胡同', undefined, 'Pénr Hútòng'],
  ['R14', '三潭印月', undefined, 'Sāntányìnyuè'],
  ['G', '吕梁路', undefined, 'Lǚliáng Lù'],
  ['G', '绿园路', undefined, 'Lǜyuán Lù'],
  ['G', '平安里', undefined, 'Píng’ān Lǐ'],
  ['G', '乐清街', undefined, 'Yuèqīng Jiē'],
]

/** Names that governments published, with the form for signs. */
const published: readonly (readonly [string, string, string])[] = [
  ['张桥村路', 'Zhāngqiáocūn Lù', 'ZHANGQIAOCUN LU'], ['黄泥墩街', 'Huángnídūn Jiē', 'HUANGNIDUN JIE'], ['张夏街', 'Zhāngxià Jiē', 'ZHANGXIA JIE'], ['薛家湾街', 'Xuējiāwān Jiē', 'XUEJIAWAN JIE'],
  ['浒墅关大道', 'Xǔshùguān Dàdào', 'XUSHUGUAN DADAO'], ['浒关街', 'Xǔguān Jiē', 'XUGUAN JIE'], ['大窑桥路', 'Dàyáoqiáo Lù', 'DAYAOQIAO LU'], ['高厍路', 'Gāoshè Lù', 'GAOSHE LU'], ['高塘路', 'Gāotáng Lù', 'GAOTANG LU'],
  ['毛庄路', 'Máozhuāng Lù', 'MAOZHUANG LU'], ['邢店路', 'Xíngdiàn Lù', 'XINGDIAN LU'], ['人福路', 'Rénfú Lù', 'RENFU LU'], ['宁平路', 'Níngpíng Lù', 'NINGPING LU'], ['朴树头巷', 'Pòshùtóu Xiàng', 'POSHUTOU XIANG'],
  ['栖贤巷', 'Qīxián Xiàng', 'QIXIAN XIANG'], ['疃里巷', 'Tuǎnlǐ Xiàng', 'TUANLI XIANG'], ['马家门前巷', 'Mǎjiāménqián Xiàng', 'MAJIAMENQIAN XIANG'], ['临氿路', 'Línjiǔ Lù', 'LINJIU LU'], ['聚业路', 'Jùyè Lù', 'JUYE LU'],
  ['通润路', 'Tōngrùn Lù', 'TONGRUN LU'], ['五渎路', 'Wǔdú Lù', 'WUDU LU'], ['新官北路', 'Xīnguān Běilù', 'XINGUAN BEILU'], ['高渠巷', 'Gāoqú Xiàng', 'GAOQU XIANG'], ['友爱路', 'Yǒu’ài Lù', 'YOU’AI LU'], ['桂庄路', 'Guìzhuāng Lù', 'GUIZHUANG LU'],
  ['历山顶街', 'Lìshāndǐng Jiē', 'LISHANDING JIE'], ['华洋名苑巷', 'Huáyángmíngyuàn Xiàng', 'HUAYANGMINGYUAN XIANG'], ['希宁街', 'Xīníng Jiē', 'XINING JIE'], ['希宁北巷', 'Xīníng Běixiàng', 'XINING BEIXIANG'], ['希宁南巷', 'Xīníng Nánxiàng', 'XINING NANXIANG'],
  ['欣顺路', 'Xīnshùn Lù', 'XINSHUN LU'], ['欣顺东路', 'Xīnshùn Dōnglù', 'XINSHUN DONGLU'], ['融庆巷', 'Róngqìng Xiàng', 'RONGQING XIANG'], ['西俞家浜巷', 'Xīyújiābāng Xiàng', 'XIYUJIABANG XIANG'], ['外麻东路', 'Wàimá Dōnglù', 'WAIMA DONGLU'], ['龙湖路', 'Lónghú Lù', 'LONGHU LU'],
  ['浒墅关南路', 'Xǔshùguān Nánlù', 'XUSHUGUAN NANLU'], ['北津东路', 'Běijīn Dōnglù', 'BEIJIN DONGLU'], ['中沟路', 'Zhōnggōu Lù', 'ZHONGGOU LU'], ['五福路', 'Wǔfú Lù', 'WUFU LU'], ['霞客路', 'Xiákè Lù', 'XIAKE LU'],
]

/** Other names of the same shapes. */
const alike: readonly Row[] = [
  ['R2', '广渠南水关胡同', undefined, 'Guǎngqú Nánshuǐguān Hútòng'], ['R2', '修文西小巷', undefined, 'Xiūwén Xīxiǎoxiàng'], ['R2', '包头胡同东巷', undefined, 'Bāotóu Hútòng Dōngxiàng'], ['R2', '清波门直街', undefined, 'Qīngbōmén Zhíjiē'],
  ['R2', '后赵家楼胡同', undefined, 'Hòuzhàojiālóu Hútòng'], ['R2', '潮白新河', undefined, 'Cháobái Xīnhé'], ['R2', '新通扬运河', undefined, 'Xīntōngyáng Yùnhé'], ['R2', '小金门岛', undefined, 'Xiǎojīnmén Dǎo'], ['R2', '大运河', undefined, 'Dà Yùnhé'],
  ['R2', '中山中路', undefined, 'Zhōngshān Zhōnglù'], ['R2', '淮海西路', undefined, 'Huáihǎi Xīlù'], ['R2', '鼓楼后街', undefined, 'Gǔlóu Hòujiē'], ['R2', '解放南大街', undefined, 'Jiěfàng Nándàjiē'], ['R2', '八角场东街', undefined, 'Bājiǎochǎng Dōngjiē'],
  ['R1', '河南路', undefined, 'Hénán Lù'], ['R1', '云南路', undefined, 'Yúnnán Lù'], ['R1', '东南路', undefined, 'Dōngnán Lù'], ['R1', '创新路', undefined, 'Chuàngxīn Lù'], ['R1', '科技创新街', undefined, 'Kējìchuàngxīn Jiē'], ['R1', '浦东大道', undefined, 'Pǔdōng Dàdào'],
  ['R1', '复兴门外大街', undefined, 'Fùxīngménwài Dàjiē'], ['R1', '站前路', undefined, 'Zhànqián Lù'], ['R1', '玉环路', undefined, 'Yùhuán Lù'], ['R1', '东街', undefined, 'Dōng Jiē'],
  ['R3', '文家市', 'VILLAGE_SEAT', 'Wénjiāshì'], ['R3', '三岔河', 'VILLAGE_SEAT', 'Sānchàhé'], ['R3', '第六屯', 'VILLAGE_SEAT', 'Dìliùtún'], ['R3', '漷县', 'VILLAGE_SEAT', 'Huǒxiàn'], ['R3', '王村村民委员会', 'VILLAGE_SEAT', 'Wángcūn Cūnmín Wěiyuánhuì'],
  ['R4', '人民路东小街', undefined, 'Rénmínlù Dōngxiǎojiē'], ['R6', '五四路', undefined, 'Wǔsì Lù'], ['R6', '八一七路', undefined, 'Bāyīqī Lù'], ['R6', '七一大道', undefined, 'Qīyī Dàdào'], ['R6', '统一路', undefined, 'Tǒngyī Lù'], ['R6', '天一巷', undefined, 'Tiānyī Xiàng'], ['R6', '三眼井胡同', undefined, 'Sānyǎnjǐng Hútòng'],
  ['R7', '三马路', undefined, '3 Mǎlù'], ['R7', '纬十二路', undefined, 'Wěi 12 Lù'], ['R7', '西四北八条', undefined, 'Xīsì Běi 8 Tiáo'], ['R7', '中山东一路', undefined, 'Zhōngshān Dōng 1 Lù'], ['R7', '瑞金二路', undefined, 'Ruìjīn 2 Lù'], ['R7', '平安里一巷', undefined, 'Píng’ānlǐ 1 Xiàng'],
  ['R7', '天宁寺西里一巷', undefined, 'Tiānníngsì Xīlǐ 1 Xiàng'], ['R7', '第九弄', undefined, 'Dì-9 Lòng'], ['R7', '1718峰', undefined, '1718 Fēng'], ['R7', '内环路', undefined, 'Nèi Huánlù'], ['R7', '经三北路', undefined, 'Jīng 3 Běilù'],
  ['R8', '十五里铺路', undefined, 'Shíwǔlǐpù Lù'], ['R8', '二十里堡', 'VILLAGE_SEAT', 'Èrshílǐpù'], ['R8', '东氿大道', undefined, 'Dōngjiǔ Dàdào'], ['R8', '曾家巷', undefined, 'Zēngjiā Xiàng'], ['R8', '单庄路', undefined, 'Shànzhuāng Lù'], ['R8', '乐清大桥', undefined, 'Yuèqīng Dàqiáo'], ['R8', '三里弄', undefined, 'Sānlǐ Lòng'],
  ['R11', '东安路', undefined, 'Dōng’ān Lù'], ['R12', '花儿街', undefined, 'Huār Jiē'], ['R12', '女儿巷', undefined, 'Nǚ’ér Xiàng'],
  ['ethnic', '广西壮族自治区', undefined, 'Guǎngxī Zhuàngzú Zìzhìqū'], ['ethnic', '宁夏回族自治区', undefined, 'Níngxià Huízú Zìzhìqū'], ['ethnic', '鄂伦春自治旗', undefined, 'Oroqen Zìzhìqí'], ['ethnic', '内蒙古自治区', undefined, 'Nei Mongol Zìzhìqū'], ['ethnic', '海西蒙古族藏族自治州', undefined, 'Hǎixī Mongolzu Zàngzú Zìzhìzhōu'],
  ['R2', '东四北大街', undefined, 'Dōngsì Běidàjiē'], ['R2', '五一中路', undefined, 'Wǔyī Zhōnglù'], ['R2', '老正街', undefined, 'Lǎo Zhèngjiē'], ['R2', '京杭大运河', undefined, 'Jīngháng Dàyùnhé'], ['R2', '后海南沿', undefined, 'Hòuhǎi Nányán'],
  ['R7', '十一经路', undefined, '11 Jīnglù'], ['R7', '六纬路', undefined, '6 Wěilù'], ['R2', '莲花二村', 'ESTATE', 'Liánhuā Èrcūn'], ['R6', '曹杨十一村', 'ESTATE', 'Cáoyáng Shíyī Cūn'], ['R2', '和平里东区', 'ESTATE', 'Hépínglǐ Dōngqū'],
  ['R1', '香港特别行政区', 'ADMIN_DIV', 'Xiānggǎng Tèbié Xíngzhèngqū'], ['R1', '王村行政村', 'VILLAGE_SEAT', 'Wángcūn Xíngzhèngcūn'], ['R1', '阿里山', 'NATURAL', 'Ālǐ Shān'], ['R1', '乌鲁木齐路', 'STREET', 'Wūlǔmùqí Lù'], ['ethnic', '乌鲁木齐市', 'ADMIN_DIV', 'Ürümqi Shì'], ['R1', '石湖特大桥', 'FACILITY', 'Shíhú Tèdàqiáo'],
  ['R2', '人民广场站', 'FACILITY', 'Rénmín Guǎngchǎng Zhàn'], ['R1', '南村站', 'FACILITY', 'Náncūn Zhàn'],
  ['R1', '幸福小区', 'ESTATE', 'Xìngfú Xiǎoqū'], ['R1', '曹杨新村', 'ESTATE', 'Cáoyáng Xīncūn'], ['R2', '芍药居北里', 'ESTATE', 'Sháoyàojū Běilǐ'], ['R1', '金茂大厦', 'ESTATE', 'Jīnmào Dàshà'], ['R2', '南京长江大桥', 'FACILITY', 'Nánjīng Chángjiāng Dàqiáo'], ['R2', '溱湖国家湿地公园', 'PARK', 'Qínhú Guójiā Shīdì Gōngyuán'], ['R1', '人民公园', 'PARK', 'Rénmín Gōngyuán'],
]

describe('spelling a place name', () => {
  it.each(printed)('%s %s (%s) is %s', (_rule, name, kind, spelled) => {
    expect(romanise({ name, ...(kind === undefined ? {} : { kind }) })).toMatchObject({ text: spelled, sign: signForm(spelled) })
  })
  it.each(published)('%s was published as %s, %s', (name, spelled, sign) => {
    expect(romanise({ name, kind: 'STREET' })).toMatchObject({ text: spelled, sign })
  })
  it.each(alike)('%s %s (%s) is %s', (_rule, name, kind, spelled) => {
    expect(romanise({ name, ...(kind === undefined ? {} : { kind }) }).text).toBe(spelled)
  })
  it.each([['吕梁路', 'LÜLIANG LU'], ['西安', 'XI’AN'], ['绿园路', 'LÜYUAN LU'], ['二马路', '2 MALU'], ['盆儿胡同', 'PENR HUTONG']])('the sign of %s reads %s', (name, sign) => {
    expect(romanise({ name }).sign).toBe(sign)
  })

  it('names the rule of each word, with its article', () => {
    const { words } = romanise({ name: '东直门外南后街' })
    expect(words.map((word) => [word.characters, word.rule.id])).toEqual([['东直门外', 'R1'], ['南后街', 'R2']])
    expect(words[1]?.rule.law.zh).toBe('《中国地名汉语拼音字母拼写规则（汉语地名部分）》第二条')
    expect(romanise({ name: '解放路南小街' }).words[0]?.rule.id).toBe('R4')
    expect(romanise({ name: '三潭印月' }).words.map((word) => word.rule.id)).toEqual(['R14'])
    expect(romanise({ name: '长安街' }).words[0]?.also.map((rule) => rule.id)).toContain('R11')
  })

  it.each([['二马路', 'Èr Mǎlù'], ['东四十二条', 'Dōngsì Shí’èr Tiáo'], ['大川淀一巷', 'Dàchuāndiàn Yīxiàng'], ['第九弄', 'Dìjiǔ Lòng']])('spells the ordinal of %s out as %s where the office writes no digits', (name, spelled) => {
    expect(romanise({ name, ordinalStyle: 'spelt' }).text).toBe(spelled)
  })
})

describe('what a clerk settles', () => {
  it('asks for the reading of a watched character, the likeliest first, and takes the choice', () => {
    const asked = romanise({ name: '浒墅关大道' })
    expect(asked.open).toEqual([0])
    expect(asked.syllables[0]).toMatchObject({ character: '浒', syllable: 'xǔ', alternatives: ['xǔ', 'hǔ'], mustChoose: true })
    const answered = romanise({ name: '浒墅关大道', chosen: { 0: 'hu3' } })
    expect(answered).toMatchObject({ text: 'Hǔshùguān Dàdào', open: [] })
    expect(answered.syllables[0]).toMatchObject({ source: 'clerk' })
  })
  it('does not ask about the generic part, whose reading is fixed, nor about a name that was confirmed', () => {
    expect(romanise({ name: '高渠巷' }).open).toEqual([])
    expect(romanise({ name: '金茂大厦' }).open).toEqual([])
    expect(romanise({ name: '长乐路' }).open).toEqual([0, 1])
    expect(romanise({ name: '长乐路', chosen: { 0: 'cháng', 1: 'le4' } })).toMatchObject({ open: [], text: 'Chánglè Lù' })
  })
  it('asks about every watched character wherever the specific part has it, and offers more than one reading', () => {
    for (const character of watchedCharacters) {
      const [first] = romanise({ name: `${character}平路` }).syllables
      expect(first?.mustChoose, character).toBe(true)
      expect(first?.alternatives.length, character).toBeGreaterThan(1)
    }
  })
  it('reads by the office’s own dictionary before the shipped one', () => {
    const readings = [...shippedReadings, { characters: '十里堡', syllables: ['shí', 'lǐ', 'bǎo'], source: 'office' as const }]
    expect(romanise({ name: '十里堡', kind: 'VILLAGE_SEAT', readings }).text).toBe('Shílǐbǎo')
    expect(romanise({ name: '呼和浩特路', transcriptions: [{ characters: '呼和浩特', spelled: 'Hohhot', source: 'office' }] }).text).toBe('Hohhot Lù')
  })
  it('cuts where the clerk cuts', () => {
    expect(romanise({ name: '外麻东路', cut: { specific: '外麻东', generic: '路' } }).parts).toMatchObject({ specific: '外麻东', generic: '路' })
    const own = romanise({ name: '外麻东路', division: ['外麻东', '路'] })
    expect(own.text).toBe('Wàimádōng Lù')
    expect(own.words.map((word) => word.rule.id)).toEqual(['clerk', 'clerk'])
    expect(romanise({ name: '外麻东路' }).otherDivisions).toContainEqual(['外麻东', '路'])
  })
  it('takes a spelling by hand with a reason, with one form of apostrophe', () => {
    expect(romanise({ name: '呼和浩特路', manual: { text: "Xi'an  Lu", reason: '按审定拼写' } })).toMatchObject({ text: 'Xi’an Lu', sign: 'XI’AN LU', manual: true, reason: '按审定拼写', open: [] })
  })
  it.each([
    [{ name: ' ' }, 'name'], [{ name: '路'.repeat(51) }, 'name'], [{ name: '长安街', chosen: { 0: 'chnag2' } }, 'chosen.0'], [{ name: '长安街', chosen: { 7: 'chang2' } }, 'chosen.7'], [{ name: '长安街', division: ['长', '街'] }, 'division'],
    [{ name: '长安街', cut: { specific: '长安', generic: '路' } }, 'cut'], [{ name: '长安街', manual: { text: 'Chang’an Jie', reason: ' ' } }, 'manual.reason'], [{ name: '长安街', manual: { text: '长安 Jie', reason: '有' } }, 'manual.text'],
  ])('refuses %j at %s', (request, field) => {
    expect(() => romanise(request)).toThrow(expect.objectContaining({ code: 'invalid', field }))
  })
})

describe('syllables', () => {
  it.each([['lv3', 'lǚ'], ['lü3', 'lǚ'], ['XI2', 'xí'], ['guo4', 'guò'], ['jiu3', 'jiǔ'], ['dou1', 'dōu'], ['xiong2', 'xióng'], ['lu:e4', 'lüè'], ['hút', undefined], ['ng', undefined], ['guò', 'guò'], ['guó1', undefined]])('%s is %s', (typed, syllable) => {
    expect(findSyllable(typed)).toBe(syllable)
  })
  it('the place dictionary holds syllables only, one a character', () => {
    for (const { characters, syllables } of shippedReadings) {
      expect(syllables.filter((syllable) => !isSyllable(syllable)), characters).toEqual([])
      expect(syllables).toHaveLength([...characters].length)
    }
    expect(markSyllable('lü', 3)).toBe('lǚ')
  })
})

describe('any name', () => {
  const name = fc.array(fc.constantFrom(...standardCharacters(), ...'路街巷东西南北中一二十三里儿门新小大第前后'), { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''))
  it('is covered by its words, letter for letter, and its sign is the text without tones in capitals', () => {
    fc.assert(fc.property(name, fc.constantFrom<PlaceKind | undefined>(undefined, 'STREET', 'ESTATE', 'VILLAGE_SEAT', 'NATURAL', 'ADMIN_DIV'), fc.constantFrom('digits' as const, 'spelt' as const), (typed, kind, ordinalStyle) => {
      const result = romanise({ name: typed, ordinalStyle, ...(kind === undefined ? {} : { kind }) })
      expect(result.words.map((word) => word.characters).join('')).toBe(result.name)
      expect(result.syllables.map(({ character }) => character).join('')).toBe(result.name)
      expect(result.sign).toBe(signForm(result.text))
      expect(result.text).not.toMatch(/\s\s|^\s|\s$/u)
      expect(result.parts.specific + result.parts.generic).toBe(result.name)
      for (const division of result.otherDivisions) expect(romanise({ name: typed, division: [...division] }).words.map((word) => word.characters)).toEqual(division)
    }))
  })
})
