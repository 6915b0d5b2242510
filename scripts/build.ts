/** Builds what the shells run: the printing fonts, the style sheet, the two shells and the desk. Does nothing if nothing changed; `--force` builds anyway. */
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestSources, isBuilt, stampFile } from './stamp.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

if (!process.argv.includes('--force') && isBuilt(root)) {
  console.log('The build is up to date.')
} else {
  process.chdir(root)
  const started = performance.now()
  // Taken before the build: what is changed meanwhile makes it stale.
  const digest = digestSources(root)
  rmSync(stampFile, { force: true })
  const [{ build }, { makeFonts }] = await Promise.all([import('electron-vite'), import('./fonts.ts')])
  await makeFonts()
  await import('./styles.ts')
  await build({ root, logLevel: 'warn' })
  writeFileSync(stampFile, digest)
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
