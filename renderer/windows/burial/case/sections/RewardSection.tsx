import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { BurialCase } from '../../../../../api/schemas/burial.ts'
import { rewardWays } from '../../../../../domain/burial/rewards.ts'
import type { RewardWay } from '../../../../../domain/burial/rewards.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Tick } from '../../../../case/form/choices.tsx'
import { latest, papersNamed } from '../../../../case/papers.ts'
import type { ApiFailure, Reply } from '../../../../shared/client.ts'
import { call } from '../../../../shared/client.ts'
import { useSay } from '../../../../shared/i18n.ts'
import { writeFen } from '../../../../shared/MoneyField.tsx'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { useRoute } from '../../../../shared/query.ts'
import { SecondPersonDialog } from '../../../../shared/SecondPersonDialog.tsx'
import type { WaiverFlag } from '../../../../../domain/waiver/codes.ts'
import { flagOf } from '../fees/bill.ts'
import { ThreeWay } from '../fees/Questions.tsx'
import { flagsOf } from '../fees/useQuote.ts'
import { NumberPapers, useBurial, useBurialCase, useBurialWords, useWaiverFile } from '../parts.tsx'

const ofPlacement: Readonly<Record<string, RewardWay>> = { sea: 'sea', tree: 'tree', lawn: 'lawn', flower: 'flower', wall: 'wall', niche: 'niche', notKept: 'notKept' }
/** The ways that a case may be rewarded for by where the ashes are, before the clerk says otherwise. */
export const waysOf = (current: Pick<BurialCase, 'resting' | 'donated'>): readonly RewardWay[] => {
  if (current.donated !== null) return ['bodyDonation']
  const way = ofPlacement[current.resting.at(-1)?.how ?? '']
  return way === undefined ? [] : [way]
}

const proofs = ['eventCertificate', 'placementRecord', 'cremationCertificate', 'donationCertificate'] as const
type Proof = (typeof proofs)[number]

const Granted = () => {
  const t = useBurialWords()
  const say = useSay()
  const { desk, current, may } = useBurialCase()
  const [reversing, setReversing] = useState<BurialCase['rewards'][number]>()
  if (current === undefined) return null
  return (
    <>
      {current.rewards.map((reward) => (
        <div key={reward.number} className="settlement">
          <div className="row">
            <span className={`tag ${reward.reversed === null ? 'good' : 'stop'}`}>{reward.reversed === null ? t('rewardGranted') : t('reversedOn', { day: reward.reversed.day })}</span>
            <b className="mono">{reward.number}</b><span>{reward.day}</span><b className="mono">{writeFen(reward.fen)}</b>
            <span>{reward.ways.map((way) => `${say(way.title)} ${writeFen(way.fen)}`).join(' · ')}</span>
            <span className="quiet">{say(reward.title)} · {reward.payees.map((payee) => `${t(`payee.${payee.payee}`)} ${writeFen(payee.fen)}`).join(' · ')}</span>
            <span className="spring" />
            <NumberPapers number={reward.number} label={t('printReward')} />
            {reward.reversed === null && may('waiver.settle') && <Button size="small" danger onClick={() => setReversing(reward)}>{t('reverse')}</Button>}
          </div>
          {reward.reversed !== null && <p className="quiet">{reward.reversed.reason}</p>}
        </div>
      ))}
      {reversing !== undefined && (
        <SecondPersonDialog title={t('rewardReversal')} verb={t('reverse')} danger onCancel={() => setReversing(undefined)} onDone={() => setReversing(undefined)} act={(given) => desk.sendNow('reverseReward', { number: reversing.number, ...given })}>
          <p>{t('reversalNote', { number: reversing.number, fen: writeFen(reversing.fen) })}</p>
        </SecondPersonDialog>
      )}
    </>
  )
}

