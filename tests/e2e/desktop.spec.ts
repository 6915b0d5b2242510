import { expect, test } from './shell.ts'

test('the desk cannot be led away and opens no window', async ({ desk, context }) => {
  await desk.open('/')
  const here = desk.page.url()
  await desk.page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await desk.page.waitForTimeout(300)
  expect(desk.page.url()).toBe(here)
  const popup = context.waitForEvent('page')
  await desk.page.evaluate(() => void window.open('https://example.org/'))
  await (await popup).waitForEvent('close')
  expect(context.pages()).toHaveLength(1)
})

test('the preload script gives the page three functions and nothing else', async ({ desk }) => {
  await desk.open('/')
  const names = await desk.page.evaluate(() => (window.lantai === undefined ? [] : Object.keys(window.lantai).sort()))
  expect(names).toEqual(['print', 'printers', 'save'])
})

test('what is not a paper, a printer or a file name is refused before anything is done', async ({ desk }) => {
  await desk.open('/')
  const replies = await desk.page.evaluate(async () => {
    const bytes = (words: string) => new TextEncoder().encode(words)
    const job = { pdf: bytes('%PDF-1.7'), printer: 'no such printer', sheet: { width: 210, height: 297 } }
    return [
      await window.lantai?.print(job),
      await window.lantai?.print({ ...job, pdf: bytes('<html>') }),
      await window.lantai?.print({ ...job, sheet: { width: 0, height: 297 } }),
      await window.lantai?.save({ bytes: bytes('%PDF-1.7'), name: '../outside.pdf' }),
      await window.lantai?.save({ bytes: bytes('#!/bin/sh'), name: 'program.sh' }),
    ].map((reply) => (reply?.ok === true ? reply.value : reply?.error.code))
  })
  expect(replies).toEqual(['unknown_printer', 'malformed', 'malformed', 'malformed', 'malformed'])
  expect(desk.printed()).toEqual([])
})

test('a paper is printed to the printer named', async ({ desk, shell }) => {
  await desk.open('/')
  const printers = await desk.page.evaluate(() => window.lantai?.printers())
  expect(printers?.ok).toBe(true)
  // A real printer would spend paper: the stand-in's lays what it gets in a folder.
  if (!shell.isStandIn) return
  const reply = await desk.page.evaluate(() => window.lantai?.print({ pdf: new TextEncoder().encode('%PDF-1.7 a paper'), printer: 'stand-in', sheet: { width: 210, height: 297 } }))
  expect(reply).toEqual({ ok: true, value: true })
  expect(desk.printed().map(String)).toEqual(['%PDF-1.7 a paper'])
})
