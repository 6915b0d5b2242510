/**
 * The set-up behind `npm start`, `npm test`, `npm run serve`, `verify` and `bench`: installs what is missing, builds what is stale,
 * and hands on to the Node that the project names. Plain JavaScript, because it must run on whatever Node (18+) the machine has.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isBuilt } from './stamp.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inTree = (/** @type {string[]} */ ...parts) => join(root, ...parts)

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** @param {string} words @returns {never} */
const giveUp = (words) => {
  console.error(words)
  process.exit(1)
}

/**
 * Whether node_modules holds what the lock file asks for, by npm's own record of what it installed.
 * @param {string} folder
 */
export const isInstalled = (folder) => {
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = readJson(join(folder, 'package-lock.json')).packages
  const have = readJson(record).packages
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional === true || entry.devOptional === true || entry.link === true || have[path]?.version === entry.version)
}

/** The Node that the project names, from its package `node`; else this one if it is new enough. */
const findNode = () => {
  const own = inTree('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

const install = () => {
  if (isInstalled(root) && findNode() !== undefined) return
  console.log('Installing packages (npm ci) …')
  // npm may have been told to be silent for our own output; its errors are wanted here.
  const npm = process.env.npm_execpath
  /** @param {string[]} args */
  const runNpm = (...args) =>
    npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' }).status
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status
  // Without install scripts: npm would compile SQLite, which comes built for Node and Electron and needs no compiler here. Only the package `node` fetches its program by one.
  const installed = runNpm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error') === 0 && runNpm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error') === 0
  if (!installed) giveUp('The packages could not be installed; see above.')
}

/** @param {string} command @param {string[]} args */
const answers = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** What the tests need of the system: the package of Debian and how to see that it is there. @type {[string, () => boolean][]} */
const tools = [
  ['chromium', () => ['/usr/bin/chromium', '/usr/bin/chromium-browser'].some((path) => existsSync(path))],
  ['poppler-utils', () => answers('pdftoppm', '-v') && answers('pdftotext', '-v')],
  ['qpdf', () => answers('qpdf', '--version')],
  ['fonts-noto-cjk', () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')],
]

const apt = (/** @type {string[]} */ ...args) =>
  spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

/** What apt can bring on this machine: nothing without its rights, and no Chromium but on Debian itself (elsewhere the package is a stub). */
const aptBrings = () => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/etc/os-release')) return []
  const isDebian = /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  return tools.map(([name]) => name).filter((name) => name !== 'chromium' || isDebian)
}

const installTools = () => {
  const missing = () => tools.filter(([, isThere]) => !isThere()).map(([name]) => name)
  const byApt = aptBrings().filter((name) => missing().includes(name))
  if (byApt.length > 0) {
    console.log(`Installing ${byApt.join(', ')} (apt) …`)
    const install = () => apt('install', '-y', '--no-install-recommends', ...byApt)
    // The lists of a fresh machine are empty or old.
    if (!(apt('update') && install()) && !install()) giveUp(`apt could not install ${byApt.join(', ')}; see above.`)
  }
  const others = missing()
  if (others.includes('chromium')) {
    console.log('Installing a browser for the tests (playwright install chromium) …')
    if (run('node_modules/playwright/cli.js', ['install', 'chromium']) !== 0) giveUp('The browser for the tests could not be installed; see above.')
  }
  const programs = others.filter((name) => name === 'poppler-utils' || name === 'qpdf')
  if (programs.length > 0) giveUp(`The tests of the papers need ${programs.join(' and ')}: install them with the system's package manager (macOS: brew install poppler qpdf) and start again.`)
}

const node = () => findNode() ?? giveUp(`Lantai needs Node 24; the package node did not bring one for this machine, and this is ${process.version}.`)

/** @returns {NodeJS.ProcessEnv} with the project's own Node and tools first on PATH */
const environment = () => ({ ...process.env, PATH: [dirname(node()), inTree('node_modules', '.bin'), process.env.PATH].join(delimiter) })

/** Runs a program of the project to its end and gives its exit code. @param {string} script @param {string[]} args */
const run = (script, args = []) => spawnSync(node(), [script, ...args], { cwd: root, stdio: 'inherit', env: environment() }).status ?? 1

const build = () => {
  if (!isBuilt(root) && run('scripts/build.ts') !== 0) giveUp('The build failed; see above.')
}

/**
 * Calls back when the shell in which npm runs a script has gone: `npm run` passes SIGTERM to that shell, which ends without passing it on.
 * @param {() => void} stop
 */
const whenOrphaned = (stop) => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 100)
  watch.unref()
}

/**
 * Hands on to a program of the project for good: in this process if it is the right Node already, else in one that gets our signals.
 * @param {string} script @param {string[]} args
 */
const handOn = async (script, args) => {
  if (process.execPath === node() || process.versions.node === readJson(inTree('node_modules', 'node', 'package.json')).version) {
    process.argv = [process.execPath, inTree(script), ...args]
    whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))
    await import(pathToFileURL(inTree(script)).href)
    return
  }
  const child = spawn(node(), [inTree(script), ...args], { stdio: 'inherit', env: environment() })
  // Ctrl-C reaches the child by itself, being in the same terminal; what is sent to us alone is passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  whenOrphaned(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
}

/** @param {string[]} words */
const main = async ([verb, ...args]) => {
  const verbs = ['start', 'test', 'serve', 'verify', 'bench']
  if (!verbs.includes(verb ?? '')) giveUp(`setup.mjs ${verbs.join(' | ')}`)
  install()
  if (verb === 'test') {
    installTools()
    return handOn('scripts/test.ts', args)
  }
  build()
  switch (verb) {
    case 'start':
      return handOn('scripts/start.ts', args)
    case 'serve':
      return handOn('out/main/server.js', args)
    case 'verify':
      return handOn('out/main/verify.js', args)
    default:
      return handOn('bench/main.ts', args)
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) await main(process.argv.slice(2))
