import { Button, Checkbox } from 'antd'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { Fields } from '../../shared/Field.tsx'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { useRoute } from '../../shared/query.ts'
import { useCouplePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { CodeFact, DayFact, TickFact } from '../form/fields.tsx'
import { useField } from '../form/store.ts'
import { papersNamed } from '../papers.ts'

/** What every declaration ends with. */
interface Signed { readonly signedOn: string; readonly witness: string }

/** The declarations of a window: what is declared. */
export interface Statements<D extends Signed> {
  /** The points to tick, in the order of the paper. */
  readonly ticks: readonly (keyof D & string)[]
  /** A declaration with nothing declared, and one with everything. */
  readonly none: Partial<D>
  readonly all: Partial<D>
  /** What is asked besides the ticks. */
  readonly Besides?: (props: { readonly party: 0 | 1 }) => ReactNode
}

/** Statements that are all ticks. */
export const ticked = <D extends Signed>(...ticks: readonly (keyof D & string)[]): Statements<D> => {
  const every = (value: boolean): Partial<D> => Object.fromEntries(ticks.map((tick) => [tick, value])) as Partial<D>
  return { ticks, none: every(false), all: every(true) }
}

/** Every point of a declaration confirmed at once, with the day and the registrar before whom it was signed. */
export const wholeDeclaration = <D extends Signed>({ all }: Pick<Statements<D>, 'all'>, before: D, today: string, witness: string): D => ({
  ...before, ...all, signedOn: before.signedOn === '' ? today : before.signedOn, witness: before.witness === '' ? witness : before.witness,
})

/** Says whether every point is confirmed. */
export const isWhole = <D extends Signed>({ all }: Pick<Statements<D>, 'all'>, declaration: D): boolean => (Object.keys(all) as (keyof D)[]).every((key) => declaration[key] === all[key])

const PartyDeclaration = memo(({ party, statements }: { readonly party: 0 | 1; readonly statements: Statements<Signed> }) => {
  const t = useCaseWords() as (key: string) => string
  const { desk, editable, today, account } = useCouplePlace()
  const at = `declarations.${String(party)}`
  const [declaration, set] = useField(desk.store, at as never) as unknown as readonly [Signed, (declaration: Signed) => void]
  const [name] = useField(desk.store, `parties.${party}.name`)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const witnesses = (colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar' && (colleague.active || colleague.id === declaration.witness)).map((colleague) => ({ code: colleague.id, zh: colleague.name, en: colleague.name }))
  const { Besides } = statements
  return (
    <fieldset className="party">
      <legend>{t(`party.${String(party)}`)} {name}</legend>
      {editable && (
        <div data-chain="all">
          <Checkbox className="all-seen" checked={isWhole(statements, declaration)} onChange={(event) => set(event.target.checked ? wholeDeclaration(statements, declaration, today, account.role === 'registrar' ? account.id : '') : { ...declaration, ...statements.none })}>
            <b>{t('declareAll')}</b>
          </Checkbox>
        </div>
      )}
      {Besides !== undefined && <Besides party={party} />}
      <div className="tick-grid">{statements.ticks.map((tick) => <TickFact key={tick} path={`${at}.${tick}`} label={t(`declaration.${tick}`)} />)}</div>
      <Fields>
        <DayFact path={`${at}.signedOn`} label={t('signedOn')} required span={5} />
        <CodeFact path={`${at}.witness`} label={t('witness')} table={witnesses} codes={false} required span={7} />
      </Fields>
    </fieldset>
  )
})

/** 声明书 of each party who declares, before the registrar. */
export const DeclarationsSection = <D extends Signed>({ statements, parties = [0, 1] }: { readonly statements: Statements<D>; readonly parties?: readonly (0 | 1)[] }) => {
  const t = useCaseWords() as (key: string) => string
  const { desk, editable, preview } = useCouplePlace()
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
      {/* The whole-declaration boxes follow each other, so that a couple is two keys. */}
      <div className="couple" data-ticks="">{parties.map((party) => <PartyDeclaration key={party} party={party} statements={statements as unknown as Statements<Signed>} />)}</div>
    </div>
  )
}
