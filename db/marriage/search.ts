import { searchCases } from '../case/search.ts'

/** Searches the marriage cases; of a remarriage to the former spouse also the number of the divorce before it. */
export const searchMarriages = searchCases('marriage', [{ column: 'old_number', matched: 'oldNumber', typed: (query) => query.oldNumber }])
