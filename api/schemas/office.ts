import { z } from 'zod'
import { Account, Day, Done, Id, IdParams, Job, Reason, Text } from './common.ts'
import { route } from './route.ts'

const password = z.string().min(10).max(200)
const accountName = z.string().regex(/^[a-zA-Z0-9._-]{3,32}$/)
const role = z.enum(['registrar', 'reviewer', 'administrator', 'auditor'])

export const Office = z.object({
  setUp: z.boolean(), name: z.string(), area: z.string(), fonds: z.string(), windows: z.array(z.string()), sample: z.boolean(), version: z.string(), today: Day,
})
export type Office = z.infer<typeof Office>

export const Session = z.object({ account: Account, permissions: z.array(z.string()), office: Office, idleMinutes: z.number(), expiresAt: z.string(), locked: z.boolean() })
export type Session = z.infer<typeof Session>

export const sessionRoutes = {
  signIn: route({
    id: 'signIn', method: 'POST', path: '/api/session', permission: 'public', summary: { zh: '登录', en: 'Sign in' },
    body: z.strictObject({ account: z.string().min(1).max(64), password: z.string().min(1).max(200), counter: z.string().max(20).optional() }), reply: Session.extend({ token: z.string() }),
    example: { body: { account: 'clerk1', password: '…' } },
  }),
  getSession: route({ id: 'getSession', method: 'GET', path: '/api/session', permission: 'session', summary: { zh: '当前登录', en: 'The current session' }, reply: Session }),
  changeSession: route({ id: 'changeSession', method: 'PUT', path: '/api/session', permission: 'session', summary: { zh: '换窗口或语言', en: 'Change counter or language' }, body: z.strictObject({ counter: z.string().max(20).optional(), language: z.enum(['zh', 'en']).optional() }), reply: Session }),
  unlock: route({ id: 'unlock', method: 'POST', path: '/api/session/unlock', permission: 'session', summary: { zh: '解锁', en: 'Unlock' }, body: z.strictObject({ password: z.string().min(1).max(200) }), reply: Session }),
  lock: route({ id: 'lock', method: 'POST', path: '/api/session/lock', permission: 'session', summary: { zh: '锁定', en: 'Lock' }, reply: Done }),
  signOut: route({ id: 'signOut', method: 'DELETE', path: '/api/session', permission: 'session', summary: { zh: '退出', en: 'Sign out' }, reply: Done }),
  changeOwnPassword: route({ id: 'changeOwnPassword', method: 'PUT', path: '/api/session/password', permission: 'session', summary: { zh: '改密码', en: 'Change own password' }, body: z.strictObject({ old: z.string().max(200), new: password }), reply: Done }),
}

const AccountInput = z.strictObject({ account: accountName, name: z.string().trim().min(1).max(40), role, counter: z.string().max(20), password, scope: z.enum(['mainland', 'all']), certifiedUntil: z.union([z.literal(''), Day]) })

export const Health = z.object({
  head: z.object({ seq: z.number(), hash: z.string(), at: z.string() }), lastBackup: z.string(), lastVerified: z.object({ at: z.string(), sound: z.boolean() }).nullable(), diskFreeBytes: z.number(), now: z.string(),
})
export type Health = z.infer<typeof Health>

/** One setting with what it is and how sure its default is. */
export const Setting = z.object({ key: z.string(), title: Text, note: Text, group: z.string(), kind: z.enum(['text', 'longText', 'number', 'choice', 'boolean', 'texts', 'json']), choices: z.array(z.object({ value: z.string(), title: Text })).optional(), value: z.unknown(), default: z.unknown(), source: z.enum(['confirmed', 'guides', 'general', 'office']), changedAt: z.string() })
export type Setting = z.infer<typeof Setting>

export const JournalLine = z.object({ seq: z.number(), at: z.string(), actor: z.string(), actorName: z.string(), counter: z.string(), kind: z.string(), subject: z.string(), reason: z.string(), second: z.string(), body: z.unknown(), previous: z.string(), hash: z.string() })
export type JournalLine = z.infer<typeof JournalLine>

export const RuleLine = z.object({ id: z.string(), window: z.string(), title: Text, law: Text, asks: Text, source: z.string(), from: z.string(), to: z.string().optional(), group: z.string(), severity: z.enum(['stop', 'answer', 'information']), refusalGround: z.boolean() })
export type RuleLine = z.infer<typeof RuleLine>

