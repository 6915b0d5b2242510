import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { handle, type Handling } from './door.ts'
import { notFound } from './house.ts'
import { readFileFacts, sniff } from './pictures.ts'
import { routes } from './schemas/index.ts'

const megabyte = 1024 * 1024
const largestScan = 10 * megabyte
const largestPhoto = 8 * megabyte
/** The joint photo of a marriage certificate and the single one of a divorce certificate: mm, and pixels at 300 dpi. */
const photoFormats = { joint: { size: [53, 35], least: [626, 413] }, single: { size: [35, 53], least: [413, 625] } } as const

/** Scans of papers and photos, kept by the hash of their bytes. */
export const fileHandlings: readonly Handling[] = [
  handle(routes.putFile, async ({ house, query, bytes, contentType }) => {
    const limit = query.use === 'photo' ? largestPhoto : largestScan
    if (bytes.byteLength > limit) throw new LantaiError('too_large', text(`文件过大，最大 ${String(limit / megabyte)} MB`, `The file is too large: at most ${String(limit / megabyte)} MB`))
    if (bytes.byteLength === 0) throw new LantaiError('unsupported_file', text('文件是空的', 'The file is empty'))
    if (query.use === 'photo' && contentType !== 'image/jpeg') throw new LantaiError('unsupported_file', text('照片请存为 JPEG', 'Save the photo as JPEG'), 'content-type')
    const facts = await readFileFacts(bytes)
    if (facts.type !== contentType) throw new LantaiError('unsupported_file', text(`文件内容是 ${facts.type}，与所称的 ${contentType} 不符`, `The file is ${facts.type}, not ${contentType} as it says`), 'content-type')
    if (query.use === 'photo') {
      const { width = 0, height = 0 } = facts
      if (facts.baseline !== true) throw new LantaiError('unsupported_file', text('照片应为普通（基线）JPEG，黑白或彩色 8 位', 'The photo must be a baseline JPEG, 8 bits, grey or colour'))
      const { size: [across, down], least: [leastWidth, leastHeight] } = width >= height ? photoFormats.joint : photoFormats.single
      const millimetres = `${String(across)} × ${String(down)}`
      const least = `${String(leastWidth)} × ${String(leastHeight)}`
      if (width < leastWidth || height < leastHeight) throw new LantaiError('unsupported_file', text(`照片 ${String(width)} × ${String(height)} 像素，不足 300 dpi（${millimetres} 毫米至少 ${least}）`, `The photo has ${String(width)} × ${String(height)} px; ${millimetres} mm at 300 dpi needs ${least}`))
      if (Math.abs((width / height) * (down / across) - 1) > 0.02) throw new LantaiError('unsupported_file', text(`照片宽高比不是 ${String(across)}:${String(down)}，请重新裁剪`, `The photo is not ${String(across)} to ${String(down)} wide to high; crop it again`))
    }
    const hash = await house.register.files.put(bytes)
    return { hash, type: facts.type, bytes: bytes.byteLength, pages: facts.pages, ...(facts.width === undefined ? {} : { width: facts.width }), ...(facts.height === undefined ? {} : { height: facts.height }) }
  }),

  handle(routes.getFile, async ({ house, params }) => {
    if (!(await house.register.files.has(params.hash))) throw notFound('没有这个文件。', 'There is no such file.')
    const bytes = await house.register.files.get(params.hash)
    const type = sniff(bytes) ?? 'application/octet-stream'
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-length': String(bytes.byteLength), 'content-disposition': 'inline', 'x-content-type-options': 'nosniff', etag: `"${params.hash}"` } })
  }),
]
