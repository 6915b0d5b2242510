const fields: Readonly<Record<string, string>> = {
  name: 'nameKept', act: 'actOf', kind: 'placeKind', approvalClass: 'approvalClass', cut: 'cutAt', specific: 'specificPart', generic: 'genericPart', division: 'division', spelling: 'spelling', chosen: 'spelling', entityId: 'presentEntity', formerName: 'formerName', meaning: 'meaning', origin: 'origin', reason: 'reason', location: 'location', nature: 'nature',
  builtUpArea: 'builtUpArea', township: 'township', village: 'village', start: 'start', end: 'end', orientation: 'orientation', bounds: 'bounds', geometry: 'geometry', plan: 'plan', planReason: 'planReason', renameGround: 'renameGround', renameReason: 'renameReason', protectionMeasures: 'protectionMeasures', size: 'length', proposals: 'proposals',
}

/** Words for a field path of a place-name case (`items.2.location` → 地名 · 位置描述); undefined for those of every case. */
export const pathWords = (path: string, t: (key: string) => string): string | undefined => {
  const [head = '', , third = ''] = path.split('.')
  switch (head) {
    case 'items': return fields[third] === undefined ? t('section.names') : `${t('section.names')} · ${t(fields[third])}`
    case 'applicant': return t('section.applicant')
    case 'letter': return t('letterNumber')
    case 'planAndReasons': return t('planAndReasons')
    case 'title': return t('fileTitle')
    case 'consents': return t('consents')
    case 'papers': return t('section.papers')
    default: return undefined
  }
}
