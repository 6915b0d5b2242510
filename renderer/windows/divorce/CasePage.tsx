import './divorce.css'
import { CasePage } from '../../case/CasePage.tsx'
import { divorceSpec } from './spec.ts'

/** The page of one application for divorce, from the start to the file in the archive. */
export default function DivorcePage() {
  return <CasePage spec={divorceSpec} />
}
