/**
 * Makes the TrueType fonts that papers are printed with from the npm packages, into out/fonts (not in git: 110 MB made from what `npm ci` brings).
 * pdfkit must never see WOFF2 or CFF, and one file per face opens quicker than 63 pieces. Quick when nothing changed.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fontFiles, fontManifest } from '../templates/fonts/folder.ts'
import { mergeFaces } from '../templates/fonts/merge.ts'
import { Face, fromBuffer } from '../templates/fonts/sfnt.ts'

const version = 3 // raise when the making changes
const root = join(import.meta.dirname, '..')
const require = createRequire(join(root, 'package.json'))
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))
const packageVersion = (name: string): string => (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version

const serif = '@expo-google-fonts/noto-serif-sc'
const sans = '@expo-google-fonts/noto-sans-sc'
const wenkai = '@fontsource/lxgw-wenkai'
const hanamin = 'hanamin'

// HanaMin A: Han with its written variants, and the letters of foreign names; not its symbols, kana and private-use pieces
const wantedA = /^HanaMinA\.(CJK-|Latin-|Cyrillic\.|Cyrillic-Supplement|Greek|General-Punctuation|Spacing-Modifier|Number-Forms|Enclosed-CJK|Halfwidth)/
const wantedB = /^HanaMinB\./

/** Makes what is not up to date in `folder`; gives the names of the files it made. */
export const makeFonts = async (folder = join(root, 'out', 'fonts')): Promise<string[]> => {
  const made: string[] = []
  const wanted = { version, packages: Object.fromEntries([serif, sans, wenkai, hanamin].map((name) => [name, packageVersion(name)])) }
  const manifest = join(folder, fontManifest)
  if (existsSync(manifest)) {
    const { files, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, number> }
    const whole = Object.values(fontFiles).every((file) => existsSync(join(folder, file)) && statSync(join(folder, file)).size === files[file])
    if (whole && JSON.stringify(rest) === JSON.stringify(wanted)) return made
  }
  mkdirSync(folder, { recursive: true })
  // loaded only when something is to be made; it comes without types
  const fontverter = require('fontverter') as { convert(bytes: Buffer, to: 'sfnt'): Promise<Uint8Array> }
  const toTrueType = async (path: string): Promise<Buffer> => Buffer.from(await fontverter.convert(readFileSync(path), 'sfnt'))
  const put = (file: string, bytes: Buffer): void => {
    new Face(fromBuffer(bytes)) // throws if it would not open at the counter
    writeFileSync(join(folder, `${file}.new`), bytes)
    renameSync(join(folder, `${file}.new`), join(folder, file))
    made.push(file)
  }
  const copy = (file: string, from: string): void => {
    copyFileSync(from, join(folder, `${file}.new`))
    renameSync(join(folder, `${file}.new`), join(folder, file))
    made.push(file)
  }
  copy(fontFiles.songRegular, join(packageFolder(serif), '400Regular', 'NotoSerifSC_400Regular.ttf'))
  copy(fontFiles.songBold, join(packageFolder(serif), '700Bold', 'NotoSerifSC_700Bold.ttf'))
  copy(fontFiles.heiRegular, join(packageFolder(sans), '400Regular', 'NotoSansSC_400Regular.ttf'))
  copy(fontFiles.heiBold, join(packageFolder(sans), '700Bold', 'NotoSansSC_700Bold.ttf'))
  // the piece named "latin" is the whole font
  put(fontFiles.kai, await toTrueType(join(packageFolder(wenkai), 'files', 'lxgw-wenkai-latin-500-normal.woff2')))
  for (const [file, pattern] of [[fontFiles.hanaminA, wantedA], [fontFiles.hanaminB, wantedB]] as const) {
    const pieces = readdirSync(packageFolder(hanamin)).filter((name) => pattern.test(name) && name.endsWith('.woff2')).sort()
    const opened: Face[] = []
    for (const piece of pieces) opened.push(new Face(fromBuffer(await toTrueType(join(packageFolder(hanamin), piece)))))
    put(file, mergeFaces(opened, file.replace('.ttf', '')))
  }
  const files = Object.fromEntries(Object.values(fontFiles).map((file) => [file, statSync(join(folder, file)).size]))
  writeFileSync(manifest, `${JSON.stringify({ ...wanted, files }, null, 1)}\n`)
  return made
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now()
  const made = await makeFonts()
  console.log(made.length === 0 ? 'Fonts are up to date' : `Fonts made in ${((performance.now() - started) / 1000).toFixed(1)} s: ${made.join(', ')}`)
}
