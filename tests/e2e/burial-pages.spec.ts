import { crematedCase, daysFrom, deathFile, freePlot, storedCase, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { walkPages } from './pages/walk.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 300_000 })

const agent = { name: '示例承办人', sex: 2, birth: '1975-05-05', order: 94 } as const

test('no page of funeral affairs has a barrier, in both languages, light and dark; each fits the screen', async ({ desk, shell }) => {
  const today = await todayOf(shell)
  const stored = await storedCase(shell, deathFile({ card: { name: '示例在馆', sex: 1, birth: '1940-01-01', order: 95 }, agent, death: daysFrom(today, -1) }), `${today}T00:00:00+08:00`)
  const cremated = await crematedCase(shell, { card: { name: '示例已火化', sex: 1, birth: '1941-01-01', order: 96 }, agent, death: daysFrom(today, -1) }, today)
  const plot = await freePlot(shell, 'niche', 120)
  const token = await tokenOf(shell, 'clerk1')
  const { rows: facilities } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/facilities')
  const { rows: graves } = await ask<{ rows: readonly { id: string }[] }>(shell, token, '/api/relocation-graves?limit=1')
  const clerks = ['/burial', '/burial?list=inHome', '/burial/new', '/burial/claim', `/burial/${stored.id}`, `/burial/${cremated.id}`, '/burial/numbers']
  const shared = ['/burial/plots', '/burial/plots?part=terms', `/burial/plots/${plot.split('/')[0] ?? ''}?section=${encodeURIComponent(plot.split('/')[1] ?? '')}&plot=${encodeURIComponent(plot)}`, '/burial/waivers', '/burial/policies', '/burial/policies?part=rewards', '/burial/policies?part=prices', '/burial/policies/SAMPLE-2020', '/burial/relocation', `/burial/relocation?grave=${graves[0]?.id ?? ''}`, '/burial/facilities', `/burial/facilities/${facilities[0]?.id ?? ''}`, '/burial/grounds', '/burial/grounds?part=illegal', '/burial/tables', '/burial/tables?table=waiver.items', '/burial/tables?table=rates', '/burial/tables?table=closing']
  // Keys of the keyboard, the product, and prefixes of the numbers of papers.
  const found = await walkPages(desk, { paths: [['registrar', clerks], ['reviewer', shared]], latin: /^(?:Enter|Esc|Lantai|B?[A-Z]{1,2}Z)$/ })
  expect(found).toEqual([])
})
