import { useState } from 'react'
import { changedSections } from '../../../case/form/changes.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field } from '../../../shared/Field.tsx'
import { usePlaceNameCase, usePlaceNameWords } from './parts.tsx'

const sections = { items: 'section.names', papers: 'section.papers', applicant: 'section.applicant', planAndReasons: 'planAndReasons', letter: 'letterNumber', title: 'fileTitle', consents: 'consents', source: 'source', answers: 'answer' } as const

/** 登记补正: what was changed since the supplement was asked for goes into the case as the supplement. */
export const SupplementDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = usePlaceNameWords()
  const { desk, current, today } = usePlaceNameCase()
  const [day, setDay] = useState(today)
  if (current === undefined) return null
  const changes = changedSections(current.file, desk.store.get())
  const changed = (Object.keys(changes) as (keyof typeof sections)[]).filter((key) => key in sections)
  return (
    <ActDialog title={t('supplementTitle')} missing={day === '' ? 'day' : undefined} onCancel={onClose} onDone={onClose} act={() => desk.sendNow('actOnPlaceNameCase', { act: { kind: 'supplemented', day, changes } })}>
      {({ failure, tried }) => (
        <>
          <p>{changed.length === 0 ? t('supplementNothing') : t('supplementChanged', { what: changed.map((key) => t(sections[key])).join(t('listComma')) })}</p>
          <Field path="day" label={t('day')} required failure={failure} problem={tried && day === '' ? t('missingField') : undefined}><DayField value={day} onChange={setDay} /></Field>
        </>
      )}
    </ActDialog>
  )
}
