import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Interview } from '../../../../domain/divorce/file.ts'
import { usualQuestions } from '../../../../domain/divorce/questions.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useTexts } from '../../../shared/texts.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { same } from '../../../case/form/paths.ts'
import { Note } from '../../../case/form/fields.tsx'
import { useFindings } from '../../../case/form/findings.ts'
import { papersNamed } from '../../../case/papers.ts'
import { words } from '../words.ts'
import { Tick } from '../../../case/form/choices.tsx'
import { bothParties, useDivorce } from './parts.tsx'

const ticks = [['alone', 'alone'], ['voluntary', 'willing'], ['agreementConfirmed', 'confirmsAgreement'], ['readBack', 'readBack'], ['signed', 'interviewSigned'], ['fingerprint', 'interviewFingerprint']] as const

/** A record as it is begun: the office's questions, nothing answered. */
export const blankInterview = (day: string, registrar: string, questions: readonly string[] = usualQuestions): Interview => ({ day, registrar, alone: false, voluntary: false, agreementConfirmed: false, questions: questions.map((question) => ({ question, answer: '' })), readBack: false, signed: false, fingerprint: false })

const PartyInterview = ({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  const { desk, today, account, may, preview } = useDivorce()
  const { current, busy } = useCaseView(desk)
  const [typed] = useField(desk.store, `interviews.${party}`)
  const found = useFindings(desk.findings).filter((finding) => finding.outcome === 'fail' && finding.field?.startsWith(`interviews.${party}`) === true)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const questions = useTexts('divorce.interviewQuestions')
  const [again, setAgain] = useState(false)
  if (current === undefined) return null
  const blank = blankInterview(today, account.id, questions)
  const kept = current.file.interviews[party]
  const open = current.acts.includes('divorce.interviewed') && may('case.decide')
  const typing = open && (kept === null || again || !same(kept, typed))
  const shown = typing ? (typed ?? blank) : kept
  const put = (change: Partial<Interview>) => {
    const next: Interview = { ...(desk.store.get().interviews[party] ?? blank), ...change }
    desk.store.change((file) => ({ ...file, interviews: party === 0 ? [next, file.interviews[1]] : [file.interviews[0], next] }))
  }
  const record = async () => {
    const { day: _day, registrar: _registrar, ...interview } = desk.store.get().interviews[party] ?? blank
    const done = await desk.send('recordInterview', { party, interview: { ...interview, questions: interview.questions.filter(({ question, answer }) => question.trim() !== '' || answer.trim() !== '') } })
    if (done !== undefined) setAgain(false)
  }
  const line = (index: number, change: Partial<Interview['questions'][0]>) => put({ questions: (shown?.questions ?? []).map((entry, at) => (at === index ? { ...entry, ...change } : entry)) })
  return (
    <fieldset className="party interview" data-field={`interviews.${String(party)}`}>
      <legend>{t(`party.${party}`)} {current.file.parties[party].name}</legend>
      {kept !== null && !typing && (
        <div className="row">
          <span className="tag good">{t('interviewRecorded', { day: kept.day, who: colleagues.data?.colleagues.find((colleague) => colleague.id === kept.registrar)?.name ?? kept.registrar })}</span>
          <Button size="small" tabIndex={-1} onClick={() => preview(papersNamed(current, 'interview').filter((paper) => paper.party === party))}><KeyCap name="F8" /> {t('show')}</Button>
          {open && <Button size="small" tabIndex={-1} onClick={() => setAgain(true)}>{t('interviewAgain')}</Button>}
        </div>
      )}
      {shown !== null && (
        <ol className="questions">
          {shown.questions.map((entry, index) => (
            <li key={index}>
              <Input value={entry.question} aria-label={`${t('question')} ${String(index + 1)}`} className="question" maxLength={400} disabled={!typing} tabIndex={-1} onChange={(event) => line(index, { question: event.target.value })} />
              <Input.TextArea value={entry.answer} aria-label={`${t('answerOf')} ${String(index + 1)}`} rows={entry.answer.length > 60 ? 3 : 1} maxLength={2000} disabled={!typing} onChange={(event) => line(index, { answer: event.target.value })} />
              {typing && <button type="button" className="link quiet" tabIndex={-1} aria-label={`${t('removeQuestion')} ${String(index + 1)}`} onClick={() => put({ questions: shown.questions.filter((_, at) => at !== index) })}>×</button>}
            </li>
          ))}
        </ol>
      )}
      {typing && <Button size="small" type="text" tabIndex={-1} onClick={() => put({ questions: [...(shown?.questions ?? []), { question: '', answer: '' }] })}>+ {t('addQuestion')}</Button>}
      <div className="tick-grid" data-ticks="">
        {ticks.map(([name, word]) => <Tick key={name} checked={shown?.[name] ?? false} disabled={!typing} onTick={(ticked) => put({ [name]: ticked })}>{t(word)}</Tick>)}
      </div>
      {found.map((finding) => <Note key={`${finding.rule} ${finding.message.en}`} finding={finding} />)}
      {typing && <div className="section-acts"><Button data-enter="" loading={busy} onClick={() => void record()}>{t('recordInterview', { party: t(`party.${party}`) })}</Button></div>}
    </fieldset>
  )
}

/** 询问笔录: each party apart; what is typed is kept as it is typed, the record is made when it is read, signed and fingerprinted. */
export const InterviewsSection = () => {
  const t = useWords(words)
  const { desk } = useDivorce()
  useSectionAct('interviews', () => desk.view().current?.file.interviews.every((interview) => interview !== null) === true)
  return (
    <div className="interviews">
      <p className="quiet">{t('interviewNote')}</p>
      <div className="couple">{bothParties.map((party) => <PartyInterview key={party} party={party} />)}</div>
    </div>
  )
}
