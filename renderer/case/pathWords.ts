import type { CaseSay } from './desk/context.tsx'
import type { AnyWindow } from './spec.ts'

const partyFields = ['name', 'nationality', 'identityType', 'identityNumber', 'localIdentityNumber', 'identityFrom', 'identityTo', 'identityIssuer', 'birth', 'sex', 'ethnicity', 'maritalStatus', 'education', 'occupation', 'residence', 'phone', 'military', 'militaryNumber'] as const
const declarationFields = ['readAloud', 'signed', 'fingerprint', 'witnessSigned'] as const
const paperFields = ['number', 'issuer', 'issuedOn', 'validTo', 'legible', 'note', 'scans'] as const
const among = <T extends string>(list: readonly T[], value: string | undefined): T | undefined => list.find((item) => item === value)

/** Words for a field path of the case (`parties.0.name` → 男方 · 姓名), for lists of findings and of changes. */
export const pathWords = (path: string, t: CaseSay, spec: Pick<AnyWindow, 'pathWords'>): string => {
  const own = spec.pathWords?.(path, t as (key: string) => string)
  if (own !== undefined) return own
  const [head = '', second, third, fourth] = path.split('.')
  const party = second === '0' || second === '1' ? t(`party.${second}`) : undefined
  const join = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' · ')
  switch (head) {
    case 'parties': {
      if (third === 'kind') return join(party, t('field.personKind'))
      if (third === 'residence') return join(party, t('field.residence'), fourth === 'detail' ? t('field.detail') : fourth === 'area' ? t('field.area') : fourth === 'province' ? t('field.province') : undefined)
      const field = among(partyFields, third)
      return join(party, field === undefined ? undefined : t(`field.${field}`))
    }
    case 'declarations': {
      const field = among(declarationFields, third)
      return join(t('section.declarations'), party, field !== undefined ? t(`declaration.${field}`) : third === 'signedOn' ? t('signedOn') : third === 'witness' ? t('witness') : undefined)
    }
    case 'papers': {
      const field = among(paperFields, third)
      return join(t('section.papers'), field === undefined ? undefined : t(field))
    }
    case 'photo': return join(t('section.photo'), second === 'joint' ? t('joint') : second === 'notComposed' ? t('notComposed') : undefined)
    case 'photos': return join(t('section.photo'), party)
    case 'networkChecks': return join(t('section.network'), party)
    case 'answers': return t('answer')
    case 'remarkForm': case 'remarkCertificate': return t(`field.${head}`)
    default: return path
  }
}
