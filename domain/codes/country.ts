import entries from 'i18n-iso-countries/codes.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import type { Code } from './types.ts'

// Hong Kong, Macao and Taiwan are no nationality: their residents are 中国, the kind of person says the rest. XK is no code of the standard.
const left = new Set(['HK', 'MO', 'TW', 'XK'])

type Names = Readonly<Record<string, string | readonly string[]>>
const nameOf = (names: Names, alpha2: string): string => {
  const name = names[alpha2]
  return typeof name === 'string' ? name : (name?.[0] ?? alpha2)
}

const listed = (entries as readonly (readonly string[])[])
  .filter(([alpha2 = '']) => !left.has(alpha2))
  .map(([alpha2 = '', alpha3 = '']): Code => ({
    code: alpha3,
    zh: alpha2 === 'CN' ? '中国' : nameOf(chinese.countries as Names, alpha2),
    en: alpha2 === 'CN' ? 'China' : nameOf(english.countries as Names, alpha2),
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1))

/** Nationalities by GB/T 2659.1 alpha-3, China first, then by code; the office value XXA stands for 无国籍. */
export const countries: readonly Code[] = [...listed.filter((entry) => entry.code === 'CHN'), ...listed.filter((entry) => entry.code !== 'CHN'), { code: 'XXA', zh: '无国籍', en: 'Stateless' }]

const byCode = new Map(countries.map((entry) => [entry.code, entry]))

/** The nationality of an alpha-3 code, or undefined. */
export const findCountry = (code: string): Code | undefined => byCode.get(code)

/** The nationality every person of a kind has (中国), or undefined for foreigners. */
export const nationalityOfKind = (kind: string): string | undefined => (kind === 'foreigner' ? undefined : 'CHN')
