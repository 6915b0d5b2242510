import { describe, expect, it } from 'vitest'
import { createWedge } from '../../../../renderer/case/card/wedge.ts'

const type = (text: string, gap: number, options?: Parameters<typeof createWedge>[0]) => {
  const wedge = createWedge(options)
  let at = 1000
  for (const key of text) wedge.key(key, (at += gap))
  return { wedge, at }
}

describe('the keyboard wedge', () => {
  it('takes a fast burst that ends in Enter for a reader', () => {
    const line = '张伟|男|汉|19960214|990101199602140015'
    const { wedge, at } = type(line, 4)
    expect(wedge.enter(at + 4)).toBe(line)
  })

  it('leaves a person alone, however much she typed', () => {
    const { wedge, at } = type('990101199602140015', 60)
    expect(wedge.enter(at + 60)).toBeUndefined()
  })

  it('leaves a barcode, a key held down and a late Enter alone', () => {
    const short = type('20260001', 5)
    expect(short.wedge.enter(short.at + 5)).toBeUndefined()
    const held = type('1'.repeat(40), 30)
    expect(held.wedge.enter(held.at + 5)).toBeUndefined()
    const late = type('990101199602140015', 5)
    expect(late.wedge.enter(late.at + 500)).toBeUndefined()
  })

  it('bears with a machine that was busy for a moment', () => {
    const wedge = createWedge()
    const line = '{"name":"x","idnumber":"990101199602140015"}'
    let at = 0
    for (const [index, key] of [...line].entries()) wedge.key(key, (at += index === 5 ? 180 : 4))
    expect(wedge.enter(at + 4)).toBe(line)
  })

  it('forgets what was typed by hand before the burst', () => {
    const wedge = createWedge()
    wedge.key('a', 0)
    wedge.key('b', 200)
    expect(wedge.length()).toBe(2)
    let at = 1000
    for (const key of '990101199602140015') wedge.key(key, (at += 3))
    expect(wedge.enter(at + 3)).toBe('990101199602140015')
  })
})
