/** A word of a minority language with its own spelling, without tone marks; an office adds its own. */
export interface Transcription {
  readonly characters: string
  readonly spelled: string
  readonly source: 'shipped' | 'office'
}

const rows =
  '内蒙古 Nei Mongol|呼和浩特 Hohhot|鄂尔多斯 Ordos|巴彦淖尔 Bayannur|乌兰察布 Ulanqab|呼伦贝尔 Hulun Buir|锡林郭勒 Xilin Gol|阿拉善 Alxa|乌鲁木齐 Ürümqi|克拉玛依 Karamay|吐鲁番 Turpan|库尔勒 Korla|阿克苏 Aksu|伊犁 Ili|博尔塔拉 Bortala|' +
  '拉萨 Lhasa|日喀则 Xigazê|林芝 Nyingchi|昌都 Qamdo|那曲 Nagqu|齐齐哈尔 Qiqihar|哈尔滨 Harbin|鄂伦春 Oroqen|莫力达瓦 Morin Dawa'

/** Spellings of minority-language names that the desk starts with. */
export const shippedTranscriptions: readonly Transcription[] = rows.split('|').map((row) => {
  const at = row.indexOf(' ')
  return { characters: row.slice(0, at), spelled: row.slice(at + 1), source: 'shipped' as const }
})

/** Ethnic groups whose name in the titles of divisions is not Han pinyin; the rest are spelled by their characters. */
export const ethnicSpellings: Readonly<Record<string, string>> = { 蒙古: 'Mongol', 维吾尔: 'Uygur', 哈萨克: 'Kazak', 柯尔克孜: 'Kirgiz', 塔吉克: 'Tajik', 锡伯: 'Xibe', 鄂温克: 'Ewenki', 鄂伦春: 'Oroqen', 达斡尔: 'Daur', 塔塔尔: 'Tatar', 乌孜别克: 'Uzbek' }
