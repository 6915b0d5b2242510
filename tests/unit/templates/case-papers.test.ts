import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { LantaiError } from '../../../domain/error.ts'
import { whyMoved } from '../../../templates/divorce/facts.ts'
import { divorceBooklet2021, booklet2021 } from '../../../templates/case/booklet.ts'
import type { DivorceRecord, PaperRequest, ReissueRecord } from '../../../templates/contract.ts'
import { paperNames } from '../../../templates/digest.ts'
import type { SetPaper } from '../../../templates/paper.ts'
import { papers, renderPaper } from '../../../templates/windows.ts'
import { makeFonts } from '../../../scripts/fonts.ts'
import { canSee, pixelsOf, textOf } from '../../fixtures/papers/poppler.ts'
import * as archive from '../../fixtures/papers/archive.ts'
import * as divorce from '../../fixtures/papers/divorce.ts'
import * as endings from '../../fixtures/papers/endings.ts'
import * as reissue from '../../fixtures/papers/reissue.ts'
import { isBurial, isPlaceName, requests } from '../../fixtures/papers/requests.ts'
import { digest, sampleOf, set, words, wordsOfPage } from '../../fixtures/papers/set.ts'

beforeAll(async () => { await makeFonts() })

describe('every paper of the contract', () => {
  it('is drawn, and its code can be read back', () => {
    expect([...paperNames].toSorted()).toEqual(papers.map(({ id }) => id).filter((id) => !id.startsWith('printer.')).toSorted())
  })

  it('says where an official layout is not known', () => {
    for (const { id, source } of papers.filter(({ id }) => /^(divorce|reissue)\.(?!cover|agreement)/.test(id))) expect([id, source.zh]).toEqual([id, expect.stringContaining('官方版式未公布')])
    for (const { id, source } of papers.filter(({ id }) => id.startsWith('burial.'))) expect([id, source.zh]).toEqual([id, expect.stringContaining('版式由办理单位自定')])
  })

  it('uses each of its editable texts, and prints the office’s words in its place', () => {
    for (const paper of papers) {
      const own = Object.values(requests).filter((request) => request.paper === paper.id)
      for (const key of Object.keys(paper.texts ?? {})) {
        const printed = own.some((request) => {
          const changed = { ...request, texts: { [key]: '本处用语龘' } } as PaperRequest
          return words(changed).includes('本处用语龘') && digest(changed) !== digest(request)
        })
        expect([paper.id, key, printed]).toEqual([paper.id, key, true])
      }
    }
  }, 60_000)

  it('leaves no place of a text unfilled', () => {
    for (const [name, request] of Object.entries(requests)) expect([name, /\{\w+\}|undefined|NaN/.exec(words(request))?.[0]]).toEqual([name, undefined])
  }, 60_000)

  it('keeps to one page what is filed or handed out as one sheet', () => {
    const single = /^(divorce\.(application|receipt|withdrawal|confirmation|declaration|lossStatement|review)|reissue\.(declaration|lossStatement|review)|marriage\.(declaration|endingNote|revocationNotice)|archive\.(boxSpine|boxNote)|burial\.(consent|storageExtension|transportOut|cremationCertificate|ashRelease|depositCertificate|burialCertificate|plotAgreement))$/
    for (const [name, request] of Object.entries(requests)) if (single.test(request.paper)) expect([name, set(request).pages.length]).toEqual([name, 1])
  }, 60_000)

  it('carries the sample mark on every page of a sample office and on none else', () => {
    for (const [name, request] of Object.entries(requests)) {
      const sample = sampleOf(request)
      for (const page of set(request).pages) expect([name, wordsOfPage(page).includes('示例') && page.ops.some((op) => typeof op !== 'string' && !('bytes' in op) && op.turn === 35)]).toEqual([name, sample])
    }
  }, 60_000)
})

