import { Button, Checkbox } from 'antd'
import { memo } from 'react'
import type { DivorceDeclaration, DivorceFile } from '../../../../domain/divorce/file.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { papersNamed } from '../../../case/papers.ts'
import { words } from '../words.ts'
import { CodeFact, DayFact, TickFact, useDivorce } from './parts.tsx'

const ticks = ['voluntary', 'agreed', 'capacity', 'truthful', 'readAloud', 'signed', 'fingerprint', 'witnessSigned'] as const

const withDeclaration = (file: DivorceFile, party: 0 | 1, change: (before: DivorceDeclaration) => DivorceDeclaration): DivorceFile => ({
  ...file, declarations: party === 0 ? [change(file.declarations[0]), file.declarations[1]] : [file.declarations[0], change(file.declarations[1])],
})

/** Every point of a declaration confirmed at once, with the day and the registrar before whom it was signed. */
export const wholeDeclaration = (before: DivorceDeclaration, today: string, witness: string): DivorceDeclaration => ({
  voluntary: true, agreed: true, capacity: true, truthful: true, readAloud: true, signed: true, fingerprint: true, witnessSigned: true,
  signedOn: before.signedOn === '' ? today : before.signedOn, witness: before.witness === '' ? witness : before.witness,
})

const PartyDeclaration = memo(({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  const { desk, editable, today, account } = useDivorce()
  const [declaration] = useField(desk.store, `declarations.${party}`)
  const [name] = useField(desk.store, `parties.${party}.name`)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const witnesses = (colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar' && (colleague.active || colleague.id === declaration.witness)).map((colleague) => ({ code: colleague.id, zh: colleague.name, en: colleague.name }))
  const all = (ticked: boolean) =>
    desk.store.change((file) => withDeclaration(file, party, (before) => (ticked ? wholeDeclaration(before, today, account.role === 'registrar' ? account.id : '') : { ...before, ...Object.fromEntries(ticks.map((tick) => [tick, false])) })))
  const at = `declarations.${party}` as const
  return (
    <fieldset className="party">
      <legend>{t(`party.${party}`)} {name}</legend>
      {editable && <div data-chain="all"><Checkbox className="all-seen" checked={ticks.every((tick) => declaration[tick])} onChange={(event) => all(event.target.checked)}><b>{t('declareAll')}</b></Checkbox></div>}
      <div className="tick-grid">{ticks.map((tick) => <TickFact key={tick} path={`${at}.${tick}`} label={t(`declaration.${tick}`)} />)}</div>
      <Fields>
        <DayFact path={`${at}.signedOn`} label={t('signedOn')} required span={5} />
        <CodeFact path={`${at}.witness`} label={t('witness')} table={witnesses} codes={false} required span={7} />
      </Fields>
    </fieldset>
  )
})

/** 《申请离婚登记声明书》 of each party, before the registrar. */
export const DeclarationsSection = () => {
  const t = useWords(words)
  const { desk, editable, preview } = useDivorce()
  const { current, busy } = useCaseView(desk)
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
      <div className="couple" data-ticks="">
        <PartyDeclaration party={0} />
        <PartyDeclaration party={1} />
      </div>
    </div>
  )
}
