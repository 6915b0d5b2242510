/** Makes the style sheet of the Ant Design components that the desk uses (renderer/generated/antd.css), because the desk's content security policy allows no style made in the page. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import * as antd from 'antd'
import { createElement, Fragment, type ComponentType, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'renderer', 'generated', 'antd.css')

/** The components imported from 'antd' anywhere in the desk. */
const usedComponents = (): readonly string[] => {
  const names = new Set<string>()
  for (const file of globSync('renderer/**/*.tsx', { cwd: root })) {
    for (const [, list = ''] of readFileSync(join(root, file), 'utf8').matchAll(/import \{([^}]+)\} from 'antd'/g)) {
      for (const part of list.split(',')) {
        const name = part.trim().split(/\s+as\s+/)[0] ?? ''
        if (/^[A-Z]/.test(name)) names.add(name)
      }
    }
  }
  return [...names].sort()
}

type Loose = ComponentType<Record<string, unknown>> & Record<string, ComponentType<Record<string, unknown>>>
const h = (component: Loose | ComponentType<Record<string, unknown>>, props: Record<string, unknown> = {}, ...children: ReactElement[]): ReactElement => createElement(component, props, ...children)
const div = createElement('div')

/** What must be drawn of a component for all its rules to appear; others are drawn bare. */
const drawings: Readonly<Record<string, (component: Loose) => readonly ReactElement[]>> = {
  App: (c) => [h(c)],
  Badge: (c) => [h(c), h(c['Ribbon'] as Loose)],
  Dropdown: (c) => [h(c, { menu: { items: [] } }, div)],
  Input: (c) => [h(c), ...['Search', 'TextArea', 'Password', 'OTP'].map((name) => h(c[name] as Loose))],
  Layout: (c) => [h(c, {}, h(c['Header'] as Loose), h(c['Content'] as Loose))],
  Modal: (c) => [h(c), h(c['_InternalPanelDoNotUseOrYouWillBeFired'] as Loose), h(c['_InternalPanelDoNotUseOrYouWillBeFired'] as Loose, { type: 'confirm' })],
  Popover: (c) => [h(c, {}, div)],
  Popconfirm: (c) => [h(c, { title: '' }, div)],
  Tooltip: (c) => [h(c, { title: '' }, div)],
  Radio: (c) => [h(c), h(c['Group'] as Loose), h(c['Button'] as Loose)],
  Checkbox: (c) => [h(c), h(c['Group'] as Loose)],
  Segmented: (c) => [h(c, { options: ['a'] })],
  Space: (c) => [h(c), h(c['Compact'] as Loose, {}, h(antd.Button as unknown as Loose))],
  Tag: (c) => [h(c), h(c, { color: 'blue' }), h(c, { color: 'success' })],
  Tree: (c) => [h(c, { treeData: [] })],
}
/** Hold no rules of their own. */
const without = ['ConfigProvider']

/** The rules of the components named, over the variables of the theme; the same for every look. */
const sheetOf = (names: readonly string[]): string => {
  const cache = createCache()
  const parts = names
    .filter((name) => !without.includes(name))
    .flatMap((name) => {
      const component = (antd as unknown as Record<string, Loose | undefined>)[name]
      if (component === undefined) throw new Error(`antd has no component ${name}`)
      return (drawings[name]?.(component) ?? [h(component)]).map((part, index) => createElement(Fragment, { key: `${name}${String(index)}` }, part))
    })
  const theme = { cssVar: { key: 'lantai' }, hashed: false, algorithm: [antd.theme.compactAlgorithm] }
  renderToString(createElement(StyleProvider, { cache, children: createElement(antd.ConfigProvider, { theme, wave: { disabled: true } }, createElement(antd.App, null, ...parts)) }))
  return extractStyle(cache, { plain: true, types: 'style' })
}

const names = usedComponents()
const css = `/* Rules of Ant Design for: ${names.join(', ')}. Made by scripts/styles.ts. */\n${sheetOf(names)}\n`
if (!existsSync(target) || readFileSync(target, 'utf8') !== css) {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, css)
  console.log(`Made the style sheet of ${String(names.length)} components: ${String(Math.round(css.length / 1024))} kB.`)
}
