import { text } from '../../domain/text.ts'
import type { BookletFacts } from '../case/booklet.ts'
import { bookletTexts, drawCertificate } from '../case/certificate.ts'
import { digestOf } from '../case/parts.ts'
import { person, sides } from '../case/words.ts'
import type { ReissueRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { certificateName, dayOf, numberOf } from './facts.ts'

const version = '补发证件 兰台 1'

// both booklets' wordings stand in the settings, each under its own keys
const defaults = {
  ...Object.fromEntries(Object.entries(bookletTexts.marriage).map(([key, words]) => [`marriage.${key}`, words])),
  ...Object.fromEntries(Object.entries(bookletTexts.divorce).map(([key, words]) => [`divorce.${key}`, words])),
}

const textsOf = (kind: 'marriage' | 'divorce', texts: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined =>
  texts === undefined ? undefined : Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(`${kind}.`)).map(([key, words]) => [key.slice(kind.length + 1), words]))

/** The booklet carries the number of the reissue and the day of the original registration. */
const factsOf = ({ folded, officeName, photo, photos, sample }: ReissueRecord, party: 0 | 1): BookletFacts => ({
  parties: folded.file.parties, number: folded.number, day: folded.originalDay, remark: folded.remark, serials: folded.serials, officeName, photo: folded.file.certificate === 'marriage' ? photo : photos[party], sample,
})

/** A reissued 结婚证 or 离婚证, as a whole page or onto the pre-printed booklet. */
export const certificate = paper<'reissue.certificate'>({
  id: 'reissue.certificate',
  title: text('补发的婚姻登记证', 'Reissued certificate'),
  version,
  from: '2021-01-01',
  source: text('《婚姻登记条例》第二十一条；登记日期为原登记日期、备注注明补发据民发〔2003〕190号以来的做法；坐标为兰台自定，官方版式未公布', 'Regulation art. 21; the original day and the remark follow the practice since the Notice of 2003; the coordinates are Lantai’s own, the official layout is not published'),
  needs: [text('补发字号', 'number of the reissue'), text('印制号', 'blank serial'), text('原登记日期', 'the original day'), text('照片', 'photo')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `${certificateName(record)}（补发） ${record.folded.number} ${sides[party]}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => {
    const { parties, ...facts } = factsOf(request.record, request.party)
    return digestOf('reissue.certificate', version, request, { ...facts, certificate: request.record.folded.file.certificate, parties: parties.map(person) })
  },
  draw: (sheet, request, code) => {
    const kind = request.record.folded.file.certificate
    drawCertificate(sheet, { kind, facts: factsOf(request.record, request.party), party: request.party, version, defaults: bookletTexts[kind], texts: textsOf(kind, request.texts), options: request }, code)
  },
})
