import { statfs } from 'node:fs/promises'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { newId } from './ids.ts'
import { handle, type Handling } from './door.ts'
import type { House, OfficeNow } from './house.ts'
import { hashPassword } from './passwords.ts'
import { routes } from './schemas/index.ts'
import type { Office, Setting } from './schemas/office.ts'
import { isSettingKey, isDated, officeFactOf, settingKeys, specOf, type SettingKey } from './settings.ts'

/** The office as everybody may see it, before signing in too. */
export const officeReply = (house: House, office: OfficeNow): Office => ({
  setUp: office.setUp, name: office.name, area: office.areaOn(house.today()), fonds: office.fonds, windows: [...office.windows], sample: office.sample, version: house.version, today: house.today(),
})

const lastOf = async (house: House, kind: string) => (await house.register.read.entries({ kind, limit: 1 })).rows[0]

const settingReply = (office: OfficeNow, key: SettingKey, changedAt: string): Setting => {
  const spec = specOf(key)
  return {
    key, title: spec.title, note: spec.note, group: spec.group, kind: spec.kind, ...(spec.choices === undefined ? {} : { choices: spec.choices.map(({ value, title }) => ({ value, title })) }),
    value: office.settings[key], default: spec.default, source: spec.source, changedAt,
  }
}

/** When each setting was last changed; facts of the office share one entry. */
const changes = async (house: House): Promise<(key: SettingKey) => string> => {
  const rows = await house.register.read.settingRows()
  return (key) => {
    const held = officeFactOf(key) === undefined ? key : 'office'
    return rows.filter((row) => row.key === held).map((row) => row.changedAt).sort().at(-1) ?? ''
  }
}

/** The office: its first set-up, its health, its settings. */
export const officeHandlings = (windows: readonly string[]): readonly Handling[] => [
  handle(routes.getOffice, async ({ house }) => officeReply(house, await house.office())),

  handle(routes.setUpOffice, async ({ house, body }) => {
    if ((await house.office()).setUp) throw new LantaiError('already_set_up', text('本处已经设置过。', 'The office has been set up already.'))
    if (body.area.startsWith('99')) throw new LantaiError('invalid', text('99 开头的代码只用于示例机关。', 'Codes from 99 are for sample offices only.'), 'area')
    const strange = body.windows.find((window) => !windows.includes(window))
    if (strange !== undefined) throw new LantaiError('invalid', text('没有这项业务', 'There is no such window'), `windows.${String(body.windows.indexOf(strange))}`)
    const password = await hashPassword(body.administrator.password)
    const id = newId('a', house.now())
    await house.register.transact(house.actor(id, ''), async (tx) => {
      await tx.record({ kind: 'office.setUp', subject: 'office', body: { name: body.name, area: body.area, fonds: body.fonds, windows: body.windows, sample: false } })
      const { account, name } = body.administrator
      await tx.record({ kind: 'account.created', subject: id, body: { account, name, role: 'administrator', counter: '', scope: 'mainland', certifiedUntil: '', password, sample: false } })
      await tx.record({ kind: 'setting.changed', subject: 'certificate.mode', body: { key: 'certificate.mode', value: body.printer.certificateMode } })
      if (body.printer.name !== '') await tx.record({ kind: 'setting.changed', subject: 'printer.default', body: { key: 'printer.default', value: body.printer.name } })
    })
    house.forget()
    return officeReply(house, await house.office())
  }),

  handle(routes.getHealth, async ({ house }) => {
    const [head, backup, verified, disk] = await Promise.all([house.register.head(), lastOf(house, 'register.backedUp'), lastOf(house, 'register.verified'), statfs(house.register.folder)])
    return {
      head, lastBackup: backup?.at ?? '', lastVerified: verified === undefined ? null : { at: verified.at, sound: (verified.action.body as { sound: boolean }).sound },
      diskFreeBytes: disk.bavail * disk.bsize, now: house.instant(),
    }
  }),

  handle(routes.listSettings, async ({ house }) => {
    const office = await house.office()
    const shown = settingKeys.filter(isSettingKey)
    const changedAt = await changes(house)
    return { settings: shown.map((key) => settingReply(office, key, changedAt(key))) }
  }),

  handle(routes.changeSetting, async ({ house, params, body, actor }) => {
    const { key } = params
    if (!isSettingKey(key)) throw new LantaiError('not_found', text('没有这项设置。', 'There is no such setting.'), 'key')
    const result = specOf(key).schema.safeParse(body.value)
    if (!result.success) throw new LantaiError('invalid', text('这项设置不能是这个值。', 'This setting cannot have that value.'), 'value')
    const value = result.data
    const fact = officeFactOf(key)
    if (fact === 'windows') {
      const strange = (value as readonly string[]).find((window) => !windows.includes(window))
      if (strange !== undefined || (value as readonly string[]).length === 0) throw new LantaiError('invalid', text('没有这项业务', 'There is no such window'), 'value')
    }
    if ((fact === 'name' || fact === 'area') && value === '') throw new LantaiError('invalid', text('不能为空', 'It cannot be empty'), 'value')
    await house.register.transact(actor(), (tx) =>
      tx.record(fact === undefined ? { kind: 'setting.changed', subject: key, body: { key, value, ...(isDated(key) ? { from: house.today() } : {}) }, reason: body.reason } : { kind: 'office.changed', subject: 'office', body: { [fact]: value }, reason: body.reason }))
    house.forget()
    return settingReply(await house.office(), key, (await changes(house))(key))
  }),
]
