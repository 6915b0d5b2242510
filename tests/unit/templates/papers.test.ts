import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import QRCode from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { MarriageRecord, PaperRequest } from '../../../templates/contract.ts'
import { canonical, findCode, sha256, writeCode } from '../../../templates/digest.ts'
import { booklet2021 } from '../../../templates/case/booklet.ts'
import { setPaper } from '../../../templates/paper.ts'
import { PrintRefused } from '../../../templates/refused.ts'
import { getPaper, paperCode, papers, renderPaper, renderPapers } from '../../../templates/windows.ts'
import { attachmentsOf, canSee, complaints, infoOf, inkIn, looseOf, pixelsOf, textOf, xmpOf } from '../../fixtures/papers/poppler.ts'
import { blank, hard, rare, refused, usual } from '../../fixtures/papers/records.ts'
import { dayClose } from '../../fixtures/papers/reports.ts'
import { requests, wordsOf } from '../../fixtures/papers/requests.ts'

beforeAll(async () => { await makeFonts() })

const named = Object.entries(requests)
const withMan = (changes: Partial<MarriageRecord['file']['parties'][0]>): MarriageRecord => ({ ...usual, file: { ...usual.file, parties: [{ ...usual.file.parties[0], ...changes }, usual.file.parties[1]] } })
const flat = (text: string): string => text.replace(/\s/g, '')

describe('every paper', { timeout: 60_000 }, () => {
  it('is in the list once, with what it needs and where it comes from', () => {
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length)
    expect(papers.map(({ id }) => id).toSorted()).toEqual([...new Set(named.map(([, { paper }]) => paper))].toSorted())
    for (const one of papers) {
      expect(one.title.zh).not.toBe('')
      expect(one.title.en).not.toBe('')
      expect(one.needs.length).toBeGreaterThan(0)
      expect(one.from).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(() => getPaper('marriage.nothing')).toThrow(LantaiError)
  })

  it.each(named)('%s: no text reaches the edge of its page', (_, request) => {
    const { pages } = setPaper(getPaper(request.paper), request)
    for (const page of pages) {
      for (const op of page.ops) {
        if (typeof op === 'string' || 'bytes' in op || op.turn !== 0) continue
        const width = op.glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * op.size / 1000 + op.spacing * (op.glyphs.length - 1)
        expect(op.x).toBeGreaterThan(2)
        expect(op.x + width).toBeLessThan(page.width - 2)
        expect(op.y - op.size).toBeGreaterThan(2)
        expect(op.y + 0.2 * op.size).toBeLessThan(page.height - 2)
        expect(op.size / 25.4 * 72).toBeGreaterThanOrEqual(4.4) // readable
      }
    }
  })

  it.runIf(canSee).each(named)('%s: sound file, ink on every page, text to copy', async (_, request) => {
    const pdf = await renderPaper(request)
    expect(complaints(pdf)).toBe('')
    for (const page of pixelsOf(pdf, 50)) expect(inkIn(page, 50, 5, 5, page.width / 50 * 25.4 - 10, page.height / 50 * 25.4 - 10)).toBeGreaterThan(0.002)
    const text = flat(textOf(pdf))
    for (const words of wordsOf(request)) expect(text.replaceAll('囍', '')).toContain(flat(words))
  })

  it.runIf(canSee)('gives back a name with characters outside the basic plane, and the whole of a long one', async () => {
    const text = flat(textOf(await renderPaper({ paper: 'marriage.review', record: rare })))
    for (const { name } of rare.file.parties) expect(text).toContain(name)
    const long = flat(textOf(await renderPaper({ paper: 'marriage.certificate', record: hard, party: 0, mode: 'overprint' })))
    // wrapped over lines that stand beside other fields: every character is there
    for (const character of hard.file.parties[0].name + hard.file.remarkCertificate) expect(long).toContain(character)
  })
})

