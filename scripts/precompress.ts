import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.wasm'])
/** Below this a compressed copy saves no packet. */
const smallest = 1024

/** Writes a `.br` and a `.gz` beside every built text file of the desk, for the browser shell to send as they are. */
export const precompress = () => {
  let folder = ''
  return {
    name: 'lantai:precompress',
    apply: 'build' as const,
    configResolved(config: { root: string; build: { outDir: string } }) {
      folder = resolve(config.root, config.build.outDir)
    },
    async writeBundle() {
      await Promise.all(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
          .map(async (entry) => {
            const path = join(entry.parentPath, entry.name)
            const bytes = readFileSync(path)
            if (bytes.length < smallest) return
            const [br, gz] = await Promise.all([
              promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
              promisify(gzip)(bytes, { level: 9 }),
            ])
            writeFileSync(`${path}.br`, br)
            writeFileSync(`${path}.gz`, gz)
          }),
      )
    },
  }
}
