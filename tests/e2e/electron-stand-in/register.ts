/** Loaded before the built main process (`node --import`): puts the stand-in in the place of the module `electron`. */
import { registerHooks } from 'node:module'
import packageFile from 'electron/package.json' with { type: 'json' }

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' || specifier.startsWith('electron/main') ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(specifier, context)),
})
Object.defineProperty(process.versions, 'electron', { value: packageFile.version, enumerable: true })
