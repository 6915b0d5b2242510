import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Field } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Facts, FailurePanel, Page, Section } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow } from '../../windows.ts'
import { words } from './words.ts'

const weights = { genuine: 'good', altered: 'stop', unknown: 'answer', superseded: 'answer', voided: 'stop' } as const

/** A paper's code against the register. */
const CheckPaperPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [code, setCode] = useState('')
  const check = useAct('checkPaper')
  const submit = (): void => {
    if (code.trim().length >= 4 && !check.isPending) check.mutate({ body: { code: code.trim() } })
  }
  const verdict = check.data
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('code')}>
        <div className="row">
          <div className="wide-field">
            <Field path="code" label={t('code')} hint={t('codeHint')} failure={check.error}>
              <Input
                autoFocus
                value={code}
                maxLength={400}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => {
                  setCode(event.target.value)
                  if (verdict !== undefined) check.reset()
                }}
                onPressEnter={submit}
                onFocus={(event) => event.target.select()}
              />
            </Field>
          </div>
          <Button type="primary" disabled={code.trim().length < 4} loading={check.isPending} onClick={submit}>
            {t('check')}
          </Button>
        </div>
      </Section>
      {check.error?.field !== 'code' && <FailurePanel failure={check.error} />}
      {verdict === undefined ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <div role="status">
          <Section title={<span className={`verdict ${weights[verdict.verdict]}`}>{t(verdict.verdict)}</span>} acts={verdict.caseId !== undefined && may('case.read') && <Link href={findWindow('marriage')?.casePath(verdict.caseId) ?? '/'}>{t('openCase')}</Link>}>
            <p>{say(verdict.message)}</p>
            {verdict.number !== '' && (
              <Facts
                rows={[
                  [t('number'), <span className="mono">{verdict.number}</span>],
                  [t('day'), verdict.day],
                  [t('names'), verdict.names.join(' · ')],
                ]}
              />
            )}
          </Section>
        </div>
      )}
    </Page>
  )
}

export default CheckPaperPage
