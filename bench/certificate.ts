import { getPaper, renderPaper } from '../templates/windows.ts'
import { setPaper } from '../templates/paper.ts'
import type { Measure } from './measure.ts'
import { median, round, spread, timed } from './measure.ts'
import { openTypst, plainPdfkit } from './peers.ts'
import { certificateOf, records } from './records.ts'

const warmUp = 40
const rounds = 240

/** One certificate after another, each of another couple, turn about with plain pdfkit and Typst drawing the same page. */
export const measure: Measure = async () => {
  const requests = records(warmUp + rounds).map(certificateOf)
  const typst = openTypst()
  const own: number[] = []
  const plain: number[] = []
  const peer: number[] = []
  const sizes = { own: 0, plain: 0, typst: 0 }
  for (const [index, request] of requests.entries()) {
    const [ownTime, ownBytes] = await timed(() => renderPaper(request))
    const { pages } = setPaper(getPaper(request.paper), request)
    // Plain pdfkit parses its fonts each time and is slow: a fifth of the rounds is enough to know it.
    const [plainTime, plainBytes] = index % 5 === 0 ? await timed(() => plainPdfkit(pages)) : [undefined, undefined]
    const [typstTime, typstBytes] = typst === undefined ? [undefined, undefined] : await timed(() => typst(pages))
    if (index < warmUp) continue
    own.push(ownTime)
    sizes.own = ownBytes.length
    if (plainTime !== undefined) {
      plain.push(plainTime)
      sizes.plain = plainBytes.length
    }
    if (typstTime !== undefined) {
      peer.push(typstTime)
      sizes.typst = typstBytes.length
    }
  }
  const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`
  return [{
    id: 'certificate.p50',
    value: round(median(own), 2),
    beside: [
      `plain pdfkit ${spread(plain)}, ${kB(sizes.plain)} (ours takes ${round(median(own) / median(plain))} of its time)`,
      peer.length === 0 ? 'Typst: no binary for this machine' : `Typst ${spread(peer)}, ${kB(sizes.typst)}, no PDF/A, no attached record (ours takes ${round(median(own) / median(peer))} of its time)`,
    ],
    note: `${spread(own)}, ${kB(sizes.own)}, two A4 pages`,
  }]
}
