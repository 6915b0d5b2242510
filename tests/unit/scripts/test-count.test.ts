import { describe, expect, it } from 'vitest'
import { countPlaywright, countStep, countVitest, lastLine, sum } from '../../../scripts/test.ts'

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] }

describe('the last line of npm test', () => {
  it('is the sum of all runners, with the skipped only if there are any', () => {
    expect(lastLine(sum([{ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 }]))).toBe('3 passed, 1 failed')
    expect(lastLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped')
  })

  it('counts what vitest reports, and a file that could not be run', () => {
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 0, skipped: 1 })
    expect(countVitest({ ...vitest, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [] }, { status: 'failed', assertionResults: [{}] }] })).toEqual({ passed: 5, failed: 2, skipped: 1 })
  })

  it('counts what Playwright reports, an unsteady test and an error outside any test as failed', () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 })
  })

  it('never shows a broken step as a success', () => {
    expect(countStep(1, undefined).failed).toBe(1)
    expect(countStep(1, { passed: 9, failed: 0, skipped: 0 }).failed).toBe(1)
    expect(countStep(1, { passed: 9, failed: 3, skipped: 0 }).failed).toBe(3)
    expect(countStep(0, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })
})
