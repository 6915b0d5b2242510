import { describe, expect, it } from 'vitest'
import { ownSheetsOf, scanCheck, scansOutcome } from '../../../../domain/archive/scans.ts'
import { divorceArchiveOrder } from '../../../../domain/divorce/archive.ts'
import { inspectDivorce } from '../../../../domain/divorce/inspection.ts'
import { foldDivorce } from '../../../../domain/divorce/fold.ts'
import { archiveOrder } from '../../../../domain/marriage/archive.ts'
import type { SuppliedPaper } from '../../../../domain/marriage/file.ts'
import { foldMarriage } from '../../../../domain/marriage/fold.ts'
import { inspectMarriage } from '../../../../domain/marriage/inspection.ts'
import { divorceContext, divorceFile, entriesOf as divorceEntries, wholeDivorce } from '../divorce/facts.ts'
import { entriesOf, paper, soundContext, soundFile, wholeCase } from '../facts.ts'

const scan = (pages: number): SuppliedPaper['scans'][0] => ({ hash: 'd'.repeat(64), name: '扫描件.pdf', type: 'application/pdf', bytes: 1000, pages })
const scanned = (type: string, party: 0 | 1, ...pages: readonly number[]): SuppliedPaper => ({ ...paper(type as 'identity', party), scans: pages.map(scan) })
const filed = (pages: number, ...papers: SuppliedPaper[]) => ({ archive: { pages }, file: { papers } })

describe('the pages of a file against its scans', () => {
  it('counts by paper; cards copied onto one sheet are one page', () => {
    expect(scanCheck(filed(9, scanned('identity', 0, 1, 1), scanned('noSpouse', 1, 3), paper('identity', 1)), 3)).toEqual({
      filed: 9, scanned: 5, least: 3 + 1 + 3 + 1, difference: 4, papers: [{ index: 0, type: 'identity', party: 0, pages: 2 }, { index: 1, type: 'noSpouse', party: 1, pages: 3 }, { index: 2, type: 'identity', party: 1, pages: 0 }],
    })
    expect(scanCheck({ archive: null, file: { papers: [] } }, 3)).toMatchObject({ filed: null, difference: null, scanned: 0, least: 3 })
  })
  it.each([
    ['no scans', filed(1, paper('identity', 0)), 'notApplicable'],
    ['not filed yet', { ...filed(1, scanned('identity', 0, 9)), archive: null }, 'notApplicable'],
    ['enough pages', filed(5, scanned('identity', 0, 1), scanned('identity', 1, 1)), 'pass'],
    ['a page too few for the sheets there must be', filed(4, scanned('identity', 0, 1), scanned('identity', 1, 1)), 'fail'],
    ['more scanned than filed', filed(7, scanned('identity', 0, 4, 4)), 'fail'],
  ] as const)('%s: %o → %s', (_what, folded, kind) => {
    expect(scansOutcome(folded, () => 3).kind).toBe(kind)
  })
  it('the office’s own sheets are those of the order that no paper stands for', () => {
    expect(ownSheetsOf(archiveOrder(soundFile()))).toBe(3)
    expect(ownSheetsOf(divorceArchiveOrder(foldDivorce(divorceEntries(wholeDivorce()))))).toBe(10)
  })
  it('is point 12 of the inspection of a marriage and of a divorce', () => {
    const { stage: _stage, day: _day, ...context } = soundContext()
    const item = (papers: SuppliedPaper[]) => inspectMarriage(foldMarriage(entriesOf(wholeCase(soundFile({ papers })))), context).items.find((entry) => entry.item === 'archive.scans')
    expect(item([scanned('identity', 0, 1), scanned('identity', 1, 1)])).toMatchObject({ point: 12, result: 'pass' })
    expect(item([scanned('identity', 0, 12), scanned('identity', 1, 1)])).toMatchObject({ point: 12, result: 'fail', law: { zh: '《婚姻登记档案管理办法》第十条' } })
    expect(item([paper('identity', 0), paper('identity', 1)])?.result).toBe('notApplicable')
    const { stage: _s, typing: _t, day: _d, ...divorce } = divorceContext()
    const file = divorceFile({ papers: [scanned('identity', 0, 20), paper('identity', 1)] })
    expect(inspectDivorce(foldDivorce(divorceEntries(wholeDivorce(file))), divorce).items.find((entry) => entry.item === 'archive.scans')).toMatchObject({ point: 12, result: 'fail' })
  })
})
