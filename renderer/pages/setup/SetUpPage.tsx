import { Button, Checkbox, Input } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { LanguageChoice } from '../../frame/DisplayChoices.tsx'
import { Mark } from '../../frame/Brand.tsx'
import { Choices } from '../../frame/Choices.tsx'
import { AreaField, describeArea } from '../../shared/AreaField.tsx'
import { Field, Fields, focusField } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { onEnterNext } from '../../shared/keyboard.ts'
import { FailurePanel, Section } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { desks } from '../../windows.ts'
import { SamplePart } from './SamplePart.tsx'
import { words } from './words.ts'

interface Form {
  readonly name: string
  readonly area: string
  readonly fonds: string
  readonly windows: readonly string[]
  readonly printer: string
  readonly mode: 'whole' | 'overprint'
  readonly account: string
  readonly ownName: string
  readonly password: string
  readonly again: string
}

const empty: Form = { name: '', area: '', fonds: '', windows: desks.map((desk) => desk.id), printer: '', mode: 'whole', account: '', ownName: '', password: '', again: '' }

/** What is still wrong with the form, by field. */
export const problemsOf = (form: Form, today: string): Partial<Record<string, keyof typeof words & string>> => ({
  ...(form.name.trim().length < 2 && { name: 'nameShort' as const }),
  ...(!/^\d{6}$/.test(form.area) || describeArea(form.area, today) === undefined ? { area: 'areaUnknown' as const } : form.area.endsWith('00') && { area: 'areaCounty' as const }),
  ...(form.windows.length === 0 && { windows: 'windowsNone' as const }),
  ...(!/^[a-zA-Z0-9._-]{3,32}$/.test(form.account) && { 'administrator.account': 'accountShape' as const }),
  ...(form.ownName.trim() === '' && { 'administrator.name': 'ownNameMissing' as const }),
  ...(form.password.length < 10 ? { 'administrator.password': 'passwordShort' as const } : form.password !== form.again && { again: 'passwordDiffers' as const }),
})

/** First run: what the office is, what it offers, who keeps it; or the sample office. */
const SetUpPage = () => {
  const t = useWords(words)
  const say = useSay()
  const office = useRoute('getOffice')
  const today = office.data?.today ?? '2026-01-01'
  const [form, setForm] = useState<Form>(empty)
  const [tried, setTried] = useState(false)
  const [sampling, setSampling] = useState(false)
  const setUp = useAct('setUpOffice', { refresh: ['getOffice'] })
  const change = (part: Partial<Form>): void => setForm((now) => ({ ...now, ...part }))
  const problems = problemsOf(form, today)
  const problem = (path: string): string | undefined => {
    const key = problems[path]
    return tried && key !== undefined ? t(key) : undefined
  }
  const area = form.area === '' ? undefined : describeArea(form.area, today)
  useEffect(() => {
    document.title = `${t('title')} · ${say({ zh: '兰台', en: 'Lantai' })}`
  }, [t, say])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const first = Object.keys(problems)[0]
    if (first !== undefined) {
      requestAnimationFrame(() => focusField(first))
      return
    }
    setUp.mutate({
      body: { name: form.name.trim(), area: form.area, fonds: form.fonds.trim(), windows: [...form.windows], printer: { name: form.printer.trim(), certificateMode: form.mode }, administrator: { account: form.account, name: form.ownName.trim(), password: form.password } },
    })
  }
  return (
    <main className="gate">
      <div className="gate-card broad">
        <div className="gate-top">
          <div className="gate-brand">
            <Mark /> {say({ zh: '兰台', en: 'Lantai' })}
          </div>
          <LanguageChoice />
        </div>
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet">{t('lead')}</p>
        </div>
        <SamplePart onBegin={() => setSampling(true)} />
        <form onSubmit={submit} onKeyDown={onEnterNext} noValidate className="dialog-form" hidden={sampling}>
          <Section title={t('office')}>
            <Fields>
              <Field path="name" span={7} label={t('name')} hint={t('nameHint')} required problem={problem('name')} failure={setUp.error}>
                <Input value={form.name} maxLength={60} autoComplete="off" onChange={(event) => change({ name: event.target.value })} />
              </Field>
              <Field path="fonds" span={5} label={t('fonds')} hint={t('fondsHint')} failure={setUp.error}>
                <Input value={form.fonds} maxLength={20} autoComplete="off" onChange={(event) => change({ fonds: event.target.value })} />
              </Field>
              <Field path="area" span={12} label={t('area')} required problem={problem('area')} failure={setUp.error} hint={area === undefined ? t('areaHint') : `${form.area} ${area.current ? area.name : t('areaFormer', { name: area.name })}`}>
                <AreaField day={today} value={form.area} onChange={(code) => change({ area: code })} />
              </Field>
              <Field path="windows" label={t('windows')} group required problem={problem('windows')}>
                <div className="row">
                  {desks.map((desk) => (
                    <Checkbox key={desk.id} checked={form.windows.includes(desk.id)} onChange={(event) => change({ windows: event.target.checked ? [...form.windows, desk.id] : form.windows.filter((id) => id !== desk.id) })}>
                      {say(desk.title)}
                    </Checkbox>
                  ))}
                </div>
              </Field>
            </Fields>
          </Section>
          <Section title={t('printing')}>
            <Fields>
              <Field path="printer.name" span={7} label={t('printer')} hint={t('printerHint')} failure={setUp.error}>
                <Input value={form.printer} maxLength={100} autoComplete="off" onChange={(event) => change({ printer: event.target.value })} />
              </Field>
              <Field path="printer.certificateMode" span={5} label={t('mode')} group>
                <div>
                  <Choices
                    label={t('mode')}
                    value={form.mode}
                    options={[
                      { value: 'whole', title: t('whole') },
                      { value: 'overprint', title: t('overprint') },
                    ]}
                    onChange={(mode) => change({ mode })}
                  />
                </div>
              </Field>
            </Fields>
          </Section>
          <Section title={t('administratorTitle')}>
            <p className="quiet">{t('administratorLead')}</p>
            <Fields>
              <Field path="administrator.account" span={6} label={t('account')} required problem={problem('administrator.account')} failure={setUp.error} hint={t('accountShape')}>
                <Input value={form.account} maxLength={32} autoComplete="off" spellCheck={false} onChange={(event) => change({ account: event.target.value })} />
              </Field>
              <Field path="administrator.name" span={6} label={t('ownName')} required problem={problem('administrator.name')} failure={setUp.error}>
                <Input value={form.ownName} maxLength={40} autoComplete="off" onChange={(event) => change({ ownName: event.target.value })} />
              </Field>
              <Field path="administrator.password" span={6} label={t('password')} required hint={t('passwordHint')} problem={problem('administrator.password')} failure={setUp.error}>
                <Input type="password" value={form.password} maxLength={200} autoComplete="new-password" onChange={(event) => change({ password: event.target.value })} />
              </Field>
              <Field path="again" span={6} label={t('passwordAgain')} required problem={problem('again')}>
                <Input type="password" value={form.again} maxLength={200} autoComplete="new-password" onChange={(event) => change({ again: event.target.value })} />
              </Field>
            </Fields>
          </Section>
          <FailurePanel failure={setUp.error} safe />
          <div className="row end-row">
            <Button type="primary" htmlType="submit" loading={setUp.isPending}>
              {t('finish')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  )
}

export default SetUpPage
