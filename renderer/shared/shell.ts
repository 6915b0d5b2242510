/** What the shell around the page can do beyond a page: the preload of the Electron shell sets `window.lantai`; in a browser everything is undefined. */
export interface DeskShell {
  /** Prints a paper to a printer without a dialog; false if it was cancelled. */
  readonly print?: ((paper: Blob, options: { readonly name: string; readonly printer?: string }) => Promise<boolean>) | undefined
}

export const deskShell: DeskShell = {}
