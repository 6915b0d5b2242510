import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Setting } from '../../../api/schemas/office.ts'
import { clearable } from '../../shared/clearable.tsx'
import { instant } from '../../shared/format.ts'
import { useSay, useWords, type Say } from '../../shared/i18n.ts'
import { EmptyState, Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow } from '../../windows.ts'
import { SettingDialog } from './SettingDialog.tsx'
import { words } from './words.ts'

type Key = keyof typeof words & string
const known = (key: string): Key | undefined => (Object.hasOwn(words, key) ? (key as Key) : undefined)

/** Settings that are lists with a page of their own. */
const ownPages: Readonly<Record<string, string>> = { 'burial.prices': '/settings/prices' }

/** A setting's value in words. */
export const valueWords = (setting: Setting, t: Say<Key>, say: (text: { zh: string; en: string }) => string): string => {
  const { value } = setting
  if (value === '' || value === null || value === undefined) return t('empty')
  if (setting.kind === 'boolean') return t(value === true ? 'yes' : 'no')
  if (setting.kind === 'choice') {
    const choice = setting.choices?.find((one) => one.value === value)
    if (choice !== undefined) return say(choice.title)
  }
  if (setting.key === 'office.windows' && Array.isArray(value)) return value.map((id) => { const window = findWindow(String(id)); return window === undefined ? String(id) : say(window.title) }).join(' · ')
  if (setting.kind === 'texts' && Array.isArray(value) && value.length > 0) {
    const all = value.map(String).join(' · ')
    // A long list is read where it is edited.
    return all.length <= 80 ? all : t('textsAndMore', { first: String(value[0]), n: value.length })
  }
  if (ownPages[setting.key] !== undefined && Array.isArray(value) && value.length > 0) return t('entries', { n: value.length })
  if (Array.isArray(value)) return value.length === 0 ? t('empty') : value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')
  if (typeof value === 'object') return Object.keys(value).length === 0 ? t('empty') : JSON.stringify(value)
  return String(value)
}

/** Every setting with its value, how sure its default is, and when it was changed. */
export const ItemsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<Setting>()
  const settings = useRoute('listSettings')
  return (
    <>
      <Input className="data-filter" allowClear={clearable} aria-label={t('filter')} placeholder={t('filter')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <Loaded of={settings}>
        {(data) => {
          const fits = data.settings.filter((setting) => [setting.key, say(setting.title), say(setting.note)].join(' ').toLowerCase().includes(wanted.trim().toLowerCase()))
          const groups = [...new Set(fits.map((setting) => setting.group))]
          if (fits.length === 0) return <EmptyState title={t('noSetting')} hint={t('noSettingHint')} />
          return groups.map((group) => {
            const title = known(`group_${group}`)
            return (
              <Section key={group} title={title === undefined ? group : t(title)}>
                <ul className="setting-list">
                  {fits
                    .filter((setting) => setting.group === group)
                    .map((setting) => {
                      const source = known(`source_${setting.source}`)
                      return (
                        <li key={setting.key}>
                          <div>
                            <strong>{say(setting.title)}</strong>
                            {say(setting.note) !== '' && <div className="quiet">{say(setting.note)}</div>}
                          </div>
                          <div className="setting-value">{valueWords(setting, t, say)}</div>
                          <div className="quiet">
                            <span className={`tag${setting.source === 'confirmed' ? ' good' : ''}`}>{source === undefined ? setting.source : t(source)}</span>
                            <div>{setting.changedAt === '' ? t('isDefault') : t('changedAt', { at: instant(setting.changedAt) })}</div>
                          </div>
                          {may('setting.write') && (
                            <Button size="small" aria-label={`${t('change')} ${say(setting.title)}`} onClick={() => { const page = ownPages[setting.key]; if (page === undefined) setOpen(setting); else navigate(page) }}>
                              {t('change')}
                            </Button>
                          )}
                        </li>
                      )
                    })}
                </ul>
              </Section>
            )
          })
        }}
      </Loaded>
      {open !== undefined && <SettingDialog setting={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
