import type { z } from 'zod'
import { LantaiError, type ErrorCode } from '../domain/error.ts'
import { text, type Language, type Text } from '../domain/text.ts'

/** The HTTP status of each code; 409 means: look again, then repeat; 422: mend what you sent. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  malformed: 400,
  invalid: 422,
  findings: 422,
  unprintable: 422,
  second_person: 422,
  unauthenticated: 401,
  session_locked: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  conflict: 409,
  wrong_state: 409,
  stock: 409,
  not_set_up: 409,
  already_set_up: 409,
  in_use: 409,
  cancelled: 409,
  too_large: 413,
  unsupported_file: 415,
  locked_out: 429,
  internal: 500,
  damaged: 500,
  newer_register: 500,
  storage: 507,
}

const pathOf = (path: readonly PropertyKey[]): string | undefined => (path.length === 0 ? undefined : path.map(String).join('.'))

const limit = (value: unknown): string => (typeof value === 'number' || typeof value === 'bigint' ? String(value) : '')

const tooBig = (issue: z.core.$ZodIssueTooBig): Text => {
  const most = limit(issue.maximum)
  if (issue.origin === 'string') return text(`太长，最多 ${most} 个字符`, `Too long: at most ${most} characters`)
  if (issue.origin === 'array') return text(`太多，最多 ${most} 项`, `Too many: at most ${most}`)
  return text(`太大，最大 ${most}`, `Too large: at most ${most}`)
}

const tooSmall = (issue: z.core.$ZodIssueTooSmall): Text => {
  const least = limit(issue.minimum)
  if (issue.origin === 'string') return least === '1' ? text('没有填写', 'Not filled in') : text(`太短，至少 ${least} 个字符`, `Too short: at least ${least} characters`)
  if (issue.origin === 'array') return text(`太少，至少 ${least} 项`, `Too few: at least ${least}`)
  return text(`太小，最小 ${least}`, `Too small: at least ${least}`)
}

interface Described { readonly code: 'malformed' | 'invalid'; readonly message: Text; readonly field: string | undefined }

/** How little a body looks like a branch of a union: fields of the branch that are missing, fields that it does not know. */
const strangeness = (issues: readonly z.core.$ZodIssue[]): number => issues.filter((issue) => issue.path.length <= 1 && (issue.code === 'unrecognized_keys' || (issue.code === 'invalid_type' && issue.input === undefined))).length

const describe = (issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): Described => {
  const path = [...prefix, ...issue.path]
  const field = pathOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'malformed', message: text(`没有这一项：${issue.keys.slice(0, 5).join('、').slice(0, 100)}`, `There is no such field: ${issue.keys.slice(0, 5).join(', ').slice(0, 100)}`), field: pathOf([...path, ...issue.keys.slice(0, 1)]) }
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'malformed', message: text('缺少这一项', 'This field is missing'), field }
        : { code: 'malformed', message: text('这一项的类型不对', 'This field is of the wrong type'), field }
    case 'too_big':
      return { code: 'invalid', message: tooBig(issue), field }
    case 'too_small':
      return { code: 'invalid', message: tooSmall(issue), field }
    case 'invalid_value':
      return { code: 'invalid', message: text('不在可选的值之内', 'Not one of the values that can be chosen'), field }
    case 'custom': {
      const words = issue.params?.['text'] as Text | undefined
      return { code: 'invalid', message: words ?? text('这一项不能成立', 'This value cannot stand'), field }
    }
    case 'invalid_union': {
      // Of the branches the one whose fields are there says best what is wrong, and of its issues the one that came furthest.
      const [meant] = issue.errors.toSorted((a, b) => strangeness(a) - strangeness(b))
      const deepest = (meant ?? []).toSorted((a, b) => b.path.length - a.path.length || (a.code === 'custom' ? -1 : 0) - (b.code === 'custom' ? -1 : 0))[0]
      return deepest === undefined ? { code: 'invalid', message: text('不在可选的值之内', 'Not one of the values that can be chosen'), field } : describe(deepest, path)
    }
    default:
      return { code: 'invalid', message: text('格式不对', 'The format is wrong'), field }
  }
}

/** Turns the first thing a schema minds into an error with its field; `where` says whether it stood in the address or the body. */
export const errorOfIssues = (error: z.core.$ZodError, where: 'params' | 'query' | 'body'): LantaiError => {
  const first = error.issues[0]
  if (first === undefined) return new LantaiError('malformed', text('内容不对', 'What was sent does not fit'))
  const found = describe(first, [])
  return new LantaiError(where === 'body' ? found.code : 'malformed', found.message, found.field)
}

const storageWords = text('未保存：磁盘已满或不能写入。已录入的内容仍在本页，登记簿完好；请清理磁盘后再存。', 'Not saved: the disk is full or cannot be written. What you typed is still on this page and the register is whole; free some space, then save again.')
const internalWords = text('未完成：系统出错，登记簿没有改动。请重试；若再出现，请把时间告诉管理员。', 'Not done: something went wrong and the register was not changed. Try again; if it happens once more, tell the administrator the time.')

const storageCodes = /^(SQLITE_FULL|SQLITE_READONLY|SQLITE_IOERR|SQLITE_CANTOPEN|ENOSPC|EROFS|EACCES|EPERM|EDQUOT)/

/** The error to answer with for anything that was thrown; what nobody foresaw becomes `internal` and is written to the log without its values. */
export const errorOf = (thrown: unknown, log: (line: string) => void): LantaiError => {
  if (thrown instanceof LantaiError) return thrown
  const code = (thrown as { code?: unknown } | undefined)?.code
  if (typeof code === 'string' && storageCodes.test(code)) return new LantaiError('storage', storageWords)
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  // Messages may quote what was typed, so only the place is written down.
  const place = thrown instanceof Error ? (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).join('\n') : ''
  log(`internal error ${name}${typeof code === 'string' ? ` ${code}` : ''}\n${place}`)
  return new LantaiError('internal', internalWords, undefined, process.env['NODE_ENV'] === 'test' || process.env['LANTAI_LOG'] === 'debug' ? String(thrown) : undefined)
}

/** The body of an answer that turns a request down; findings travel in `details` of the error. */
export const errorBody = (error: LantaiError, language: Language): { error: Record<string, unknown> } => ({
  error: {
    code: error.code,
    message: error.text[language],
    text: error.text,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.code === 'findings' ? { findings: error.details } : error.details === undefined ? {} : { details: error.details }),
  },
})
