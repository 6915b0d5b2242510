import { Button, Input } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { MoneyField } from '../../../shared/MoneyField.tsx'
import { useSession } from '../../../shared/session.tsx'
import type { FacilityDialogProps } from './FacilityPage.tsx'
import { useFacilityAct } from './useFacilityAct.ts'
import { words } from './words.ts'

/** 价格批复: document, authority, days, and the most that each item may cost. */
export const PricesDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useFacilityAct(facility)
  const [facts, setFacts] = useState({ document: '', authority: '', from: office.today as string, to: '' })
  const [items, setItems] = useState<readonly { readonly item: string; readonly mostFen: number | undefined }[]>([{ item: '', mostFen: undefined }])
  const put = (change: Partial<typeof facts>): void => setFacts((now) => ({ ...now, ...change }))
  const change = (index: number, part: Partial<(typeof items)[number]>): void => setItems((now) => now.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const open = items.findIndex(({ item, mostFen }) => item.trim() === '' || mostFen === undefined)
  const missing = facts.document.trim() === '' ? 'document' : facts.authority.trim() === '' ? 'authority' : facts.from === '' ? 'from' : open >= 0 ? `items.${String(open)}` : undefined
  return (
    <ActDialog title={t('act_pricesApproved')} width={700} missing={missing} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'pricesApproved', approval: { document: facts.document.trim(), authority: facts.authority.trim(), from: facts.from, to: facts.to, items: items.map(({ item, mostFen }) => ({ item: item.trim(), mostFen: mostFen ?? 0 })) } })}>
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <Fields>
              <Field path="document" span={6} label={t('priceDocument')} required {...more} problem={needed('document')}><Input value={facts.document} maxLength={100} autoComplete="off" onChange={(event) => put({ document: event.target.value })} /></Field>
              <Field path="authority" span={6} label={t('authority')} required {...more} problem={needed('authority')}><Input value={facts.authority} maxLength={100} autoComplete="off" onChange={(event) => put({ authority: event.target.value })} /></Field>
              <Field path="from" span={6} label={t('from')} required {...more} problem={needed('from')}><DayField value={facts.from} onChange={(from) => put({ from })} /></Field>
              <Field path="to" span={6} label={t('to')} hint={t('toHint')} {...more}><DayField value={facts.to} onChange={(to) => put({ to })} /></Field>
            </Fields>
            <Field path="items" label={t('items')} group {...more}>
              <div className="tariff-rows">
                {items.map((one, index) => (
                  <Field key={index} path={`items.${String(index)}`} label={<span className="hidden-words">{t('itemOf', { n: index + 1 })}</span>} group {...more} deep problem={needed(`items.${String(index)}`)}>
                    <div className="tariff-row two">
                      <Input aria-label={t('item')} placeholder={t('itemHint')} value={one.item} maxLength={100} autoComplete="off" onChange={(event) => change(index, { item: event.target.value })} />
                      <MoneyField aria-label={t('mostYuan')} value={one.mostFen} onChange={(mostFen) => change(index, { mostFen })} />
                      <Button size="small" aria-label={t('dropItem', { n: index + 1 })} disabled={items.length === 1} onClick={() => setItems((now) => now.filter((_, at) => at !== index))}>×</Button>
                    </div>
                  </Field>
                ))}
                <div><Button size="small" disabled={items.length >= 60} onClick={() => setItems((now) => [...now, { item: '', mostFen: undefined }])}>{t('addItem')}</Button></div>
              </div>
            </Field>
          </>
        )
      }}
    </ActDialog>
  )
}
