import { text, type Text } from '../text.ts'

const units: Readonly<Record<string, Text>> = {
  对: text('对', 'couples'),
  件: text('件', 'cases'),
  人: text('人', 'persons'),
  本: text('本', 'booklets'),
  具: text('具', 'bodies'),
  例: text('例', 'cases'),
  穴: text('穴', 'cells'),
  座: text('座', 'graves'),
  人次: text('人次', 'person-times'),
  条: text('条', 'entries'),
  个: text('个', 'items'),
  块: text('块', 'plates'),
  份: text('份', 'papers'),
  次: text('次', 'times'),
  处: text('处', 'facilities'),
  辆: text('辆', 'vehicles'),
  元: text('元', 'yuan'),
}

/** The unit of a count in both languages; units are never mixed. */
export const unitText = (unit: string): Text => units[unit] ?? text(unit, unit)
