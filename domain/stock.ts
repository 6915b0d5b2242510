/** Blank certificates of one type in one period, counted in booklets (本). */
export interface StockCounts {
  readonly opening: number
  readonly received: number
  readonly issued: number
  readonly reissued: number
  readonly spoiled: number
  readonly returned: number
  readonly closing: number
}

/** Both sides of the stock identity and the difference between them. */
export interface StockReconciliation {
  readonly balanced: boolean
  /** opening + received */
  readonly available: number
  /** issued + reissued + spoiled + returned + closing */
  readonly accounted: number
  /** available − accounted: what cannot be explained, in booklets */
  readonly difference: number
}

/** Reconciles a period: opening + received = issued + reissued + spoiled + returned + closing. */
export const reconcileStock = (counts: StockCounts): StockReconciliation => {
  const available = counts.opening + counts.received
  const accounted = counts.issued + counts.reissued + counts.spoiled + counts.returned + counts.closing
  return { balanced: available === accounted, available, accounted, difference: available - accounted }
}

/** Checks certificates against stock in one period: issued booklets = 2 × registrations, with reprints counted as spoiled. */
export const reconcileCertificates = (registrations: number, issued: number): { readonly balanced: boolean; readonly expected: number; readonly issued: number; readonly difference: number } => ({
  balanced: issued === 2 * registrations,
  expected: 2 * registrations,
  issued,
  difference: issued - 2 * registrations,
})
