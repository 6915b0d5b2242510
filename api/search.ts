import { normaliseSound } from '../domain/names/index.ts'
import { handle, type Handling } from './door.ts'
import { maskFound, maskName } from './masks.ts'
import { routes } from './schemas/index.ts'

/** The one search box: by name, pinyin, initials, identity number, certificate number, blank serial, old number. Persons are masked, places are not. */
export const searchHandlings: readonly Handling[] = [
  handle(routes.search, async ({ house, query }) => {
    const hits = await house.register.read.search(query.q, query.limit ?? 20)
    return {
      hits: hits.map((hit) => ({
        window: hit.window, caseId: hit.caseId, matched: hit.matched, value: hit.public === true ? hit.value : maskFound(hit.matched, hit.value, hit.matched === 'pinyin' ? normaliseSound(query.q) : query.q), title: hit.public === undefined ? maskName(hit.title) : hit.title, state: hit.state, day: hit.day, number: hit.number,
      })),
    }
  }),
]
