import { text } from '../../domain/text.ts'
import type { BookletFacts } from '../case/booklet.ts'
import { bookletTexts, drawCertificate } from '../case/certificate.ts'
import type { MarriageRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { marriageDigest, numberOf } from '../case/parts.ts'

const version = '结婚证 兰台 1'

/** What the booklets of a marriage case say. */
const factsOf = ({ file, number, day, serials, officeName, photo, sample }: MarriageRecord): BookletFacts => ({ parties: file.parties, number, day, remark: file.remarkCertificate, serials, officeName, photo, sample })

/** 结婚证: as a whole page on plain paper, or only its facts onto the pre-printed booklet (套打). */
export const certificate = paper<'marriage.certificate'>({
  id: 'marriage.certificate',
  title: text('结婚证', 'Marriage certificate'),
  version,
  from: '2021-01-01',
  source: text('《婚姻登记条例》第十条；内页字段见民政部证件样式的公开介绍，坐标为兰台自定', 'Marriage Registration Regulation art. 10; the fields follow public descriptions of the booklet, the coordinates are Lantai’s own'),
  needs: [text('登记字号', 'certificate number'), text('两本印制号', 'both blank serials'), text('双方当事人信息', 'both person blocks'), text('结婚登记照片', 'joint photo')],
  texts: bookletTexts.marriage,
  facts: ({ record, party }) => ({ title: `结婚证 ${record.number} ${party === 0 ? '男方' : '女方'}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.certificate', version, { record: request.record, party: request.party, ...(request.texts === undefined ? {} : { texts: request.texts }) }),
  draw: (sheet, request, code) => drawCertificate(sheet, { kind: 'marriage', facts: factsOf(request.record), party: request.party, version, defaults: bookletTexts.marriage, texts: request.texts, options: request }, code),
})
