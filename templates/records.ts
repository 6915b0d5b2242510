/** The plain shapes that sheets print; the api fills them from the register. */
/** Booklets (本): opening + received = issued + spoiled + returned + closing. */
export interface StockMonth { readonly title: string; readonly opening: number; readonly received: number; readonly issued: number; readonly spoiled: number; readonly returned: number; readonly closing: number }
