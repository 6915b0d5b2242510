import { describe, expect, it, vi } from 'vitest'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { changedPaths, changedSections, mergeFiles } from '../../../../renderer/case/form/changes.ts'
import type { PathOf, ValueAt } from '../../../../renderer/case/form/paths.ts'
import { withValueAt } from '../../../../renderer/case/form/paths.ts'
import { createFormStore } from '../../../../renderer/case/form/store.ts'

describe('the form store', () => {
  it('types its paths on MarriageFile', () => {
    const path: PathOf<MarriageFile> = 'parties.0.residence.area'
    const sex: ValueAt<MarriageFile, 'parties.1.sex'> = '2'
    // @ts-expect-error no such field
    const wrong: PathOf<MarriageFile> = 'parties.0.surname'
    expect([path, sex, wrong]).toHaveLength(3)
  })

  it('tells only those who follow the changed field, one above it, or all', () => {
    const store = createFormStore(emptyMarriageFile())
    const [name, phone, other, branch, all] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()]
    store.subscribe('parties.0.name', name)
    store.subscribe('parties.0.phone', phone)
    store.subscribe('parties.1', other)
    store.subscribe('parties.0', branch)
    store.subscribe('', all)
    store.set('parties.0.name', '张三')
    expect([name, phone, other, branch, all].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 0, 1, 1])
    store.set('parties.0.name', '张三')
    expect(name).toHaveBeenCalledTimes(1)
    expect(store.read('parties.0.name')).toBe('张三')
  })

  it('shares what did not change, so that a comparison by identity holds', () => {
    const before = emptyMarriageFile()
    const after = withValueAt(before, 'parties.0.residence.detail', '人民路 1 号')
    expect(after.parties[1]).toBe(before.parties[1])
    expect(after.papers).toBe(before.papers)
    expect(before.parties[0].residence.detail).toBe('')
    expect(Array.isArray(after.parties)).toBe(true)
  })
})

describe('two clerks on one case', () => {
  const base = { ...emptyMarriageFile(), remarkForm: 'a' }

  it('names the sections and the facts that differ', () => {
    const after = withValueAt(withValueAt(base, 'parties.1.phone', '020'), 'remarkForm', 'b')
    expect(changedSections(base, after)).toEqual({ parties: after.parties, remarkForm: 'b' })
    expect(changedPaths(base, after)).toEqual(['parties.1.phone', 'remarkForm'])
    expect(changedSections(base, structuredClone(base))).toEqual({})
  })

  it('takes over what only the other changed and keeps what only I changed', () => {
    const mine = withValueAt(base, 'parties.0.name', '张三')
    const theirs = withValueAt(base, 'parties.0.phone', '020')
    const merge = mergeFiles(base, mine, theirs)
    expect(merge.file.parties[0]).toMatchObject({ name: '张三', phone: '020' })
    expect(merge.clashes).toEqual([])
    expect(merge.taken).toEqual([{ path: 'parties.0.phone', before: '', theirs: '020' }])
  })

  it('keeps what was typed where both changed one fact, and says so', () => {
    const merge = mergeFiles(base, withValueAt(base, 'parties.0.name', '张三'), withValueAt(base, 'parties.0.name', '张山'))
    expect(merge.file.parties[0].name).toBe('张三')
    expect(merge.clashes).toEqual([{ path: 'parties.0.name', mine: '张三', theirs: '张山' }])
  })

  it('does not call it a clash when both typed the same', () => {
    const both = withValueAt(base, 'parties.0.name', '张三')
    expect(mergeFiles(base, both, structuredClone(both)).clashes).toEqual([])
  })

  it('weighs a list that grew as one fact', () => {
    const answer = (reason: string) => ({ rule: 'marriage.x', field: '', reason })
    const mine = withValueAt(base, 'answers', [answer('mine')])
    const theirs = withValueAt(base, 'answers', [answer('theirs')])
    const merge = mergeFiles(base, mine, theirs)
    expect(merge.clashes.map((clash) => clash.path)).toEqual(['answers'])
    expect(merge.file.answers).toEqual(mine.answers)
  })
})
