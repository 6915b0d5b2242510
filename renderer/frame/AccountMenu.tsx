/** Who sits at which counter, how the desk looks, and the ways out. */
import { Button, Input, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Session } from '../../api/schemas/office.ts'
import { DialogForm } from '../shared/DialogForm.tsx'
import { Field } from '../shared/Field.tsx'
import { useWords } from '../shared/i18n.ts'
import { FailurePanel } from '../shared/Page.tsx'
import { changePreferences } from '../shared/preferences.ts'
import { useAct } from '../shared/query.ts'
import { useSession } from '../shared/session.tsx'
import { LanguageChoice, ShadeChoice, SizeChoice } from './DisplayChoices.tsx'
import type { FrameProps } from './Frame.tsx'
import { words } from './words.ts'

const ChangePassword = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useAct('changeOwnPassword')
  const short = next.length < 10
  const differs = next !== again
  const submit = (): void => {
    setTried(true)
    if (old !== '' && !short && !differs) change.mutate({ body: { old, new: next } })
  }
  return (
    <Modal open title={t('password')} okText={change.isSuccess ? t('close') : t('change')} cancelText={t('cancel')} confirmLoading={change.isPending} onOk={change.isSuccess ? onClose : submit} onCancel={onClose} mask={{ closable: false }} {...(change.isSuccess && { cancelButtonProps: { hidden: true } })}>
      {change.isSuccess ? (
        <p>{t('passwordDone')}</p>
      ) : (
        <DialogForm onSubmit={submit}>
          <Field path="old" label={t('passwordOld')} required failure={change.error}>
            <Input type="password" value={old} autoComplete="current-password" onChange={(event) => setOld(event.target.value)} />
          </Field>
          <Field path="new" label={t('passwordNew')} required hint={t('passwordRule')} failure={change.error} problem={tried && short ? t('passwordRule') : undefined}>
            <Input type="password" value={next} autoComplete="new-password" onChange={(event) => setNext(event.target.value)} />
          </Field>
          <Field path="again" label={t('passwordAgain')} required problem={tried && !short && differs ? t('passwordDiffers') : undefined}>
            <Input type="password" value={again} autoComplete="new-password" onChange={(event) => setAgain(event.target.value)} />
          </Field>
          {change.error?.field === undefined && <FailurePanel failure={change.error} />}
        </DialogForm>
      )}
    </Modal>
  )
}

export const AccountMenu = ({ onSession, onLock, onSignOut }: FrameProps) => {
  const t = useWords(words)
  const { account } = useSession()
  const [path, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState(false)
  const [counter, setCounter] = useState(account.counter)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const change = useAct('changeSession')
  const save = (body: { counter?: string; language?: 'zh' | 'en' }): void => change.mutate({ body }, { onSuccess: (next: Session) => onSession(next) })
  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpen(false)
    }
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    addEventListener('pointerdown', outside)
    addEventListener('keydown', escape)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('keydown', escape)
    }
  }, [open])
  const where = account.counter === '' ? t('noCounter') : t('counter', { n: account.counter })
  return (
    <div className="menu-place" ref={place}>
      <button ref={button} type="button" className="menu-button" aria-expanded={open} aria-haspopup="dialog" title={t('menu')} onClick={() => setOpen(!open)}>
        {where} · {account.name} <span className="quiet">{t(account.role)}</span> ▾
      </button>
      {open && (
        <div className="menu-sheet" role="dialog" aria-label={t('menu')}>
          <div className="menu-row">
            <label htmlFor="menu-counter">{t('counterOf')}</label>
            <div className="row">
              <Input
                id="menu-counter"
                className="counter-field"
                maxLength={20}
                value={counter}
                onChange={(event) => setCounter(event.target.value)}
                onPressEnter={() => {
                  changePreferences({ counter: counter.trim() })
                  save({ counter: counter.trim() })
                }}
              />
              <Button
                size="small"
                disabled={counter.trim() === account.counter}
                onClick={() => {
                  changePreferences({ counter: counter.trim() })
                  save({ counter: counter.trim() })
                }}
              >
                {t('change')}
              </Button>
            </div>
          </div>
          <div className="menu-row">
            <span>{t('language')}</span>
            <LanguageChoice onChange={(language) => save({ language })} />
          </div>
          <div className="menu-row">
            <span>{t('shade')}</span>
            <ShadeChoice />
          </div>
          <div className="menu-row">
            <span>{t('size')}</span>
            <SizeChoice />
          </div>
          <FailurePanel failure={change.error} />
          <div className="menu-acts">
            <Button size="small" onClick={() => setPassword(true)}>
              {t('password')}
            </Button>
            <Button size="small" onClick={onLock}>
              {t('lockNow')}
            </Button>
            <Button size="small" onClick={() => navigate('/about')}>
              {t('about')}
            </Button>
            <Button size="small" onClick={onSignOut}>
              {t('signOut')}
            </Button>
          </div>
        </div>
      )}
      {password && <ChangePassword onClose={() => setPassword(false)} />}
    </div>
  )
}
