/** A share as a clerk reads it, in per cent with two places; a dash where there is nothing to share. */
export const share = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(2)}%`)
