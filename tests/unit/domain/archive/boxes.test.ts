import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import type { ArchiveAction } from '../../../../domain/archive/actions.ts'
import { archiveActions } from '../../../../domain/archive/actions.ts'
import { boxLines, boxNoteFacts, spineFacts } from '../../../../domain/archive/box.ts'
import type { BoxRun } from '../../../../domain/archive/decide.ts'
import { boxLimit, decideBox, decideTransfer, missingFiles, unboxedRuns } from '../../../../domain/archive/decide.ts'
import { foldArchiveRecord, foldBoxes } from '../../../../domain/archive/fold.ts'
import { archiveActionTitles, fileClassTitles, letterTitles, proofTitles, queriedWindowTitles, requesterKindTitles } from '../../../../domain/archive/titles.ts'
import { actor, theDay } from '../facts.ts'
import { boxOf, proof, query } from './facts.ts'

const upTo = (last: number, ...without: readonly number[]): number[] => Array.from({ length: last }, (_, index) => index + 1).filter((number) => !without.includes(number))
const wanted = (first: number, last: number, note = '') => ({ day: theDay, fonds: 'X012', year: 2015, fileClass: 'marriage' as const, first, last, note })
const entriesOf = (...actions: readonly ArchiveAction[]): JournalEntry<ArchiveAction>[] => actions.map((action, index) => ({ seq: index + 1, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }))
const boxed = (box: number, first: number, last: number): ArchiveAction => ({ kind: 'archive.boxed', subject: `b-${box}`, body: boxOf(box, first, last) })
const transfer = { day: theDay, fonds: 'X012', year: 2015, fileClass: 'marriage' as const, boxes: [1], receiver: '朝阳区档案馆', number: '移2026-1' }

describe('putting files into a box', () => {
  it('the first box begins with file 1, the next goes on where it ended', () => {
    expect(decideBox(wanted(1, 50), { filed: upTo(120), boxes: [] }, 'b-1')).toEqual({ kind: 'archive.boxed', subject: 'b-1', body: boxOf(1, 1, 50) })
    expect(decideBox(wanted(51, 120), { filed: upTo(120), boxes: [{ box: 1, first: 1, last: 50 }] }, 'b-2').body).toEqual(boxOf(2, 51, 120))
  })
  it.each([
    ['backwards', wanted(9, 3), {}, /invalid \(last\)/],
    ['nothing', wanted(0, 3), {}, /invalid \(last\)/],
    ['half a file', wanted(1.5, 3), {}, /invalid \(last\)/],
    ['too many', wanted(1, boxLimit + 1), {}, /invalid \(last\)/],
    ['past the last file', wanted(1, 11), {}, /invalid \(last\)/],
    ['beginning with a file that is not there', wanted(4, 6, '缺'), { filed: upTo(10, 4) }, /invalid \(first\)/],
    ['over another box', wanted(3, 8), { boxes: [{ box: 1, first: 1, last: 5 }] }, /conflict \(first\): .*File 3 stands in box 1/],
    ['around another box', wanted(1, 10), { boxes: [{ box: 1, first: 3, last: 5 }] }, /conflict \(first\): .*File 3/],
    ['a number left out inside, without a word', wanted(1, 10), { filed: upTo(10, 7) }, /invalid \(note\): .*\(7 left out\)/],
    ['files left behind, without a word', wanted(7, 10), { boxes: [{ box: 1, first: 1, last: 4 }] }, /invalid \(note\): .*\(5, 6 left out\)/],
    ['a day that does not exist', { ...wanted(1, 3), day: '2026-02-30' }, {}, /invalid \(day\)/],
  ])('%s is refused', (_what, run, held, error) => {
    expect(() => decideBox(run, { filed: upTo(10), boxes: [], ...held }, 'b')).toThrow(error)
  })
  it('a gap may stand with a word why', () => {
    expect(decideBox(wanted(1, 10, ' 7 号作废 '), { filed: upTo(10, 7), boxes: [] }, 'b').body).toMatchObject({ box: 1, note: '7 号作废' })
    expect(() => decideBox(wanted(900_000_000, 900_000_000), { filed: [900_000_000], boxes: [] }, 'b')).toThrow(/invalid \(note\): .*…/)
  })
  it('however boxes are filled, each file stands in one box at most and none is passed over in silence', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 20 }))), (filed, tries) => {
      let boxes: BoxRun[] = []
      for (const [first, length] of tries) {
        try {
          const { body } = decideBox(wanted(first, first + length), { filed, boxes }, 'b')
          boxes = [...boxes, body]
        } catch (error) {
          expect(String(error)).toMatch(/invalid|conflict/)
        }
      }
      const inBoxes = boxes.flatMap((box) => upTo(box.last).filter((number) => number >= box.first))
      expect(new Set(inBoxes).size).toBe(inBoxes.length)
      expect(new Set(boxes.map((box) => box.box)).size).toBe(boxes.length)
      // Without a note there is no gap: boxes cover 1…n without a hole.
      expect([...inBoxes].sort((a, b) => a - b)).toEqual(upTo(inBoxes.length))
      const left = unboxedRuns({ filed, boxes })
      expect(left.reduce((sum, run) => sum + run.files, 0)).toBe(filed.filter((number) => !inBoxes.includes(number)).length)
      for (const run of left) expect(missingFiles(run, filed)).toEqual([])
    }))
  })
})

