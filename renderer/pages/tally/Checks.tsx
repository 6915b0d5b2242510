import type { Text } from '../../../domain/text.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

export interface CheckLine {
  readonly name: Text
  /** Both sides in words. */
  readonly line: Text
  readonly holds: boolean
}

/** Both sides without the name, which stands before them. */
const sidesOf = (name: string, line: string): string => (line.startsWith(name) ? line.slice(name.length).replace(/^[：:]\s*/, '') : line)

/** Checks with both their sides, the failing ones first. */
export const CheckLines = ({ title, checks, none }: { readonly title: string; readonly checks: readonly CheckLine[]; readonly none: string }) => {
  const t = useWords(words)
  const say = useSay()
  const failing = checks.filter(({ holds }) => !holds).length
  return (
    <Section title={title} acts={checks.length > 0 && <span className={`tag ${failing > 0 ? 'stop' : 'good'}`}>{failing > 0 ? t('checksFail', { n: failing }) : t('checksHold', { n: checks.length })}</span>}>
      {checks.length === 0 ? <p className="quiet">{none}</p> : (
        <ul className="check-lines">
          {checks.toSorted((a, b) => Number(a.holds) - Number(b.holds)).map((check, index) => (
            <li key={index} className={check.holds ? 'check-line' : 'check-line broken'}>
              <span className={`tag ${check.holds ? 'good' : 'stop'}`}>{t(check.holds ? 'holds' : 'fails')}</span>
              <span>{say(check.name)}</span>
              <span className="quiet">{sidesOf(say(check.name), say(check.line))}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
