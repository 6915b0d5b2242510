import { crc32, inflate, inflateSync } from 'node:zlib'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'

export type FileType = 'application/pdf' | 'image/png' | 'image/jpeg'

/** What a file is by its bytes, whatever it claims to be. */
export interface FileFacts {
  readonly type: FileType
  readonly pages: number
  readonly width?: number // px
  readonly height?: number // px
  /** JPEG: sequential DCT with 8 bits, grey or three colours. */
  readonly baseline?: boolean
}

const broken = (zh: string, en: string): LantaiError => new LantaiError('unsupported_file', text(`文件不完整或已损坏：${zh}`, `The file is incomplete or damaged: ${en}`))
const largestPicture = 100_000_000 // px: about A3 at 600 dpi
const checkSize = (width: number, height: number): void => {
  if (width < 1 || height < 1 || width > 20_000 || height > 20_000 || width * height > largestPicture) throw new LantaiError('unsupported_file', text(`图片尺寸 ${String(width)} × ${String(height)} 像素不能接受`, `A picture of ${String(width)} × ${String(height)} px is not taken`))
}

/** The type by the first bytes, or undefined. */
export const sniff = (bytes: Uint8Array): FileType | undefined => {
  if (bytes.length > 8 && Buffer.from(bytes.buffer, bytes.byteOffset, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-')) return 'application/pdf'
  return undefined
}

const inflated = (data: Buffer, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => inflate(data, { maxOutputLength: limit }, (error, result) => (error === null ? resolve(result) : reject(error))))

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Reads a PNG to its end: chunks with their checksums, and the picture data unpacked to the length that the head promises. */
const readPng = async (bytes: Buffer): Promise<FileFacts> => {
  let offset = 8
  let head: { width: number; height: number; depth: number; colour: number; interlaced: boolean } | undefined
  const data: Buffer[] = []
  let ended = false
  while (!ended) {
    if (offset + 12 > bytes.length) throw broken('缺少结尾', 'its end is missing')
    const length = bytes.readUInt32BE(offset)
    if (length > bytes.length - offset - 12) throw broken('缺少结尾', 'its end is missing')
    const type = bytes.toString('latin1', offset + 4, offset + 8)
    const body = bytes.subarray(offset + 8, offset + 8 + length)
    if (crc32(bytes.subarray(offset + 4, offset + 8 + length)) !== bytes.readUInt32BE(offset + 8 + length)) throw broken('校验和不符', 'a checksum does not agree')
    if (type === 'IHDR' && length === 13) head = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body.readUInt8(8), colour: body.readUInt8(9), interlaced: body.readUInt8(12) === 1 }
    else if (type === 'IDAT') data.push(body)
    else if (type === 'IEND') ended = true
    offset += 12 + length
  }
  if (head === undefined) throw broken('缺少图像头', 'its head is missing')
  checkSize(head.width, head.height)
  const row = 1 + Math.ceil((head.width * head.depth * (channels[head.colour] ?? 4)) / 8)
  const wanted = row * head.height
  let found: Buffer
  try {
    found = await inflated(Buffer.concat(data), wanted * 2 + 65_536)
  } catch {
    throw broken('图像数据不能解开', 'the picture cannot be unpacked')
  }
  if (!head.interlaced && found.length !== wanted) throw broken('图像数据不足', 'picture data is missing')
  return { type: 'image/png', pages: 1, width: head.width, height: head.height }
}

/** Walks a JPEG from segment to segment to its end mark; gives the size of the frame. */
const readJpeg = (bytes: Buffer): FileFacts => {
  let offset = 2
  let frame: { width: number; height: number; baseline: boolean } | undefined
  let scans = 0
  for (;;) {
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1
    if (offset + 2 > bytes.length || bytes[offset] !== 0xff) throw broken('段落标记缺失', 'a segment mark is missing')
    const marker = bytes[offset + 1] ?? 0
    if (marker === 0xd9) break
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      offset += 2
      continue
    }
    if (offset + 4 > bytes.length) throw broken('缺少结尾', 'its end is missing')
    const length = bytes.readUInt16BE(offset + 2)
    if (length < 2 || offset + 2 + length > bytes.length) throw broken('缺少结尾', 'its end is missing')
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      if (length < 11) throw broken('图像头不全', 'its head is incomplete')
      const components = bytes.readUInt8(offset + 9)
      frame = { height: bytes.readUInt16BE(offset + 5), width: bytes.readUInt16BE(offset + 7), baseline: marker === 0xc0 && bytes.readUInt8(offset + 4) === 8 && (components === 1 || components === 3) }
      if (marker > 0xc2) throw new LantaiError('unsupported_file', text('这种 JPEG(无损或算术编码)不能打印', 'This kind of JPEG (lossless or arithmetic) cannot be printed'))
    }
    offset += 2 + length
    if (marker === 0xda) {
      scans += 1
      // Entropy-coded data runs to the next mark that is neither stuffing nor a restart.
      for (;; offset += 1) {
        if (offset + 1 >= bytes.length) throw broken('缺少结尾', 'its end is missing')
        if (bytes[offset] !== 0xff) continue
        const next = bytes[offset + 1] ?? 0
        if (next !== 0 && (next < 0xd0 || next > 0xd7)) break
      }
    }
  }
  if (frame === undefined || scans === 0) throw broken('没有图像', 'there is no picture in it')
  checkSize(frame.width, frame.height)
  return { type: 'image/jpeg', pages: 1, ...frame }
}

