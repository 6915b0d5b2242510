import './compliance.css'
import '../statistics/counted/counted.css'
import { useParams } from 'wouter'
import { DrawingPart } from './DrawingPart.tsx'
import { DrawingsPart } from './DrawingsPart.tsx'
import { ReportsPart } from './ReportsPart.tsx'
import { RunPart } from './RunPart.tsx'
import { StoredPart } from './StoredPart.tsx'

/** 合规: the report of a period, those put away, and the sampled inspections. */
export default function CompliancePage() {
  const { part, id } = useParams<{ part?: string; id?: string }>()
  if (part === 'reports') return id === undefined ? <ReportsPart /> : <StoredPart key={id} id={id} />
  if (part === 'drawings') return id === undefined ? <DrawingsPart /> : <DrawingPart key={id} id={id} />
  return <RunPart />
}
