/**
 * The steps of a case: what is done, what blocks, what is next.
 *   <StepBar steps={[{ id: 'parties', title: t('parties'), state: 'done' }, { id: 'papers', title: t('papers'), state: 'now', note: '2' }]} onGo={(id) => scrollTo(id)} />
 */
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

export interface Step {
  readonly id: string
  readonly title: string
  readonly state: 'done' | 'blocked' | 'now' | 'next'
  /** A few characters, e.g. the number of findings. */
  readonly note?: string
}

const marks = { done: '✓', blocked: '!', now: '●', next: '○' } as const
const spoken = { done: 'stepDone', blocked: 'stepBlocked', now: 'stepNow', next: 'stepNext' } as const

export const StepBar = ({ steps, onGo }: { readonly steps: readonly Step[]; readonly onGo?: (id: string) => void }) => {
  const t = useWords(shared)
  return (
    <nav className="step-bar" aria-label={t('steps')}>
      <ol>
        {steps.map((step) => (
          <li key={step.id} className={`step ${step.state}`} {...(step.state === 'now' && { 'aria-current': 'step' as const })}>
            <button type="button" onClick={() => onGo?.(step.id)}>
              <span className="step-mark" aria-hidden="true">
                {marks[step.state]}
              </span>
              {step.title}
              {step.note !== undefined && <span className="step-note">{step.note}</span>}
              <span className="hidden-words"> {t(spoken[step.state])}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
