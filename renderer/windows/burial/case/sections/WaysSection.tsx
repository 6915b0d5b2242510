import { Button, Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckReply } from '../../../../../api/schemas/case.ts'
import { codeTable } from '../../../../../domain/codes/index.ts'
import { civilDate } from '../../../../../domain/dates.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Choices } from '../../../../case/form/choices.tsx'
import { useFile } from '../../../../case/form/store.ts'
import { call } from '../../../../shared/client.ts'
import type { ApiFailure } from '../../../../shared/client.ts'
import { AreaField } from '../../../../shared/AreaField.tsx'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Fields } from '../../../../shared/Field.tsx'
import { FindingList } from '../../../../shared/FindingList.tsx'
import { Facts } from '../../../../shared/Page.tsx'
import { ActField, useBurial, useBurialCase, useBurialWords } from '../parts.tsx'
import { recordOf } from '../fees/bill.ts'
import { sectionOfField } from '../steps.ts'

type Way = 'transportedOut' | 'bodyBuried' | 'donated' | 'crematedElsewhere'
const stages: Readonly<Partial<Record<Way, 'transportOut' | 'bodyBurial'>>> = { transportedOut: 'transportOut', bodyBuried: 'bodyBurial' }

/** What the rules of another way out say of the file as it stands, asked without saving. */
const Findings = ({ way }: { readonly way: Way }) => {
  const { desk, go } = useBurial()
  const { current } = useBurialCase()
  const file = recordOf(useFile(desk.store))
  const stage = stages[way]
  const found = useQuery<CheckReply, ApiFailure>({
    queryKey: ['checkBurial', stage, file, current?.revision], enabled: stage !== undefined, staleTime: 10_000,
    queryFn: ({ signal }) => call('checkBurial', { body: { file, stage: stage ?? 'transportOut', ...(current === undefined ? {} : { caseId: current.id }) } }, signal),
  })
  // What the form itself asks for is seen at its fields.
  const own = ['acceptance', 'burialGround', 'cremationArea']
  const findings = found.data?.findings.filter((finding) => !own.includes((finding.field ?? '').split('.')[0] ?? '')) ?? []
  return stage === undefined || findings.length === 0 ? null : <FindingList findings={findings} onField={(path) => go(sectionOfField(path))} />
}

const Done = () => {
  const t = useBurialWords()
  const { current } = useBurialCase()
  if (current === undefined) return null
  const { transportedOut, bodyBuried, donated, elsewhere } = current
  return (
    <>
      {transportedOut !== null && <Facts rows={[[t('way.transportedOut'), transportedOut.day], [t('destination'), transportedOut.destination], [t('acceptanceNumber'), `${transportedOut.acceptance.number} ${transportedOut.acceptance.issuer} ${transportedOut.acceptance.issuedOn}`], [t('vehicle'), transportedOut.vehicle || '—']]} />}
      {bodyBuried !== null && <Facts rows={[[t('way.bodyBuried'), bodyBuried.day], [t('ground'), t(`ground.${bodyBuried.ground}`)], [t('groundWhy'), bodyBuried.reason], [t('place'), `${bodyBuried.place.facilityName} ${bodyBuried.place.position}`], [t('number'), bodyBuried.number || '—']]} />}
      {donated !== null && <Facts rows={[[t('way.donated'), donated.day], [t('institution'), donated.institution], [t('agreement'), donated.agreement]]} />}
      {elsewhere !== null && <Facts rows={[[t('way.crematedElsewhere'), elsewhere.day], [t('elsewhereHome'), elsewhere.home], [t('elsewhereNumber'), <b key="n" className="mono">{elsewhere.number}</b>], [t('elsewhereArea'), elsewhere.area]]} />}
    </>
  )
}

