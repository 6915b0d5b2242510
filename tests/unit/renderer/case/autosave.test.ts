import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import { createAutosave } from '../../../../renderer/case/form/autosave.ts'

const named = (name: string) => ({ ...emptyMarriageFile(), remarkForm: name })

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves once, 800 ms after the last change', async () => {
    let content = named('')
    const save = vi.fn(() => Promise.resolve('2026-05-20T09:00:00+08:00'))
    const autosave = createAutosave({ content: () => content, save })
    for (const name of ['a', 'ab', 'abc']) {
      content = named(name)
      autosave.touch()
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(save).not.toHaveBeenCalled()
    expect(autosave.state().kind).toBe('waiting')
    await vi.advanceTimersByTimeAsync(300)
    expect(save).toHaveBeenCalledTimes(1)
    expect(save).toHaveBeenCalledWith(content)
    expect(autosave.state()).toEqual({ kind: 'saved', at: '2026-05-20T09:00:00+08:00' })
  })

  it('keeps what was typed when a save fails, and tries again', async () => {
    let content = named('')
    const save = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('session')).mockResolvedValue('later')
    const autosave = createAutosave({ content: () => content, save })
    content = named('a')
    await autosave.flush()
    expect(autosave.state().kind).toBe('failed')
    await vi.advanceTimersByTimeAsync(4000)
    expect(save).toHaveBeenCalledTimes(2)
    expect(autosave.state()).toEqual({ kind: 'saved', at: 'later' })
  })

  it('never runs two saves at once, and the newest content is saved last', async () => {
    let content = named('')
    const seen: string[] = []
    let running = 0
    const save = async (file: { remarkForm: string }) => {
      running += 1
      expect(running).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 300))
      running -= 1
      seen.push(file.remarkForm)
      return 't'
    }
    const autosave = createAutosave({ content: () => content, save })
    content = named('a')
    const first = autosave.flush()
    content = named('b')
    const second = autosave.flush()
    await vi.advanceTimersByTimeAsync(2000)
    await Promise.all([first, second])
    expect(seen).toEqual(['a', 'b'])
  })

  it('saves nothing when nothing changed, after settling, or after it was stopped', async () => {
    let content = named('')
    const save = vi.fn(() => Promise.resolve('t'))
    const autosave = createAutosave({ content: () => content, save })
    await autosave.flush()
    content = named('a')
    autosave.settle()
    await autosave.flush()
    content = named('b')
    autosave.stop()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(5000)
    expect(save).not.toHaveBeenCalled()
  })
})
