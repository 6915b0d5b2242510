import type { Party } from '../../domain/case/file.ts'
import type { CellOptions } from '../sheet.ts'
import type { Cell, Row } from '../table.ts'
import { day, education, ethnicity, identityNumber, identityType, maritalStatus, nationality, occupation, personKind, residence, sexShort } from './words.ts'

/** The paper shown and, for residents of Hong Kong, Macao and Taiwan, the local card beside it. */
const numbers = (party: Party): string => {
  const shown = identityNumber(party)
  return shown === party.identityNumber || party.localIdentityNumber === '' ? shown : `${party.identityNumber}　${shown}`
}

/** The person block of a form (170 mm wide) with its side set vertically; with `phone` also how the party is reached. */
export const personRows = (parties: readonly [Party, Party], who: 0 | 1, side: string, options: { readonly phone?: boolean; readonly height?: number } = {}): Row[] => {
  const { phone = false, height = 11.5 } = options
  const party = parties[who]
  const label = (string: string, width = 18): Cell => ({ width, label: string })
  const value = (width: number, name: string, shown: string, more: Partial<CellOptions> = {}): Cell => ({ width, field: `parties.${who}.${name}`, value: shown, size: 11, ...more })
  return [
    { height, cells: [
      { width: 10, label: side, vertical: true, rows: phone ? 6 : 5, size: 12 },
      label('姓名', 21), value(53, 'name', party.name, { size: 12 }), label('性别'), value(24, 'sex', sexShort(party.sex), { align: 'centre' }), label('国籍'), value(26, 'nationality', nationality(party), { align: 'centre' }),
    ] },
    { height, cells: [
      label('出生日期', 21), value(53, 'birth', day(party.birth), { size: 12, single: true }), label('民族'), value(24, 'ethnicity', ethnicity(party), { align: 'centre' }), label('身份类别'), value(26, 'kind', personKind(party), { align: 'centre' }),
    ] },
    { height, cells: [
      label('职业', 21), value(53, 'occupation', occupation(party)), label('文化程度'), value(24, 'education', education(party), { align: 'centre', padding: 0.6, single: true }), label('婚姻状况'), value(26, 'maritalStatus', maritalStatus(party.maritalStatus), { align: 'centre' }),
    ] },
    { height, cells: [label('身份证件', 21), value(53, 'identityNumber', identityType(party)), label('证件号码'), value(68, 'identityNumber', numbers(party), { size: 12, single: true })] },
    { height: height + 1.5, cells: [label('常住户口\n所 在 地', 21), value(139, 'residence', residence(party))] },
    ...(phone ? [{ height: height - 1, cells: [label('联系电话', 21), value(139, 'phone', party.phone)] }] : []),
  ]
}
