import { openPrinter } from '../templates/printer.ts'
import { getPaper, renderPaper } from '../templates/windows.ts'
import { setPaper } from '../templates/paper.ts'
import type { Figure, Measure, Taken } from './measure.ts'
import { median, round, spread, spreadOf, timed, watch } from './measure.ts'
import { openTypst, plainPdfkit } from './peers.ts'
import { certificateOf, divorceCertificateOf, divorceRecords, records } from './records.ts'

const warmUp = 40
const rounds = 240

/** Divorce certificates in a printing worker, as the door has them drawn, turn about with marriage certificates. */
const inWorker = async (): Promise<Figure> => {
  const couples = records(warmUp + rounds).map(certificateOf)
  const printer = openPrinter({ workers: 1 })
  const divorces: number[] = []
  const marriages: number[] = []
  let size = 0
  for (const [index, record] of divorceRecords(warmUp + rounds).entries()) {
    const [taken, bytes] = await timed(() => printer.render(divorceCertificateOf(record)))
    const [beside] = await timed(() => printer.render(couples[index] ?? divorceCertificateOf(record)))
    if (index < warmUp) continue
    divorces.push(taken)
    marriages.push(beside)
    size = bytes.length
  }
  await printer.close()
  return { id: 'certificate.divorce', value: round(median(divorces), 2), beside: [`one 结婚证 in the same worker ${spread(marriages)}`], note: `${spread(divorces)}, ${Math.round(size / 1000)} kB, two A4 pages` }
}

/** One certificate after another, each of another couple, turn about with plain pdfkit and Typst drawing the same page. */
export const measure: Measure = async () => {
  const requests = records(warmUp + rounds).map(certificateOf)
  const typst = openTypst()
  const own: Taken[] = []
  const plain: number[] = []
  const peer: number[] = []
  const sizes = { own: 0, plain: 0, typst: 0 }
  for (const [index, request] of requests.entries()) {
    const stop = watch()
    const ownBytes = await renderPaper(request)
    const ownTime = stop()
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
  const middle = median(own.map(({ wall }) => wall))
  return [{
    id: 'certificate.p50',
    value: round(middle, 2),
    beside: [
      `plain pdfkit ${spread(plain)}, ${kB(sizes.plain)} (ours takes ${round(middle / median(plain))} of its time)`,
      peer.length === 0 ? 'Typst: no binary for this machine' : `Typst ${spread(peer)}, ${kB(sizes.typst)}, no PDF/A, no attached record (ours takes ${round(middle / median(peer))} of its time)`,
    ],
    note: `${spreadOf(own)}, ${kB(sizes.own)}, two A4 pages`,
  }, await inWorker()]
}
