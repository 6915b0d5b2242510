import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { normaliseSerial } from '../../../domain/serials.ts'
import { Field } from '../../shared/Field.tsx'
import { useRoute } from '../../shared/query.ts'
import { SecondPersonDialog } from '../../shared/SecondPersonDialog.tsx'
import { useCaseView, useCaseWords, useCouplePlace } from '../desk/context.tsx'
import { changedPaths, changedSections } from '../form/changes.ts'
import { valueAt } from '../form/paths.ts'
import { pathWords } from '../pathWords.ts'
import { blanksOf } from '../sections/CertificatesSection.tsx'

const shown = (value: unknown): string => (typeof value === 'object' ? '…' : String(value))

/** 更正: what changes, in one list, with reason and second person; the booklets may be printed again. */
export const CorrectionDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useCaseWords()
  const { desk, spec } = useCouplePlace()
  const { current } = useCaseView(desk)
  const [again, setAgain] = useState(false)
  // Who has a booklet: a reissue gives one to whoever applied.
  const holders = spec.blanks === undefined ? [] : ([0, 1] as const).filter((party) => current?.serials[party] !== '')
  const next = useRoute('nextBlanks', { query: { type: blanksOf(spec, current), count: Math.max(1, holders.length) } }, { enabled: again, fresh: 0 })
  const [typed, setTyped] = useState<readonly [string | undefined, string | undefined]>([undefined, undefined])
  if (current === undefined) return null
  const after = spec.normalise(desk.store.get())
  const paths = changedPaths(current.file, after)
  const changes = Object.fromEntries(Object.entries(changedSections(current.file, after)).filter(([key]) => !(spec.recorded as readonly string[]).includes(key) && !(spec.aside as readonly string[] | undefined ?? []).includes(key)))
  const offered = (party: 0 | 1): string => next.data?.serials[holders.indexOf(party)] ?? ''
  const serialOf = (party: 0 | 1): string => (holders.includes(party) ? normaliseSerial(typed[party] ?? offered(party)) : '')
  const serials: [string, string] = [serialOf(0), serialOf(1)]
  return (
    <SecondPersonDialog
      title={t('correctTitle')} verb={t('correctSubmit')} ready={paths.length > 0 && (!again || holders.every((party) => serials[party] !== ''))} onCancel={onClose} onDone={onClose}
      act={(given) => desk.sendNow('correct', { changes, ...(again ? { serials } : {}), ...given })}
    >
      {paths.length === 0 && <p>{t('correctNothing')}</p>}
      <ul className="changes">{paths.map((path) => <li key={path}>{pathWords(path, t, spec)}: <s className="quiet">{shown(valueAt(current.file, path))}</s> → <b>{shown(valueAt(after, path))}</b></li>)}</ul>
      {holders.length > 0 && current.number !== '' && current.state !== 'voided' && (
        <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>{t('correctReprint')}</Checkbox>
      )}
      {again && holders.map((party) => (
        <Field key={party} path={`serials.${party}`} label={t('serialOf', { party: t(`party.${party}`) })} required>
          <Input className="mono" value={typed[party] ?? offered(party)} maxLength={20} onChange={(event) => setTyped(party === 0 ? [event.target.value, typed[1]] : [typed[0], event.target.value])} />
        </Field>
      ))}
    </SecondPersonDialog>
  )
}
