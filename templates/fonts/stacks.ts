import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fontFiles, fontFolder } from './folder.ts'
import { Face, fromFile } from './sfnt.ts'
import { FontStack } from './stack.ts'

/** The styles papers are set in. Song is the body of official papers, Hei labels, Kai what is filled in; an office's own FangSong or Song goes in front of one of them. */
export const stackStyles = ['song', 'songBold', 'hei', 'heiBold', 'kai'] as const
export type StackStyle = (typeof stackStyles)[number]

/** A font file of the office's own, checked when it was added (office.ts), put in front of a style. */
export interface OfficeFont {
  readonly style: StackStyle
  /** Path of the TrueType file in the data folder. */
  readonly path: string
}

// HanaMin A comes last: it brings the written variants (IVS) and accented Latin, Greek and Cyrillic letters that the others lack
const order: Readonly<Record<StackStyle, readonly (keyof typeof fontFiles)[]>> = {
  song: ['songRegular', 'hanaminB', 'hanaminA'],
  songBold: ['songBold', 'hanaminB', 'hanaminA'],
  hei: ['heiRegular', 'songRegular', 'hanaminB', 'hanaminA'],
  heiBold: ['heiBold', 'songBold', 'hanaminB', 'hanaminA'],
  kai: ['kai', 'songRegular', 'hanaminB', 'hanaminA'],
}

const opened = new Map<string, Face>()
const stacks = new Map<string, FontStack>()

/** Opens a face once per process; the file stays open and outlines are read when first used. */
export const openFace = (path: string): Face => {
  let face = opened.get(path)
  if (face === undefined) opened.set(path, (face = new Face(fromFile(path))))
  return face
}

/** Gives the stack of a style, made once per process and set of office fonts. Throws if the fonts have not been made or the office's file is not a font. */
export const fontStack = (style: StackStyle, office: readonly OfficeFont[] = []): FontStack => {
  const own = office.filter((font) => font.style === style).map(({ path }) => path)
  const key = [style, ...own].join('\n')
  const known = stacks.get(key)
  if (known !== undefined) return known
  const folder = fontFolder()
  const faces = [...own, ...order[style].map((file) => join(folder, fontFiles[file]))].map(openFace)
  // the hand-written digits of WenKai are hard to read in an identity number: figures and letters come from Song
  const made = new FontStack(faces, style === 'kai' && own.length === 0 ? (codePoint) => (codePoint < 0x250 && codePoint !== 0xb7 ? 1 : undefined) : undefined)
  stacks.set(key, made)
  return made
}

/** Size on disk of the shipped fonts in bytes. */
export const fontBytes = (): number => Object.values(fontFiles).reduce((sum, file) => sum + statSync(join(fontFolder(), file)).size, 0)