describe('handing boxes to the state archive', () => {
  const boxes = [{ box: 1, transferredOn: '' }, { box: 2, transferredOn: '2026-01-05' }]
  it('after ten years, each box once', () => {
    expect(decideTransfer({ ...transfer, boxes: [1, 1] }, boxes, { id: 't-1' })).toEqual({ kind: 'archive.transferred', subject: 't-1', body: transfer })
  })
  it('before that with what was agreed', () => {
    expect(() => decideTransfer({ ...transfer, year: 2020 }, boxes, { id: 't-1', reason: ' ' })).toThrow(/invalid \(reason\): .*2030/)
    expect(decideTransfer({ ...transfer, year: 2020 }, boxes, { id: 't-1', reason: '登记处撤并' })).toMatchObject({ reason: '登记处撤并' })
  })
  it.each([
    [{ ...transfer, boxes: [3] }, /not_found \(boxes\)/],
    [{ ...transfer, boxes: [1, 2] }, /wrong_state \(boxes\): .*Box 2/],
    [{ ...transfer, receiver: ' ' }, /invalid \(receiver\)/],
    [{ ...transfer, day: '2026-13-01' }, /invalid \(day\)/],
  ])('%j is refused', (given, error) => {
    expect(() => decideTransfer(given, boxes, { id: 't-1' })).toThrow(error)
  })
})

