import { useMemo, useState } from 'react'
import type { Calibration } from '../../../api/schemas/house.ts'
import { instant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { Facts, Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { CalibrationForm } from './CalibrationForm.tsx'
import { SettingsList, type SettingsColumn } from './SettingsList.tsx'
import { words } from './words.ts'

/** The printers of certificates and how far each is off. */
export const PrintersPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const printers = useRoute('listCalibrations')
  const [chosen, setChosen] = useState<{ readonly printer: string; readonly tray: string; readonly turn: number }>({ printer: '', tray: '', turn: 0 })
  const columns = useMemo<readonly SettingsColumn<Calibration>[]>(
    () => [
      { id: 'printer', title: t('printer'), className: 'data', show: (one) => one.printer },
      { id: 'tray', title: t('tray'), show: (one) => one.tray },
      { id: 'residual', title: t('residual'), show: (one) => t('millimetres', { n: one.residual.toFixed(2) }) },
      { id: 'at', title: t('at'), show: (one) => instant(one.at) },
      { id: 'by', title: t('by'), show: (one) => one.by },
    ],
    [t],
  )
  return (
    <Loaded of={printers}>
      {(data) => (
        <>
          <Section title={t('printers')}>
            <Facts
              rows={[
                [t('certificateMode'), t(data.certificateMode)],
                [t('defaultPrinter'), data.defaultPrinter === '' ? t('noPrinter') : <span className="data">{data.defaultPrinter}</span>],
              ]}
            />
          </Section>
          <SettingsList
            title={t('calibrations')} rows={data.calibrations} rowKey={(one) => `${one.printer} ${one.tray}`} columns={columns} empty={{ title: t('noCalibration'), hint: t('noCalibrationHint') }}
            acts={(one) => [{ label: t('useThis'), run: () => setChosen((now) => ({ printer: one.printer, tray: one.tray, turn: now.turn + 1 })) }]}
          />
          {may('printer.calibrate') && <CalibrationForm key={chosen.turn} printer={chosen.printer === '' ? data.defaultPrinter : chosen.printer} tray={chosen.tray} />}
        </>
      )}
    </Loaded>
  )
}
