import { parseArgs } from 'node:util'

/** What the browser shell was asked to do. */
export interface ServerArguments {
  readonly data: string
  /** 0 lets the system pick one. */
  readonly port: number
  readonly host: string
  readonly sample: boolean
  /** Further names under which the desk may be asked for, e.g. the office's own DNS name. */
  readonly names: readonly string[]
}

/** A command line that cannot be followed, in words for who typed it. */
export class UsageError extends Error {}

export const usage = `npm run serve -- --data DIR [--port N] [--host H] [--name NAME]… [--sample]
  --data DIR   the folder that holds the register; made if it is not there
  --port N     port to listen at, 0 for any free one (4780)
  --host H     address to listen at (127.0.0.1: this machine only)
  --name NAME  a further host name under which the desk may be opened
  --sample     fill an empty register with the sample office and print its accounts`

/** Reads the command line of the browser shell; throws UsageError. */
export const parseServerArguments = (words: readonly string[]): ServerArguments => {
  let values
  try {
    values = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '4780' },
        host: { type: 'string', default: '127.0.0.1' },
        name: { type: 'string', multiple: true, default: [] },
        sample: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  if (values.data === undefined || values.data === '') throw new UsageError('--data is missing: the folder that holds the register.')
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) throw new UsageError(`--port ${values.port} is not a port (0 to 65535).`)
  if (!/^[0-9A-Za-z.:_-]+$/.test(values.host)) throw new UsageError(`--host ${values.host} is not an address.`)
  return { data: values.data, port: Number(values.port), host: values.host, sample: values.sample, names: values.name }
}

/** The language of the terminal by the usual variables: Chinese where they say so, else English. */
export const terminalLanguage = (environment: NodeJS.ProcessEnv): 'zh' | 'en' =>
  /^zh/i.test(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '') ? 'zh' : 'en'
