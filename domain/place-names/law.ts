import { instrument } from '../law.ts'
import { text } from '../text.ts'

/** 国务院令第753号, in force 2022-05-01. */
export const placeNameRegulation = instrument('《地名管理条例》', 'Regulation on the Administration of Place Names (2022)')
/** 民政部令第71号, in force 2024-05-01. */
export const placeNameMeasures = instrument('《地名管理条例实施办法》', 'Measures for Carrying Out the Regulation on Place Names (2024)')
/** As revised 2025-12-27, in force 2026-01-01. */
export const languageLaw = instrument('《国家通用语言文字法》', 'Law on the Standard Spoken and Written Chinese Language (2025)')
export const licensingLaw = instrument('《行政许可法》', 'Administrative Licensing Law')
/** (84)中地字第17号, 1984-12-25. */
export const spellingRules = instrument('《中国地名汉语拼音字母拼写规则（汉语地名部分）》', 'Rules for Spelling Chinese Place Names in Pinyin (1984)')
/** 1958; read for ü and the apostrophe. */
export const pinyinScheme = text('《汉语拼音方案》', 'Scheme for the Chinese Phonetic Alphabet')
/** 民发〔2018〕146号: classes 大、洋、怪、重; a ground for a warning only. */
export const cleanUpNotice = text('《关于进一步清理整治不规范地名的通知》（民发〔2018〕146号）', 'Notice on clearing irregular place names (2018)')
/** Rules that an office keeps for itself. */
export const localRule = text('本机关地名管理规定', 'The office’s own rules on place names')

export const regulationFrom = '2022-05-01'
export const measuresFrom = '2024-05-01'
/** The revised 《国家通用语言文字法》; its articles are counted anew, so older acts do not cite them. */
export const languageFrom = '2026-01-01'
