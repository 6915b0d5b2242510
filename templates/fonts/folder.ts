import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files that `scripts/fonts.ts` makes; the names are fixed so that the source, the bundle and an installed copy all find them. */
export const fontFiles = {
  songRegular: 'NotoSerifSC-Regular.ttf',
  songBold: 'NotoSerifSC-Bold.ttf',
  heiRegular: 'NotoSansSC-Regular.ttf',
  heiBold: 'NotoSansSC-Bold.ttf',
  kai: 'LXGWWenKai.ttf',
  hanaminA: 'HanaMinA.ttf',
  hanaminB: 'HanaMinB.ttf',
} as const

export const fontManifest = 'fonts.json'

/**
 * Says where the made TrueType files lie: LANTAI_FONTS if set, else the nearest `out/fonts` or `fonts` above this module, which is right for the source
 * (templates/fonts → out/fonts), the bundle (out/main → out/fonts) and an unpacked installation. Throws when they have not been made.
 */
export const fontFolder = (): string => {
  const wanted = process.env['LANTAI_FONTS']
  if (wanted !== undefined && wanted !== '') return wanted
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let level = 0; level < 8; level++) {
    for (const candidate of [join(folder, 'out', 'fonts'), join(folder, 'fonts')]) {
      // Electron keeps large files beside the archive, not in it
      for (const place of [candidate.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'), candidate]) {
        if (existsSync(join(place, fontManifest))) return place
      }
    }
    const above = dirname(folder)
    if (above === folder) break
    folder = above
  }
  throw new Error('The fonts have not been made: run `node scripts/fonts.ts`')
}
