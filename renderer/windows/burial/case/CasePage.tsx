import './burial.css'
import { CasePage } from '../../../case/CasePage.tsx'
import { burialSpec } from './spec.ts'

/** The page of one deceased person, from the call to the home until the ashes rest. */
export default function BurialPage() {
  return <CasePage spec={burialSpec} />
}
