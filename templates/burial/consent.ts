import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { drawStatement } from '../case/statement.ts'
import { fill, plainDay } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Row } from '../table.ts'
import { deceasedOf, deceasedRows, from2026, lawOn, ownLayout, personRows, reportDay } from './facts.ts'
import { headOf, owners, relation, things } from './words.ts'

const version = '火化确认书 兰台 1'
const defaults = {
  statement: '本人已当面核对遗体和上列各项信息，确认该遗体确系上列逝者，同意由{home}将遗体火化。',
  statementLimb: '本人已当面核对残肢和上列各项信息，确认该残肢来源属实，同意由{home}将残肢火化。',
  statementBones: '本人已当面核对骨骸和上列各项信息，确认该骨骸来源属实，同意由{home}将骨骸火化。',
  truth: '本人所提供的证明和证件真实有效；随身物品已经清点取回，体内植入的起搏器等不宜火化的物品已如实告知。如有不实或者隐瞒，由本人承担相应的法律责任。',
  truthOther: '本人所提供的证明和证件真实有效；如有不实或者隐瞒，由本人承担相应的法律责任。',
  heirs: '其他亲属对火化没有异议；如有争议，由本人负责说明并承担责任。',
  law: '依据：《殡葬管理条例》第二十八条，火化遗体应当凭死亡证明和火化确认书办理。',
}
const certificates: Readonly<Record<string, string>> = { form2013: '居民死亡医学证明（推断）书', form2026: '居民死亡医学证明', police: '公安机关死亡证明' }

const dayOf = (record: BurialRecord): string => (record.folded.file.consent.signedOn === '' ? reportDay(record) : record.folded.file.consent.signedOn)

/** 火化确认书: signed by the agent before the cremation (第二十八条). */
export const consent = paper<'burial.consent'>({
  id: 'burial.consent',
  title: text('火化确认书', 'Cremation consent'),
  version, from: from2026,
  source: text(`《殡葬管理条例》（2026年）第二十八条规定凭火化确认书火化；${ownLayout[0]}`, `Funeral Regulation (2026) art. 28 asks for it before a cremation; ${ownLayout[1]}`),
  needs: [text('逝者和承办人的信息', 'the deceased and the agent'), text('死亡证明', 'the death certificate')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${headOf(record.folded.file.kind, '火化确认书')} ${record.folded.file.deceased.name}`, author: record.homeName, number: record.folded.id, date: dateOfDay(dayOf(record)) }),
  record: (request) => {
    const { folded, homeName, sample } = request.record
    const { certificate: { kind, number, issuer, issuedOn }, agent, consent: { signer, relation: of }, deceased: { deathPlace, hukouAddress } } = folded.file
    return digestOf('burial.consent', version, request, { deceased: deceasedOf(folded), deathPlace, hukouAddress, certificate: { kind, number, issuer, issuedOn }, agent, signer, relation: of, homeName, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, homeName, sample } = record
    const { kind, agent, certificate, deceased, consent: signed } = folded.file
    const owner = owners[kind]
    const dead: Row[] = kind !== 'body' ? [] : [
      line('死亡地点', 'deceased.deathPlace', deceased.deathPlace), line('户籍地址', 'deceased.hukouAddress', deceased.hukouAddress),
      line('死亡证明', 'deathCertificate', [certificates[certificate.kind] ?? '', certificate.number === '' ? '' : `编号 ${certificate.number}`, certificate.issuer === '' ? '' : `${certificate.issuer}${certificate.issuedOn === '' ? '' : ` ${plainDay(certificate.issuedOn)}出具`}`].filter((part) => part !== '').join('，'), 12, 11),
    ]
    const other = signed.signer !== '' && signed.signer !== agent.name
    const key = kind === 'body' ? 'statement' : kind === 'limb' ? 'statementLimb' : 'statementBones'
    drawStatement(sheet, {
      title: headOf(kind, '火化确认书'), version, sample,
      rows: [
        ...deceasedRows(folded), ...dead, ...personRows('承办人姓名', 'agent', agent, owner), line('联系电话', 'agent.phone', agent.phone), line('住址', 'agent.address', agent.address),
        ...(other ? [two(['签字人', 'agent.name', signed.signer], [`与${owner}关系`, 'agent', relation(signed.relation)])] : []),
      ],
      body: [['homeName', fill(said(defaults, texts, key), { home: homeName === '' ? `本馆（${things[kind]}存放单位）` : homeName })], ...(kind === 'body' ? ['truth', 'heirs'] : ['truthOther']).map((name) => ['texts', said(defaults, texts, name)] as const), ...(kind === 'body' ? [['texts', lawOn(dayOf(record), said(defaults, texts, 'law'))] as const] : [])],
      signers: [`${other ? '签字人' : '承办人'}（签名）：`], witness: '殡仪馆经办人（签名）：',
    }, code)
  },
})
