/** A text of the desk in both its languages; Chinese is the default. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

/** Makes a Text. */
export const text = (zh: string, en: string): Text => ({ zh, en })

/** Gives the text in the language asked for. */
export const inLanguage = (value: Text, language: Language): string => value[language]
