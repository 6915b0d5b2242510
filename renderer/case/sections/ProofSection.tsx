import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { findCountry, sexShort } from '../../../domain/codes/index.ts'
import { useSay } from '../../shared/i18n.ts'
import { useCouplePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { paperDay } from '../moments.ts'
import { valueAt } from '../form/paths.ts'
import type { CoupleReply } from '../spec.ts'
import { actKind } from '../spec.ts'
import { useStored } from './files.tsx'

/** What the certificate says at a field of the proof-reading, as it is printed. */
export const printedValue = (current: Pick<CoupleReply, 'file' | 'number' | 'day' | 'serials'>, field: string): string => {
  const [head, index, name] = field.split('.')
  const party = index === '1' ? 1 : 0
  const facts = current.file.parties[party]
  switch (head) {
    case 'number': return current.number
    case 'day': return paperDay(current.day)
    case 'serials': return current.serials[party]
    case 'remarkCertificate': return current.file.remarkCertificate
    case 'parties':
      switch (name) {
        case 'sex': return sexShort(facts.sex)
        case 'nationality': return findCountry(facts.nationality)?.zh ?? facts.nationality
        case 'birth': return paperDay(facts.birth)
        case 'identityNumber': return facts.identityNumber
        default: return facts.name
      }
    default: return ''
  }
}

const isPhoto = (field: string): boolean => field === 'photo' || field.startsWith('photos.')
const photoHash = (file: object, field: string): string | undefined => (valueAt(file, field) as { readonly hash?: string } | null | undefined)?.hash

const ProofPhoto = ({ hash, single }: { readonly hash: string | undefined; readonly single: boolean }) => {
  const t = useCaseWords()
  const { address } = useStored(hash)
  return address === undefined ? null : <img className={`proof-photo${single ? ' single' : ''}`} src={address} alt={t('photoField')} />
}

/** 校对: each field of the certificate beside a box, ticked against the identity card one by one. */
export const ProofSection = () => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, spec } = useCouplePlace()
  const { current, busy } = useCaseView(desk)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const fields = current?.proofreadFields ?? []
  const open = current?.acts.includes(actKind(spec, 'proofread')) === true && current.state === 'registered'
  const all = fields.every((entry) => ticked.has(entry.field))
  const finish = async (): Promise<boolean> => {
    if (!open || !all) return current?.state === 'proofread' || current?.state === 'delivered'
    return (await desk.send('proofread', { ticked: fields.map((entry) => entry.field) })) !== undefined
  }
  useSectionAct('proofread', finish)
  if (current === undefined) return null
  const isTicked = (field: string) => (open ? ticked.has(field) : current.proofread.includes(field))
  const row = (entry: (typeof fields)[number]) => (
    <li key={entry.field} className={isTicked(entry.field) ? 'ticked' : ''}>
      <Checkbox checked={isTicked(entry.field)} disabled={!open} onChange={(event) => setTicked((before) => { const next = new Set(before); if (event.target.checked) next.add(entry.field); else next.delete(entry.field); return next })}>
        <span className="proof-title">{say(entry.title)}</span>
        {isPhoto(entry.field) ? <ProofPhoto hash={photoHash(current.file, entry.field)} single={entry.field !== 'photo'} /> : <b className="proof-value">{spec.printedValue?.(current, entry.field) ?? printedValue(current, entry.field)}</b>}
      </Checkbox>
    </li>
  )
  return (
    <div className="proof">
      <p className="quiet">{t('proofTitle')} <span className="tag" role="status">{t('proofDone', { n: fields.filter((entry) => isTicked(entry.field)).length, all: fields.length })}</span></p>
      <div className="proof-lists" data-ticks="">
        <ul>{fields.filter((entry) => entry.field.startsWith('parties.0')).map(row)}</ul>
        <ul>{fields.filter((entry) => entry.field.startsWith('parties.1')).map(row)}</ul>
        <ul>{fields.filter((entry) => !entry.field.startsWith('parties.')).map(row)}</ul>
      </div>
      {open && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} disabled={!all} onClick={() => void finish()}>{t('proofFinish')}</Button>
          <span className="quiet">{t('proofWrong')}</span>
        </div>
      )}
    </div>
  )
}
