import Database from 'better-sqlite3'
import { join } from 'node:path'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { folderOf, loadedFolder } from './folder.ts'
import type { Figure, Measure, Taken } from './measure.ts'
import { percentile, round, spread, spreadOf } from './measure.ts'

const samples = 400

interface Person { readonly name: string; readonly pinyin: string; readonly initials: string; readonly identity_number: string }

const identitySql = 'SELECT c.id FROM marriage_party p JOIN marriage_case c ON c.key = p.key / 2 WHERE p.identity_number = ? LIMIT 20'
const numberSql = 'SELECT id FROM marriage_case WHERE number = ?'
const nameSql = 'SELECT c.id, p.name FROM marriage_party p JOIN marriage_case c ON c.key = p.key / 2 WHERE p.name >= ? AND p.name < ? LIMIT 20'
const pinyinSql = 'SELECT c.id, p.name FROM marriage_party p JOIN marriage_case c ON c.key = p.key / 2 WHERE p.pinyin >= ? AND p.pinyin < ? LIMIT 20'

/** Looks people up through the door, each query new, beside bare statements on the same file. */
export const measure: Measure = async (options) => {
  await loadedFolder(options)
  const random = seeded(11)
  const raw = new Database(join(folderOf(options.cases), 'register.sqlite'), { readonly: true })
  const last = Number((raw.prepare('SELECT max(key) AS key FROM marriage_party').get() as { key: number }).key)
  const someone = raw.prepare('SELECT name, pinyin, initials, identity_number FROM marriage_party WHERE key >= ? LIMIT 1')
  const somewhere = raw.prepare("SELECT number FROM marriage_case WHERE key >= ? AND number IS NOT NULL LIMIT 1")
  const people = Array.from({ length: samples }, () => someone.get(random.int(1, last)) as Person)
  const numbers = Array.from({ length: samples }, () => (somewhere.get(random.int(1, Math.floor(last / 2))) as { number: string }).number)
  const door = await openDoor(options.cases)
  const figures: Figure[] = []
  const run = async (id: string, queries: readonly string[], rawOnce: (query: string) => void, note: string): Promise<void> => {
    const taken: Taken[] = []
    const bare: number[] = []
    for (const query of queries.slice(0, 20)) await door.time('GET', `/api/search?q=${encodeURIComponent(query)}`)
    for (const query of queries) {
      taken.push(await door.time('GET', `/api/search?q=${encodeURIComponent(query)}`))
      const start = performance.now()
      rawOnce(query)
      bare.push(performance.now() - start)
    }
    const walls = taken.map(({ wall }) => wall)
    figures.push({ id, value: round(percentile(walls, 0.95), 3), beside: [`raw SELECT ${spread(bare)}`], note: `${spreadOf(taken)}; worst ${round(Math.max(...walls))} ms; ${note}` })
  }
  const beginning = (sql: string): ((query: string) => void) => {
    const statement = raw.prepare(sql)
    return (query) => void statement.all(query, `${query}\u{10FFFF}`)
  }
  const exactly = (sql: string): ((query: string) => void) => {
    const statement = raw.prepare(sql)
    return (query) => void statement.all(query)
  }
  try {
    await run('find.identity', people.map((person) => person.identity_number), exactly(identitySql), 'whole numbers, every one of another person')
    await run('find.number', numbers, exactly(numberSql), 'whole certificate numbers')
    const names = people.map(({ name }, index) => (index % 4 === 0 ? [...name].slice(0, 1).join('') : index % 4 === 1 ? [...name].slice(0, 2).join('') : name))
    await run('find.name', names, beginning(nameSql), 'a quarter family names alone, a quarter two characters, half whole names')
    const sounds = people.map(({ pinyin, initials }, index) => (index % 5 === 4 ? initials : pinyin.slice(0, 1 + (index % 8))))
    await run('find.pinyin', sounds, beginning(pinyinSql), 'beginnings of 1-8 letters, a fifth initials')
  } finally {
    raw.close()
    await door.close()
  }
  return figures
}
