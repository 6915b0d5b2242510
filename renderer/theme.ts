import type { Language } from '../domain/text.ts'
import { theme as antd, type ThemeConfig } from 'antd'

/** How the desk looks: light or dark, and the size of its type in px. */
export const shades = ['light', 'dark'] as const
export type Shade = (typeof shades)[number]
export const typeSizes = [14, 16, 18] as const
export type TypeSize = (typeof typeSizes)[number]

/** Fonts of the screen are the system's own; papers have theirs (templates/). */
const chineseFonts = "'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei'"
// In English the quotation marks of a Chinese font are a whole character wide, so a Latin font comes first.
const screenFonts = { zh: `${chineseFonts}, system-ui, sans-serif`, en: `'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, ${chineseFonts}, sans-serif` }
const codeFonts = "'Cascadia Mono', 'Consolas', 'Noto Sans Mono CJK SC', 'Liberation Mono', 'DejaVu Sans Mono', monospace"

/** The class under which the variables of a look stand; it is set on the root of the page so that our own style sheet uses the same variables. */
export const lookClass = (shade: Shade, size: TypeSize, language: Language): string => `lantai-${shade}-${String(size)}-${language}`

// The compact algorithm makes the base size a step smaller (an exponential scale cut to even px).
const seedOf = { 14: 16, 16: 20, 18: 22 } as const

/** Ant Design's theme for a look: compact, one accent (deep vermilion), no motion beyond fades, styles from the sheet made at the build. */
export const deskTheme = (shade: Shade, size: TypeSize, language: Language): ThemeConfig => ({
  cssVar: { key: lookClass(shade, size, language) },
  hashed: false,
  zeroRuntime: true,
  algorithm: shade === 'dark' ? [antd.darkAlgorithm, antd.compactAlgorithm] : [antd.defaultAlgorithm, antd.compactAlgorithm],
  token: {
    fontSize: seedOf[size],
    fontFamily: screenFonts[language],
    fontFamilyCode: codeFonts,
    borderRadius: 4,
    motion: false,
    controlHeight: size + 18,
    sizeUnit: 4,
    wireframe: false,
    ...(shade === 'light'
      ? { colorPrimary: '#B4232A', colorInfo: '#3B5B7A', colorLink: '#1F5A92', colorLinkHover: '#174672', colorSuccess: '#2B6E3F', colorWarning: '#8F5A00', colorError: '#BE1E26', colorTextSecondary: 'rgba(0,0,0,0.68)', colorTextTertiary: 'rgba(0,0,0,0.62)', colorTextDescription: 'rgba(0,0,0,0.64)', colorTextPlaceholder: '#6B6B6B', colorBorder: '#BDBAB6', colorBorderSecondary: '#E4E1DC', colorBgLayout: '#F5F4F1', colorInfoBg: '#EFF4F9', colorInfoBorder: '#C3D2E0', colorErrorBg: '#FDF1F0', colorErrorBorder: '#E9B9B6', colorWarningBg: '#FDF6E7', colorWarningBorder: '#E3C98F', colorSuccessBg: '#EEF6F0', colorSuccessBorder: '#B5D3BE' }
      : { colorPrimary: '#D4454B', colorInfo: '#8FB0D0', colorLink: '#7FB2E5', colorLinkHover: '#A5CBF0', colorSuccess: '#6FBF84', colorWarning: '#DFA43C', colorError: '#F07A78', colorTextSecondary: 'rgba(255,255,255,0.75)', colorTextTertiary: 'rgba(255,255,255,0.65)', colorTextDescription: 'rgba(255,255,255,0.68)', colorTextPlaceholder: '#9A9A9A', colorBgBase: '#161616', colorBorder: '#55524E', colorBorderSecondary: '#34322F', colorInfoBg: '#1B2733', colorInfoBorder: '#38506A', colorErrorBg: '#331D1C', colorErrorBorder: '#6E3A38', colorWarningBg: '#302612', colorWarningBorder: '#66511F', colorSuccessBg: '#18281D', colorSuccessBorder: '#335C40' }),
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', ...(shade === 'dark' && { colorPrimary: '#B9343A', colorPrimaryHover: '#C8454B', defaultHoverColor: '#E88487', defaultHoverBorderColor: '#E88487', defaultActiveColor: '#E88487', defaultActiveBorderColor: '#E88487' }) },
    Input: { activeShadow: '0 0 0 2px rgba(31,90,146,0.22)', activeBorderColor: shade === 'light' ? '#1F5A92' : '#7FB2E5', hoverBorderColor: shade === 'light' ? '#1F5A92' : '#7FB2E5' },
  },
})
