import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import jpeg from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileFacts } from '../../../api/pictures.ts'
import { openSampleDesk, type Desk } from './desk.ts'

const photo = (width: number, height: number): Uint8Array => jpeg.encode({ width, height, data: Buffer.alloc(width * height * 4, 0x80) }, 80).data
const png = (width: number, height: number): Uint8Array => PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.alloc(width * height * 4, 0x40) }))
const pdf = (pages: number, packed = false): Uint8Array => {
  const kids = Array.from({ length: pages }, (_, index) => `${String(index + 3)} 0 R`).join(' ')
  const tree = `<< /Type /Pages /Count ${String(pages)} /Kids [${kids}] >>`
  const leaves = Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R >>')
  if (!packed) return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n${tree}\nendobj\n${leaves.map((leaf, index) => `${String(index + 3)} 0 obj\n${leaf}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1')
  const stream = deflateSync(Buffer.from(`2 0 3 60 ${tree} ${leaves.join(' ')}`))
  return Buffer.concat([Buffer.from(`%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${String(stream.length)} >>\nstream\n`), stream, Buffer.from('\nendstream\nendobj\n%%EOF\n')])
}

describe('what a file is', () => {
  test.each([
    ['a JPEG', photo(626, 413), { type: 'image/jpeg', width: 626, height: 413, baseline: true, pages: 1 }],
    ['a PNG', png(40, 30), { type: 'image/png', width: 40, height: 30, pages: 1 }],
    ['a PDF', pdf(3), { type: 'application/pdf', pages: 3 }],
    ['a PDF with packed objects', pdf(12, true), { type: 'application/pdf', pages: 12 }],
  ])('%s is read', async (_name, bytes, facts) => {
    expect(await readFileFacts(bytes)).toMatchObject(facts)
  })

  const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte))
  test.each([
    ['a text', Buffer.from('hello, this is no picture at all')],
    ['nothing', new Uint8Array(0)],
    ['a JPEG cut off', photo(626, 413).subarray(0, 1500)],
    ['a JPEG without an end mark', photo(626, 413).subarray(0, -2)],
    ['a PNG cut off', png(40, 30).subarray(0, -20)],
    ['a PNG with a flipped byte', flipped(png(40, 30), 45)],
    ['a PDF cut off', pdf(3).subarray(0, -7)],
    ['an encrypted PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count 1 >>\nendobj\ntrailer << /Encrypt 5 0 R >>\n%%EOF\n')],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003')],
  ])('%s is refused', async (_name, bytes) => {
    await expect(readFileFacts(bytes)).rejects.toMatchObject({ code: 'unsupported_file' })
  })
})

describe('files', () => {
  let desk: Desk
  beforeAll(async () => (desk = await openSampleDesk()))
  afterAll(() => desk.close())
  const put = async (use: string, type: string, bytes: Uint8Array) => desk.send('POST', `/api/files?use=${use}`, { token: await desk.token('clerk1'), body: bytes as Uint8Array<ArrayBuffer>, headers: { 'content-type': type } })

  test('a scan is stored by its hash and given back byte for byte', async () => {
    const bytes = pdf(2)
    const stored = await put('scan', 'application/pdf', bytes)
    expect(stored.body).toMatchObject({ hash: createHash('sha256').update(bytes).digest('hex'), pages: 2, bytes: bytes.length })
    const { hash } = stored.body as unknown as { hash: string }
    const back = await desk.send('GET', `/api/files/${hash}`, { token: await desk.token('clerk2') })
    expect(back.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(back.bytes).equals(Buffer.from(bytes))).toBe(true)
    expect((await desk.send('GET', `/api/files/${'0'.repeat(64)}`, { token: await desk.token('clerk2') })).status).toBe(404)
  })

  test.each([
    ['a photo as PNG', 'photo', 'image/png', png(626, 413), 'unsupported_file'],
    ['a photo below 300 dpi', 'photo', 'image/jpeg', photo(530, 350), 'unsupported_file'],
    ['a photo of another shape', 'photo', 'image/jpeg', photo(800, 800), 'unsupported_file'],
    ['a PDF that is a PNG', 'scan', 'application/pdf', png(40, 30), 'unsupported_file'],
    ['a type that is not taken', 'scan', 'image/gif', Buffer.from('GIF89a'), 'unsupported_file'],
    ['an empty file', 'scan', 'image/png', new Uint8Array(0), 'unsupported_file'],
    ['11 MB', 'scan', 'application/pdf', Buffer.concat([pdf(1), Buffer.alloc(11 * 1024 * 1024)]), 'too_large'],
    ['21 MB', 'scan', 'application/pdf', Buffer.alloc(21 * 1024 * 1024), 'too_large'],
  ])('%s is refused', async (_name, use, type, bytes, code) => {
    const before = await desk.head()
    const answer = await put(use, type, bytes)
    expect(answer.body.error?.code).toBe(code)
    expect(await desk.head()).toEqual(before)
  })

  test('a photo of the right size is taken', async () => {
    expect((await put('photo', 'image/jpeg', photo(626, 413))).body).toMatchObject({ type: 'image/jpeg', width: 626, height: 413 })
    expect((await put('photo', 'image/jpeg', photo(1060, 700))).status).toBe(200)
  })
})
