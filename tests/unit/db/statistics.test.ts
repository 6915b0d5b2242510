import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../domain/action.ts'
import { divorceReasons } from '../../../domain/divorce/codes.ts'
import type { MarriageAction } from '../../../domain/marriage/actions.ts'
import { foldMarriage } from '../../../domain/marriage/fold.ts'
import { educations, occupations } from '../../../domain/codes/index.ts'
import { ageBands, differenceBands, durationBands } from '../../../domain/statistics/bands.ts'
import type { DivorceRow, MarriageRow } from '../../../domain/statistics/cells.ts'
import { cellsOfDivorce, cellsOfMarriage, countCells } from '../../../domain/statistics/cells.ts'
import { educationColumns, occupationGroups, reasonColumns, residenceGroups } from '../../../domain/statistics/groups.ts'
import { openConnection } from '../../../db/connection.ts'
import { registerFile } from '../../../db/folder.ts'
import { ageOn } from '../../../db/case/columns.ts'
import { cellsUnder, findConditions } from '../../../db/statistics/cells.ts'
import { codes } from '../../../db/statistics/codes.ts'
import { putCouple } from '../../../db/statistics/couples.ts'
import { statistic } from '../../../db/statistics/reads.ts'
import { sampleOffice } from '../../../sample/index.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { figuresOf, foldAll } from '../sample/figures.ts'
import { live, steps } from './history.ts'
import { newRegister } from './helpers.ts'

const all = { from: '0000-01-01', to: '9999-12-31' }
const today = '2026-06-30'
const sorted = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> => Object.fromEntries([...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)
const kinds = ['mainland', 'abroad', 'foreigner', 'hongkong', 'macao', 'taiwan', 'overseas', '']
const day = fc.tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const pairOf = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, T]> => fc.tuple(one, one)
const shared = {
  day, office: pick(['990101', '990102', '']), kinds: pairOf(pick(kinds)), ages: pairOf(fc.oneof(fc.integer({ min: 15, max: 90 }), fc.constant(Number.NaN))),
  education: pairOf(pick(['', '1x', ...educations.map(({ code }) => code)])), occupation: pairOf(pick(['', 'zz', ...occupations.map(({ code }) => code)])),
}
const marriage: fc.Arbitrary<MarriageRow> = fc.record({ ...shared, kind: pick(['marriage', 'late', 'remarriage']), statuses: pairOf(pick(['10', '20', '30', '40', ''])) })
const divorce: fc.Arbitrary<DivorceRow> = fc.record({ ...shared, marriageDay: fc.oneof(day, pick(['', '1955-10-01', '1990-02-29', '2030-01-01'])), reason: pick(['', 'zz', ...divorceReasons.map(({ code }) => code)]) })

describe('the numbers of columns', () => {
  it('cover every column of the domain', () => {
    const lists = { residence: residenceGroups, age: ageBands, difference: differenceBands, duration: durationBands, education: educationColumns, occupation: occupationGroups, reason: reasonColumns } as const
    for (const [list, columns] of Object.entries(lists)) expect(codes[list as keyof typeof lists]).toEqual(expect.arrayContaining(columns.map((column) => ('id' in column ? column.id : column.code))))
  })
})

