import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../shared/client.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow } from '../../windows.ts'
import { ReceiveDialog, ReturnDialog, SpoilDialog } from './dialogs.tsx'
import { words } from './words.ts'

type Range = Reply<'listStock'>['ranges'][number]

const Balances = ({ stock }: { readonly stock: Reply<'listStock'> }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <div className="columns">
      {stock.balances.map((balance) => (
        <Section key={balance.type} title={say(balance.title)}>
          <div className="figures">
            <div>
              <div className="figure-number">{number(balance.available)}</div>
              <div className="figure-title">{t('available')}</div>
            </div>
            <div>
              <div className="figure-number">{number(balance.issued)}</div>
              <div className="figure-title">{t('issued')}</div>
            </div>
            <div>
              <div className="figure-number">{number(balance.spoiled)}</div>
              <div className="figure-title">{t('spoiled')}</div>
            </div>
            <div>
              <div className="figure-number">{number(balance.returned)}</div>
              <div className="figure-title">{t('returned')}</div>
            </div>
          </div>
          {balance.daysLeft !== null && (
            <p className={balance.low ? 'finding-note answer' : 'quiet'}>
              {t('daysLeft', { n: balance.daysLeft })}
              {balance.low && ` · ${t('low')}`}
            </p>
          )}
        </Section>
      ))}
    </div>
  )
}

const stateWords = { available: 'isAvailable', issued: 'isIssued', spoiled: 'isSpoiled', returned: 'isReturned' } as const

const FindSerial = () => {
  const t = useWords(words)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const found = useRoute('findBlank', { params: { serial: asked } }, { enabled: asked !== '' })
  return (
    <Section title={t('findSerial')}>
      <div className="row">
        <Input aria-label={t('serial')} className="serial-field" value={typed} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} onPressEnter={() => setAsked(typed.trim())} />
        <Button disabled={typed.trim() === ''} onClick={() => setAsked(typed.trim())}>
          {t('find')}
        </Button>
        <span role="status">
          {asked !== '' && found.data !== undefined && (
            <>
              {found.data.found.length === 0 && t('unknownSerial', { q: asked })}
              {found.data.found.map((one) => (
                <span key={one.rangeId} className="found-serial">
                  {t(one.type)} <b className="mono">{asked}</b> {t(stateWords[one.state])} {one.caseId !== '' && <Link href={findWindow(one.type)?.casePath(one.caseId) ?? '/'}>{t('openCase')}</Link>}
                </span>
              ))}
            </>
          )}
        </span>
      </div>
      <FailurePanel failure={found.error?.code === 'not_found' ? null : found.error} />
      {found.error?.code === 'not_found' && <p role="status">{t('unknownSerial', { q: asked })}</p>}
    </Section>
  )
}

/** What is there, what came in, and the acts on it. */
export const LedgerPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const stock = useRoute('listStock')
  const [dialog, setDialog] = useState<'receive' | 'spoil' | 'return'>()
  const columns = useMemo<readonly Column<Range>[]>(
    () => [
      { id: 'type', title: t('type'), width: '150px', text: (row) => t(row.type) },
      { id: 'first', title: t('first'), width: '150px', text: (row) => row.first, render: (row) => <span className="mono">{row.first}</span> },
      { id: 'last', title: t('last'), width: '150px', text: (row) => row.last, render: (row) => <span className="mono">{row.last}</span> },
      { id: 'count', title: t('count'), width: '90px', align: 'end', text: (row) => number(row.count) },
      { id: 'receivedOn', title: t('receivedOn'), width: '120px', text: (row) => row.receivedOn },
      { id: 'from', title: t('from'), text: (row) => row.from },
      { id: 'note', title: t('note'), text: (row) => row.note },
    ],
    [t],
  )
  const keys = useMemo<readonly PageKey[]>(
    () => [
      { key: 'F2', label: t('receive'), run: () => setDialog('receive'), disabled: !may('stock.receive') },
      { key: 'F6', label: t('spoil'), run: () => setDialog('spoil'), disabled: !may('stock.spoil') },
    ],
    [t, may],
  )
  usePageKeys(keys)
  const close = (): void => setDialog(undefined)
  return (
    <>
      <div className="row">
        <Button type="primary" disabled={!may('stock.receive')} onClick={() => setDialog('receive')}>
          {t('receive')}
        </Button>
        <Button disabled={!may('stock.spoil')} onClick={() => setDialog('spoil')}>
          {t('spoil')}
        </Button>
        <Button disabled={!may('stock.reconcile')} onClick={() => setDialog('return')}>
          {t('hand')}
        </Button>
      </div>
      <Loaded of={stock}>
        {(data) => (
          <>
            <Balances stock={data} />
            <FindSerial />
            <Section title={t('ranges')}>
              <DataTable name={t('ranges')} columns={columns} rows={data.ranges} rowKey={(row) => row.id} exportName="stock" height={360} empty={<EmptyState title={t('noRanges')} hint={t('noRangesHint')} />} />
            </Section>
          </>
        )}
      </Loaded>
      {dialog === 'receive' && <ReceiveDialog onClose={close} />}
      {dialog === 'spoil' && <SpoilDialog onClose={close} />}
      {dialog === 'return' && <ReturnDialog onClose={close} />}
    </>
  )
}

