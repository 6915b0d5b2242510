/** Steps of a grave that take a few facts: confirmation on the spot, exhumation, payment as worked out, withdrawal. */
import { Input } from 'antd'
import { useState } from 'react'
import type { GraveReply } from '../../../../api/schemas/grounds.ts'
import { graveTypes } from '../../../../domain/burial/relocation/codes.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { FailurePanel, Waiting } from '../../../shared/Page.tsx'
import { useAct, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { readWhole } from '../grounds/period.ts'
import { MoneyLines } from './GravePanel.tsx'
import { words } from './words.ts'

export interface GraveDialogProps {
  readonly grave: GraveReply
  readonly onClose: () => void
}

/** Acts on a grave as it was last seen, then reads again what that changed. */
export const useGraveAct = () => useAct('actOnGrave', { refresh: ['getGrave', 'listGraves', 'listRelocations', 'relocationFigures', 'plotBoard', 'listCemeteries'] })

const useStep = (grave: GraveReply) => {
  const act = useGraveAct()
  return (step: Parameters<typeof act.mutateAsync>[0]['body']['act']) => act.mutateAsync({ params: { id: grave.id }, body: { revision: grave.revision, act: step } })
}

export const ConfirmDialog = ({ grave, onClose }: GraveDialogProps) => {
  const t = useWords(words)
  const { office, account } = useSession()
  const step = useStep(grave)
  const [slip, setSlip] = useState('')
  const [confirmer, setConfirmer] = useState(account.name)
  const [type, setType] = useState<string>(grave.type)
  const [cells, setCells] = useState(String(grave.cells))
  const [day, setDay] = useState(office.today as string)
  const found = graveTypes.find(({ code }) => code === type)
  const count = readWhole(cells)
  const missing = slip.trim() === '' ? 'slip' : confirmer.trim() === '' ? 'confirmer' : found === undefined ? 'type' : count === undefined || count < 1 ? 'cells' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={t('act_confirmed')} missing={missing} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'confirmed', day, slip: slip.trim(), confirmer: confirmer.trim(), cells: count ?? 0, type: found?.code ?? 'earth' })}>
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <p className="quiet">{t('confirmHint')}</p>
            <Fields>
              <Field path="slip" span={6} label={t('confirmSlip')} required {...more} problem={needed('slip')}><Input value={slip} maxLength={100} autoComplete="off" onChange={(event) => setSlip(event.target.value)} /></Field>
              <Field path="confirmer" span={6} label={t('confirmer')} required {...more} problem={needed('confirmer')}><Input value={confirmer} maxLength={100} autoComplete="off" onChange={(event) => setConfirmer(event.target.value)} /></Field>
              <Field path="type" span={4} label={t('graveType')} required {...more} problem={needed('type')}><CodeSelect table={graveTypes} codes={false} value={type} onChange={setType} /></Field>
              <Field path="cells" span={4} label={t('cells')} required {...more} problem={needed('cells')}><Input inputMode="numeric" value={cells} maxLength={2} onChange={(event) => setCells(event.target.value)} /></Field>
              <Field path="day" span={4} label={t('day')} required {...more}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}

export const ExhumeDialog = ({ grave, onClose }: GraveDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [bones, setBones] = useState('')
  const [remains, setRemains] = useState(String(grave.declaration?.remains ?? grave.cells))
  const [day, setDay] = useState(office.today as string)
  const count = readWhole(remains)
  return (
    <ActDialog title={t('act_exhumed')} missing={count === undefined ? 'remains' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'exhumed', day, bonesCremation: bones.trim(), remains: count ?? 0 })}>
      {({ failure, findings, tried }) => (
        <Fields>
          <Field path="remains" span={3} label={t('remains')} required failure={failure} findings={findings} problem={tried && count === undefined ? t('needed') : undefined}><Input inputMode="numeric" value={remains} maxLength={2} onChange={(event) => setRemains(event.target.value)} /></Field>
          <Field path="bonesCremation" span={5} label={t('bonesCremation')} hint={t('bonesHint')} failure={failure} findings={findings}><Input value={bones} maxLength={100} autoComplete="off" onChange={(event) => setBones(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('exhumedOn')} hint={t('exhumedHint')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

/** Shows what is paid and why before it is paid; the amount is never typed. */
export const CompensateDialog = ({ grave, onClose }: GraveDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [publicCells, setPublicCells] = useState(String(grave.cells))
  const [payee, setPayee] = useState(grave.declaration?.owner ?? '')
  const [receipt, setReceipt] = useState('')
  const [day, setDay] = useState(office.today as string)
  const count = readWhole(publicCells)
  const fits = count !== undefined && count <= grave.cells
  const quoted = useRoute('getGrave', { params: { id: grave.id }, query: { publicCells: count ?? 0 } }, { enabled: fits, keep: true, fresh: 0 })
  const missing = !fits ? 'publicCells' : payee.trim() === '' ? 'payee' : receipt.trim() === '' ? 'receipt' : day === '' ? 'day' : undefined
  return (
    <ActDialog title={t('act_compensated')} width={640} missing={missing} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'compensated', day, publicCells: count ?? 0, payee: payee.trim(), receipt: receipt.trim() })}>
      {({ failure, findings, tried }) => {
        const more = { failure, findings }
        const needed = (path: string) => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <Fields>
              <Field path="publicCells" span={4} label={t('publicCells')} hint={t('publicCellsHint', { n: grave.cells })} required {...more} problem={!fits && publicCells.trim() !== '' ? t('publicCellsWrong', { n: grave.cells }) : needed('publicCells')}><Input inputMode="numeric" value={publicCells} maxLength={2} onChange={(event) => setPublicCells(event.target.value)} /></Field>
              <Field path="payee" span={4} label={t('payee')} required {...more} problem={needed('payee')}><Input value={payee} maxLength={100} autoComplete="off" onChange={(event) => setPayee(event.target.value)} /></Field>
              <Field path="receipt" span={4} label={t('receipt')} required {...more} problem={needed('receipt')}><Input value={receipt} maxLength={100} autoComplete="off" onChange={(event) => setReceipt(event.target.value)} /></Field>
              <Field path="day" span={4} label={t('day')} required {...more}><DayField value={day} onChange={setDay} /></Field>
            </Fields>
            <h3>{t('wouldPay')}</h3>
            {quoted.error !== null ? <FailurePanel failure={quoted.error} /> : quoted.data?.compensation === undefined || quoted.data.compensation === null ? (fits ? <Waiting words={t('working')} /> : null) : <MoneyLines compensation={quoted.data.compensation} />}
          </>
        )
      }}
    </ActDialog>
  )
}

export const WithdrawDialog = ({ grave, onClose }: GraveDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const step = useStep(grave)
  const [note, setNote] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_withdrawn')} danger missing={note.trim() === '' ? 'note' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => step({ kind: 'withdrawn', day, note: note.trim() })}>
      {({ failure, findings, tried }) => (
        <Fields>
          <Field path="note" span={8} label={t('why')} required failure={failure} findings={findings} problem={tried && note.trim() === '' ? t('needed') : undefined}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}
