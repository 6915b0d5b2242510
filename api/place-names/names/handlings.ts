import { handle, type Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'
import { checkTypedName } from './check.ts'
import { spell } from './spelled.ts'

/** What the page asks of a name before anything is saved. */
export const nameHandlings: readonly Handling[] = [
  handle(routes.romaniseName, async ({ house, body }) => {
    const { name, kind, cut, division, chosen, ordinalStyle, published } = body
    const profile = await profileOn(house, house.register.read, house.today())
    const { spelled, flags } = spell(profile, {
      name, ...(kind === undefined ? {} : { kind }), ...(cut === undefined ? {} : { cut }), ...(division === undefined ? {} : { division }), ...(ordinalStyle === undefined ? {} : { ordinalStyle }),
      ...(chosen === undefined ? {} : { chosen: Object.fromEntries(Object.entries(chosen).map(([position, reading]) => [Number(position), reading])) }),
      ...(published === undefined ? {} : { published: { text: published.text, ...(published.sign === undefined ? {} : { sign: published.sign }) } }),
    })
    return { ...spelled, flags: flags.map((flag) => ({ ...flag })) }
  }),

  handle(routes.checkPlaceName, async ({ house, body }) => {
    const { item, applicants, answers, typing, day = house.today(), caseId } = body
    const { read } = house.register
    return checkTypedName(read, { item, applicants, answers, typing: typing ?? true, day, caseId: caseId ?? '', openedAt: caseId === undefined ? '' : (await read.placeNames.get(caseId)).openedAt, profile: await profileOn(house, read, day) })
  }),
]
