import { Input } from 'antd'
import { useState } from 'react'
import type { Reply } from '../../../shared/client.ts'
import { call } from '../../../shared/client.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { SuggestInput } from '../../../shared/SuggestInput.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { contradiction, nothing, qingmingFields, readDifferences, readFigures, sumOf, type Typed } from './qingming.ts'
import { words } from './words.ts'

/** The figures of one day at one place. */
export const CountDialog = ({ sites, onClose }: { readonly sites: readonly string[]; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const count = useAct('countQingming', { refresh: ['listQingming'] })
  const [site, setSite] = useState(sites.length === 1 ? (sites[0] ?? '') : '')
  const [of, setOf] = useState(office.today as string)
  const [typed, setTyped] = useState<Typed>(nothing)
  const made = readFigures(typed)
  const against = 'figures' in made ? contradiction(made.figures) : undefined
  const missing = site.trim() === '' ? 'site' : of === '' ? 'of' : 'wrong' in made ? made.wrong : against
  return (
    <ActDialog title={t('count')} width={760} missing={missing} onDone={onClose} onCancel={onClose} act={async () => { if ('figures' in made) await count.mutateAsync({ body: { site: site.trim(), of, figures: made.figures } }) }}>
      {({ failure, findings, tried }) => (
        <>
          <Fields>
            <Field path="site" span={7} label={t('site')} required failure={failure} findings={findings} problem={tried && site.trim() === '' ? t('needed') : undefined}><SuggestInput choices={sites} value={site} maxLength={100} autoComplete="off" onChange={setSite} /></Field>
            <Field path="of" span={5} label={t('of')} required failure={failure} findings={findings} problem={tried && of === '' ? t('needed') : undefined}><DayField value={of} onChange={setOf} /></Field>
          </Fields>
          <div className="day-entry">
            {qingmingFields.map((field) => (
              <Field key={field} path={field} label={t(`${field}Unit`)} failure={failure} findings={findings} problem={'wrong' in made && made.wrong === field ? t('wholeNumber') : against === field ? t(field === 'lowCarbon' ? 'lowTooMany' : 'ecoTooMany') : undefined}>
                <Input inputMode="numeric" value={typed[field]} maxLength={9} placeholder="0" autoComplete="off" onChange={(event) => setTyped((now) => ({ ...now, [field]: event.target.value }))} />
              </Field>
            ))}
          </div>
        </>
      )}
    </ActDialog>
  )
}

type Line = Reply<'listQingming'>['rows'][number]

/** A correction of a day: signed differences as a line of its own, with a second person; the first line stays. */
export const CorrectDialog = ({ line, sums, onClose }: { readonly line: Line; readonly sums: readonly Line[]; readonly onClose: () => void }) => {
  const t = useWords(words)
  const client = useQueryClient()
  const [typed, setTyped] = useState<Typed>(nothing)
  const made = readDifferences(typed)
  const before = sumOf(sums)
  const after = 'figures' in made ? sumOf([{ figures: before }, made]) : undefined
  const against = after === undefined ? undefined : contradiction(after)
  const changes = 'figures' in made && qingmingFields.some((field) => made.figures[field] !== 0)
  return (
    <SecondPersonDialog
      title={t('correctTitle', { site: line.site, of: line.of })} verb={t('correct')} width={760} ready={changes && against === undefined} waits={'wrong' in made || against !== undefined ? undefined : t('nothingChanged')}
      onDone={() => { void client.invalidateQueries({ queryKey: ['listQingming'] }); onClose() }} onCancel={onClose}
      act={async (given) => { if ('figures' in made) await call('correctQingming', { body: { site: line.site, of: line.of, differences: made.figures, ...given } }) }}
    >
      <p className="quiet">{t('correctHint')}</p>
      <div className="day-entry">
        {qingmingFields.map((field) => (
          <Field key={field} path={field} label={t(`${field}Unit`)} hint={after === undefined || after[field] === before[field] ? t('stands', { n: number(before[field]) }) : t('becomes', { n: number(before[field]), to: number(after[field]) })} problem={'wrong' in made && made.wrong === field ? t('signedNumber') : against === field ? t(field === 'lowCarbon' ? 'lowTooMany' : field === 'eco' ? 'ecoTooMany' : 'belowZero') : undefined}>
            <Input value={typed[field]} maxLength={10} placeholder="+0" autoComplete="off" onChange={(event) => setTyped((now) => ({ ...now, [field]: event.target.value }))} />
          </Field>
        ))}
      </div>
    </SecondPersonDialog>
  )
}