describe('the receipt of a divorce application', () => {
  it('names both, the day of the acceptance, the last day to withdraw and both ends of the window', () => {
    const text = words({ paper: 'divorce.receipt', record: divorce.accepted })
    for (const { name, identityNumber } of divorce.accepted.folded.file.parties) expect(text.split(name + '证件号码' + identityNumber)).toHaveLength(3) // above and on the stub
    expect(text).toContain('受理日期2026年03月02日（星期一）')
    expect(text).toContain('最后一日2026年04月01日（星期三）')
    expect(text).toContain('自2026年04月02日（星期四）起，至2026年05月06日（星期三）止')
    expect(text).toContain('存根联')
  })

  it('says why a day was moved, after which days off', () => {
    expect(whyMoved(divorce.moved.folded.dates!)).toBe('冷静期最后一日为2026年02月15日，2026年02月15日至2026年02月23日是法定休假日（周末、春节），依照《民法典》第二百零三条，以休假日结束的次日2026年02月24日为最后一日。')
    expect(words({ paper: 'divorce.receipt', record: divorce.moved })).toContain('以休假日结束的次日2026年02月24日为最后一日')
    expect(words({ paper: 'divorce.receipt', record: divorce.accepted })).toContain('申请发给离婚证的期限最后一日为2026年05月01日')
    expect(words({ paper: 'divorce.receipt', record: divorce.longAccepted })).toContain('期限由婚姻登记机关设定，理由：当地民族节日放假三天')
    const plain = { ...divorce.accepted.folded.dates!, rolled: [] }
    expect(words({ paper: 'divorce.receipt', record: { ...divorce.accepted, folded: { ...divorce.accepted.folded, dates: plain } } })).toContain('没有顺延')
  })

  it.runIf(canSee)('has its perforation between the two halves', async () => {
    const [page] = pixelsOf(await renderPaper({ paper: 'divorce.receipt', record: divorce.accepted }), 100)
    const { width, grey } = page!
    let changes = 0
    const row = Math.round(208 / 25.4 * 100)
    for (let x = 35; x < 200; x++) if (((grey[row * width + x] ?? 255) < 128) !== ((grey[row * width + x + 1] ?? 255) < 128)) changes++
    expect(changes).toBeGreaterThan(20)
  })
})

describe('a withdrawal', () => {
  it('names who withdrew, on both halves of the confirmation', () => {
    const text = words({ paper: 'divorce.confirmation', record: divorce.withdrawn })
    expect(text).toContain(`女方${divorce.withdrawn.folded.file.parties[1].name}于2026年03月20日亲自到本机关`)
    expect(text.split('撤回人女方')).toHaveLength(3)
    expect(text.split('990101-2026-CH-000027')).toHaveLength(3)
  })

  it('is a blank form for either party before the act', () => {
    const text = words({ paper: 'divorce.withdrawal', record: divorce.accepted })
    for (const { name } of divorce.accepted.folded.file.parties) expect(text).toContain(name)
    expect(digest({ paper: 'divorce.withdrawal', record: divorce.accepted })).not.toBe(digest({ paper: 'divorce.withdrawal', record: divorce.withdrawn }))
  })
})

describe('an interview', () => {
  const request: PaperRequest = { paper: 'divorce.interview', record: divorce.longRegistered, party: 0 }
  it('holds all sixty questions in their order and is signed on every page', () => {
    const { pages } = set(request)
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) {
      expect(wordsOfPage(page)).toContain('被询问人（签名并按指纹）')
      // what is said stays above the line where it is signed
      const body = page.ops.filter((op) => typeof op !== 'string' && !('bytes' in op) && op.size > 11 * 25.4 / 72 && op.turn === 0)
      for (const op of body) if (typeof op !== 'string') expect(op.y).toBeLessThan(246)
    }
    const text = pages.map(wordsOfPage).join('')
    let at = 0
    for (const { question } of divorce.longRegistered.folded.file.interviews[0]!.questions) {
      at = text.indexOf(question.replace(/\s/g, '').slice(0, 8), at)
      expect(at).toBeGreaterThan(-1)
    }
    expect(text.split('补').length).toBe(391) // an answer that runs over a page is whole
    expect(wordsOfPage(pages.at(-1)!)).toContain('第60问') // who signs the last page signs to something
  })

  it('says nothing of the other party', () => {
    expect(words(request)).not.toContain(divorce.longRegistered.folded.file.parties[1].name.slice(0, 6))
  })

  it('offers the usual questions while nobody has been asked', () => {
    expect(words({ paper: 'divorce.interview', record: divorce.issuing, party: 0 })).toContain('有没有人强迫、欺骗你')
    expect(words({ paper: 'divorce.interview', record: divorce.registered, party: 0 })).not.toContain('有没有人强迫、欺骗你')
  })
})

