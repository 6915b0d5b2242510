/** One reading that holds in place names: the characters, the reading of each, and where it was taken from. */
export interface PlaceReading {
  readonly characters: string
  /** One syllable with its tone for each character. */
  readonly syllables: readonly string[]
  readonly source: 'shipped' | 'office'
}

// Readings that differ from everyday speech or that dictionaries of words miss. An office adds its own.
const rows =
  '吴堡 wú bǔ|浒墅 xǔ shù|浒关 xǔ guān|浒浦 xǔ pǔ|浒通 xǔ tōng|朴树 pò shù|乐清 yuè qīng|乐亭 lào tíng|乐陵 lào líng|乐至 lè zhì|乐都 lè dū|乐业 lè yè|' +
  '黄埔 huáng pǔ|大埔 dà bù|六安 lù ān|六合 lù hé|蚌埠 bèng bù|番禺 pān yú|东阿 dōng ē|阿城 ā chéng|长汀 cháng tīng|长葛 cháng gě|长治 cháng zhì|' +
  '台州 tāi zhōu|天台 tiān tāi|丽水 lí shuǐ|高丽 gāo lí|涡阳 guō yáng|铅山 yán shān|莘县 shēn xiàn|莘庄 xīn zhuāng|解州 xiè zhōu|解池 xiè chí|繁峙 fán shì|蔚县 yù xiàn|蔚州 yù zhōu|单县 shàn xiàn|尉犁 yù lí|尉氏 wèi shì|尉迟 yù chí|' +
  '朝阳 cháo yáng|朝霞 zhāo xiá|朝晖 zhāo huī|朝天 cháo tiān|朝歌 zhāo gē|会稽 kuài jī|厦门 xià mén|大厦 dà shà|重庆 chóng qìng|重阳 chóng yáng|都江堰 dū jiāng yàn|盛泽 shèng zé|乐余 lè yú|' +
  '泌阳 bì yáng|洪洞 hóng tóng|井陉 jǐng xíng|获鹿 huò lù|枞阳 zōng yáng|歙县 shè xiàn|筠连 jūn lián|筠州 yún zhōu|荥阳 xíng yáng|荥经 yíng jīng|郇阳 xún yáng|泊头 bó tóu|罗泊 luó pō|梁山泊 liáng shān pō|曾厝 zēng cuò|' +
  '藏北 zàng běi|西藏 xī zàng|宝藏 bǎo zàng|行知 xíng zhī|银行 yín háng|太行 tài háng|闵行 mǐn háng|行健 xíng jiàn|行政 xíng zhèng|车墩 chē dūn|柏庄 bǎi zhuāng|柏林 bó lín|黄柏 huáng bò|柏树 bǎi shù|双泷 shuāng lóng|泷水 shuāng shuǐ|泷冈 shuāng gāng|' +
  '鱼涌 yú chōng|麻涌 má chōng|东涌 dōng chōng|沙涌 shā chōng|涌泉 yǒng quán|涌金 yǒng jīn|圩镇 xū zhèn|卡子 qiǎ zǐ|关卡 guān qiǎ|参合 cān hé|人参 rén shēn|参宿 shēn xiù|' +
  '东莞 dōng guǎn|莞城 guǎn chéng|勐海 měng hǎi|鄱阳 pó yáng|亳州 bó zhōu|渑池 miǎn chí|浚县 xùn xiàn|隰县 xí xiàn|兖州 yǎn zhōu|费县 fèi xiàn|费城 fèi chéng|牟平 mù píng|中牟 zhōng mù|郯城 tán chéng|郫都 pí dū|犍为 qián wéi|郴州 chēn zhōu|盱眙 xū yí|邗江 hán jiāng|邛崃 qióng lái|儋州 dān zhōu|砀山 dàng shān|' +
  '六盘 liù pán|甪直 lù zhí|甪里 lù lǐ|甪端 lù duān|蠡口 lǐ kǒu|蠡湖 lǐ hú|蠡县 lǐ xiàn|漷县 huǒ xiàn|潭柘 tán zhè|阜成 fù chéng|阜新 fù xīn|妫水 guī shuǐ|燕郊 yān jiāo|燕山 yān shān|燕京 yān jīng|瓦窑堡 wǎ yáo bǔ|柴沟堡 chái gōu bǔ|阳明堡 yáng míng bǔ|' +
  '华山 huà shān|华阴 huà yīn|华县 huà xiàn|任丘 rén qiū|任县 rén xiàn|洗马 xiǎn mǎ|冼村 xiǎn cūn|巢湖 cháo hú|缙云 jìn yún|嵊州 shèng zhōu|鄞州 yín zhōu|衢州 qú zhōu|崴子 wǎi zǐ|宝坻 bǎo dǐ|蓟州 jì zhōu|大黄堡 dà huáng bǎo|覃塘 qín táng|珲春 hún chūn|桦甸 huà diàn|扶余 fú yú|耒阳 lěi yáng|沔阳 miǎn yáng|监利 jiàn lì|黄陂 huáng pí|陂头 bēi tóu|猇亭 xiāo tíng|秭归 zǐ guī|蕲春 qí chūn|郧阳 yún yáng|' +
  '相城 xiàng chéng|相州 xiàng zhōu|应县 yìng xiàn|应城 yìng chéng|万俟 mò qí|令狐 líng hú|句容 jù róng|句町 gōu dīng|澄江 chéng jiāng|溱湖 qín hú|溱潼 qín tóng|济南 jǐ nán|济宁 jǐ níng|济源 jǐ yuán|济阳 jǐ yáng|济民 jì mín|同济 tóng jì'

