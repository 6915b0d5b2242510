/** Whether the built files are made from the sources as they stand. Plain JavaScript for any Node, so that the set-up can ask without starting another. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whatever the built files depend on. */
const folders = ['api', 'db', 'domain', 'electron', 'renderer', 'sample', 'server', 'templates']
const files = ['scripts/build.ts', 'scripts/fonts.ts', 'scripts/precompress.ts', 'scripts/routes-plugin.ts', 'scripts/sheets-plugin.ts', 'scripts/styles.ts', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json']

/** All files under a folder but what the build itself generates. @param {string} root @param {string} path @returns {string[]} */
const filesIn = (root, path) =>
  readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.name !== 'generated').flatMap((entry) => (entry.isDirectory() ? filesIn(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`]))

export const stampFile = 'out/stamp.txt'

/** A digest of the names and bytes of all the sources. @param {string} root */
export const digestSources = (root) => {
  const hash = createHash('sha256')
  const paths = [...folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesIn(root, folder)), ...files.filter((file) => existsSync(join(root, file)))]
  for (const path of paths.sort()) {
    const bytes = readFileSync(join(root, path))
    hash.update(`${path} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** @param {string} root */
export const isBuilt = (root) =>
  ['main/server.js', 'main/electron.js', 'preload/preload.cjs', 'fonts', 'stamp.txt'].every((path) => existsSync(join(root, 'out', path))) && readFileSync(join(root, stampFile), 'utf8') === digestSources(root)
