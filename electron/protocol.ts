import { deskHandler, failureResponse } from '../api/desk.ts'
import type { Api } from '../api/contract.ts'
import { origin } from './options.ts'

/**
 * The handler of the desk's scheme. It answers pages while the register is still being opened, so that the window is drawn at once;
 * a request of the api waits. If the register cannot be opened, every request is answered with what happened and nothing else is done.
 */
export const deskProtocol = (opening: Promise<Api>, rendererFolder: string): ((request: Request) => Promise<Response>) => {
  let failure: { readonly cause: unknown } | undefined
  opening.catch((cause: unknown) => {
    failure = { cause }
  })
  const late: Api = {
    fetch: async (request, from) => (await opening).fetch(request, from),
    sampleAccounts: async () => (await opening).sampleAccounts(),
    close: async () => (await opening).close(),
  }
  const answer = deskHandler(late, rendererFolder)
  return async (request) => {
    if (!request.url.startsWith(`${origin}/`)) return new Response(null, { status: 404 })
    if (failure !== undefined) return failureResponse(request, failure.cause)
    try {
      return await answer(request, { shell: 'electron' })
    } catch (cause) {
      return failureResponse(request, cause)
    }
  }
}
