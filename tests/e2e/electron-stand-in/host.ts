import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { BrowserContext, Frame, Page, Request } from '@playwright/test'
import type { FromStandIn, Question } from './messages.ts'

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never

export interface StandIn {
  readonly url: string
  readonly child: ChildProcess
  /** Makes a page of this context the window of the main process: its guards, its preload functions. */
  attach(context: BrowserContext): Promise<Page>
  ask(question: Asked): Promise<unknown>
  stop(): Promise<void>
}

/** Boots the built main process with the stand-in and waits until it has shown its window. */
export const startStandIn = async (main: string, args: readonly string[], machine: string): Promise<StandIn> => {
  const child = fork(main, args, {
    execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
    env: { ...process.env, LANTAI_STAND_IN: machine, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let last = 0
  const waiting = new Map<number, (value: unknown) => void>()
  const ask = (question: Asked): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      child.send({ ...question, id })
    })
  const shown = await new Promise<Extract<FromStandIn, { tell: 'window' }>>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The main process ended with ${String(code)} before it showed a window.`)))
    child.on('message', (message: FromStandIn) => {
      if (message.tell === 'window') return resolve(message)
      waiting.get(message.id)?.(message.value)
      waiting.delete(message.id)
    })
  })
  const origin = new URL(shown.url).origin

  const attach = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    await context.route(
      (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
      async (route) => {
        const request = route.request()
        const isNavigation = request.isNavigationRequest()
        const frame = isNavigation ? frameOf(request) : undefined
        // A page the desk opens is no part of its window: it is closed below.
        if (isNavigation && frame?.page() !== page) return route.abort('blockedbyclient')
        const allowed = await ask({ ask: 'load', url: request.url(), isNavigation, isMainFrame: frame?.parentFrame() === null })
        // A navigation that is answered with nothing leaves the page where it is, as a prevented one does.
        await (allowed === true ? route.continue() : isNavigation ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient'))
      },
    )
    await context.exposeFunction('lantaiStandIn', async (world: string, name: string, args: unknown[]) => pack(await ask({ ask: 'invoke', world, name, args: args.map(unpack) })))
    await context.addInitScript(exposeWorlds, shown.worlds)
    page.on('popup', (popup) => {
      void ask({ ask: 'open', url: popup.url() }).then((allowed) => (allowed === true ? undefined : popup.close()))
    })
    return page
  }

  return {
    url: shown.url,
    child,
    attach,
    ask,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.send({ ask: 'quit', id: ++last })
      await ended
    },
  }
}

/** The frame a navigation is for; a page that is only being opened has none yet. */
const frameOf = (request: Request): Frame | undefined => {
  try {
    return request.frame()
  } catch {
    return undefined
  }
}

/** Bytes cross from the page as base64, since the wire of the test carries JSON only. */
interface Packed {
  readonly lantaiBytes: string
}
const isPacked = (value: unknown): value is Packed => typeof value === 'object' && value !== null && 'lantaiBytes' in value
const unpack = (value: unknown): unknown => {
  if (isPacked(value)) return new Uint8Array(Buffer.from(value.lantaiBytes, 'base64'))
  if (Array.isArray(value)) return value.map(unpack)
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)])) : value
}
const pack = (value: unknown): unknown => (value instanceof Uint8Array ? { lantaiBytes: Buffer.from(value).toString('base64') } : value)

/** Runs in the page before anything else: puts there what the preload script exposes. */
const exposeWorlds = (worlds: Readonly<Record<string, readonly string[]>>): void => {
  const send = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return { lantaiBytes: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) }
    if (Array.isArray(value)) return value.map(send)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, send(part)])) : value
  }
  const call = (window as unknown as { lantaiStandIn: (world: string, name: string, args: unknown[]) => Promise<unknown> }).lantaiStandIn
  for (const [world, names] of Object.entries(worlds)) {
    const functions = Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(world, name, args.map(send))]))
    Object.defineProperty(window, world, { value: Object.freeze(functions) })
  }
}
