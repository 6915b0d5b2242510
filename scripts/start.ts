/** `npm start`: opens the desk in an Electron window where the binary is there or can be had, else in the browser shell and the system's browser. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const electronFolder = join(root, 'node_modules', 'electron')
/** Within this the choice between the two shells is made, in milliseconds. */
const decideWithin = 10_000

const findBinary = (): string | undefined => {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Why an Electron window cannot be shown on this machine; undefined if it can. */
export const hindrance = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, userId: number | undefined): string | undefined => {
  if (platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'there is no display'
  if (platform === 'linux' && userId === 0) return 'Chromium will not open its sandbox for root'
  return undefined
}

/** The address the binary is fetched from, by the rules of @electron/get. */
const downloadUrl = (): string => {
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/download/'
  return `${mirror}${mirror.endsWith('/') ? '' : '/'}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** Whether a file can be had from here within the time, by asking for its first byte. */
export const isReachable = async (url: string, milliseconds: number): Promise<boolean> => {
  try {
    const response = await fetch(url, { headers: { range: 'bytes=0-0' }, signal: AbortSignal.timeout(milliseconds) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

const download = (): Promise<boolean> =>
  new Promise((resolve) => {
    console.log('Fetching Electron (about 120 MB, once) …')
    spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: ['ignore', 'ignore', 'ignore'] }).once('exit', (code) => resolve(code === 0))
  })

/** Opens the desk in Electron and stays until it is closed; gives the reason if no window came up in time. */
const openElectron = (binary: string, args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(binary, [root, ...args], { stdio: ['inherit', 'pipe', 'inherit'] })
    let isUp = false
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL')
      resolve('its window did not come up')
    }, decideWithin)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'Lantai has its window') {
        isUp = true
        clearTimeout(tooLate)
      } else console.log(line)
    })
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'))
    child.once('error', (error) => {
      clearTimeout(tooLate)
      resolve(error.message)
    })
    child.once('exit', (code) => {
      clearTimeout(tooLate)
      if (!isUp && code !== 0) return resolve(`Electron ended with ${String(code)}`)
      process.exitCode = code ?? 0
      resolve(undefined)
    })
  })

const tryElectron = async (args: readonly string[]): Promise<string | undefined> => {
  const reason = hindrance(process.platform, process.env, process.getuid?.())
  if (reason !== undefined) return reason
  if (findBinary() === undefined) {
    if (!(await isReachable(downloadUrl(), decideWithin - 1000))) return 'its program is not here and cannot be fetched'
    if (!(await download())) return 'its program could not be fetched'
  }
  const binary = findBinary()
  return binary === undefined ? 'its program is not here' : openElectron(binary, args)
}

/** Opens an address in the system's browser, where there is a display. */
const openBrowser = (url: string): void => {
  const [command, ...words]: [string, ...string[]] = process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '""', url] : ['xdg-open', url]
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return
  spawn(command, words, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

const isFree = async (port: number): Promise<boolean> => {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

const main = async (words: readonly string[]): Promise<void> => {
  const data = words.some((word) => word === '--data' || word.startsWith('--data=')) ? [] : ['--data', join(root, '.lantai')]
  const reason = await tryElectron([...data, ...words])
  if (reason === undefined) return
  console.log(`No Electron window (${reason}): the desk opens in the browser.`)
  const port = words.some((word) => word.startsWith('--port')) || (await isFree(4780)) ? [] : ['--port', '0']
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'server.js'), ...data, ...port, ...words], { stdio: ['inherit', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line)
    const url = /^Lantai is ready at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) openBrowser(url)
  })
  // Ctrl-C reaches the shell by itself, being in the same terminal.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2))
