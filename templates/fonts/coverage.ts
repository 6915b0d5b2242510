import { level1, level2, level3 } from './levels.ts'
import type { Face } from './sfnt.ts'
import type { FontStack } from './stack.ts'

/** How many of a set a font prints. */
export interface Covered { readonly covered: number; readonly of: number }

/** What the desk shows about a stack or a font: 《通用规范汉字表》 and the levels of GB 18030-2022. */
export interface Coverage {
  readonly standard: Covered
  readonly level1: Covered
  readonly level2: Covered
  readonly level3: Covered
}

const count = (codePoints: readonly number[], has: (codePoint: number) => boolean): Covered => {
  let covered = 0
  for (const codePoint of codePoints) if (has(codePoint)) covered++
  return { covered, of: codePoints.length }
}

const of = (standard: readonly number[], has: (codePoint: number) => boolean): Coverage => ({
  standard: count(standard, has),
  level1: count(level1(), has),
  level2: count(level2(standard), has),
  level3: count(level3(), has),
})

/** Counts what a stack prints (about 50 ms); `standard` are the 8,105 code points of 《通用规范汉字表》. */
export const stackCoverage = (stack: FontStack, standard: readonly number[]): Coverage =>
  of(standard, (codePoint) => stack.faces.some((face) => face.find(codePoint) !== 0))

/** Counts what one face prints by itself. */
export const faceCoverage = (face: Face, standard: readonly number[]): Coverage => of(standard, (codePoint) => face.find(codePoint) !== 0)