describe('PDF/A-3 with the record in it', () => {
  it.runIf(canSee)('says part 3 level B, its language, and no scaling; carries record.json with the digest of the QR', async () => {
    const request: PaperRequest = { paper: 'marriage.certificate', record: usual, party: 0 }
    const pdf = await renderPaper(request)
    const code = paperCode(request)
    const xmp = xmpOf(pdf)
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/)
    expect(xmp).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/)
    expect(infoOf(pdf)).toContain('PDF version:     1.7')
    const loose = looseOf(pdf)
    expect(loose).toMatch(/\/PrintScaling \/None/)
    expect(loose).toMatch(/\/Lang/)
    expect(loose).toMatch(/\/AFRelationship \/Data/)
    expect(loose).toMatch(/\/OutputIntents/)
    expect(loose).not.toMatch(/Helvetica/)
    const attached = attachmentsOf(pdf)
    expect(Object.keys(attached)).toEqual(['record.json'])
    const record = JSON.parse(attached['record.json'] ?? '') as { digest: string; of: { record: { number: string; file: unknown; photo: string }; party: number } }
    expect(record.digest).toBe(`sha256:${code.digest}`)
    expect(sha256(canonical(record.of))).toBe(code.digest) // anyone can recompute it from the file
    expect(record.of.record.number).toBe(usual.number)
    expect(record.of.record.photo).toBe(`sha256:${createHash('sha256').update(usual.photo ?? new Uint8Array()).digest('hex')}`)
  })

  it.runIf(canSee)('keeps the XMP well-formed whatever an office is called', async () => {
    const pdf = await renderPaper({ paper: 'marriage.review', record: { ...usual, officeName: 'A&B <民政> "局"' } })
    const xmp = xmpOf(pdf)
    const open: string[] = []
    for (const [, slash, name, self] of xmp.replace(/<\?[\s\S]*?\?>/g, '').matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (self === '/') continue
      if (slash === '/') expect(open.pop()).toBe(name)
      else open.push(name ?? '')
    }
    expect(open).toEqual([])
    expect(xmp).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+);)/)
    expect(flat(textOf(pdf))).toContain('A&B<民政>"局"') // the paper itself keeps the name as written
  })

  it.runIf(canSee)('draws the QR as squares that hold number and digest', async () => {
    const request: PaperRequest = { paper: 'office.dayClose', sheet: dayClose }
    const code = paperCode(request)
    const [page] = pixelsOf(await renderPaper(request), 300)
    const { modules } = QRCode.create([{ data: writeCode(code), mode: 'alphanumeric' }], { errorCorrectionLevel: 'M', maskPattern: 3 })
    const unit = 22 / modules.size
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        const dark = inkIn(page!, 300, 22.5 + (column + 0.3) * unit, 242.5 + (row + 0.3) * unit, unit * 0.4, unit * 0.4) > 0.5
        expect(dark).toBe(modules.get(row, column) !== 0)
      }
    }
    expect(findCode(writeCode(code))).toEqual({ paper: 'office.dayClose', number: '2026-05-20', digest: code.digest })
    expect(findCode('https://example.org/')).toBeUndefined()
    expect(findCode(writeCode(code).slice(0, -1))).toBeUndefined()
  })

  it('has a digest that depends on the facts alone', () => {
    const of = (record: MarriageRecord, more: object = {}): string => paperCode({ paper: 'marriage.certificate', record, party: 0, ...more }).digest
    expect(of(usual)).toBe(of(structuredClone(usual)))
    expect(of(usual, { mode: 'overprint', affine: { a: 1.01, b: 0, c: 0, d: 1, e: 2, f: 0 } })).toBe(of(usual))
    expect(of(withMan({ name: '王建囯' }))).not.toBe(of(usual))
    expect(of({ ...usual, photo: hard.photo })).not.toBe(of(usual))
    expect(paperCode({ paper: 'marriage.certificate', record: usual, party: 1 }).digest).not.toBe(of(usual))
  })
})

describe('byte identity', () => {
  it('prints the same bytes in two processes, in whatever order', () => {
    const run = (order: string): unknown => JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, '../../fixtures/papers/hashes.ts'), order]).toString('utf8'))
    expect(run('reversed')).toEqual(run('forward'))
  }, 240_000)

  it('prints the same bytes after other papers have used the fonts', async () => {
    const request: PaperRequest = { paper: 'marriage.declaration', record: usual, party: 0 }
    const before = await renderPaper(request)
    await renderPaper({ paper: 'marriage.declaration', record: withMan({ name: '⼀⼆⽼王' }), party: 0 })
    expect(Buffer.from(await renderPaper(request)).equals(before)).toBe(true)
  })
})

