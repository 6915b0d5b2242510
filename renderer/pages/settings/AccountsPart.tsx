import { Button } from 'antd'
import { useState } from 'react'
import type { Account } from '../../../api/schemas/common.ts'
import { instant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { EmptyState, Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { ChangeAccountDialog, NewAccountDialog, ReasonDialog, ResetPasswordDialog } from './accountDialogs.tsx'
import { words } from './words.ts'

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'password' | 'unlock' | 'stop' | 'resume'; readonly account: Account }

/** Who may sign in, and as what. */
export const AccountsPart = () => {
  const t = useWords(words)
  const { may, office } = useSession()
  const accounts = useRoute('listAccounts')
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const locked = (account: Account): boolean => account.lockedUntil !== '' && Date.parse(account.lockedUntil) > Date.now()
  const certificateOver = (account: Account): boolean => account.role === 'registrar' && account.certifiedUntil !== '' && account.certifiedUntil < office.today
  return (
    <Section
      title={t('accounts')}
      acts={
        may('account.write') && (
          <Button type="primary" onClick={() => setOpen({ what: 'new' })}>
            {t('newAccount')}
          </Button>
        )
      }
    >
      <Loaded of={accounts}>
        {(data) =>
          data.accounts.length === 0 ? (
            <EmptyState title={t('noAccounts')} hint={t('noAccountsHint')} />
          ) : (
            <div className="table-frame">
              <table className="plain-table">
                <thead>
                  <tr>
                    {(['account', 'name', 'role', 'counter', 'certifiedUntil', 'scope', 'state'] as const).map((key) => (
                      <th key={key} scope="col">
                        {t(key)}
                      </th>
                    ))}
                    <th scope="col" />
                  </tr>
                </thead>
                <tbody>
                  {data.accounts.map((account) => (
                    <tr key={account.id}>
                      <th scope="row" className="mono">
                        {account.account}
                      </th>
                      <td>
                        {account.name} {account.sample && <span className="tag answer">{t('sample')}</span>}
                      </td>
                      <td className="nowrap">{t(account.role)}</td>
                      <td>{account.counter}</td>
                      <td className={certificateOver(account) ? 'finding-note answer' : ''}>{account.certifiedUntil}</td>
                      <td>{account.role === 'registrar' ? t(`scope_${account.scope}`) : ''}</td>
                      <td>
                        <span className={account.active ? 'tag good' : 'tag'}>{account.active ? t('active') : t('inactive')}</span>{' '}
                        {locked(account) && <span className="tag stop">{t('lockedUntil', { at: instant(account.lockedUntil) })}</span>}
                      </td>
                      <td>
                        {may('account.write') && (
                          <div className="row table-acts">
                            <Button size="small" onClick={() => setOpen({ what: 'change', account })}>
                              {t('changeAccount')}
                            </Button>
                            <Button size="small" onClick={() => setOpen({ what: 'password', account })}>
                              {t('resetPassword')}
                            </Button>
                            {locked(account) && (
                              <Button size="small" onClick={() => setOpen({ what: 'unlock', account })}>
                                {t('unlock')}
                              </Button>
                            )}
                            <Button size="small" onClick={() => setOpen({ what: account.active ? 'stop' : 'resume', account })}>
                              {account.active ? t('stop') : t('resume')}
                            </Button>
                          </div>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      {open?.what === 'new' && <NewAccountDialog onClose={close} />}
      {open?.what === 'change' && <ChangeAccountDialog account={open.account} onClose={close} />}
      {open?.what === 'password' && <ResetPasswordDialog account={open.account} onClose={close} />}
      {(open?.what === 'unlock' || open?.what === 'stop' || open?.what === 'resume') && <ReasonDialog account={open.account} what={open.what} onClose={close} />}
    </Section>
  )
}
