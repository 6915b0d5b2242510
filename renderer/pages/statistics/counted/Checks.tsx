import './counted.css'
import type { Text } from '../../../../domain/text.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { words } from './words.ts'

/** An identity with both its sides; equal if not said otherwise. */
export interface Check {
  readonly id: string
  readonly name: Text
  readonly left: number
  readonly right: number
  readonly holds: boolean
  readonly relation?: '=' | '≤'
}

const relationOf = ({ relation = '=', holds }: Check): string => (holds ? relation : relation === '=' ? '≠' : '>')

/** What checks the figures: the failing ones first; those that hold fold away unless they are asked for. */
export const Checks = ({ checks, unfolded = false }: { readonly checks: readonly Check[]; readonly unfolded?: boolean }) => {
  const t = useWords(words)
  const say = useSay()
  const failing = checks.filter((check) => !check.holds)
  const line = (check: Check) => (
    <li key={check.id} className={check.holds ? 'check' : 'check broken'}>
      <span className={`tag ${check.holds ? 'good' : 'stop'}`}>{t(check.holds ? 'holds' : 'fails')}</span>
      <span>{say(check.name)}</span>
      <span className="quiet">{number(check.left)} {relationOf(check)} {number(check.right)}</span>
    </li>
  )
  return (
    <Section title={t('checks')} acts={<span className={`tag ${failing.length > 0 ? 'stop' : 'good'}`}>{failing.length > 0 ? t('checksFail', { n: failing.length }) : t('checksHold', { n: checks.length })}</span>}>
      {failing.length > 0 && <ul className="checks">{failing.map(line)}</ul>}
      {failing.length < checks.length && <details open={unfolded}><summary className="quiet">{t('checksAll')}</summary><ul className="checks">{checks.filter((check) => check.holds).map(line)}</ul></details>}
    </Section>
  )
}
