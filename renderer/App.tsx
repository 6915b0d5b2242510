import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { QueryClientProvider } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { Gate } from './frame/Gate.tsx'
import { speak } from './shared/client.ts'
import { usePreferences, useShade } from './shared/preferences.ts'
import { queries } from './shared/query.ts'
import { deskTheme, lookClass } from './theme.ts'

/** The desk: its look and language around what the visitor may see. */
export const App = () => {
  const { language, size } = usePreferences()
  const shade = useShade()
  speak(language)
  useLayoutEffect(() => {
    const root = document.documentElement
    root.className = `${lookClass(shade, size, language)} ${shade}`
    root.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [shade, size, language])
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={deskTheme(shade, size, language)} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <AntdApp component={false}>
        <QueryClientProvider client={queries}>
          <Gate />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  )
}
