import type { Text } from './text.ts'
import { text } from './text.ts'

const digits = '零一二三四五六七八九'

/** A number of 1-9999 in Chinese as articles are counted: 9 → 九, 1047 → 一千零四十七. */
export const chineseNumber = (value: number): string => {
  const places: readonly (readonly [number, string])[] = [[1000, '千'], [100, '百'], [10, '十'], [1, '']]
  let written = ''
  let rest = value
  let gap = false
  for (const [size, name] of places) {
    const digit = Math.floor(rest / size)
    rest -= digit * size
    if (digit === 0) {
      gap = written !== ''
      continue
    }
    if (gap && written !== '') written += '零'
    gap = false
    written += (digit === 1 && size === 10 && written === '' ? '' : digits.charAt(digit)) + name
  }
  return written
}

/** An instrument of the law: cites its articles in both languages. */
export interface Instrument {
  readonly title: Text
  readonly cite: (article: number, item?: number | Text) => Text
}

/** Makes an instrument from its titles. */
export const instrument = (zh: string, en: string): Instrument => ({
  title: text(zh, en),
  cite: (article, item) => {
    const part = item === undefined ? text('', '') : typeof item === 'number' ? text(`第（${chineseNumber(item)}）项`, `(${item})`) : item
    return text(`${zh}第${chineseNumber(article)}条${part.zh}`, `${en}, art. ${article}${part.en}`)
  },
})

/** Joins citations. */
export const citations = (...laws: readonly Text[]): Text => text(laws.map((law) => law.zh).join('、'), laws.map((law) => law.en).join('; '))

export const civilCode = instrument('《民法典》', 'Civil Code')
/** 国务院令第804号, in force 2025-05-10. */
export const marriageRegulation = instrument('《婚姻登记条例》', 'Marriage Registration Regulation (2025)')
/** 国务院令第387号, 2003-10-01 to 2025-05-09. */
export const marriageRegulation2003 = instrument('《婚姻登记条例》（2003年）', 'Marriage Registration Regulation (2003)')
/** 民政部、国家档案局令第32号, 2006-01-23. */
export const archiveMeasures = instrument('《婚姻登记档案管理办法》', 'Measures for Marriage Registration Archives')
export const electronicSignatureLaw = instrument('《电子签名法》', 'Electronic Signature Law')
export const identityCardLaw = instrument('《居民身份证法》', 'Resident Identity Card Law')
/** 法释〔2020〕22号. */
export const familyInterpretation = instrument('《最高人民法院关于适用民法典婚姻家庭编的解释（一）》', 'Supreme People’s Court Interpretation I on Marriage and Family')
/** 民发〔2025〕23号; its articles past the fifth are not cited by number. */
export const marriageNorms = text('《婚姻登记工作规范》（民发〔2025〕23号）', 'Norms for Marriage Registration Work (2025)')
/** 民办发〔2024〕7号. */
export const apostilleNotice = text('《民政部办公厅关于〈取消外国公文书认证要求的公约〉生效后涉外婚姻登记有关事项的通知》（民办发〔2024〕7号）', 'Notice on foreign-related marriage registration under the Apostille Convention (2024)')
/** 民政部令第79号, in force 2025-09-01. */
export const areaCodeMeasures = instrument('《行政区划代码管理办法》', 'Measures for Administrative Area Codes')
