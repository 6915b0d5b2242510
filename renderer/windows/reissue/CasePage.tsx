import './reissue.css'
import { CasePage } from '../../case/CasePage.tsx'
import { reissueSpec } from './spec.ts'

/** The page of one reissue, from the application to the file in the archive. */
export default function ReissuePage() {
  return <CasePage spec={reissueSpec} />
}
