import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { findCode, maritalStatuses } from '../../../domain/codes/index.ts'
import type { CoupleFile } from '../spec.ts'
import type { NetworkCheck } from '../../../domain/case/file.ts'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useSay } from '../../shared/i18n.ts'
import { useRoute } from '../../shared/query.ts'
import { useCouplePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { useFindingsAt } from '../form/findings.ts'
import { Answers, Note } from '../form/fields.tsx'
import { useField } from '../form/store.ts'
import { moment } from '../moments.ts'

const lastCheck = (file: Pick<CoupleFile, 'networkChecks'>, party: 0 | 1): NetworkCheck | undefined => file.networkChecks.findLast((check) => check.party === party)

type Entry = Pick<NetworkCheck, 'maritalStatus' | 'note' | 'proof'> & { readonly identity: NetworkCheck['identity'] | '' }
const blank: Entry = { identity: '', maritalStatus: '', note: '', proof: '' }
const complete = (entry: Entry): entry is Entry & { readonly identity: NetworkCheck['identity'] } => entry.identity === 'unavailable' || (entry.identity !== '' && entry.maritalStatus !== '')
const begun = (entry: Entry) => entry.identity !== '' || entry.maritalStatus !== ''
const results = ['match', 'mismatch', 'unavailable'] as const

const PartyCheck = ({ party, entry, onEntry }: { readonly party: 0 | 1; readonly entry: Entry; readonly onEntry: (entry: Entry) => void }) => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, editable } = useCouplePlace()
  const [name] = useField(desk.store, `parties.${party}.name`)
  const [declaredStatus] = useField(desk.store, `parties.${party}.maritalStatus`)
  const [checks] = useField(desk.store, 'networkChecks')
  const found = useFindingsAt(desk.findings, `networkChecks.${party}`)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const last = lastCheck({ networkChecks: checks }, party)
  const [again, setAgain] = useState(false)
  const status = (code: string) => { const known = findCode(maritalStatuses, code); return known === undefined ? '—' : say(known) }
  const nameOf = (id: string) => colleagues.data?.colleagues.find((colleague) => colleague.id === id)?.name ?? id
  const differs = entry.maritalStatus !== '' && declaredStatus !== '' && entry.maritalStatus !== declaredStatus
  const agrees = entry.identity === 'match' && entry.maritalStatus !== '' && entry.maritalStatus === declaredStatus
  const typing = editable && (last === undefined || again || begun(entry))
  return (
    <fieldset className="party" data-field={`networkChecks.${party}`}>
      <legend>{t(`party.${party}`)} {name}</legend>
      {last !== undefined && (
        <div className="network-last">
          <span className={`tag ${last.identity === 'match' ? 'good' : 'stop'}`}>{t('identityResult')} {t(`identityResults.${last.identity}`)}</span>
          <span className={`tag ${last.maritalStatus === declaredStatus ? 'good' : 'answer'}`}>{t('statusResult')} {status(last.maritalStatus)}</span>
          <span className="quiet">{t('checkedBy', { who: nameOf(last.operator), at: moment(last.checkedAt) })}</span>
          {last.proof !== '' && <span>{t('proof')}: {last.proof}</span>}
          {editable && !typing && <Button size="small" tabIndex={-1} onClick={() => setAgain(true)}>{t('again')}</Button>}
        </div>
      )}
      {typing && (
        <>
          <Checkbox checked={agrees} disabled={declaredStatus === ''} onChange={(event) => onEntry(event.target.checked ? { ...entry, identity: 'match', maritalStatus: declaredStatus, proof: '' } : blank)}>
            <b>{t('networkAgrees')}</b> <span className="quiet">{t('declared')} {status(declaredStatus)}</span>
          </Checkbox>
          <Fields>
            <div className="field span-6">
              <span className="field-label" id={`network-${String(party)}`}>{t('identityResult')}</span>
              <div className="choices" role="radiogroup" aria-labelledby={`network-${String(party)}`}>
                {results.map((result) => (
                  <button key={result} type="button" role="radio" aria-checked={entry.identity === result} aria-pressed={entry.identity === result} onClick={() => onEntry({ ...entry, identity: result })}>{t(`identityResults.${result}`)}</button>
                ))}
              </div>
            </div>
            <div className="fact span-6">
              <Field path={`network.${party}.maritalStatus`} label={t('statusResult')}>
                <CodeSelect table={maritalStatuses} value={entry.maritalStatus} onChange={(code) => onEntry({ ...entry, maritalStatus: code })} />
              </Field>
            </div>
            {(differs || entry.identity === 'mismatch') && (
              <div className="fact span-12">
                <Field path={`network.${party}.proof`} label={t('proof')} hint={t('differs')} required>
                  <Input value={entry.proof} maxLength={400} placeholder={t('proofHint')} onChange={(event) => onEntry({ ...entry, proof: event.target.value })} />
                </Field>
              </div>
            )}
          </Fields>
        </>
      )}
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
      <Answers found={found} />
    </fieldset>
  )
}

/** 联网核对 of the parties it is asked of: what the national system said, put on record. */
export const NetworkSection = ({ parties = [0, 1] }: { readonly parties?: readonly (0 | 1)[] }) => {
  const t = useCaseWords()
  const { desk, editable } = useCouplePlace()
  const { current, busy } = useCaseView(desk)
  const [entries, setEntries] = useState<readonly [Entry, Entry]>([blank, blank])
  const [refused, setRefused] = useState(false)
  const record = async (): Promise<boolean> => {
    if (current === undefined) {
      if ((await desk.commit()) === undefined) return false
    }
    const given = parties.filter((party) => begun(entries[party]))
    if (given.some((party) => !complete(entries[party]))) {
      setRefused(true)
      return false
    }
    setRefused(false)
    for (const party of given) {
      const entry = entries[party]
      if (!complete(entry)) return false
      const { identity } = entry
      const done = await desk.send('networkCheck', { party, identity, maritalStatus: entry.maritalStatus, note: entry.note.trim(), proof: entry.proof.trim() })
      if (done === undefined) return false
      setEntries((before) => (party === 0 ? [blank, before[1]] : [before[0], blank]))
    }
    const file = desk.store.get()
    return parties.every((party) => lastCheck(file, party) !== undefined)
  }
  useSectionAct('network', record)
  return (
    <div className="network">
      <p className="quiet">{t('networkNote')}</p>
      <div className="couple" data-ticks="">
        {parties.map((party) => <PartyCheck key={party} party={party} entry={entries[party]} onEntry={(entry) => { setRefused(false); setEntries(party === 0 ? [entry, entries[1]] : [entries[0], entry]) }} />)}
      </div>
      {refused && <div className="finding-note stop" role="alert">{t('networkIncomplete')}</div>}
      {editable && (
        <div className="section-acts">
          <Button loading={busy} disabled={!entries.some(begun)} onClick={() => void record()}>{t('record')}</Button>
        </div>
      )}
    </div>
  )
}
