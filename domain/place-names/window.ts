import { text } from '../text.ts'
import type { DomainWindow } from '../windows.ts'
import { boundaryActions } from './boundaries/actions.ts'
import { boundaryRules } from './boundaries/line.ts'
import { placeNameActions } from './case/actions.ts'
import { placeNameCaseRules } from './case/rules/index.ts'
import { gazetteerActions } from './gazetteer/actions.ts'
import { irregularActions } from './irregular/actions.ts'
import { nameRules } from './names/index.ts'
import { namePlanActions } from './plans/actions.ts'
import { addressActions, plateActions } from './plates/actions.ts'
import { placeNameProfileActions, profileRules } from './profile.ts'

/** Cases, gazetteer, plates, address proofs, boundaries and the office's own rules on names as the rest of the house sees them in this layer; one line in `domain/windows.ts` opens them. */
export const placeNameWindow: DomainWindow = {
  id: 'place-names',
  title: text('地名管理', 'Place names'),
  actions: { ...placeNameActions, ...gazetteerActions, ...plateActions, ...addressActions, ...boundaryActions, ...namePlanActions, ...irregularActions, ...placeNameProfileActions },
  rules: [...nameRules, ...placeNameCaseRules, ...boundaryRules, ...profileRules],
}
