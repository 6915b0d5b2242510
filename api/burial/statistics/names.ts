import type { CountRows } from '../../../domain/burial/statistics/tables.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'

type Named = Extract<CountRows, { by: 'open' }>['named']

/** Names of the rows that no list closes: policies, those who bear the cost, cemeteries, and words that were typed. */
export const namesOf = async (house: House, named: Named): Promise<(id: string) => Text> => {
  const { burial } = house.register.read
  const titles = new Map<string, Text>()
  switch (named) {
    case 'policy':
      for (const { policy } of await burial.policies()) titles.set(policy.id, policy.documentNumber === '' ? policy.title : text(`${policy.title.zh}（${policy.documentNumber}）`, `${policy.title.en} (${policy.documentNumber})`))
      break
    case 'rewardPolicy':
      for (const { policy } of await burial.rewardPolicies()) titles.set(policy.id, policy.title)
      break
    case 'bearer':
      titles.set('unresolved', text('负担单位未定', 'Not settled'))
      for (const { policy } of await burial.policies()) for (const { id, title } of [...policy.bearers, ...policy.layers.flatMap(({ bearers }) => bearers)]) titles.set(id, title)
      break
    case 'cemetery':
      for (const { id, value } of await burial.cemeteries()) titles.set(id, text(value.facts.name, value.facts.name))
      break
    case 'plain':
  }
  return (id) => titles.get(id) ?? (id === '' ? text('未填', 'Not stated') : text(id, id))
}
