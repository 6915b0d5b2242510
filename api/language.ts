import type { Language } from '../domain/text.ts'

/** The language a client asks for by its Accept-Language; Chinese unless it says English first. */
export const languageOf = (acceptLanguage: string | null | undefined): Language => (/^en\b/i.test((acceptLanguage ?? '').trim()) ? 'en' : 'zh')
