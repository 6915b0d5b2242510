import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Board } from '../../../../api/schemas/placement.ts'
import { plotId } from '../../../../domain/burial/placement/cemetery.ts'
import { plotStates } from '../../../../domain/burial/placement/codes.ts'
import type { PlotState } from '../../../../domain/burial/placement/codes.ts'
import { findCode } from '../../../../domain/codes/index.ts'
import { useSay } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { ContractDialog } from '../plots/acts/ContractDialog.tsx'
import { useBurialCase, useBurialWords } from './parts.tsx'

/** A plot or niche of the register. */
export interface ChosenPlot {
  readonly plot: string
  readonly words: string
  /** An agreement stands: somebody may be laid to rest. */
  readonly ready: boolean
}

/** States in which somebody can still be laid to rest. */
const takes: readonly PlotState[] = ['contracted', 'occupiedPartial', 'disinterred', 'reserved']

/** The plots of a board that nobody has yet, in the order of its rows; at most `limit`. */
export const freePlots = (board: Board, limit = 400): readonly { readonly plot: string; readonly row: string; readonly number: string }[] => {
  const niche = board.section.what === 'niche'
  const found: { plot: string; row: string; number: string }[] = []
  for (const { row, level, states } of board.rows) {
    for (let column = 1; column <= states.length && found.length < limit; column += 1) {
      if (states[column - 1] !== 'f') continue
      found.push({ plot: plotId({ cemetery: board.cemetery, section: board.section.code, row, level, column }, board.section.what), row, number: niche ? `${String(level)}-${String(column)}` : String(column) })
    }
  }
  return found
}

/** Free plots of one section, first of all rows. */
const FreePlots = ({ niches, onChoose }: { readonly niches: boolean; readonly onChoose: (plot: ChosenPlot) => void }) => {
  const t = useBurialWords()
  const cemeteries = useRoute('listCemeteries', { query: {} }, { fresh: 30_000 })
  const sections = (cemeteries.data?.cemeteries ?? []).flatMap((cemetery) => cemetery.sections.filter(({ section }) => (section.what === 'niche') === niches).map(({ section, standing }) => ({ cemetery: cemetery.id, name: `${cemetery.facts.name} ${section.name}`, code: section.code, free: standing.byState['available'] ?? 0 })))
  const [chosen, setChosen] = useState('')
  const section = sections.find((one) => `${one.cemetery}/${one.code}` === chosen)
  const board = useRoute('plotBoard', { params: { id: section?.cemetery ?? '' }, query: { section: section?.code ?? '' } }, { enabled: section !== undefined, fresh: 5_000 })
  const free = useMemo(() => (board.data === undefined ? [] : freePlots(board.data)), [board.data])
  return (
    <>
      <label className="row">{t('plotSection')}
        <select className="plain-select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('plotChoose')}</option>
          {sections.map((one) => <option key={`${one.cemetery}/${one.code}`} value={`${one.cemetery}/${one.code}`}>{one.name} · {t('plotFree', { n: one.free })}</option>)}
        </select>
      </label>
      {section !== undefined && board.isSuccess && (
        <label className="row">{t('plotPosition')}
          <select className="plain-select" value="" onChange={(event) => { const place = free.find(({ plot }) => plot === event.target.value); if (place !== undefined) onChoose({ plot: place.plot, words: `${section.name} ${t('plotAt', { row: place.row, number: place.number })}`, ready: false }) }}>
            <option value="">{free.length === 0 ? t('plotFull') : t('plotChoose')}</option>
            {free.map((place) => <option key={place.plot} value={place.plot}>{t('plotAt', { row: place.row, number: place.number })}</option>)}
          </select>
        </label>
      )}
    </>
  )
}

/** The plot that was chosen; where nobody holds it yet, the agreement is made here first. */
const Chosen = ({ chosen, onChoose }: { readonly chosen: ChosenPlot; readonly onChoose: (plot: ChosenPlot | undefined) => void }) => {
  const t = useBurialWords()
  const say = useSay()
  const { desk } = useBurialCase()
  const [contracting, setContracting] = useState(false)
  const plot = useRoute('getPlot', { query: { plot: chosen.plot } }, { fresh: 0 })
  const cemeteries = useRoute('listCemeteries', { query: {} }, { fresh: 30_000 })
  const cemetery = cemeteries.data?.cemeteries.find(({ id }) => id === plot.data?.cemetery)
  const ready = plot.data !== undefined && plot.data.contract !== null
  useEffect(() => {
    if (ready !== chosen.ready) onChoose({ ...chosen, ready })
  }, [ready, chosen, onChoose])
  const { agent, deceased } = desk.store.get()
  const current = desk.view().current
  const suggested = { holder: { name: agent.name, identityNumber: agent.identityNumber, phone: agent.phone, relation: agent.relation, area: deceased.hukou, villager: '' as const }, proof: current?.number ?? '' }
  return (
    <>
      <p className="row">
        <span className={`tag ${ready ? 'good' : 'answer'}`}>{t('plotChosen')}</span><b>{chosen.words}</b>{plot.data !== undefined && <span className="quiet">{say(plot.data.stateTitle)} {plot.data.contract?.holder.name} {plot.data.until}</span>}
        {plot.isSuccess && !ready && <><span className="finding-note answer">{t('plotNoAgreement')}</span><Button size="small" data-enter="" disabled={cemetery === undefined} onClick={() => setContracting(true)}>{t('plotContract')}</Button></>}
        <Button size="small" onClick={() => onChoose(undefined)}>{t('plotOther')}</Button>
      </p>
      <FailurePanel failure={plot.error} />
      {contracting && plot.data !== undefined && cemetery !== undefined && <ContractDialog plot={plot.data} cemetery={cemetery} suggested={suggested} onClose={() => { setContracting(false); void plot.refetch() }} />}
    </>
  )
}

/** A plot or niche of the register: one that somebody holds, found by number, name or telephone, or a free one by section and row. */
export const PlotPicker = ({ niches, chosen, onChoose }: { readonly niches: boolean; readonly chosen: ChosenPlot | undefined; readonly onChoose: (plot: ChosenPlot | undefined) => void }) => {
  const t = useBurialWords()
  const say = useSay()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const found = useRoute('findPlots', { query: { text: wanted } }, { enabled: wanted.length >= 2 && chosen === undefined, keep: true })
  const rows = (found.data?.rows ?? []).filter((row) => takes.includes(row.state)).slice(0, 12)
  if (chosen !== undefined) return <Chosen chosen={chosen} onChoose={onChoose} />
  return (
    <div className="plot-picker">
      <div className="row">
        <label className="row">{t('plotFind')}<Input value={text} maxLength={60} placeholder={t('plotFindHint')} autoComplete="off" onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { const first = rows[0]; if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); onChoose({ plot: first.plot, words: say(first.words), ready: false }) } }} /></label>
        <FreePlots niches={niches} onChoose={onChoose} />
        <Link href="/burial/plots">{t('plotBoard')}</Link>
      </div>
      {wanted.length >= 2 && found.isSuccess && rows.length === 0 && <p className="quiet">{t('plotNone')}</p>}
      <ul className="work-list">
        {rows.map((row) => {
          const state = findCode(plotStates, row.state)
          return <li key={row.plot}><button type="button" className="work" onClick={() => onChoose({ plot: row.plot, words: say(row.words), ready: false })}><span><b>{say(row.words)}</b> <span className="quiet">{row.plot}</span></span><span>{state === undefined ? '' : say(state)} {row.holder}</span></button></li>
        })}
      </ul>
    </div>
  )
}
