import { text } from '../../domain/text.ts'
import type { BookletFacts } from '../case/booklet.ts'
import { bookletTexts, drawCertificate } from '../case/certificate.ts'
import { digestOf } from '../case/parts.ts'
import { person, sides } from '../case/words.ts'
import type { DivorceRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { issuanceDay, numberOf } from './facts.ts'

const version = '离婚证 兰台 1'

/** What the booklet of one party says. */
const factsOf = ({ folded, officeName, photos, sample }: DivorceRecord, party: 0 | 1): BookletFacts => ({
  parties: folded.file.parties, number: folded.number, day: folded.number === '' ? '' : folded.day, remark: folded.file.remarkCertificate, serials: folded.serials, officeName, photo: photos[party], sample,
})

/** 离婚证: as a whole page on plain paper, or only its facts onto the pre-printed booklet (套打). */
export const certificate = paper<'divorce.certificate'>({
  id: 'divorce.certificate',
  title: text('离婚证', 'Divorce certificate'),
  version,
  from: '2021-01-01',
  source: text('《婚姻登记条例》第十六条；内页字段见公开介绍，坐标和末页文字为兰台自定，官方版式未公布', 'Regulation art. 16; the fields follow public descriptions, the coordinates and the words of the last page are Lantai’s own, the official layout is not published'),
  needs: [text('登记字号', 'certificate number'), text('两本印制号', 'both blank serials'), text('双方当事人信息', 'both person blocks'), text('持证人单人照片', 'single photo of the holder')],
  texts: bookletTexts.divorce,
  facts: ({ record, party }) => ({ title: `离婚证 ${record.folded.number} ${sides[party]}`, author: record.officeName, number: numberOf(record), date: dateOfDay(issuanceDay(record)) }),
  record: (request) => {
    const { parties, ...facts } = factsOf(request.record, request.party)
    return digestOf('divorce.certificate', version, request, { ...facts, parties: parties.map(person) })
  },
  draw: (sheet, request, code) => drawCertificate(sheet, { kind: 'divorce', facts: factsOf(request.record, request.party), party: request.party, version, defaults: bookletTexts.divorce, texts: request.texts, options: request }, code),
})
