/** What the test says to the stand-in; each is answered by a message with the same id. */
export type Question =
  /** The page called a function that the preload script gave it. */
  | { readonly id: number; readonly ask: 'invoke'; readonly world: string; readonly name: string; readonly args: unknown[] }
  /** The page is about to load something that is not the desk's; may it? */
  | { readonly id: number; readonly ask: 'load'; readonly url: string; readonly isNavigation: boolean; readonly isMainFrame: boolean }
  /** The page tried to open a window; may it? */
  | { readonly id: number; readonly ask: 'open'; readonly url: string }
  /** Quit as from the window's close button. */
  | { readonly id: number; readonly ask: 'quit' }

export type FromStandIn =
  | { readonly tell: 'answer'; readonly id: number; readonly value: unknown }
  /** The main process loaded the desk in its window; `url` is where the test's browser finds it. */
  | { readonly tell: 'window'; readonly url: string; readonly worlds: Readonly<Record<string, readonly string[]>> }
