/** Parts of the profile on the work: clocks, plates, document numbers, certificates. */
import { Button, Checkbox, Input } from 'antd'
import { useContext } from 'react'
import { filingDays } from '../../../../domain/place-names/clocks.ts'
import { formatDocumentNumber } from '../../../../domain/place-names/document-numbers.ts'
import { licensingLaw, placeNameRegulation } from '../../../../domain/place-names/law.ts'
import { nameActs } from '../../../../domain/place-names/names/index.ts'
import { compassPoints, modelNumbering, oddSides, plateTypes, streetRuns, type PlateSize, type StreetRun } from '../../../../domain/place-names/plates/settings.ts'
import { documentPapers, documentPaperTitles, type PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { useAt, useFault } from '../../../shared/draft.ts'
import { SelectAt, TickAt, TicksAt, WholeAt } from '../../../shared/draftFields.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { useSession } from '../../../shared/session.tsx'
import { numberColumn, textColumn } from './columns.ts'
import { EditorContext, RowsAt } from './RowsAt.tsx'
import { words } from './words.ts'

type Limit = PlaceNameProfile['clocks']['decision']

/** A limit in days, which may be left unset where the office has none. */
const LimitAt = ({ path, label, orNone = false }: { readonly path: string; readonly label: string; readonly orNone?: boolean }) => {
  const t = useWords(words)
  const [limit, put] = useAt<Limit | null>(path)
  const fault = useFault(path)
  return (
    <div className="limit-row" data-field={path}>
      <div>{orNone ? <Checkbox checked={limit !== null} onChange={(event) => put(event.target.checked ? { days: 10, count: 'working' } : null)}>{label}</Checkbox> : label}</div>
      {limit === null ? <span className="quiet">{t('none')}</span> : <><WholeAt path={`${path}.days`} label={`${label} ${t('days')}`} bare /><SelectAt path={`${path}.count`} label={`${label} ${t('count')}`} bare options={(['working', 'calendar'] as const).map((value) => ({ value, title: t(value) }))} /></>}
      {fault !== undefined && <span className="finding-note answer">{fault}</span>}
    </div>
  )
}

export const ClocksPart = () => {
  const t = useWords(words)
  const say = useSay()
  const fixed = [['supplement', 5, 'working', licensingLaw.cite(32)], ['delivery', 10, 'working', licensingLaw.cite(44)], ['filing', filingDays, 'calendar', placeNameRegulation.cite(13)], ['notice', filingDays, 'calendar', placeNameRegulation.cite(14)]] as const
  return (
    <>
      <Section title={t('fixedClocks')}>
        <div className="table-frame"><table className="plain-table profile-table"><thead><tr><th scope="col">{t('law')}</th><th scope="col">{t('days')}</th><th scope="col">{t('article')}</th></tr></thead><tbody>{fixed.map(([id, n, count, law]) => <tr key={id}><th scope="row">{t(`fixed.${id}`)}</th><td>{t(`fixedDays.${count}`, { n })}</td><td>{say(law)}</td></tr>)}</tbody></table></div>
      </Section>
      <Section title={t('ownClocks')}>
        {(['decision', 'extension', 'publicDisplay'] as const).map((clock) => <LimitAt key={clock} path={`clocks.${clock}`} label={t(`clock.${clock}`)} />)}
        <LimitAt path="clocks.sign" label={t('clock.sign')} orNone />
        <TickAt path="clocks.rollToWorkingDay" label={t('rolls')} />
        <TicksAt path="displayFor" label={t('displayFor')} options={nameActs.map((value) => ({ value, title: t(`act.${value}`) }))} />
      </Section>
    </>
  )
}

export const PlatesPart = () => {
  const t = useWords(words)
  const say = useSay()
  const [run] = useAt<StreetRun>('plates.street.run')
  const [, putStreet] = useAt<PlaceNameProfile['plates']['street']>('plates.street')
  const { readOnly } = useContext(EditorContext)
  const orders = (['northToSouth', 'southToNorth', 'eastToWest', 'westToEast'] as const).map((value) => ({ value, title: t(`order.${value}`) }))
  return (
    <>
      <Section title={t('streetNumbering')} acts={<Button size="small" disabled={readOnly} onClick={() => putStreet(modelNumbering[run])}>{t('toModel')}</Button>}>
        <Fields>
          <SelectAt path="plates.authority" span={3} label={t('authority')} options={(['civilAffairs', 'police'] as const).map((value) => ({ value, title: t(`authority.${value}`) }))} />
          <SelectAt path="plates.street.run" span={3} label={t('run')} options={streetRuns.map((one) => ({ value: one.code, title: say(one) }))} />
          <SelectAt path="plates.street.startEnd" span={3} label={t('startEnd')} options={[...compassPoints, 'drawnFirst' as const, 'drawnLast' as const].map((value) => ({ value, title: t(`end.${value}`) }))} />
          <SelectAt path="plates.street.oddSide" span={3} label={t('oddSide')} options={oddSides.map((value) => ({ value, title: t(`side.${value}`) }))} />
          <SelectAt path="plates.street.sides" span={3} label={t('sides')} options={(['both', 'one'] as const).map((value) => ({ value, title: t(`sides.${value}`) }))} />
          <SelectAt path="plates.street.method" span={3} label={t('method')} options={(['sequence', 'distance'] as const).map((value) => ({ value, title: t(`method.${value}`) }))} />
          <WholeAt path="plates.street.spacingMetres" span={3} label={t('spacing')} />
          <WholeAt path="plates.street.first" span={3} label={t('first')} />
          <WholeAt path="plates.street.reserveMetres" span={6} label={t('reserve')} />
          <SelectAt path="plates.street.subStyle" span={3} label={t('subStyle')} options={(['dash', 'attached'] as const).map((value) => ({ value, title: t(`sub.${value}`) }))} />
        </Fields>
      </Section>
      <Section title={t('estateNumbering')}>
        <Fields>
          <SelectAt path="plates.estate.rows" span={3} label={t('rows')} options={orders} />
          <SelectAt path="plates.estate.within" span={3} label={t('within')} options={orders} />
          <WholeAt path="plates.estate.rowMetres" span={2} label={t('rowMetres')} />
          <WholeAt path="plates.estate.first" span={2} label={t('first')} />
          <SelectAt path="plates.estate.word" span={2} label={t('buildingWord')} options={['幢', '栋', '号楼', '座'].map((value) => ({ value, title: value }))} />
        </Fields>
      </Section>
      <Section title={t('sizes')}><RowsAt<PlateSize> name={t('sizes')} path="plates.sizes" most={40} empty={() => ({ id: '', title: '', type: 'gate', widthMillimetres: 150, heightMillimetres: 90, qrMillimetres: 0 })} columns={[textColumn('id', t('sizeId'), { width: '17%', most: 30 }), textColumn('title', t('sizeTitle'), { most: 40 }), textColumn('type', t('sizeType'), { width: '14%', options: plateTypes.map((value) => ({ value, title: t(`type.${value}`) })) }), numberColumn('widthMillimetres', t('widthMillimetres'), { width: '13%' }), numberColumn('heightMillimetres', t('heightMillimetres'), { width: '13%' }), numberColumn('qrMillimetres', t('qrMillimetres'), { width: '16%' })]} /></Section>
      <Section title={t('ownClocks')}><LimitAt path="plates.numberDays" label={t('numberDays')} orNone /><LimitAt path="plates.mountDays" label={t('mountDays')} orNone /></Section>
    </>
  )
}

export const DocumentsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [codes, put] = useAt<PlaceNameProfile['documentCodes']>('documentCodes')
  const { readOnly } = useContext(EditorContext)
  const change = (paper: (typeof documentPapers)[number], agency: string, withWord: boolean): void => { const { [paper]: _before, ...rest } = codes; put(agency.trim() === '' ? rest : { ...rest, [paper]: { agency: agency.trim(), withWord } }) }
  const reads = (agency: string, withWord: boolean): string => (/^\p{Script=Han}{1,12}$/u.test(agency) ? formatDocumentNumber({ agency, withWord, year: Number(office.today.slice(0, 4)), serial: 1 }) : '')
  return (
    <>
      <Section title={t('documentCodes')}>
        <p className="quiet">{t('codesHint')}</p>
        <div className="table-frame">
          <table className="plain-table profile-table">
            <thead><tr><th scope="col">{t('paper')}</th><th scope="col">{t('agency')}</th><th scope="col">{t('withWord')}</th><th scope="col">{t('sampleNumber')}</th></tr></thead>
            <tbody>{documentPapers.map((paper) => {
              const title = say(documentPaperTitles[paper])
              const { agency = '', withWord = false } = codes[paper] ?? {}
              return <tr key={paper} data-field={`documentCodes.${paper}.agency`}><th scope="row">{title}</th><td><Input size="small" aria-label={`${t('agency')} ${title}`} value={agency} maxLength={12} disabled={readOnly} autoComplete="off" {...(agency !== '' && reads(agency, withWord) === '' && { status: 'error' as const, 'aria-invalid': true })} onChange={(event) => change(paper, event.target.value, withWord)} /></td><td><Checkbox aria-label={`${t('withWord')} ${title}`} checked={withWord} disabled={readOnly || agency === ''} onChange={(event) => change(paper, agency, event.target.checked)} /></td><td className="data">{reads(agency, withWord)}</td></tr>
            })}</tbody>
          </table>
        </div>
      </Section>
      <Section title={t('part.documents')}>
        <TickAt path="provisionalNaming.on" label={t('provisional')} />
        <Fields><WholeAt path="provisionalNaming.months" span={4} label={t('months')} /></Fields>
        <TickAt path="certificate" label={t('certificate')} />
      </Section>
    </>
  )
}
