/** The browser shell: the desk over HTTP, for a machine without Electron and for an office's other counters. */
import { join } from 'node:path'
import { createApi } from '../api/index.ts'
import { deskHandler, describeFailure } from '../api/desk.ts'
import { parseServerArguments, terminalLanguage, usage, UsageError, type ServerArguments } from './arguments.ts'
import { listenHttp } from './http.ts'

const language = terminalLanguage(process.env)

const portWords = (wanted: ServerArguments, code: string | undefined) => {
  const address = `${wanted.host}:${String(wanted.port)}`
  if (code === 'EADDRINUSE') return { zh: `端口已被占用:${address}。请用 --port 换一个端口,或关闭占用它的程序。`, en: `The address ${address} is already in use. Choose another port with --port, or stop the program that uses it.` }
  if (code === 'EACCES') return { zh: `没有使用端口 ${address} 的权限。`, en: `The address ${address} may not be used without higher rights.` }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return { zh: `本机没有地址 ${wanted.host}。`, en: `This machine has no address ${wanted.host}.` }
  return undefined
}

const say = (message: { zh: string; en: string }): void => {
  console.error(message[language])
  process.exitCode = 1
}

const serve = async (wanted: ServerArguments): Promise<void> => {
  const api = await createApi({ dataFolder: wanted.data, sample: wanted.sample }).catch((error: unknown) => {
    say(describeFailure(error).message)
    return undefined
  })
  if (api === undefined) return
  const handler = deskHandler(api, join(import.meta.dirname, '..', 'renderer'))
  const shell = await listenHttp({ handler, host: wanted.host, port: wanted.port, names: wanted.names }).catch(async (error: unknown) => {
    say(portWords(wanted, (error as NodeJS.ErrnoException).code) ?? describeFailure(error).message)
    await api.close()
    return undefined
  })
  if (shell === undefined) return
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await shell.close()
    await api.close()
    process.exit(0)
  }
  // Ready is printed last: who reads it may stop us at once.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  if (wanted.sample) console.log(JSON.stringify({ accounts: await api.sampleAccounts() }))
  console.log(`Lantai is ready at ${shell.url}`)
}

try {
  await serve(parseServerArguments(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