describe('the divorce booklet', () => {
  const request: PaperRequest = { paper: 'divorce.certificate', record: divorce.registered, party: 0 }
  it('has its own statement, label and law, and no 囍', () => {
    const text = words(request)
    expect(text).toContain('离婚申请，符合《中华人民共和国民法典》规定，予以登记，发给此证。')
    expect(text).toContain('离婚证字号')
    expect(text).not.toContain('结婚')
    expect(text).not.toContain('囍')
    expect(words({ paper: 'reissue.certificate', record: reissue.divorceProxied, party: 1 })).toContain('离婚申请')
    expect(words({ paper: 'reissue.certificate', record: reissue.marriage, party: 1 })).toContain('结婚申请')
  })

  it.runIf(canSee)('prints the facts and nothing of the booklet when overprinting', async () => {
    const [man, woman] = divorce.registered.folded.file.parties
    const of = async (party: 0 | 1): Promise<string> => [...textOf(await renderPaper({ ...request, party, mode: 'overprint' })).replace(/\s/g, '')].toSorted().join('')
    const both = [man.name, '男', '中国', '1998年03月15日', man.identityNumber, woman.name, '女', '中国', '1999年07月21日', woman.identityNumber]
    expect(await of(1)).toBe([...[woman.name, '2026年04月10日', divorce.registered.folded.number, ...both].join('')].toSorted().join(''))
  })

  it('carries the original day, the new number and the remark when it is reissued', () => {
    const text = words({ paper: 'reissue.certificate', record: reissue.marriage, party: 0, mode: 'overprint' })
    expect(text).toContain('2012年05月20日')
    expect(text).toContain('BJ990101-2026-000009')
    expect(text).toContain('结婚证遗失，补发此证。2026年05月20日')
    expect(text).not.toContain('J990101-2012')
  })

  it.each([['marriage', booklet2021], ['divorce', divorceBooklet2021]] as const)('%s: fields and photo lie within the pages and apart', (_, booklet) => {
    const boxes = [...booklet.fields.map(({ id, x, y, width, height }) => ({ id, x, y, width, height })), { id: 'photo', ...booklet.photo }]
    for (const [i, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThan(5)
      expect(box.y).toBeGreaterThan(5)
      expect(box.x + box.width).toBeLessThan(booklet.width - 5)
      expect(box.y + box.height).toBeLessThan(booklet.height - 5)
      for (const other of boxes.slice(i + 1)) {
        const apart = box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y
        expect([box.id, other.id, apart]).toEqual([box.id, other.id, true])
      }
    }
    expect([booklet.photo.width, booklet.photo.height].toSorted()).toEqual([35, 53])
  })

  it('moves with a field’s own shift', () => {
    const at = (more: object): number => {
      const [page] = set({ ...request, mode: 'overprint', ...more }).pages
      const run = page!.ops.find((op) => typeof op !== 'string' && !('bytes' in op) && op.glyphs.length > 15)
      return run !== undefined && typeof run !== 'string' ? run.x : Number.NaN
    }
    expect(at({ shifts: { number: [0.7, 0.4] } }) - at({})).toBeCloseTo(0.7, 6)
  })
})

describe('a digest', () => {
  const divorceOf = (record: DivorceRecord, paper: 'divorce.receipt' | 'divorce.review' = 'divorce.receipt'): string => digest({ paper, record })
  it('stays the same when the case has been printed, inspected or filed', () => {
    const later: DivorceRecord = { ...divorce.accepted, folded: { ...divorce.accepted.folded, revision: 9, printed: [{ paper: 'divorce.receipt', mode: 'whole', digest: '0'.repeat(64), printer: '', at: '', by: '' }], archive: { fonds: '1', year: 2026, officeFileNumber: 1, archiveFileNumber: '', pages: 1 }, state: 'issuing' } }
    for (const paper of ['divorce.receipt', 'divorce.review'] as const) expect(divorceOf(later, paper)).toBe(divorceOf(divorce.accepted, paper))
    // what is gathered for the issuance does not touch what was handed out at the acceptance
    const gathered: DivorceRecord = { ...divorce.accepted, photos: [undefined, undefined], folded: { ...divorce.accepted.folded, file: { ...divorce.accepted.folded.file, remarkForm: '备注', agreement: { ...divorce.accepted.folded.file.agreement, originals: 3 } } } }
    expect(divorceOf(gathered)).toBe(divorceOf(divorce.accepted))
    expect(divorceOf(gathered, 'divorce.review')).not.toBe(divorceOf(divorce.accepted, 'divorce.review'))
  })

  it('changes with a name, a day, a serial, a photo', () => {
    const { folded } = divorce.registered
    const changed = (changes: Partial<DivorceRecord['folded']>): DivorceRecord => ({ ...divorce.registered, folded: { ...folded, ...changes } })
    const of = (record: DivorceRecord): string => digest({ paper: 'divorce.certificate', record, party: 0 })
    const seen = [
      divorce.registered, changed({ day: '2026-04-11' }), changed({ serials: ['2026700003', '2026700002'] }), changed({ number: 'L990101-2026-000119' }), { ...divorce.registered, photos: [undefined, divorce.registered.photos[1]] as const },
      changed({ file: { ...folded.file, parties: [{ ...folded.file.parties[0], name: '王建囯' }, folded.file.parties[1]] } }),
    ].map(of)
    expect(new Set(seen).size).toBe(seen.length)
    expect(of({ ...divorce.registered, photos: [divorce.registered.photos[0], undefined] })).toBe(seen[0]) // the other party's photo is not on it
    expect(digest({ paper: 'divorce.certificate', record: divorce.registered, party: 1 })).not.toBe(seen[0])
    const again = (changes: Partial<ReissueRecord['folded']>): string => digest({ paper: 'reissue.certificate', record: { ...reissue.marriage, folded: { ...reissue.marriage.folded, ...changes } }, party: 0 })
    expect(new Set([again({}), again({ originalDay: '2012-05-21' }), again({ remark: '结婚证损毁，补发此证。' })]).size).toBe(3)
  })

  it('does not depend on the printer', () => {
    const request: PaperRequest = { paper: 'divorce.certificate', record: divorce.registered, party: 0 }
    expect(digest({ ...request, mode: 'overprint', affine: { a: 1.01, b: 0, c: 0, d: 1, e: 2, f: 0 }, shifts: { day: [1, 1] } })).toBe(digest(request))
  })
})

describe('letters of the office', () => {
  it('name each ground with its article, and the remedies', () => {
    const text = words({ paper: 'divorce.nonAcceptance', record: divorce.notAccepted })
    for (const { reason, law } of divorce.notAccepted.folded.notAccepted!.grounds) expect(text).toContain(`${reason}（${law}）`)
    expect(text).toContain('行政复议')
    const { pages } = set({ paper: 'divorce.refusal', record: divorce.refused })
    expect(pages.length).toBe(2)
    // the seal stands beside words, not alone
    expect(wordsOfPage(pages[1]!)).toContain('行政复议')
  })

  it('of a revocation are not made for another ending', () => {
    for (const paper of ['marriage.revocationNotice', 'marriage.revocationDecision'] as const) expect(() => set({ paper, record: endings.annulled })).toThrow(LantaiError)
    expect(words({ paper: 'marriage.revocationDecision', record: endings.revoked })).toContain('检察建议书（测检建〔2026〕第41号）')
  })

  it('of an ending point from each file to the other', () => {
    const text = words({ paper: 'marriage.endingNote', record: endings.annulled })
    expect(text).toContain(endings.annulled.inMarriageFile.replace(/\s/g, ''))
    expect(text).toContain(endings.annulled.inOtherFile.replace(/\s/g, ''))
    expect(text).toContain('男方已收回；女方已收回')
  })
})

describe('papers of the archive', () => {
  it('list every file and the stamp that makes copies hold', () => {
    const text = words({ paper: 'archive.query', record: archive.longQuery })
    for (const { archiveNumber } of archive.longQuery.body.files) expect(text).toContain(archiveNumber)
    const copies = words({ paper: 'archive.copySheet', record: archive.longQuery })
    for (const { archiveNumber } of archive.longQuery.body.files) expect(copies).toContain(archiveNumber)
    expect(copies).toContain('与原件核对无误')
    expect(copies).toContain('共212页')
  })

  it('say whether a record was found, in the head and in the words', () => {
    expect(words({ paper: 'archive.proof', record: archive.noRecord })).toMatch(/^无婚姻登记记录证明.*没有上述当事人的婚姻登记记录/)
    const text = words({ paper: 'archive.proof', record: archive.longProof })
    for (const { number } of archive.longProof.body.proof.records) expect(text).toContain(number)
    expect(text).not.toContain('没有上述当事人')
  })

  it('name the numbers that are missing in a box', () => {
    expect(words({ paper: 'archive.boxNote', record: archive.box })).toContain('缺号42')
    expect(words({ paper: 'archive.boxNote', record: { ...archive.box, files: archive.box.files.slice(0, 5), last: 5 } })).toContain('缺号无')
    const { pages } = set({ paper: 'archive.index', record: archive.index })
    for (const { number } of archive.index.files) expect(pages.map(wordsOfPage).join('')).toContain(number)
  })
})

describe('a character that no font has', () => {
  const rare = '王\u{31050}'
  it('is refused with its field by every paper that prints it, before a byte is made', () => {
    for (const [name, request] of Object.entries(requests)) {
      if (isBurial(request) || isPlaceName(request) || !('record' in request)) continue
      const { record } = request
      const named = <F extends { readonly parties: readonly [object, object] }>(file: F): F => ({ ...file, parties: file.parties.map((party) => ({ ...party, name: rare })) })
      const changed = ('folded' in record ? { ...record, folded: { ...record.folded, file: named(record.folded.file) } }
        : 'ending' in record ? { ...record, marriage: { ...record.marriage, file: named(record.marriage.file) } }
          : 'file' in record ? { ...record, file: named(record.file) } : undefined)
      if (changed === undefined) continue
      let refused: unknown
      try {
        set({ ...request, record: changed } as PaperRequest)
      } catch (error) {
        refused = error
      }
      expect([name, refused]).toEqual([name, expect.objectContaining({ code: 'unprintable', characters: expect.arrayContaining([expect.objectContaining({ field: expect.stringMatching(/^parties\.[01]\.name$/) as string, codePoint: 'U+31050' })]) as unknown })])
    }
  }, 60_000)

  it('is refused in an answer, a purpose, a title and a line of a table', () => {
    const { folded } = divorce.registered
    const told = folded.file.interviews[1]!
    const interviews = [folded.file.interviews[0], { ...told, questions: [{ question: '问', answer: rare }] }] as typeof folded.file.interviews
    expect(() => set({ paper: 'divorce.interview', record: { ...divorce.registered, folded: { ...folded, file: { ...folded.file, interviews } } }, party: 1 })).toThrow(expect.objectContaining({ field: 'interviews.1.questions.0.answer', text: expect.objectContaining({ zh: expect.stringContaining('「回答」') as string }) as unknown }))
    expect(() => set({ paper: 'archive.query', record: { ...archive.query, body: { ...archive.query.body, purpose: rare } } })).toThrow(expect.objectContaining({ field: 'purpose' }))
    expect(() => set({ paper: 'archive.index', record: { ...archive.index, files: archive.index.files.map((one, i) => (i === 40 ? { ...one, title: rare } : one)) } })).toThrow(expect.objectContaining({ code: 'unprintable' }))
  })
})

describe('whatever the facts are', () => {
  const length = (most: number) => fc.integer({ min: 0, max: most })
  const filler = '买买提吐尔逊·阿卜杜热合曼阿卜杜外力𠮷Konstantinopoulou Hohenstaufen '
  const of = (count: number): string => filler.repeat(Math.ceil(count / filler.length)).slice(0, count).replace(/[\ud800-\udbff]$/, '')
  const inks = ['divorce.application', 'divorce.receipt', 'divorce.declaration', 'divorce.review', 'divorce.certificate', 'divorce.lossStatement', 'divorce.interview', 'divorce.agreement', 'divorce.confirmation'] as const

  it('a paper stays within its page, or is refused as too long', () => {
    fc.assert(fc.property(fc.constantFrom(...inks), length(100), length(400), length(100), length(120), length(400), (paper, name, detail, office, remark, form) => {
      const { folded } = divorce.longRegistered
      const parties = folded.file.parties.map((party) => ({ ...party, name: of(name), residence: { ...party.residence, detail: of(detail) } })) as unknown as typeof folded.file.parties
      const record: DivorceRecord = { ...divorce.longRegistered, officeName: of(office), folded: { ...folded, withdrawn: divorce.withdrawn.folded.withdrawn, file: { ...folded.file, parties, remarkCertificate: of(remark), remarkForm: of(form), marriage: { ...folded.file.marriage, office: of(office), number: of(Math.min(40, office)) } } } }
      let made: SetPaper
      try {
        made = set({ paper, record, party: 0 } as PaperRequest)
      } catch (error) {
        expect(error).toMatchObject({ code: 'unprintable' })
        return
      }
      for (const page of made.pages) {
        for (const op of page.ops) {
          if (typeof op === 'string' || 'bytes' in op || op.turn !== 0) continue
          const width = op.glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * op.size / 1000 + op.spacing * (op.glyphs.length - 1)
          expect(op.x).toBeGreaterThan(5)
          expect(op.x + width).toBeLessThan(page.width - 5)
          expect(op.y).toBeLessThan(page.height - 5)
          expect(op.y - op.size).toBeGreaterThan(4)
        }
      }
    }), { numRuns: 120 })
  }, 60_000)
})
