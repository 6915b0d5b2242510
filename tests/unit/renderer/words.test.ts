import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Latin words that stand in Chinese texts: file formats, keys, units, names of standards and of this program's commands. */
const allowed = new Set(['PDF', 'PNG', 'JPEG', 'JPG', 'TTF', 'CSV', 'JSON', 'ID', 'QR', 'GB', 'T', 'MIT', 'NOTICES', 'Enter', 'Tab', 'Esc', 'Shift', 'Ctrl', 'Alt', 'Space', 'Home', 'mm', 'dpi', 'kB', 'MB', 'px', 'English', 'npm', 'run', 'verify', 'data', 'DIR', /* how a street is spelt */ 'Jing', 'Yijing', 'Lu'])
const isAllowed = (word: string): boolean => allowed.has(word) || /^F\d{1,2}$/.test(word) || word.length === 1 || /^[A-Z]\d+$/.test(word)

const root = join(import.meta.dirname, '..', '..', '..')
const files = globSync('renderer/**/words.ts', { cwd: root }).sort()
const han = /\p{Script=Han}/u
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

const load = async (file: string): Promise<[string, readonly [string, string]][]> => {
  const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, Record<string, readonly [string, string]>>
  return Object.entries(module)
    .filter(([, value]) => typeof value === 'object' && value !== null)
    .flatMap(([, words]) => Object.entries(words))
}

describe('the words of the desk', () => {
  it('are kept in files of their own', () => {
    expect(files.length).toBeGreaterThan(12)
  })

  it.each(files)('%s is complete in both languages and keeps them apart', async (file) => {
    const words = await load(file)
    expect(words.length).toBeGreaterThan(0)
    for (const [key, pair] of words) {
      expect(pair, key).toHaveLength(2)
      const [zh, en] = pair
      expect(zh.trim(), `${key} in Chinese`).not.toBe('')
      expect(en.trim(), `${key} in English`).not.toBe('')
      expect(placeholders(en), `${key}: places for values`).toEqual(placeholders(zh))
      expect(han.test(en), `${key}: Chinese in “${en}”`).toBe(false)
      const latin = (zh.replace(/\{\w+\}/g, ' ').match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter((word) => !isAllowed(word))
      expect(latin, `${key}: English in “${zh}”`).toEqual([])
    }
  })
})
