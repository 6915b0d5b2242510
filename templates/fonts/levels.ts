/** Ranges of GB 18030-2022 by implementation level, built from Unicode blocks (totals 27,584 · 27,780 · 88,115 as published). */
const level1Ranges: readonly (readonly [number, number])[] = [[0x4e00, 0x9fef], [0x3400, 0x4db5]]
const compatibility = [0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29]
const radicals = [0x2e81, 0x2e84, 0x2e88, 0x2e8b, 0x2e8c, 0x2e97, 0x2ea7, 0x2eaa, 0x2eae, 0x2eb3, 0x2eb6, 0x2eb7, 0x2ebb, 0x2eca]
const level3Ranges: readonly (readonly [number, number])[] = [
  [0x20000, 0x2a6d6], [0x2a700, 0x2b734], [0x2b740, 0x2b81d], [0x2b820, 0x2cea1], [0x2ceb0, 0x2ebe0], // Extension B to F
  [0x2f00, 0x2fd5], // Kangxi radicals
]

const expand = (ranges: readonly (readonly [number, number])[]): number[] => {
  const all: number[] = []
  for (const [first, last] of ranges) for (let codePoint = first; codePoint <= last; codePoint++) all.push(codePoint)
  return all
}

/** GB 18030-2022 level 1: 27,584 code points. */
export const level1 = (): number[] => [...expand(level1Ranges), ...compatibility, ...radicals]

/** Level 2: level 1 and the characters of 《通用规范汉字表》 outside it (196), 27,780 code points. */
export const level2 = (standard: readonly number[]): number[] => {
  const first = new Set(level1())
  return [...first, ...standard.filter((codePoint) => !first.has(codePoint))]
}

/** Level 3: 88,115 code points. */
export const level3 = (): number[] => [...level1(), ...expand(level3Ranges)]