/** Page counts stand in plain objects or, since PDF 1.5, in packed object streams. */
const readPdf = (bytes: Buffer): FileFacts => {
  const plain = bytes.toString('latin1')
  if (!plain.slice(-2048).includes('%%EOF')) throw broken('缺少结尾', 'its end is missing')
  if (/\/Encrypt[\s\d<]/.test(plain)) throw new LantaiError('unsupported_file', text('PDF 设有密码或加密，不能归档（应为开放格式）。请去掉加密后再存', 'The PDF is encrypted and cannot be kept on file; remove the encryption first'))
  const unpacked: string[] = []
  const streams = /\/Type\s*\/ObjStm[\s\S]{0,300}?stream\r?\n/g
  for (let match = streams.exec(plain); match !== null && unpacked.length < 5000; match = streams.exec(plain)) {
    const end = plain.indexOf('endstream', streams.lastIndex)
    if (end < 0) throw broken('对象流不全', 'an object stream is cut off')
    try {
      unpacked.push(inflateSync(bytes.subarray(streams.lastIndex, end), { maxOutputLength: 20_000_000 }).toString('latin1'))
    } catch {
      throw broken('对象流不能解开', 'an object stream cannot be unpacked')
    }
  }
  const all = unpacked.length === 0 ? plain : `${plain}\n${unpacked.join('\n')}`
  let pages = 0
  for (const match of all.matchAll(/\/Type\s*\/Pages\b[\s\S]{0,2000}?(?=endobj|>>\s*<<|$)/g)) {
    const count = /\/Count\s+(\d+)/.exec(match[0])
    if (count !== null) pages = Math.max(pages, Number(count[1]))
  }
  for (const match of all.matchAll(/\/Count\s+(\d+)[^>]{0,2000}?\/Type\s*\/Pages\b/g)) pages = Math.max(pages, Number(match[1]))
  if (pages === 0) pages = [...all.matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length
  if (pages < 1 || pages > 5000) throw broken('找不到页面', 'no pages are found in it')
  return { type: 'application/pdf', pages }
}

/** Reads what a scan or photo is; throws `unsupported_file` for anything else and for what is cut off or damaged. */
export const readFileFacts = async (bytes: Uint8Array): Promise<FileFacts> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (sniff(bytes)) {
    case 'image/png':
      return readPng(buffer)
    case 'image/jpeg':
      return readJpeg(buffer)
    case 'application/pdf':
      return readPdf(buffer)
    default:
      throw new LantaiError('unsupported_file', text('不是 PDF、PNG 或 JPEG 文件', 'It is not a PDF, PNG or JPEG file'))
  }
}
