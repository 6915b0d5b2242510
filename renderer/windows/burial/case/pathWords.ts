const deceased: Readonly<Record<string, string>> = { name: 'field.name', identityType: 'field.identityType', identityNumber: 'field.identityNumber', sex: 'field.sex', birth: 'field.birth', age: 'age', ethnicity: 'field.ethnicity', hukou: 'hukou', hukouAddress: 'hukouAddress', death: 'death', deathArea: 'deathArea', deathPlace: 'deathPlace', manner: 'manner', cause: 'cause', infectious: 'infectious' }
const certificate: Readonly<Record<string, string>> = { kind: 'certificateKind', number: 'certificateNumber', issuer: 'certificateIssuer', issuerCode: 'issuerCode', issuedOn: 'issuedOn', form: 'carrier', part: 'part', reissued: 'reissued', seen: 'seen' }
const agent: Readonly<Record<string, string>> = { name: 'agentName', identityNumber: 'person.identityNumber', relation: 'person.relation', phone: 'field.phone', address: 'agentAddress' }
const consent: Readonly<Record<string, string>> = { signed: 'consentSigned', signer: 'consentSigner', relation: 'person.relation', signedOn: 'consentDay' }
const intake: Readonly<Record<string, string>> = { certificateCompared: 'certificateCompared', contradictsCause: 'contradictsCause', policeReport: 'policeReport', disinfected: 'disinfected' }
const sections: Readonly<Record<string, readonly [section: string, fields: Readonly<Record<string, string>>]>> = { deceased: ['section.deceased', deceased], certificate: ['section.certificate', certificate], agent: ['section.agent', agent], consent: ['consent', consent], intake: ['section.intake', intake] }

/** Words for a field path of a burial case (`deceased.death` → 逝者 · 死亡日期); undefined for those of every case. */
export const pathWords = (path: string, t: (key: string) => string): string | undefined => {
  const [head = '', second = ''] = path.split('.')
  const known = sections[head]
  if (known !== undefined) return known[1][second] === undefined ? t(known[0]) : `${t(known[0])} · ${t(known[1][second])}`
  switch (head) {
    case 'kind': return t('caseKind')
    case 'origin': return second === '' ? t('section.deceased') : t(`origin.${second}`)
    case 'grant': return second === 'proof' ? t('grantProof') : t('grantQuestion')
    case 'waiverFlags': return t('questions')
    case 'note': return t('fileNote')
    case 'extensions': return t('act.storageExtended')
    case 'holds': return t('section.holds')
    case 'provider': return t('section.intake')
    default: return undefined
  }
}
