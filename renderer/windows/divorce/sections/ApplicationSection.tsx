import { Button, Checkbox } from 'antd'
import { divorceReasons } from '../../../../domain/divorce/codes.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { papersNamed } from '../../../case/papers.ts'
import type { Application } from '../../../../domain/divorce/file.ts'
import { words } from '../words.ts'
import { bothParties, ChoiceFact, CodeFact, TextFact, TickFact, useDivorce } from './parts.tsx'

/** The application as it is when nothing is amiss: both here, willing, capable, agreed, signed. */
export const wholeApplication: Application = { together: true, filledOnSpot: true, agreed: 'yes', voluntary: ['yes', 'yes'], capacity: ['full', 'full'], signed: [true, true], fingerprint: [true, true] }
const nothing: Application = { together: false, filledOnSpot: false, agreed: '', voluntary: ['', ''], capacity: ['', ''], signed: [false, false], fingerprint: [false, false] }
const isWhole = (application: Application): boolean => JSON.stringify({ ...nothing, ...application }) === JSON.stringify({ ...nothing, ...wholeApplication })

/** 《离婚登记申请书》, filled in on the spot by both together. */
export const ApplicationSection = () => {
  const t = useWords(words)
  const { desk, editable, preview } = useDivorce()
  const { current, busy } = useCaseView(desk)
  const [application] = useField(desk.store, 'application')
  useSectionAct('application', async () => (await desk.commit()) !== undefined)
  const show = async () => {
    const saved = await desk.commit()
    if (saved !== undefined) preview(papersNamed(saved, 'application'))
  }
  const yesNo = (['yes', 'no'] as const).map((said) => [said, t(said)] as const)
  return (
    <div className="application">
      <div className="row">
        {editable && <Checkbox className="all-seen" checked={isWhole(application)} onChange={(event) => desk.store.set('application', event.target.checked ? wholeApplication : nothing)}><b>{t('applicationAll')}</b></Checkbox>}
        <Button tabIndex={-1} loading={busy} disabled={current === undefined && !editable} onClick={() => void show()}><KeyCap name="F8" /> {t('printApplication')}</Button>
      </div>
      <div className="tick-grid" data-ticks="">
        <TickFact path="application.together" label={t('application.together')} />
        <TickFact path="application.filledOnSpot" label={t('application.filledOnSpot')} />
      </div>
      <ChoiceFact path="application.agreed" label={t('application.agreed')} options={yesNo} />
      <div className="couple">
        {bothParties.map((party) => (
          <fieldset key={party} className="party party-lines">
            <legend>{t(`party.${party}`)} {desk.store.get().parties[party].name}</legend>
            <ChoiceFact path={`application.voluntary.${party}`} label={t('application.voluntary')} options={yesNo} />
            <ChoiceFact path={`application.capacity.${party}`} label={t('application.capacity')} options={(['full', 'limited', 'none'] as const).map((capacity) => [capacity, t(`capacity.${capacity}`)] as const)} />
            <div className="tick-grid" data-ticks="">
              <TickFact path={`application.signed.${party}`} label={t('application.signed')} />
              <TickFact path={`application.fingerprint.${party}`} label={t('application.fingerprint')} />
            </div>
          </fieldset>
        ))}
      </div>
      <div className="tick-grid" data-ticks="">
        <TickFact path="counselling.offered" label={t('counselling.offered')} />
        <TickFact path="counselling.taken" label={t('counselling.taken')} />
      </div>
      <Fields>
        <TextFact path="counselling.note" label={t('counselling.note')} span={7} max={400} />
        <CodeFact path="reason" label={t('reasonOf')} table={divorceReasons} span={5} />
      </Fields>
    </div>
  )
}
