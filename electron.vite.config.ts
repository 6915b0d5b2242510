import { existsSync, globSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import { precompress } from './scripts/precompress.ts'
import { addressesOnly } from './scripts/routes-plugin.ts'
import { constructedSheets } from './scripts/sheets-plugin.ts'

/** Program entries of the main process, by the name of the built file; each worker thread is an entry of its own: `db/worker.ts` is db-worker.js, `templates/print-worker.ts` print-worker.js. */
const entries = (): Record<string, string> => {
  const named: Record<string, string> = { electron: 'electron/main.ts', server: 'server/main.ts', verify: 'server/verify.ts' }
  for (const file of globSync('{api,db,templates}/**/{worker,*-worker}.ts')) {
    const name = basename(file) === 'worker.ts' ? `${basename(dirname(file))}-worker` : basename(file, '.ts')
    if (named[name] !== undefined) throw new Error(`${file} and ${named[name]} would both be built as ${name}.js`)
    named[name] = file
  }
  return Object.fromEntries(Object.entries(named).filter(([, file]) => existsSync(file)))
}

/** Packages left in node_modules: native code, and those that read their own data files at run time. All others are bundled, which starts faster. */
const external = ['better-sqlite3', 'pdfkit', 'fontkit']

/** The desk's files are asked for from the root, because a route of the desk may be many parts deep. */
const fromTheRoot = () => ({
  name: 'lantai:from-the-root',
  config: {
    order: 'post' as const,
    handler(config: { base?: string }) {
      config.base = '/'
    },
  },
})

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      emptyOutDir: true,
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: entries(),
        external: [...external, ...external.map((name) => new RegExp(`^${name}/`))],
        // One flat folder, so that `new URL('./worker.js', import.meta.url)` holds in whichever chunk it lands.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      emptyOutDir: true,
      externalizeDeps: false,
      // A sandboxed preload script must be CommonJS in one file.
      rolldownOptions: { input: { preload: 'electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  ...(existsSync('renderer/index.html') && {
    renderer: {
      root: 'renderer',
      plugins: [react(), constructedSheets(), addressesOnly(), fromTheRoot(), precompress()],
      build: {
        outDir: resolve('out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        minify: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: 'renderer/index.html' },
      },
    },
  }),
})