/** 生态安葬奖补: by a policy of the office, against its proofs, once for one person. */
export const RewardSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { desk: place, editable } = useBurial()
  const { desk, current, busy, may, preview } = useBurialCase()
  const file = useWaiverFile()
  const policies = useRoute('listRewardPolicies', {}, { fresh: 60_000 })
  const inForce = useMemo(() => (policies.data?.book ?? []).filter((entry) => entry.inForce), [policies.data])
  const [chosen, setChosen] = useState<string>()
  const [ways, setWays] = useState<readonly RewardWay[]>()
  const [seen, setSeen] = useState<readonly Proof[]>([])
  const policy = (chosen === undefined ? inForce[0] : inForce.find((entry) => entry.policy.id === chosen))?.policy
  const asked = current === undefined ? [] : (ways ?? waysOf(current))
  const quoted = useQuery<Reply<'quoteReward'>, ApiFailure>({
    queryKey: ['quoteReward', current?.id, current?.revision, policy?.id, asked, seen, flagsOf(file)], enabled: current !== undefined && policy !== undefined && asked.length > 0,
    queryFn: ({ signal }) => call('quoteReward', { body: { caseId: current?.id ?? '', policy: policy?.id ?? '', ways: [...asked], proofs: [...seen], flags: flagsOf(file) } }, signal),
  })
  const quote = asked.length === 0 ? undefined : quoted.data
  const granted = current?.rewards.some(({ reversed }) => reversed === null) === true
  const ready = current !== undefined && may('waiver.settle') && quote !== undefined && quote.answer === 'yes' && quote.fen > 0
  const grant = async (): Promise<boolean> => {
    if (granted || asked.length === 0) return true
    if (!ready || policy === undefined) return false
    const done = await desk.send('grantReward', { policy: policy.id, ways: asked, proofs: seen })
    if (done === undefined) return false
    preview(latest(papersNamed(done, 'rewardSheet')))
    return true
  }
  useSectionAct('reward', grant)
  if (current === undefined) return null
  const offered = rewardWays.filter(({ code }) => policy?.rows.some((row) => row.ways.includes(code)) === true)
  const toggle = <T,>(list: readonly T[], one: T, on: boolean): readonly T[] => (on ? [...list, one] : list.filter((other) => other !== one))
  return (
    <div className="burial-part">
      <Granted />
      {!granted && policies.isSuccess && inForce.length === 0 && <p className="quiet">{t('noRewardPolicy')}</p>}
      {!granted && policy !== undefined && (
        <>
          <div className="row">
            {inForce.length > 1 && <select className="plain-select" aria-label={t('rewardPolicy')} value={policy.id} onChange={(event) => setChosen(event.target.value)}>{inForce.map((entry) => <option key={entry.policy.id} value={entry.policy.id}>{say(entry.policy.title)}</option>)}</select>}
            {inForce.length === 1 && <b>{say(policy.title)}</b>}
            <span className="quiet">{policy.documentNumber === '' ? t('noDocumentNumber') : policy.documentNumber}</span>{!policy.verified && <span className="tag answer">{t('unverified')}</span>}
          </div>
          <div className="row" role="group" aria-label={t('rewardWays')}><span className="field-label">{t('rewardWays')}</span>{offered.map((way) => <Tick key={way.code} checked={asked.includes(way.code)} disabled={!editable} onTick={(on) => setWays(toggle(asked, way.code, on))}>{say(way)}</Tick>)}</div>
          <div className="row" role="group" aria-label={t('rewardProofs')}><span className="field-label">{t('rewardProofs')}</span>{proofs.filter((proof) => policy.proofs.includes(proof)).map((proof) => <Tick key={proof} checked={seen.includes(proof)} disabled={!editable} onTick={(on) => setSeen(toggle(seen, proof, on))}>{t(`proof.${proof}`)}</Tick>)}</div>
          {asked.length === 0 && <p className="quiet">{t('noRewardWay')}</p>}
          {quote !== undefined && (
            <div className="grant">
              <p><span className={`tag ${quote.answer === 'yes' ? 'good' : quote.answer === 'no' ? '' : 'answer'}`}>{t(`answer.${quote.answer}`)}</span> <b className="mono">{writeFen(quote.fen)}</b> {quote.payees.map((payee) => `${t(`payee.${payee.payee}`)} ${writeFen(payee.fen)}`).join(' · ')}</p>
              <ul>{quote.lines.map((line) => <li key={line.way}>{say(line.message)}</li>)}</ul>
              <ul className="quiet">{quote.reasons.map((reason) => <li key={reason.en}>{say(reason)}</li>)}</ul>
              {quote.questions.map((question) => {
                const flag = flagOf(question.field) as WaiverFlag | undefined
                return (
                  <div key={`${question.field} ${question.message.en}`} className="waiver-question open">
                    <span>{say(question.message)}</span>
                    {flag !== undefined && flag !== 'grant' && <ThreeWay label={say(question.message)} value={file.waiverFlags[flag] ?? ''} disabled={!editable} onChoose={(answer) => place.store.change((before) => ({ ...before, waiverFlags: { ...before.waiverFlags, [flag]: answer } }))} />}
                  </div>
                )
              })}
            </div>
          )}
          <FailurePanel failure={quoted.error} />
          <div className="section-acts"><Button type="primary" data-enter="" loading={busy} disabled={!ready} onClick={() => void grant()}>{t('grantReward')}</Button></div>
        </>
      )}
    </div>
  )
}
