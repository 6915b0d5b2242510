import type { App, Session, WebContents } from 'electron'
import { origin, scheme } from './options.ts'

/** The viewer of PDF papers inside Chromium; it can be shown in a frame of the desk, never as the desk. */
const pdfViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

const originOf = (url: string): string => {
  try {
    const parsed = new URL(url)
    // A scheme that is not of the web has the origin `null` by the standard; here it is scheme and host.
    return parsed.protocol === 'blob:' ? originOf(parsed.pathname) : `${parsed.protocol}//${parsed.host}`
  } catch {
    return ''
  }
}

/** Whether a URL is a page of the desk itself. */
export const isDeskUrl = (url: string): boolean => url.startsWith(`${scheme}:`) && originOf(url) === origin

/** Whether a frame inside the desk may show a URL: the desk's own, a paper made in the page, the PDF viewer. */
export const isFrameUrl = (url: string): boolean => isDeskUrl(url) || url === 'about:blank' || url === 'about:srcdoc' || (url.startsWith('blob:') && originOf(url) === origin) || url.startsWith(pdfViewer)

/** Whether the window may load a URL at all, be it a script, a picture or an answer. */
export const mayLoad = (url: string): boolean => isFrameUrl(url) || url.startsWith('data:') || url.startsWith('devtools:') || url.startsWith('chrome-extension:')

/** Denies every permission a page could ask for or look up; the desk needs none. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, reply) => reply(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, reply) => reply({}))
}

/** Lets nothing out of the window and nothing foreign in. */
export const keepOffTheNetwork = (session: Session): void => {
  session.webRequest.onBeforeRequest((details, reply) => reply({ cancel: !mayLoad(details.url) }))
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:') || !isFrameUrl(item.getURL())) event.preventDefault()
  })
}

/** Keeps a window at the desk: no navigation away, no new window, no webview. */
export const confine = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => {
    if (!isDeskUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isDeskUrl(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame ? isDeskUrl(event.url) : isFrameUrl(event.url))) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Confines every web contents there will ever be, also one that no code of ours made. */
export const confineAll = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}