describe('folding the archive', () => {
  const queried: ArchiveAction = { kind: 'archive.queried', subject: 'a-1', body: { ...query(), day: theDay, number: '查〔2026〕0001号', registrar: 'registrar', officeName: '某处' } }
  const proved: ArchiveAction = { kind: 'archive.proved', subject: 'a-2', body: { ...proof(), day: theDay, number: '婚证〔2026〕0001号', registrar: 'registrar', officeName: '某处' } }
  const printed: ArchiveAction = { kind: 'archive.printed', subject: 'a-1', body: { paper: 'archive.query', digest: 'a'.repeat(64), printer: '' } }
  it('a query and its printings', () => {
    expect(foldArchiveRecord(entriesOf(queried, printed))).toMatchObject({ id: 'a-1', kind: 'query', by: 'registrar', at: actor.at, body: { number: '查〔2026〕0001号' }, printed: [{ paper: 'archive.query', by: 'registrar' }] })
    expect(foldArchiveRecord(entriesOf(proved))).toMatchObject({ id: 'a-2', kind: 'proof', printed: [] })
  })
  it('is put down once, and before it is printed', () => {
    expect(() => foldArchiveRecord(entriesOf(queried, queried))).toThrow(/wrong_state/)
    expect(() => foldArchiveRecord(entriesOf(printed))).toThrow(/wrong_state/)
    expect(() => foldArchiveRecord(entriesOf(boxed(1, 1, 5)))).toThrow(/wrong_state/)
    expect(() => foldArchiveRecord([])).toThrow(/not_found/)
  })
  it('boxes and what became of them', () => {
    const boxes = foldBoxes(entriesOf(boxed(1, 1, 5), boxed(2, 6, 9), { kind: 'archive.transferred', subject: 't', body: transfer }, queried))
    expect(boxes).toMatchObject([{ id: 'b-1', box: 1, transferred: { day: theDay, receiver: '朝阳区档案馆' } }, { id: 'b-2', transferred: null }])
    expect(() => foldBoxes(entriesOf(boxed(1, 1, 5), boxed(2, 5, 9)))).toThrow(/wrong_state/)
    expect(() => foldBoxes(entriesOf(boxed(1, 1, 5), boxed(1, 6, 9)))).toThrow(/wrong_state/)
    expect(() => foldBoxes(entriesOf({ kind: 'archive.transferred', subject: 't', body: transfer }))).toThrow(/wrong_state/)
    const again: ArchiveAction = { kind: 'archive.transferred', subject: 't', body: transfer }
    expect(() => foldBoxes(entriesOf(boxed(1, 1, 5), again, again))).toThrow(/wrong_state/)
  })
  it('the same numbers of another class are another box', () => {
    const divorces: ArchiveAction = { kind: 'archive.boxed', subject: 'b-9', body: { ...boxOf(1, 1, 5), fileClass: 'divorce' } }
    expect(foldBoxes(entriesOf(boxed(1, 1, 5), divorces))).toHaveLength(2)
  })
})

describe('the papers of a box', () => {
  const label = { fonds: 'X012', fondsName: '朝阳区民政局', officeName: '朝阳区婚姻登记处', year: 2015, fileClass: 'marriage' as const, box: 2, first: 6, last: 9 }
  const file = (officeFileNumber: number) => ({ officeFileNumber, archiveFileNumber: '', title: `某与某结婚登记`, number: `J110105-2015-00000${officeFileNumber}`, day: '2015-05-20', pages: 10, note: '' })
  it('the list passes over no number', () => {
    expect(boxLines(label, [file(9), file(6), file(8), file(5)]).map((line) => [line.officeFileNumber, line.missing])).toEqual([[6, false], [7, true], [8, false], [9, false]])
  })
  it('the spine, top to bottom', () => {
    expect(spineFacts(label)).toEqual([['全宗号', 'X012'], ['年度', '2015'], ['性质', '结婚登记类'], ['起止卷号', '6—9'], ['盒号', '2']])
    expect(spineFacts({ ...label, last: 6 })[3]).toEqual(['起止卷号', '6'])
  })
  it('the note sheet counts files and pages and names what is missing, the term and the hand-over', () => {
    expect(boxNoteFacts({ ...label, note: '7 号作废', boxedOn: theDay, boxedBy: '王登记' }, [file(6), file(8), file(9)])).toEqual([['盒内案卷', '3卷，共30页'], ['缺号', '7'], ['说明', '7 号作废'], ['保管期限', '100年（至2115年）'], ['移交', '2025年起，与同级国家档案馆商定'], ['整理人', '王登记'], ['整理日期', '2026年5月20日']])
    expect(boxNoteFacts({ ...label, note: '', boxedOn: theDay, boxedBy: '' }, [6, 7, 8, 9].map(file))[1]).toEqual(['缺号', '无'])
  })
  it('everything has its names in both languages', () => {
    for (const title of [archiveActionTitles, fileClassTitles, queriedWindowTitles, requesterKindTitles].flatMap((titles) => Object.values(titles))) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(title.en).toMatch(/^[A-Za-z ,-]+$/)
    }
    expect(Object.keys(archiveActionTitles)).toEqual(Object.keys(archiveActions))
    for (const kind of ['organ', 'lawyer'] as const) expect([letterTitles[kind].zh, proofTitles[kind].zh]).not.toContain('')
  })
})
