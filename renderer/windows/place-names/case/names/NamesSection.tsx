import { Button, Input } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import { useFindings } from '../../../../case/form/findings.ts'
import { useField } from '../../../../case/form/store.ts'
import { blocks } from '../../../../case/steps.ts'
import { clearable } from '../../../../shared/clearable.tsx'
import { call } from '../../../../shared/client.ts'
import { fieldsOf } from '../../../../shared/keyboard.ts'
import { usePreferences } from '../../../../shared/preferences.ts'
import { usePlaceNames, usePlaceNameWords, useSettled } from '../parts.tsx'
import { createNameChecker } from './checker.ts'
import { newItem } from './edit.ts'
import { ItemForm } from './ItemForm.tsx'

/** How many findings of an item stop or ask, by its number. */
const useMarks = (): ReadonlyMap<string, { readonly stops: number; readonly asks: number }> => {
  const { desk } = usePlaceNames()
  const all = useFindings(desk.findings)
  const [answers] = useField(desk.store, 'answers')
  const settled = useSettled()
  return useMemo(() => {
    const marks = new Map<string, { stops: number; asks: number }>()
    const file = { answers }
    if (settled) return marks
    for (const finding of all) {
      const [head, id = ''] = finding.field?.split('.') ?? []
      if (head !== 'items' || !blocks(file, finding)) continue
      const mark = marks.get(id) ?? { stops: 0, asks: 0 }
      if (finding.severity === 'stop') mark.stops += 1
      else if (finding.severity === 'answer') mark.asks += 1
      marks.set(id, mark)
    }
    return marks
  }, [all, answers, settled])
}

/** The names of the case beside the form of the chosen one; only the rows in sight are drawn. */
const NameList = memo(({ items, chosen, onChoose }: { readonly items: readonly PlaceNameItem[]; readonly chosen: string; readonly onChoose: (id: string, focus: boolean) => void }) => {
  const t = usePlaceNameWords()
  const marks = useMarks()
  const [wanted, setWanted] = useState('')
  const scroll = useRef<HTMLDivElement>(null)
  const rowHeight = Math.round((40 * usePreferences().size) / 14)
  const shown = useMemo(() => {
    const text = wanted.trim()
    return text === '' ? items : items.filter((item) => item.name.includes(text) || item.formerName.includes(text) || item.township.includes(text))
  }, [items, wanted])
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 10 })
  const at = shown.findIndex(({ id }) => id === chosen)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
    // When another name is chosen, not whenever the list is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen])
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))]
      if (next !== undefined) onChoose(next.id, false)
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault()
      event.stopPropagation()
      onChoose(chosen, true)
    }
  }
  return (
    <div className="name-list">
      {items.length > 12 && <Input size="small" allowClear={clearable} aria-label={t('filterNames')} placeholder={t('filterNames')} value={wanted} onChange={(event) => setWanted(event.target.value)} />}
      <div ref={scroll} className="name-scroll" role="listbox" tabIndex={0} aria-label={t('nameList')} aria-activedescendant={at >= 0 ? `name-${chosen}` : undefined} onKeyDown={move}>
        <div className="data-rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((row) => {
            const item = shown[row.index]
            if (item === undefined) return null
            const mark = marks.get(item.id)
            return (
              <div
                key={item.id} id={`name-${item.id}`} role="option" aria-selected={item.id === chosen} className={`name-row${item.id === chosen ? ' chosen' : ''}`}
                style={{ height: row.size, transform: `translateY(${String(row.start)}px)` }} onClick={() => onChoose(item.id, false)}
              >
                <span className="name-words"><b>{item.name === '' ? (item.formerName === '' ? t('unnamed') : item.formerName) : item.name}</b><small className="quiet">{t(`act.${item.act}`)}{item.kind !== '' && ` · ${t(`kind.${item.kind}`)}`}{item.township !== '' && ` · ${item.township}`}</small></span>
                {mark !== undefined && mark.stops > 0 && <span className="tag stop" title={t('stopsCount', { n: mark.stops })}>{mark.stops}</span>}
                {mark !== undefined && mark.stops === 0 && mark.asks > 0 && <span className="tag answer" title={t('asksCount', { n: mark.asks })}>{mark.asks}</span>}
              </div>
            )
          })}
        </div>
      </div>
      <p className="quiet" role="status">{t('nameCount', { n: items.length })}</p>
    </div>
  )
})

/** 地名: one to a thousand names of the case. */
export const NamesSection = () => {
  const t = usePlaceNameWords()
  const { desk, editable } = usePlaceNames()
  const [items] = useField(desk.store, 'items')
  // The address may ask for a field of one of the names.
  const [chosen, setChosen] = useState(() => items.find(({ id }) => new URLSearchParams(location.search).get('field')?.startsWith(`items.${id}.`) === true)?.id ?? items[0]?.id ?? '')
  const form = useRef<HTMLDivElement>(null)
  const checker = useMemo(() => createNameChecker(({ item, applicants, answers }, signal) => {
    const id = desk.view().current?.id
    return call('checkPlaceName', { body: { item, applicants: [...applicants], answers, typing: true, ...(id === undefined ? {} : { caseId: id }) } }, signal)
  }), [desk])
  useEffect(() => () => checker.stop(), [checker])
  // The list follows once the key has been drawn.
  const listed = useDeferredValue(items)
  const index = Math.max(0, items.findIndex(({ id }) => id === chosen))
  const item = items[index]
  const choose = (id: string, focus: boolean) => {
    flushSync(() => setChosen(id))
    if (focus && form.current !== null) fieldsOf(form.current)[0]?.focus()
  }
  const chooseStable = useRef(choose)
  useEffect(() => {
    chooseStable.current = choose
  })
  const onChoose = useMemo(() => (id: string, focus: boolean) => chooseStable.current(id, focus), [])
  const add = (like?: PlaceNameItem) => {
    const made = newItem(desk.store.get(), like)
    desk.store.change((file) => ({ ...file, items: [...file.items, made] }))
    choose(made.id, true)
  }
  const remove = () => {
    if (item === undefined) return
    const next = items[index + 1] ?? items[index - 1]
    desk.store.change((file) => ({ ...file, items: file.items.filter(({ id }) => id !== item.id), answers: file.answers.filter(({ field }) => !field.startsWith(`items.${item.id}.`)) }))
    setChosen(next?.id ?? '')
  }
  return (
    <div className={`case-names${items.length > 1 ? ' several' : ''}`} data-field="items">
      {items.length > 1 && <NameList items={listed} chosen={item?.id ?? ''} onChoose={onChoose} />}
      <div className="name-side" ref={form}>
        {item === undefined ? <p className="quiet">{t('noNames')}</p> : <ItemForm key={item.id} id={item.id} index={index} checker={checker} />}
        {editable && (
          <div className="section-acts">
            <Button disabled={items.length >= 1000} onClick={() => add()}>{t('addName')}</Button>
            {item !== undefined && <Button disabled={items.length >= 1000} onClick={() => add(item)}>{t('addNameLike')}</Button>}
            {items.length > 1 && <Button danger type="text" tabIndex={-1} onClick={remove}>{t('removeName')}</Button>}
          </div>
        )}
      </div>
    </div>
  )
}

export const NamesSummary = () => {
  const t = usePlaceNameWords()
  const { desk } = usePlaceNames()
  const [items] = useField(desk.store, 'items')
  const names = items.slice(0, 4).map(({ name, formerName }) => (name === '' ? formerName : name)).filter((name) => name !== '').join(t('listComma'))
  return <>{items.length > 4 ? t('namesMore', { name: names, n: items.length }) : names}</>
}