describe('counts of couples', () => {
  it('equal those of the domain, cell for cell, for any couples', () => {
    const { folder } = newRegister()
    const db = openConnection(registerFile(folder))
    try {
      fc.assert(fc.property(fc.array(marriage, { maxLength: 40 }), fc.array(divorce, { maxLength: 40 }), (marriages, divorces) => {
        db.raw.exec('DELETE FROM couple_statistic')
        marriages.forEach((row, key) => putCouple(db, { window: 'marriage', key, ...row }))
        divorces.forEach((row, key) => putCouple(db, { window: 'divorce', key, ...row }))
        expect(sorted(statistic(db, ['marriage.', 'divorce.'], all, today))).toEqual(sorted(countCells([...marriages.map(cellsOfMarriage), ...divorces.map(cellsOfDivorce)])))
      }), { numRuns: 60 })
    } finally {
      db.close()
    }
  })

  it('equal those of the folded cases after any history', async () => {
    await fc.assert(fc.asyncProperty(steps(60), async (history) => {
      const register = newRegister()
      await live(register, history)
      const { rows } = await register.read.marriages({ limit: 1000 })
      const cells = await Promise.all(rows.map(async ({ id }) => {
        const { state, day: on, area, file } = foldMarriage((await register.read.entriesOf(id)) as readonly JournalEntry<MarriageAction>[])
        if (!['registered', 'proofread', 'delivered'].includes(state)) return []
        const [man, woman] = file.parties
        const both = <K extends keyof typeof man>(key: K): readonly [(typeof man)[K], (typeof man)[K]] => [man[key], woman[key]]
        return cellsOfMarriage({ day: on, office: area, kind: file.kind, kinds: both('kind'), ages: [ageOn(man.birth, on) ?? Number.NaN, ageOn(woman.birth, on) ?? Number.NaN], education: both('education'), occupation: both('occupation'), statuses: both('maritalStatus') })
      }))
      const db = openConnection(registerFile(register.folder), { readonly: true })
      expect(sorted(statistic(db, ['marriage.'], all, today))).toEqual(sorted(countCells(cells)))
      // The list behind a number: as many cases as count in the cell.
      for (const cell of cellsUnder('marriage.', today)) {
        const behind = cells.filter((own) => own.includes(cell)).length
        expect([cell, await register.read.countMarriages({ cell })]).toEqual([cell, behind])
      }
      db.close()
      await register.close()
    }), { numRuns: 12 })
  }, 60_000)

  it('equal those of a whole sample year with divorces, reissues and endings, today and on the day after every window has closed', async () => {
    for (const seed of [5, 6]) {
      const register = newRegister()
      const entries = [...sampleOffice({ seed, today: '2026-05-20' as CivilDate, cases: 160 }).entries].filter(([, { kind }]) => !kind.startsWith('account.'))
      await register.bulk(entries)
      const cases = foldAll(entries)
      const prefixes = ['marriage.', 'divorce.', 'application.', 'reissue.', 'ending.']
      for (const on of ['2026-05-20', '2026-09-20']) {
        const counted = await register.read.statistic(prefixes, all, on)
        const folded = figuresOf(cases, on)
        expect(sorted(counted)).toEqual(sorted(folded))
        expect(['application.withdrawn', 'application.lapsed', 'reissue.place.elsewhere', 'divorce.total', 'ending.divorced'].filter((cell) => (counted.get(cell) ?? 0) === 0)).toEqual([])
        for (const part of ['month', 'day', 'office'] as const) {
          const sum = new Map<string, number>()
          for (const counts of (await register.read.statisticBy(part, prefixes, all, on)).values()) for (const [cell, count] of counts) sum.set(cell, (sum.get(cell) ?? 0) + count)
          expect(sorted(sum)).toEqual(Object.fromEntries(Object.entries(sorted(counted)).filter(([cell]) => !/\.(month|day|office)\./.test(cell))))
        }
      }
      for (const cell of cellsUnder('application.', today)) expect([cell, await register.read.countDivorces({ cell })]).toEqual([cell, (await register.read.statistic([cell], all, '2026-05-20')).get(cell) ?? 0])
      // Corrections are counted by act; the list behind the number holds each case once.
      for (const [window, count] of [['marriage', register.read.countMarriages], ['divorce', register.read.countDivorces], ['reissue', register.read.countReissues]] as const) {
        const cell = `${window}Corrected.total`
        const corrected = entries.filter(([, { kind }]) => kind === `${window}.corrected`)
        expect([cell, (await register.read.statistic([cell], all, today)).get(cell) ?? 0, await count({ cell })]).toEqual([cell, corrected.length, new Set(corrected.map(([, { subject }]) => subject)).size])
        const day = corrected[0]?.[0].at.slice(0, 10)
        if (day !== undefined) expect(await count({ cell, from: day, to: day })).toBe(new Set(corrected.filter(([{ at }]) => at.startsWith(day)).map(([, { subject }]) => subject)).size)
      }
      expect(entries.some(([, { kind }]) => kind === 'marriage.corrected')).toBe(true)
      await register.close()
    }
  }, 60_000)

  it('know no cell that is none', () => {
    for (const cell of ['marriage', 'marriage.', 'marriage.total.x', 'marriage.age.man.19', 'marriage.duration.<=1', 'divorce.first.man', 'marriage.toString.x', 'marriage.office.1;', "marriage.day.2026-05-20' OR 1", 'marriage.__proto__.x']) expect(findConditions(cell, today)).toBeUndefined()
  })
})
