import type { ComponentType } from 'react'
import type { Permission } from '../api/schemas/route.ts'
import type { Text } from '../domain/text.ts'
import { text } from '../domain/text.ts'
import { placeNamePath } from './windows/place-names/shared/path.ts'

/** Which cases a number stands for: by day, kind of count, state, result of the inspection. */
export interface CasesFilter {
  readonly from?: string
  readonly to?: string
  readonly kind?: string
  readonly state?: string
  readonly inspection?: 'qualified' | 'failed' | 'unexamined'
  /** The cell of the statistics in which the cases count. */
  readonly cell?: string
}

const addressWith = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const set = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined))
  return set.size === 0 ? path : `${path}?${set.toString()}`
}

/** One window of the desk: its entry in the rail, its key, its big button on the front page, its pages (loaded when opened). */
export interface DeskWindow {
  readonly id: string
  readonly title: Text
  /** Its name beside the other windows of its desk, where that is not its title. */
  readonly short?: Text
  /** The desk it belongs to, for a window without an entry of its own in the rail: divorces stand under `marriage`. */
  readonly under?: string
  /** Who sees it in the rail. */
  readonly permission: Permission
  /** The key that opens it from anywhere. */
  readonly key?: string
  /** Where the rail leads. */
  readonly path: string
  /** The big buttons of 今日. */
  readonly starts: readonly { readonly title: Text; readonly path: string; readonly permission: Permission }[]
  /** Paths (wouter patterns) and the module whose default export is the page. */
  readonly routes: readonly { readonly path: string; readonly load: () => Promise<{ readonly default: ComponentType }> }[]
  /** The address of a case, for search results and lists. */
  readonly casePath: (id: string) => string
  /** Where its lists stand, beside those of the other windows of the desk; at its path if not given. */
  readonly lists?: readonly string[]
  /** The list of the cases behind a number. */
  readonly casesPath: (filter: CasesFilter) => string
  /** States of its cases in hand. */
  readonly openStates: readonly string[]
  /** The address of a draft. */
  readonly draftPath: (id: string, caseId?: string) => string
}

/** Lists that the burial desk keeps open: what somebody waits for. */
const burialLists: readonly string[] = ['inHome', 'storageOverdue', 'onHold', 'awaitingAshes', 'depositsEnding', 'unclaimed', 'certificateMissing']

/** Lists that the place-name desk keeps open: what falls due next. */
const placeNameLists: readonly string[] = ['supplementDue', 'decisionDue', 'deliveryDue', 'filingDue', 'noticeDue', 'entryOpen', 'signDue', 'repliesDue', 'displaysEnding', 'toArchive']

