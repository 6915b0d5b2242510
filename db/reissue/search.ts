import { searchCases } from '../case/search.ts'

/** Searches the reissues; also by the number of the certificate as it was first issued. */
export const searchReissues = searchCases('reissue', [{ column: 'original_number', matched: 'oldNumber', typed: (query) => query.oldNumber }])
