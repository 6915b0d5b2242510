import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const documents = ['README.md', 'README.zh.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8')
/** A heading as its anchor is written. */
const anchorOf = (heading: string): string => heading.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/gu, '-')
const anchorsOf = (document: string): ReadonlySet<string> => new Set([...textOf(document).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => anchorOf(heading)))

describe('what the documents name', () => {
  it.each(documents)('%s: every picture, file and chapter that it leads to is there', (document) => {
    const links = [...textOf(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)/gu)].map(([, path = '', anchor]) => ({ path: join(dirname(document), path), anchor }))
    const here = [...textOf(document).matchAll(/\]\(#([^)\s]+)\)/gu)].map(([, anchor = '']) => ({ path: document, anchor }))
    expect(links.filter(({ path }) => !existsSync(join(root, path))).map(({ path }) => path)).toEqual([])
    expect([...links, ...here].filter(({ path, anchor }) => anchor !== undefined && !anchorsOf(path).has(anchor)).map(({ path, anchor }) => `${path}#${anchor ?? ''}`)).toEqual([])
  })
  it('has a picture for every shot of the script, and no other', () => {
    const script = textOf('scripts/screenshots.ts')
    const shots = [...script.matchAll(/^ {2}\{ name: '([a-z0-9-]+)', (?:account|paper)/gmu)].map(([, name = '']) => `${name}.png`)
    expect(shots.length).toBeGreaterThan(60)
    expect(new Set(shots).size).toBe(shots.length)
    expect(readdirSync(join(root, 'docs/screenshots')).toSorted()).toEqual(shots.toSorted())
  })
})
