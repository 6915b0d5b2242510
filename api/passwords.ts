import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a new password hash: 32 MiB and about 80 ms on an office machine. Old hashes carry their own parameters. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const
const keyLength = 32

const derive = (password: string, salt: Buffer, parameters: { N: number; r: number; p: number }, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // The default ceiling of Node is 32 MiB, just below what N = 2^15 needs.
    const options = { ...parameters, maxmem: 256 * parameters.N * parameters.r }
    scrypt(password.normalize('NFC'), salt, length, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })

/** Hashes a password with scrypt; the text carries parameters, salt and hash. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost, keyLength)
  return `scrypt$N=${String(cost.N)},r=${String(cost.r)},p=${String(cost.p)}$${salt.toString('base64')}$${key.toString('base64')}`
}

const shape = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/

/** Compares a password with a hash in constant time; false for a hash that cannot be read. */
export const passwordFits = async (password: string, stored: string): Promise<boolean> => {
  const match = shape.exec(stored)
  if (match === null) return false
  const [, N = '', r = '', p = '', salt = '', hash = ''] = match
  const parameters = { N: Number(N), r: Number(r), p: Number(p) }
  if (parameters.N > 2 ** 18 || parameters.r > 32 || parameters.p > 8) return false
  const wanted = Buffer.from(hash, 'base64')
  const found = await derive(password, Buffer.from(salt, 'base64'), parameters, wanted.length)
  return timingSafeEqual(wanted, found)
}

const nobody = Buffer.alloc(16)

/** Takes the time of a comparison, so that an unknown account cannot be told from a wrong password by the clock. */
export const passwordOfNobody = async (password: string): Promise<false> => {
  await derive(password, nobody, cost, keyLength)
  return false
}
