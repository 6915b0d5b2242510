import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Text } from '../../../domain/text.ts'
import { ApiFailure, call } from '../../shared/client.ts'
import { focusField } from '../../shared/Field.tsx'
import type { CaseDesk } from '../desk/desk.ts'
import type { AnyWindow, CaseFile, CaseReply } from '../spec.ts'
import { getCards } from '../spec.ts'
import { looksLikeCard } from './card.ts'
import { createWedge } from './wedge.ts'

export interface CardNote {
  readonly block: string
  readonly moved: boolean
  readonly problems: readonly Text[]
}

export interface CardHandling {
  /** Reads a card's data into a block; the reason in words when it is no card. */
  readonly read: (text: string, block: string) => Promise<Text | undefined>
  /** What the last card left to say. */
  readonly note: CardNote | undefined
  /** Changes with every card, so that fields drop what they held half-typed. */
  readonly epoch: number
}

/** Cards pasted, typed by a reader, or given in the F4 dialog: all go the same way through the door. */
export const useCard = (spec: AnyWindow, desk: CaseDesk): CardHandling => {
  const [note, setNote] = useState<CardNote>()
  const [epoch, setEpoch] = useState(0)
  const read = useCallback(
    async (text: string, focused: string): Promise<Text | undefined> => {
      try {
        const reply = await call('readCard', { body: { text } })
        const fill = getCards(spec).fill(desk.store.get(), focused, reply.party)
        flushSync(() => {
          desk.store.replace(fill.file as CaseFile)
          setNote({ block: fill.block, moved: fill.moved, problems: reply.problems.map((problem) => problem.message) })
          setEpoch((count) => count + 1)
        })
        const waiting = getCards(spec).next(desk.store.get(), fill.block)
        focusField(waiting)
        // A dialog that is still open holds the focus until it has closed.
        setTimeout(() => {
          if (document.activeElement === document.body || document.activeElement?.closest('[role=dialog]') !== null) focusField(waiting)
        }, 30)
        return undefined
      } catch (error) {
        if (error instanceof ApiFailure) return error.text
        throw error
      }
    },
    [spec, desk],
  )
  return { read, note, epoch }
}

const blockOf = (target: EventTarget | null): string | undefined => (target instanceof Element ? (target.closest('[data-party]')?.getAttribute('data-party') ?? undefined) : undefined)

/** The block a card belongs to when nothing else says so. */
export const blockForCard = <F extends CaseFile, C extends CaseReply<F>>(spec: AnyWindow, desk: CaseDesk<F, C>): string => getCards(spec).blockFor(desk.store.get(), blockOf(document.activeElement))

/** Writes into a field as typing would, so that the form hears of it. */
const putValue = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Follows keys and pastes inside the blocks of persons: a whole card pasted anywhere in them, or typed by a keyboard wedge, is read as a card and not as the field's content. */
export const useCardInput = <F extends CaseFile, C extends CaseReply<F>>(root: HTMLElement | null, enabled: boolean, spec: AnyWindow, desk: CaseDesk<F, C>, read: CardHandling['read']): void => {
  const state = useRef<{ before: string; held: string; field: HTMLInputElement | HTMLTextAreaElement | undefined }>({ before: '', held: '', field: undefined })
  useEffect(() => {
    if (root === null || !enabled) return
    const wedge = createWedge()
    let release: ReturnType<typeof setTimeout> | undefined
    const giveBack = () => {
      // Not a card after all: what was held back goes into the field, as if it had been typed.
      const { held, field } = state.current
      state.current.held = ''
      if (held === '' || field === undefined) return
      if (document.activeElement === field) document.execCommand('insertText', false, held)
      else putValue(field, field.value + held)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      const target = event.target
      if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLTextAreaElement)) return
      if (event.key === 'Enter') {
        clearTimeout(release)
        const burst = wedge.enter(event.timeStamp)
        if (burst !== undefined && looksLikeCard(burst)) {
          event.preventDefault()
          event.stopPropagation()
          const { before } = state.current
          state.current.held = ''
          putValue(target, before)
          void read(burst, blockOf(target) ?? blockForCard(spec, desk))
        } else giveBack()
        return
      }
      if (event.key.length !== 1) {
        clearTimeout(release)
        wedge.reset()
        giveBack()
        return
      }
      const value = target.value
      const kind = wedge.key(event.key, event.timeStamp)
      if (kind === 'typing') {
        if (state.current.held !== '') giveBack()
        if (wedge.length() === 1) state.current.before = value
        return
      }
      event.preventDefault()
      event.stopPropagation()
      state.current.held += event.key
      state.current.field = target
      clearTimeout(release)
      release = setTimeout(() => {
        wedge.reset()
        giveBack()
      }, 80)
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!looksLikeCard(text)) return
      event.preventDefault()
      event.stopPropagation()
      void read(text, blockOf(event.target) ?? blockForCard(spec, desk))
    }
    const onLeave = () => {
      clearTimeout(release)
      wedge.reset()
      giveBack()
    }
    root.addEventListener('keydown', onKeyDown, true)
    root.addEventListener('focusout', onLeave, true)
    root.addEventListener('paste', onPaste, true)
    return () => {
      clearTimeout(release)
      root.removeEventListener('keydown', onKeyDown, true)
      root.removeEventListener('focusout', onLeave, true)
      root.removeEventListener('paste', onPaste, true)
    }
  }, [root, enabled, spec, desk, read])
}
