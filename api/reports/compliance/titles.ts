import type { AccountRow } from '../../../db/contract.ts'
import type { House } from '../../house.ts'
import { maskName } from '../../masks.ts'
import { may } from '../../permissions.ts'

/** What a page shows of a case beside its number, as the lists do: masked names of the parties, the title of a place-name case; empty where the case is gone. */
const titleOf = async ({ register: { read } }: House, window: string, id: string): Promise<string> => {
  const couple = ({ names }: { readonly names: readonly [string, string] }): string => names.map(maskName).filter((name) => name !== '').join('、')
  switch (window) {
    case 'marriage': return couple(await read.getMarriage(id))
    case 'divorce': return couple(await read.getDivorce(id))
    case 'reissue': return couple(await read.getReissue(id))
    case 'burial': return maskName((await read.burial.get(id)).name)
    case 'place-names': return (await read.placeNames.get(id)).title
    default: return ''
  }
}

/** Titles of cases by `window/id`, for an account that may see cases; empty for all others. */
export const titlesOf = async (house: House, { role }: Pick<AccountRow, 'role'>, cases: Iterable<readonly [window: string, id: string]>): Promise<Record<string, string>> => {
  if (!may(role, 'case.read')) return {}
  const found: [string, string][] = []
  for (const [window, id] of cases) {
    const title = await titleOf(house, window, id).catch(() => '')
    if (title !== '') found.push([`${window}/${id}`, title])
  }
  return Object.fromEntries(found)
}
