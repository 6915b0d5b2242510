/** Language, light or dark, and size of type; used in the account menu and before sign-in. */
import { Choices } from './Choices.tsx'
import { useWords } from '../shared/i18n.ts'
import { changePreferences, usePreferences } from '../shared/preferences.ts'
import { words } from './words.ts'

export const LanguageChoice = ({ onChange }: { readonly onChange?: (language: 'zh' | 'en') => void }) => {
  const t = useWords(words)
  const { language } = usePreferences()
  return (
    <Choices
      label={t('language')}
      value={language}
      options={[
        { value: 'zh', title: '中文' },
        { value: 'en', title: 'English' },
      ]}
      onChange={(value) => {
        changePreferences({ language: value })
        onChange?.(value)
      }}
    />
  )
}

export const ShadeChoice = () => {
  const t = useWords(words)
  const { shade } = usePreferences()
  return (
    <Choices
      label={t('shade')}
      value={shade}
      options={[
        { value: 'light', title: t('light') },
        { value: 'dark', title: t('dark') },
        { value: 'system', title: t('system') },
      ]}
      onChange={(value) => changePreferences({ shade: value })}
    />
  )
}

export const SizeChoice = () => {
  const t = useWords(words)
  const { size } = usePreferences()
  return (
    <Choices
      label={t('size')}
      value={size}
      options={[
        { value: 14, title: t('sizeNormal') },
        { value: 16, title: t('sizeLarge') },
        { value: 18, title: t('sizeLarger') },
      ]}
      onChange={(value) => changePreferences({ size: value })}
    />
  )
}
