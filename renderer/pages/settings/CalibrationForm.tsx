import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Field, Fields } from '../../shared/Field.tsx'
import { useWords } from '../../shared/i18n.ts'
import { onEnterNext } from '../../shared/keyboard.ts'
import { FailurePanel, Section } from '../../shared/Page.tsx'
import { PdfPreview } from '../../shared/PdfPreview.tsx'
import { useAct } from '../../shared/query.ts'
import { crosses, fitOf, readMillimetres, type Spot } from './calibration.ts'
import { words } from './words.ts'

type Axis = 'x' | 'y'
const emptyReadings: readonly Record<Axis, string>[] = crosses.map(() => ({ x: '', y: '' }))

/** Five crosses measured by ruler, the shift they show, and the two sheets. */
export const CalibrationForm = ({ printer: givenPrinter, tray: givenTray }: { readonly printer: string; readonly tray: string }) => {
  const t = useWords(words)
  const [printer, setPrinter] = useState(givenPrinter)
  const [tray, setTray] = useState(givenTray)
  const [readings, setReadings] = useState(emptyReadings)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [sheet, setSheet] = useState<'crosses' | 'test'>()
  const save = useAct('calibrate', { refresh: ['listCalibrations'] })
  const spots = readings.map((reading): Spot | undefined => {
    const x = readMillimetres(reading.x)
    const y = readMillimetres(reading.y)
    return x === undefined || y === undefined ? undefined : { x, y }
  })
  const whole = spots.every((spot) => spot !== undefined) ? (spots as readonly Spot[]) : undefined
  const farOff = (index: number): boolean => {
    const spot = spots[index]
    const wanted = crosses[index]
    return spot !== undefined && wanted !== undefined && Math.hypot(spot.x - wanted.x, spot.y - wanted.y) > 20
  }
  const fit = whole === undefined || whole.some((_, index) => farOff(index)) ? undefined : fitOf(whole)
  const change = (index: number, axis: Axis, value: string): void => setReadings(readings.map((reading, at) => (at === index ? { ...reading, [axis]: value } : reading)))
  const submit = (): void => {
    setTried(true)
    if (whole === undefined || fit === undefined || printer.trim() === '' || tray.trim() === '' || reason.trim().length < 2) return
    save.mutate({ body: { printer: printer.trim(), tray: tray.trim(), observed: whole.map((spot) => ({ ...spot })), reason: reason.trim() } })
  }
  return (
    <Section title={t('newCalibration')}>
      <div className="dialog-form" onKeyDown={onEnterNext}>
        <p>{t('step1')}</p>
        <Fields>
          <Field path="printer" span={5} label={t('printer')} required failure={save.error} problem={tried && printer.trim() === '' ? t('printerMissing') : undefined}>
            <Input value={printer} maxLength={100} autoComplete="off" onChange={(event) => setPrinter(event.target.value)} />
          </Field>
          <Field path="tray" span={3} label={t('tray')} required failure={save.error} problem={tried && tray.trim() === '' ? t('trayMissing') : undefined}>
            <Input value={tray} maxLength={40} autoComplete="off" onChange={(event) => setTray(event.target.value)} />
          </Field>
        </Fields>
        <div className="row">
          <Button aria-pressed={sheet === 'crosses'} onClick={() => setSheet(sheet === 'crosses' ? undefined : 'crosses')}>
            {t('sheetCrosses')}
          </Button>
          <Button aria-pressed={sheet === 'test'} onClick={() => setSheet(sheet === 'test' ? undefined : 'test')}>
            {t('sheetTest')}
          </Button>
        </div>
        {sheet !== undefined && <PdfPreview route="calibrationSheet" args={{ query: { sheet, printer: printer.trim(), tray: tray.trim() } }} name={`${t(sheet === 'crosses' ? 'sheetCrosses' : 'sheetTest')}.pdf`} version={save.data?.at ?? ''} />}
        <p>{t('step2')}</p>
        <div className="crosses">
          {crosses.map((wanted, index) => (
            <fieldset key={index} className={`cross cross-${String(index + 1)}`}>
              <legend>
                <b>{t('cross', { n: index + 1 })}</b> <span className="quiet">{t('wantedAt', { x: wanted.x, y: wanted.y })}</span>
              </legend>
              {(['x', 'y'] as const).map((axis) => (
                <Field key={axis} path={`observed.${String(index)}.${axis}`} label={t(axis === 'x' ? 'fromLeft' : 'fromTop')} problem={tried && readMillimetres(readings[index]?.[axis] ?? '') === undefined ? t('readingMissing') : undefined}>
                  <Input inputMode="decimal" suffix="mm" value={readings[index]?.[axis] ?? ''} maxLength={7} autoComplete="off" onChange={(event) => change(index, axis, event.target.value)} />
                </Field>
              ))}
              {farOff(index) && <div className="finding-note stop">{t('farOff')}</div>}
            </fieldset>
          ))}
        </div>
        <p>{t('step3')}</p>
        {fit !== undefined && (
          <div role="status" className="fit">
            <b>{t('fit')}</b> {t('fitShift', { x: fit.shift.x.toFixed(2), y: fit.shift.y.toFixed(2) })} · {t('fitScale', { x: fit.scale.x.toFixed(2), y: fit.scale.y.toFixed(2) })} · {t('fitTurn', { n: fit.turn.toFixed(2) })} · {t('fitResidual', { n: fit.residual.toFixed(2) })}
            {fit.residual > 0.5 && <div className="finding-note answer">{t('fitPoor')}</div>}
          </div>
        )}
        <Field path="reason" label={t('reason')} required failure={save.error} problem={tried && reason.trim().length < 2 ? t('reasonShort') : undefined}>
          <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </Field>
        <FailurePanel failure={save.error} safe />
        {save.isSuccess && <Alert type="success" showIcon title={t('saved')} />}
        <div className="row end-row">
          <Button type="primary" loading={save.isPending} onClick={submit}>
            {t('saveCalibration')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