/** Every window; to add one, add a line. */
export const windows: readonly DeskWindow[] = [
  {
    id: 'marriage', title: text('婚姻', 'Marriage'), short: text('结婚登记', 'Marriages'), permission: 'case.search', key: 'Alt+m', path: '/marriage',
    starts: [
      { title: text('结婚登记', 'Marriage'), path: '/marriage/new', permission: 'case.write' },
      { title: text('补办结婚登记', 'Late registration'), path: '/marriage/new?kind=late', permission: 'case.write' },
      { title: text('复婚登记', 'Remarriage'), path: '/marriage/new?kind=remarriage', permission: 'case.write' },
    ],
    routes: [
      { path: '/marriage', load: () => import('./windows/marriage/ListPage.tsx') },
      { path: '/marriage/new', load: () => import('./windows/marriage/CasePage.tsx') },
      { path: '/marriage/drafts/:draft', load: () => import('./windows/marriage/CasePage.tsx') },
      { path: '/marriage/:id', load: () => import('./windows/marriage/CasePage.tsx') },
    ],
    casePath: (id) => `/marriage/${id}`,
    // A refusal is counted as a kind of its own; in the list it is a state.
    casesPath: ({ kind, ...filter }) => addressWith('/marriage', { ...filter, ...(kind === 'refused' ? { state: 'refused' } : kind !== undefined && { kind }) }),
    openStates: ['received', 'registered', 'proofread'],
    draftPath: (id, caseId) => (caseId === undefined ? `/marriage/drafts/${id}` : `/marriage/${caseId}?draft=${id}`),
  },
  {
    id: 'divorce', under: 'marriage', title: text('离婚登记', 'Divorce'), short: text('离婚登记', 'Divorces'), permission: 'case.search', key: 'Alt+l', path: '/divorce',
    starts: [{ title: text('离婚登记申请', 'Divorce'), path: '/divorce/new', permission: 'case.write' }],
    routes: [
      { path: '/divorce', load: () => import('./windows/divorce/ListPage.tsx') },
      { path: '/divorce/new', load: () => import('./windows/divorce/CasePage.tsx') },
      { path: '/divorce/drafts/:draft', load: () => import('./windows/divorce/CasePage.tsx') },
      { path: '/divorce/:id', load: () => import('./windows/divorce/CasePage.tsx') },
    ],
    casePath: (id) => `/divorce/${id}`,
    casesPath: ({ kind: _kind, ...filter }) => addressWith('/divorce', { ...filter }),
    openStates: ['received', 'accepted', 'issuing', 'registered', 'proofread'],
    draftPath: (id, caseId) => (caseId === undefined ? `/divorce/drafts/${id}` : `/divorce/${caseId}?draft=${id}`),
  },
  {
    id: 'reissue', under: 'marriage', title: text('补领婚姻登记证', 'Reissued certificates'), short: text('补领', 'Reissues'), permission: 'case.search', key: 'Alt+b', path: '/reissue',
    starts: [{ title: text('补领婚姻登记证', 'Reissue'), path: '/reissue/new', permission: 'case.write' }],
    routes: [
      { path: '/reissue', load: () => import('./windows/reissue/ListPage.tsx') },
      { path: '/reissue/new', load: () => import('./windows/reissue/CasePage.tsx') },
      { path: '/reissue/drafts/:draft', load: () => import('./windows/reissue/CasePage.tsx') },
      { path: '/reissue/:id', load: () => import('./windows/reissue/CasePage.tsx') },
    ],
    casePath: (id) => `/reissue/${id}`,
    // A kind of count says which certificate was reissued.
    casesPath: ({ kind, ...filter }) => addressWith('/reissue', { ...filter, ...(kind === 'reissueMarriage' || kind === 'reissueDivorce' ? { certificate: kind === 'reissueMarriage' ? 'marriage' : 'divorce' } : {}) }),
    openStates: ['received', 'registered', 'proofread'],
    draftPath: (id, caseId) => (caseId === undefined ? `/reissue/drafts/${id}` : `/reissue/${caseId}?draft=${id}`),
  },
  {
    id: 'archive', under: 'marriage', title: text('婚姻登记档案', 'Archive'), short: text('档案', 'Archive'), permission: 'archive.query', key: 'Alt+d', path: '/archive',
    starts: [{ title: text('查档', 'Archive query'), path: '/archive/new', permission: 'archive.query' }],
    routes: [
      { path: '/archive', load: () => import('./windows/archive/ArchivePage.tsx') },
      { path: '/archive/new', load: () => import('./windows/archive/QueryPage.tsx') },
      { path: '/archive/proofs/new', load: () => import('./windows/archive/ProofPage.tsx') },
      { path: '/archive/records/:id', load: () => import('./windows/archive/RecordPage.tsx') },
      { path: '/archive/:part', load: () => import('./windows/archive/ArchivePage.tsx') },
    ],
    casePath: (id) => `/archive/records/${id}`,
    lists: ['/archive', '/archive/proofs', '/archive/files', '/archive/boxes'],
    casesPath: ({ from, to, kind }) => addressWith(kind === 'proof' ? '/archive/proofs' : '/archive', { from, to }),
    openStates: [],
    draftPath: () => '/archive',
  },
  {
    id: 'burial', title: text('殡葬', 'Funeral affairs'), permission: 'case.search', key: 'Alt+z', path: '/burial',
    starts: [
      { title: text('殡葬登记', 'Cremation or burial'), path: '/burial/new', permission: 'case.write' },
      { title: text('申领减免', 'Claim a waiver'), path: '/burial/claim', permission: 'case.write' },
    ],
    routes: [
      { path: '/burial', load: () => import('./windows/burial/cases/ListPage.tsx') },
      { path: '/burial/new', load: () => import('./windows/burial/case/CasePage.tsx') },
      { path: '/burial/claim', load: () => import('./windows/burial/case/ClaimPage.tsx') },
      { path: '/burial/drafts/:draft', load: () => import('./windows/burial/case/CasePage.tsx') },
      { path: '/burial/numbers', load: () => import('./windows/burial/cases/NumbersPage.tsx') },
      { path: '/burial/plots', load: () => import('./windows/burial/plots/PlotsPage.tsx') },
      { path: '/burial/plots/:cemetery', load: () => import('./windows/burial/plots/CemeteryPage.tsx') },
      { path: '/burial/relocation', load: () => import('./windows/burial/relocation/RelocationPage.tsx') },
      { path: '/burial/facilities', load: () => import('./windows/burial/facilities/FacilitiesPage.tsx') },
      { path: '/burial/facilities/:id', load: () => import('./windows/burial/facilities/FacilityPage.tsx') },
      { path: '/burial/waivers', load: () => import('./windows/burial/waivers/WaiversPage.tsx') },
      { path: '/burial/policies', load: () => import('./windows/burial/policies/PoliciesPage.tsx') },
      { path: '/burial/policies/drafts/:draft', load: () => import('./windows/burial/policies/EditorPage.tsx') },
      { path: '/burial/policies/rewards/:policy', load: () => import('./windows/burial/rewards/RewardPage.tsx') },
      { path: '/burial/policies/reward-drafts/:draft', load: () => import('./windows/burial/rewards/RewardEditorPage.tsx') },
      { path: '/burial/policies/:policy', load: () => import('./windows/burial/policies/PolicyPage.tsx') },
      { path: '/burial/tables', load: () => import('./windows/burial/tables/TablesPage.tsx') },
      { path: '/burial/grounds', load: () => import('./windows/burial/grounds/GroundsPage.tsx') },
      // Pages of its other parts stand above this line: what follows takes any name for a case.
      { path: '/burial/:id', load: () => import('./windows/burial/case/CasePage.tsx') },
    ],
    // The search finds plots too: their ids hold slashes, `cemetery/section/row/number`.
    casePath: (id) => {
      const [cemetery = '', section] = id.split('/')
      return section === undefined ? `/burial/${id}` : addressWith(`/burial/plots/${cemetery}`, { section, plot: id })
    },
    // What somebody waits for is a list of its own, not a state.
    casesPath: ({ kind: _kind, inspection: _inspection, state, ...filter }) => addressWith('/burial', { ...filter, ...(state === undefined ? {} : burialLists.includes(state) ? { list: state } : { state }) }),
    openStates: burialLists,
    draftPath: (id, caseId) => (caseId === undefined ? `/burial/drafts/${id}` : `/burial/${caseId}?draft=${id}`),
  },
  {
    id: 'place-names', title: text('地名', 'Place names'), permission: 'case.search', key: 'Alt+p', path: '/place-names',
    starts: [
      { title: text('地名申请', 'Application for a name'), path: '/place-names/new', permission: 'case.write' },
      { title: text('来函征求意见', 'Letter asking for an opinion'), path: '/place-names/new?source=consultation', permission: 'case.write' },
    ],
    routes: [
      { path: '/place-names', load: () => import('./windows/place-names/cases/ListPage.tsx') },
      { path: '/place-names/new', load: () => import('./windows/place-names/case/CasePage.tsx') },
      { path: '/place-names/drafts/:draft', load: () => import('./windows/place-names/case/CasePage.tsx') },
      { path: '/place-names/gazetteer', load: () => import('./windows/place-names/gazetteer/GazetteerPage.tsx') },
      { path: '/place-names/gazetteer/import', load: () => import('./windows/place-names/import/ImportPage.tsx') },
      { path: '/place-names/gazetteer/import/:id', load: () => import('./windows/place-names/import/ImportPage.tsx') },
      { path: '/place-names/gazetteer/:id', load: () => import('./windows/place-names/gazetteer/EntityPage.tsx') },
      { path: '/place-names/map', load: () => import('./windows/place-names/map/MapPage.tsx') },
      { path: '/place-names/plates', load: () => import('./windows/place-names/plates/PlatesPage.tsx') },
      { path: '/place-names/plates/:id', load: () => import('./windows/place-names/plates/PlatePage.tsx') },
      { path: '/place-names/proofs', load: () => import('./windows/place-names/proofs/ProofsPage.tsx') },
      { path: '/place-names/plans', load: () => import('./windows/place-names/plans/PlansPage.tsx') },
      { path: '/place-names/boundaries', load: () => import('./windows/place-names/boundaries/BoundariesPage.tsx') },
      { path: '/place-names/boundaries/:id', load: () => import('./windows/place-names/boundaries/BoundaryPage.tsx') },
      { path: '/place-names/irregular', load: () => import('./windows/place-names/irregular/IrregularPage.tsx') },
      { path: '/place-names/profile', load: () => import('./windows/place-names/profile/ProfilePage.tsx') },
      { path: '/place-names/tables', load: () => import('./windows/place-names/tables/TablesPage.tsx') },
      { path: '/place-names/report', load: () => import('./windows/place-names/report/ReportPage.tsx') },
      { path: '/place-names/documents', load: () => import('./windows/place-names/documents/DocumentsPage.tsx') },
      // Pages of its other parts stand above this line: what follows takes any name for a case.
      { path: '/place-names/:id', load: () => import('./windows/place-names/case/CasePage.tsx') },
    ],
    casePath: placeNamePath,
    // What falls due next is a list of its own, not a state.
    casesPath: ({ inspection: _inspection, state, kind, ...filter }) => addressWith('/place-names', { ...filter, act: kind, ...(state === undefined ? {} : placeNameLists.includes(state) ? { list: state } : { state }) }),
    openStates: placeNameLists,
    draftPath: (id, caseId) => (caseId === undefined ? `/place-names/drafts/${id}` : `/place-names/${caseId}?draft=${id}`),
  },
]

/** The window of an id, or undefined. */
export const findWindow = (id: string): DeskWindow | undefined => windows.find((window) => window.id === id)

/** The desks an office may offer; what stands under a desk comes with it. */
export const desks: readonly DeskWindow[] = windows.filter((window) => window.under === undefined)

/** The windows of the desks that an office offers. */
export const offeredWindows = (offered: readonly string[]): readonly DeskWindow[] => windows.filter((window) => offered.includes(window.under ?? window.id))

/** The windows of one desk, the desk itself first. */
export const windowsOfDesk = (id: string): readonly DeskWindow[] => windows.filter((window) => (window.under ?? window.id) === id)
