import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field, Fields } from '../../shared/Field.tsx'
import { instant, number } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { onEnterNext } from '../../shared/keyboard.ts'
import { MonthSwitch } from '../../shared/MonthSwitch.tsx'
import { FailurePanel, Loaded, Section } from '../../shared/Page.tsx'
import { PdfPreview } from '../../shared/PdfPreview.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import type { Reply } from '../../shared/client.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

type Month = Reply<'stockMonth'>

const columns = ['opening', 'received', 'issued', 'spoiled', 'returned', 'closing', 'certificates', 'difference'] as const

const SignForm = ({ month }: { readonly month: Month }) => {
  const t = useWords(words)
  const [counted, setCounted] = useState<Readonly<Record<string, string>>>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const sign = useAct('reconcileStock', { refresh: ['stockMonth', 'listStock'] })
  const shape = /^\d{1,7}$/
  const submit = (): void => {
    setTried(true)
    if (month.types.some((type) => !shape.test(counted[type.type] ?? ''))) return
    sign.mutate({ body: { month: month.month, counted: month.types.map((type) => ({ type: type.type, count: Number(counted[type.type]) })), note: note.trim() } })
  }
  return (
    <div className="dialog-form" onKeyDown={onEnterNext}>
      <Fields>
        {month.types.map((type) => (
          <Field key={type.type} path={`counted.${type.type}`} span={3} label={t('countedOf', { type: t(type.type) })} required problem={tried && !shape.test(counted[type.type] ?? '') ? t('countMissing') : undefined}>
            <Input inputMode="numeric" value={counted[type.type] ?? ''} maxLength={7} onChange={(event) => setCounted({ ...counted, [type.type]: event.target.value })} />
          </Field>
        ))}
        <Field path="note" span={6} label={t('note')}>
          <Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Fields>
      <FailurePanel failure={sign.error} safe />
      <div>
        <Button type="primary" data-enter loading={sign.isPending} onClick={submit}>
          {t('sign')}
        </Button>
      </div>
    </div>
  )
}

/** A month's balance of booklets against the certificates issued, the count by hand, and the sheet. */
export const MonthPart = () => {
  const t = useWords(words)
  const { office, may } = useSession()
  const [month, setMonth] = useState(office.today.slice(0, 7))
  const [sheet, setSheet] = useState(false)
  const balance = useRoute('stockMonth', { query: { month } }, { keep: true })
  return (
    <>
      <div className="row">
        <MonthSwitch value={month} last={office.today.slice(0, 7)} onChange={setMonth} />
        <span className="quiet">{t('formula')}</span>
      </div>
      <Loaded of={balance}>
        {(data) => (
          <>
            <div className="table-frame">
              <table className="plain-table">
                <caption className="hidden-words">
                  {t('month')} {data.month}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{t('type')}</th>
                    {columns.map((column) => (
                      <th key={column} scope="col" className="end">
                        {t(column)}
                      </th>
                    ))}
                    <th scope="col" />
                  </tr>
                </thead>
                <tbody>
                  {data.types.map((type) => (
                    <tr key={type.type}>
                      <th scope="row">{t(type.type)}</th>
                      {columns.map((column) => (
                        <td key={column} className="end">
                          {number(type[column])}
                        </td>
                      ))}
                      <td>
                        <span className={type.balanced ? 'tag good' : 'tag stop'}>{type.balanced ? t('balanced') : t('unbalanced')}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Section title={t('sign')}>
              {data.reconciled !== null ? <p>{t('signed', { by: data.reconciled.by, at: instant(data.reconciled.at) })}</p> : <p className="quiet">{t('notSigned')}</p>}
              {data.reconciled === null && may('stock.reconcile') && <SignForm key={data.month} month={data} />}
            </Section>
          </>
        )}
      </Loaded>
      <Section
        title={t('sheet')}
        acts={
          <Button size="small" aria-expanded={sheet} onClick={() => setSheet(!sheet)}>
            {t('sheet')}
          </Button>
        }
      >
        {sheet && <PdfPreview route="stockSheet" args={{ query: { month } }} name={`${t('sheet')}-${month}.pdf`} version={JSON.stringify(balance.data ?? '')} />}
      </Section>
    </>
  )
}
