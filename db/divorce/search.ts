import { searchCases } from '../case/search.ts'

/** Searches the divorces; also by the numbers of the receipt, of the confirmation of a withdrawal, and of the marriage certificate in whatever shape it has. */
export const searchDivorces = searchCases('divorce', [
  { column: 'receipt_number', matched: 'number', typed: (query) => query.oldNumber },
  { column: 'confirmation_number', matched: 'number', typed: (query) => query.oldNumber },
  { column: 'marriage_number', matched: 'oldNumber', typed: (query) => query.oldNumber },
])
