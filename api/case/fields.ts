import { LantaiError } from '../../domain/error.ts'

/** Does work whose errors name fields of a part of the request, and lets them name the place in the whole: `lines.0.quantity` of a bill is `bill.lines.0.quantity`. Fields that the part does not have, and findings, which name the fields of the case, are left as they are. */
export const within = async <T>(part: string, fields: readonly string[], work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LantaiError && error.code !== 'findings' && error.field !== undefined && fields.includes(error.field.split('.')[0] ?? '')) throw new LantaiError(error.code, error.text, `${part}.${error.field}`, error.details)
    throw error
  }
}