describe('what cannot be printed', () => {
  const refusalOf = async (record: MarriageRecord, paper: 'marriage.review' | 'marriage.cover' = 'marriage.review'): Promise<PrintRefused> => {
    try {
      await renderPaper({ paper, record })
    } catch (error) {
      expect(error).toBeInstanceOf(PrintRefused)
      return error as PrintRefused
    }
    throw new Error('It was printed')
  }

  it.each([
    ['a character of Extension G', '王\u{31050}国', 'U+31050'],
    ['a control character', '王\u0007国', 'U+0007'],
    ['a line feed inside a name', '王\u2028国', 'U+2028'],
    ['a zero-width joiner', '王\u200d国', 'U+200D'],
    ['a private character', '王\ue123国', 'U+E123'],
    ['half a character', '王\ud842', 'U+D842'],
  ])('%s is refused with field, character and code point', async (_, name, codePoint) => {
    const error = await refusalOf(withMan({ name }))
    expect(error.code).toBe('unprintable')
    expect(error.field).toBe('parties.0.name')
    expect(error.characters).toMatchObject([{ field: 'parties.0.name', codePoint }])
    expect(error.text.zh).toContain(`「男方姓名」`)
    expect(error.text.zh).toContain(codePoint)
    expect(error.text.en).toContain(codePoint)
  })

  it('names all of them, and the place in a batch', async () => {
    const error = await refusalOf({ ...withMan({ name: '王\u{31050}' }), file: { ...withMan({ name: '王\u{31050}' }).file, remarkForm: '见\u{31051}' } })
    expect(error.characters.map(({ codePoint }) => codePoint)).toEqual(['U+31050', 'U+31051'])
    await expect(renderPapers([{ paper: 'marriage.review', record: usual }, { paper: 'marriage.review', record: withMan({ name: '王\u{31050}' }) }])).rejects.toMatchObject({ field: 'requests.1.parties.0.name' })
  })

  it('does not turn a radical into the character behind the clerk’s back', async () => {
    const pdf = await renderPaper({ paper: 'marriage.review', record: withMan({ name: '⽼王' }) })
    if (canSee) expect(flat(textOf(pdf))).toContain('⽼王')
  })

  it('refuses a text too long for its place, and a photo that is none', async () => {
    await expect(renderPaper({ paper: 'marriage.certificate', record: { ...usual, file: { ...usual.file, remarkCertificate: '备'.repeat(900) } }, party: 0 })).rejects.toMatchObject({ code: 'unprintable', field: 'remarkCertificate' })
    await expect(renderPaper({ paper: 'marriage.review', record: { ...usual, photo: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) } })).rejects.toMatchObject({ code: 'unsupported_file', field: 'photo' })
    await expect(renderPaper({ paper: 'marriage.review', record: { ...usual, photo: new Uint8Array([0xff, 0xd8, 0xff]) } })).rejects.toMatchObject({ code: 'unsupported_file' })
    await expect(renderPaper({ paper: 'marriage.review', record: { ...usual, day: '2026-13-40' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe.runIf(canSee)('the review form', () => {
  const of = async (record: MarriageRecord): Promise<string> => flat(textOf(await renderPaper({ paper: 'marriage.review', record })))
  it('says an opinion only after the decision, in the words of the decision or of the office', async () => {
    expect(await of(blank)).not.toContain('准予登记')
    expect(await of(usual)).toContain('符合结婚条件，准予登记。')
    expect(await of({ ...usual, opinion: '经审查符合条件，同意。' })).toContain('经审查符合条件，同意。')
    expect(await of(refused)).toContain('不予办理结婚登记')
    expect(flat(textOf(await renderPaper({ paper: 'marriage.review', record: usual, texts: { opinion: '审查合格。' } })))).toContain('审查合格。')
  })

  it('lists what was supplied and nothing that was not', async () => {
    expect(await of(blank)).not.toContain('居民身份证')
    expect(await of(hard)).toContain('附加证明书（A2026/113-88）')
  })

  it('leaves the registrar’s name to be written by hand', async () => {
    const text = await of(usual)
    expect(text).toContain('登记员签名')
    expect(JSON.stringify(Object.keys(usual))).not.toContain('registrar')
  })
})

describe('overprint', () => {
  const request: PaperRequest = { paper: 'marriage.certificate', record: usual, party: 1, mode: 'overprint' }
  it.runIf(canSee)('prints the facts and nothing of the booklet', async () => {
    const pdf = await renderPaper(request)
    const [man, woman] = usual.file.parties
    const expected = [woman.name, '2026年05月20日', usual.number, man.name, '男', '中国', '1998年03月15日', man.identityNumber, woman.name, '女', '中国', '1999年07月21日', woman.identityNumber].join('')
    expect([...flat(textOf(pdf))].toSorted().join('')).toBe([...expected].toSorted().join(''))
    const [page] = pixelsOf(pdf, 150)
    const { width, height, grey } = page!
    expect([Math.round(width / 150 * 25.4), Math.round(height / 150 * 25.4)]).toEqual([190, 128])
    let outside = 0
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        if ((grey[row * width + column] ?? 255) > 200) continue
        const x = column / 150 * 25.4
        const y = row / 150 * 25.4
        if (!booklet2021.fields.some((field) => x > field.x - 0.4 && x < field.x + field.width + 0.4 && y > field.y - 0.4 && y < field.y + field.height + 0.4)) outside++
      }
    }
    expect(outside).toBe(0)
  })

  it.runIf(canSee)('moves with the printer’s calibration and with a field’s own shift', async () => {
    const centre = (pdf: Uint8Array, id: string, dx = 0, dy = 0): [number, number] => {
      const field = booklet2021.fields.find((one) => one.id === id)!
      const { width, grey } = pixelsOf(pdf, 600)[0]!
      const scale = 600 / 25.4
      let [sx, sy, n] = [0, 0, 0]
      for (let row = Math.round((field.y - 1 + dy) * scale); row < (field.y + field.height + 1 + dy) * scale; row++) {
        for (let column = Math.round((field.x - 1 + dx) * scale); column < (field.x + field.width + 2 + dx) * scale; column++) {
          const ink = 255 - (grey[row * width + column] ?? 255)
          sx += ink * column
          sy += ink * row
          n += ink
        }
      }
      return [sx / n / scale, sy / n / scale]
    }
    const [x, y] = centre(await renderPaper(request), 'number')
    const moved = centre(await renderPaper({ ...request, affine: { a: 1, b: 0, c: 0, d: 1, e: 1.5, f: -2 } }), 'number', 1.5, -2)
    expect(Math.abs(moved[0] - x - 1.5)).toBeLessThan(0.1)
    expect(Math.abs(moved[1] - y + 2)).toBeLessThan(0.1)
    const shifted = centre(await renderPaper({ ...request, shifts: { number: [0.7, 0.4] } }), 'number', 0.7, 0.4)
    expect(Math.abs(shifted[0] - x - 0.7)).toBeLessThan(0.1)
    expect(Math.abs(shifted[1] - y - 0.4)).toBeLessThan(0.1)
  })
})

describe('many as one document', () => {
  it.runIf(canSee)('holds all pages, all records, each photo once', async () => {
    const batch: PaperRequest[] = Array.from({ length: 12 }, (_, i) => ({ paper: 'marriage.review', record: { ...usual, number: `J990101-2026-${String(i + 1).padStart(6, '0')}` } }))
    const pdf = await renderPapers(batch)
    expect(infoOf(pdf)).toMatch(/Pages:\s+12/)
    expect(complaints(pdf)).toBe('')
    expect(JSON.parse(attachmentsOf(pdf)['records.json'] ?? '')).toHaveLength(12)
    expect(looseOf(pdf).match(/\/Subtype \/Image/g)).toHaveLength(1)
  })

  it('refuses an empty batch', async () => {
    await expect(renderPapers([])).rejects.toMatchObject({ code: 'invalid' })
  })

  it.runIf(canSee)('goes on over the page when there are many grounds of refusal', async () => {
    const grounds = Array.from({ length: 14 }, (_, i) => ({ law: '《婚姻登记条例》第九条', reason: `第${i + 1}项情形，经核对当事人所述与联网核对结果不一致，当事人未能提供证明材料` }))
    const pdf = await renderPaper({ paper: 'marriage.refusal', record: { ...refused, refusal: { day: '2026-05-20', grounds } } })
    const text = flat(textOf(pdf))
    expect(infoOf(pdf)).toMatch(/Pages:\s+[23]/)
    for (const { reason } of grounds) expect(text).toContain(reason.slice(0, 6))
  })
})
