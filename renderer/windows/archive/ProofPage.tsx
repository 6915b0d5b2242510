import './archive.css'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { isCivilDate } from '../../../domain/dates.ts'
import { checkProof, defaultArchiveSettings, type ArchiveContext, type ProofFacts } from '../../../domain/archive/rules.ts'
import { identityTypeCodes } from '../../../domain/codes/index.ts'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { Field, Fields, focusField } from '../../shared/Field.tsx'
import { byWeight, FindingList } from '../../shared/FindingList.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { onEnterNext, usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel, Page, Section } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { useTexts } from '../../shared/texts.ts'
import { birthOf, emptyProof } from './form.ts'
import { RequesterFields } from './RequesterFields.tsx'
import { useFindings } from './useFindings.ts'
import { words } from './words.ts'

type Proof = ProofFacts['proof']

const Records = ({ proof, searched, titles, onChange }: { readonly proof: Proof; readonly searched: boolean; readonly titles: ReadonlyMap<string, string>; readonly onChange: (records: Proof['records']) => void }) => {
  const t = useWords(words)
  const change = (index: number, part: Partial<Proof['records'][number]>): void => onChange(proof.records.map((record, at) => (at === index ? { ...record, ...part } : record)))
  return (
    <div data-field="proof.found">
      {proof.records.length === 0 && <p className={searched ? '' : 'quiet'}>{searched ? t('noRecords') : t('notSearched')}</p>}
      {proof.records.length > 0 && (
        <div className="table-frame">
          <table className="plain-table">
            <thead>
              <tr>{(['kind', 'fileNumber', 'day', 'office'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}<th scope="col" /></tr>
            </thead>
            <tbody>
              {proof.records.map((record, index) => (
                <tr key={record.caseId === '' ? `typed ${String(index)}` : record.caseId} data-field={`proof.records.${String(index)}.day`}>
                  {record.caseId !== '' ? (
                    <>
                      <td>{t(`kind_${record.kind}`)} <span className="quiet">{titles.get(record.caseId)}</span></td>
                      <td className="mono">{record.number}</td>
                      <td>{record.day}</td>
                      <td>{record.office}</td>
                    </>
                  ) : (
                    <>
                      <td>
                        <select className="plain-select" aria-label={t('kind')} value={record.kind} onChange={(event) => change(index, { kind: event.target.value === 'divorce' ? 'divorce' : 'marriage' })}>
                          <option value="marriage">{t('kind_marriage')}</option>
                          <option value="divorce">{t('kind_divorce')}</option>
                        </select>
                      </td>
                      <td><Input aria-label={t('fileNumber')} value={record.number} maxLength={100} onChange={(event) => change(index, { number: event.target.value })} /></td>
                      <td><DayField aria-label={t('day')} value={record.day} onChange={(day) => change(index, { day })} /></td>
                      <td><Input aria-label={t('office')} value={record.office} maxLength={100} onChange={(event) => change(index, { office: event.target.value })} /></td>
                    </>
                  )}
                  <td><Button size="small" type="text" aria-label={`${t('dropFile')} ${record.number}`} onClick={() => onChange(proof.records.filter((_, at) => at !== index))}>{t('dropFile')}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

/** 出具婚姻登记记录证明: who asks, whose record, where it is used, what the register holds in the days searched. */
const ProofPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { office, account, may } = useSession()
  const [, navigate] = useLocation()
  const [facts, setFacts] = useState<ProofFacts>(() => emptyProof(office.today))
  const [tried, setTried] = useState(false)
  const [searched, setSearched] = useState(false)
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const destinations = useTexts('archive.proofPlaces') ?? defaultArchiveSettings.proofDestinations
  const context = useMemo<ArchiveContext>(() => ({ typing: false, day: office.today, settings: { proofDestinations: destinations }, account: account.id }), [office.today, account.id, destinations])
  const { proof } = facts
  const whole = facts.requester.name.trim() !== '' && proof.person.name.trim() !== '' && proof.person.identityNumber !== '' && proof.destination !== '' && proof.use.trim() !== '' && isCivilDate(proof.searchedFrom) && isCivilDate(proof.searchedTo) && proof.records.every((record) => isCivilDate(record.day))
  const { findings: all } = useFindings(facts, checkProof, context, 'checkRecordProof', whole)
  const find = useAct('findRecords')
  const record = useAct('recordProof', { refresh: ['listArchiveQueries', 'dayCounts'] })
  const putProof = (change: Partial<Proof>): void => setFacts((now) => ({ ...now, proof: { ...now.proof, ...change } }))
  const putPerson = (change: Partial<Proof['person']>): void => {
    setSearched(false)
    putProof({ person: { ...proof.person, ...change } })
  }
  const putRecords = (records: Proof['records']): void => putProof({ records, found: records.length > 0 })
  const open = byWeight(all)
  const findings = tried ? open.map((finding) => (finding.outcome === 'notYet' || finding.outcome === 'unexamined' ? { ...finding, outcome: 'fail' as const } : finding)) : open
  const stops = open.filter((finding) => finding.severity === 'stop')
  const maySearch = proof.person.identityNumber.length >= 4 && isCivilDate(proof.searchedFrom) && isCivilDate(proof.searchedTo)
  const search = (): void => {
    if (!maySearch || find.isPending) return
    find.mutate({ body: { identityNumber: proof.person.identityNumber, name: proof.person.name, from: proof.searchedFrom, to: proof.searchedTo } }, {
      onSuccess: ({ records }) => {
        setSearched(true)
        setTitles(new Map(records.map((one) => [one.caseId, say(one.standing)])))
        putRecords([...records.map(({ kind, number, day, office: name, caseId }) => ({ kind, number, day, office: name, caseId })), ...proof.records.filter((one) => one.caseId === '')])
      },
    })
  }
  const submit = (): void => {
    setTried(true)
    if (stops.length > 0 || !whole || !searched) {
      const first = stops.find((finding) => finding.field !== undefined)?.field ?? 'search'
      requestAnimationFrame(() => focusField(first))
      return
    }
    if (!record.isPending) record.mutate({ body: facts }, { onSuccess: (reply) => navigate(`/archive/records/${reply.id}`, { replace: true }) })
  }
  usePageKeys([{ key: 'F4', label: t('search'), run: search, disabled: !maySearch }, { key: 'F9', label: t('record'), run: submit, disabled: !may('archive.prove') }])
  const asPerson = (): void => setFacts((now) => ({ ...now, proof: { ...now.proof, person: { name: now.requester.name, identityType: now.requester.identityType, identityNumber: now.requester.identityNumber, birth: birthOf(now.requester.identityNumber) } } }))
  return (
    <Page title={t('newProof')}>
      <div className="archive-form" onKeyDown={onEnterNext}>
        <Section title={t('requesterIs')}>
          <RequesterFields value={facts.requester} kinds={['party', 'proxy']} findings={findings} failure={record.error} onChange={(requester) => setFacts((now) => ({ ...now, requester }))} />
        </Section>
        <Section title={t('person')} acts={<Button size="small" disabled={facts.requester.identityNumber === ''} onClick={asPerson}>{t('sameAsPerson')}</Button>}>
          <Fields>
            <Field path="proof.person.name" span={3} label={t('name')} required findings={findings} failure={record.error}>
              <Input value={proof.person.name} maxLength={100} autoComplete="off" onChange={(event) => putPerson({ name: event.target.value })} />
            </Field>
            <Field path="proof.person.identityType" span={3} label={t('identityType')} required findings={findings} failure={record.error}>
              <CodeSelect table={identityTypeCodes} codes={false} value={proof.person.identityType} onChange={(code) => putPerson({ identityType: code as Proof['person']['identityType'] })} />
            </Field>
            <Field path="proof.person.identityNumber" span={4} label={t('identityNumber')} required findings={findings} failure={record.error}>
              <Input className="mono" value={proof.person.identityNumber} maxLength={30} autoComplete="off" spellCheck={false} onChange={(event) => { const identityNumber = event.target.value.trim().toUpperCase(); putPerson({ identityNumber, ...(birthOf(identityNumber) !== '' && { birth: birthOf(identityNumber) }) }) }} />
            </Field>
            <Field path="proof.person.birth" span={2} label={t('birth')} findings={findings} failure={record.error}>
              <DayField value={proof.person.birth} onChange={(birth) => putPerson({ birth })} />
            </Field>
            <Field path="proof.destination" span={4} label={t('destination')} hint={t('destinationHint')} required findings={findings} failure={record.error}>
              <CodeSelect table={destinations.map((name) => ({ code: name, zh: name, en: name }))} codes={false} value={proof.destination} onChange={(destination) => putProof({ destination })} />
            </Field>
            <Field path="proof.use" span={4} label={t('use')} hint={t('useHint')} required findings={findings} failure={record.error}>
              <Input value={proof.use} maxLength={400} autoComplete="off" onChange={(event) => putProof({ use: event.target.value })} />
            </Field>
            <Field path="proof.searchedFrom" span={2} label={`${t('searched')} ${t('searchedFrom')}`} required findings={findings} failure={record.error}>
              <DayField value={proof.searchedFrom} onChange={(searchedFrom) => { setSearched(false); putProof({ searchedFrom }) }} />
            </Field>
            <Field path="proof.searchedTo" span={2} label={t('searchedTo')} required findings={findings} failure={record.error}>
              <DayField value={proof.searchedTo} onChange={(searchedTo) => { setSearched(false); putProof({ searchedTo }) }} />
            </Field>
          </Fields>
        </Section>
        <Section
          title={t('records')}
          acts={
            <>
              <Button size="small" onClick={() => putRecords([...proof.records, { kind: 'marriage', number: '', day: '', office: '', caseId: '' }])}>{t('typeRecord')}</Button>
              <span data-field="search"><Button loading={find.isPending} disabled={!maySearch} onClick={search}>{t('search')} <KeyCap name="F4" /></Button></span>
            </>
          }
        >
          {!maySearch && <p className="quiet">{t('searchNeeds')}</p>}
          <FailurePanel failure={find.error} />
          <Records proof={proof} searched={searched} titles={titles} onChange={putRecords} />
          {tried && !searched && <div className="finding-note stop">{t('notSearched')}</div>}
        </Section>
        {tried && open.length > 0 && <FindingList findings={open} />}
        <FailurePanel failure={record.error} safe />
        <div className="row end-row">
          <Button onClick={() => navigate('/archive/proofs')}>{t('back')}</Button>
          <Button type="primary" loading={record.isPending} disabled={!may('archive.prove')} onClick={submit}>{t('newProof')} <KeyCap name="F9" /></Button>
        </div>
      </div>
    </Page>
  )
}

export default ProofPage
