import { Button, Input, type InputRef } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { readLine, readLines, readMetres, seriesOf, type Draft, type SeriesAsked, type Wrong } from './frontages.ts'
import { words } from './words.ts'

export type NewDraft = Omit<Draft, 'id'>

/** A list pasted from elsewhere, read line by line. */
export const PasteDialog = ({ title, hint, read, onTake, onClose }: { readonly title: string; readonly hint: string; readonly read: (pasted: string) => { readonly line: number; readonly unread: string } | { readonly count: number; readonly take: () => void }; readonly onTake: () => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [pasted, setPasted] = useState('')
  const found = read(pasted)
  const problem = 'line' in found ? t('lineUnread', { n: found.line, text: found.unread }) : undefined
  return (
    <ActDialog
      title={title} verb={t('addSeries')} width={640} missing={problem !== undefined || ('count' in found && found.count === 0) ? 'pasted' : undefined} onDone={onClose} onCancel={onClose}
      act={() => { if ('take' in found) { found.take(); onTake() } return Promise.resolve() }}
    >
      {({ tried }) => (
        <Field path="pasted" label={title} hint={hint} problem={problem ?? (tried && 'count' in found && found.count === 0 ? t('nothingPasted') : undefined)}>
          <Input.TextArea className="mono" rows={12} value={pasted} maxLength={400_000} spellCheck={false} onChange={(event) => setPasted(event.target.value)} />
        </Field>
      )}
    </ActDialog>
  )
}

/** Doors one by one as fast as one types: a line, Enter, the next. */
const QuickLine = ({ onAdd }: { readonly onAdd: (draft: NewDraft) => void }) => {
  const t = useWords(words)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<InputRef>(null)
  const read = readLine(typed)
  const add = (): void => {
    if ('unread' in read) { setTried(typed.trim() !== ''); return }
    onAdd(read.draft)
    setTyped('')
    setTried(false)
    field.current?.focus()
  }
  return (
    <Field path="quick" label={t('quick')} hint={t('quickHint')} problem={tried && 'unread' in read && typed.trim() !== '' ? t('unread', { text: read.unread }) : undefined}>
      <Input ref={field} value={typed} maxLength={60} autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); setTried(false) }} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); add() } }} />
    </Field>
  )
}

/** So many doors every so many metres. */
const Series = ({ one, onAdd }: { readonly one: boolean; readonly onAdd: (drafts: readonly NewDraft[]) => void }) => {
  const t = useWords(words)
  const [form, setForm] = useState({ count: '10', every: '20', from: '10' })
  const [sides, setSides] = useState<SeriesAsked['sides']>(one ? 'right' : 'both')
  const [tried, setTried] = useState(false)
  const [count, every, from] = [Number(form.count.normalize('NFKC')), readMetres(form.every), readMetres(form.from)]
  const ready = Number.isInteger(count) && count >= 1 && count <= 2500 && every !== undefined && every > 0 && from !== undefined
  const typed = (part: keyof typeof form, label: string) => <label>{label}<Input className="short" value={form[part]} maxLength={8} inputMode="decimal" autoComplete="off" onChange={(event) => setForm({ ...form, [part]: event.target.value })} /></label>
  return (
    <div data-field="series">
      <div className="plate-row" role="group" aria-label={t('series')}>
        {typed('count', t('seriesCount'))}{typed('every', t('seriesEvery'))}{typed('from', t('seriesFrom'))}
        <label>{t('seriesSides')}<select className="plain-select" value={sides} onChange={(event) => setSides(event.target.value === 'left' ? 'left' : event.target.value === 'right' ? 'right' : 'both')}><option value="both">{t('bothSides')}</option><option value="left">{t('left')}</option><option value="right">{t('right')}</option></select></label>
        <Button onClick={() => { setTried(!ready); if (ready) onAdd(seriesOf({ count, every, from, sides })) }}>{t('addSeries')}</Button>
      </div>
      {tried && !ready && <p className="finding-note stop" role="alert">{t('seriesWrong')}</p>}
    </div>
  )
}

export interface FrontagesPartProps {
  readonly drafts: readonly Draft[]
  readonly wrong: ReadonlyMap<string, Wrong>
  /** A line the register refused, in its words. */
  readonly refused: { readonly id: string; readonly words: string } | undefined
  readonly one: boolean
  readonly numbers: ReadonlyMap<string, string>
  readonly onAdd: (drafts: readonly NewDraft[]) => void
  readonly onChange: (drafts: readonly Draft[]) => void
}

