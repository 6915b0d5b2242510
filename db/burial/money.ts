import type { RewardAction } from '../../domain/burial/reward-actions.ts'
import type { RewardFacts, RewardWay } from '../../domain/burial/rewards.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { WaiverActionBody } from '../../domain/waiver/actions.ts'
import type { SettledItem } from '../../domain/waiver/facts.ts'
import { settledItems } from '../../domain/waiver/settle.ts'
import { canonicalJson } from '../canonical.ts'
import { bodyOf } from '../case/kind.ts'
import type { Connection, Reader } from '../connection.ts'
import { violates } from '../errors.ts'
import { hourOf, tally } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { personKey } from './cases.ts'
import { getHeld } from './held.ts'
import { useNumber, withdrawNumber } from './numbers.ts'

/** Waivers settled and rewards granted, each taken back as a further line. */

const sql = {
  settle: 'INSERT INTO burial_waiver (key, case_key, number, day, mode, sign, policies, classes, actual_fen, waived_fen, self_paid_fen, registrar) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  item: 'INSERT INTO burial_waived_item (waiver_key, item, case_key, deceased_key, reference, day, policy, fen, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)',
  earlier: 'SELECT reference, day FROM burial_waived_item WHERE deceased_key = ? AND item = ? AND standing = 1',
  settled: 'SELECT key, case_key, mode, policies, classes, actual_fen, waived_fen, self_paid_fen FROM burial_waiver WHERE number = ? AND sign = 1',
  takeItemsBack: 'UPDATE burial_waived_item SET standing = 0 WHERE waiver_key = ?',
  addWaived: 'UPDATE burial_case SET waived_fen = waived_fen + ? WHERE key = ?',
  grant: 'INSERT INTO burial_reward (key, case_key, deceased_key, number, day, sign, policy, ways, payees, fen, standing, registrar) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  granted: 'SELECT key, case_key, deceased_key, policy, ways, payees, fen FROM burial_reward WHERE number = ? AND sign = 1',
  takeRewardBack: 'UPDATE burial_reward SET standing = 0 WHERE key = ?',
  rewardedEarlier: 'SELECT number, day FROM burial_reward WHERE deceased_key = ? AND standing = 1',
  addRewarded: 'UPDATE burial_case SET rewarded_fen = rewarded_fen + ? WHERE key = ?',
  items: 'SELECT item, reference, day, policy, fen FROM burial_waived_item WHERE deceased_key = ? AND standing = 1 ORDER BY waiver_key, item',
  rewards: 'SELECT number, ways, day, fen FROM burial_reward WHERE deceased_key = ? AND standing = 1 ORDER BY key',
} as const

type Reward<K extends RewardAction['kind']> = Extract<RewardAction, { kind: K }>['body']
interface Settled { readonly key: number; readonly case_key: number; readonly mode: 'till' | 'claim'; readonly policies: string; readonly classes: string; readonly actual_fen: number; readonly waived_fen: number; readonly self_paid_fen: number }
interface Granted { readonly key: number; readonly case_key: number; readonly deceased_key: string; readonly policy: string; readonly ways: string; readonly payees: string; readonly fen: number }

const taken = (number: string): LantaiError => new LantaiError('conflict', text(`编号 ${number} 已被使用，请重试`, `The number ${number} is taken; try again`), 'number')
const takenBack = (zh: string, en: string): LantaiError => new LantaiError('wrong_state', text(zh, en), 'number')
const distinct = (values: readonly string[]): string => canonicalJson([...new Set(values)])

const addItem = (db: Connection, key: number, caseKey: number, person: string, { item, reference, day, policy, waivedFen }: SettledItem): void => {
  try {
    db.prepare(sql.item).run(key, item, caseKey, person, reference, day, policy, waivedFen)
  } catch (error) {
    if (!violates(error, 'burial_waived_item.')) throw error
    const before = db.prepare<{ reference: string; day: string }>(sql.earlier).get(person, item)
    throw new LantaiError('conflict', text(`同一项目已经减免过（${before?.reference ?? ''}，${before?.day ?? ''}），不重复减免`, `The same item was waived before (${before?.reference ?? ''}, ${before?.day ?? ''}) and is not waived twice`), 'lines', { item, ...before })
  }
}

