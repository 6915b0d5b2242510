import './names.css'
import { CasePage } from '../../../case/CasePage.tsx'
import { placeNameSpec } from './spec.ts'

/** The page of one application or letter, from its receipt until it is filed away. */
export default function PlaceNameCasePage() {
  return <CasePage spec={placeNameSpec} />
}
