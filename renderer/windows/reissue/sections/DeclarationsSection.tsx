import { Button, Checkbox } from 'antd'
import { memo } from 'react'
import type { ReissueDeclaration, ReissueFile } from '../../../../domain/reissue/file.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { papersNamed } from '../../../case/papers.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useRoute } from '../../../shared/query.ts'
import { words } from '../words.ts'
import { ChoiceFact, CodeFact, DayFact, TickFact, useApplicants, useReissue } from './parts.tsx'

const ticks = ['truthful', 'signed', 'fingerprint', 'witnessSigned'] as const

const withDeclaration = (file: ReissueFile, party: 0 | 1, change: (before: ReissueDeclaration) => ReissueDeclaration): ReissueFile => ({
  ...file, declarations: party === 0 ? [change(file.declarations[0]), file.declarations[1]] : [file.declarations[0], change(file.declarations[1])],
})

/** Every point of a declaration confirmed at once, with the day and the registrar before whom it was signed. */
export const wholeDeclaration = (before: ReissueDeclaration, today: string, witness: string): ReissueDeclaration => ({
  statusHolds: 'yes', truthful: true, signed: true, fingerprint: true, witnessSigned: true,
  signedOn: before.signedOn === '' ? today : before.signedOn, witness: before.witness === '' ? witness : before.witness,
})

const PartyDeclaration = memo(({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  const { desk, editable, today, account } = useReissue()
  const [declaration] = useField(desk.store, `declarations.${party}`)
  const [name] = useField(desk.store, `parties.${party}.name`)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const witnesses = (colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar' && (colleague.active || colleague.id === declaration.witness)).map((colleague) => ({ code: colleague.id, zh: colleague.name, en: colleague.name }))
  const whole = declaration.statusHolds === 'yes' && ticks.every((tick) => declaration[tick])
  const all = (ticked: boolean) =>
    desk.store.change((file) => withDeclaration(file, party, (before) => (ticked ? wholeDeclaration(before, today, account.role === 'registrar' ? account.id : '') : { ...before, statusHolds: '', ...Object.fromEntries(ticks.map((tick) => [tick, false])) })))
  const at = `declarations.${party}` as const
  return (
    <fieldset className="party">
      <legend>{t(`party.${party}`)} {name}</legend>
      {editable && <div data-chain="all"><Checkbox className="all-seen" checked={whole} onChange={(event) => all(event.target.checked)}><b>{t('declareAll')}</b></Checkbox></div>}
      <ChoiceFact path={`${at}.statusHolds`} label={t('declaration.statusHolds')} options={(['yes', 'no'] as const).map((said) => [said, t(`statusHolds.${said}`)] as const)} />
      <div className="tick-grid">{ticks.map((tick) => <TickFact key={tick} path={`${at}.${tick}`} label={t(`declaration.${tick}`)} />)}</div>
      <Fields>
        <DayFact path={`${at}.signedOn`} label={t('signedOn')} required span={5} />
        <CodeFact path={`${at}.witness`} label={t('witness')} table={witnesses} codes={false} required span={7} />
      </Fields>
    </fieldset>
  )
})

/** 《申请补领婚姻登记证声明书》 of each applicant. */
export const DeclarationsSection = () => {
  const t = useWords(words)
  const { desk, editable, preview } = useReissue()
  const { current, busy } = useCaseView(desk)
  const applying = useApplicants()
  useSectionAct('declarations', async () => (await desk.commit()) !== undefined)
  const show = async () => {
    const saved = await desk.commit()
    if (saved !== undefined) preview(papersNamed(saved, 'declaration'))
  }
  return (
    <div className="declarations">
      <div className="row">
        <p className="quiet">{t('declarationNote')}</p>
        {editable && <Button tabIndex={-1} loading={busy} disabled={current === undefined} onClick={() => void show()}><KeyCap name="F8" /> {t('printDeclaration')}</Button>}
      </div>
      <div className="couple" data-ticks="">{applying.map((party) => <PartyDeclaration key={party} party={party} />)}</div>
    </div>
  )
}
