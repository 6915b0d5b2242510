import './marriage.css'
import { CasePage } from '../../case/CasePage.tsx'
import { marriageSpec } from './spec.ts'

/** The page on which a couple is registered: a new case, a draft taken up, or a case of the register. */
export default function MarriagePage() {
  return <CasePage spec={marriageSpec} />
}
