import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../shared/client.ts'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useCaseView } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { words } from '../words.ts'
import { bothParties, ChoiceFact, DayFact, TextFact, TickFact, useDivorce } from './parts.tsx'

/** Looks the marriage up in the register by number, name or identity number and takes its facts over. */
const FindMarriage = () => {
  const t = useWords(words)
  const { desk, go } = useDivorce()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useRoute('search', { query: { q: asked, limit: 20 } }, { enabled: asked.length >= 2, keep: true })
  const hits = asked.length < 2 ? [] : (found.data?.hits ?? []).filter((hit, index, all) => hit.window === 'marriage' && all.findIndex((other) => other.caseId === hit.caseId) === index)
  const take = async (id: string) => {
    setFailure(undefined)
    try {
      const { file } = await call('divorceFromMarriage', { params: { id } })
      desk.store.change((typedFile) => ({ ...typedFile, parties: file.parties, marriage: { ...file.marriage, certificates: typedFile.marriage.certificates, lostStatements: typedFile.marriage.lostStatements, fileCopy: typedFile.marriage.fileCopy } }))
      go('marriage')
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <div className="find-marriage">
      <Field path="marriage.caseId" label={t('findMarriage')} hint={t('findMarriageHint')}>
        <Input
          value={typed} maxLength={60} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = hits
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined || asked !== typed.trim() || found.isPlaceholderData) return
            event.preventDefault()
            void take(first.caseId)
          }}
        />
      </Field>
      {hits.length > 0 && (
        <table className="plain-table"><tbody>
          {hits.slice(0, 8).map((hit) => (
            <tr key={hit.caseId}>
              <td className="mono">{hit.number === '' ? '—' : hit.number}</td><td>{hit.title}</td><td>{hit.day}</td>
              <td className="end"><Button size="small" data-enter="" onClick={() => void take(hit.caseId)}>{t('takeOver')}</Button></td>
            </tr>
          ))}
        </tbody></table>
      )}
      {asked.length >= 2 && found.isSuccess && !found.isPlaceholderData && hits.length === 0 && <p className="quiet">{t('noMarriageFound')}</p>}
      <FailurePanel failure={failure} />
    </div>
  )
}

/** The marriage that is to end: a case of the register, or a certificate by its number as it is printed; how each booklet is shown. */
export const MarriageSection = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk, editable } = useDivorce()
  const { current } = useCaseView(desk)
  const [caseId] = useField(desk.store, 'marriage.caseId')
  const [number] = useField(desk.store, 'marriage.number')
  const [certificates] = useField(desk.store, 'marriage.certificates')
  const kept = current?.marriage ?? null
  return (
    <div className="marriage-ended">
      {editable && current === undefined && caseId === '' && <FindMarriage />}
      {caseId !== '' && (
        <p className="row">
          <span className="tag good">{t('fromRegister', { number })}</span>
          {kept !== null && <span className="quiet">{t('marriageStands')} {say(kept.title)}</span>}
          <Link href={`/marriage/${caseId}`} tabIndex={-1}>{t('openMarriage')}</Link>
          {editable && <Button size="small" type="text" tabIndex={-1} onClick={() => desk.store.set('marriage.caseId', '')}>{t('detach')}</Button>}
        </p>
      )}
      <Fields>
        <TextFact path="marriage.number" label={t('marriage.number')} required span={4} mono />
        <TextFact path="marriage.office" label={t('marriage.office')} required span={5} />
        <DayFact path="marriage.day" label={t('marriage.day')} required span={3} />
      </Fields>
      <ChoiceFact path="marriage.place" label={t('marriage.place')} options={(['mainland', 'mission', 'elsewhere'] as const).map((place) => [place, t(`place.${place}`)] as const)} />
      <div className="couple">
        {bothParties.map((party) => (
          <div key={party} className="party-lines">
            <ChoiceFact path={`marriage.certificates.${party}`} label={t('ownCertificate', { party: t(`party.${party}`) })} options={(['shown', 'lost'] as const).map((how) => [how, t(`certificate.${how}`)] as const)} />
            {certificates[party] === 'lost' && <TickFact path={`marriage.lostStatements.${party}`} label={t('marriage.lostStatements')} />}
          </div>
        ))}
      </div>
      {certificates[0] === 'lost' && certificates[1] === 'lost' && <TickFact path="marriage.fileCopy" label={t('marriage.fileCopy')} />}
    </div>
  )
}
