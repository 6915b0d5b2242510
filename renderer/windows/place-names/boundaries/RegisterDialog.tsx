import { useState } from 'react'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useAct } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { factsOfForm, lineForm, lineMissing } from './form.ts'
import { LineFields } from './LineFields.tsx'
import { words } from './words.ts'

/** Registers a line with its course and markers. */
export const RegisterDialog = ({ onClose }: { readonly onClose: (id?: string) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [form, setForm] = useState(() => lineForm())
  const [day, setDay] = useState(office.today as string)
  const register = useAct('registerBoundary', { refresh: ['listBoundaries', 'getBoundaryPlan'] })
  return (
    <ActDialog
      title={t('register')} width={1040} missing={lineMissing(form) ?? (day === '' ? 'day' : undefined)} onDone={() => undefined} onCancel={() => onClose()}
      act={async () => { onClose((await register.mutateAsync({ body: { day, facts: factsOfForm(form) } })).id) }}
    >
      {({ failure, tried }) => (
        <>
          <LineFields form={form} onChange={(change) => setForm((now) => ({ ...now, ...change }))} failure={failure} tried={tried} />
          <Fields><Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field></Fields>
        </>
      )}
    </ActDialog>
  )
}
