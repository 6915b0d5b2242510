import './plots.css'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { CemeteryLine } from '../../../../api/schemas/placement.ts'
import { cemeteryKinds, plotStates } from '../../../../domain/burial/placement/codes.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Loaded, Page } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { CemeteryDialog } from './CemeteryDialog.tsx'
import { countOf, plotHref, sectionName } from './names.ts'
import { PlotFinder } from './PlotFinder.tsx'
import { SectionDialog } from './SectionDialog.tsx'
import { TermsPart } from './TermsPart.tsx'
import { words } from './words.ts'

/** The states that have a column of their own beside the free plots. */
const shown = plotStates.map(({ code }) => code)
type Standing = CemeteryLine['standing']

/** How the plots of a cemetery or section stand, as a bar; the table beside it says the same in numbers. */
const Bar = ({ standing }: { readonly standing: Standing }) => (
  <div className="plot-bar" aria-hidden="true">{shown.map((state) => <span key={state} className={state} style={{ flexGrow: standing.byState[state] ?? 0 }} />)}</div>
)

/** A count that opens the plots behind it on their board. */
const Figure = ({ count, href }: { readonly count: number; readonly href: string }) => (count === 0 ? <>0</> : <Link className="fact-link" href={href}>{number(count)}</Link>)

const CemeteryCard = ({ cemetery }: { readonly cemetery: CemeteryLine }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [laying, setLaying] = useState(false)
  const { facts } = cemetery
  const kind = cemeteryKinds.find(({ code }) => code === facts.kind)
  // A total opens the first section that has such plots; its tabs count the others.
  const firstWith = (column: string): string => (cemetery.sections.find(({ standing }) => countOf(standing, column) > 0) ?? cemetery.sections[0])?.section.code ?? ''
  const columns = ['plots', ...shown, 'expiring', 'expired'] as const
  const titleOf = (column: string): string => (column === 'plots' ? t('plots') : column === 'expiring' || column === 'expired' ? t(`column_${column}`) : say(plotStates.find(({ code }) => code === column) ?? { zh: column, en: column }))
  const href = (section: string, only = ''): string => `/burial/plots/${cemetery.id}?section=${encodeURIComponent(section)}${only === '' || only === 'plots' ? '' : `&only=${only}`}`
  return (
    <section className="cemetery-card" aria-label={facts.name}>
      <div className="cemetery-head">
        <h2><Link href={cemetery.sections[0] === undefined ? `/burial/plots/${cemetery.id}` : href(cemetery.sections[0].section.code)}><span className="data">{facts.name}</span></Link></h2>
        <span className="quiet">{kind === undefined ? '' : say(kind)}{facts.township === '' ? '' : <> · <span className="data">{facts.township}</span></>}{facts.document === '' ? '' : <> · <span className="data">{facts.document}</span></>}</span>
        {may('ground.write') && <Button size="small" onClick={() => setLaying(true)}>{t('layOut')}</Button>}
      </div>
      {cemetery.sections.length === 0 ? (
        <p className="quiet">{t('noSections')}</p>
      ) : (
        <>
          <Bar standing={cemetery.standing} />
          <div className="table-frame" tabIndex={0} role="region" aria-label={t('standingOf', { name: facts.name })}>
            <table className="plain-table">
              <thead><tr><th scope="col">{t('section')}</th><th scope="col">{t('what')}</th>{columns.map((column) => <th key={column} scope="col" className="end">{titleOf(column)}</th>)}</tr></thead>
              <tbody>
                {cemetery.sections.map(({ section, standing }) => (
                  <tr key={section.code}>
                    <th scope="row"><Link href={href(section.code)}><span className="data">{sectionName(section)}</span></Link></th>
                    <td>{t(section.what === 'niche' ? 'niches' : 'plots')}</td>
                    {columns.map((column) => <td key={column} className="end"><Figure count={countOf(standing, column)} href={href(section.code, column)} /></td>)}
                  </tr>
                ))}
                {cemetery.sections.length > 1 && <tr className="sum"><th scope="row">{t('total')}</th><td />{columns.map((column) => <td key={column} className="end"><b><Figure count={countOf(cemetery.standing, column)} href={href(firstWith(column), column)} /></b></td>)}</tr>}
              </tbody>
            </table>
          </div>
        </>
      )}
      {laying && <SectionDialog cemetery={cemetery} onClose={() => setLaying(false)} />}
    </section>
  )
}

/** Cemeteries and columbaria with how their plots stand; the terms that end; the way to a plot by name, number or telephone. */
const PlotsPage = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const terms = params.get('part') === 'terms'
  const [registering, setRegistering] = useState(false)
  const cemeteries = useRoute('listCemeteries', { query: {} }, { enabled: !terms, keep: true })
  usePageKeys([{ key: 'F9', label: t('register'), run: () => setRegistering(true), disabled: !may('ground.write') || terms }])
  return (
    <>
      <BurialTabs />
      <Page title={t('title')} lead={t('lead')} wide acts={<><PlotFinder onFound={(plot) => navigate(plotHref(plot))} />{may('ground.write') && <Button type="primary" onClick={() => setRegistering(true)}>{t('register')} <KeyCap name="F9" /></Button>}</>}>
        <nav className="tabs" aria-label={t('parts')}>
          <Link href="/burial/plots" {...(!terms && { 'aria-current': 'page' as const })}>{t('cemeteries')}</Link>
          <Link href="/burial/plots?part=terms" {...(terms && { 'aria-current': 'page' as const })}>{t('terms')}</Link>
        </nav>
        {terms ? <TermsPart /> : (
          <Loaded of={cemeteries}>
            {(data) => (data.cemeteries.length === 0 ? <EmptyState title={t('noCemeteries')} hint={t('noCemeteriesHint')} /> : <div className="cemetery-cards">{data.cemeteries.map((cemetery) => <CemeteryCard key={cemetery.id} cemetery={cemetery} />)}</div>)}
          </Loaded>
        )}
        {registering && <CemeteryDialog onClose={() => setRegistering(false)} />}
      </Page>
    </>
  )
}

export default PlotsPage