/** 其他去向: transport out, burial of the body, donation, or a cremation elsewhere that is claimed for here. */
export const WaysOf = ({ claim = false }: { readonly claim?: boolean }) => {
  const t = useBurialWords()
  const { editable } = useBurial()
  const { desk, current, busy, today, may, can, decide } = useBurialCase()
  const [way, setWay] = useState<Way | undefined>(claim ? 'crematedElsewhere' : undefined)
  const [day, setDay] = useState('')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [ground, setGround] = useState<'burialArea' | 'protectedGroup' | ''>('')
  const text = (name: string): string => (texts[name] ?? '').trim()
  const decided = current !== undefined && (current.transportedOut ?? current.bodyBuried ?? current.donated ?? current.elsewhere) !== null
  const ready = way === 'transportedOut' ? text('destination') !== '' && text('acceptanceNumber') !== '' && text('acceptanceIssuer') !== '' && day !== ''
    : way === 'bodyBuried' ? ground !== '' && text('reason') !== '' && text('facilityName') !== ''
    : way === 'donated' ? text('institution') !== '' && text('agreement') !== ''
    : way === 'crematedElsewhere' ? day !== '' && text('home') !== '' && text('certificate') !== '' && text('area') !== '' : false
  const submit = async (): Promise<boolean> => {
    if (decided) return true
    if (!ready || way === undefined) return false
    if (current === undefined && (await desk.commit()) === undefined) return false
    const done = way === 'transportedOut' ? await decide({ kind: way, destination: text('destination'), acceptance: { number: text('acceptanceNumber'), issuer: text('acceptanceIssuer'), issuedOn: day }, vehicle: text('vehicle') })
      : way === 'bodyBuried' ? await decide({ kind: way, ground: ground === '' ? 'burialArea' : ground, reason: text('reason'), place: { facility: '', facilityName: text('facilityName'), position: text('position') } })
      : way === 'donated' ? await decide({ kind: way, institution: text('institution'), agreement: text('agreement') })
      : await decide({ kind: way, day: civilDate(day), home: text('home'), number: text('certificate'), area: text('area') })
    return done !== undefined
  }
  useSectionAct('ways', submit)
  if (decided) return <Done />
  const ways = (['crematedElsewhere', 'transportedOut', 'bodyBuried', 'donated'] as const).filter((one) => (claim ? one === 'crematedElsewhere' : current === undefined || can(`burial.${one}`)))
  const box = (name: string, label: string, span: number, required = true, max = 100) => <ActField name={name} label={label} required={required} span={span}><Input value={texts[name] ?? ''} maxLength={max} disabled={!editable} autoComplete="off" onChange={(event) => setTexts((before) => ({ ...before, [name]: event.target.value }))} /></ActField>
  const dayField = (name: string, label: string) => <ActField name={name} label={label} required span={2}><DayField value={day} disabled={!editable} onChange={setDay} /></ActField>
  return (
    <div className="burial-part">
      {!claim && <Choices label={t('way')} value={way ?? ''} disabled={!editable} options={ways.map((one) => [one, t(`way.${one}`)] as const)} onChoose={setWay} />}
      {ways.length === 0 && <p className="quiet">{t('noOtherWay')}</p>}
      {way === 'transportedOut' && <Fields>{box('destination', t('destination'), 4)}{box('acceptanceNumber', t('acceptanceNumber'), 3)}{box('acceptanceIssuer', t('acceptanceIssuer'), 3)}{dayField('issuedOn', t('issuedOn'))}{box('vehicle', t('vehicle'), 4, false)}</Fields>}
      {way === 'bodyBuried' && (
        <Fields>
          <ActField name="ground" label={t('ground')} required span={4}><CodeSelect codes={false} table={codeTable([['burialArea', t('ground.burialArea'), t('ground.burialArea')], ['protectedGroup', t('ground.protectedGroup'), t('ground.protectedGroup')]])} value={ground} disabled={!editable} onChange={(code) => setGround(code as 'burialArea')} /></ActField>
          {box('reason', t('groundWhy'), 8, true, 400)}{box('facilityName', t('facility'), 5)}{box('position', t('position'), 5, false)}
        </Fields>
      )}
      {way === 'donated' && <Fields>{box('institution', t('institution'), 6)}{box('agreement', t('agreement'), 4, true, 60)}</Fields>}
      {way === 'crematedElsewhere' && (
        <>
          <p className="quiet">{t('elsewhereNote')}</p>
          <Fields>
            {dayField('day', t('elsewhereDay'))}{box('home', t('elsewhereHome'), 4)}{box('certificate', t('elsewhereNumber'), 3, true, 60)}
            <ActField name="area" label={t('elsewhereArea')} required span={3}><AreaField day={today} codes={false} value={texts['area'] ?? ''} disabled={!editable} onChange={(area) => setTexts((before) => ({ ...before, area }))} /></ActField>
          </Fields>
        </>
      )}
      {way !== undefined && <Findings way={way} />}
      {way !== undefined && editable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} disabled={!ready || !may('case.decide')} onClick={() => void submit()}>{t(`act.${way}`)}</Button>
        </div>
      )}
    </div>
  )
}

export const WaysSection = () => <WaysOf />
export const ClaimSection = () => <WaysOf claim />
