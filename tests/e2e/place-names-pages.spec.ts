import type { GazetteerLine } from '../../api/schemas/gazetteer.ts'
import type { PlaceNameLine } from '../../api/schemas/place-names.ts'
import { daysFrom, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { walkPages } from './pages/walk.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 300_000 })

test('no page of place names has a barrier, in both languages, light and dark; each fits the screen', async ({ desk, shell }) => {
  const today = await todayOf(shell)
  const token = await tokenOf(shell, 'clerk1')
  const { rows: cases } = await ask<{ rows: readonly PlaceNameLine[] }>(shell, token, '/api/place-name-cases?limit=200')
  const caseIn = (state: string): string => `/place-names/${cases.find((one) => one.state === state)?.id ?? ''}`
  const { rows: numbered } = await ask<{ rows: readonly { entityId: string }[] }>(shell, token, '/api/plates?limit=1')
  const { rows: streets } = await ask<{ rows: readonly GazetteerLine[] }>(shell, token, `/api/gazetteer?text=${encodeURIComponent('春晖路')}`)
  const { lines: lines } = await ask<{ lines: readonly { id: string }[] }>(shell, token, '/api/boundaries')
  const [street, book] = [streets[0]?.entityId ?? '', numbered[0]?.entityId ?? '']
  const clerks = [
    '/place-names', '/place-names?list=signDue', '/place-names/new', '/place-names/new?source=consultation', caseIn('approved'), caseIn('archived'), caseIn('refused'), caseIn('notAccepted'),
    '/place-names/gazetteer/import', `/place-names/plates/${street}?part=number`,
  ]
  const shared = [
    '/place-names/gazetteer', `/place-names/gazetteer/${street}`, '/place-names/map', `/place-names/map?at=${street}`, '/place-names/plates', `/place-names/plates/${book}`, `/place-names/plates/${book}?part=concordance`,
    '/place-names/proofs', '/place-names/plans', '/place-names/boundaries', `/place-names/boundaries/${lines[0]?.id ?? ''}`, '/place-names/irregular', '/place-names/documents', '/place-names/tables', `/place-names/report?from=${daysFrom(today, -365)}&to=${today}`, '/place-names/profile',
  ]
  const found = await walkPages(desk, {
    paths: [['registrar', clerks], ['reviewer', shared]],
    // Keys of the keyboard, the product, kinds of files, and the sign of the sample that says it wrong.
    latin: /^(?:Enter|Esc|Lantai|CSV|JSON|CHUNHUI|ROAD)$/,
  })
  expect(found).toEqual([])
})
