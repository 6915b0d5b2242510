/** Words for a field path that only a marriage has (`formerDivorce.day` → 离婚日期); undefined for those of every case. */
export const pathWords = (path: string, t: (key: string) => string): string | undefined => {
  const [head = '', second, third] = path.split('.')
  switch (head) {
    case 'declarations': return third !== undefined && ['voluntary', 'noSpouse', 'notKin', 'healthTold', 'capacity'].includes(third) ? `${t('section.declarations')} · ${t(`party.${second ?? ''}`)} · ${t(`declaration.${third}`)}` : undefined
    case 'formerDivorce': return second === 'day' ? t('field.formerDay') : t('field.formerNumber')
    case 'kind': case 'cohabitedSince': return t(`field.${head}`)
    default: return undefined
  }
}
