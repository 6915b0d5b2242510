import { Button, Checkbox } from 'antd'
import { memo } from 'react'
import type { Declaration, MarriageFile } from '../../../../domain/marriage/file.ts'
import { useCasePlace, useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { factsOf } from '../../../case/form/fields.tsx'
import { useField } from '../../../case/form/store.ts'
import { papersNamed } from '../../../case/papers.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useRoute } from '../../../shared/query.ts'
import { words } from '../words.ts'

const { CodeFact, DayFact, TickFact } = factsOf<MarriageFile>()
const ticks = ['voluntary', 'noSpouse', 'notKin', 'healthTold', 'capacity', 'readAloud', 'signed', 'fingerprint', 'witnessSigned'] as const

const withDeclaration = (file: MarriageFile, party: 0 | 1, change: (before: Declaration) => Declaration): MarriageFile => ({
  ...file, declarations: party === 0 ? [change(file.declarations[0]), file.declarations[1]] : [file.declarations[0], change(file.declarations[1])],
})

/** Every point of a declaration confirmed at once, with the day and the registrar before whom it was signed. */
export const wholeDeclaration = (before: Declaration, today: string, witness: string): Declaration => ({
  voluntary: true, noSpouse: true, notKin: true, healthTold: true, capacity: true, readAloud: true, signed: true, fingerprint: true, witnessSigned: true,
  signedOn: before.signedOn === '' ? today : before.signedOn, witness: before.witness === '' ? witness : before.witness,
})

const PartyDeclaration = memo(({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  const { desk, editable, today, account } = useCasePlace<MarriageFile>()
  const [declaration] = useField(desk.store, `declarations.${party}`)
  const [name] = useField(desk.store, `parties.${party}.name`)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const witnesses = (colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar' && (colleague.active || colleague.id === declaration.witness)).map((colleague) => ({ code: colleague.id, zh: colleague.name, en: colleague.name }))
  const whole = ticks.every((tick) => declaration[tick])
  const all = (ticked: boolean) =>
    desk.store.change((file) => withDeclaration(file, party, (before) => (ticked ? wholeDeclaration(before, today, account.role === 'registrar' ? account.id : '') : { ...before, ...Object.fromEntries(ticks.map((tick) => [tick, false])) })))
  const at = `declarations.${party}` as const
  return (
    <fieldset className="party">
      <legend>{t(`party.${party}`)} {name}</legend>
      {editable && <div data-chain="all"><Checkbox className="all-seen" checked={whole} onChange={(event) => all(event.target.checked)}><b>{t('declareAll')}</b></Checkbox></div>}
      <div className="tick-grid">
        {ticks.map((tick) => <TickFact key={tick} path={`${at}.${tick}`} label={t(`declaration.${tick}`)} />)}
      </div>
      <Fields>
        <DayFact path={`${at}.signedOn`} label={t('signedOn')} required span={5} />
        <CodeFact path={`${at}.witness`} label={t('witness')} table={witnesses} codes={false} required span={7} />
      </Fields>
    </fieldset>
  )
})

export const DeclarationsSection = () => {
  const t = useWords(words)
  const { desk, editable, preview } = useCasePlace<MarriageFile>()
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
      {/* The two whole-declaration boxes follow each other, so that a couple is two keys. */}
      <div className="couple" data-ticks="">
        <PartyDeclaration party={0} />
        <PartyDeclaration party={1} />
      </div>
    </div>
  )
}
