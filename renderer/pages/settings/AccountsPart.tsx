import { useMemo, useState } from 'react'
import type { Account } from '../../../api/schemas/common.ts'
import { instant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { Loaded } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { ChangeAccountDialog, NewAccountDialog, ReasonDialog, ResetPasswordDialog } from './accountDialogs.tsx'
import { SettingsList, type SettingsAct, type SettingsColumn } from './SettingsList.tsx'
import { words } from './words.ts'

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'password' | 'unlock' | 'stop' | 'resume'; readonly account: Account }

const isLocked = (account: Account): boolean => account.lockedUntil !== '' && Date.parse(account.lockedUntil) > Date.now()

/** Who may sign in, and as what. */
export const AccountsPart = () => {
  const t = useWords(words)
  const { may, office } = useSession()
  const accounts = useRoute('listAccounts')
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const columns = useMemo<readonly SettingsColumn<Account>[]>(
    () => [
      { id: 'account', title: t('account'), className: 'mono', show: (account) => account.account },
      { id: 'name', title: t('name'), show: (account) => <>{account.name} {account.sample && <span className="tag answer">{t('sample')}</span>}</> },
      { id: 'role', title: t('role'), className: 'nowrap', show: (account) => t(account.role) },
      { id: 'counter', title: t('counter'), show: (account) => account.counter },
      { id: 'certifiedUntil', title: t('certifiedUntil'), className: (account) => (account.role === 'registrar' && account.certifiedUntil !== '' && account.certifiedUntil < office.today ? 'finding-note answer' : ''), show: (account) => account.certifiedUntil },
      { id: 'scope', title: t('scope'), show: (account) => (account.role === 'registrar' ? t(`scope_${account.scope}`) : '') },
      {
        id: 'state', title: t('state'),
        show: (account) => (
          <>
            <span className={account.active ? 'tag good' : 'tag'}>{account.active ? t('active') : t('inactive')}</span> {isLocked(account) && <span className="tag stop">{t('lockedUntil', { at: instant(account.lockedUntil) })}</span>}
          </>
        ),
      },
    ],
    [t, office.today],
  )
  const acts = (account: Account): readonly SettingsAct[] => [
    { label: t('changeAccount'), run: () => setOpen({ what: 'change', account }) },
    { label: t('resetPassword'), run: () => setOpen({ what: 'password', account }) },
    ...(isLocked(account) ? [{ label: t('unlock'), run: () => setOpen({ what: 'unlock', account }) }] : []),
    { label: account.active ? t('stop') : t('resume'), run: () => setOpen({ what: account.active ? 'stop' : 'resume', account }) },
  ]
  return (
    <>
      <Loaded of={accounts}>
        {(data) => (
          <SettingsList
            title={t('accounts')} rows={data.accounts} rowKey={(account) => account.id} columns={columns} empty={{ title: t('noAccounts'), hint: t('noAccountsHint') }}
            {...(may('account.write') && { acts, add: { label: t('newAccount'), run: () => setOpen({ what: 'new' }) } })}
          />
        )}
      </Loaded>
      {open?.what === 'new' && <NewAccountDialog onClose={close} />}
      {open?.what === 'change' && <ChangeAccountDialog account={open.account} onClose={close} />}
      {open?.what === 'password' && <ResetPasswordDialog account={open.account} onClose={close} />}
      {(open?.what === 'unlock' || open?.what === 'stop' || open?.what === 'resume') && <ReasonDialog account={open.account} what={open.what} onClose={close} />}
    </>
  )
}
