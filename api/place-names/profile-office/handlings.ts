import type { PlaceNameReads } from '../../../db/place-names/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { approvalClasses } from '../../../domain/place-names/approval.ts'
import { checkProfile, findProfileOn } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import { stopped } from '../../case/decide.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { profileOn } from '../profile.ts'

type Version = Awaited<ReturnType<PlaceNameReads['profiles']>>[number]

const versionOf = async (house: House, { day, at, by, second, reason, profile }: Version, inForce: unknown) => ({ day, at, byName: await house.nameOf(by), secondName: second === '' ? '' : await house.nameOf(second), reason, inForce: profile === inForce })

const blocked = text('还不能生效：请先处理列出的各项。', 'It cannot come into force yet: see to what is listed first.')

/** The office's own rules on names (本地规定): a version from a day, set by two persons; every version stays. */
export const profileHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.getPlaceNameProfile, async ({ house, query }) => {
    const reads = house.register.read
    const day = query.on ?? house.today()
    const [versions, profile] = await Promise.all([reads.placeNames.profiles(), profileOn(house, reads, day)])
    const inForce = findProfileOn(versions, day)
    const listed = await Promise.all(versions.map((version) => versionOf(house, version, inForce)))
    return {
      profile, shipped: inForce === undefined, versions: listed.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.at < b.at ? 1 : -1)), findings: [...checkProfile(profile).findings],
      classes: approvalClasses.map(({ id, kind, title, who, role, approvers, law }) => ({ id, kind, title, who, role, approvers: [...approvers], law })),
    }
  }),

  handle(routes.checkPlaceNameProfile, async ({ body }) => {
    const { findings } = checkProfile(body.profile)
    return { findings: [...findings], ready: findings.every(({ severity }) => severity !== 'stop') }
  }),

  handle(routes.setPlaceNameProfile, async ({ house, body, account, session, actor }) => {
    // Whoever may correct a case may compare the rules with their documents.
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    const stops = checkProfile(body.profile).findings.filter(({ severity }) => severity === 'stop')
    if (stops.length > 0) throw stopped(stops, stops[0]?.field === undefined ? undefined : `profile.${stops[0].field}`, blocked)
    await house.register.transact(actor(), async (tx) => {
      const latest = (await tx.placeNames.profiles()).map(({ day }) => day).toSorted().at(-1)
      // What was in force on a day is not changed afterwards by an older version.
      if (latest !== undefined && body.day < latest) throw new LantaiError('invalid', text(`已有自 ${latest} 起的版本，新版本的生效日期不能更早`, `A version holds from ${latest}; a new one cannot begin earlier`), 'day')
      await tx.record({ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: body.day, profile: body.profile }, reason: body.reason, second: second.id })
    })
    return { done: true as const }
  }),
]
