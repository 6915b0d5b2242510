import { describe, expect, it } from 'vitest'
import { shippedTariffs } from '../../../domain/burial/relocation/tariff.ts'
import { requireSoundTariff } from '../../../domain/burial/relocation/tariff.ts'
import { readSigned, readWhole } from '../../../renderer/windows/burial/grounds/period.ts'
import { contradiction, nothing, qingmingFields, readDifferences, readFigures, sumOf } from '../../../renderer/windows/burial/grounds/qingming.ts'
import { share } from '../../../renderer/windows/burial/grounds/share.ts'
import { emptyTariff, formOf, tariffOf } from '../../../renderer/windows/burial/relocation/tariff.ts'

describe('numbers as they are typed', () => {
  it('are whole, or signed, or none', () => {
    expect(['12', ' 7 ', '0', '-1', '1.5', '', 'x'].map(readWhole)).toEqual([12, 7, 0, undefined, undefined, undefined, undefined])
    expect(['12', '+12', '-3', '−3', '－3', '0', '-0', '1.5', '--1', ''].map(readSigned)).toEqual([12, 12, -3, -3, -3, 0, 0, undefined, undefined, undefined])
  })
})

describe('the figures of Qingming', () => {
  it('are read from a form, an empty field being none', () => {
    expect(readFigures({ ...nothing, visitors: '120', lowCarbon: '80' })).toEqual({ figures: { visitors: 120, lowCarbon: 80, online: 0, vehicles: 0, incidents: 0, complaints: 0, ashes: 0, eco: 0 } })
    expect(readFigures({ ...nothing, vehicles: '-1' })).toEqual({ wrong: 'vehicles' })
    expect(readDifferences({ ...nothing, vehicles: '-1' })).toMatchObject({ figures: { vehicles: -1, visitors: 0 } })
    expect(readDifferences({ ...nothing, eco: 'a' })).toEqual({ wrong: 'eco' })
  })
  it('contradict each other where parts are more than the whole, or a correction takes off more than stands', () => {
    const zero = sumOf([])
    expect(Object.keys(zero).toSorted()).toEqual([...qingmingFields].toSorted())
    expect(contradiction(zero)).toBeUndefined()
    expect(contradiction({ ...zero, lowCarbon: 1 })).toBe('lowCarbon')
    expect(contradiction({ ...zero, ashes: 1, eco: 2 })).toBe('eco')
    expect(contradiction(sumOf([{ figures: { ...zero, visitors: 5 } }, { figures: { ...zero, visitors: -6 } }]))).toBe('visitors')
  })
  it('show a share, and a dash where there is nothing to share', () => {
    expect(share(0.69265)).toBe('69.27%')
    expect(share(null)).toBe('—')
  })
})

describe('a tariff as it is typed', () => {
  it.each(shippedTariffs.map((tariff) => [tariff.id, tariff] as const))('%s comes back as it was', (_, tariff) => {
    expect(tariffOf(formOf(tariff), tariff)).toEqual({ tariff })
  })
  it('says which field is missing, and keeps what was changed', () => {
    expect(tariffOf(emptyTariff, undefined)).toEqual({ wrong: 'tariff.title' })
    const typed = { ...emptyTariff, title: '某县补偿', source: '某县政府公告' }
    expect(tariffOf(typed, undefined)).toEqual({ wrong: 'rows.0' })
    const whole = { ...typed, rows: [{ type: 'earth' as const, size: 'any' as const, fen: 85_000 }], steps: [{ days: '20', percent: '100' }, { days: '30', percent: '80' }] }
    const made = tariffOf(whole, undefined)
    expect(made).toMatchObject({ tariff: { id: 'own', title: { zh: '某县补偿' }, rows: [{ fen: 85_000 }], steps: [{ days: 20, percent: 100 }, { days: 30, percent: 80 }] } })
    if ('tariff' in made) expect(() => requireSoundTariff(made.tariff)).not.toThrow()
    expect(tariffOf({ ...whole, steps: [{ days: '20', percent: '120' }] }, undefined)).toEqual({ wrong: 'steps.0' })
    expect(tariffOf({ ...whole, cellPlotFen: undefined }, undefined)).toEqual({ wrong: 'tariff.cellPlotFen' })
  })
})
