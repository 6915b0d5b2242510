import type { ComponentType } from 'react'
import type { Permission } from '../api/schemas/route.ts'
import type { words } from './frame/words.ts'

/** A page of the office, beside the windows. */
export interface DeskPage {
  readonly id: keyof typeof words & string
  readonly path: string
  /** Further patterns of the same page. */
  readonly also?: readonly string[]
  readonly permission?: Permission
  readonly key?: string
  /** The desk without which it has nothing to show. */
  readonly desk?: string
  /** Where in the rail: with the work, with the counts, with the office; not at all without. */
  readonly group?: 'work' | 'counts' | 'office'
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

/** Says whether an account of an office sees a page. */
export const seesPage = (page: DeskPage, may: (permission: Permission) => boolean, offered: readonly string[]): boolean => (page.permission === undefined || may(page.permission)) && (page.desk === undefined || offered.includes(page.desk))

/** Every page that is not of a window. */
export const pages: readonly DeskPage[] = [
  { id: 'today', path: '/', key: 'Alt+0', group: 'work', load: () => import('./pages/today/TodayPage.tsx') },
  { id: 'find', path: '/find', permission: 'case.search', load: () => import('./pages/find/FindPage.tsx') },
  { id: 'worklist', path: '/worklist', permission: 'case.search', desk: 'marriage', group: 'work', key: 'Alt+q', load: () => import('./pages/worklist/WorklistPage.tsx') },
  { id: 'dashboard', path: '/dashboard', permission: 'day.close', group: 'counts', key: 'Alt+k', load: () => import('./pages/dashboard/DashboardPage.tsx') },
  { id: 'stock', path: '/stock', also: ['/stock/:part'], permission: 'stock.read', desk: 'marriage', group: 'counts', load: () => import('./pages/stock/StockPage.tsx') },
  { id: 'day', path: '/day', permission: 'count.read', group: 'counts', load: () => import('./pages/day/DayPage.tsx') },
  { id: 'tally', path: '/tally', permission: 'count.read', group: 'counts', key: 'Alt+r', load: () => import('./pages/tally/TallyPage.tsx') },
  { id: 'pictures', path: '/pictures', permission: 'count.read', group: 'counts', load: () => import('./pages/pictures/PicturesPage.tsx') },
  { id: 'statistics', path: '/statistics', also: ['/statistics/:table'], permission: 'count.read', group: 'counts', key: 'Alt+t', load: () => import('./pages/statistics/StatisticsPage.tsx') },
  // The address of the page before it still leads here.
  { id: 'compliance', path: '/compliance', also: ['/compliance/:part', '/compliance/:part/:id', '/inspection'], permission: 'report.read', group: 'counts', key: 'Alt+i', load: () => import('./pages/compliance/CompliancePage.tsx') },
  { id: 'peak', path: '/peak', permission: 'count.read', desk: 'marriage', group: 'counts', load: () => import('./pages/peak/PeakPage.tsx') },
  { id: 'checkPaper', path: '/check-paper', permission: 'paper.check', group: 'counts', load: () => import('./pages/checkPaper/CheckPaperPage.tsx') },
  { id: 'rules', path: '/rules', permission: 'rule.read', group: 'office', load: () => import('./pages/rules/RulesPage.tsx') },
  { id: 'journal', path: '/journal', permission: 'journal.read', group: 'office', load: () => import('./pages/journal/JournalPage.tsx') },
  { id: 'verify', path: '/verify', permission: 'register.verify', group: 'office', load: () => import('./pages/verify/VerifyPage.tsx') },
  { id: 'settings', path: '/settings', also: ['/settings/:part'], permission: 'setting.read', group: 'office', load: () => import('./pages/settings/SettingsPage.tsx') },
  { id: 'help', path: '/help', group: 'office', key: 'F1', load: () => import('./pages/help/HelpPage.tsx') },
  { id: 'about', path: '/about', load: () => import('./pages/about/AboutPage.tsx') },
]
