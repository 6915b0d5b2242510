import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { openPrinter, type Printer } from '../../../templates/printer.ts'
import { PrintRefused } from '../../../templates/refused.ts'
import { renderPaper } from '../../../templates/windows.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { canSee, infoOf } from '../../fixtures/papers/poppler.ts'
import { usual } from '../../fixtures/papers/records.ts'

const review: PaperRequest = { paper: 'marriage.review', record: usual }

describe('the printer', { timeout: 60_000 }, () => {
  let printer: Printer
  beforeAll(async () => {
    await makeFonts()
    printer = openPrinter({ workers: 2 })
  })
  afterAll(() => printer.close())

  it('gives the bytes the main thread would give', async () => {
    expect(Buffer.from(await printer.render(review)).equals(await renderPaper(review))).toBe(true)
  })

  it('keeps the order of many asked at once, on both workers', async () => {
    const numbers = Array.from({ length: 8 }, (_, i) => `J990101-2026-${String(i + 1).padStart(6, '0')}`)
    const papers = await Promise.all(numbers.map((number) => printer.render({ ...review, record: { ...usual, number } } as PaperRequest)))
    if (canSee) papers.forEach((pdf, i) => expect(infoOf(pdf)).toContain(numbers[i]))
    expect(papers).toHaveLength(8)
  })

  it('tells how far a batch is', async () => {
    const seen: number[] = []
    const pdf = await printer.renderBatch(Array.from({ length: 60 }, () => review), { onProgress: (done, of) => seen.push(done / of) })
    expect(seen.at(-1)).toBe(1)
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    if (canSee) expect(infoOf(pdf)).toMatch(/Pages:\s+60/)
  })

  it('can be stopped in a batch, while waiting and before, and works on', async () => {
    const stop = new AbortController()
    const batch = printer.renderBatch(Array.from({ length: 600 }, () => review), { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(batch).rejects.toMatchObject({ code: 'cancelled' })
    await expect(printer.render(review, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    const one = openPrinter({ workers: 1 })
    const waiting = new AbortController()
    const first = one.render(review)
    const second = one.render(review, { signal: waiting.signal })
    waiting.abort()
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    expect((await first).length).toBeGreaterThan(1000)
    await one.close()
    expect((await printer.render(review)).length).toBeGreaterThan(1000)
  })

  it('brings refusals across as they are', async () => {
    const bad = { ...usual, file: { ...usual.file, remarkForm: '见\u{31050}' } }
    const error = await printer.render({ paper: 'marriage.review', record: bad }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PrintRefused)
    expect(error).toMatchObject({ code: 'unprintable', field: 'remarkForm', characters: [{ codePoint: 'U+31050', character: '\u{31050}' }] })
    await expect(printer.render({ paper: 'marriage.nothing' } as unknown as PaperRequest)).rejects.toMatchObject({ code: 'not_found' })
    await expect(printer.render({ paper: 'marriage.review' } as unknown as PaperRequest)).rejects.toMatchObject({ code: 'internal' })
  })

  it('refuses work once closed, and ends what was under way', async () => {
    const other = openPrinter({ workers: 1 })
    const under = other.renderBatch(Array.from({ length: 1500 }, () => review))
    const ended = expect(under).rejects.toMatchObject({ code: 'cancelled' })
    await new Promise((resolve) => setTimeout(resolve, 150))
    await other.close()
    await ended
    await expect(other.render(review)).rejects.toMatchObject({ code: 'cancelled' })
  })
})
