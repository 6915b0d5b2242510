import type { OfficeActionBody } from '../domain/office/actions.ts'

/** An account of the sample office with its password, which everybody may know: such accounts exist in sample offices only. */
export interface SampleAccount extends Omit<OfficeActionBody<'account.created'>, 'password' | 'sample'> {
  /** Subject of `account.created`, and who acts in the journal. */
  readonly id: string
  readonly password: string
}

type Role = SampleAccount['role']
const account = (name: string, title: string, role: Role, counter: string, scope: 'mainland' | 'all', certifiedUntil: string): SampleAccount => ({
  id: `sample-${name}`, account: name, password: `${name}-sample-1949`, name: title, role, counter, scope, certifiedUntil, language: 'zh',
})

/** The people of the sample office: three registrars, the manager who reviews, the administrator, the auditor. */
export const sampleAccounts: readonly SampleAccount[] = [
  account('clerk1', '周青简', 'registrar', '1', 'all', '2099-12-31'),
  account('clerk2', '吴芸香', 'registrar', '2', 'all', '2099-12-31'),
  account('clerk3', '郑木牍', 'registrar', '3', 'mainland', '2099-12-31'),
  account('manager', '沈石渠', 'reviewer', '', 'all', '2099-12-31'),
  account('admin', '钱天禄', 'administrator', '', 'mainland', ''),
  account('audit', '唐麒阁', 'auditor', '', 'mainland', ''),
]

export const managerId = 'sample-manager'
export const adminId = 'sample-admin'
/** Registrars by counter. */
export const clerkIds = ['sample-clerk1', 'sample-clerk2', 'sample-clerk3'] as const