/** The doors of a street: entered one by one, at equal distances, pasted, or clicked on the map; each can be mended in the list. */
export const FrontagesPart = ({ drafts, wrong, refused, one, numbers, onAdd, onChange }: FrontagesPartProps) => {
  const t = useWords(words)
  const [pasting, setPasting] = useState(false)
  const columns = useMemo((): readonly Column<Draft>[] => {
    const put = (id: string, change: Partial<Draft>): void => onChange(drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft)))
    const order = new Map(drafts.map(({ id }, index) => [id, index + 1]))
    const bad = (draft: Draft, part: string): string => (wrong.get(draft.id)?.part === part || (refused?.id === draft.id && part === 'metres') ? 'plate-cell wrong' : 'plate-cell')
    const label = (draft: Draft, part: string): string => `${t('line')} ${String(order.get(draft.id))} ${part}`
    return [
      { id: 'line', title: t('line'), width: '34px', text: ({ id }) => String(order.get(id)) },
      { id: 'metres', title: t('metresShort'), width: '78px', text: ({ metres }) => metres, render: (draft) => <input className={bad(draft, 'metres')} value={draft.metres} maxLength={9} inputMode="decimal" placeholder={draft.position === undefined ? '' : t('onMap')} aria-label={label(draft, t('metresDrawn'))} aria-invalid={bad(draft, 'metres') !== 'plate-cell'} onChange={(event) => put(draft.id, { metres: event.target.value })} /> },
      { id: 'side', title: t('side'), width: '66px', text: ({ side }) => (side === '' ? '' : t(side)), render: (draft) => <select className={bad(draft, 'side')} value={draft.side} disabled={one} aria-label={label(draft, t('side'))} onChange={(event) => put(draft.id, { side: event.target.value === 'left' ? 'left' : event.target.value === 'right' ? 'right' : '' })}><option value="">{draft.position === undefined ? '' : t('sideBy')}</option><option value="left">{t('left')}</option><option value="right">{t('right')}</option></select> },
      { id: 'use', title: t('use'), width: '66px', text: ({ use }) => t(`use_${use}`), render: (draft) => <select className="plate-cell" value={draft.use} aria-label={label(draft, t('use'))} onChange={(event) => put(draft.id, { use: event.target.value === 'emptySite' ? 'emptySite' : 'house' })}><option value="house">{t('use_house')}</option><option value="emptySite">{t('use_emptySite')}</option></select> },
      { id: 'reserve', title: t('reserve'), width: '40px', text: ({ reserve }) => reserve, render: (draft) => (draft.use === 'house' ? '' : <input className={bad(draft, 'reserve')} value={draft.reserve} maxLength={2} placeholder="1" inputMode="numeric" aria-label={label(draft, t('reserve'))} onChange={(event) => put(draft.id, { reserve: event.target.value })} />) },
      { id: 'of', title: t('of'), width: '52px', text: ({ of }) => of, render: (draft) => <input className={bad(draft, 'of')} value={draft.of} maxLength={12} title={t('ofHint')} aria-label={label(draft, t('of'))} onChange={(event) => put(draft.id, { of: event.target.value })} /> },
      { id: 'number', title: t('number'), width: 'minmax(56px, 1fr)', text: ({ id }) => numbers.get(id) ?? '', render: ({ id }) => <b>{numbers.get(id) ?? ''}</b> },
      { id: 'remove', title: '', width: '34px', text: () => '', render: (draft) => <Button size="small" type="text" aria-label={`${t('remove')} ${String(order.get(draft.id))}`} onClick={() => onChange(drafts.filter(({ id }) => id !== draft.id))}>×</Button> },
    ]
  }, [drafts, wrong, refused, one, numbers, onChange, t])
  const lines = drafts.flatMap(({ id }, index) => { const found = wrong.get(id); return found === undefined ? [] : [`${String(index + 1)} (${t(`wrong_${found.part}`)})`] })
  return (
    <div className="plate-quick" data-field="frontages">
      <QuickLine onAdd={(draft) => onAdd([draft])} />
      <Series one={one} onAdd={onAdd} />
      <DataTable name={t('frontages')} columns={columns} rows={drafts} rowKey={({ id }) => id} filter={false} height={260} tools={<><Button size="small" onClick={() => setPasting(true)}>{t('paste')}</Button>{drafts.length > 0 && <Button size="small" onClick={() => onChange([])}>{t('takeAll')}</Button>}</>} empty={<p className="quiet pad">{t('previewHint')}</p>} />
      {lines.length > 0 && <p className="finding-note stop" role="status">{t('wrongLines', { n: lines.length, lines: lines.slice(0, 8).join('、') })}</p>}
      {refused !== undefined && <p className="finding-note stop" role="alert">{t('line')} {drafts.findIndex(({ id }) => id === refused.id) + 1}: {refused.words}</p>}
      {pasting && (
        <PasteDialog
          title={t('pasteTitle')} hint={t('pasteHint')} onClose={() => setPasting(false)} onTake={() => setPasting(false)}
          read={(pasted) => { const found = readLines(pasted); return 'line' in found ? found : { count: found.drafts.length, take: () => onAdd(found.drafts) } }}
        />
      )}
    </div>
  )
}
