import { Button } from 'antd'
import { Link } from 'wouter'
import { civilDate, isCivilDate } from '../../../../domain/dates.ts'
import { certificateKinds, emptyReissueFile } from '../../../../domain/reissue/file.ts'
import { useCaseView } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import type { Hit } from '../../../case/sections/FindRegistration.tsx'
import { FindRegistration } from '../../../case/sections/FindRegistration.tsx'
import { call } from '../../../shared/client.ts'
import { Fields } from '../../../shared/Field.tsx'
import { countyTable } from '../../../shared/AreaField.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { words } from '../words.ts'
import { ChoiceFact, CodeFact, DayFact, TextFact, useReissue } from './parts.tsx'

/** Finds the registration in this register and takes its facts over; what no longer stands may still be taken over to be refused in writing. */
const FindOriginal = () => {
  const t = useWords(words)
  const { desk, go } = useReissue()
  const { office } = useSession()
  const take = async ({ caseId }: Hit) => {
    const { file } = await call('reissueFromCase', { params: { id: caseId } })
    desk.store.change((typed) => ({ ...typed, certificate: file.certificate, parties: file.parties, original: file.original, verification: file.verification }))
    go('parties')
  }
  const takeForRefusal = async (hit: Hit) => {
    const kind = hit.window === 'divorce' ? 'divorce' : 'marriage'
    const { file, number, day } = kind === 'marriage' ? await call('getMarriage', { params: { id: hit.caseId } }) : await call('getDivorce', { params: { id: hit.caseId } })
    const blank = emptyReissueFile(kind)
    desk.store.change((typed) => ({ ...typed, certificate: kind, parties: file.parties, original: { caseId: hit.caseId, number, office: office.name, area: office.area, day }, verification: { ...blank.verification, found: 'here' } }))
    go('parties')
  }
  return (
    <FindRegistration
      path="original.caseId" windows={['marriage', 'divorce']} onTake={take} nameOf={(hit) => t(hit.window === 'divorce' ? 'window.divorce' : 'window.marriage')}
      words={{ label: t('findOriginal'), hint: t('findOriginalHint'), take: t('takeOver'), none: t('noneFound') }}
      refused={(hit) => <p className="row"><Button size="small" onClick={() => void takeForRefusal(hit)}>{t('takeForRefusal')}</Button><span className="quiet">{t('takeForRefusalNote')}</span></p>}
    />
  )
}

/** 原登记: which certificate, its number as printed, office and day; for a registration of this register also how it stands now. */
export const OriginalSection = () => {
  const t = useWords(words)
  const { desk, editable, today } = useReissue()
  const { current } = useCaseView(desk)
  const [{ caseId, number, day }] = useField(desk.store, 'original')
  const [certificate] = useField(desk.store, 'certificate')
  const kept = current?.original?.caseId === caseId ? current.original : null
  const holds = kept?.standing === (certificate === 'marriage' ? 'standing' : 'divorced')
  return (
    <div className="original">
      {editable && current === undefined && caseId === '' && <FindOriginal />}
      {caseId !== '' && (
        <p className="row" data-field="original.caseId">
          <span className="tag">{t('fromRegister', { number })}</span>
          {kept !== null && <span className={`tag ${holds ? 'good' : 'stop'}`}>{(t as (key: string) => string)(`standing.${kept.standing}`)}</span>}
          <Link href={`/${certificate}/${caseId}`} tabIndex={-1}>{t('openOriginal')}</Link>
          {editable && current === undefined && <Button size="small" type="text" tabIndex={-1} onClick={() => desk.store.set('original.caseId', '')}>{t('detach')}</Button>}
        </p>
      )}
      <ChoiceFact path="certificate" label={t('certificateKind')} disabled={caseId !== ''} options={certificateKinds.map((kind) => [kind, t(`certificate.${kind}`)] as const)} />
      <Fields>
        <TextFact path="original.number" label={t('original.number')} required span={3} mono />
        <TextFact path="original.office" label={t('original.office')} required span={4} />
        <CodeFact path="original.area" label={t('original.area')} table={countyTable(isCivilDate(day) ? civilDate(day) : today)} span={3} />
        <DayFact path="original.day" label={t('original.day')} required span={2} hint={t('originalDayHint')} />
      </Fields>
    </div>
  )
}
