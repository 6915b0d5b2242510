import { roles } from '../db/contract.ts'
import type { Role } from '../db/contract.ts'

/** Who may do what: the one table. Every route names a row of it. */
export const permissions = {
  'case.read': ['registrar', 'reviewer'],
  'case.search': ['registrar', 'reviewer'],
  'case.check': ['registrar', 'reviewer'],
  'case.write': ['registrar'],
  'case.decide': ['registrar'],
  'case.deliver': ['registrar'],
  'case.print': ['registrar', 'reviewer'],
  'case.correct': ['registrar', 'reviewer'],
  'case.void': ['registrar', 'reviewer'],
  'case.inspect': ['reviewer'],
  'case.archive': ['registrar', 'reviewer'],
  'case.export': ['reviewer'],
  'case.annotate': ['registrar', 'reviewer'],
  'archive.query': ['registrar', 'reviewer'],
  'archive.prove': ['registrar', 'reviewer'],
  'archive.box': ['registrar', 'reviewer'],
  'reference.write': ['reviewer'],
  'calendar.write': ['reviewer', 'administrator'],
  'stock.read': ['registrar', 'reviewer'],
  'stock.receive': ['reviewer'],
  'stock.spoil': ['registrar', 'reviewer'],
  'stock.reconcile': ['reviewer'],
  'count.read': ['registrar', 'reviewer'],
  'paper.check': ['registrar', 'reviewer', 'auditor'],
  'printer.calibrate': ['registrar', 'reviewer', 'administrator'],
  'account.read': ['administrator'],
  'account.write': ['administrator'],
  'setting.read': ['registrar', 'reviewer', 'administrator', 'auditor'],
  'setting.write': ['administrator'],
  'font.write': ['administrator'],
  'journal.read': ['auditor', 'reviewer'],
  'register.verify': ['auditor', 'reviewer', 'administrator'],
  'register.backup': ['administrator'],
  'waiver.settle': ['registrar', 'reviewer'],
  'policy.write': ['reviewer'],
  'plot.write': ['registrar'],
  'ground.write': ['registrar', 'reviewer'],
  'month.close': ['reviewer'],
  'day.close': ['reviewer'],
  'report.read': ['reviewer', 'auditor'],
  'report.store': ['reviewer'],
  'rule.read': ['registrar', 'reviewer', 'administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** Says whether a role may do it. */
export const may = (role: Role, permission: Permission): boolean => (permissions[permission] as readonly Role[]).includes(role)

/** Everything a role may do, for the desk's menus. */
export const permissionsOf = (role: Role): Permission[] => (Object.keys(permissions) as Permission[]).filter((p) => may(role, p))

export { roles }
export type { Role }