/** A settlement; throws `conflict` for an item that stands waived for the person. */
export const waiverSettled: Applier = (db, entry) => {
  const { waiver, registrar, number } = bodyOf<WaiverActionBody<'waiver.settled'>>(entry)
  const held = getHeld(db, entry.action.subject)
  if (held.state === 'voided') throw takenBack('案件已经作废', 'The case is void')
  try {
    db.prepare(sql.settle).run(entry.seq, held.key, number, waiver.day, waiver.mode, 1, distinct(waiver.grants.map(({ policy }) => policy)), distinct(waiver.grants.map(({ counted }) => counted)), waiver.actualFen, waiver.waivedFen, waiver.selfPaidFen, registrar)
  } catch (error) {
    if (violates(error, 'burial_waiver.number')) throw taken(number)
    throw error
  }
  for (const item of settledItems(waiver, number === '' ? held.id : number)) addItem(db, entry.seq, held.key, personKey(held), item)
  useNumber(db, entry, { number, paper: waiver.mode === 'claim' ? 'SLZ' : 'JMZ', subject: held.id, day: waiver.day })
  db.prepare(sql.addWaived).run(waiver.waivedFen, held.key)
  tally(db, entry, { day: waiver.day, window: 'burial', kind: 'settlement', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1, waiver.waivedFen)
}

/** Takes a settlement back; throws `not_found` for a number that is none of this case, `invalid` for another amount, `wrong_state` once it is taken back. */
export const waiverReversed: Applier = (db, entry) => {
  const { number, day, waivedFen } = bodyOf<WaiverActionBody<'waiver.reversed'>>(entry)
  const held = getHeld(db, entry.action.subject)
  const settled = db.prepare<Settled>(sql.settled).get(number)
  if (settled === undefined || settled.case_key !== held.key) throw new LantaiError('not_found', text(`没有减免结算 ${number}`, `There is no settlement ${number}`), 'number')
  if (settled.waived_fen !== waivedFen) throw new LantaiError('invalid', text('撤销的金额与原结算不符', 'The amount taken back is not that of the settlement'), 'waivedFen')
  try {
    db.prepare(sql.settle).run(entry.seq, held.key, number, day, settled.mode, -1, settled.policies, settled.classes, settled.actual_fen, settled.waived_fen, settled.self_paid_fen, entry.actor)
  } catch (error) {
    if (violates(error, 'burial_waiver.number')) throw takenBack('这笔减免已经撤销', 'The waiver is taken back already')
    throw error
  }
  db.prepare(sql.takeItemsBack).run(settled.key)
  db.prepare(sql.addWaived).run(-settled.waived_fen, held.key)
  withdrawNumber(db, number, held.id, entry.action.reason ?? '')
  tally(db, entry, { day, window: 'burial', kind: 'settlement', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, -1, -settled.waived_fen)
}

/** A reward; throws `conflict` for a person who has one. */
export const rewardGranted: Applier = (db, entry) => {
  const body = bodyOf<Reward<'reward.granted'>>(entry)
  const held = getHeld(db, entry.action.subject)
  if (held.state === 'voided') throw takenBack('案件已经作废', 'The case is void')
  try {
    db.prepare(sql.grant).run(entry.seq, held.key, personKey(held), body.number, body.day, 1, body.policy, canonicalJson(body.ways), canonicalJson(body.payees), body.fen, 1, body.registrar)
  } catch (error) {
    if (violates(error, 'burial_reward.deceased_key')) {
      const before = db.prepare<{ number: string; day: string }>(sql.rewardedEarlier).get(personKey(held))
      throw new LantaiError('conflict', text(`已经领过奖补（${before?.number ?? ''}）`, `Rewarded before (${before?.number ?? ''})`), 'before', before)
    }
    if (violates(error, 'burial_reward.number')) throw taken(body.number)
    throw error
  }
  useNumber(db, entry, { number: body.number, paper: 'JBZ', subject: held.id, day: body.day })
  db.prepare(sql.addRewarded).run(body.fen, held.key)
  tally(db, entry, { day: body.day, window: 'burial', kind: 'reward', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1, body.fen)
}

/** Takes a reward back; throws as a waiver taken back does. */
export const rewardReversed: Applier = (db, entry) => {
  const { number, day, fen } = bodyOf<Reward<'reward.reversed'>>(entry)
  const held = getHeld(db, entry.action.subject)
  const granted = db.prepare<Granted>(sql.granted).get(number)
  if (granted === undefined || granted.case_key !== held.key) throw new LantaiError('not_found', text(`没有奖补 ${number}`, `There is no reward ${number}`), 'number')
  if (granted.fen !== fen) throw new LantaiError('invalid', text('撤销的金额与原奖补不符', 'The amount taken back is not that of the reward'), 'fen')
  try {
    db.prepare(sql.grant).run(entry.seq, held.key, granted.deceased_key, number, day, -1, granted.policy, granted.ways, granted.payees, granted.fen, 0, entry.actor)
  } catch (error) {
    if (violates(error, 'burial_reward.number')) throw takenBack('这笔奖补已经撤销', 'The reward is taken back already')
    throw error
  }
  db.prepare(sql.takeRewardBack).run(granted.key)
  db.prepare(sql.addRewarded).run(-granted.fen, held.key)
  withdrawNumber(db, number, held.id, entry.action.reason ?? '')
  tally(db, entry, { day, window: 'burial', kind: 'reward', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, -1, -granted.fen)
}

/** What stands waived for a person, by item. */
export const settledOf = (db: Reader, key: string): readonly SettledItem[] =>
  db.prepare<{ item: SettledItem['item']; reference: string; day: string; policy: string; fen: number }>(sql.items).all(key).map(({ fen, ...item }) => ({ ...item, waivedFen: fen }))

/** The rewards that stand for a person, a way each. */
export const rewardedOf = (db: Reader, key: string): RewardFacts['before'] =>
  db.prepare<{ number: string; ways: string; day: string; fen: number }>(sql.rewards).all(key).flatMap(({ number, ways, day }) => (JSON.parse(ways) as readonly { way: RewardWay; fen: number }[]).map(({ way, fen }) => ({ reference: number, way, day, fen })))
