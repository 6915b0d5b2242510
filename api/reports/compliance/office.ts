import type { InspectionOffice } from '../../../db/inspection/contract.ts'
import { addDays } from '../../../domain/dates.ts'
import { officeFacts } from '../../burial/cases/context.ts'
import { divorceSettings } from '../../divorce/context.ts'
import type { House } from '../../house.ts'

/** Before any day that a register knows. */
const beginning = '1900-01-01'

/** The office as the rules of each day find it: settings and area codes from each day on which one changed, whoever is known as registrar, notices of rest days and waiver policies. */
export const inspectionOffice = async (house: House): Promise<InspectionOffice> => {
  const { read } = house.register
  const [office, rows, accounts, notices, adopted] = await Promise.all([house.office(), read.settingRows(), house.accounts(), read.calendarNotices(), read.burial.policies()])
  const changed = [...rows.map(({ from }) => from), ...office.settings['office.areaChanges'].map(({ from }) => from)]
  const starts = [...new Set([beginning, ...changed.filter((day) => day > beginning && day <= house.today())])].sort()
  const days = await Promise.all(starts.map(async (day) => ({ from: day, settings: await divorceSettings(house, day), officeArea: office.areaOn(day), burial: await officeFacts(house, day) })))
  return { days, registrars: [...accounts.values()].map(({ id, scope, certifiedUntil }) => ({ account: id, scope, certifiedUntil })), notices, policies: adopted.map(({ policy }) => policy) }
}

/** Days whose newest files a thread goes through to be warm. */
const recent = 400

/** Makes a thread ready, so that the first report of a day waits for nothing; an office that is not set up has no files. */
export const warmInspections = async (house: House): Promise<void> => {
  if (!(await house.office()).setUp) return
  const to = house.today()
  await house.inspections.warm({ from: addDays(to, -recent), to, office: await inspectionOffice(house) })
}