export const officeRoutes = {
  getOffice: route({ id: 'getOffice', method: 'GET', path: '/api/office', permission: 'public', summary: { zh: '本处', en: 'This office' }, reply: Office }),
  setUpOffice: route({
    id: 'setUpOffice', method: 'POST', path: '/api/office/set-up', permission: 'public', summary: { zh: '首次设置', en: 'First set-up' },
    body: z.strictObject({ name: z.string().trim().min(2).max(60), area: z.string().regex(/^\d{6}$/), fonds: z.string().max(20), windows: z.array(z.string()).min(1).max(10), printer: z.strictObject({ name: z.string().max(100), certificateMode: z.enum(['whole', 'overprint']) }), administrator: z.strictObject({ account: accountName, name: z.string().trim().min(1).max(40), password }) }),
    reply: Office,
  }),
  setUpSample: route({ id: 'setUpSample', method: 'POST', path: '/api/office/sample', permission: 'public', summary: { zh: '试用示例登记处（仅限空库）', en: 'Try it with a sample office (empty register only)' }, body: z.strictObject({ cases: z.int().min(10).max(5000).optional() }), reply: z.object({ job: Job, accounts: z.array(z.object({ account: z.string(), password: z.string(), role: z.string() })) }) }),
  getJob: route({ id: 'getJob', method: 'GET', path: '/api/jobs/{id}', permission: 'public', summary: { zh: '长任务进度', en: 'Progress of long work' }, params: IdParams, reply: Job }),
  cancelJob: route({ id: 'cancelJob', method: 'DELETE', path: '/api/jobs/{id}', permission: 'session', summary: { zh: '取消长任务', en: 'Cancel long work' }, params: IdParams, reply: Job }),
  getHealth: route({ id: 'getHealth', method: 'GET', path: '/api/health', permission: 'session', summary: { zh: '登记簿状况', en: 'Health of the register' }, reply: Health }),
  listAccounts: route({ id: 'listAccounts', method: 'GET', path: '/api/accounts', permission: 'account.read', summary: { zh: '账号', en: 'Accounts' }, reply: z.object({ accounts: z.array(Account) }) }),
  createAccount: route({ id: 'createAccount', method: 'POST', path: '/api/accounts', permission: 'account.write', summary: { zh: '新账号', en: 'New account' }, body: AccountInput, reply: Account }),
  changeAccount: route({ id: 'changeAccount', method: 'PATCH', path: '/api/accounts/{id}', permission: 'account.write', summary: { zh: '改账号', en: 'Change an account' }, params: IdParams, body: AccountInput.omit({ account: true, password: true }).partial().extend({ active: z.boolean().optional(), reason: Reason }), reply: Account }),
  resetPassword: route({ id: 'resetPassword', method: 'POST', path: '/api/accounts/{id}/password', permission: 'account.write', summary: { zh: '重设密码', en: 'Reset a password' }, params: IdParams, body: z.strictObject({ password, reason: Reason }), reply: Done }),
  unlockAccount: route({ id: 'unlockAccount', method: 'POST', path: '/api/accounts/{id}/unlock', permission: 'account.write', summary: { zh: '解除锁定', en: 'Lift a lock-out' }, params: IdParams, body: z.strictObject({ reason: Reason }), reply: Account }),
  listColleagues: route({ id: 'listColleagues', method: 'GET', path: '/api/colleagues', permission: 'session', summary: { zh: '同事姓名', en: 'Names of colleagues' }, reply: z.object({ colleagues: z.array(z.object({ id: z.string(), account: z.string(), name: z.string(), role, active: z.boolean() })) }) }),
  listSettings: route({ id: 'listSettings', method: 'GET', path: '/api/settings', permission: 'setting.read', summary: { zh: '设置', en: 'Settings' }, reply: z.object({ settings: z.array(Setting) }) }),
  changeSetting: route({ id: 'changeSetting', method: 'PUT', path: '/api/settings/{key}', permission: 'setting.write', summary: { zh: '改设置', en: 'Change a setting' }, params: z.strictObject({ key: z.string().regex(/^[a-zA-Z0-9.]{3,60}$/) }), body: z.strictObject({ value: z.unknown(), reason: Reason }), reply: Setting }),
  listJournal: route({ id: 'listJournal', method: 'GET', path: '/api/journal', permission: 'journal.read', summary: { zh: '日志', en: 'The journal' }, query: z.strictObject({ from: Day.optional(), to: Day.optional(), actor: z.string().max(64).optional(), kind: z.string().max(60).optional(), subject: z.string().max(60).optional(), before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ entries: z.array(JournalLine), next: z.number().optional(), head: z.object({ seq: z.number(), hash: z.string(), at: z.string() }) }) }),
  startVerification: route({ id: 'startVerification', method: 'POST', path: '/api/verifications', permission: 'register.verify', summary: { zh: '核验登记簿', en: 'Verify the register' }, reply: Job }),
  startBackup: route({ id: 'startBackup', method: 'POST', path: '/api/backups', permission: 'register.backup', summary: { zh: '备份', en: 'Back up' }, reply: Job }),
  listRules: route({ id: 'listRules', method: 'GET', path: '/api/rules', permission: 'rule.read', summary: { zh: '规则', en: 'The rule book' }, reply: z.object({ rules: z.array(RuleLine) }) }),
  getOpenApi: route({ id: 'getOpenApi', method: 'GET', path: '/api/openapi.json', permission: 'public', summary: { zh: '接口说明', en: 'This description' }, reply: z.record(z.string(), z.unknown()) }),
}
export { Id }