/** Readings that the desk starts with. */
export const shippedReadings: readonly PlaceReading[] = rows.split('|').map((row) => {
  const [characters = '', ...syllables] = row.split(' ')
  return { characters, syllables, source: 'shipped' }
})

/** Readings of single characters in place names where the library knows another one first. */
export const characterReadings: Readonly<Record<string, string>> = { 氿: 'jiǔ', 厍: 'shè', 疃: 'tuǎn', 滘: 'jiào', 甪: 'lù', 埠: 'bù', 浜: 'bāng', 埭: 'dài', 垸: 'yuàn', 塬: 'yuán', 圳: 'zhèn', 峧: 'jiāo', 堼: 'hèng', 凼: 'dàng', 氹: 'dàng', 里: 'lǐ', 头: 'tóu', 家: 'jiā', 面: 'miàn', 上: 'shàng', 下: 'xià', 巷: 'xiàng', 地: 'dì', 濆: 'fén' }

/** Readings of a character within a generic term. */
export const genericReadings: Readonly<Record<string, string>> = { 弄: 'lòng', 里: 'lǐ', 巷: 'xiàng', 厦: 'shà', 埠: 'bù', 涌: 'chōng', 坊: 'fāng', 观: 'guàn', 泊: 'pō', 藏: 'zàng', 港: 'gǎng', 会: 'huì', 都: 'dū', 泷: 'lóng', 台: 'tái', 车: 'chē', 圩: 'wéi', 洞: 'dòng', 调: 'diào', 道: 'dào', 塘: 'táng', 埭: 'dài', 胡: 'hú', 同: 'tòng' }

/** Further readings to offer beside those of the library. */
const more =
  '堡 bǎo bǔ pù|埔 pǔ bù|浒 hǔ xǔ|朴 pǔ pò pō piáo|氿 jiǔ guǐ|乐 lè yuè lào|长 cháng zhǎng|重 zhòng chóng|行 xíng háng|朝 cháo zhāo|厦 shà xià|弄 lòng nòng|圩 wéi xū|巷 xiàng hàng|坊 fāng fáng|单 dān shàn|解 jiě xiè|会 huì kuài|盛 shèng chéng|曾 zēng céng|都 dū dōu|蔚 wèi yù|尉 wèi yù|六 liù lù|铅 qiān yán|台 tái tāi|丽 lì lí|洞 dòng tóng|泌 mì bì|番 fān pān|涌 yǒng chōng|' +
  '参 cān shēn|藏 cáng zàng|车 chē jū|卡 kǎ qiǎ|盖 gài gě|柏 bǎi bó bò|薄 bó báo bò|泊 bó pō|泷 lóng shuāng|枞 cōng zōng|歙 shè xī|莘 shēn xīn|郇 xún huán|筠 yún jūn|荥 xíng yíng|浜 bāng|栅 zhà shí|胡 hú|同 tóng tòng|家 jiā|里 lǐ|头 tóu|阿 ā ē|埭 dài|蠡 lǐ lí|崴 wēi wǎi|涡 wō guō|燕 yàn yān|华 huá huà|任 rén rèn|相 xiāng xiàng|应 yīng yìng|陂 bēi pí pō|济 jì jǐ|大 dà dài|黾 miǎn mǐn|句 jù gōu|查 chá zhā|仇 chóu qiú|区 qū ōu|翟 zhái dí'

/** Readings to offer for a character, the likeliest first, beside those of the library. */
export const moreReadings: ReadonlyMap<string, readonly string[]> = new Map(more.split('|').map((row) => { const [character = '', ...syllables] = row.split(' '); return [character, syllables] as const }))

/** Characters whose reading a clerk must choose each time: the library is known to err, or places differ. */
export const watchedCharacters: ReadonlySet<string> = new Set('堡埔浒朴氿乐长重行朝厦弄圩巷坊单解会盛曾都蔚尉六铅台丽洞泌番涌参藏车卡盖柏薄泊泷枞歙莘郇筠荥')

/** Surnames whose reading differs from the everyday one; they hold before 家 or where a village carries its family's name (曾家巷, 单庄). */
export const surnameReadings: Readonly<Record<string, string>> = { 曾: 'zēng', 单: 'shàn', 解: 'xiè', 查: 'zhā', 仇: 'qiú', 任: 'rén', 盖: 'gě', 区: 'ōu', 翟: 'zhái', 缪: 'miào', 冼: 'xiǎn', 乐: 'yuè', 燕: 'yān', 覃: 'qín', 应: 'yīng', 柏: 'bǎi', 车: 'chē', 薄: 'bó', 盛: 'shèng', 卜: 'bǔ', 那: 'nā', 尉: 'wèi', 臧: 'zāng', 折: 'shé' }

/** What follows a family's name in the name of its village. */
export const familyPlaces = /^[家庄村宅屯楼]/u
