import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { deceasedIdentityTypes, findDeceasedKey, type DeceasedIdentityType } from '../../../../../domain/burial/certificate.ts'
import { identityTypeCodes, type Code } from '../../../../../domain/codes/index.ts'
import { ecoPlacements, placements, type Placement } from '../../../../../domain/burial/codes.ts'
import { ActDialog } from '../../../../shared/ActDialog.tsx'
import { call } from '../../../../shared/client.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { useSay, useWords } from '../../../../shared/i18n.ts'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { useSession } from '../../../../shared/session.tsx'
import type { PlotDialogProps } from '../PlotPanel.tsx'
import { words } from '../words.ts'
import { CaseFinder } from './CaseFinder.tsx'
import { plotFindings } from './rules.ts'
import { usePlotAct } from './usePlotAct.ts'

/** Lays somebody to rest: from a case of this register, which learns of it in the same commit, or typed with the proof that was shown. */
export const InterDialog = ({ plot, cemetery, onClose }: PlotDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const { act } = usePlotAct(plot)
  const ways = useMemo(() => placements.filter(({ code }) => (plot.section.eco ? ecoPlacements.includes(code) && code !== 'sea' && code !== 'notKept' : code === (plot.section.what === 'niche' ? 'niche' : 'plot') || code === 'wall' || code === 'tree' || code === 'lawn' || code === 'flower')), [plot.section])
  const [caseId, setCaseId] = useState('')
  const [deceased, setDeceased] = useState('')
  const [type, setType] = useState<DeceasedIdentityType>('resident')
  const [number, setNumber] = useState('')
  const [how, setHow] = useState<Placement>(plot.section.eco ? (ways[0]?.code ?? 'tree') : plot.section.what === 'niche' ? 'niche' : 'plot')
  const [proof, setProof] = useState('')
  const [movedFrom, setMovedFrom] = useState('')
  const [day, setDay] = useState(office.today as string)
  const [failed, setFailed] = useState<unknown>(null)
  const take = async (id: string): Promise<void> => {
    setFailed(null)
    try {
      const found = await call('getBurial', { params: { id } })
      setCaseId(id)
      setDeceased(found.file.deceased.name)
      setType(found.file.deceased.identityType)
      setNumber(found.file.deceased.identityType === 'none' ? found.file.certificate.number : found.file.deceased.identityNumber)
      setProof(found.number !== '' ? found.number : (found.elsewhere?.number ?? ''))
    } catch (error) {
      setFailed(error)
    }
  }
  const findings = useMemo(() => plotFindings('interment', cemetery, { day, proof }), [cemetery, day, proof])
  // One person has one key, whether taken from a case or typed here.
  const key = findDeceasedKey({ identityType: type, identityNumber: number }, { number }) ?? ''
  const types = useMemo<readonly Code[]>(() => [...identityTypeCodes.filter(({ code }) => (deceasedIdentityTypes as readonly string[]).includes(code)), { code: 'none', zh: words.noPaper[0], en: words.noPaper[1] }], [])
  const missing = deceased.trim() === '' ? 'deceased' : key === '' ? 'key' : proof.trim() === '' ? 'proof' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={`${t('act_interred')} · ${say(plot.words)}`} verb={t('act_interred')} width={760} findings={findings} missing={missing} onDone={onClose} onCancel={onClose} act={(answers) => act({ kind: 'interred', deceased: deceased.trim(), key, caseId, how, proof: proof.trim(), day, movedFrom: movedFrom.trim(), answers })}>
      {({ failure, findings: said, tried }) => {
        const more = { failure, findings: said }
        const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <Field path="caseId" label={t('fromCase')} hint={t('fromCaseHint')} group {...more}><div><CaseFinder onFound={(id) => void take(id)} />{caseId !== '' && <p>{t('taken')} <b className="data">{deceased}</b> <button type="button" className="link" onClick={() => { setCaseId(''); setDeceased(''); setNumber(''); setProof('') }}>{t('takeOff')}</button></p>}</div></Field>
            <FailurePanel failure={failed} />
            <Fields>
              <Field path="deceased" span={3} label={t('deceased')} required {...more} problem={needed('deceased')}><Input value={deceased} maxLength={100} disabled={caseId !== ''} autoComplete="off" onChange={(event) => setDeceased(event.target.value)} /></Field>
              <Field path="identityType" span={3} label={t('deceasedPaper')}><CodeSelect table={types} codes={false} value={type} disabled={caseId !== ''} onChange={(code) => setType(deceasedIdentityTypes.find((one) => one === code) ?? 'resident')} /></Field>
              <Field path="key" span={4} label={t(type === 'none' ? 'certificateNumber' : 'deceasedKey')} required {...more} problem={needed('key')}><Input className="mono" value={number} maxLength={40} disabled={caseId !== ''} autoComplete="off" spellCheck={false} onChange={(event) => setNumber(event.target.value.toUpperCase())} /></Field>
              <Field path="how" span={2} label={t('how')} required {...more}><CodeSelect table={ways} codes={false} value={how} onChange={(code) => setHow(ways.find((one) => one.code === code)?.code ?? how)} /></Field>
              <Field path="proof" span={6} label={t('intermentProof')} required {...more} problem={needed('proof')}><Input value={proof} maxLength={100} autoComplete="off" onChange={(event) => setProof(event.target.value)} /></Field>
              <Field path="movedFrom" span={3} label={t('movedFrom')} hint={t('movedFromHint')} {...more}><Input value={movedFrom} maxLength={120} autoComplete="off" onChange={(event) => setMovedFrom(event.target.value)} /></Field>
              <Field path="day" span={3} label={t('intermentDay')} required {...more}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}
