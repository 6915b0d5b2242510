import './burial.css'
import { CasePage } from '../../../case/CasePage.tsx'
import { claimSpec } from './spec.ts'

/** 申领减免: a cremation at another home, claimed for here. */
export default function ClaimPage() {
  return <CasePage spec={claimSpec} />
}
