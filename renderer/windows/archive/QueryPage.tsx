import './archive.css'
import { Button, Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { checkQuery, defaultArchiveSettings, type ArchiveContext, type QueryFacts } from '../../../domain/archive/rules.ts'
import { Choices } from '../../frame/Choices.tsx'
import { Field, Fields, focusField } from '../../shared/Field.tsx'
import { byWeight, FindingList } from '../../shared/FindingList.tsx'
import { useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { onEnterNext, usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel, Page, Section } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { asked, emptyQuery } from './form.ts'
import { FilePicker } from './FilePicker.tsx'
import { RequesterFields } from './RequesterFields.tsx'
import { useFindings } from './useFindings.ts'
import { words } from './words.ts'

/** A count typed by hand: nothing is none. */
const countOf = (typed: string): number => Number(typed.replace(/\D/g, '').slice(0, 4))

/** 查档: who asks, on what basis, for what, which files, what was copied; put on record before the file is fetched. */
const QueryPage = () => {
  const t = useWords(words)
  const { office, account } = useSession()
  const [, navigate] = useLocation()
  const [facts, setFacts] = useState<QueryFacts>(emptyQuery)
  const [tried, setTried] = useState(false)
  const context = useMemo<ArchiveContext>(() => ({ typing: false, day: office.today, settings: defaultArchiveSettings, account: account.id }), [office.today, account.id])
  const { findings: all } = useFindings(facts, checkQuery, context, 'checkArchiveQuery', facts.requester.name.trim() !== '')
  const record = useAct('recordArchiveQuery', { refresh: ['listArchiveQueries', 'dayCounts'] })
  const colleagues = useRoute('listColleagues', undefined, { fresh: 60_000 })
  const put = (change: Partial<QueryFacts>): void => setFacts((now) => ({ ...now, ...change }))
  const open = byWeight(all)
  // What is merely not filled in yet is said at its field once the clerk has tried to record it.
  const findings = tried ? open.map((finding) => (finding.outcome === 'notYet' || finding.outcome === 'unexamined' ? { ...finding, outcome: 'fail' as const } : finding)) : open
  const stops = open.filter((finding) => finding.severity === 'stop')
  const submit = (): void => {
    setTried(true)
    if (stops.length > 0) {
      const first = stops.find((finding) => finding.field !== undefined)?.field
      if (first !== undefined) requestAnimationFrame(() => focusField(first))
      return
    }
    if (!record.isPending) record.mutate({ body: facts }, { onSuccess: (reply) => navigate(`/archive/records/${reply.id}`, { replace: true }) })
  }
  usePageKeys([{ key: 'F9', label: t('record'), run: submit }])
  const approves = asked[facts.requester.kind].includes('approval')
  return (
    <Page title={t('newQuery')} lead={t('before')}>
      <div className="archive-form" onKeyDown={onEnterNext}>
        <Section title={t('who')}>
          <RequesterFields value={facts.requester} findings={findings} failure={record.error} onChange={(requester) => put({ requester, ...(requester.kind !== 'other' && { approvedBy: '' }) })} />
          {approves && (
            <Fields>
              <Field path="approvedBy" span={4} label={t('approvedBy')} required findings={findings} failure={record.error}>
                <select className="plain-select" value={facts.approvedBy} onChange={(event) => put({ approvedBy: event.target.value })}>
                  <option value="" />
                  {colleagues.data?.colleagues.filter((one) => one.active && one.id !== account.id && one.role !== 'auditor').map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
                </select>
              </Field>
            </Fields>
          )}
        </Section>
        <Section title={t('why')}>
          <Fields>
            <Field path="basis" span={6} label={t('basis')} hint={t('basisHint')} required findings={findings} failure={record.error}>
              <Input value={facts.basis} maxLength={400} autoComplete="off" onChange={(event) => put({ basis: event.target.value })} />
            </Field>
            <Field path="purpose" span={6} label={t('purpose')} hint={t('purposeHint')} required findings={findings} failure={record.error}>
              <Input value={facts.purpose} maxLength={400} autoComplete="off" onChange={(event) => put({ purpose: event.target.value })} />
            </Field>
          </Fields>
        </Section>
        <Section title={t('which')}>
          <div className="dialog-form">
            <Field path="found" label={t('isFound')} group findings={findings} failure={record.error}>
              <div><Choices label={t('isFound')} value={facts.found ? 'yes' : 'no'} options={[{ value: 'yes', title: t('found') }, { value: 'no', title: t('notFound') }]} onChange={(value) => put(value === 'yes' ? { found: true } : { found: false, files: [], copies: { pages: 0, sets: 0, stamped: false } })} /></div>
            </Field>
            {facts.found && (
              <>
                <Field path="files" label={t('which')} group required deep findings={findings} failure={record.error}>
                  <FilePicker files={facts.files} onChange={(files) => put({ files })} />
                </Field>
                <Fields>
                  <Field path="copies.pages" span={2} label={`${t('copies')} ${t('copyPages')}`} findings={findings} failure={record.error}>
                    <Input inputMode="numeric" value={facts.copies.pages === 0 ? '' : String(facts.copies.pages)} maxLength={4} onChange={(event) => put({ copies: { ...facts.copies, pages: countOf(event.target.value) } })} />
                  </Field>
                  <Field path="copies.sets" span={2} label={t('copySets')} findings={findings} failure={record.error}>
                    <Input inputMode="numeric" value={facts.copies.sets === 0 ? '' : String(facts.copies.sets)} maxLength={2} onChange={(event) => put({ copies: { ...facts.copies, sets: countOf(event.target.value) } })} />
                  </Field>
                  {facts.copies.pages > 0 && <Field path="copies.stamped" span={6} label={t('copies')} group findings={findings} failure={record.error}>
                    <div><Checkbox checked={facts.copies.stamped} onChange={(event) => put({ copies: { ...facts.copies, stamped: event.target.checked } })}>{t('stamped')}</Checkbox></div>
                  </Field>}
                </Fields>
              </>
            )}
          </div>
        </Section>
        {tried && open.length > 0 && <FindingList findings={open} />}
        <FailurePanel failure={record.error} safe />
        <div className="row end-row">
          <Button onClick={() => navigate('/archive')}>{t('back')}</Button>
          <Button type="primary" loading={record.isPending} onClick={submit}>{t('record')} <KeyCap name="F9" /></Button>
        </div>
      </div>
    </Page>
  )
}

export default QueryPage
