/** The plain shapes of the counts that sheets print; the api fills them from the register. */
export interface CountRow { readonly title: string; readonly unit: string; readonly count: number }
export interface JournalHead { readonly seq: number; readonly hash: string; readonly at: string }
/** Booklets (本): opening + received = issued + spoiled + returned + closing. */
export interface StockMonth { readonly title: string; readonly opening: number; readonly received: number; readonly issued: number; readonly spoiled: number; readonly returned: number; readonly closing: number }
