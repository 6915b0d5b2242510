import type { ComplianceReport } from '../../../../domain/reports/shapes.ts'
import type { Desk, Who } from '../desk.ts'

/** Runs of the compliance report through the door. */

export interface Job { readonly id: string; readonly state: string; readonly stage: string; readonly done: number; readonly total: number; readonly result?: { readonly run: string }; readonly error?: { readonly zh: string } }
export interface Shown { readonly content: ComplianceReport; readonly titles: Record<string, string>; readonly milliseconds: number }

/** Waits for long work to end. */
export const ended = async (desk: Desk, who: Who, id: string): Promise<Job> => {
  for (;;) {
    const { body } = await desk.ask<Job>(who, 'GET', `/api/jobs/${id}`)
    if (body.state !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

/** Runs a report and gives its id; throws when it fails. */
export const run = async (desk: Desk, asked: { from: string; to: string; windows?: readonly string[] }, who: Who = 'manager'): Promise<string> => {
  const { body, status } = await desk.ask<Job>(who, 'POST', '/api/compliance', asked)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const job = await ended(desk, who, body.id)
  if (job.state !== 'done' || job.result === undefined) throw new Error(JSON.stringify(job))
  return job.result.run
}

export const shown = async (desk: Desk, id: string, who: Who = 'manager'): Promise<Shown> => {
  const { body, status } = await desk.ask<Shown>(who, 'GET', `/api/compliance/${id}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** Runs a report and looks at it. */
export const report = async (desk: Desk, asked: { from: string; to: string; windows?: readonly string[] }, who: Who = 'manager'): Promise<ComplianceReport> => (await shown(desk, await run(desk, asked, who), who)).content
