/** Words for a field path that only a divorce has (`application.agreed` → 申请书 · 达成离婚协议); undefined for those of every case. */
export const pathWords = (path: string, t: (key: string) => string): string | undefined => {
  const [head = '', second = '', third = ''] = path.split('.')
  const party = (index: string) => (index === '0' || index === '1' ? t(`party.${index}`) : undefined)
  const join = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join(' · ')
  switch (head) {
    case 'marriage': return join(t('section.marriage'), third === '' ? t(`marriage.${second}`) : party(third), third === '' ? undefined : t(`marriage.${second}`))
    case 'application': return join(t('section.application'), t(`application.${second}`), party(third))
    case 'agreement': return join(t('section.agreement'), t(`agreement.${second}`), party(third))
    case 'counselling': return join(t('section.application'), t(`counselling.${second}`))
    case 'interviews': return join(t('section.interviews'), party(second))
    case 'reason': return t('reasonOf')
    case 'declarations': return ['voluntary', 'agreed', 'capacity', 'truthful'].includes(third) ? join(t('section.declarations'), party(second), t(`declaration.${third}`)) : undefined
    default: return undefined
  }
}
