/** Words for a field path that only a reissue has (`original.number` → 原登记 · 原字号); undefined for those of every case. */
export const pathWords = (path: string, t: (key: string) => string): string | undefined => {
  const [head = '', second = '', third = ''] = path.split('.')
  switch (head) {
    case 'original': return `${t('section.original')} · ${second === '' || second === 'caseId' ? t('inRegister') : t(`original.${second}`)}`
    case 'certificate': return t('certificateKind')
    case 'applicant': return t('applicant')
    case 'reason': return t('reasonOf')
    case 'oldCertificate': return second === '' ? t('oldCertificate') : t(`oldCertificate.${second}`)
    case 'verification': return second === '' ? t('section.verification') : `${t('section.verification')} · ${t(`verification.${second}`)}`
    case 'courtDivorce': return t('courtDivorce')
    case 'proxy': return second === '' ? t('section.proxy') : `${t('section.proxy')} · ${second === 'names' && third !== '' ? t(`mandate.${third}`) : t(`proxy.${second}`)}`
    case 'declarations': return third === 'statusHolds' || third === 'truthful' ? `${t('section.declarations')} · ${t(`party.${second}`)} · ${t(`declaration.${third}`)}` : undefined
    case 'originalDay': return t('original.day')
    default: return undefined
  }
}
